"""How a letter says what was written and promised before."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.views.chase.cases import dunning, policy
from tests.views.chase.dump import dump

from arcollect.analysis.chase.earlier import Earlier
from arcollect.text import Lang
from arcollect.views.chase.letter import compose

SEPTEMBER = dt.date(2026, 9, 21)
PAST = Earlier(
    dt.date(2026, 9, 14), "催字〔2026〕007号", SEPTEMBER, is_about_all=True,
    promised_on=dt.date(2026, 9, 18), promised_for=dt.date(2026, 10, 15),
    promised_minor=50_000_00, missing_minor=30_000_00,
)  # fmt: skip


def said(level, lang, past):
    found = dunning(level)
    due = replace(found, notices=tuple(replace(n, earlier=past) for n in found.notices))
    (made,) = compose(due, policy(), lang)
    return dump(made)


@pytest.mark.parametrize(("level", "who"), [("L2", "我司"), ("L3", "我司"), ("L4", "委托人")])
def test_in_chinese(level, who):
    found = said(level, Lang.ZH, PAST)
    assert (
        f"就上列款项，{who}已于2026年9月14日致函贵司（编号：催字〔2026〕007号），"
        f"请贵司于2026年9月21日前付款；按{who}账面，截至2026年10月31日上列款项仍未付清。"
    ) in found
    assert (
        "贵司曾于2026年9月18日表示在2026年10月15日前支付人民币50,000.00元；"
        f"按{who}账面，截至2026年10月31日其中人民币30,000.00元尚未到账。"
    ) in found


@pytest.mark.parametrize("level", ["L2", "L3", "L4"])
def test_in_english(level):
    found = said(level, Lang.EN, PAST)
    assert "about these items on 14 September 2026" in found
    assert "催字〔2026〕007号), asking for payment by 21 September 2026;" in found
    assert "that CNY 50,000.00 would be paid by 15 October 2026;" in found
    assert "CNY 30,000.00 of it has not arrived as of 31 October 2026." in found


def test_only_what_is_known_is_said():
    """A letter of the customers sheet has a date alone; nothing of a promise came."""
    bare = Earlier(SEPTEMBER, promised_on=SEPTEMBER, promised_for=SEPTEMBER,
                   promised_minor=1_00, missing_minor=1_00)  # fmt: skip
    found = said("L2", Lang.ZH, bare)
    assert "就贵司逾期的货款，我司已于2026年9月21日致函贵司；" in found
    assert "支付人民币1.00元；按我司账面，截至2026年10月31日该款项尚未到账。" in found
    assert "by our books it has not arrived" in said("L2", Lang.EN, bare)


@pytest.mark.parametrize("level", ["L0", "L1-short", "L1", "L2", "L3", "L4"])
def test_without_a_past_nothing_is_said(level):
    found = said(level, Lang.ZH, Earlier())
    assert "致函贵司" not in found
    assert "表示在" not in found
