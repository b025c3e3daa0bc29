"""Messages for SMS and WeChat."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.chase.stood import daily_fee, position
from tests.views.chase.cases import CASES, dunning, items, policy
from tests.views.chase.papers.test_papers import golden

from arcollect.analysis.chase.dunning import dun
from arcollect.text import Lang
from arcollect.views.chase.papers.short import LIMITS, short_messages


def messages(level, lang):
    return short_messages(dunning(level), policy(), lang)


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("level", [level for level in CASES if level != "L4"])
def test_short_civil_and_without_threats(level, lang):
    """R003-49 as softened by X-11: no fee, no legal step, no rating, no shaming."""
    (made,) = messages(level, lang)
    assert len(made.said) <= LIMITS[lang]
    for never in ("违约金", "法律", "信用", "起诉", "legal", "credit", "fee", "court"):
        assert never not in made.said
    assert (
        "如已付款请忽略" if lang is Lang.ZH else "if paid, please disregard"
    ) in made.said.lower() or lang is Lang.ZH


@pytest.mark.parametrize("lang", list(Lang))
def test_golden_messages(lang):
    said = [f"{level}: {messages(level, lang)[0].said}\n" for level in CASES if level != "L4"]
    golden(f"{lang}-short", "".join(said))


def test_what_a_message_says():
    (made,) = messages("L2", Lang.ZH)
    assert made.said == (
        "【宏远轴承有限公司】赵云主管，您好！截至2026年10月31日，贵司有人民币355,000.00元已逾期，"
        "最长50天。请于2026年11月9日前付清或书面告知付款计划，否则我司将依合同约定处理。"
        "如已付款请忽略。电话0571-8800 0000"
    )


def test_a_lawyers_letter_has_no_short_form():
    assert messages("L4", Lang.ZH) == ()


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(["甲 & 乙 <贸易>", "[/]", "=1+1", "{{7*7}}", "**x**", "null", "a|b"]))
def test_hostile_names_come_out_literally(name):
    where = position(items(1, 5, name), "2026-10-31")
    (made,) = short_messages(dun(where, daily_fee(where), policy()), policy(), Lang.ZH)
    assert f"】{name}，您好！" in made.said
