"""What else is known about a party: receipts, sales, limit, bills."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.asof.apart import Apart
from arcollect.analysis.chase.worklist.entry import Person
from arcollect.analysis.keys import PARTY, group_codes, sums
from arcollect.analysis.money_in import money_in
from arcollect.dates import add_months
from arcollect.ledger.schema import ItemKind

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.position import Position
    from arcollect.register.entries import Party

SALES_MONTHS = 12
ROLES = ("finance", "purchasing", "other", "executive", "owner")
ROLES_LATE = ("owner", "executive", "finance", "purchasing", "other")


@dataclass(frozen=True, slots=True)
class Facts:
    """By party, minor units of its currency; what nobody knows is not there.

    paid: the day of the last money that came in, and how much on that day; sales: of
    the twelve months up to the as-of date; limits: as typed in, in that currency; bills:
    received, not yet matured (U-03).
    """

    paid: Mapping[Party, tuple[dt.date, int]]
    sales: Mapping[Party, int]
    limits: Mapping[Party, int]
    bills: Mapping[Party, int]
    people: Mapping[str, tuple[Person, ...]]  # by customer key, as the sheet lists them

    def person(self, key: str, *, decides: bool) -> Person | None:
        """Whom to call: finance first; from 91 days who can decide (R000-26)."""
        order = ROLES_LATE if decides else ROLES
        return min(self.people.get(key, ()), key=lambda p: _place(p, order), default=None)


def facts_of(position: Position, parties: Collection[Party]) -> Facts:
    """The columns of U-40 that the aging table does not have."""
    paid = {}
    for party, money in money_in(position, parties).items():
        last = money[-1].day
        paid[party] = (last, sum(m.minor for m in money if m.day == last))
    in_hand = position.open["apart"].astype(object) == Apart.BILL
    bills = _summed(position.open[in_hand], "open_minor")
    limits = _limits(position, parties)
    return Facts(paid, _sales(position), limits, bills, _people(position.ledger.contacts))


def _place(person: Person, order: Sequence[str]) -> tuple[bool, int]:
    """Somebody with a phone first, then by role."""
    return not person.phone, order.index(person.role) if person.role in order else len(order)


def _people(contacts: pd.DataFrame) -> dict[str, tuple[Person, ...]]:
    found: dict[str, tuple[Person, ...]] = {}
    columns = contacts[["customer_key", "contact", "role", "title", "phone"]].astype(str)
    for key, *facts in columns.itertuples(index=False):
        if facts[0].strip() or facts[3].strip():
            found[key] = (*found.get(key, ()), Person(*facts))
    return found


def sales_are_typed(position: Position) -> bool:
    """Whether sales come from the sales sheet by customer; else they are invoices."""
    sales = position.ledger.sales
    return bool((sales["customer_key"].astype(object) != "").any() and (sales["month"] > 0).any())


def _sales(position: Position) -> dict[Party, int]:
    """Twelve months by customer: the sales sheet's, else what was invoiced less credits."""
    since = add_months(position.as_of, -SALES_MONTHS)
    if sales_are_typed(position):
        sales = position.ledger.sales
        months = sales["year"].to_numpy(np.int64) * 12 + sales["month"].to_numpy(np.int64)
        last = position.as_of.year * 12 + position.as_of.month
        use = (sales["month"] > 0) & (months > last - SALES_MONTHS) & (months <= last)
        return _summed(sales[use & (sales["customer_key"].astype(object) != "")], "amount_minor")
    items = position.ledger.items
    kind = items["kind"].astype(object)
    issued = items["issue_date"].to_numpy("datetime64[D]")
    recent = (issued > np.datetime64(since, "D")) & (issued <= np.datetime64(position.as_of, "D"))
    return _summed(items[kind.isin([ItemKind.INVOICE, ItemKind.CREDIT]) & recent], "amount_minor")


def _limits(position: Position, parties: Collection[Party]) -> dict[Party, int]:
    """The credit limit of each party whose currency it is written in."""
    typed = position.ledger.customers
    typed = typed[typed["credit_limit_minor"] > 0]
    columns = [*PARTY, "credit_limit_minor"]
    known = {
        (str(company), str(key), str(currency)): int(minor)
        for company, key, currency, minor in typed[columns].itertuples(index=False)
    }
    found = {}
    for company, key, currency in parties:
        limit = known.get((company, key, currency)) or known.get(("", key, currency))
        if limit:
            found[company, key, currency] = limit
    return found


def _summed(frame: pd.DataFrame, name: str) -> dict[Party, int]:
    (which,), table = group_codes([frame], PARTY)
    total = sums(which, frame[name].to_numpy(np.int64), len(table))
    rows = table[list(PARTY)].itertuples(index=False, name=None)
    return {row: int(minor) for row, minor in zip(rows, total, strict=True)}
