"""Letters: a number given once, its drafts, and what became of it."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from operator import attrgetter

from arcollect.errors import LockedError, Message, UsageError, message
from arcollect.register.entries import ClaimedItem, LetterEntry, LetterState, OfferEntry
from arcollect.register.store.codec import as_row, day, from_row, insert, insert_all, names_of

_ITEM = ("document_no", "due_date", "open_minor", "demanded_minor", "fee_minor")
_values = attrgetter(*_ITEM)
_WORD_OR_FIGURES = re.compile(r"\d+|[^\W\d_]+")
_DRAFT = (
    "number", "customer", "as_of", "written", "deadline", "demand_minor", "fee_minor",
    "sha256", "run", "is_forced",
)  # fmt: skip
_LETTER = ("sequence", "running", "company", "customer_key", "currency", "kind", "level")


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of a letter: how and when it went out, when it arrived.

    sent_on None: the day noted before, else `today`.
    """

    today: dt.date
    sent_on: dt.date | None = None
    by: str = ""
    tracking: str = ""
    arrived_on: dt.date | None = None


def draft(file: sqlite3.Connection, entry: LetterEntry) -> bool:
    """Keep a draft; False when it is word for word the one that is known.

    A number that is new is given here, once. Raises LockedError (exit 5) for one that by
    now belongs to another letter, or to one that was sent or cancelled: another run was
    quicker.
    """
    letter, known = _letter(file, entry), None
    if letter is None:
        letter = insert(file, "letters", {name: getattr(entry, name) for name in _LETTER})
    else:
        known = next(iter(_read(file, "WHERE letters.seq = ?", letter)), None)
    if known is not None and _same(known, entry):
        return False
    if known is not None and known.state is not LetterState.DRAFTED:
        raise LockedError(message("register.number_used", number=entry.number), _again())
    row = {name: getattr(entry, name) for name in _DRAFT}
    number = insert(file, "drafts", {"letter": letter, **row})
    items = ((number, place, *_values(item)) for place, item in enumerate(entry.items))
    insert_all(file, "draft_items", ("draft", "place", *_ITEM), items)
    if entry.offer is not None:
        insert(file, "draft_offers", {"draft": number, **as_row(entry.offer)})
    return True


def _letter(file: sqlite3.Connection, entry: LetterEntry) -> int | None:
    said = f"SELECT seq, {', '.join(_LETTER)} FROM letters WHERE sequence = ? AND running = ?"  # noqa: S608
    row = file.execute(said, (entry.sequence, entry.running)).fetchone()
    if row is None:
        return None
    if tuple(row[1:]) != tuple(getattr(entry, name) for name in _LETTER):
        raise LockedError(message("register.number_used", number=entry.number), _again())
    return int(row[0])


def _same(known: LetterEntry, entry: LetterEntry) -> bool:
    return replace(entry, run=known.run) == known


def mark_sent(file: sqlite3.Connection, number: str, mark: Mark) -> bool:
    """Note that a letter went out; again with more facts adds them. False for nothing new.

    Of a draft that was written several times, the last one dated no later than the day
    of sending is what went out: the customer has that one in hand.
    Raises UsageError for an unknown number, a cancelled letter, a letter sent before it
    was written, one that arrived before it was sent, or a day to come.
    """
    seq, entry = _find(file, number)
    if entry.state is LetterState.CANCELLED:
        raise UsageError(message("register.is_cancelled", number=number))
    sent_on = mark.sent_on or entry.sent_on or mark.today
    arrived = mark.arrived_on or entry.arrived_on
    if (version := _version_of(file, seq, sent_on)) is None:
        raise _wrong_day("register.sent_early", number, sent_on, entry.written)
    if arrived is not None and arrived < sent_on:
        raise _wrong_day("register.arrived_early", number, arrived, sent_on)
    if (last := max(sent_on, arrived or sent_on)) > mark.today:
        raise _wrong_day("register.to_come", number, last, mark.today)
    by, tracking = mark.by or entry.by, mark.tracking or entry.tracking
    facts = {"sent_on": sent_on, "by": by, "tracking": tracking, "arrived_on": arrived}
    is_sent = entry.state is LetterState.SENT
    if is_sent and all(getattr(entry, name) == value for name, value in facts.items()):
        return False
    insert(file, "letter_events", {"letter": seq, "what": "sent", "draft": version, **facts})
    return True


def _version_of(file: sqlite3.Connection, letter: int, day: dt.date) -> int | None:
    said = "SELECT max(seq) FROM drafts WHERE letter = ? AND written <= ?"
    found = file.execute(said, (letter, day.isoformat())).fetchone()[0]
    return int(found) if found is not None else None


