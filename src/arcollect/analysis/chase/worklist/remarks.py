"""What the list could not know, and which column or command would tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from arcollect.errors import Message, message
from arcollect.money import show
from arcollect.workdays import unknown_years, whose_calendar

_DELIVERY = ("delivery_date", "delivery_proof")

if TYPE_CHECKING:
    from arcollect.analysis.chase.worklist.entry import Account, Entry
    from arcollect.analysis.chase.worklist.known import Known
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.register.entries import History


def remarks(
    position: Position,
    entries: Sequence[Entry],
    accounts: Sequence[Account],
    known: Known,
    policy: Policy,
) -> tuple[Message, ...]:
    """One sentence for each thing that would make the list better, then the caveats."""
    public = policy.workdays.public
    return (
        *_undated(accounts),
        *_missing(position, entries, known, policy),
        *_rates(entries),
        *(whose_calendar((a.party[2] for a in accounts), public) if entries else ()),
        *unknown_years(_days(entries), public),
    )


def _undated(accounts: Sequence[Account]) -> Iterator[Message]:
    """Money without a due date is on nobody's list until it has one."""
    for currency in sorted({a.party[2] for a in accounts}):
        minor = sum(a.no_due_date_minor for a in accounts if a.party[2] == currency)
        if minor:
            amount = f"{currency} {show(minor, currency)}"
            yield message("worklist_why.note_no_due_date", amount=amount)


def _missing(
    position: Position, entries: Sequence[Entry], known: Known, policy: Policy
) -> Iterator[Message]:
    ledger, history = position.ledger, known.history
    if not entries:
        return
    if not history.contacts:
        yield message("worklist_why.note_no_history")
    yield from _later(history, position.as_of)
    reachable = set(ledger.contacts["customer_key"].astype(str))
    if without := sum(e.party[1] not in reachable for e in entries):
        yield message("worklist_why.note_no_contacts", count=without)
    if without := sum(not e.account.salesperson for e in entries):
        yield message("worklist_why.note_no_salesperson", count=without)
    if not any(e.limit_minor for e in entries):
        yield message("worklist_why.note_no_limits")
    if without_dates := [n for n in _DELIVERY if n not in ledger.source.has]:
        columns = [message(f"headers.field.{name}") for name in without_dates]
        yield message("worklist_why.note_no_delivery", columns=columns)
    if not policy.worklist.owners:
        yield message("worklist_why.note_no_owners")


def _later(history: History, as_of: dt.date) -> Iterator[Message]:
    """Contacts after the as-of date: an export of last week knows nothing of today's calls."""
    replaced = {contact.corrects for contact in history.contacts}
    days = [c.at.date() for c in history.contacts if c.id not in replaced]
    if later := [day for day in days if day > as_of]:
        facts = {"as_of": as_of, "count": len(later), "last": max(later)}
        yield message("worklist_why.note_later", **facts)


def _rates(entries: Sequence[Entry]) -> Iterator[Message]:
    unrated = sorted({e.party[2] for e in entries if e.priority.in_base is None})
    if unrated:
        yield message("worklist_why.note_no_rate", currencies=unrated)


def _days(entries: Sequence[Entry]) -> set[dt.date]:
    days = {e.deadline for e in entries}
    return {*days, *(e.slot.date() for e in entries if e.slot)}
