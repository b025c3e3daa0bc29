"""`auto` where nobody has matched money to documents (design, section 3)."""

from __future__ import annotations

from tests.analysis.build import day, ledger, policy

from arcollect.analysis.position import stand

ITEMS = """
    customer  document_no  issue_date  due_date    amount
    甲        A1           2026-05-01  2026-06-30  100.00
    甲        A2           2026-08-01  2026-09-30  100.00
    乙        B1           2026-05-01  2026-06-30  200.00
"""
RECEIPTS = """
    customer  date        amount  reference
    甲        2026-07-01  60.00   {0}
    甲        2026-08-01  60.00   -
    乙        2026-08-01  50.00   -
"""


UNNAMED = RECEIPTS.format("-")


def stood(items=ITEMS, receipts=UNNAMED, mode="auto", count=3):
    lines = receipts.strip("\n").split("\n")[: count + 1]
    book = ledger(items, receipts="\n".join(lines))
    return stand(book, day("2026-10-31"), policy(aging={"credits": mode}))


def open_(position):
    return dict(zip(position.open["document_no"], position.open["open_minor"], strict=True))


def test_receipts_that_name_nothing_pay_the_oldest_due_first():
    position = stood()
    assert position.credits_mode == "fifo"
    assert position.credits_why.key == "standing_why.credits_unmatched"
    assert open_(position) == {"A2": 8000, "B1": 15000}  # 120 pays A1 and 20 of A2


def test_one_named_receipt_means_that_somebody_matches():
    position = stood(receipts=RECEIPTS.format("A1"))
    assert position.credits_mode == "by-reference"
    assert open_(position) == {"A1": 4000, "A2": 10000, "B1": 20000}


def test_a_few_payments_on_account_stand_apart():
    assert stood(count=2).credits_mode == "by-reference"


def test_small_credits_stand_apart():
    receipts = UNNAMED.replace("60.00", "6.00").replace("50.00", "5.00")
    assert stood(receipts=receipts).credits_mode == "by-reference"


def test_a_fifth_of_what_was_billed_is_enough():
    """80.00 of 400.00 is a fifth."""
    fifth = UNNAMED.replace("60.00", "30.00").replace("50.00", "20.00")
    assert stood(receipts=fifth).credits_mode == "fifo"
    assert stood(receipts=fifth.replace("20.00", "19.99")).credits_mode == "by-reference"


def test_what_came_in_on_one_day_counts_once():
    one_day = UNNAMED.replace("2026-08-01", "2026-07-01")
    assert stood(receipts=one_day.replace("乙", "甲")).credits_mode == "by-reference"
    assert stood(receipts=one_day).credits_mode == "by-reference"  # one of each customer


def test_balances_say_what_is_open():
    items = ITEMS.replace("amount", "amount  open").replace("0.00\n", "0.00  70.00\n")
    assert stood(items).credits_mode == "by-reference"


def test_what_is_asked_for_is_done():
    assert stood(mode="separate").credits_mode == "separate"
    assert stood(mode="fifo").credits_why.key == "standing_why.credits_fifo"
