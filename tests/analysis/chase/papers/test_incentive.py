"""R000-16, R000-17: what a letter holds out for paying at once."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from tests.analysis.chase.stood import NO_FEES, position

from arcollect.analysis.chase.dunning import dun
from arcollect.analysis.chase.papers.incentive import with_offers
from arcollect.policy import Policy

BOSS = """
    customer  contact  role   title
    甲        王总     owner  总经理
"""


def one(days=45, industry="机械制造", customers="", as_of="2026-10-31", **rules):
    """The notice about one invoice of 甲, `days` past due."""
    due = dt.date.fromisoformat(as_of) - dt.timedelta(days=days)
    items = f"""
    customer  document_no  issue_date  due_date  amount  industry
    甲        A1           2020-01-01  {due}     50,000  {industry}
    """
    policy = Policy.model_validate({"company": [{"name": "宏远"}], "incentive": rules})
    where = position(items, as_of, customers, BOSS)
    asked = with_offers(dun(where, NO_FEES, policy), where, policy, "王总")
    (notice,) = asked.notices
    return notice


def why_not(**facts):
    """The key of the reason why nothing is held out."""
    notice = one(**facts)
    assert notice.offer is None
    return notice.offer_why.facts["why"].key.removeprefix("chase_why.no_offer_")


def test_a_manufacturer_is_offered_five_percent_of_the_next_order():
    """95折 of the next order, by the next workday (31 October 2026 is a Saturday)."""
    notice = one()
    assert (notice.offer.kind, notice.offer.share) == ("discount", Fraction(5, 100))
    assert (notice.offer.pay_by, notice.offer.approved_by) == (dt.date(2026, 11, 2), "王总")
    assert (notice.demand_minor, notice.gross_minor) == (50_000_00, 50_000_00)


def test_a_retailer_is_offered_a_longer_warranty():
    notice = one(industry="家电零售")
    assert (notice.offer.kind, notice.offer.months, notice.offer.share) == ("warranty", 3, 0)


def test_the_next_workday_is_after_the_holidays():
    """G-12: after 30 September 2026 people work again on 8 October."""
    assert one(as_of="2026-09-30").offer.pay_by == dt.date(2026, 10, 8)
    assert one(as_of="2026-09-30", pay_workdays=2).offer.pay_by == dt.date(2026, 10, 9)


@pytest.mark.parametrize(("days", "level"), [(-3, "L0"), (91, "L3"), (181, "L3")])
def test_neither_reminders_nor_firm_letters_offer_anything(days, level):
    notice = one(days)
    assert (notice.level, notice.offer) == (level, None)
    assert why_not(days=days) == "level"


def test_a_letter_that_is_only_capped_to_l2_offers_nothing():
    """Nobody above purchasing is known: the letter is an L2, the debt is as old as before."""
    items = """
    customer  document_no  issue_date  due_date    amount  industry
    甲        A1           2020-01-01  2026-07-01  50,000  机械制造
    """
    policy = Policy.model_validate({"company": [{"name": "宏远"}]})
    where = position(items, "2026-10-31")
    (notice,) = with_offers(dun(where, NO_FEES, policy), where, policy, "王总").notices
    assert (notice.level, notice.table_level, notice.offer) == ("L2", "L3", None)


@pytest.mark.parametrize("flag", ["litigation", "profit-down", "tax-abnormal", "cash-tight"])
def test_nobody_with_a_warning_flag_is_offered_anything(flag):
    customers = f"customer  flags\n甲  no-assignment;{flag}\n"
    assert why_not(customers=customers, days=20) in {"flags", "level"}
    assert one(customers="customer  flags\n甲  no-assignment\n").offer is not None


def test_neither_bad_debtors_nor_public_bodies_are_offered_anything():
    assert why_not(customers="customer  is_bad_debt\n甲  yes\n") == "bad_debt"
    assert why_not(customers="customer  customer_type\n甲  public\n") == "public"


@pytest.mark.parametrize(
    ("industry", "why"), [("物流", "industry"), ("-", "unknown"), ("制造零售", "industry")]
)
def test_other_industries_are_asked_first(industry, why):
    assert why_not(industry=industry) == why


def test_what_the_policy_sets_to_nothing_is_not_offered():
    assert why_not(discount="0%") == "off"
    assert why_not(industry="零售", warranty_months=0) == "off"
