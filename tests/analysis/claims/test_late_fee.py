"""What lateness costs, day by day."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.claims.fee_basis import FeeBasis
from arcollect.analysis.claims.late_fee import late_fee, on_base, steps_of
from arcollect.analysis.position import stand
from arcollect.money import round_half_up_div

JULY = day("2023-07-18")


def fees(book, **fee):
    rules = policy(fee={"basis": "contract", **fee})
    return late_fee(stand(book, JULY, rules), rules)


def fee_of(amount: str, days: int, scheme: str = "flat", **fee) -> int:
    due = JULY - dt.timedelta(days=days)
    book = ledger(f"customer  issue_date  due_date  amount\n甲  2020-01-01  {due}  {amount}")
    return sum(item.fee_minor for item in fees(book, scheme=scheme, **fee).items)


@pytest.mark.parametrize(
    ("amount", "days", "scheme", "expected"),
    [
        ("180,000", 98, "flat", 8_820_00),
        ("180,000", 98, "tiered", 14_940_00),
        ("180,000", 98, "retroactive", 17_640_00),
        ("150,000", 85, "flat", 6_375_00),
        ("150,000", 85, "tiered", 10_500_00),
        ("220,000", 120, "flat", 13_200_00),
        ("220,000", 120, "tiered", 23_100_00),
        ("180,000", 30, "tiered", 2_700_00),
        ("180,000", 31, "tiered", 2_880_00),
        ("180,000", 0, "tiered", 0),
        ("180,000", -15, "flat", 0),
        ("4,477,902.50", 532, "flat", 1_191_122_07),
        ("125,000", 45, "flat", 2_812_50),
        ("125,000", 45, "tiered", 3_750_00),
    ],
)
def test_worked_numbers(amount, days, scheme, expected):
    assert fee_of(amount, days, scheme) == expected  # G-06 a-c, e, g


def test_a_payment_splits_the_period():
    items = "customer  document_no  due_date  amount\n甲  A1  2023-04-11  180,000"
    receipts = "date  customer  reference  amount\n2023-05-21  甲  A1  60,000"
    found = fees(ledger(items, receipts=receipts)).items[0]
    assert found.fee_minor == 7_080_00  # G-06d: paid on day 40
    assert [(s.days, s.base_minor) for s in found.steps] == [
        (40, 180_000_00),
        (58, 120_000_00),
    ]
    assert found.steps[0].last == day("2023-05-21")


def test_the_same_where_the_balance_already_reflects_the_payment():
    items = "customer  document_no  due_date  amount  open\n甲  A1  2023-04-11  180000  120000"
    receipts = "date  customer  reference  amount\n2023-05-21  甲  A1  60,000"
    assert fees(ledger(items, receipts=receipts)).items[0].fee_minor == 7_080_00


def test_a_document_paid_in_part_is_charged_once():
    items = "customer  document_no  due_date  amount\n甲  A1  2023-04-11  180,000"
    receipts = "date  customer  reference  amount\n2023-05-21  甲  A1  60,000"
    found = fees(ledger(items, receipts=receipts))
    assert (len(found.items), found.settled) == (1, ())


def test_money_that_names_no_document_bears_no_fee_up_to_its_day():
    """First-in-first-out is a guess: the fee is on the 120,000.00 that are open."""
    items = "customer  document_no  due_date  amount\n甲  A1  2023-04-11  180,000"
    book = ledger(items, receipts="date  customer  amount\n2023-05-21  甲  60,000")
    rules = policy(fee={"basis": "contract"}, aging={"credits": "fifo"})
    (only,) = late_fee(stand(book, JULY, rules), rules).items
    assert only.fee_minor == 5_880_00
    paid = ledger(items, receipts="date  customer  amount\n2023-05-21  甲  180,000")
    found = late_fee(stand(paid, JULY, rules), rules)
    assert (found.items, found.settled) == ((), ())


def test_what_a_credit_note_took_away_was_never_owed():
    """A note that names the document is no late payment: 98 days on 120,000.00."""
    book = ledger(
        """
        customer  document_no  kind     issue_date  due_date    amount   invoice_no
        甲        A1           invoice  2023-03-11  2023-04-11  180,000  F1
        甲        N1           credit   2023-05-21  -           -60,000  F1
        """
    )
    (only,) = fees(book).items
    assert (only.base_minor, only.fee_minor) == (120_000_00, 5_880_00)


def test_a_payment_without_a_date_is_not_charged():
    items = "customer  document_no  due_date  amount  open\n甲  A1  2023-04-11  180000  120000"
    assert fees(ledger(items)).items[0].fee_minor == 5_880_00  # 120,000 x 0.05 % x 98


def test_nothing_without_a_basis():
    book = ledger("customer  due_date  amount\n甲  2023-04-11  180,000")
    found = late_fee(stand(book, JULY, policy()), policy())
    assert found.items == ()
    (refused,) = found.not_charged
    assert (refused.count, refused.currency, refused.minor) == (1, "CNY", 180_000_00)


def test_the_rows_own_rate_comes_before_the_customers_and_the_policys():
    book = ledger(
        """
        customer  document_no  due_date    amount   fee_rate_per_day  fee_clause
        甲        A1           2023-07-08  100,000  0.0003            第5条
        甲        A2           2023-07-08  100,000  -                 -
        乙        B1           2023-07-08  100,000  -                 -
        """,
        customers="customer  fee_rate_per_day  fee_clause\n甲  0.0004  第8条",
    )
    found = fees(book, clause="第9条").items
    assert [(f.fee_minor, f.clause) for f in found] == [
        (300_00, "第5条"),
        (400_00, "第8条"),
        (500_00, "第9条"),
    ]
    assert [f.basis_why.key.removeprefix("claims_why.basis_") for f in found] == [
        "row", "customer", "policy",
    ]  # fmt: skip


def test_a_clause_without_a_rate_claims_nothing_until_the_policy_names_one():
    items = "customer  due_date  amount  fee_clause\n甲  2023-07-08  100,000  第5条"
    book = ledger(items)
    assert not late_fee(stand(book, JULY, policy()), policy()).items
    assert fees(book).items[0].clause == "第5条"


def test_the_disputed_part_bears_no_fee():
    book = ledger("customer  due_date  amount  disputed\n甲  2023-07-08  100,000  40,000")
    found = fees(book).items[0]
    assert (found.base_minor, found.fee_minor) == (60_000_00, 300_00)
    assert found.basis_why.facts["disputed"].facts == {"amount": "40,000.00"}


def test_the_first_charged_day_follows_the_due_date():
    assert fee_of("100,000", 1) == 50_00
    book = ledger("customer  due_date  amount\n甲  2023-07-17  100,000\n乙  2023-07-18  100,000")
    (only,) = fees(book).items  # due today is not late
    (step,) = only.steps
    assert (step.first, step.last, step.days) == (JULY, JULY, 1)
    ten = fees(ledger("customer  due_date  amount\n甲  2023-07-08  100,000")).items[0].steps
    assert (ten[0].first, ten[0].last) == (day("2023-07-09"), JULY)


def test_paid_one_day_late_costs_one_day():
    items = "customer  document_no  due_date  amount\n甲  A1  2023-04-11  180,000"
    receipts = "date  customer  reference  amount\n2023-04-12  甲  A1  180,000"
    (only,) = fees(ledger(items, receipts=receipts)).settled
    assert (only.fee_minor, only.days_past_due) == (90_00, 1)


def test_within_the_days_of_grace_there_is_nothing_to_calculate():
    book = ledger("customer  due_date  amount\n甲  2023-07-15  100,000")
    assert fees(book, grace_days=3).items[0].steps == ()


def test_days_of_grace_are_not_charged():
    assert fee_of("100,000", 10, grace_days=3) == 350_00
    assert fee_of("100,000", 3, grace_days=3) == 0
    assert fee_of("100,000", 31, "tiered", grace_days=3) == 1_450_00  # 27 + 1 day at 0.1 %


def test_credits_bear_no_fee():
    book = ledger("customer  kind  due_date  amount\n甲  credit  2023-04-11  -5,000")
    assert fees(book).items == ()


money = st.integers(1, 10**11)
schemes = st.sampled_from(["flat", "tiered", "retroactive"])


def charged(minor: int, days: int, scheme: str) -> int:
    """The fee of one document, straight from its steps."""
    basis = FeeBasis("policy", "", scheme, Fraction(5, 10**4), 30, Fraction(1, 10**3))
    steps = steps_of(basis, day("2023-01-01"), days, minor, ())
    exact = sum((step.fee_exact for step in steps), Fraction(0))
    return round_half_up_div(exact.numerator, exact.denominator)


@settings(deadline=None)
@given(money, st.integers(1, 1000), schemes)
def test_fees_never_fall_as_days_pass(minor, days, scheme):
    assert charged(minor, days, scheme) <= charged(minor, days + 1, scheme)


@settings(deadline=None)
@given(money, st.integers(1, 30))
def test_up_to_day_30_tiered_is_flat(minor, days):
    assert charged(minor, days, "tiered") == charged(minor, days, "flat")


@settings(deadline=None)
@given(money, st.integers(1, 30))
def test_each_day_beyond_30_costs_a_thousandth(minor, beyond):
    grown = charged(minor, 30 + beyond, "tiered") - charged(minor, 30, "tiered")
    assert abs(grown - Fraction(minor * beyond, 1000)) <= 1


@settings(deadline=None)
@given(money, money, st.integers(1, 400), schemes)
def test_splitting_a_document_moves_the_fee_by_a_cent_at_most(one, two, days, scheme):
    apart = charged(one, days, scheme) + charged(two, days, scheme)
    assert abs(apart - charged(one + two, days, scheme)) <= 1


@settings(deadline=None)
@given(money, st.integers(1, 200), schemes, st.integers(0, 250), st.integers(1, 10**9))
def test_steps_equal_the_sum_day_by_day(minor, days, scheme, paid_on, paid):
    basis = FeeBasis("policy", "", scheme, Fraction(5, 10**4), 30, Fraction(1, 10**3))
    steps = steps_of(basis, day("2023-01-01"), days, minor, ((paid_on, paid),))
    daily = sum(
        (minor + paid * (n <= paid_on)) * next(r for last, r in basis.pieces(days) if n <= last)
        for n in range(1, days + 1)
    )
    assert sum(step.fee_exact for step in steps) == daily  # day by day, the long way


def test_what_was_contested_outside_the_ledger_bears_no_fee():
    """The register disputes 40,000.00 of a document: the fee of each day is on the rest."""
    items = "customer  document_no  due_date  amount\n甲  A1  2023-04-11  180,000"
    receipts = "date  customer  reference  amount\n2023-05-21  甲  A1  60,000"
    fee = fees(ledger(items, receipts=receipts)).items[0]
    less = on_base(fee, 80_000_00)
    assert [(s.days, s.base_minor) for s in less.steps] == [(40, 140_000_00), (58, 80_000_00)]
    assert less.fee_minor == 5_120_00  # 140,000 x 0.05 % x 40 + 80,000 x 0.05 % x 58
    assert on_base(fee, fee.base_minor) == fee
    assert on_base(fee, fee.base_minor + 1) == fee  # never more than the ledger says
    assert on_base(fee, fee.base_minor - 1).base_minor == 119_999_99
