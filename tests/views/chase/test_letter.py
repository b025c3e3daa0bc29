from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.analysis.chase.stood import daily_fee, position
from tests.views.chase.cases import (
    CASES,
    CONTACTS,
    CUSTOMERS,
    dunning,
    items,
    letter,
    policy,
)
from tests.views.chase.dump import dump

from arcollect.analysis.chase.dunning import dun
from arcollect.analysis.claims.late_fee import Fees
from arcollect.errors import UsageError
from arcollect.text import Lang, say
from arcollect.views.block import Grid, Text
from arcollect.views.chase.letter import compose

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = ["甲 & 乙 <贸易>", "[/]", "=1+1", "{{7*7}}", "**x**", "a|b", "`x`", "1. 甲", "null"]


def words(made):
    """Everything a letter says, in one string."""
    return dump(made)


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("level", CASES)
def test_golden(level, lang):
    """Every level in both languages, read by eye before it was accepted."""
    made = letter(level, lang)
    assert made.notice.level == level
    kept = GOLDEN / f"{lang}-{level}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(dump(made), encoding="utf-8", newline="\n")
    assert dump(made) == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("level", CASES)
def test_never_says(level, lang):
    said = words(letter(level, lang))
    for banned in ("滞纳金", "你们", "你方", "法律程序", "XX", "{{", "None", "nan ", "nan,"):
        assert banned not in said


@pytest.mark.parametrize("level", ["L0", "L1-short", "L1", "L2"])
def test_no_fee_amount_below_l3(level):
    """U-22: L0 and L1 never speak of a fee, L2 cites the clause only."""
    said = words(letter(level, Lang.ZH))
    assert "×" not in said
    assert ("违约金" in said) == (level == "L2")
    assert ("第5条" in said) == (level == "L2")


@pytest.mark.parametrize("level", ["L0", "L1-short", "L1", "L2", "L3"])
def test_always_says(level):
    """U-24, R-LAW-04."""
    said = words(letter(level, Lang.ZH))
    for always in ("数据截至2026年10月31日", "如已付款，请忽略本函", "联系人：张敏",
                   "PO-7700", "26332000000000000000", "本函不视为我司放弃"):  # fmt: skip
        assert always in said


def test_formula_of_the_article():
    """X-01: 180,000 at 98 days is 8,820.00; 2,940 must never appear."""
    one = items(1, 98).replace("125,000.00", "180,000.00")
    where = position(one, "2026-10-31", CUSTOMERS.format("L2"), CONTACTS)
    (made,) = compose(dun(where, daily_fee(where), policy()), policy(), Lang.ZH)
    assert "180,000.00×0.05%×98天=8,820.00" in words(made)
    assert "2,940" not in words(made)


def test_own_money_received_is_shown_and_taken_off():
    """U-02: 减：已付未核销; the fee amount waits until it is applied."""
    more = items(1, 98) + items(1, 98).splitlines()[1].replace("125,000.00", "-80,000.00")
    where = position(more, "2026-10-31", CUSTOMERS.format("L2"), CONTACTS)
    (made,) = compose(dun(where, daily_fee(where), policy()), policy(), Lang.ZH)
    (grid,) = (b for b in made.blocks if isinstance(b, Grid))
    amounts = [(row[0], row[-1]) for row in grid.foot]
    assert amounts == [
        ("合计", "125,000.00"), ("减：已付未核销", "80,000.00"), ("实际应付", "45,000.00")
    ]  # fmt: skip
    assert "人民币肆万伍仟元整" in words(made)
    assert "另行计算" in words(made)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_come_out_literally(name):
    where = position(items(2, 45, name), "2026-10-31")
    (made,) = compose(dun(where, daily_fee(where), policy()), policy(), Lang.ZH)
    assert any(isinstance(b, Text) and b.plain == f"致：{name}" for b in made.blocks)
    assert "49" not in words(made).replace("2026", "")


