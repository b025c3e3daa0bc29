from __future__ import annotations

import datetime as dt

import pytest
from tests.analysis.chase.stood import NO_FEES, daily_fee, dunned, policy, position

from arcollect.analysis.chase.dunning import dun
from arcollect.errors import UsageError
from arcollect.policy import Policy

BOSS = """
    customer  contact  role   title
    甲        王总     owner  总经理
"""


def one(days: int, amount: str = "50,000", extra: str = "") -> str:
    """A single invoice of 甲 that is `days` past due on 2026-10-31."""
    due = dt.date(2026, 10, 31) - dt.timedelta(days=days)
    return f"""
    customer  document_no  issue_date  due_date  amount
    甲        A1           2025-01-01  {due}     {amount}
    {extra}
    """


@pytest.mark.parametrize(
    ("days", "level"),
    [(-10, "L0"), (0, "L0"), (1, "L1-short"), (30, "L1-short"), (31, "L1"), (90, "L1"),
     (91, "L3"), (180, "L3"), (181, "L3")],
)  # fmt: skip
def test_level_by_days_past_due(days, level):
    """Section 8, default column; a first letter is at most L3 (U-20)."""
    (notice,) = dunned(one(days), "2026-10-31", contacts=BOSS).notices
    assert notice.level == level


def test_nothing_before_the_reminder_window():
    dunning = dunned(one(-11), "2026-10-31")
    assert not dunning.notices
    assert dunning.silent[0].why.key == "chase_why.not_due"


def test_demand_is_net_of_unapplied_receipts():
    """U-02: overdue 100,000 with 80,000 unapplied is a demand of 20,000 at most."""
    items = one(40, "100,000", "甲        R1           2026-09-30  -           -80,000")
    (notice,) = dunned(items, "2026-10-31").notices
    assert (notice.gross_minor, notice.unapplied_minor) == (100_000_00, 80_000_00)
    assert notice.demand_minor == 20_000_00


def test_no_letter_when_receipts_cover_the_demand():
    items = one(40, "100,000", "甲        R1           2026-09-30  -           -100,000")
    dunning = dunned(items, "2026-10-31")
    assert dunning.silent[0].why.key == "chase_why.covered"


def test_unapplied_money_softens_the_level():
    """The receipt may have paid the old item: the letter is as firm as the rest."""
    items = """
        customer  document_no  issue_date  due_date    amount
        甲        A1           2025-11-01  2026-05-01  30,000
        甲        A2           2026-08-01  2026-10-21  50,000
        甲        R1           2026-09-30  -           -30,000
    """
    (notice,) = dunned(items, "2026-10-31", contacts=BOSS).notices
    assert (notice.level, notice.worst_days) == ("L1-short", 183)


def test_unapplied_money_that_settles_the_dunned_item_resets_the_ladder():
    """U-20: the letter of May was about A1, which R1 may have paid."""
    items = """
        customer  document_no  issue_date  due_date    amount
        甲        A1           2026-02-01  2026-05-01  30,000
        甲        A2           2026-08-01  2026-09-21  50,000
        甲        R1           2026-09-30  -           -30,000
    """
    customers = """
        customer  last_letter_level  last_letter_date
        甲        L1                 2026-05-20
    """
    (notice,) = dunned(items, "2026-10-31", customers=customers, contacts=BOSS).notices
    why = [said.key for said in notice.level_why]
    assert "chase_why.reset" in why
    assert "chase_why.unanswered" not in why


def test_disputed_part_and_apart_items_are_not_demanded():
    items = """
        customer  document_no  due_date    amount  disputed  remark
        甲        A1           2026-10-21  50,000  20,000    -
        甲        A2           2026-10-21  7,000   0         bill
        甲        A3           2026-10-21  3,000   0         retention
    """
    (notice,) = dunned(items, "2026-10-31").notices
    assert notice.demand_minor == 30_000_00
    assert notice.not_demanded == (
        ("bill", 7_000_00), ("disputed", 20_000_00), ("retention", 3_000_00)
    )  # fmt: skip


def test_small_demand_gets_no_letter():
    """U-26: below 1,000 nothing is written; 1,000.00 is."""
    assert dunned(one(40, "1,000.00"), "2026-10-31").notices
    dunning = dunned(one(40, "999.99"), "2026-10-31")
    assert dunning.silent[0].why.key == "chase_why.below_minimum"


def test_minimum_needs_a_rate_in_another_currency():
    items = """
        customer  document_no  due_date    amount  currency
        甲        A1           2026-10-21  500     USD
    """
    (notice,) = dunned(items, "2026-10-31").notices
    assert notice.level_why[-1].key == "chase_why.no_rate"


def test_companies_customers_and_currencies_are_never_netted():
    items = """
        company  customer  document_no  issue_date  due_date    amount   currency
        A        甲        A1           2026-01-01  2026-10-21  50,000   CNY
        A        甲        A2           2026-01-01  2026-10-21  50,000   USD
        B        甲        B1           2026-01-01  2026-10-21  50,000   CNY
        B        甲        R1           2026-01-01  -           -40,000  CNY
    """
    rules = Policy.model_validate({"company": [{"name": "A"}, {"name": "B"}]})
    notices = dunned(items, "2026-10-31", rules=rules).notices
    assert [(n.company, n.currency, n.demand_minor) for n in notices] == [
        ("A", "CNY", 50_000_00), ("A", "USD", 50_000_00), ("B", "CNY", 10_000_00)
    ]  # fmt: skip


def test_no_letters_without_own_company():
    """U-21: everything else still works."""
    dunning = dunned(one(40), "2026-10-31", rules=Policy())
    assert not dunning.notices
    assert dunning.silent[0].missing == ("own_company",)
    assert dunning.silent[0].why.key == "chase_why.no_company_at_all"


