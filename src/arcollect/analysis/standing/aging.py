"""How late is the money."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from arcollect.analysis.keys import Dates, Flags, Ints, group_codes, largest, positions, sums
from arcollect.analysis.standing.net import net_of_credits
from arcollect.analysis.standing.pool import Pool, focus
from arcollect.analysis.years import years_before
from arcollect.errors import LedgerError, message

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy

AUDIT_KEYS = ("<=1y", "1-2y", "2-3y", "3-4y", "4-5y", ">5y")
"""U-10: 1年以内, 1–2, 2–3, 3–4, 4–5, 5年以上 by calendar years from the issue date."""

_GROUPED_BY_PARTY = ("company", "customer_key", "currency")


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
    net_open_minor: int = 0  # after each customer's own unapplied credits, 0 at least
    net_overdue_minor: int = 0
    undated_minor: int = 0  # open without a due date, whatever the basis

    @property
    def knows_lateness(self) -> bool:
        """Whether any open money has a due date; else nobody can say what is overdue."""
        return self.undated_minor < self.open_minor or not self.open_minor


@dataclass(frozen=True, slots=True)
class Aging:
    """Open items by customer (or another grouping) and bucket.

    groups: one row per (by, currency): columns `by`, `label`, `currency`, one
    `b0`…`bn` per bucket (int64 minor), `no_due_date`, `open`, `unapplied`,
    `balance`, `overdue`, `over_1_year`, `over_3_years`, `worst_days`,
    `documents`, `in_pool` (bool; by customer only). Sorted by overdue, largest first.
    By customer also `company` and `customer_code`: one row per company, customer and
    currency (U-06). overdue always counts from the due date; worst_days and the years
    follow the basis.
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
    Unapplied credits keep their own column. Basis "issue" counts from the issue date;
    audit sorts by calendar years from it (U-10). by: customer, salesperson, department,
    region, industry, company, currency or none. Money in minor units, one total per
    currency. LedgerError when no open item has a due date and the basis is "due".
    """
    _refuse_without_dates(position, audit=audit)
    buckets = _audit_buckets() if audit else due_buckets(policy.aging.buckets)
    bucket = _years(position) if audit else _sorted_in(position, policy.aging.buckets)
    items = position.open.assign(bucket=bucket.astype(np.int8))
    day = _basis_dates(position, audit=audit)
    sheet = _Sheet(position, items, by, len(buckets), day)
    groups = sheet.groups(focus(position, policy) if by == "customer" else None)
    basis = "issue" if audit else position.basis
    totals = tuple(sheet.totals())
    return Aging(position.as_of, by, basis, buckets, groups, items, totals)


def _refuse_without_dates(position: Position, *, audit: bool) -> None:
    if not len(position.open):
        return
    if audit or position.basis == "issue":
        if position.open["issue_date"].isna().all():
            raise LedgerError(
                message("standing_why.no_issue_dates"),
                message("standing_why.no_issue_dates_hint"),
            )
    elif not position.open["has_due_date"].any():
        undated = position.open["issue_date"].isna().all()
        hint = "no_dates_hint" if undated else "no_due_dates_hint"
        raise LedgerError(
            message("standing_why.no_due_dates"),
            message(f"standing_why.{hint}"),
        )


def due_buckets(edges: Sequence[int]) -> tuple[Bucket, ...]:
    """Closed integer intervals: not due up to day 0, then one per edge, then the rest."""
    firsts = [1, *(edge + 1 for edge in edges)]
    late = [Bucket(f"{a}-{b}", a, b) for a, b in zip(firsts, edges, strict=False)]
    last = Bucket(f">{edges[-1]}" if edges else ">0", firsts[-1], None)
    return (Bucket("not_due", None, 0), *late, last)


def _audit_buckets() -> tuple[Bucket, ...]:
    return tuple(Bucket(key, None, None) for key in AUDIT_KEYS)


def _sorted_in(position: Position, edges: Sequence[int]) -> Ints:
    age_days = position.open["age_days"].to_numpy(np.int64)
    bucket = np.searchsorted(np.array([0, *edges], dtype=np.int64), age_days)
    return np.where(position.open["has_age"].to_numpy(bool), bucket, -1)


def _years(position: Position) -> Ints:
    """0 within one calendar year of the issue date, then one more for every year."""
    issued = position.open["issue_date"].to_numpy("datetime64[D]")
    bucket = np.zeros(len(issued), dtype=np.int64)
    for years in range(1, len(AUDIT_KEYS)):
        bucket += issued < np.datetime64(years_before(position.as_of, years), "D")
    return np.where(np.isnat(issued), -1, bucket)


def _basis_dates(position: Position, *, audit: bool) -> Dates:
    by_issue = audit or position.basis == "issue"
    column = position.open["issue_date" if by_issue else "due_date"]
    return column.to_numpy("datetime64[D]")


class _Sheet:
    """The columns of the table, summed over any grouping."""

    def __init__(
        self,
        position: Position,
        items: pd.DataFrame,
        by: str,
        buckets: int,
        day: Dates,
    ) -> None:
        self.position, self.items, self.by, self.buckets = position, items, by, buckets
        self.day = day
        self.credits = position.credits[position.credits["unapplied_minor"] != 0]
        self.money = items["open_minor"].to_numpy(np.int64)

    def groups(self, pool: Pool | None) -> pd.DataFrame:
        """One row per group and currency, largest overdue first."""
        keys = _Keys(self.position, self.by)
        names = keys.names
        frames = [keys.of(self.items), keys.of(self.credits)]
        (of_item, of_credit), table = group_codes(frames, names)
        found = self._columns(of_item, of_credit, len(table))
        labels = _labels(self.by, table, frames, (of_item, of_credit))
        groups = pd.DataFrame({**labels, **found})
        groups["in_pool"] = _in_pool(table, pool)
        order = ["overdue", "open", "currency", "label"]
        groups = groups.sort_values(order, ascending=[False, False, True, True], kind="stable")
        return groups.reset_index(drop=True)

    def totals(self) -> list[CurrencyTotal]:
        """Exact totals per currency; every column foots with the groups."""
        (of_item, of_credit), table = group_codes([self.items, self.credits], ["currency"])
        found = self._columns(of_item, of_credit, len(table))
        parties = self._parties_by_currency()
        net = net_of_credits(self.items, self.credits)
        dated = self.items["has_due_date"].to_numpy(bool)
        undated = sums(of_item[~dated], self.money[~dated], len(table))
        totals = [
            self._total(str(currency), row, found, parties.get(str(currency), 0))
            for row, currency in enumerate(table["currency"])
        ]
        return [
            replace(
                t,
                net_open_minor=net[t.currency][0],
                net_overdue_minor=net[t.currency][1],
                undated_minor=int(minor),
            )
            for t, minor in zip(totals, undated, strict=True)
        ]

    def _total(
        self, currency: str, row: int, found: dict[str, Ints], customers: int
    ) -> CurrencyTotal:
        cell = {name: int(column[row]) for name, column in found.items()}
        return CurrencyTotal(
            currency=currency,
            bucket_minor=tuple(cell[f"b{n}"] for n in range(self.buckets)),
            no_due_date_minor=cell["no_due_date"],
            open_minor=cell["open"],
            unapplied_minor=cell["unapplied"],
            balance_minor=cell["balance"],
            overdue_minor=cell["overdue"],
            over_1_year_minor=cell["over_1_year"],
            over_3_years_minor=cell["over_3_years"],
            customers=customers,
            documents=cell["documents"],
        )

    def _parties_by_currency(self) -> dict[str, int]:
        _, parties = group_codes([self.items, self.credits], ["customer_key", "currency"])
        counted = parties["currency"].value_counts()
        return {str(code): int(n) for code, n in counted.items()}

    def _columns(self, of_item: Ints, of_credit: Ints, count: int) -> dict[str, Ints]:
        def money(where: Flags) -> Ints:
            return sums(of_item[where], self.money[where], count)

        bucket, items = self.items["bucket"].to_numpy(), self.items
        days = items["days_past_due"].to_numpy(np.int64)
        found = {f"b{n}": money(bucket == n) for n in range(self.buckets)}
        found["no_due_date"] = money(bucket < 0)
        found["open"] = sums(of_item, self.money, count)
        unapplied = self.credits["unapplied_minor"].to_numpy(np.int64)
        found["unapplied"] = sums(of_credit, unapplied, count)
        found["balance"] = found["open"] - found["unapplied"]
        found["overdue"] = money(days > 0)
        found["over_1_year"] = money(self._older_than(1))
        found["over_3_years"] = money(self._older_than(3))
        found["worst_days"] = largest(of_item, items["age_days"].to_numpy(np.int64), count)
        found["documents"] = sums(of_item, np.ones(len(items), dtype=np.int64), count)
        return found

    def _older_than(self, years: int) -> Flags:
        edge = years_before(self.position.as_of, years)
        older: Flags = self.day < np.datetime64(edge, "D")
        return older


def group_of(position: Position, by: str) -> pd.Series:
    """Of every item of the ledger the group it counts in, "" where nobody filled it in.

    As in `age`: the document's own column, else the customer's. Indexed as Ledger.items.
    """
    items = position.ledger.items
    return _Keys(position, by).of(items.assign(item=items.index))[by].astype(object)


class _Keys:
    """What a row is grouped by: its own columns, the item's, else the customer's."""

    def __init__(self, position: Position, by: str) -> None:
        self.ledger, self.by = position.ledger, by

    @property
    def names(self) -> list[str]:
        """The columns that make a group; the currency is always one of them."""
        if self.by == "customer":
            return list(_GROUPED_BY_PARTY)
        return ["currency"] if self.by in {"currency", "none"} else [self.by, "currency"]

    def of(self, frame: pd.DataFrame) -> pd.DataFrame:
        """`frame` with the grouping column and the names that describe a group."""
        kept = frame[["item", "company", "customer_key", "customer", "currency"]]
        if self.by == "customer":
            return kept.assign(customer_code=self._text(kept, "customer_code"))
        if self.by in {"company", "currency", "none"}:
            return kept
        return kept.assign(**{self.by: self._text(kept, self.by)})

    def _text(self, frame: pd.DataFrame, name: str) -> pd.Series:
        """The item's own text, else the customer sheet's; "" where nobody knows."""
        items = self.ledger.items
        rows = positions(frame["item"].to_numpy(np.int64), items.index)
        column = pd.Categorical(items[name])
        codes = np.append(column.codes, -1)[rows]
        texts = np.append(np.asarray(column.categories, dtype=object), "")[codes]
        typed = self.ledger.customers.drop_duplicates("customer_key")
        if len(typed) and (blank := texts == "").any():
            known = dict(zip(typed["customer_key"], typed[name], strict=True))
            texts[blank] = [known.get(key, "") for key in frame["customer_key"][blank]]
        return pd.Series(texts, index=frame.index)


def _labels(
    by: str, table: pd.DataFrame, frames: list[pd.DataFrame], codes: tuple[Ints, Ints]
) -> dict[str, object]:
    """The describing columns of each group: the first name seen stands for all."""
    if by != "customer":
        key = table[by] if by in table else pd.Series([""] * len(table), dtype=object)
        return {"by": key, "label": key, "currency": table["currency"]}
    first = pd.concat([f[["customer", "customer_code"]].astype(object) for f in frames])
    which = np.concatenate(codes)
    _, rows = np.unique(which, return_index=True)
    named = first.iloc[rows].reset_index(drop=True)
    return {
        "by": table["customer_key"],
        "label": named["customer"],
        "currency": table["currency"],
        "company": table["company"],
        "customer_code": named["customer_code"],
    }


def _in_pool(table: pd.DataFrame, pool: Pool | None) -> list[bool]:
    if pool is None:
        return [False] * len(table)
    members = {(m.company, m.customer_key, m.currency) for m in pool.members}
    parties = zip(table["company"], table["customer_key"], table["currency"], strict=True)
    return [party in members for party in parties]
