"""Every open amount once: when it is expected, or why it is not."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import numpy as np

from arcollect.analysis.asof.apart import Apart
from arcollect.analysis.asof.recorded import dates
from arcollect.analysis.keys import PARTY, Ints
from arcollect.analysis.standing.payers.expected import By, Expected, Foreseen
from arcollect.analysis.standing.payers.past import Party

if TYPE_CHECKING:
    from arcollect.analysis.position import Position


class Not(StrEnum):
    """Why an open amount is not forecast; it is listed and stays in the total."""

    COVERED = "covered"  # by receipts and credits that are not applied yet (U-02)
    DISPUTED = "disputed"
    BAD_DEBT = "bad-debt"
    WRITTEN_OFF = "written-off"
    RELATED = "related"  # pays when the group decides
    SMALL = "small"
    RED_BLUE = "red-blue"
    NO_DUE_DATE = "no-due-date"
    NO_HISTORY = "no-history"  # overdue, and the ledger shows no payments to learn from


_APART = {
    Apart.SMALL: Not.SMALL,
    Apart.RELATED: Not.RELATED,
    Apart.RED_BLUE: Not.RED_BLUE,
    Apart.WRITTEN_OFF: Not.WRITTEN_OFF,
}


@dataclass(frozen=True, slots=True)
class Promised:
    """An open promise to pay: so much (minor units) on that day, for one document or all."""

    party: Party
    on: dt.date
    minor: int
    document_no: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What the register knows beyond the ledger; empty without one.

    disputed: minor units by item (row label of `Ledger.items`).
    """

    promised: tuple[Promised, ...] = ()
    disputed: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One open document, or the part of it that is expected (or not) for one reason."""

    party: Party
    customer: str
    document_no: str
    due_date: dt.date | None
    days_past_due: int
    minor: int
    expected: Expected | None
    why_not: Not | None = None


@dataclass(slots=True)
class _Item:
    """An open item while its parts are handed out; `left` is what has no line yet."""

    party: Party
    customer: str
    document_no: str
    due: dt.date | None
    days: int
    left: int
    disputed: int
    apart: str
    matures: dt.date | None
    is_bad: bool

    def take(self, minor: int, what: Expected | Not) -> Iterator[Line]:
        """The line of a part, none for nothing."""
        part = min(minor, self.left)
        if part > 0:
            self.left -= part
            expected, why = (None, what) if isinstance(what, Not) else (what, None)
            facts = (self.party, self.customer, self.document_no, self.due, self.days)
            yield Line(*facts, part, expected, why)

    def why_not(self) -> Not | None:
        """Why nothing of it is expected at all."""
        if self.apart in _APART:
            return _APART[Apart(self.apart)]
        return Not.BAD_DEBT if self.is_bad else None


def lines(
    position: Position, told: Told, foreseen: Foreseen, numbers: Mapping[Party, int]
) -> list[Line]:
    """Every open amount in exactly one line; they add up to the open items to the cent.

    In this order: what stands apart or is bad debt, disputed parts, bills at maturity,
    then unapplied receipts and credits against the oldest due date, promises on their
    day (in the late case as without the promise: it is no proof), the rest by lateness.
    numbers: the party's number in the lateness, where it has one.
    """
    credits_, promised = _unapplied(position), defaultdict[Party, list[Promised]](list)
    for one in sorted(told.promised, key=lambda p: (p.on, p.document_no)):
        promised[one.party].append(one)
    found: list[Line] = []
    for party, items in _by_party(position, told).items():
        desk = _Desk(items, foreseen, numbers.get(party, len(numbers)))
        found += desk.apart()
        found += desk.covered(credits_.get(party, 0))
        for one in promised[party]:
            found += desk.promised(one)
        found += desk.rest()
    return found


@dataclass(frozen=True, slots=True)
class _Desk:
    """The open items of one party, oldest due date first, undated last."""

    items: Sequence[_Item]
    foreseen: Foreseen
    number: int

    def apart(self) -> Iterator[Line]:
        """What is not waited for, and bills."""
        for item in self.items:
            if (why := item.why_not()) is not None:
                yield from item.take(item.left, why)
            yield from item.take(item.disputed, Not.DISPUTED)
            if item.apart == Apart.BILL and item.matures is not None:
                yield from item.take(item.left, self.foreseen.fixed(By.BILL, item.matures))

    def covered(self, minor: int) -> Iterator[Line]:
        """What unapplied receipts and credits will pay: no more money comes for it."""
        for item in self.items:
            before = item.left
            yield from item.take(minor, Not.COVERED)
            minor -= before - item.left

    def promised(self, one: Promised) -> Iterator[Line]:
        """The promise on its day, laid on its document or the oldest ones."""
        minor = one.minor
        for item in self.items:
            if one.document_no and item.document_no != one.document_no:
                continue
            before = item.left
            yield from item.take(minor, self._promise(item, one.on))
            minor -= before - item.left

    def rest(self) -> Iterator[Line]:
        """What is left, by lateness; without a due date it has no day."""
        for item in self.items:
            if item.due is None:
                yield from item.take(item.left, Not.NO_DUE_DATE)
            elif item.left:
                expected = self.foreseen.of(self.number, item.due)
                yield from item.take(item.left, expected or Not.NO_HISTORY)

    def _promise(self, item: _Item, on: dt.date) -> Expected:
        by_day = self.foreseen.fixed(By.PROMISE, on)
        usual = self.foreseen.of(self.number, item.due) if item.due else None
        late = usual.late if usual else None
        if late is not None and by_day.late is not None:
            late = max(late, by_day.late)
        documents = usual.documents if usual else 0
        return Expected(By.PROMISE, by_day.early, by_day.likely, late, documents)


def _by_party(position: Position, told: Told) -> dict[Party, list[_Item]]:
    found: dict[Party, list[_Item]] = defaultdict(list)
    for item in sorted(_items(position, told), key=_oldest):
        found[item.party].append(item)
    return found


def _oldest(item: _Item) -> tuple[object, ...]:
    return item.due or dt.date.max, item.party, item.document_no, item.left


def _items(position: Position, told: Told) -> Iterator[_Item]:
    open_, ledger = position.open, position.ledger
    of = ledger.items.loc[open_["item"], ["bill_maturity", "is_bad_debt"]]
    bad = _bad_debtors(position)
    columns: tuple[Iterable[Any], ...] = (
        open_["item"].tolist(),
        *(open_[name].astype(str).tolist() for name in (*PARTY, "customer", "document_no")),
        dates(open_["due_date"]).tolist(),
        open_["days_past_due"].tolist(),
        open_["open_minor"].tolist(),
        open_["disputed_minor"].tolist(),
        open_["apart"].astype(str).tolist(),
        dates(of["bill_maturity"]).tolist(),
        of["is_bad_debt"].tolist(),
    )
    for row in zip(*columns, strict=True):
        item, company, key, currency, name, number, due, days, left, contested, *rest = row
        apart, matures, is_bad = rest
        yield _Item(
            (company, key, currency), name, number, due, days, left,
            disputed=max(contested, told.disputed.get(item, 0)),
            apart=apart,
            matures=matures or due,
            is_bad=is_bad or (company, key) in bad or ("", key) in bad,
        )  # fmt: skip


def _bad_debtors(position: Position) -> set[tuple[str, str]]:
    """Customers that the customers sheet marks as bad debt."""
    typed = position.ledger.customers
    rows = typed.loc[typed["is_bad_debt"].to_numpy(bool), ["company", "customer_key"]]
    return {(str(company), str(key)) for company, key in rows.itertuples(index=False)}


def _unapplied(position: Position) -> dict[Party, int]:
    found: dict[Party, int] = defaultdict(int)
    credits_ = position.credits
    left: Ints = credits_["unapplied_minor"].to_numpy(np.int64)
    keys = credits_[list(PARTY)].itertuples(index=False)
    for (company, key, currency), minor in zip(keys, left.tolist(), strict=True):
        found[str(company), str(key), str(currency)] += minor
    return found
