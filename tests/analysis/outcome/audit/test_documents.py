"""Sums, limits, dates and numbers that do not fit."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.outcome.audit.desk import fields, look, rows_of, said

from arcollect.analysis.outcome.audit.amounts import round_sums, same_sums
from arcollect.analysis.outcome.audit.approvals import approvals
from arcollect.analysis.outcome.audit.dating import after_closing, backdated
from arcollect.analysis.outcome.audit.hint import Weight
from arcollect.analysis.outcome.audit.series import (
    missing_numbers,
    out_of_order,
    rising,
    shared_numbers,
    split_number,
)


def bills(*rows: tuple[object, ...], columns: str = "document_no  issue_date  amount") -> str:
    lines = ["  ".join(map(str, ("甲", *row))) for row in rows]
    return "\n".join([f"customer  {columns}", *lines])


def test_same_day_and_sum_on_two_documents():
    items = bills(
        ("A1", "2026-10-08", 2000), ("A2", "2026-10-08", 2000), ("A3", "2026-10-09", 2000)
    )
    found = look(same_sums, items)
    assert rows_of(found) == [[2, 3]]
    assert found.hints[0].amount_minor == 200_000  # what would be too much


def test_small_sums_and_other_customers_are_no_hint():
    items = bills(("A1", "2026-10-08", "999.99"), ("A2", "2026-10-08", "999.99"))
    assert look(same_sums, items).hints == ()
    other = bills(("A1", "2026-10-08", 2000)) + "\n乙  A2  2026-10-08  2000"
    assert look(same_sums, other).hints == ()


def test_one_number_twice_is_the_readers_warning():
    items = bills(("A1", "2026-10-08", 2000), ("A1", "2026-10-08", 2000))
    assert look(same_sums, items).hints == ()


def test_same_receipts():
    receipts = "customer  date  amount\n甲  2026-10-08  2000\n甲  2026-10-08  2000"
    assert said(look(same_sums, receipts=receipts)) == ["same_receipts"]


def test_a_currency_without_a_rate_is_said():
    items = bills(("A1", "2026-10-08", 2000, "USD"), ("A2", "2026-10-08", 2000, "USD"),
                  columns="document_no  issue_date  amount  currency")  # fmt: skip
    found = look(same_sums, items)
    assert found.hints == ()
    assert [gap.why.facts["currency"] for gap in found.gaps] == ["USD"]
    assert len(look(same_sums, items, sections={"rates": {"USD": "7"}}).hints) == 1


def rounded(own: int, of: int, others: str = "77.77") -> str:
    rows = [(f"A{n}", "2026-10-08", 5000 if n < own else "123.45") for n in range(of)]
    rest = [f"乙  B{n}  2026-10-08  {others}" for n in range(10)]
    return "\n".join([bills(*rows), *rest])


@pytest.mark.parametrize(("own", "of", "hints"), [(5, 10, 1), (4, 10, 0), (9, 9, 0)])
def test_half_of_ten_documents_round(own, of, hints):
    assert len(look(round_sums, rounded(own, of)).hints) == hints


def test_where_everybody_is_round_nobody_is():
    assert look(round_sums, rounded(10, 10, others="3000")).hints == ()


def limit(*row: str):
    columns = "customer  credit_limit  approved_limit  limit_approver"
    return look(approvals, customers=f"{columns}\n{'  '.join(row)}\n乙  10  10  赵总")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (("甲", "500000.00", "-", "-"), []),
        (("甲", "500000.01", "-", "-"), ["no_approver"]),
        (("甲", "500000.01", "-", "赵总"), []),
        (("甲", "300000", "200000", "赵总"), ["above_approved"]),
        (("甲", "200000", "200000", "-"), []),
    ],
)
def test_limits_and_their_approval(row, expected):
    assert said(limit(*row)) == expected


def test_only_the_named_may_approve():
    customers = "customer  credit_limit  limit_approver\n甲  600000  王五"
    sections = {"audit": {"limit_approvers": ["赵总"]}}
    assert said(look(approvals, customers=customers, sections=sections)) == ["other_approver"]  # type: ignore[arg-type]


def test_no_approver_anywhere_is_a_gap():
    found = look(approvals, customers="customer  credit_limit\n甲  600000")
    assert found.hints == ()
    assert fields(found) == {"limit_approver", "approved_limit_minor"}


@pytest.mark.parametrize(
    ("issued", "entered", "expected"),
    [
        ("2026-08-31", "2026-10-01", []),  # 31 days
        ("2026-08-31", "2026-10-02", ["dated_late"]),
        ("2026-10-05", "2026-10-05", []),
        ("2026-10-05", "2026-10-04", ["dated_ahead"]),
    ],
)
def test_date_and_day_of_entry(issued, entered, expected):
    items = bills(("A1", issued, 5, entered), columns="document_no  issue_date  amount  entry_date")
    assert said(look(backdated, items)) == expected


def test_no_day_of_entry_is_said():
    assert fields(look(backdated)) == {"entry_date"}


def credit(when: str, amount: int = -5000, billed: str = "2026-08-15"):
    return f"""
        customer  document_no  kind     issue_date  amount
        甲        A1           invoice  {billed}    5000
        甲        R1           credit   {when}      {amount}
    """


def test_a_credit_note_in_the_first_ten_days_of_the_quarter():
    found = look(after_closing, credit("2026-10-10"))
    assert (said(found), rows_of(found)) == (["taken_back"], [[2, 3]])
    assert found.hints[0].weight is Weight.HIGH
    assert look(after_closing, credit("2026-10-11")).hints == ()
    assert look(after_closing, credit("2026-09-01")).hints == ()


def test_months_may_be_the_period():
    sections = {"audit": {"period": "month"}}
    assert said(look(after_closing, credit("2026-09-01"), sections=sections)) == ["taken_back"]  # type: ignore[arg-type]


def test_one_that_takes_nothing_back_weighs_less():
    found = look(after_closing, credit("2026-10-01", -4000))
    assert (said(found), found.hints[0].weight) == (["after_closing"], Weight.MEDIUM)
    old = look(after_closing, credit("2026-10-01", billed="2026-03-01"))
    assert said(old) == ["after_closing"]
    assert look(after_closing, credit("2026-10-01", -999)).hints == ()


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("XS-2026-017", ("XS-2026-#", 17)),
        ("017", ("#", 17)),
        ("A7b", ("A#b", 7)),
        ("红字", None),
        ("26112000000012345678", ("26112000000#", 12_345_678)),
    ],
)
def test_what_of_a_number_counts_up(word, parts):
    assert split_number(word) == parts


def numbered_bills(numbers, *, paid: bool = True) -> str:
    start = dt.date(2026, 1, 1)
    rows = [(f"XS{n:03}", start + dt.timedelta(days=n), 5, 5 if paid else 0) for n in numbers]
    return bills(*rows, columns="document_no  issue_date  amount  paid")


def test_a_gap_in_a_series_that_runs_on():
    found = look(missing_numbers, numbered_bills([1, 2, 3, 4, 5, 8, 9, 10, 11, 12]))
    (hint,) = found.hints
    facts = hint.measured.facts
    assert (facts["count"], facts["total"]) == (2, 12)
    assert facts["gaps"].facts["names"] == ["XS006–XS007"]  # type: ignore[attr-defined]
    assert rows_of(found) == [[6, 7]]  # the rows beside the gap


def test_numbers_that_do_not_run_on_have_no_gaps():
    assert look(missing_numbers, numbered_bills(range(1, 30, 2))).hints == ()
    few = look(missing_numbers, numbered_bills([1, 2, 3, 4, 6]))
    assert (few.looked_at, few.hints, len(few.gaps)) == (0, (), 1)
    assert look(missing_numbers, numbered_bills(range(1, 12))).hints == ()


def test_a_list_of_open_items_has_gaps_by_its_nature():
    found = look(missing_numbers, numbered_bills([1, 2, 3, 4, 5, 8, 9, 10, 11, 12], paid=False))
    assert (found.hints, fields(found)) == ((), {"settled_date"})


def test_vouchers_name_no_documents():
    found = look(shared_numbers, numbered_bills(range(1, 12)), form="journal")
    assert [gap.why.key for gap in found.gaps] == ["audit_why.not_unique"]


def test_one_number_at_two_customers():
    items = numbered_bills(range(1, 12)) + "\n乙  XS003  2026-01-04  5  5"
    found = look(shared_numbers, items)
    assert rows_of(found) == [[4, 13]]
    assert look(shared_numbers, numbered_bills(range(1, 12))).hints == ()


@pytest.mark.parametrize(("when", "hints"), [("2026-01-02", 1), ("2026-01-04", 0)])
def test_a_date_before_those_of_earlier_numbers(when, hints):
    items = numbered_bills(range(1, 12)).replace("XS007  2026-01-08", f"XS007  {when}")
    found = look(out_of_order, items)
    assert rows_of(found) == [[8]] * hints


def test_numbers_given_without_regard_to_dates_are_not_tested():
    start = dt.date(2026, 1, 1)
    rows = [(f"XS{n:03}", start + dt.timedelta(days=n * 37 % 100), 5) for n in range(30)]
    found = look(out_of_order, bills(*rows))
    assert (found.looked_at, found.hints, len(found.gaps)) == (0, (), 1)


@given(st.lists(st.integers(0, 30), max_size=25))
@settings(deadline=None, max_examples=60)
def test_what_is_kept_never_falls_and_nothing_longer_does(days):
    kept = [day for day, keep in zip(days, rising(days), strict=True) if keep]
    assert kept == sorted(kept)
    best: list[int] = []
    for at, day in enumerate(days):
        best.append(1 + max((best[n] for n in range(at) if days[n] <= day), default=0))
    assert len(kept) == max(best, default=0)
