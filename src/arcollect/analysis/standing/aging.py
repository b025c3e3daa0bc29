"""How late is the money."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.position import Position
    from arcollect.policy import Policy


@dataclass(frozen=True, slots=True)
class Bucket:
    """One closed interval of days past due; `key` is stable, words come later.

    key: "not_due", "1-30", "31-90", "91-180", ">180", for audit buckets "<=1y",
    "1-2y" … ">5y". last is None for the open end.
    """

    key: str
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class CurrencyTotal:
    """Totals of one currency, minor units; they foot:

    sum(bucket_minor) + no_due_date_minor = open_minor;
    open_minor - unapplied_minor = balance_minor.
    """

    currency: str
    bucket_minor: tuple[int, ...]
    no_due_date_minor: int
    open_minor: int
    unapplied_minor: int
    balance_minor: int
    overdue_minor: int
    over_1_year_minor: int
    over_3_years_minor: int
    customers: int
    documents: int


@dataclass(frozen=True, slots=True)
class Aging:
    """Open items by customer (or another grouping) and bucket.

    groups: one row per (by, currency): columns `by`, `label`, `currency`, one
    `b0`…`bn` per bucket (int64 minor), `no_due_date`, `open`, `unapplied`,
    `balance`, `overdue`, `over_1_year`, `over_3_years`, `worst_days`,
    `documents`, `in_pool` (bool; by customer only). Sorted by overdue, largest first.
    items: `Position.open` plus `bucket` (int8; -1 = no due date).
    """

    as_of: dt.date
    by: str
    basis: str
    buckets: tuple[Bucket, ...]
    groups: pd.DataFrame
    items: pd.DataFrame
    totals: tuple[CurrencyTotal, ...]


def age(position: Position, policy: Policy, *, by: str = "customer", audit: bool = False) -> Aging:
    """Sort every open item into a bucket by days past its due date (逾期账龄).

    An item due on the as-of date is not overdue; one day later it is in 1-30 (R000-03).
    Unapplied credits keep their own column. Money in minor units, one total per currency.
    """
    raise NotImplementedError
