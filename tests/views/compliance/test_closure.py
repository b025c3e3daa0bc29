"""Every letter that our templates can produce passes our own check (invariant 13)."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.views.chase.cases import CASES, dunning, letter, policy

from arcollect.errors import UsageError
from arcollect.policy.claims.clauses import LintPolicy
from arcollect.render.letters.txt import txt
from arcollect.text import Lang
from arcollect.views.chase.letter import compose
from arcollect.views.chase.letters_index import index_tables
from arcollect.views.compliance.check import check, from_a_lawyer, phrases_in
from arcollect.views.compliance.own import own_facts
from arcollect.written import paragraphs

TEMPLATES = Path(__file__).parents[3] / "templates" / "letters"
HOSTILE = [
    "甲 & 乙 <贸易>", "[/]", "=1+1", "{{7*7}}", "**x**", "null", "None", "nan", "NA", "XX-200",
    "Nanjing", "老赖机械有限公司", "../../x", "某市公安局", "征信服务有限公司", "22:30",
    "Or Else Ltd", "180,000.00", "滞纳金软件有限公司", "你们好贸易有限公司",
]  # fmt: skip

# An enclosure that does not exist is not named (R000-30); ours may have no difficulty.
OPTIONAL = {("W-12", "enclosed"), ("W-12", "own")}


def sources():
    return sorted(TEMPLATES.glob("*/*.md.j2"))


@pytest.mark.parametrize("path", sources(), ids=lambda p: f"{p.parent.name}-{p.name[:-6]}")
def test_no_branch_of_a_template_breaks_a_rule(path):
    """Every sentence of the source, taken or not; only a decided suit is behind will_sue."""
    source = re.sub(r"\{\{.*?\}\}", "□", path.read_text(encoding="utf-8"))
    own = re.sub(r"\{%.*?%\}", "", source)
    found = [hit for line in own.splitlines() for hit in phrases_in(line, will_sue=True)]
    lawyers = [line for line in own.splitlines() if from_a_lawyer(line)]
    assert (found, lawyers) == ([], [])


def findings(made, rules):
    said = paragraphs("a.txt", txt(made).encode())
    known = own_facts(rules)
    parties = known.parties | {made.notice.customer}
    found = check(said, replace(known, parties=parties, level=made.notice.level))
    return tuple(f for f in found if (f.rule, f.said) not in OPTIONAL)


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("level", CASES)
def test_a_printed_letter_passes_as_any_text_does(level, lang):
    assert findings(letter(level, lang), policy()) == ()


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("level", CASES)
def test_a_name_is_never_a_finding(name, level):
    due = dunning(level)
    renamed = replace(due, notices=tuple(replace(n, customer=name) for n in due.notices))
    (made,) = compose(renamed, policy(), Lang.ZH)
    assert findings(made, policy()) == ()


@settings(deadline=None, max_examples=40)
@given(st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=30))
def test_no_name_stops_a_letter(name):
    due = dunning("L3")
    renamed = replace(due, notices=tuple(replace(n, customer=name) for n in due.notices))
    assert compose(renamed, policy(), Lang.ZH)


def test_a_reason_for_a_warning_is_kept_in_the_index(tmp_path):
    (tmp_path / "L1.md.j2").write_text("你们应当付款", encoding="utf-8")
    rules = policy().model_copy(update={"lint": LintPolicy(allow={"W-10": "老客户"})})
    written = compose(dunning("L1"), rules, Lang.ZH, tmp_path)
    index = index_tables(dunning("L1"), written, Lang.ZH)[0]
    assert any("你们" in note and "老客户" in note for note in index.notes)


@pytest.mark.parametrize("said", ["后果自负", "{{ '{{' }}", "我司法院已受理", "另收滞纳金"])
def test_an_own_template_cannot_break_a_block(tmp_path, said):
    (tmp_path / "L1.md.j2").write_text(said, encoding="utf-8")
    rules = policy().model_copy(update={"lint": LintPolicy(allow={"W-10": "老客户"})})
    with pytest.raises(UsageError):
        compose(dunning("L1"), rules, Lang.ZH, tmp_path)
