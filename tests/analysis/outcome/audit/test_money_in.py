"""Whether money came in as it usually does, and found its document in time."""

from __future__ import annotations

import datetime as dt
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.build import day
from tests.analysis.outcome.audit.desk import fields, look, rows_of, said

from arcollect.analysis.outcome.audit.money_in import _Median, off_days, unmatched, unusual


def paid(*rows: tuple[str, str], customer: str = "甲") -> str:
    lines = [f"{customer}  {when}  {amount}" for when, amount in rows]
    return "\n".join(["customer  date  amount", *lines])


@pytest.mark.parametrize(("when", "rows"), [("2026-10-10", []), ("2026-10-11", [[2]])])
def test_make_up_days_are_workdays(when, rows):  # G-21
    assert rows_of(look(off_days, receipts=paid((when, "100")))) == rows


def test_the_policys_own_days_come_first():
    receipts = paid(("2026-10-11", "100"), ("2026-10-12", "100"))
    sections = {"extra_workdays": ["2026-10-11"], "extra_holidays": ["2026-10-12"]}
    assert rows_of(look(off_days, receipts=receipts, sections=sections)) == [[3]]  # type: ignore[arg-type]


def test_an_unknown_year_is_said():
    found = look(off_days, receipts=paid(("2031-01-01", "9")), as_of=day("2031-02-01"))
    assert [gap.why.key for gap in found.gaps] == ["workdays.unknown_year"]
    assert found.hints == ()  # a Wednesday


def test_many_customers_paying_on_sundays_are_one_hint():
    rows = [f"客户{n}  2026-10-11  100" for n in range(11)]
    found = look(off_days, receipts="\n".join(["customer  date  amount", *rows]))
    assert said(found) == ["off_days_often"]
    assert len(found.hints[0].places) == 11


def test_bills_and_later_receipts_are_not_looked_at():
    receipts = """
        customer  date        amount  method
        甲        2026-10-11  100     bill
        甲        2026-11-01  100     cash
        甲        -           100     cash
    """
    found = look(off_days, receipts=receipts)
    assert found.hints == ()
    assert [gap.why.key for gap in found.gaps] == ["audit_why.undated"]


USUAL = [(f"2026-0{n}-06", "1000") for n in range(1, 6)]


@pytest.mark.parametrize(("amount", "hints"), [("3000.00", 0), ("3000.01", 1)])
def test_three_times_the_median_is_the_edge(amount, hints):
    receipts = paid(*USUAL, ("2026-06-08", amount))
    assert len(look(unusual, receipts=receipts).hints) == hints


def test_four_earlier_receipts_are_no_habit():
    assert look(unusual, receipts=paid(*USUAL[1:], ("2026-06-08", "99999"))).hints == ()


def test_receipts_of_the_same_day_are_no_history():
    same = [("2026-06-08", "1000")] * 5
    assert look(unusual, receipts=paid(*same, ("2026-06-08", "99999"))).hints == ()


def test_currencies_have_habits_of_their_own():
    receipts = paid(*USUAL) + "\n甲  2026-06-08  99999"
    lines = receipts.splitlines()
    coded = [f"{line}  {'USD' if '99999' in line else 'CNY'}" for line in lines[1:]]
    table = "\n".join([f"{lines[0]}  currency", *coded])
    assert look(unusual, receipts=table).hints == ()


@given(st.lists(st.integers(1, 10**12), min_size=1, max_size=40))
@settings(deadline=None, max_examples=50)
def test_the_running_median_is_the_median(amounts):
    running = _Median()
    for minor in amounts:
        running.add(minor)
    assert running.twice == 2 * median(amounts)
    assert running.count == len(amounts)


ITEMS = """
    customer  document_no  kind     issue_date  due_date    amount
    甲        XS-1         invoice  2026-10-01  2026-12-01  500
    甲        SK-1         receipt  2026-10-16  -           -100
"""


@pytest.mark.parametrize(("as_of", "hints"), [("2026-10-19", 0), ("2026-10-20", 1)])
def test_a_friday_receipt_may_wait_until_monday(as_of, hints):
    found = look(unmatched, ITEMS, as_of=day(as_of), sections={"aging": {"credits": "separate"}})
    assert len(found.hints) == hints
    assert all((h.amount_minor, h.places[0].row) == (10_000, 3) for h in found.hints)


def test_matched_money_is_no_hint():
    items = ITEMS.replace("SK-1", "XS-1")
    found = look(unmatched, items, sections={"aging": {"credits": "by-reference"}})
    assert found.hints == ()


def test_no_receipts_is_said():
    for check in (unmatched, unusual, off_days):
        found = look(check)
        assert (found.looked_at, fields(found)) == (0, {"date"})


def test_money_booked_twice_is_looked_at_once():
    found = look(
        off_days,
        "customer  kind  issue_date  amount\n甲  receipt  2026-10-11  -100",
        receipts=paid((str(dt.date(2026, 10, 11)), "100")),
    )
    assert (found.looked_at, rows_of(found)) == (1, [[2]])


def test_settled_dates_tell_the_day_where_there_are_no_receipts():
    found = look(off_days, """
        customer  document_no  issue_date  due_date    settled_date  amount
        甲        A1           2026-09-01  2026-10-01  2026-10-10    100
        甲        A2           2026-09-01  2026-10-01  2026-10-11    100
    """)  # fmt: skip
    assert (rows_of(found), found.gaps) == ([[3]], ())
