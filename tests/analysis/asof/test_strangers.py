"""A receipt that names a document which is not there."""

from __future__ import annotations

from tests.analysis.build import day, ledger, policy

from arcollect.analysis.position import stand

ITEMS = """
    customer  document_no  due_date    amount
    甲        A1           2026-06-30  100.00
    乙        B1           2026-06-30  100.00
"""
RECEIPTS = """
    customer  date        amount  reference
    甲        2026-07-01  60.00   A1
    甲        2026-07-02  20.00   A7
    甲        2026-07-03  10.00   B1
    乙        2026-07-04  5.00    -
"""


def warned(items=ITEMS, receipts=RECEIPTS):
    position = stand(ledger(items, receipts=receipts), day("2026-10-31"), policy())
    return [p for p in position.problems if p.said.key.startswith("standing_why.unknown")]


def test_a_number_of_nobody_or_of_another_customer_is_told():
    assert [(p.raw, p.said.facts["amount"]) for p in warned()] == [("A7", "20.00"), ("B1", "10.00")]


def test_beside_balances_such_receipts_are_history():
    assert warned(ITEMS.replace("amount", "amount  open").replace("100.00", "100.00  40.00")) == []


def test_many_are_counted():
    lines = "".join(f"    甲        2026-07-02  1.00   Z{n}\n" for n in range(60))
    found = warned(receipts=RECEIPTS.rstrip() + "\n" + lines)
    assert (len(found), found[-1].said.facts["count"]) == (51, 12)
