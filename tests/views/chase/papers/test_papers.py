"""Every paper in both languages, and what it must and must not say."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.analysis.chase.stood import daily_fee, position
from tests.views.chase.cases import CONTACTS, items
from tests.views.chase.dump import dump
from tests.views.chase.papers.cases import CUSTOMER, WISHES, drawn, letter, papers, policy

from arcollect.analysis.chase.dunning import dun
from arcollect.analysis.chase.papers.draw import draw
from arcollect.analysis.chase.papers.wish import Wish
from arcollect.errors import UsageError
from arcollect.text import Lang
from arcollect.views.chase.letter import compose
from arcollect.views.chase.papers.paper import compose_papers

GOLDEN = Path(__file__).parent / "golden"
VARIANTS = {
    "L1-cash-tight": ("L1", "cash-tight", "-"),
    "L2-cash-tight": ("L2", "cash-tight", "-"),
    "L2-wilful": ("L2", "wilful", "-"),
    "L2-large": ("L2", "-", "large"),
    "L3-public": ("L3", "-", "public"),
}
LANGS = pytest.mark.parametrize("lang", list(Lang))


def golden(name, said):
    """The text kept under this name, read by eye before it was accepted."""
    kept = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(said, encoding="utf-8", newline="\n")
    assert said == kept.read_text(encoding="utf-8")


@LANGS
@pytest.mark.parametrize("name", WISHES)
def test_golden_papers(name, lang):
    golden(f"{lang}-{name}", dump(drawn(name, lang)))


@LANGS
@pytest.mark.parametrize("name", VARIANTS)
def test_golden_variants(name, lang):
    golden(
        f"{lang}-{name}",
        dump(letter(VARIANTS[name][0], VARIANTS[name][1], lang, VARIANTS[name][2])),
    )


@pytest.mark.parametrize("name", WISHES)
def test_no_paper_states_a_fee_beside_the_principal(name):
    """R-LAW-04: an agreement that lists principal and fee replaces the contract's term."""
    said = dump(drawn(name, Lang.ZH))
    assert "×" not in said
    assert "8,820" not in said


def test_an_agreement_keeps_the_right_to_the_fee():
    said = dump(drawn("repayment", Lang.ZH))
    assert "不变更原合同关于付款期限、本金和逾期付款责任的约定（包括第5条）" in said
    assert "不含逾期付款违约金及利息" in said
    assert "一式两份" in said


def test_the_plan_of_an_agreement_is_exact():
    """R003-84: 30 % at once, the rest in equal parts; 255,000.00 is 76,500.00 + 3 × 59,500.00."""
    (made,) = compose_papers(papers("repayment"), policy(), Lang.ZH)
    assert made.paper.net_minor == 255_000_00  # 3 × 125,000 less 20,000 disputed less 100,000
    assert [p.amount_minor for p in made.paper.plan] == [76_500_00, *[59_500_00] * 3]
    assert [str(p.due_date) for p in made.paper.plan] == [
        "2026-11-09", "2026-12-09", "2027-01-11", "2027-02-09",
    ]  # fmt: skip


def test_half_now_and_half_next_month():
    """R000-55."""
    (made,) = compose_papers(papers("partial-payment"), policy(), Lang.ZH)
    assert [p.amount_minor for p in made.paper.plan] == [127_500_00] * 2


def test_an_assignment_shows_no_account():
    """The account changes hands: it is verified, never printed."""
    said = dump(drawn("assignment", Lang.ZH))
    assert "3300 0000" not in said
    assert "第五百四十六条" in said
    assert "示例商业保理有限公司" in said


def test_only_unconfirmed_orders_are_held_without_a_ground():
    """U-24."""
    said = dump(drawn("stop-supply", Lang.ZH))
    assert "尚未经我司确认的订单" in said
    assert "已经签订的合同和贵司已预付货款的订单，我司继续按其约定履行" in said
    assert "第五百二十六条" not in said


def test_a_balance_is_the_whole_account():
    """U-23: also what is disputed; 3 × 125,000 less 100,000 = 275,000; finance seal."""
    said = dump(drawn("reconciliation", Lang.ZH))
    assert "人民币275,000.00元" in said
    assert "财务专用章" in said
    assert "同意支付" in said


def test_silence_confirms_nothing():
    for lang, never in ((Lang.ZH, "视为确认"), (Lang.EN, "deemed")):
        assert never not in dump(drawn("reconciliation", lang))


def test_a_customer_in_credit_is_told_what_we_owe():
    ledger = "customer  document_no  due_date  amount\n甲机械制造有限公司  A1  2026-09-30  100\n甲机械制造有限公司  R1  2026-09-30  -250"
    (made,) = compose_papers(papers("reconciliation", ledger), policy(), Lang.ZH)
    said = dump(made)
    assert made.paper.net_minor == -150_00
    assert "我司账面预收贵司**人民币150.00元**" in said
    assert "grid: 我方预收 |" in said
    assert "同意支付" not in said


def test_only_large_and_public_debtors_of_a_small_firm_hear_of_the_rules():
    """R-LAW-08."""
    assert "第802号" in dump(letter("L2", "-", Lang.ZH, "large"))
    assert "第802号" not in dump(letter("L2", "-", Lang.ZH, "sme"))
    assert "第802号" not in dump(letter("L1", "-", Lang.ZH, "large"))


def test_a_cash_tight_customer_is_offered_a_plan_and_nothing_is_waived():
    """R001-09."""
    said = dump(letter("L2", "cash-tight", Lang.ZH))
    assert "grid: 期次" in said
    assert "不变更原合同约定的付款期限" in said


def test_nobody_is_called_wilful():
    for lang in Lang:
        said = dump(letter("L2", "wilful", lang)).lower()
        assert "wilful" not in said
        assert "恶意" not in said
        assert "故意" not in said


def test_facts_typed_in_are_checked_like_a_letter():
    wish = Wish("stop-supply", CUSTOMER, orders=("P1",), ground="527", because="不付款后果自负")
    where = position(items(1, 98), "2026-10-31", contacts=CONTACTS)
    with pytest.raises(UsageError) as caught:
        compose_papers(draw(where, daily_fee(where), policy(), wish), policy(), Lang.ZH)
    assert caught.value.said.facts["rule"] == "W-01"


@LANGS
def test_golden_reminder_with_good_practice(lang):
    """R003-82: an offer on a page of its own, listed as enclosed; only with L0."""
    rules = policy(good_practice=True)
    where = position(items(1, -2), "2026-10-31", contacts=CONTACTS)
    (made,) = compose(dun(where, daily_fee(where), rules), rules, lang)
    assert made.notice.level == "L0"
    golden(f"{lang}-L0-good-practice", dump(made))


@LANGS
def test_golden_formal_letter_to_a_customer_at_risk(lang):
    """R003-83: what lateness does to our own rating, and a plan to fill in; no bureau named."""
    where = position(items(1, 45), "2026-10-31", contacts=CONTACTS)
    segments = {("", where.open["customer_key"].iloc[0]): "risk"}
    due = dun(where, daily_fee(where), policy(), segments=segments)
    (made,) = compose(due, policy(), lang)
    assert made.notice.level == "L2"
    said = dump(made)
    assert "征信" not in said
    golden(f"{lang}-L2-risk", said)
