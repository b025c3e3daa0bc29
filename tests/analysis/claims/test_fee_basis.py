"""By which right a document may be charged."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.claims.fee_basis import NoBasis
from arcollect.analysis.claims.late_fee import late_fee
from arcollect.analysis.position import stand

JULY = day("2023-07-18")
LPR = [{"since": "2022-08-22", "rate": "3.65%"}, {"since": "2023-06-20", "rate": "3.55%"}]
DEBT = "customer  document_no  due_date  amount\n甲  A1  2023-04-11  180,000"


def found(items, *, as_of=JULY, company=(), customers="", receipts="", **fee):
    rules = policy(fee=fee, company=list(company))
    book = ledger(items, customers=customers, receipts=receipts)
    return late_fee(stand(book, as_of, rules), rules)


@pytest.mark.parametrize(("margin", "expected"), [("30%", 2_293_20), ("50%", 2_646_00)])
def test_no_clause_but_an_lpr(margin, expected):
    fees = found(DEBT, basis="lpr", lpr=LPR, lpr_margin=margin).items[0]
    assert (fees.fee_minor, fees.ground) == (expected, "lpr")  # G-06f, 365 basis
    assert fees.yardstick.four_minor == 7_056_00
    assert fees.steps[0].day_basis == 365


def test_a_year_of_360_days_costs_more():
    fees = found(DEBT, basis="lpr", lpr=LPR, day_basis=360).items[0]
    assert fees.fee_minor == 2_325_05  # 180,000 x 4.745 % x 98 / 360 = 2,325.05


def test_the_lpr_of_the_breach_holds_unless_the_contract_follows_it():
    """Breach on 12 April: 3.65 %. The new LPR of 20 June is day 70, so 69 + 29 days."""
    steps = found(DEBT, basis="lpr", lpr=LPR, lpr_follows="changes").items[0].steps
    assert [(s.days, s.first) for s in steps] == [(69, day("2023-04-12")), (29, day("2023-06-20"))]
    assert [s.annual_rate for s in steps] == [Fraction("0.04745"), Fraction("0.04615")]
    assert len(found(DEBT, basis="lpr", lpr=LPR).items[0].steps) == 1


@pytest.mark.parametrize(
    ("due", "currency", "why"),
    [
        ("2022-08-20", "CNY", NoBasis.NO_LPR),  # breach on the 21st, the table begins on the 22nd
        ("2019-08-18", "CNY", NoBasis.BEFORE_LPR),
        ("2023-04-11", "USD", NoBasis.CURRENCY),
    ],
)
def test_without_an_lpr_nothing_is_guessed(due, currency, why):
    items = f"customer  due_date  amount  currency\n甲  {due}  180,000  {currency}"
    fees = found(items, basis="lpr", lpr=LPR)
    assert fees.items == ()
    assert [(n.why, n.count, n.minor) for n in fees.not_charged] == [(why, 1, 180_000_00)]


def test_the_first_day_of_the_table_counts():
    items = "customer  due_date  amount\n甲  2022-08-21  100,000"
    assert len(found(items, basis="lpr", lpr=LPR).items) == 1


US = {"name": "我司", "is_sme": True}
NEW = "customer  due_date  amount  customer_type\n甲  2025-07-01  100,000  {kind}"
AUGUST = day("2025-07-31")


@pytest.mark.parametrize(
    ("kind", "is_sme", "expected"),
    [
        ("large", True, 1_500_00),  # 100,000 x 0.05 % x 30
        ("public", True, 1_500_00),
        ("sme", True, NoBasis.NOT_SME),
        ("-", True, NoBasis.NOT_SME),
        ("large", False, NoBasis.NOT_SME),
    ],
)
def test_an_sme_against_large_debtors(kind, is_sme, expected):
    company = [{**US, "is_sme": is_sme}]
    fees = found(NEW.format(kind=kind), as_of=AUGUST, company=company, basis="sme")
    reasons = [n.why for n in fees.not_charged]
    assert [i.fee_minor for i in fees.items] or reasons == [expected]
    if fees.items:
        assert (fees.items[0].fee_minor, fees.items[0].ground) == (expected, "sme")


def test_debts_older_than_the_regulation_are_not_charged_under_it():
    items = NEW.format(kind="large").replace("2025-07-01", "2025-05-31")
    fees = found(items, as_of=AUGUST, company=[US], basis="sme")
    assert [n.why for n in fees.not_charged] == [NoBasis.BEFORE_SME]


def test_the_debtors_type_may_stand_on_the_customers_sheet():
    items = "customer  due_date  amount\n甲  2025-07-01  100,000"
    sheet = "customer  customer_type\n甲  public"
    fees = found(items, as_of=AUGUST, company=[US], customers=sheet, basis="sme")
    assert fees.items[0].fee_minor == 1_500_00


SIGNED = (
    "customer  due_date  amount  customer_type  signed_date  fee_rate_per_day\n"
    "甲  2025-07-01  100,000  {kind}  2025-01-10  {rate}"
)
AT_SIGNING = [{"since": "2024-10-21", "rate": "3.10%"}, {"since": "2025-05-20", "rate": "3.00%"}]


@pytest.mark.parametrize(
    ("kind", "rate", "expected"),
    [
        ("large", "0.00005", 254_79),  # raised: 100,000 x 3.10 % / 365 x 30 = 254.79
        ("large", "0.0005", 1_500_00),  # as agreed
        ("sme", "0.00005", 150_00),  # no floor among equals
    ],
)
def test_an_agreed_rate_is_never_below_the_lpr_at_signing(kind, rate, expected):
    items = SIGNED.format(kind=kind, rate=rate)
    fees = found(items, as_of=AUGUST, company=[US], lpr=AT_SIGNING)
    assert fees.items[0].fee_minor == expected  # U-32: signing, not breach


AGREED = [
    {"contract": "HT-1", "rate_per_day": "0.03%", "clause": "第5条"},
    {"customer": "甲", "rate_per_day": "0.02%"},
    {"contract": "HT-2", "scheme": "tiered", "rate_per_day": "0.05%", "tier_rate_per_day": "0.1%"},
]


def test_what_one_contract_agreed_comes_before_the_customer_and_the_policy():
    items = """
        customer  document_no  contract_no  due_date    amount   fee_rate_per_day
        甲        A1           HT-1         2023-07-08  100,000  -
        甲        A2           HT-9         2023-07-08  100,000  -
        甲        A3           HT-1         2023-07-08  100,000  0.0001
        乙        B1           HT-9         2023-07-08  100,000  -
        乙        B2           HT-2         2023-06-08  100,000  -
        """
    fees = found(items, agreed=AGREED)
    assert [(i.document_no, i.fee_minor) for i in fees.items] == [
        ("A1", 300_00),
        ("A2", 200_00),
        ("A3", 100_00),
        ("B2", 2_500_00),  # 30 days at 0.05 %, 10 at 0.1 %
    ]
    assert [refused.count for refused in fees.not_charged] == [1]


def test_a_rate_of_zero_says_that_none_is_due():
    items = "customer  due_date  amount  fee_rate_per_day\n甲  2023-04-11  180,000  0"
    fees = found(items, basis="contract")
    assert (fees.items, fees.not_charged[0].why) == ((), NoBasis.WAIVED)


def test_the_fee_stays_after_the_principal_is_paid():
    receipts = "date  customer  reference  amount\n2023-05-21  甲  A1  180,000"
    fees = found(DEBT, receipts=receipts, basis="contract")
    assert fees.items == ()
    (kept,) = fees.settled
    assert (kept.fee_minor, kept.base_minor) == (3_600_00, 0)  # 40 days
    assert kept.steps[-1].last == day("2023-05-21")


def test_paid_in_two_parts_the_second_part_waits_longer():
    receipts = """
        date        customer  reference  amount
        2023-05-21  甲        A1         60,000
        2023-07-18  甲        A1         120,000
        """
    (kept,) = found(DEBT, receipts=receipts, basis="contract").settled
    assert kept.fee_minor == 7_080_00  # the same as G-06d: paid on the as-of date itself


def test_paid_in_time_there_is_no_fee():
    receipts = "date  customer  reference  amount\n2023-04-11  甲  A1  180,000"
    assert found(DEBT, receipts=receipts, basis="contract").settled == ()


def test_a_settled_date_is_enough():
    items = (
        "customer  document_no  due_date  settled_date  amount\n"
        "甲  A1  2023-04-11  2023-05-21  180,000"
    )
    assert found(items, basis="contract").settled[0].fee_minor == 3_600_00


def test_what_was_disputed_or_listed_apart_bears_none_after_it_was_settled():
    items = """
        customer  document_no  due_date    settled_date  amount   is_disputed  is_related_party
        甲        A1           2023-04-11  2023-05-21    180,000  yes          -
        甲        A2           2023-04-11  2023-05-21    180,000  -            yes
        甲        A3           2023-04-11  2023-04-11    180,000  -            -
        """
    fees = found(items, basis="contract")
    assert (fees.items, fees.settled) == ((), ())


def test_a_fee_above_the_usual_limit_is_noted_and_not_capped():
    held = found(DEBT, basis="contract", lpr=LPR).items[0]
    assert held.fee_minor == 8_820_00
    measured = held.yardstick
    # 180,000 x 3.65 % x 98 / 365 = 1,764.00
    assert (measured.loss_minor, measured.limit_minor) == (1_764_00, 2_293_20)
    assert measured.exceeds
    low = found(DEBT, basis="contract", rate_per_day="0.013%", lpr=LPR).items[0]
    assert not low.yardstick.exceeds  # exactly 130 % is not above it


def test_without_an_lpr_there_is_no_yardstick():
    assert found(DEBT, basis="contract").items[0].yardstick is None
    assert found(DEBT, as_of=JULY + dt.timedelta(days=1), basis="contract").settled == ()