def test_numbers_run_in_a_stable_order():
    both = items(1, 45, "乙") + items(1, 45, "丙").partition("\n")[2]
    where = position(both, "2026-10-31")
    made = compose(dun(where, daily_fee(where), policy()), policy(), Lang.ZH)
    assert [(x.notice.customer, x.reference) for x in made] == [
        ("丙", "催字〔2026〕001号"), ("乙", "催字〔2026〕002号")
    ]  # fmt: skip


def test_without_a_clause_no_fee_is_claimed():
    where = position(items(1, 98), "2026-10-31", CUSTOMERS.format("L2"), CONTACTS)
    none = Fees(())
    (made,) = compose(dun(where, none, policy()), policy(), Lang.ZH)
    assert made.notice.level == "L3"
    assert "违约金" not in words(made)


def test_action_at_law_only_when_confirmed():
    """X-11: letters announce only steps that the user confirmed."""
    assert "诉讼" not in words(letter("L3", Lang.ZH))
    sue = policy(will_sue=True)
    (made,) = compose(dunning("L3", will_sue=True), sue, Lang.ZH)
    assert "依法提起诉讼" in words(made)


BAD = [
    ("{{ nobody }}", "letters.bad_template"),
    ("{{ items.append(1) }}", "letters.bad_template"),
    ("{{ ''.__class__.__mro__ }}", "letters.bad_template"),
    ("{{ own }}", "letters.bad_template"),
    ("{{ 'a' * 999999999 }}", "letters.bad_template"),
    ("{% for a in items", "letters.bad_template"),
    ("应付2,940.00元", "letters.finding"),
    ("尊敬的XX公司", "letters.finding"),
    ("{{ worst_days * 7 }}天", "letters.finding"),
    ("滞纳金", "letters.finding"),
    ("```nothing\n```", "letters.bad_slot"),
    ("```items\nsecret\n```", "letters.bad_slot"),
]


@pytest.mark.parametrize(("written", "key"), BAD)
def test_bad_templates_are_refused(tmp_path, written, key):
    (tmp_path / "L1.md.j2").write_text(written, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        compose(dunning("L1"), policy(), Lang.ZH, tmp_path)
    assert caught.value.said.key == key
    assert say(caught.value.said, Lang.ZH)


def test_own_template_may_be_impolite_but_is_told(tmp_path):
    """U-27: 你们 is blocked in our templates, warned of in the user's."""
    (tmp_path / "L1.md.j2").write_text("你们应当付款", encoding="utf-8")
    (made,) = compose(dunning("L1"), policy(), Lang.ZH, tmp_path)
    assert ("W-10", "你们") in [(f.rule, f.said) for f in made.warnings]


def test_own_template_replaces_ours_by_name(tmp_path):
    (tmp_path / "zh").mkdir()
    own = "# 提醒\n\n{{ customer }}欠{{ total }}\n\n"
    own += "| 号 | 额 |\n|--|--:|\n| {{ lead.document }} | 无 |\n"
    (tmp_path / "zh" / "L1.md.j2").write_text(own, encoding="utf-8")
    (made,) = compose(dunning("L1"), policy(), Lang.ZH, tmp_path)
    assert dump(made).splitlines()[2:] == [
        "body: 甲机械制造有限公司欠人民币125,000.00元",
        "grid: 号 | 额",
        "grid: AR2026-0001 | 无",
    ]


def test_an_item_known_by_its_invoice_alone_shows_the_number_once():
    bare = items(2, 45).replace("AR2026-0001", "-").replace("AR2026-0002", "-")
    where = position(bare, "2026-10-31")
    (made,) = compose(dun(where, daily_fee(where), policy()), policy(), Lang.ZH)
    (grid,) = (b for b in made.blocks if isinstance(b, Grid))
    assert grid.titles[:2] == ("单据号", "贵司订单号")
    assert grid.rows[0][0] == "26332000000000000000"
