"""How late is the money."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.position import stand
from arcollect.analysis.standing.aging import age
from arcollect.errors import LedgerError

JULY = day("2023-07-18")


def aged(book, as_of=JULY, *, by="customer", audit=False, **sections):
    rules = policy(**sections)
    return age(stand(book, as_of, rules), rules, by=by, audit=audit)


def due_days_ago(*days: int) -> str:
    """One document of 1.00 per number of days past due."""
    rows = "\n".join(f"甲  D{n}  2022-01-01  {JULY - dt.timedelta(days=n)}  1.00" for n in days)
    return f"customer  document_no  issue_date  due_date  amount\n{rows}"


def test_boundaries_of_the_buckets():
    days = (-15, 0, 1, 30, 31, 90, 91, 180, 181)
    found = aged(ledger(due_days_ago(*days)))
    named = [found.buckets[n].key for n in found.items["bucket"]]
    late = ["1-30", "1-30", "31-90", "31-90", "91-180", "91-180", ">180"]
    assert named == ["not_due", "not_due", *late]  # G-01


def test_any_increasing_list_of_buckets():
    found = aged(ledger(due_days_ago(0, 60, 61)), aging={"buckets": (60,)})
    assert [b.key for b in found.buckets] == ["not_due", "1-60", ">60"]
    assert found.totals[0].bucket_minor == (100, 100, 100)


BOOK = """
    company  customer  document_no  kind     issue_date  due_date    amount      salesperson
    子       甲        A1           invoice  2023-03-01  2023-04-24  150,000.00  张三
    子       乙        B1           invoice  2023-01-01  2023-03-20  220,000.00  李四
    子       乙        B2           invoice  2023-07-01  2023-09-30  30,000.00   李四
    丑       乙        B3           invoice  2021-01-01  2022-07-17  10.00       -
    子       丙        C1           invoice  2023-01-01  -           5.00        -
    子       丙        C2           receipt  2023-02-01  -           -8.00       -
"""


def test_totals_foot():
    total = aged(ledger(BOOK)).totals[0]
    assert total.bucket_minor == (3000000, 0, 15000000, 22000000, 1000)
    assert (total.no_due_date_minor, total.open_minor) == (500, 40001500)
    assert (total.unapplied_minor, total.balance_minor) == (800, 40000700)
    assert (total.overdue_minor, total.documents, total.customers) == (37001000, 5, 3)
    assert (total.over_1_year_minor, total.over_3_years_minor) == (1000, 0)


@pytest.mark.parametrize(
    ("by", "labels"),
    [
        ("customer", ["乙", "甲", "乙", "丙"]),
        ("salesperson", ["李四", "张三", ""]),
        ("company", ["子", "丑"]),
        ("currency", ["CNY"]),
        ("none", [""]),
    ],
)
def test_groups_by(by, labels):
    found = aged(ledger(BOOK), by=by)
    assert found.groups["label"].tolist() == labels
    assert found.groups["open"].sum() == found.totals[0].open_minor
    assert found.groups["unapplied"].sum() == found.totals[0].unapplied_minor


def test_one_row_per_company_and_customer_with_the_worst_days():
    groups = aged(ledger(BOOK)).groups
    assert groups["company"].tolist() == ["子", "子", "丑", "子"]
    assert groups["worst_days"].tolist() == [120, 85, 366, 0]
    assert groups["in_pool"].tolist() == [True, True, False, False]


def test_salesperson_of_the_customer_sheet_fills_the_gap():
    book = ledger(BOOK, customers="customer  salesperson\n丙  王五")
    assert aged(book, by="salesperson").groups["label"].tolist()[-1] == "王五"


def test_currencies_are_never_added_up():
    book = ledger("""
        customer  due_date    currency  amount
        甲        2023-07-01  CNY       1.00
        甲        2023-07-01  JPY       100
    """)
    totals = {t.currency: t.open_minor for t in aged(book).totals}
    assert totals == {"CNY": 100, "JPY": 100}


def test_audit_buckets_count_calendar_years_from_the_issue_date():
    book = ledger("""
        customer  issue_date  due_date    amount
        甲        2022-07-18  2023-12-31  1.00
        甲        2022-07-17  2023-12-31  2.00
        甲        2020-07-18  2023-12-31  4.00
        甲        2018-07-17  2023-12-31  8.00
        甲        -           2023-12-31  16.00
    """)
    found = aged(book, audit=True)
    assert found.totals[0].bucket_minor == (100, 200, 400, 0, 0, 800)
    assert found.totals[0].no_due_date_minor == 1600
    assert found.basis == "issue"


@pytest.mark.parametrize(
    ("issued", "as_of", "older"),
    [
        ("2023-02-28", "2024-02-28", 0),
        ("2023-02-28", "2024-02-29", 1),
        ("2024-02-29", "2025-02-28", 0),
        ("2024-02-29", "2025-03-01", 1),
    ],
)
def test_leap_years(issued, as_of, older):
    book = ledger(f"customer  issue_date  due_date  amount\n甲  {issued}  {issued}  1.00")
    total = aged(book, day(as_of), audit=True).totals[0]
    assert total.bucket_minor[1] == 100 * older
    assert total.over_1_year_minor == 100 * older


def test_basis_issue_needs_no_due_date():
    book = ledger("customer  issue_date  amount\n甲  2023-06-18  1.00")
    assert aged(book, aging={"basis": "issue"}).totals[0].bucket_minor[1] == 100
    with pytest.raises(LedgerError) as refused:
        aged(book)
    assert refused.value.said.key == "standing_why.no_due_dates"


def test_an_empty_ledger_has_no_totals():
    book = ledger("customer  issue_date  due_date  amount  open\n甲  2023-01-01  -  1  0")
    found = aged(book)
    assert found.totals == ()
    assert not len(found.groups)


def test_cents_beyond_two_to_the_53():
    rows = "\n".join("甲  2023-07-01  90,071,992,547,409.93" for _ in range(2))
    total = aged(ledger(f"customer  due_date  amount\n{rows}")).totals[0]
    assert total.open_minor == 2 * 9007199254740993


def test_a_peers_worked_ledger_in_net_mode():
    book = ledger(
        """
        customer  document_no  issue_date  due_date    amount
        甲        current      1980-05-13  1980-07-18  6.75
        甲        <30          1980-04-13  1980-06-18  4.00
        甲        30-60        1980-03-13  1980-05-18  8.50
        甲        60-90        1980-02-13  1980-04-18  7.50
        甲        >90          1980-01-13  1980-03-18  11.50
        甲        200          1980-04-18  1980-04-18  200.00
        甲        CN3          1980-06-22  1980-06-22  -3.00
        """,
        receipts="""
        date        customer  reference  amount
        1980-03-18  甲        >90        1.50
        1980-03-20  甲        >90        2.00
        1980-04-19  甲        200        200.00
        """,
    )
    net = aged(book, day("1980-07-01"), aging={"credits": "net"}).totals[0]
    assert net.bucket_minor == (675, 100, 1600, 800, 0)  # A01
    apart = aged(book, day("1980-07-01")).totals[0]
    assert apart.bucket_minor == (675, 400, 1600, 800, 0)
    assert net.balance_minor == apart.balance_minor == 3175
