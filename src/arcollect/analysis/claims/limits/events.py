"""What has interrupted limitation, or may have, document by document."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.analysis.claims.limits.clock import Event, Kind
from arcollect.register.entries import LetterState, Proof

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.register.entries import ContactEntry, History, Party

ARRIVED = frozenset({Proof.DELIVERY, Proof.SIGNATURE})
DESIGNATED = frozenset({"receipt", "reference"})


@dataclass(frozen=True, slots=True)
class Claim:
    """One open document, as far as limitation cares; minor units."""

    item: int
    party: Party
    document_no: str
    issued: dt.date | None
    open_minor: int


@dataclass(frozen=True, slots=True)
class Said:
    """An event about one document, or about the account as a whole ("" for none).

    minor: how much of the account it speaks of; None for all of it.
    """

    event: Event
    party: Party
    document_no: str = ""
    minor: int | None = None


@dataclass(frozen=True, slots=True)
class Events:
    """What is remembered and booked, to be asked for one document at a time."""

    said: Mapping[tuple[Party, str], Sequence[Said]]
    booked: Mapping[int, Sequence[Event]]
    deadlines: Mapping[tuple[Party, str], dt.date]
    claims: Mapping[Party, Sequence[Claim]]

    def of(self, claim: Claim) -> tuple[Event, ...]:
        """Everything that concerns this document.

        What was said about the account concerns the documents issued by then; where it
        spoke of less than is open of them, it is not proven for any of them (U-28).
        """
        if not self.said:  # nothing is remembered: only what the ledger itself shows
            return tuple(self.booked.get(claim.item, ()))
        named = [s.event for s in self.said.get((claim.party, claim.document_no), ())]
        return (*named, *self.booked.get(claim.item, ()), *self._of_account(claim))

    def deadline(self, claim: Claim) -> dt.date | None:
        """The day set by the first demand that arrived (时效规定 4)."""
        return self.deadlines.get((claim.party, claim.document_no))

    def _of_account(self, claim: Claim) -> Iterator[Event]:
        if not claim.document_no:
            return
        for said in self.said.get((claim.party, ""), ()):
            event = said.event
            if claim.issued is not None and claim.issued > event.day:
                continue
            owed = _owed(self.claims.get(claim.party, ()), event.day)
            is_sure = event.is_proven and (said.minor is None or said.minor >= owed)
            yield Event(event.day, event.kind, is_sure, event.detail)


def gather(history: History, position: Position, claims: Sequence[Claim]) -> Events:
    """All events up to the as-of date; with an empty history only the payments."""
    said: dict[tuple[Party, str], list[Said]] = defaultdict(list)
    for one in _remembered(history):
        if one.event.day <= position.as_of:
            said[(one.party, one.document_no)].append(one)
    by_party: dict[Party, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_party[claim.party].append(claim)
    return Events(said, _payments(position, claims), _deadlines(history), by_party)


def _remembered(history: History) -> Iterator[Said]:
    yield from _letters(history)
    yield from _statements(history)
    yield from _contacts(history.contacts)
    yield from _promises(history)


def _letters(history: History) -> Iterator[Said]:
    """Letters that arrived; those only sent may have."""
    for letter in history.letters:
        day = letter.arrived_on or letter.sent_on
        if letter.state is not LetterState.SENT or day is None or not letter.demand_minor:
            continue
        event = Event(day, Kind.LETTER, letter.arrived_on is not None, letter.number)
        for item in letter.items:
            yield Said(event, letter.party, item.document_no)


def _statements(history: History) -> Iterator[Said]:
    """Only what was signed with "agrees to pay" (U-23); of documents of that month."""
    for statement in history.statements:
        if statement.pays and statement.slip == "agrees" and statement.returned_on:
            event = Event(statement.returned_on, Kind.STATEMENT, True, statement.month)  # noqa: FBT003
            yield Said(event, statement.party, "", statement.closing_minor)


def _contacts(contacts: Iterable[ContactEntry]) -> Iterator[Said]:
    """The debtor admitted an amount, or a demand reached it."""
    for contact in contacts:
        admitted = contact.confirmed_minor
        is_proven = contact.proof is not Proof.NONE
        if admitted is None:
            is_proven = contact.proof in ARRIVED
        if admitted or contact.proof is not Proof.NONE:
            minor = contact.amount_minor if admitted is None else admitted
            event = Event(contact.at.date(), Kind.CONTACT, is_proven, contact.proof)
            yield Said(event, contact.party, "", minor)


def _promises(history: History) -> Iterator[Said]:
    """A promise is the debtor's consent (时效规定 14); its contact holds the proof."""
    proven = {c.id for c in history.contacts if c.proof is not Proof.NONE}
    for promise in history.promises:
        event = Event(promise.made_on, Kind.PROMISE, promise.contact in proven)
        yield Said(event, promise.party, promise.document_no, promise.amount_minor)


def _payments(position: Position, claims: Sequence[Claim]) -> dict[int, list[Event]]:
    """Part payments: designated ones interrupt, others may (U-28).

    Bills and credit notes do not count here.
    """
    found: dict[int, list[Event]] = defaultdict(list)
    payments = position.payments
    wanted = {claim.item for claim in claims}
    paid = payments[payments["is_cash"].astype(bool) & payments["item"].isin(wanted)]
    days = paid["date"].to_numpy("datetime64[D]").tolist()
    for item, day, how in zip(paid["item"].tolist(), days, paid["how"].tolist(), strict=True):
        if day is not None:
            found[int(item)].append(Event(day, Kind.PAYMENT, how in DESIGNATED))
    return found


def _deadlines(history: History) -> dict[tuple[Party, str], dt.date]:
    found: dict[tuple[Party, str], dt.date] = {}
    for letter in history.letters:
        if letter.arrived_on is not None and letter.deadline is not None:
            for item in letter.items:
                found.setdefault((letter.party, item.document_no), letter.deadline)
    return found


def _owed(claims: Sequence[Claim], day: dt.date) -> int:
    return sum(c.open_minor for c in claims if c.issued is None or c.issued <= day)
