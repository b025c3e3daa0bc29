"""Rows of a contact log as contacts and promises of the register."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from arcollect.analysis.chase.calling.slots import is_quiet
from arcollect.analysis.chase.log.parties import Known, Parties
from arcollect.analysis.chase.log.words import channel_of, proof_of, reason_of
from arcollect.dates import next_without_year
from arcollect.errors import Message, Problem, Severity, message
from arcollect.money import to_minor
from arcollect.register.entries import Channel, ContactEntry, PromiseEntry, Proof

if TYPE_CHECKING:
    from arcollect.ledger.log.row import Flaw, LogRow
    from arcollect.ledger.schema import Ledger
    from arcollect.register.entries import History

_MIDNIGHT = dt.time()
_LATER = frozenset({"promised_on", "next_on", "pause_until"})
"""Days that come after the contact."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one row: its entries, or why and where it was refused.

    notes: what was taken differently than it may look.
    """

    row: LogRow
    contact: ContactEntry | None = None
    promise: PromiseEntry | None = None
    refused: Message | None = None
    cell: str = ""
    notes: tuple[Message, ...] = ()


def take(
    rows: Sequence[LogRow],
    parties: Parties,
    default_day: dt.date | None = None,
    today: dt.date | None = None,
) -> list[Taken]:
    """Each row as a contact, with its promise where one was made (R003-43/44, R000-23, R001-10).

    Nothing is guessed: a row without a day (unless `default_day` is given), with a day or
    amount that cannot be read, after `today`, with a promise or a pause for a day before
    it, or of a customer whom the ledger does not know is refused with its cell. Taken with
    a remark: a time outside 8:00 to 22:00 (X-20); a promise without an amount, which is
    about what was overdue on the list; a later day without its year, which is the first
    such day after the contact. Amounts in minor units.
    """
    return [_take(row, parties, default_day, today) for row in rows]


def with_sheet(history: History, ledger: Ledger) -> History:
    """The history with the ledger's own log sheet; what is known already stays once."""
    if not ledger.log:
        return history
    found = take(ledger.log, Parties(ledger))
    known = {c.id for c in history.contacts} | {c.corrects for c in history.contacts}
    fresh = [t for t in found if t.contact is not None and t.contact.id not in known]
    contacts = {t.contact.id: t.contact for t in fresh if t.contact is not None}
    promises = {t.promise.id: t.promise for t in fresh if t.promise is not None}
    return replace(
        history,
        contacts=(*history.contacts, *contacts.values()),
        promises=(*history.promises, *promises.values()),
    )


def sheet_problems(ledger: Ledger) -> tuple[Problem, ...]:
    """What the ledger's own log sheet says in vain: each row that is not taken, with its cell."""
    if not ledger.log:
        return ()
    refused = [(t, t.refused) for t in take(ledger.log, Parties(ledger)) if t.refused]
    remedy = message("log_why.put_right")
    return tuple(
        Problem(
            Severity.WARNING,
            message("log_why.not_taken", why=why),
            taken.row.source,
            taken.row.sheet,
            taken.cell or str(taken.row.row),
            remedy=remedy,
        )
        for taken, why in refused
    )


def id_of(*facts: object) -> str:
    """The same mark for the same facts, so that nothing is logged twice."""
    return hashlib.sha256("\x1f".join(map(str, facts)).encode()).hexdigest()[:10]


def odd_hours(time: dt.time | None) -> Message | None:
    """What to say of a time of day outside 8:00 to 22:00 (R003-67, X-20).

    The customer may write at any hour, and that is a fact to be kept; our own call at
    that hour should not have been made.
    """
    if time is None or not is_quiet(time):
        return None
    return message("log_why.hours", time=f"{time:%H:%M}")


def too_early(promise: PromiseEntry) -> Message | None:
    """Why a promise is not taken: nobody promises for a day that has passed."""
    if promise.due_on >= promise.made_on:
        return None
    return message("log_why.promise_past", day=promise.due_on, on=promise.made_on)


def impossible(contact: ContactEntry, today: dt.date | None) -> Message | None:
    """Why a contact is not taken: it is still to come, or its pause ended before it."""
    day, until = contact.at.date(), contact.pause_until
    if today is not None and day > today:
        return message("log_why.to_come", day=day, today=today)
    if until is not None and until < day:
        return message("log_why.pause_past", until=until, on=day)
    return None