def test_several_own_companies_and_a_ledger_that_names_none():
    """Nobody can tell who writes: the names to choose from are said, not an empty one."""
    rules = Policy.model_validate({"company": [{"name": "A"}, {"name": "B"}]})
    why = dunned(one(40), "2026-10-31", rules=rules).silent[0].why
    assert (why.key, why.facts["known"]) == ("chase_why.which_company", ["A", "B"])


def test_an_own_company_that_the_policy_does_not_know_is_named():
    items = """
        company  customer  document_no  due_date    amount
        丙公司   甲        A1           2026-09-21  50,000
    """
    why = dunned(items, "2026-10-31").silent[0].why
    assert (why.key, why.facts["company"]) == ("chase_why.no_own_company", "丙公司")


def test_item_without_any_number_is_listed_not_demanded():
    items = """
        customer  document_no  row  due_date    amount
        甲        A1           5    2026-09-21  50,000
        甲        -            6    2026-09-21  9,000
        乙        -            7    2026-09-21  9,000
    """
    dunning = dunned(items, "2026-10-31")
    assert dunning.notices[0].demand_minor == 50_000_00
    assert dunning.silent[0].missing == ("document",)
    assert [g.amount_minor for g in dunning.gaps if g.is_mandatory] == [9_000_00] * 2


def test_l3_needs_someone_above_purchasing():
    """R000-26; the copy goes to purchasing and finance of the same customer (R000-31)."""
    desk = """
        customer  contact  role        title
        甲        李敏     purchasing  采购经理
        甲        赵云     finance     -
        乙        钱多     finance     -
    """
    (notice,) = dunned(one(100), "2026-10-31", contacts=desk).notices
    assert (notice.table_level, notice.level) == ("L3", "L2")
    both = desk + "甲        王总     owner       总经理\n"
    (notice,) = dunned(one(100), "2026-10-31", contacts=both).notices
    assert (notice.level, notice.addressee) == ("L3", "王总")
    assert notice.cc == ("李敏", "赵云")


def test_deadline_is_a_workday_and_the_appointment_a_slot():
    """R-LAW-14: 2026-10-31 + 7 is a Saturday; R000-52: no Monday morning."""
    (notice,) = dunned(one(100), "2026-10-31", contacts=BOSS).notices
    assert notice.deadline == dt.date(2026, 11, 9)
    assert notice.appointment == dt.datetime(2026, 11, 2, 15)


def test_two_documents_in_a_row_make_it_formal():
    """R001-06; one with longer terms that is not due yet does not come between."""
    items = """
        customer  document_no  issue_date  due_date    amount
        甲        A1           2026-06-01  2026-09-01  5,000
        甲        A2           2026-06-02  2026-12-31  5,000
        甲        A3           2026-06-03  2026-09-03  5,000
    """
    (notice,) = dunned(items, "2026-10-31").notices
    assert (notice.worst_days, notice.level) == (60, "L2")


def test_a_letter_may_be_dated_after_its_figures():
    """Days past due stay those of as-of; the deadline counts from the letter's date."""
    where = position(one(40), "2026-10-31")
    (notice,) = dun(where, NO_FEES, policy(), dt.date(2026, 11, 21)).notices
    assert (notice.worst_days, notice.deadline) == (40, dt.date(2026, 11, 30))
    with pytest.raises(UsageError):
        dun(where, NO_FEES, policy(), dt.date(2026, 10, 30))


def test_fee_is_an_amount_from_l3_only():
    """X-01: 180,000 x 0.05 % x 98 days = 8,820.00; L2 states none (U-22)."""
    where = position(one(98, "180,000"), "2026-10-31", contacts=BOSS)
    (notice,) = dun(where, daily_fee(where), policy()).notices
    assert (notice.level, notice.fee_minor) == ("L3", 8_820_00)
    where = position(one(98, "180,000"), "2026-10-31")
    (notice,) = dun(where, daily_fee(where), policy()).notices
    assert (notice.level, notice.fee_minor) == ("L2", 0)


def test_no_fee_amount_while_a_receipt_waits():
    items = one(98, "180,000", "甲        R1           2026-09-30  -           -60,000")
    where = position(items, "2026-10-31", contacts=BOSS)
    (notice,) = dun(where, daily_fee(where), policy()).notices
    assert notice.fee_minor == 0


def test_every_account_is_a_letter_or_a_reason():
    items = """
        customer  document_no  issue_date  due_date    amount
        甲        A1           2026-01-01  2026-10-21  50,000
        乙        B1           2026-01-01  2027-10-21  50,000
        丙        C1           2026-01-01  -           -5,000
        丁        D1           2026-01-01  -           5,000
    """
    where = position(items, "2026-10-31")
    dunning = dun(where, NO_FEES, policy())
    found = [n.customer for n in dunning.notices] + [n.customer for n in dunning.silent]
    assert sorted(found) == ["丁", "丙", "乙", "甲"]
    assert dun(where, NO_FEES, policy()) == dunning


def test_a_document_that_stands_twice_is_demanded_once():
    """T-19: the same number, dates and amount; which row is true must be asked first."""
    twice = "甲        A1           2025-01-01  2026-09-21  100,000"
    (notice,) = dunned(one(40, "100,000", twice), "2026-10-31").notices
    assert notice.gross_minor == 100_000_00
    assert dict(notice.not_demanded)["repeated"] == 100_000_00


def test_two_documents_of_one_amount_are_both_demanded():
    other = "甲        A2           2025-01-01  2026-09-21  100,000"
    (notice,) = dunned(one(40, "100,000", other), "2026-10-31").notices
    assert notice.gross_minor == 200_000_00
