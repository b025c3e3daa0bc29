"""Contract clauses, filled from the policy."""

from __future__ import annotations

import datetime as dt

import pytest

from arcollect.policy import Policy
from arcollect.render.letters.txt import txt
from arcollect.text import Lang
from arcollect.views.block import Grid
from arcollect.views.claims.clauses import BLANK, CLAUSES, Layout, clause, clause_paper
from arcollect.views.compliance.check import check
from arcollect.views.compliance.finding import Known
from arcollect.written import paragraphs

DAY = dt.date(2026, 10, 31)
FILLED = {
    "company": [{"name": "宏远轴承有限公司", "name_en": "Hongyuan Bearings Co., Ltd."}],
    "clauses": {"jurisdiction": "杭州市滨江区", "statement_day": 5},
    "fee": {"scheme": "tiered"},
}


def rules(**sections):
    return Policy.model_validate(sections)


def test_the_tiered_fee_says_both_rates_and_the_part_they_hold_for():
    said = clause(rules(**FILLED), "fee", Lang.ZH)
    assert "逾期30日以内（含）的部分按每日0.05%" in said  # R000-49
    assert "超过30日的部分按每日0.1%" in said
    assert "宏远轴承有限公司" in said


@pytest.mark.parametrize("scheme", ["flat", "tiered", "retroactive"])
@pytest.mark.parametrize("lang", Lang)
def test_every_scheme_has_words(scheme, lang):
    said = clause(rules(fee={"scheme": scheme, "grace_days": 3}), "fee", lang)
    assert "0.05%" in said
    assert "3" in said


def test_jurisdiction_names_role_company_and_place():
    said = clause(rules(**FILLED), "jurisdiction", Lang.ZH)
    assert "卖方（宏远轴承有限公司）住所地即杭州市滨江区" in said  # R000-50
    assert "甲方" not in said


def test_what_the_policy_does_not_know_is_a_blank():
    assert BLANK in clause(rules(), "jurisdiction", Lang.EN)
    two = rules(company=[{"name": "甲"}, {"name": "乙"}])
    assert BLANK in clause(two, "fee", Lang.ZH)  # nobody can tell which


def test_costs_go_beyond_the_lawyer():
    said = clause(rules(), "costs", Lang.ZH)
    for cost in ("律师费", "诉讼费", "保全费", "保全担保费", "公证费", "差旅费"):  # R000-51
        assert cost in said


def test_statements_by_the_fifth_and_no_meaning_for_silence():
    said = clause(rules(), "statement", Lang.ZH)
    assert "每月5日前" in said  # R003-45
    assert "视为" not in said  # U-23


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("lang", Lang)
def test_every_clause_has_its_note_and_passes_the_check(lang, layout):
    paper = clause_paper(rules(**FILLED), lang, DAY, layout)
    said = txt(paper)
    assert said.count("说明：" if lang is Lang.ZH else "Note:") == len(CLAUSES)
    known = Known(parties=frozenset({"宏远轴承有限公司", "Hongyuan Bearings Co., Ltd."}))
    blocks = [f for f in check(paragraphs("a.txt", said.encode()), known) if f.is_block]
    assert blocks == []


def test_side_by_side_is_a_table_of_two_columns():
    paper = clause_paper(rules(), Lang.ZH, DAY, Layout.BESIDE)
    grids = [block for block in paper.blocks if isinstance(block, Grid)]
    assert [grid.titles for grid in grids] == [("中文", "English")] * len(CLAUSES)
