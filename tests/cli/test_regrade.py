"""Grades over time, and what to look up before a contract is signed."""

from __future__ import annotations

import pytest

LEDGER = """\
客户编码,客户名称,单据编号,单据日期,到期日,应收金额,未收金额,结清日期
C1,甲公司,A1,2026-04-01,2026-05-31,100.00,0.00,2026-05-31
C1,甲公司,A2,2026-06-01,2026-07-31,100.00,100.00,
C2,乙公司,B1,2025-06-01,2025-08-31,100.00,0.00,2025-12-31
C2,乙公司,B2,2026-04-01,2026-05-31,100.00,0.00,2026-05-31
"""
JUNE, OCTOBER = ("--as-of", "2026-06-30"), ("--as-of", "2026-10-31")

pytestmark = pytest.mark.usefixtures("own_company")


@pytest.fixture
def ledger(tmp_path):
    """June: 甲 paid in time, 乙 was 122 days late with half; October: 甲 is 92 days late."""
    path = tmp_path / "台账.csv"
    path.write_text(LEDGER, encoding="utf-8")
    return path


def rows_of(out):
    return {line.split(",")[0].lstrip("\ufeff"): line for line in out.splitlines()}


def test_grades_are_compared_with_those_last_kept(run, ledger):  # R001-04, R002-15
    """乙's long delay of 2025 has left the twelve months; 甲 has become late."""
    before = run("grade", ledger, *OCTOBER)
    assert "变动" not in before.out
    run("report", ledger, *JUNE, "-o", "june")
    found = rows_of(run("grade", ledger, *OCTOBER).out)
    assert "A → C 下调" in found["甲公司"]
    assert "C → A 上调" in found["乙公司"]
    said = run("grade", ledger, *OCTOBER, "-f", "table").out
    assert "与 2026-06-30 留存的等级相比：上调 1 户，下调 1 户" in said


def test_the_history_has_a_column_for_each_state(run, ledger):  # R001-04
    run("report", ledger, *JUNE, "-o", "june")
    said = run("grade", ledger, *OCTOBER, "--history", "-f", "md").out
    history = said.partition("历次等级")[2]
    assert "2026-06-30" in history
    assert "甲公司 | A" in history.replace("  ", " ")
    assert "还没有更早的留存" in run("grade", ledger, *JUNE, "--history", "-f", "md").out


def test_a_cleared_customer_is_watched_not_ended(run, ledger):  # R001-25
    found = rows_of(run("grade", ledger, *JUNE).out)
    assert "没有逾期：观察，不必终止合作" in found["乙公司"]
    assert "观察" not in rows_of(run("grade", ledger, *OCTOBER).out)["甲公司"]


def test_one_customer_is_looked_up_before_signing(run, ledger):  # R003-55
    said = run("grade", ledger, *OCTOBER, "--customer", "甲公司", "-f", "md").out
    sheet = said.partition("签约前查询：甲公司")[2]
    assert "暂缓签约" in sheet
    assert "停止新增供货，要求还款计划和担保" in sheet
    assert "逾期 100.00 CNY，最长 92 天：先清旧款" in sheet
    assert "等级 C：缩短账期或先付预付款" in sheet
    assert "乙公司" not in sheet
    clear = run("grade", ledger, *OCTOBER, "--customer", "乙公司", "-f", "md").out
    assert "未见需暂缓的情况" in clear
    assert "签约前查询" not in run("grade", ledger, *OCTOBER, "-f", "md").out


def test_old_credit_data_are_told(run, ledger, tmp_path):  # R001-04, R003-28
    """92 days are a quarter: a day more is stale."""
    sheet = tmp_path / "客户资料.csv"
    sheet.write_text(
        "客户编码,客户名称,信用额度,信用资料更新日期,行业,地区\n"
        "C1,甲公司,500.00,2026-07-30,机械,华东\nC2,乙公司,500.00,2026-07-31,机械,华东\n",
        encoding="utf-8",
    )
    said = run("grade", ledger, sheet, *OCTOBER, "-f", "md").out
    assert "信用资料超过 92 天未更新 1 户：甲公司" in said
    one = run("grade", ledger, sheet, *OCTOBER, "--customer", "甲公司", "-f", "md").out
    assert "2026-07-30 更新，已过 93 天" in one
    assert "500.00 CNY，余额和未交订单已用 20.00%" in one


def test_who_has_no_documents_is_looked_into_first(run, ledger, tmp_path):  # R001-03, R003-55
    sheet = tmp_path / "客户资料.csv"
    sheet.write_text("客户编码,客户名称,信用额度,行业,地区\nC9,丙公司,500,机械,华东\n", "utf-8")
    said = run("grade", ledger, sheet, *OCTOBER, "--customer", "丙公司", "-f", "md").out
    found = said.partition("签约前查询：丙公司")[2]
    assert "附条件" in found
    assert "先看银行流水、纳税记录、过往交易" in found
