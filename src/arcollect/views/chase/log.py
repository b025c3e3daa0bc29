"""The contact log: contacts with their promises, promises kept or not, disputes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from arcollect.analysis.chase.log.proof import lacks_proof
from arcollect.analysis.chase.promises import Kept
from arcollect.register.entries import Reason
from arcollect.text import Lang, joined, say, text
from arcollect.views.amounts import decimals
from arcollect.views.chase.worklist.sheet import word_of
from arcollect.views.columns import Columns
from arcollect.views.table import Column, Kind, Table, Tone

if TYPE_CHECKING:
    import datetime as dt

    from arcollect.analysis.chase.log.entries import Taken
    from arcollect.analysis.chase.promises import Judged, Promises
    from arcollect.register.entries import ContactEntry, DisputeEntry, History

Line = tuple["ContactEntry", "Judged | None"]
TONES = {
    Kept.OPEN: Tone.PLAIN,
    Kept.KEPT: Tone.GOOD,
    Kept.PARTLY: Tone.WATCH,
    Kept.BROKEN: Tone.BAD,
    Kept.UNKNOWN: Tone.WATCH,
    Kept.WITHDRAWN: Tone.MUTED,
}


def log_tables(history: History, promises: Promises, lang: Lang) -> list[Table]:
    """Contacts, promises and disputes; the last two only where there are any."""
    tables = [contacts_table(history, promises, lang)]
    if promises.judged:
        tables.append(promises_table(promises, lang))
    if history.disputes:
        tables.append(disputes_table(history.disputes, lang))
    return tables


def contacts_table(history: History, promises: Promises, lang: Lang) -> Table:
    """The eight columns of the follow-up sheet first (R003-43), newest contact first.

    A contact with several promises has a row for each. Read back by `log import`.
    """
    lines = _lines(history, promises)
    columns = (*_follow_up(lines, lang), *_beside(lines, lang))
    notes = [text("log.rule", lang)]
    lacking = sum(lacks_proof(contact) for contact in history.contacts)
    if lacking:
        notes.append(text("log.lacking", lang, count=lacking))
    return Table("log", text("log.title", lang), columns, (), tuple(notes))


def _lines(history: History, promises: Promises) -> list[Line]:
    of: dict[str, list[Judged | None]] = {}
    for judged in promises.judged:
        of.setdefault(judged.promise.contact, []).append(judged)
    newest = sorted(history.contacts, key=lambda c: c.at, reverse=True)
    return [(c, judged) for c in newest for judged in of.get(c.id) or [None]]


def _follow_up(lines: Sequence[Line], lang: Lang) -> tuple[Column, ...]:
    column = Columns("log.", lines, lang)
    tones = [TONES[judged.state] if judged else Tone.PLAIN for _, judged in lines]
    return (
        column("date", Kind.TEXT, lambda o: when(o[0].at)),
        column("customer", Kind.TEXT, lambda o: o[0].customer, wide=True),
        column("amount", Kind.MONEY, lambda o: _money(o[0].amount_minor, o[0].currency)),
        column("days", Kind.DAYS, lambda o: o[0].days_past_due or None),
        column("action", Kind.TEXT, lambda o: o[0].action),
        column("feedback", Kind.TEXT, lambda o: o[0].feedback, wide=True),
        column("promised_on", Kind.DATE, lambda o: o[1].promise.due_on if o[1] else None),
        column("promised", Kind.MONEY, _promised),
        column("actual", Kind.TEXT, lambda o: _state(o, lang), tones),
        column("next_step", Kind.TEXT, lambda o: o[0].next_step),
    )


def _beside(lines: Sequence[Line], lang: Lang) -> tuple[Column, ...]:
    column = Columns("log.", lines, lang)
    return (
        column("next_on", Kind.DATE, lambda o: o[0].next_on, minor=True),
        column("channel", Kind.TEXT, lambda o: word_of(o[0].channel, lang)),
        column("person", Kind.TEXT, lambda o: o[0].person, minor=True),
        column("ours", Kind.TEXT, lambda o: o[0].ours, minor=True),
        column("reason", Kind.TEXT, lambda o: _word(o[0], lang), minor=True),
        column("proof", Kind.TEXT, lambda o: proof_word(o[0], lang), minor=True),
        column("proof_ref", Kind.TEXT, lambda o: o[0].proof_ref, minor=True),
        column("confirmed", Kind.MONEY, lambda o: _admitted(o[0]), minor=True),
        column(
            "document_no", Kind.ID, lambda o: o[1].promise.document_no if o[1] else None, minor=True
        ),
        column("complaint", Kind.TEXT, lambda o: _yes(o[0].is_complaint, lang), minor=True),
        column("pause_until", Kind.DATE, lambda o: o[0].pause_until, minor=True),
        column("currency", Kind.TEXT, lambda o: o[0].currency, minor=True),
        column("company", Kind.TEXT, lambda o: o[0].company, minor=True),
        column("customer_code", Kind.ID, lambda o: o[0].customer_key, minor=True),
        column("id", Kind.ID, lambda o: o[0].id, minor=True),
    )


def promises_table(promises: Promises, lang: Lang) -> Table:
    """Every promise with what came in for it, the broken ones first."""
    urgent = [Kept.BROKEN, Kept.PARTLY, Kept.OPEN, Kept.UNKNOWN, Kept.KEPT, Kept.WITHDRAWN]
    rows = sorted(promises.judged, key=lambda j: (urgent.index(j.state), j.until))
    column = Columns("promises.", rows, lang)
    tones = [TONES[one.state] for one in rows]
    columns = (
        column("customer", Kind.TEXT, lambda j: j.promise.customer, wide=True),
        column("made_on", Kind.DATE, lambda j: j.promise.made_on, minor=True),
        column("due_on", Kind.DATE, lambda j: j.promise.due_on),
        column("until", Kind.DATE, lambda j: j.until, minor=True),
        column("currency", Kind.TEXT, lambda j: j.promise.currency),
        column("amount", Kind.MONEY, lambda j: _money(j.promise.amount_minor, j.promise.currency)),
        column("state", Kind.TEXT, lambda j: state_word(j.state, lang), tones),
        column("in_time", Kind.MONEY, lambda j: _money(j.in_time_minor, j.promise.currency)),
        column("late", Kind.MONEY, lambda j: _money(j.late_minor, j.promise.currency), minor=True),
        column("missing", Kind.MONEY, _missing),
        column("days_late", Kind.DAYS, lambda j: j.days_late or None),
        column("days_rolled", Kind.DAYS, lambda j: j.days_late_rolled or None, minor=True),
        column("why", Kind.TEXT, lambda j: say(j.why, lang), wide=True),
        column("document_no", Kind.ID, lambda j: j.promise.document_no, minor=True),
        column("id", Kind.ID, lambda j: j.promise.id, minor=True),
    )
    note = text("promises.rule", lang, as_of=promises.as_of)
    return Table("promises", text("promises.title", lang), columns, (), (note,))


def disputes_table(disputes: Sequence[DisputeEntry], lang: Lang) -> Table:
    """Every dispute, the open ones first."""
    rows = sorted(disputes, key=lambda d: (d.closed_on is not None, d.opened_on))
    column = Columns("log.", rows, lang)
    columns = (
        column("opened_on", Kind.DATE, lambda d: d.opened_on),
        column("customer", Kind.TEXT, lambda d: d.customer, wide=True),
        column("document_no", Kind.ID, lambda d: d.document_no),
        column("currency", Kind.TEXT, lambda d: d.currency),
        column("disputed", Kind.TEXT, lambda d: _disputed(d, lang)),
        column("dispute_reason", Kind.TEXT, lambda d: _why_disputed(d, lang), wide=True),
        column("owner", Kind.TEXT, lambda d: d.owner),
        column("closed_on", Kind.DATE, lambda d: d.closed_on),
        column("id", Kind.ID, lambda d: d.id),
    )
    return Table("disputes", text("log.disputes", lang), columns, (), (text("log.48h", lang),))


def taken_table(taken: Sequence[Taken], known: frozenset[str], lang: Lang) -> Table:
    """Row by row, what was taken and what was not, and why (with its cell)."""
    column = Columns("log.", taken, lang)
    outcomes = [_outcome(one, known) for one in taken]
    marks = {"new": Tone.GOOD, "known": Tone.MUTED, "refused": Tone.BAD}
    words = [text(f"log.outcome.{outcome}", lang) for outcome in outcomes]
    columns = (
        column("file", Kind.TEXT, lambda t: t.row.source),
        column("where", Kind.TEXT, lambda t: f"{t.row.sheet}!{t.cell or t.row.row}"),
        column("customer", Kind.TEXT, _named, wide=True),
        Column(
            "outcome", text("log.outcome", lang), Kind.TEXT, words, [marks[o] for o in outcomes]
        ),
        column("promised_on", Kind.DATE, lambda t: t.promise.due_on if t.promise else None),
        column("promised", Kind.MONEY, _promise_taken),
        column("said", Kind.TEXT, lambda t: _said(t, lang), wide=True),
        column("id", Kind.ID, lambda t: t.contact.id if t.contact else None, minor=True),
    )
    counts = {name: outcomes.count(name) for name in marks}
    note = text("log.counts", lang, **counts)
    return Table("log.import", text("log.import", lang), columns, (), (note,))


def state_word(state: Kept, lang: Lang) -> str:
    """Kept, partly kept, broken … in words."""
    return text(f"promises.state.{state}", lang)


def proof_word(contact: ContactEntry, lang: Lang) -> str:
    """The proof kept, or that the one this channel should leave is missing (R003-69)."""
    if not contact.proof:
        return text("log.no_proof", lang) if lacks_proof(contact) else ""
    return word_of(contact.proof, lang)


def when(at: dt.datetime) -> str:
    """A day, with its time where one was given; what `log import` reads back."""
    return f"{at:%Y-%m-%d %H:%M}" if at.time().isoformat() != "00:00:00" else f"{at:%Y-%m-%d}"


def _outcome(one: Taken, known: frozenset[str]) -> str:
    if one.contact is None:
        return "refused"
    ids = {one.contact.id} | ({one.promise.id} if one.promise else set())
    return "known" if ids <= known else "new"


def _named(one: Taken) -> str:
    if one.contact is not None:
        return one.contact.customer
    row = one.row
    return row.text("key_name") or row.text("customer") or row.text("customer_code")


def _said(one: Taken, lang: Lang) -> str:
    said = [one.refused] if one.refused else list(one.notes)
    return joined(said, lang)


def _state(line: Line, lang: Lang) -> str | None:
    return state_word(line[1].state, lang) if line[1] else None


def _promised(line: Line) -> Decimal | None:
    contact, judged = line
    return _money(judged.promise.amount_minor, contact.currency) if judged else None


def _promise_taken(one: Taken) -> Decimal | None:
    return _money(one.promise.amount_minor, one.promise.currency) if one.promise else None


def _missing(one: Judged) -> Decimal:
    return decimals([one.missing_minor], one.promise.currency)[0]


def _admitted(contact: ContactEntry) -> Decimal | None:
    minor = contact.confirmed_minor
    return None if minor is None else decimals([minor], contact.currency)[0]


def _disputed(entry: DisputeEntry, lang: Lang) -> str:
    if entry.amount_minor:
        return f"{decimals([entry.amount_minor], entry.currency)[0]:,}"
    return text("log.whole_document" if entry.document_no else "log.whole_account", lang)


def _why_disputed(entry: DisputeEntry, lang: Lang) -> str:
    known = next((reason for reason in Reason if reason == entry.reason), None)
    return word_of(known, lang) if known else entry.reason


def _word(contact: ContactEntry, lang: Lang) -> str:
    return word_of(contact.reason, lang) if contact.reason else ""


def _yes(flag: bool, lang: Lang) -> str:  # noqa: FBT001
    return text("common.yes", lang) if flag else ""


def _money(minor: int, currency: str) -> Decimal | None:
    return decimals([minor], currency)[0] if minor else None
