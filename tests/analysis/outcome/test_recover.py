"""Which way to get an old debt back."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.claims.late_fee import late_fee
from arcollect.analysis.claims.limits.limitation import limitation
from arcollect.analysis.outcome.recover.debts import Asked
from arcollect.analysis.outcome.recover.option import Chance, Way
from arcollect.analysis.outcome.recover.value import today
from arcollect.analysis.outcome.recover.weigh import recover
from arcollect.analysis.position import stand
from arcollect.money import half_up
from arcollect.register.entries import History
from arcollect.text import Lang, text
from arcollect.views.outcome.recover import recover_tables

JULY = day("2023-07-18")
FLAGS = """
    customer  flags  currency
    甲        {}     CNY
"""


def debts(amount="100,000", days=200, *, customer="", currency="CNY", extra="", **options):
    """甲 owes one document, so many days past due."""
    due = JULY - dt.timedelta(days=days)
    flags = options.pop("flags", "")
    rules = policy(**options)
    book = ledger(
        f"customer  due_date  amount  currency\n甲  {due}  {amount}  {currency}\n{extra}",
        customers=FLAGS.format(flags) if flags else "",
    )
    position = stand(book, JULY, rules)
    asked = Asked(customer, None, limitation(position, History(), rules))
    return recover(position, late_fee(position, rules), rules, asked)


def only(*args, **options):
    (weighed,) = debts(*args, **options).weighed
    return weighed


def way(weighed, wanted):
    return next(option for option in weighed.options if option.way is wanted)


def case(**known):
    return {"case": [{"customer": "甲", **known}]}


@pytest.mark.parametrize(("days", "count"), [(180, 0), (181, 1)])
def test_debts_are_old_from_181_days(days, count):
    assert len(debts(days=days).weighed) == count  # R000-33


@pytest.mark.parametrize("flag", ["lost", "refuses", "bankrupt"])
def test_a_red_flag_counts_at_any_age(flag):
    assert only(days=5, flags=flag).debt.flags == (flag,)


def test_a_customer_asked_for_is_listed_at_any_age():
    assert len(debts(days=5, customer="甲").weighed) == 1
    assert not debts(days=5, customer="乙").weighed


def test_a_million_sells_for_300_000_to_500_000():
    nothing, half, all_ = (
        way(only("1,000,000", recover=case(assets=assets)), Way.ASSIGNMENT).nominal_minor
        for assets in ("0", "500,000", "1,000,000")
    )
    assert (nothing, half, all_) == (30_000_000, 40_000_000, 50_000_000)  # G-08
    assert way(only("1,000,000"), Way.ASSIGNMENT).nominal_minor == 30_000_000


def test_a_discount_in_six_instalments_adds_up():
    found = way(only("1,000,000"), Way.HAIRCUT)
    assert found.instalments == (13_333_333,) * 5 + (13_333_335,)  # G-09
    assert found.nominal_minor == 80_000_000
    small = way(only("80,000"), Way.HAIRCUT)
    assert small.instalments == (1_066_667,) * 5 + (1_066_665,)


def test_thirty_percent_down_and_the_rest_in_six():
    found = way(only("100,000"), Way.PLAN)  # R003-84
    assert found.instalments == (3_000_000, *(1_166_667,) * 5, 1_166_665)
    assert found.now_minor == 3_000_000


def test_goods_and_two_instalments():
    found = way(only("80,000", recover=case(goods="60,000")), Way.GOODS)
    assert found.nominal_minor == 8_000_000  # G-10: 100 %, and 87.5 % with one lost
    assert found.instalments == (6_000_000, 1_000_000, 1_000_000)
    assert found.how.facts["how"].facts["worst"] == "87.50%"
    assert found.now_minor == 0  # goods are no cash


def test_suing_pays_with_assets_and_selling_without():
    rich = only(recover={**case(assets="80,000", chance="100%"), "chance_plan": "0%"})
    suit = way(rich, Way.LAWSUIT)
    assert 1_000_000 <= suit.cost_minor <= 2_000_000  # R000-39: 10,000-20,000
    assert 6_000_000 <= suit.expected_minor <= 7_000_000  # G-11
    poor = only(recover=case(assets="0"), flags="lost")
    assert poor.best.way is Way.ASSIGNMENT
    assert way(poor, Way.LAWSUIT).expected_minor < 0


def test_six_months_cost_three_percent():
    rules = policy().recover
    assert half_up(today(8_000_000, 6, rules)) == 7_766_990  # R003-79
    other = policy(recover={"day_basis": 365}).recover
    assert half_up(today(8_000_000, 6, other)) == 7_770_090  # 80,000 / (1 + 6 % x 180 / 365)


def test_the_claim_is_principal_and_fee():
    found = only("180,000", 98, customer="甲", fee={"basis": "contract", "clause": "第5条"})
    assert found.debt.claim_minor == 18_882_000  # U-31
    assert found.case.fees[0].fee_minor == 407_640
    assert way(found, Way.WAIVER).nominal_minor == 18_000_000
    bare = only("180,000", 98, customer="甲")
    assert bare.case.fees[0].fee_minor == 390_000
    assert way(bare, Way.WAIVER).missing.key == "recover_why.no_fee"


def test_what_nobody_knows_is_not_reckoned():
    found = only()
    unknown = {o.way for o in found.options if o.expected_minor is None}
    assert unknown == {
        Way.WAIVER, Way.GOODS, Way.PAYMENT_ORDER, Way.SMALL_CLAIMS, Way.LAWSUIT, Way.SET_OFF,
        Way.INSURANCE,
    }  # fmt: skip
    assert all(o.missing for o in found.options if o.way in unknown)


def test_small_claims_need_the_limit_of_the_province():
    limit = {"small_claims_limit": "100,000", **case(assets="200,000")}
    found = way(only(recover=limit), Way.SMALL_CLAIMS)
    assert found.cost_minor == 115_000  # half of 2,300
    above = way(only("100,000.01", recover=limit), Way.SMALL_CLAIMS)
    assert above.missing.key == "recover_why.above_small_limit"


@pytest.mark.parametrize(("flag", "why"), [("lost", "nobody_there"), ("refuses", "refuses")])
def test_nobody_to_agree_with(flag, why):
    found = only(flags=flag)
    for wanted in (Way.HAIRCUT, Way.PLAN, Way.WAIVER, Way.GOODS):
        assert way(found, wanted).missing.key == f"recover_why.{why}"


def test_concessions_are_never_recommended_by_assumption():
    rules = {"chance_plan": "1%", "assignment_high": "1%", "assignment_low": "1%"}
    assert only(recover=rules).best.way is not Way.HAIRCUT
    told = only(recover={**rules, "chance_haircut": "90%"})
    assert told.best.way is Way.HAIRCUT
    assert told.best.chance.source == "policy"


def test_set_off_and_insurance_come_first():
    found = only(recover=case(payables="40,000", insured="50,000", insured_until="2023-08-01"))
    assert way(found, Way.SET_OFF).expected_minor == 4_000_000
    assert way(found, Way.INSURANCE).nominal_minor == 5_000_000
    keys = [said.key for said in found.advice]
    assert keys[:2] == ["recover_why.first_set_off", "recover_why.first_insurance"]


def test_a_discount_for_quick_payment_is_off_until_the_policy_offers_it():
    assert Way.DISCOUNT not in {o.way for o in only("125,000").options}
    offered = way(only("125,000", recover={"discount": "2%"}), Way.DISCOUNT)
    assert offered.nominal_minor == 12_250_000  # R003-36


def test_disputes_and_credits_are_no_claim():
    found = debts("100", extra="甲  2023-01-01  -150  CNY")
    assert not found.weighed
    assert [debt.customer for debt in found.nothing_left] == ["甲"]


@pytest.mark.parametrize(
    ("days", "key"),
    [(200, None), (914, None), (915, "limitation_soon"), (1095, "limitation_soon"),
     (1096, "limitation_over")],
)  # fmt: skip
def test_limitation_that_ends_is_said_first(days, key):
    # due on 2020-07-18, 1095 days ago: three years end today; 180 days are left at 915
    said = [m.key.removeprefix("recover_why.") for m in only(days=days).advice]
    assert [k for k in said if k.startswith("limitation")] == ([key] if key else [])


def test_foreign_money_needs_a_rate():
    assert way(only(currency="USD"), Way.LAWSUIT).missing.key == "recover_why.no_rate"
    found = only(currency="USD", rates={"USD": "7"})
    assert found.case.fees[0].base_minor == 70_000_000  # in fen
    assert found.case.fees[0].fee_minor == 1_080_000  # 700,000 x 1 % + 3,800
    order = way(found, Way.PAYMENT_ORDER)
    assert order.cost_minor == 51_429  # 10,800 / 3 / 7 dollars


def test_break_even_assets_make_both_equal():
    even = only().break_even_minor
    at = only(recover=case(assets=f"{even / 100:.2f}"))
    sue, sell = (way(at, w).expected_minor for w in (Way.LAWSUIT, Way.ASSIGNMENT))
    assert abs(sue - sell) <= 1


@settings(deadline=None, max_examples=15)
@given(st.integers(1_000, 10**9), st.integers(0, 10**9))
def test_expected_never_exceeds_what_comes_in(cents, assets):
    found = only(f"{cents / 100:.2f}", recover=case(assets=f"{assets / 100:.2f}"))
    for option in found.options:
        if option.instalments:
            assert sum(option.instalments) == option.nominal_minor
        if option.expected_minor is not None:
            assert option.expected_minor <= option.nominal_minor


@settings(deadline=None, max_examples=10)
@given(st.integers(100, 10**7))
def test_scaling_scales_what_has_no_tariff(cents):
    one, hundred = (
        way(only(f"{n / 100:.2f}"), Way.ASSIGNMENT) for n in (cents * 1000, cents * 100_000)
    )
    assert hundred.nominal_minor == one.nominal_minor * 100  # property 7
    assert Fraction(abs(hundred.expected_minor - one.expected_minor * 100)) <= 50


def test_small_differences_are_no_debt_to_recover():
    book = ledger("""
        customer  due_date    amount  paid
        甲        2022-01-01  100     99.63
    """)
    position = stand(book, JULY, policy())
    assert not recover(position, late_fee(position, policy()), policy()).weighed  # U-05


def test_a_mistyped_customer_of_the_policy_is_named():
    due = JULY - dt.timedelta(days=200)
    rules = policy(recover={"case": [{"customer": "假", "assets": "1"}, {"customer": "甲"}]})
    position = stand(ledger(f"customer  due_date  amount\n甲  {due}  100"), JULY, rules)
    assert recover(position, late_fee(position, rules), rules).unknown == ("假",)


def test_the_customers_sheet_knows_assets_and_chance():
    due = JULY - dt.timedelta(days=200)
    book = ledger(
        f"customer  due_date  amount\n甲  {due}  100,000",
        customers="customer  assets  recovery_chance\n甲  80,000  0.5",
    )
    rules = policy(recover={"case": [{"customer": "甲", "goods": "1"}]})
    position = stand(book, JULY, rules)
    (found,) = recover(position, late_fee(position, rules), rules).weighed
    assert (found.debt.known.assets_minor, found.debt.known.goods_minor) == (8_000_000, 100)
    assert way(found, Way.PLAN).chance == Chance(Fraction(1, 2), "typed")


def test_our_own_assumptions_recommend_nothing():
    unknown = only("100,000")
    assert unknown.best is None
    assert unknown.advice[-1].key == "recover_why.too_little_known"
    assert only("100,000", recover=case(assets="0")).best is not None


def test_no_plan_brings_more_than_the_known_assets():
    """900,000.00 owed, 500,000.00 known: nobody pays 60 % of 900,000.00 out of that."""
    weighed = only("900,000", recover=case(assets="500,000", chance="0.9"))
    found = [way(weighed, one) for one in (Way.PLAN, Way.HAIRCUT)]
    assert [one.expected_minor for one in found] == [45_000_000] * 2  # 500,000 x 90 %
    assert found[0].how.key == "recover_why.how_bounded"
    assert (found[0].how.facts["most"], found[0].how.facts["share"]) == ("500,000.00", "90%")


def test_goods_are_found_beside_the_assets():
    """600,000.00 of assets and 100,000.00 of goods: 90 % of 700,000.00."""
    known = case(assets="600,000", goods="100,000", chance="0.9")
    assert way(only("900,000", recover=known), Way.GOODS).expected_minor == 63_000_000


@pytest.mark.parametrize(
    ("rules", "picked"),
    [
        (case(goods="1,000"), None),  # the plan is higher, and its chance is ours
        (case(payables="40,000"), None),
        ({"chance_insured": "90%"}, None),  # says nothing about this pick
        ({"chance_plan": "70%"}, Way.PLAN),
        ({"chance_plan": "5%"}, None),  # then the sale is higher, at the article's price
        ({"chance_plan": "5%", "assignment_low": "25%"}, Way.ASSIGNMENT),
        (case(chance="5%"), Way.ASSIGNMENT),
        (case(assets="0"), Way.ASSIGNMENT),  # G-11
    ],
)
def test_no_star_without_a_figure_of_somebody(rules, picked):
    best = only("100,000", recover=rules).best
    assert (best and best.way) == picked


def test_a_lawyers_letter_comes_before_the_suit():
    """R001-11, R000-38: letter, then suit; preservation within 48 hours, suit within 30 days."""
    notes = [note.key for note in way(only(), Way.LAWSUIT).notes]
    assert notes[:2] == ["recover_why.note_lawyer", "recover_why.note_lawsuit"]
    for lang in Lang:
        letter, suit = (text(key, lang) for key in notes[:2])
        assert "L4" in letter
        assert all(figure in suit for figure in ("48", "30", "104"))


@pytest.mark.parametrize("lang", Lang)
def test_only_law_firms_and_licensed_buyers(lang):
    """X-22: collection firms are forbidden; recover says so and names nobody else."""
    notes = recover_tables(debts(), JULY, lang)[0].notes
    assert text("recover.licensed", lang) in notes
    wanted = {Lang.ZH: ("律师事务所", "讨债公司"), Lang.EN: ("law firm", "collection firm")}[lang]
    assert all(word in text("recover.licensed", lang).lower() for word in wanted)


def test_a_plan_has_days_to_watch():
    """R001-14: 30 % at once and six months; 18 August 2023 is a Friday, 18 November a Saturday."""
    tables = {table.key: table for table in recover_tables(debts(), JULY, Lang.ZH)}
    columns = {c.key: c.values for c in tables["recover.schedules.CNY"].columns}
    rows = list(zip(columns["way"], columns["due_on"], columns["promise"], strict=True))
    plan = [(day_, said) for name, day_, said in rows if name == "首付加分期（展期）"]
    assert plan[0] == (JULY, "30,000.00@2023-07-18")
    assert plan[1] == (day("2023-08-18"), "11,666.67@2023-08-18")
    assert plan[4] == (day("2023-11-20"), "11,666.67@2023-11-20")
    assert plan[-1][1] == "11,666.65@2024-01-18"


def test_goods_are_no_promise_of_money():
    tables = {t.key: t for t in recover_tables(debts(recover=case(goods="60,000")), JULY, Lang.ZH)}
    columns = {c.key: c.values for c in tables["recover.schedules.CNY"].columns}
    said = [
        p for way_, p in zip(columns["way"], columns["promise"], strict=True) if way_ == "以货抵债"
    ]
    assert said == ["", "20,000.00@2023-08-18", "20,000.00@2023-09-18"]
