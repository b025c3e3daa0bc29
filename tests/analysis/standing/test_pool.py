"""Whom to start with."""

from __future__ import annotations

import datetime as dt

from tests.analysis.build import day, ledger, policy

from arcollect.analysis.position import stand
from arcollect.analysis.standing.pool import focus

JULY = day("2023-07-18")


def pool(*rows, customers="", **sections):
    """Rows: customer, days past due, amount (and currency)."""
    lines = ["customer  due_date  amount  currency"]
    for who, days, amount, *currency in rows:
        due = JULY - dt.timedelta(days=days)
        lines.append(f"{who}  {due}  {amount}  {(currency or ['CNY'])[0]}")
    rules = policy(**sections)
    book = ledger("\n".join(lines), customers=customers)
    return focus(stand(book, JULY, rules), rules)


def names(members):
    return [member.customer for member in members]


def test_both_customers_of_the_article_are_in():
    found = pool(("甲", 85, "150,000"), ("乙", 120, "220,000"))
    assert names(found.members) == ["乙", "甲"]  # G-02
    keys = [member.reason.key for member in found.members]
    assert keys == ["standing_why.pool_days", "standing_why.pool_large"]
    assert found.members[1].cumulative_share == 1.0


def test_days_and_amount_at_the_edge():
    found = pool(
        ("甲", 90, "99,999.99"), ("乙", 91, "0.01"), ("丙", 60, "999,999"),
        ("丁", 61, "100,000"),
    )  # fmt: skip
    assert names(found.members) == ["丁", "乙"]


def test_a_red_flag_qualifies_at_any_age():
    flagged = pool(
        ("甲", 5, "10"),
        customers="""
        customer  flags
        甲        cash-tight;refuses
        """,
    )
    assert flagged.members[0].reason.key == "standing_why.pool_flag"
    assert not pool(("甲", 5, "10")).members


def test_no_longer_than_the_names_that_make_80_percent():
    found = pool(("甲", 100, "80"), ("乙", 100, "15"), ("丙", 100, "5"))
    assert names(found.members) == ["甲"]  # U-14
    assert names(found.left_out) == ["乙", "丙"]
    assert names(pool(("甲", 100, "79.99"), ("乙", 100, "20.01")).members) == ["甲", "乙"]


def test_nobody_is_in_whose_money_only_waits_to_be_matched():
    """U-02: 300 received covers what is overdue; 乙 still owes what is not due yet."""
    book = ledger(
        """
        customer  kind     due_date    amount
        甲        invoice  2023-01-01  300
        甲        receipt  -           -300
        乙        invoice  2023-01-01  300
        乙        invoice  2023-12-01  100
        乙        receipt  -           -300
        丙        invoice  2023-01-01  300
        丙        receipt  -           -299
        """,
        customers="customer  flags\n甲  refuses\n乙  refuses",
    )
    rules = policy(aging={"credits": "separate"})
    found = focus(stand(book, JULY, rules), rules)
    assert sorted(names(found.members)) == ["丙", "乙"]


def test_no_longer_than_30_names():
    found = pool(*((f"客户{n:02}", 100, "1") for n in range(50)))
    assert (len(found.members), len(found.left_out)) == (30, 20)


def test_large_is_measured_in_base_currency():
    rows = ("甲", 70, "20,000", "USD")
    assert names(pool(rows, rates={"USD": "5"}).members) == ["甲"]
    without = pool(rows)
    assert (names(without.members), without.not_tested) == ([], ("USD",))


def test_items_listed_apart_do_not_count():
    book = ledger("""
        customer  due_date    amount  is_related_party
        甲        2020-01-01  5.00    yes
    """)
    assert not focus(stand(book, JULY, policy()), policy()).members