def cancel(file: sqlite3.Connection, number: str) -> bool:
    """Take a letter back: it no longer counts, and its number is not used again.

    A letter that was sent by mistake in the register is cancelled the same way. False
    when it was cancelled before; UsageError for an unknown number.
    """
    seq, entry = _find(file, number)
    if entry.state is LetterState.CANCELLED:
        return False
    insert(file, "letter_events", {"letter": seq, "what": "cancelled", "by": "", "tracking": ""})
    return True


def _wrong_day(key: str, number: str, day: dt.date, since: dt.date) -> UsageError:
    return UsageError(message(key, number=number, day=day, since=since))


def letters(file: sqlite3.Connection) -> tuple[LetterEntry, ...]:
    """Every letter as it is now, in the order the numbers were given."""
    return tuple(_read(file))


def find(file: sqlite3.Connection, number: str) -> int:
    """Which letter a number means; UsageError for none, or for more than one."""
    return _find(file, number)[0]


def _find(file: sqlite3.Connection, number: str) -> tuple[int, LetterEntry]:
    """The letter of a number as printed, however its brackets and spaces were typed."""
    asked = plain_number(number)
    rows = file.execute("SELECT DISTINCT letter, number FROM drafts ORDER BY letter").fetchall()
    found = {int(seq) for seq, said in rows if plain_number(said) == asked}
    if asked.isdecimal():  # 3 alone is 催字〔2026〕003号 where there is only one such
        short = file.execute("SELECT seq FROM letters WHERE running = ?", (int(asked),))
        found |= {int(seq) for (seq,) in short}
    if not found:
        raise UsageError(message("register.no_number", number=number), _known())
    if len(found) > 1:
        raise UsageError(message("register.two_numbers", number=number))
    seq = found.pop()
    return seq, next(iter(_read(file, "WHERE letters.seq = ?", seq)))


def plain_number(number: str) -> str:
    """A number without what people type differently: 催字2026-1 is 催字〔2026〕001号."""
    plain = unicodedata.normalize("NFKC", number).casefold().replace("号", " ")
    parts = _WORD_OR_FIGURES.findall(plain)
    return " ".join(str(int(p)) if p.isdecimal() else p for p in parts)


def _again() -> Message:
    return message("register.again")


def _known() -> Message:
    return message("register.no_number_hint")


def _read(file: sqlite3.Connection, where: str = "", *facts: object) -> Iterable[LetterEntry]:
    """The newest draft of each letter, or the one that was sent, with its newest event."""
    said = f"""
        SELECT letters.seq, drafts.seq, {", ".join(_LETTER)}, {", ".join(_DRAFT)},
               what, sent_on, by, tracking, arrived_on
        FROM letters
        LEFT JOIN letter_events AS event
          ON event.seq = (SELECT max(seq) FROM letter_events WHERE letter = letters.seq)
        JOIN drafts ON drafts.seq = coalesce(
          event.draft, (SELECT max(seq) FROM drafts WHERE letter = letters.seq))
        {where} ORDER BY letters.seq"""  # noqa: S608  (our own names)
    rows = file.execute(said, facts).fetchall()
    items, offers = _items(file, [int(row[1]) for row in rows]), _offers(file)
    names = (*_LETTER, *_DRAFT, "what", "sent_on", "by", "tracking", "arrived_on")
    for row in rows:
        made = _entry(dict(zip(names, row[2:], strict=True)), tuple(items[int(row[1])]))
        yield replace(made, offer=offers.get(int(row[1])))


def _offers(file: sqlite3.Connection) -> dict[int, OfferEntry]:
    """What each draft held out; few ever do."""
    names = names_of(OfferEntry)
    said = f"SELECT draft, {', '.join(names)} FROM draft_offers"  # noqa: S608  (our own names)
    return {
        int(draft): from_row(OfferEntry, dict(zip(names, row, strict=True)))
        for draft, *row in file.execute(said)
    }


def _items(file: sqlite3.Connection, drafts: list[int]) -> dict[int, list[ClaimedItem]]:
    """The items of these drafts; one question for all of them where there are many."""
    found: dict[int, list[ClaimedItem]] = defaultdict(list)
    where = "WHERE draft = ?" if len(drafts) == 1 else ""
    said = f"SELECT draft, {', '.join(_ITEM)} FROM draft_items {where} ORDER BY draft, place"  # noqa: S608
    for number, document, due, *money in file.execute(said, drafts if where else ()):
        found[int(number)].append(ClaimedItem(document, day(due), *money))
    return found


def _entry(row: dict[str, object], items: tuple[ClaimedItem, ...]) -> LetterEntry:
    what = row.pop("what")
    days = {
        name: day(row.pop(name))
        for name in ("as_of", "written", "deadline", "sent_on", "arrived_on")
    }
    return LetterEntry(
        **{name: value if value is not None else "" for name, value in row.items()},  # type: ignore[arg-type]
        **days,  # type: ignore[arg-type]
        items=items,
        state=LetterState(str(what)) if what else LetterState.DRAFTED,
    )
