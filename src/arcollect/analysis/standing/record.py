"""How each customer has paid so far."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from arcollect.analysis.keys import Flags, Ints, group_codes, largest, sums
from arcollect.analysis.position import Apart
from arcollect.analysis.rates import in_base
from arcollect.dates import add_months

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy

Money = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """The documents of one customer that a grade looks at, counted (U-13).

    long_share: amount of documents late beyond the long limit by amount of all; None
    where several currencies cannot be added up for want of a rate.
    """

    customer_key: str
    customer: str
    documents: int = 0
    late: int = 0
    worst_days: int = 0
    long_late: int = 0
    long_share: Fraction | None = Fraction(0)
    not_counted: int = 0  # disputed, or listed apart
    unknown: int = 0  # paid, but nobody knows when
    is_bad_debt: bool = False
    is_related: bool = False
    last_paid: dt.date | None = None
    open_minor: Money = ()
    overdue_minor: Money = ()


def records(position: Position, policy: Policy) -> list[Record]:
    """One record per customer of the ledger, all companies and currencies together.

    Documents: due within the lookback before the as-of date (both ends included), and
    every open overdue one. Due on the as-of date and still open is not yet decided.
    """
    fell_due = position.documents[_fell_due(position, policy)]
    counted = ~fell_due["is_disputed"].to_numpy(bool)
    counted &= fell_due["apart"].astype(object).to_numpy() == Apart.NO
    known = (fell_due["is_open"] | fell_due["settled_date"].notna()).to_numpy(bool)
    tally = _Tally(position, policy, fell_due[counted & known])
    tally.not_counted = _count(fell_due[~counted])
    tally.unknown = _count(fell_due[counted & ~known])
    return [tally.record(key) for key in sorted(tally.names)]


def _fell_due(position: Position, policy: Policy) -> Flags:
    documents, day = position.documents, np.datetime64(position.as_of, "D")
    since = add_months(position.as_of, -policy.grade.lookback_months)
    due = documents["due_date"].to_numpy("datetime64[D]")
    is_open = documents["is_open"].to_numpy(bool)
    recent = (due >= np.datetime64(since, "D")) & (due <= day)
    decided = np.where(is_open, due < day, due <= day)
    found: Flags = (recent | is_open) & decided
    return found


@dataclass(slots=True)
class _Tally:
    """The counts behind the records, each made once for all customers."""

    position: Position
    policy: Policy
    counted: pd.DataFrame
    not_counted: Mapping[str, int] = field(default_factory=dict)
    unknown: Mapping[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(init=False)
    facts: dict[str, dict[str, int]] = field(init=False)
    shares: dict[str, Fraction | None] = field(init=False)
    bad: set[str] = field(init=False)
    related: set[str] = field(init=False)
    paid: dict[str, dt.date] = field(init=False)
    open: dict[str, Money] = field(init=False)
    overdue: dict[str, Money] = field(init=False)

    def __post_init__(self) -> None:
        position = self.position
        self.names = _names(position)
        self.facts = _facts(self.counted, self.policy)
        self.shares = _long_shares(self.counted, self.policy)
        self.bad = bad_debtors(position)
        self.related = _keys_where_apart(position, Apart.RELATED)
        self.paid = _last_paid(position.documents)
        self.open = _money(position.open)
        self.overdue = _money(position.open[position.open["days_past_due"] > 0])

    def record(self, key: str) -> Record:
        """The record of one customer; one without documents has zeros."""
        return Record(
            customer_key=key,
            customer=self.names[key],
            **self.facts.get(key, {}),
            long_share=self.shares.get(key, Fraction(0)),
            not_counted=self.not_counted.get(key, 0),
            unknown=self.unknown.get(key, 0),
            is_bad_debt=key in self.bad,
            is_related=key in self.related,
            last_paid=self.paid.get(key),
            open_minor=self.open.get(key, ()),
            overdue_minor=self.overdue.get(key, ()),
        )


def _facts(counted: pd.DataFrame, policy: Policy) -> dict[str, dict[str, int]]:
    (which,), table = group_codes([counted], ["customer_key"])
    days, count = counted["days_late"].to_numpy(np.int64), len(table)
    long_ = (days > policy.grade.long_days).astype(np.int64)
    columns = {
        "documents": sums(which, np.ones_like(days), count),
        "late": sums(which, (days > 0).astype(np.int64), count),
        "worst_days": largest(which, days, count),
        "long_late": sums(which, long_, count),
    }
    return {
        key: {name: int(column[row]) for name, column in columns.items()}
        for row, key in enumerate(table["customer_key"])
    }


def _long_shares(counted: pd.DataFrame, policy: Policy) -> dict[str, Fraction | None]:
    """Exact share of the amount that was late too long, per customer."""
    (which,), table = group_codes([counted], ["customer_key", "currency"])
    amount = counted["amount_minor"].to_numpy(np.int64)
    is_long = counted["days_late"].to_numpy() > policy.grade.long_days
    all_, long_ = (
        sums(which, money, len(table)) for money in (amount, np.where(is_long, amount, 0))
    )
    parts: dict[str, list[tuple[str, int, int]]] = {}
    for row, (key, currency) in enumerate(table.itertuples(index=False)):
        part = (str(currency), int(long_[row]), int(all_[row]))
        parts.setdefault(str(key), []).append(part)
    return {key: _share(found, policy) for key, found in parts.items()}


def _share(parts: list[tuple[str, int, int]], policy: Policy) -> Fraction | None:
    if len(parts) == 1:
        return Fraction(parts[0][1], parts[0][2])
    long_ = [in_base(minor, currency, policy) for currency, minor, _ in parts]
    all_ = [in_base(minor, currency, policy) for currency, _, minor in parts]
    known_long, known_all = ([m for m in side if m is not None] for side in (long_, all_))
    if len(known_all) < len(parts):
        return None
    return sum(known_long, Fraction(0)) / sum(known_all, Fraction(0))


def _count(documents: pd.DataFrame) -> dict[str, int]:
    (which,), table = group_codes([documents], ["customer_key"])
    many: Ints = np.bincount(which, minlength=len(table))
    return {str(k): int(many[row]) for row, k in enumerate(table["customer_key"])}


def _names(position: Position) -> dict[str, str]:
    """Every customer of the ledger; the last name seen stands for all."""
    ledger = position.ledger
    known: dict[str, str] = {}
    for frame in (ledger.customers, position.credits, position.documents, position.open):
        pairs = frame[["customer_key", "customer"]].drop_duplicates()
        known |= {str(k): str(n) for k, n in pairs.itertuples(index=False) if k}
    return known


def bad_debtors(position: Position) -> set[str]:
    """Customers with a bad-debt mark, on their sheet or on a document (R000-44)."""
    ledger = position.ledger
    marked = ledger.items["is_bad_debt"] | ledger.items["is_written_off"]
    issued = ~(ledger.items["issue_date"] > np.datetime64(position.as_of, "s"))
    on_items = ledger.items.loc[marked & issued, "customer_key"]
    on_sheet = ledger.customers.loc[ledger.customers["is_bad_debt"], "customer_key"]
    return {str(key) for key in (*on_items, *on_sheet)}


def _keys_where_apart(position: Position, reason: Apart) -> set[str]:
    keys: set[str] = set()
    for frame in (position.open, position.documents):
        found = frame.loc[frame["apart"].astype(object) == reason, "customer_key"]
        keys |= {str(key) for key in found.unique()}
    return keys


def _last_paid(documents: pd.DataFrame) -> dict[str, dt.date]:
    paid = documents[documents["settled_date"].notna()]
    last = paid.groupby(paid["customer_key"].astype(object))["settled_date"].max()
    return {str(key): day.date() for key, day in last.items()}


def _money(items: pd.DataFrame) -> dict[str, Money]:
    """Open money by currency (minor units) of every customer."""
    (which,), table = group_codes([items], ["customer_key", "currency"])
    total = sums(which, items["open_minor"].to_numpy(np.int64), len(table))
    found: dict[str, Money] = {}
    for row, (key, currency) in enumerate(table.itertuples(index=False)):
        one = (str(currency), int(total[row]))
        found[str(key)] = (*found.get(str(key), ()), one)
    return found