def _take(
    row: LogRow, parties: Parties, default_day: dt.date | None, today: dt.date | None
) -> Taken:
    day = row.days.get("date", default_day)
    row, filled = _with_years(row, day)
    if row.flaws:
        flaw = row.flaws[0]
        why = message("log_why.unreadable", raw=flaw.raw, why=flaw.why)
        return Taken(row, refused=why, cell=flaw.cell)
    known = _party(row, parties)
    if day is None:
        return Taken(row, refused=message("log_why.no_day"))
    if isinstance(known, Message):
        return Taken(row, refused=known)
    contact = _contact(row, known, day)
    promise, notes = _promise(row, contact)
    wrong = impossible(contact, today) or (too_early(promise) if promise else None)
    if wrong is not None:
        return Taken(row, refused=wrong)
    odd = odd_hours(row.time)
    return Taken(row, contact, promise, notes=(*filled, *((odd,) if odd else ()), *notes))


def _with_years(row: LogRow, day: dt.date | None) -> tuple[LogRow, tuple[Message, ...]]:
    """The row with years for days such as 11月30日 that come after the contact."""
    found: dict[str, tuple[Flaw, dt.date]] = {}
    for flaw in row.flaws:
        if day is None or flaw.field not in _LATER or flaw.why.key != "dates.no_year":
            continue
        if (later := next_without_year(flaw.raw, day)) is not None:
            found[flaw.field] = flaw, later
    if not found:
        return row, ()
    flaws = tuple(flaw for flaw in row.flaws if flaw.field not in found)
    days = {**row.days, **{field: later for field, (_, later) in found.items()}}
    notes = (message("log_why.year", raw=flaw.raw, day=later) for flaw, later in found.values())
    return replace(row, days=days, flaws=flaws), tuple(notes)


def _party(row: LogRow, parties: Parties) -> Known | Message:
    key = row.text("key_customer")
    if key:
        return parties.of_key(key, row.text("company"), row.text("currency"))
    named = row.text("customer_code") or row.text("customer")
    if not named:
        return message("log_why.nobody")
    return parties.find(named, row.text("company"), row.text("currency"))


def _contact(row: LogRow, known: Known, day: dt.date) -> ContactEntry:
    proof = proof_of(row.text("proof"))
    currency = known.party[2]
    contact = ContactEntry(
        "",
        dt.datetime.combine(day, row.time or _MIDNIGHT),
        *known.party[:2],
        known.customer,
        currency,
        channel_of(row.text("channel")) if row.text("channel") else Channel.OTHER,
        ours=row.text("ours"),
        person=row.text("person"),
        amount_minor=_spoken_of(row, currency),
        days_past_due=_whole(row.text("key_days") or row.text("days")),
        action=row.text("action"),
        feedback=row.text("feedback"),
        next_step=row.text("next_step"),
        next_on=row.days.get("next_on"),
        reason=reason_of(row.text("reason")),
        proof=proof or Proof.NONE,
        proof_ref=row.text("proof_ref") or ("" if proof is not None else row.text("proof")),
        confirmed_minor=_minor(row.amounts.get("confirmed"), currency),
        is_complaint=row.is_complaint,
        pause_until=row.days.get("pause_until"),
        source=f"{row.source} {row.sheet}!{row.row}",
    )
    return replace(contact, id=contact_id(contact))


def contact_id(contact: ContactEntry) -> str:
    """The mark of a contact: who, when, how and what; not where it was read."""
    return "C" + id_of(
        *contact.party, contact.at, contact.channel, contact.person, contact.action,
        contact.feedback, contact.reason, contact.next_step, contact.confirmed_minor,
    )  # fmt: skip


def promise_of(
    contact: ContactEntry, due_on: dt.date, minor: int, document_no: str = ""
) -> PromiseEntry:
    """The promise made in a contact; the same promise has the same mark."""
    return PromiseEntry(
        "P" + id_of(contact.id, due_on, minor, document_no),
        *contact.party[:2],
        contact.customer,
        contact.currency,
        contact.at.date(),
        due_on,
        minor,
        document_no,
        contact.person,
        contact.id,
    )


def _promise(row: LogRow, contact: ContactEntry) -> tuple[PromiseEntry | None, tuple[Message, ...]]:
    due, amount = row.days.get("promised_on"), row.amounts.get("promised")
    if due is None:
        noted = (message("log_why.promise_undated"),) if amount is not None else ()
        return None, noted
    minor = _minor(amount, contact.currency)
    notes: tuple[Message, ...] = ()
    if minor is None:
        minor = contact.amount_minor
        notes = (message("log_why.promise_overdue"),) if minor else ()
    if minor <= 0:
        return None, (message("log_why.promise_without_amount"),)
    return promise_of(contact, due, minor, row.text("document_no")), notes


def _spoken_of(row: LogRow, currency: str) -> int:
    """The overdue money that the contact was about (金额), 0 where it is not said."""
    listed = row.text("key_overdue")
    if listed:
        return _whole(listed)
    return _minor(row.amounts.get("amount"), currency) or 0


def _whole(text: str) -> int:
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.isdigit() else 0


def _minor(amount: Decimal | None, currency: str) -> int | None:
    return None if amount is None else to_minor(amount, currency)[0]
