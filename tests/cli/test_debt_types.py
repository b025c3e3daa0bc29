"""R002-02, R002-03: what kind of debt it is, and what is to be known of a project."""

from __future__ import annotations

import pytest

from arcollect.ledger.forms.tables.customers import debt_type

AS_OF = ("--as-of", "2026-10-31")
CUSTOMERS = """\
客户编码,客户名称,行业,地区,信用额度,欠款类型,工程项目,工程进度,资金来源
C1,甲公司,建筑,华东,500.00,工程项目,东湖隧道,主体完工60%,财政拨款
C2,乙公司,机电,华东,500.00,经销商,,,
"""


@pytest.fixture
def both(ledger, tmp_path):
    sheet = tmp_path / "客户资料.csv"
    sheet.write_text(CUSTOMERS, encoding="utf-8")
    return ledger, sheet


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("工程项目型欠款", "project"), ("Construction", "project"), ("經銷商", "dealer"),
        ("厂家", "manufacturer"), ("distributor", "dealer"), ("", ""), ("寄售 [/]", "寄售 [/]"),
    ],
)  # fmt: skip
def test_the_words_of_each_kind(word, kind):
    assert debt_type(word) == kind


def test_the_kind_is_a_label_of_the_segment(run, both):
    said = run("segment", *both, *AS_OF, "-f", "md").out
    rows = {
        cells[1].strip(): cells for line in said.splitlines() if len(cells := line.split("|")) > 3
    }
    assert "工程项目型" in [cell.strip() for cell in rows["甲公司"]]
    assert "经销商" in [cell.strip() for cell in rows["乙公司"]]
    assert "工程项目型 1 户，其中 0 户没有填工程进度或资金来源" in said


def test_without_the_column_there_is_no_label(run, ledger):
    assert "类型" not in run("segment", ledger, *AS_OF, "-f", "md").out


def test_the_brief_says_how_far_the_project_is_and_who_pays(run, both):
    said = run("worklist", *both, *AS_OF, "--customer", "甲公司", "-f", "md").out
    assert all(word in said for word in ("东湖隧道", "主体完工60%", "财政拨款"))
    both[1].write_text(CUSTOMERS.replace("主体完工60%,财政拨款", ","), encoding="utf-8")
    assert said.count("待了解") == 0
    assert (
        run("worklist", *both, *AS_OF, "--customer", "甲公司", "-f", "md").out.count("待了解") == 2
    )
