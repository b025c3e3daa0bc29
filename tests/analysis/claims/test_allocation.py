"""Which debt a payment settles by law."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.claims.allocation import Debt, Payment, allocate
from arcollect.analysis.claims.by_law import fees_by_law
from arcollect.analysis.claims.fee_basis import FeeBasis
from arcollect.analysis.position import stand

MAY, JUNE, JULY = day("2023-05-01"), day("2023-06-01"), day("2023-07-01")


def basis(rate: str) -> FeeBasis:
    return FeeBasis("policy", "", "flat", Fraction(rate))


def shared(debts, *payments):
    found, left = allocate(debts, payments)
    return [(s.item, s.fee_minor, s.principal_minor) for s in found], left


def test_the_earlier_debt_first():
    debts = [Debt(2, JUNE, 20_000_00), Debt(1, MAY, 10_000_00)]
    assert shared(debts, Payment(JULY, 15_000_00)) == (  # G-22
        [(1, 0, 10_000_00), (2, 0, 5_000_00)],
        0,
    )


def test_what_is_due_before_what_is_not():
    debts = [Debt(1, MAY, 100, basis=None), Debt(2, JULY, 100, basis=basis("0.001"))]
    assert shared(debts, Payment(JUNE, 150))[0] == [(1, 0, 100), (2, 0, 50)]


def test_the_heavier_burden_before_the_earlier_debt():
    debts = [Debt(1, MAY, 1_000_00), Debt(2, JUNE, 1_000_00, basis=basis("0.0005"))]
    assert shared(debts, Payment(JUNE, 500_00))[0] == [(2, 0, 500_00)]


def test_equal_debts_share_by_what_is_owed():
    debts = [Debt(1, MAY, 100), Debt(2, MAY, 200)]
    assert shared(debts, Payment(JUNE, 100))[0] == [(1, 0, 33), (2, 0, 67)]


def test_the_fee_before_the_principal():
    """31 days at 0.1 % on 1,000.00 are 31.00."""
    debts = [Debt(1, MAY, 1_000_00, basis=basis("0.001"))]
    assert shared(debts, Payment(JUNE, 131_00))[0] == [(1, 31_00, 100_00)]


def test_what_the_payer_named_comes_first():
    debts = [Debt(1, MAY, 100), Debt(2, JUNE, 100)]
    assert shared(debts, Payment(JULY, 120, item=2))[0] == [(2, 0, 100), (1, 0, 20)]


def test_a_credit_note_pays_no_fee():
    debts = [Debt(1, MAY, 1_000_00, basis=basis("0.001"))]
    note = Payment(JUNE, 100_00, item=1, is_cash=False)
    assert shared(debts, note)[0] == [(1, 0, 100_00)]


def test_what_is_paid_is_not_late_any_more():
    """Paid on day 20: the higher rate after day 30 never reaches back (X-02)."""
    retroactive = FeeBasis("policy", "", "retroactive", Fraction("0.0005"), 30, Fraction("0.001"))
    debt = Debt(1, MAY, 1_000_00, basis=retroactive)
    allocate([debt], [Payment(MAY + dt.timedelta(days=20), 1_010_00)])
    assert (debt.principal_minor, debt.fee_paid_minor, debt.is_closed) == (0, 10_00, True)
    assert debt.fee_due(JULY) == 0


def test_of_one_day_the_named_payment_comes_first():
    debts = [Debt(1, MAY, 100), Debt(2, JUNE, 100)]
    found, _ = shared(debts, Payment(JULY, 100), Payment(JULY, 50, item=1))
    assert found == [(1, 0, 50), (1, 0, 50), (2, 0, 50)]


def test_of_debts_not_due_the_earlier_one_whatever_they_would_cost():
    debts = [Debt(1, JULY, 100, basis=basis("0.001")), Debt(2, JUNE, 100)]
    assert shared(debts, Payment(MAY, 150))[0] == [(2, 0, 100), (1, 0, 50)]


def test_what_is_disputed_bears_no_fee():
    """31 days at 0.1 % on 600.00 are 18.60."""
    debt = Debt(1, MAY, 1_000_00, disputed_minor=400_00, basis=basis("0.001"))
    assert debt.fee_due(JUNE) == 18_60


def test_what_is_paid_before_its_day_bears_no_fee():
    """30 days at 0.1 % on the other 500.00 are 15.00."""
    debt = Debt(1, JUNE, 1_000_00, basis=basis("0.001"))
    allocate([debt], [Payment(MAY, 500_00)])
    assert debt.fee_due(JULY) == 15_00


def test_what_is_paid_one_day_late_bears_one_day():
    """1 day on 1,000.00 is 1.00, paid with 100.00; 30 more days on 900.00 are 27.00."""
    debt = Debt(1, MAY, 1_000_00, basis=basis("0.001"))
    assert shared([debt], Payment(day("2023-05-02"), 101_00))[0] == [(1, 1_00, 100_00)]
    assert debt.fee_due(JUNE) == 27_00


def test_too_much_money_is_left_over():
    assert shared([Debt(1, MAY, 100)], Payment(JUNE, 150)) == ([(1, 0, 100)], 50)


DEBTS = """
    customer  document_no  due_date    amount
    甲        A1           2023-05-01  10,000
    甲        A2           2023-06-01  20,000
    """
RECEIPT = "date  customer  amount\n2023-07-01  甲  15,000"


def law(items=DEBTS, receipts=RECEIPT, **fee):
    rules = policy(fee=fee)
    book = ledger(items, receipts=receipts)
    return fees_by_law(stand(book, day("2023-07-31"), rules), rules)


def test_a_whole_ledger_by_law():
    found = law()
    assert [(b.document_no, b.booked_minor, b.principal_minor) for b in found.balances] == [
        ("A1", 10_000_00, 0),
        ("A2", 20_000_00, 15_000_00),
    ]  # G-22
    assert found.items == ()


def test_by_law_the_fee_eats_into_the_payment():
    """A1: 61 days at 0.05 % are 305.00, A2: 30 days are 300.00 by 1 July."""
    found = law(basis="contract")
    assert [(s.share.fee_minor, s.share.principal_minor) for s in found.shares] == [
        (305_00, 10_000_00),
        (300_00, 4_395_00),
    ]
    owed = {b.document_no: (b.principal_minor, b.fee_minor) for b in found.balances}
    # 30 more days on 15,605.00 are 234.075
    assert owed == {"A1": (0, 0), "A2": (15_605_00, 234_08)}
    (kept,) = [item for item in found.items if item.document_no == "A2"]
    assert (kept.fee_minor, kept.fee_paid_minor) == (234_08, 300_00)


def left(found):
    return {b.document_no: b.principal_minor for b in found.balances}


def test_a_receipt_that_names_its_document_settles_that_one():
    found = law(receipts="date  customer  amount  reference\n2023-07-01  甲  15,000  A2")
    assert left(found) == {"A1": 10_000_00, "A2": 5_000_00}
    assert [(s.document_no, s.share.principal_minor) for s in found.shares] == [("A2", 15_000_00)]


def test_what_no_debt_is_left_for_is_told_by_currency_and_nothing_else_is():
    assert law().left_over == ()
    found = law(receipts="date  customer  amount\n2023-07-01  甲  31,000")
    assert (left(found), found.left_over) == ({"A1": 0, "A2": 0}, (("CNY", 1_000_00),))


def test_an_unapplied_credit_note_or_an_undated_receipt_is_no_payment():
    """Only money that came in on a known day settles anything by law."""
    more = """
    customer  document_no  kind     issue_date  due_date    amount
    甲        A1           invoice  2023-04-01  2023-05-01  10,000
    甲        N1           credit   2023-06-20  -           -3,000
    甲        R1           receipt  -           -           -2,000
    甲        R2           receipt  2023-06-30  -           -1,000
    """
    rules = policy(aging={"credits": "separate"}, fee={"basis": "contract"})
    found = fees_by_law(stand(ledger(more), day("2023-07-31"), rules), rules)
    assert sum(s.share.fee_minor + s.share.principal_minor for s in found.shares) == 1_000_00


def test_what_was_paid_on_its_day_bears_no_fee_by_law_either():
    found = law(receipts="date  customer  amount\n2023-05-01  甲  10,000", basis="contract")
    assert [item.document_no for item in found.items] == ["A2"]


amounts = st.integers(1, 10**9)
days = st.integers(0, 400)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(amounts, days, st.sampled_from(["0", "0.0005", "0.001"])), max_size=5),
    st.lists(st.tuples(amounts, days, st.integers(0, 6)), max_size=6),
)
def test_every_cent_goes_somewhere_once(owed, money):
    debts = [
        Debt(n, MAY + dt.timedelta(days=d), minor, basis=basis(rate))
        for n, (minor, d, rate) in enumerate(owed)
    ]
    payments = [Payment(MAY + dt.timedelta(days=d), minor, item) for minor, d, item in money]
    shares, left = allocate(debts, payments)
    used = sum(s.fee_minor + s.principal_minor for s in shares)
    assert used + left == sum(p.minor for p in payments)
    begun = sum(minor for minor, _, _ in owed)
    assert sum(d.principal_minor for d in debts) == begun - sum(s.principal_minor for s in shares)
    assert all(debt.principal_minor >= 0 for debt in debts)
