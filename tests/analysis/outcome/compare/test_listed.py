"""What one of the two ledgers does not list: late, gone, unrelated, left out."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.analysis.outcome.compare.test_comparison import LATE, PAID, compared, items, whats

from arcollect.analysis.outcome.compare.left_out import LeftOut, left_out
from arcollect.analysis.outcome.compare.moves import Money, What
from arcollect.errors import Problem, Severity, message
from arcollect.text import Lang
from arcollect.views.outcome.compare import unrelated

FIRST, LAST = "2026-10-01", "2026-10-31"
CLOSED = PAID.replace("100.00  100.00", "100.00  0.00")


def test_a_document_of_an_earlier_date_was_not_in_the_old_ledger() -> None:
    found = compared(items(PAID), items(PAID, LATE), FIRST, LAST)
    assert whats(found)["B1"] is What.UNLISTED
    assert found.totals[0].money == Money(opening=10_000, unlisted=5_000, closing=15_000)


def test_a_bill_instead_of_the_invoice_is_neither_new_nor_unlisted() -> None:
    head = "customer  document_no  issue_date  due_date  amount  open  kind"
    bill = "甲  P1  2026-10-05  2027-01-05  100.00  100.00  bill"
    found = compared(items(f"{PAID}  invoice", head=head), items(bill, head=head), FIRST, LAST)
    assert whats(found)["P1"] is What.BILL
    assert (found.totals[0].money.raised, found.totals[0].money.billed) == (10_000, 0)


def test_effectiveness_counts_every_increase_and_no_write_off() -> None:
    """M04 by hand: 100 + 20 raised + 50 not listed + 40 new; 60 written off, 30 paid."""
    head = "customer  document_no  issue_date  due_date  amount  open  is_written_off"
    off = "丙  C1  2026-08-01  2026-09-01  60.00  60.00  {}"
    old = items(f"{PAID}  no", off.format("no"), head=head)
    raised = PAID.replace("100.00  100.00", "120.00  120.00")
    paid_in_part = "乙  B1  2026-08-01  2026-09-01  50.00  50.00  no"
    fresh = "丁  D1  2026-10-05  2026-12-01  40.00  10.00  no"
    new = items(f"{raised}  no", off.format("yes"), paid_in_part, fresh, head=head)
    (one,) = compared(old, new, FIRST, LAST).collected
    assert (one.opening, one.grown, one.lost, one.closing) == (16_000, 11_000, 6_000, 18_000)
    assert one.current == 1_000  # only the 10.00 of D1 is not yet due
    assert one.cei == Fraction(16_000 + 11_000 - 6_000 - 18_000, 21_000 - 1_000)


def test_money_that_names_another_document_explains_nothing_else() -> None:
    """100.00 came in for X9, which neither state has open: A1 is not shown as collected."""
    other = "甲  X9  2026-07-01  2026-08-01  100.00  0.00"
    receipts = "date  customer  amount  reference\n2026-10-20  甲  100.00  X9"
    new = items(other, CLOSED, LATE, receipts=receipts)
    found = compared(items(PAID, LATE), new, FIRST, LAST)
    (a1,) = (m for m in found.moves if m.line.document_no == "A1")
    assert (a1.money.collected, a1.money.unsaid) == (0, 10_000)


@pytest.mark.parametrize(
    ("matures", "parts"), [("2026-10-25", (3_000, 0, 7_000)), ("2027-01-20", (0, 3_000, 7_000))]
)
def test_a_bill_explains_one_document_only(matures: str, parts: tuple[int, int, int]) -> None:
    """100.00 for X9 in a bill, and 30.00 for nobody knows what: A1 went down by 100.00."""
    other = "甲  X9  2026-07-01  2026-08-01  100.00  0.00"
    receipts = f"""
        date        customer  amount  reference  method  bill_maturity
        2026-10-20  甲        100.00  X9         bill    {matures}
        2026-10-21  甲        30.00   -          bill    {matures}
        """
    new = items(other, CLOSED, LATE, receipts=receipts)
    found = compared(items(PAID, LATE), new, FIRST, LAST)
    (a1,) = (m for m in found.moves if m.line.document_no == "A1")
    assert (a1.money.collected, a1.money.credited, a1.money.unsaid) == parts


def test_a_matured_bill_for_one_document_leaves_the_other_unexplained() -> None:
    old = items(PAID, PAID.replace("A1", "A2"))
    receipts = """
        date        customer  amount  reference  method  bill_maturity
        2026-10-20  甲        100.00  A2         bill    2026-10-25
        """
    new = items(CLOSED, CLOSED.replace("A1", "A2"), LATE, receipts=receipts)
    found = compared(old, new, FIRST, LAST)
    assert {m.line.document_no: m.money.unsaid for m in found.moves} == {
        "A1": 10_000, "A2": 0, "B1": 0,
    }  # fmt: skip


def test_money_of_the_account_does_not_explain_what_is_gone() -> None:
    """B1 vanished from a file that keeps settled documents; 50.00 came in for nobody knows what."""
    receipts = "date  customer  amount  reference\n2026-10-20  乙  50.00  -"
    found = compared(items(PAID, LATE), items(CLOSED, receipts=receipts), FIRST, LAST)
    (b1,) = (m for m in found.moves if m.line.document_no == "B1")
    assert (b1.what, b1.money.collected, b1.money.gone) == (What.GONE, 0, 5_000)


def test_one_settled_row_makes_no_ledger_of_settled_documents() -> None:
    """Two are missing and one settled one is kept by chance: nobody knows, nothing is gone."""
    third = "丙  C1  2026-08-01  2026-09-01  70.00  70.00"
    found = compared(items(PAID, LATE, third), items(CLOSED), FIRST, LAST)
    assert {whats(found)["B1"], whats(found)["C1"]} == {What.SETTLED}


def test_a_cancelled_pair_keeps_no_settled_documents() -> None:
    head = "customer  document_no  issue_date  due_date  amount  open  kind  remark"
    pair = (
        "丁  R1  2026-08-01  2026-09-01  9.00  9.00  invoice  -",
        "丁  R2  2026-08-05  -  -9.00  -9.00  credit  R1",
    )
    old = items(f"{PAID}  invoice  -", *pair, head=head)
    found = compared(old, items(*pair, head=head), FIRST, LAST)
    assert whats(found)["A1"] is What.SETTLED


def test_two_ledgers_with_nothing_in_common() -> None:
    found = compared(items(PAID), items(LATE), FIRST, LAST)
    assert (found.customers_in_both, found.documents_in_both) == (0, 0)
    assert found.sides == (1, 1)
    same = compared(items(PAID), items(PAID), FIRST, LAST)
    assert (same.customers_in_both, same.documents_in_both) == (1, 1)


def test_another_ledger_lacks_nothing() -> None:
    """Not one document of the old one is there: nobody removed A1 from the new one."""
    other = "乙  B9  2026-08-01  2026-09-01  50.00  0.00"
    found = compared(items(PAID), items(LATE, other), FIRST, LAST)
    assert whats(found)["A1"] is What.SETTLED


def test_a_settled_document_is_in_both_ledgers() -> None:
    """All that was open is paid, and the new ledger lists it: nothing is unrelated."""
    fresh = "甲  N1  2026-10-05  2026-12-01  9.00  9.00"
    found = compared(items(PAID), items(CLOSED, fresh), FIRST, LAST)
    assert (found.documents_in_both, found.sides) == (1, (1, 1))
    assert unrelated(found, Lang.EN) == ""


def test_rows_left_out_are_counted_with_their_money() -> None:
    def problem(minor: int | None, currency: str = "CNY", how: str = "excluded") -> Problem:
        said = message("x")
        return Problem(Severity(how), said, amount_minor=minor, currency=currency)

    rows = [problem(100), problem(250), problem(7, "USD"), problem(None), problem(9, how="warning")]
    assert left_out(rows) == LeftOut(4, (("CNY", 350), ("USD", 7)), 1)
