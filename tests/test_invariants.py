"""What holds for every ledger: totals, parts, order, time, spelling."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal, get_args

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.random_ledgers import (
    COMPANIES,
    HEADS,
    Entry,
    Layout,
    as_csv,
    as_xlsx,
    by_currency,
    days,
    entries,
    layouts,
)

from arcollect.analysis.chase.dunning import Dunning, Notice, dun
from arcollect.analysis.claims.late_fee import Fees, late_fee
from arcollect.analysis.position import Position, stand
from arcollect.analysis.standing.aging import Aging, age
from arcollect.analysis.standing.grade import grade
from arcollect.ledger import LedgerFile, read
from arcollect.ledger.schema import RowClass
from arcollect.policy import Policy

Mode = Literal["auto", "separate", "fifo", "by-reference", "net"]
Rows = list[Entry]
MODES: tuple[Mode, ...] = get_args(Mode)
NOW = dt.date(2026, 10, 31)
few = settings(max_examples=5, deadline=None)  # each for five ways with credits
some = settings(max_examples=15, deadline=None)
modes = pytest.mark.parametrize("mode", MODES)
as_ofs = days("2023-06-01", "2029-01-31")  # the first entry is always issued by then


@dataclass
class River:
    """One ledger all the way down; each answer is worked out when a test asks."""

    position: Position
    rules: Policy

    @cached_property
    def aging(self) -> Aging:
        return age(self.position, self.rules)

    @cached_property
    def fees(self) -> Fees:
        return late_fee(self.position, self.rules)

    @cached_property
    def dunning(self) -> Dunning:
        return dun(self.position, self.fees, self.rules)


def policy(mode: Mode = "auto") -> Policy:
    """Two own companies; every contract has the same late fee."""
    return Policy.model_validate(
        {
            "company": [{"name": name} for name in COMPANIES],
            "aging": {"credits": mode},
            "fee": {"basis": "contract", "rate_per_day": "0.05%"},
        }
    )


def run(data: bytes, mode: Mode = "auto", as_of: dt.date = NOW, name: str = "t.csv") -> River:
    rules = policy(mode)
    return River(stand(read([LedgerFile(data=data, name=name)], rules), as_of, rules), rules)


def plain(total: dict[str, int]) -> dict[str, int]:
    return {code: minor for code, minor in total.items() if minor}


def control(river: River) -> dict[str, int]:
    """What the file holds, used or listed: items and unusable rows."""
    money: Counter[str] = Counter()
    for part in river.position.ledger.control.classes:
        if part.role == "items" and part.row_class in {RowClass.ITEM, RowClass.UNUSABLE}:
            money.update(part.money)
    return plain(money)


def sums(frame: pd.DataFrame, column: str, by: Sequence[str] = ("currency",)) -> dict[Any, int]:
    """Exact sums of a money column, which is made of integers."""
    assert frame[column].dtype == np.int64
    keys = zip(*(frame[name] for name in by), strict=True)
    total: Counter[Any] = Counter()
    for key, minor in zip(keys, frame[column].tolist(), strict=True):
        total[key if len(by) > 1 else key[0]] += minor
    return {key: minor for key, minor in total.items() if minor}


def buckets(aging: Aging) -> list[str]:
    return [f"b{n}" for n in range(len(aging.buckets))] + ["no_due_date"]


def standing(river: River) -> dict[str, Any]:
    """Every figure of the aging and every demand, by party."""
    names = [*buckets(river.aging), "open", "unapplied", "overdue", "worst_days", "documents"]
    groups = river.aging.groups.to_dict("records")
    figures = {_party(row): [row[name] for name in names] for row in groups}
    letters = {
        (n.company, n.customer_key, n.currency): (n.level, n.demand_minor, n.fee_minor)
        for n in river.dunning.notices
    }
    return {"aging": figures, "letters": letters}


def _party(row: dict[Hashable, Any]) -> tuple[str, str, str]:
    return row["company"], row["by"], row["currency"]


@modes
@given(rows=entries(), as_of=as_ofs)
@few
def test_the_file_ties_to_buckets_and_customers(mode: Mode, rows: Rows, as_of: dt.date) -> None:
    river = run(as_csv(rows), mode, as_of)
    position, groups = river.position, river.aging.groups
    assert control(river) == by_currency(rows)
    each_item_stands_in_one_bucket(river.aging)
    if mode == "separate":
        assert bucket_totals(river.aging) == expected_buckets(rows, as_of)
    balance = Counter(sums(position.open, "open_minor"))
    balance.subtract(sums(position.credits, "unapplied_minor"))
    assert plain({t.currency: t.balance_minor for t in river.aging.totals}) == plain(balance)
    assert sums(groups, "balance") == plain(balance)
    balance.update(position.left_out_minor)
    assert plain(balance) == by_currency(rows)


def bucket_totals(aging: Aging) -> dict[tuple[str, int], int]:
    found = {(t.currency, n): minor for t in aging.totals for n, minor in enumerate(t.bucket_minor)}
    found |= {(t.currency, -1): t.no_due_date_minor for t in aging.totals}
    return {key: minor for key, minor in found.items() if minor}


def expected_buckets(rows: Rows, as_of: dt.date) -> dict[tuple[str, int], int]:
    """Debits issued by the day, by days past due: up to 0, 30, 90, 180, more; -1 undated."""
    total: Counter[tuple[str, int]] = Counter()
    for row in rows:
        if row.minor > 0 and row.issued <= as_of:
            days = (as_of - row.due).days if row.due else 0
            bucket = sum(days > edge for edge in (0, 30, 90, 180)) if row.due else -1
            total[row.currency, bucket] += row.minor
    return dict(total)


def each_item_stands_in_one_bucket(aging: Aging) -> None:
    assert aging.items["item"].is_unique
    assert (aging.items["open_minor"] > 0).all()
    by_bucket = sums(aging.items.assign(bucket=aging.items["bucket"].astype(str)), "open_minor",
                     ("currency", "bucket"))  # fmt: skip
    for total in aging.totals:
        parts = [by_bucket.get((total.currency, str(n)), 0) for n in range(len(aging.buckets))]
        assert list(total.bucket_minor) == parts
        assert sum(parts) + total.no_due_date_minor == total.open_minor
        assert total.open_minor - total.unapplied_minor == total.balance_minor
    whole = aging.groups[buckets(aging)].sum(axis=1)
    assert whole.tolist() == aging.groups["open"].tolist()


@modes
@given(rows=entries(), as_of=as_ofs)
@few
def test_letters_and_silence_cover_all_overdue(mode: Mode, rows: Rows, as_of: dt.date) -> None:
    river = run(as_csv(rows), mode, as_of)
    covered = {(n.company, n.customer_key, n.currency): _overdue(n) for n in river.dunning.notices}
    silent = {(n.company, n.customer_key, n.currency): n for n in river.dunning.silent}
    assert not covered.keys() & silent.keys()
    covered |= {party: n.overdue_minor for party, n in silent.items()}
    table = river.aging.groups.to_dict("records")
    assert covered == {_party(row): row["overdue"] for row in table}
    for notice in river.dunning.notices:
        net = notice.gross_minor - notice.unapplied_minor
        assert notice.demand_minor == (net if _is_late(notice) else 0)


def _overdue(notice: Notice) -> int:
    """Demanded or held back with a reason; an L0 speaks of money that is not overdue."""
    held = sum(minor for why, minor in notice.not_demanded if why != "no-due-date")
    return held + notice.gross_minor * _is_late(notice)


def _is_late(notice: Notice) -> bool:
    return notice.level != "L0"


@modes
@given(rows=entries(least=2), luck=st.integers(0, 2**32))
@few
def test_the_order_of_rows_and_columns_changes_nothing(mode: Mode, rows: Rows, luck: int) -> None:
    dice = random.Random(luck)
    mixed, order = dice.sample(rows, len(rows)), tuple(dice.sample(range(7), 7))
    assert standing(run(as_csv(mixed, Layout(order=order)), mode)) == standing(
        run(as_csv(rows), mode)
    )


@given(rows=entries(), layout=layouts())
@settings(max_examples=30, deadline=None)
def test_spelling_and_layout_change_nothing(rows: Rows, layout: Layout) -> None:
    assert as_read(as_csv(rows, layout)) == as_read(as_csv(rows)) == as_written(rows)


@given(rows=entries())
@settings(max_examples=8, deadline=None)
def test_a_workbook_says_what_the_text_says(rows: Rows) -> None:
    assert as_read(as_xlsx(rows), "t.xlsx") == as_written(rows)


def as_written(rows: Rows) -> list[tuple[object, ...]]:
    return [(e.company, e.document, e.issued, e.due, e.currency, e.minor) for e in rows]


def as_read(data: bytes, name: str = "t.csv") -> list[tuple[object, ...]]:
    """The same columns of the ledger; a date that is none is None."""
    items = read([LedgerFile(data=data, name=name)], policy()).items
    names = ["company", "document_no", "issue_date", "due_date", "currency", "open_minor"]
    columns = [
        [None if day != day else day for day in items[n].dt.date]  # noqa: PLR0124  (NaT)
        if items[n].dtype.kind == "M"
        else items[n].tolist()
        for n in names
    ]
    return list(zip(*columns, strict=True))


@given(rows=entries(), start=days("2026-07-01", "2028-12-31"), later=st.integers(0, 400))
@some
def test_lateness_only_grows(rows: Rows, start: dt.date, later: int) -> None:
    end = start + dt.timedelta(days=later)
    early, late = (run(as_csv(rows), "separate", day) for day in (start, end))
    for before, after in zip(early.aging.totals, late.aging.totals, strict=True):
        assert before.currency == after.currency
        assert before.open_minor == after.open_minor
        for tail in range(1, len(early.aging.buckets)):
            assert sum(before.bucket_minor[tail:]) <= sum(after.bucket_minor[tail:])
    dated = early.position.open["has_due_date"]
    grown = late.position.open["days_past_due"] - early.position.open["days_past_due"]
    assert (grown[dated] == later).all()
    fees = {fee.document_no: fee.fee_minor for fee in late.fees.items}
    assert all(fee.fee_minor <= fees[fee.document_no] for fee in early.fees.items)


@given(rows=entries(), share=st.integers(1, 99))
@some
def test_splitting_a_document_moves_no_money(rows: Rows, share: int) -> None:
    large = [replace(row, minor=abs(row.minor) + 2_000_000) for row in rows]
    parts = [half for row in large for half in _halves(row, share)]
    whole, split = run(as_csv(large), "separate"), run(as_csv(parts), "separate")
    assert _money(whole) == _money(split)
    assert _graded(whole) == _graded(split)
    assert whole.fees.items
    fee = sum(f.fee_minor for f in whole.fees.items)
    assert abs(sum(f.fee_minor for f in split.fees.items) - fee) <= len(whole.fees.items)


def _halves(row: Entry, share: int) -> tuple[Entry, Entry]:
    """Two documents of one due date, neither a small difference (尾差)."""
    part = 10_000 + (row.minor - 20_000) * share // 100
    other = replace(row, document=f"{row.document}/2", minor=row.minor - part)
    return replace(row, document=f"{row.document}/1", minor=part), other


def _money(river: River) -> dict[tuple[str, str, str], list[int]]:
    groups = river.aging.groups.to_dict("records")
    return {_party(row): [row[n] for n in buckets(river.aging)] for row in groups}


def _graded(river: River) -> dict[str, Any]:
    found = grade(river.position, policy())
    return {g.customer_key: (g.open_minor, g.overdue_minor) for g in found.grades}


@given(rows=entries())
@few
def test_a_row_without_a_customer_is_listed_with_its_money(rows: Rows) -> None:
    nameless = replace(rows[0], customer="", document="DOC-X", minor=12_345)
    river = run(as_csv([*rows, nameless]))
    assert control(river) == by_currency([*rows, nameless])
    kept = Counter(sums(river.position.open, "open_minor"))
    kept.subtract(sums(river.position.credits, "unapplied_minor"))
    kept.update(river.position.left_out_minor)
    assert plain(kept) == by_currency(rows)
    listed = [p for p in river.position.ledger.problems if p.amount_minor is not None]
    assert [(p.amount_minor, p.currency) for p in listed] == [(12_345, "CNY")]


def test_customers_called_na_and_null_are_customers() -> None:
    text = f"{','.join(HEADS)}\n" + "".join(
        f"{COMPANIES[0]},{name},D{n},2026-01-05,2026-02-05,CNY,100.00\n"
        for n, name in enumerate(["NA", "null", "None", "nan", "=1+1", "[/]", "../../x"])
    )
    labels = run(text.encode()).aging.groups["label"].tolist()
    assert sorted(labels) == sorted(["NA", "null", "None", "nan", "=1+1", "[/]", "../../x"])
