"""On which day each customer pays, and how late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.keys import PARTY, group_codes, sums
from arcollect.analysis.money_in import Money, money_in, shows_payments
from arcollect.analysis.standing.payers.lateness import Lateness, Typical
from arcollect.analysis.standing.payers.past import Party, Past, parties, past
from arcollect.analysis.standing.payers.payday import PayDay, PayDays

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy


@dataclass(frozen=True, slots=True)
class Habit:
    """How one party pays: its usual day, its lateness, its last money.

    payday: None where the payments show no usual day; typical: None without paid
    documents that have a due date; payments: days on which money came in the lookback.
    last_minor: all money of the last day, in minor units.
    """

    party: Party
    customer: str
    payments: int
    payday: PayDay | None
    typical: Typical | None
    open_minor: int = 0
    last_on: dt.date | None = None
    last_minor: int = 0


@dataclass(frozen=True, slots=True)
class Habits:
    """Everybody's habits; reminders that are due first, then by the next pay day.

    shows_payments: whether the ledger says anywhere when money came in; undated: paid
    documents of which nobody knows when they were paid.
    """

    as_of: dt.date
    habits: tuple[Habit, ...]
    shows_payments: bool
    undated: int = 0

    def paydays(self) -> dict[Party, PayDay]:
        """The usual payment days that are known."""
        return {one.party: one.payday for one in self.habits if one.payday is not None}


def habits(position: Position, policy: Policy) -> Habits:
    """How every party has paid: payment days in cash, lateness of paid documents.

    One row per own company, customer and currency. A usual day takes enough payments
    (R003-47, G-07); lateness is settled day less due date of documents due in the
    lookback, disputed ones and those listed apart left out. No clock, no guess: what
    the ledger does not show is None.
    """
    before = past(position)
    names = _names(position)
    money = money_in(position, names)
    known = Lateness(before, position.as_of, policy)
    numbers = {party: n for n, party in enumerate(before.parties)}
    finder = PayDays(position.as_of, policy)
    open_ = _open(position)
    found = [
        _habit(
            (party, name),
            money.get(party, []),
            finder,
            known.typical(numbers[party]) if party in numbers else None,
            open_.get(party, 0),
        )
        for party, name in names.items()
    ]
    found.sort(key=lambda one: _rank(one, position.as_of))
    return Habits(position.as_of, tuple(found), shows_payments(position), _undated(before))


def paydays(position: Position, policy: Policy) -> Mapping[Party, PayDay]:
    """The usual payment day of every party that has one."""
    finder = PayDays(position.as_of, policy)
    money = money_in(position, _names(position))
    found = {party: finder.find(one.day for one in paid) for party, paid in money.items()}
    return {party: day for party, day in found.items() if day is not None}


def _habit(
    who: tuple[Party, str],
    money: list[Money],
    finder: PayDays,
    typical: Typical | None,
    open_minor: int,
) -> Habit:
    party, customer = who
    last = max((one.day for one in money), default=None)
    return Habit(
        party=party,
        customer=customer,
        payments=len(finder.counted(one.day for one in money)),
        payday=finder.find(one.day for one in money),
        typical=typical,
        open_minor=open_minor,
        last_on=last,
        last_minor=sum(one.minor for one in money if one.day == last),
    )


def _names(position: Position) -> dict[Party, str]:
    """Every party with a document, a credit or a receipt; the last name seen stands."""
    known: dict[Party, str] = {}
    receipts = position.ledger.receipts
    for frame in (receipts, position.credits, position.documents, position.open):
        rows = frame[[*PARTY, "customer"]].drop_duplicates()
        for company, key, currency, name in rows.itertuples(index=False):
            known[str(company), str(key), str(currency)] = str(name)
    return known


def _open(position: Position) -> dict[Party, int]:
    (which,), table = group_codes([position.open], PARTY)
    total = sums(which, position.open["open_minor"].to_numpy(np.int64), len(table)).tolist()
    return dict(zip(parties(table), total, strict=True))


def _undated(before: Past) -> int:
    return int((~before.is_known).sum())


def _rank(one: Habit, as_of: dt.date) -> tuple[object, ...]:
    payday = one.payday
    if payday is None:
        return 2, dt.date.max, -one.open_minor, one.party
    is_asked = payday.is_due(as_of) and one.open_minor > 0
    return (0 if is_asked else 1), payday.next_on, -one.open_minor, one.party
