"""A receipt that stands in two sheets counts once; two receipts count twice."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.analysis.build import ledger

from arcollect.analysis.position import stand
from arcollect.policy import Policy

ITEMS = """
    company  customer_key  document_no  kind     issue_date  due_date    amount   open
    甲一     C1            S2           invoice  2026-01-05  2026-02-05  500.00   500.00
    甲一     C1            R1           receipt  2026-02-05  -           -100.00  -100.00
"""


@pytest.mark.parametrize(
    ("company", "date", "unapplied_minor"),
    [
        ("甲一", "2026-02-06", 10_000),  # the same money: counted once
        ("甲一", "2026-07-01", 20_000),  # five months later: other money
        ("甲二", "2026-02-06", 20_000),  # paid to the other own company
    ],
)
def test_only_the_same_money_counts_once(company: str, date: str, unapplied_minor: int) -> None:
    receipts = f"""
        company    customer_key  date    amount  reference
        甲一       C1            2026-01-20  1.00    S2
        {company}  C1            {date}  100.00  -
    """
    book = ledger(ITEMS, receipts=receipts)
    found = stand(book, dt.date(2026, 10, 31), Policy())
    assert found.credits["unapplied_minor"].sum() == unapplied_minor
