"""Accounts of customers as Chinese systems print them: every balance runs on."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.ledger.layouts.made import (
    Rows,
    balances,
    counts,
    keys,
    laid,
    stood,
    ties_out,
    workbook,
)

D = dt.date

YONYOU: Rows = [
    ["应收明细账"],
    ["日期：2026-01-01 至 2026-10-31"],
    ["年", "月", "日", "凭证号", "客户", None, "摘要", "单据类型", "单据号", "币种",
     "本期应收", None, "本期收回", None, "余额", None, "到期日"],
    [None, None, None, None, "编号", "名称", None, None, None, None,
     "原币", "本币", "原币", "本币", "原币", "本币", None],
    [*[None] * 4, "C1", "甲公司", "期初余额", *[None] * 7, 1000, 1000],
    [2026, 1, 5, "记-1", "C1", "甲公司", "销售专用发票", "销售专用发票", "S1", "人民币", 500, 500,
     None, None, 1500, 1500, D(2026, 2, 28)],
    [2026, 2, 5, "记-9", "C1", "甲公司", "收款单", "收款单", "R1", "人民币", None, None, 300, 300,
     1200, 1200],
    [*[None] * 4, "(C1)小计", *[None] * 5, 500, 500, 300, 300, 1200, 1200],
    ["合计", *[None] * 9, 500, 500, 300, 300, 1200, 1200],
]  # fmt: skip


@pytest.mark.parametrize("width", [17, 16], ids=["with due dates", "without"])
def test_yonyou_detail_account_with_a_running_balance(width: int) -> None:
    """1000 + 500 - 300; the running balance of a row is never taken for its own."""
    ledger = laid(workbook([row[:width] for row in YONYOU]), "应收明细账.xlsx")
    assert ledger.source.form == "journal"
    assert balances(ledger) == {("甲公司", "CNY"): 1_200_00}
    assert ledger.items["kind"].tolist() == ["opening", "invoice", "receipt"]
    assert [str(d)[:10] for d in ledger.items["issue_date"]] == ["NaT", "2026-01-05", "2026-02-05"]
    due = "2026-02-28" if width == 17 else "NaT"
    assert str(ledger.items["due_date"].iloc[1])[:10] == due
    assert counts(ledger) == {"title": 2, "header": 2, "item": 3, "subtotal": 1, "total": 1}
    assert ties_out(ledger)


NAME_ONCE: Rows = [
    ["往来明细账"],
    "客户 日期 凭证号数 摘要 借方 贷方 方向 余额".split(),
    ["甲公司", None, None, "期初余额", None, None, "借", 1000],
    [None, D(2026, 1, 5), "记-1", "销售", 500, None, "借", 1500],
    [None, D(2026, 1, 31), None, "本月合计", 500, None, "借", 1500],
    [None, D(2026, 1, 31), None, "累计", 500, None, "借", 1500],
    ["乙公司", None, None, "期初余额", None, None, "平", None],
    [None, D(2026, 1, 9), "记-3", "销售", 20, None, "借", 20],
]


def test_the_name_stands_on_the_opening_balance_only() -> None:
    ledger = laid(workbook(NAME_ONCE), "往来明细账.xlsx")
    assert balances(ledger) == {("甲公司", "CNY"): 1_500_00, ("乙公司", "CNY"): 20_00}
    assert "ledger.no_customer" not in keys(ledger)
    assert ties_out(ledger)


SIDES: Rows = [
    "客户 单据编号 日期 到期日 借方 贷方 余额".split(),
    ["甲公司", "A1", D(2026, 1, 5), D(2026, 2, 28), 500, 100, 400],
    ["甲公司", "A2", D(2026, 2, 5), D(2026, 3, 31), 300, 0, 300],
    ["乙公司", "A3", D(2026, 2, 9), D(2026, 3, 31), 200, 50, 150],
    ["乙公司", "A4", D(2026, 3, 9), D(2026, 4, 30), 70, None, 70],
]


def test_sides_beside_an_open_balance_and_a_due_date_are_open_items() -> None:
    """Each balance is what is left of its own row: nothing runs on."""
    ledger = laid(workbook(SIDES), "应收.xlsx")
    assert ledger.source.form == "open-items"
    assert balances(ledger) == {("甲公司", "CNY"): 700_00, ("乙公司", "CNY"): 220_00}


LOCAL_ONLY: Rows = [
    ["应收明细账"],
    ["年", "月", "日", "凭证号", "客户", None, "摘要", "单据号", "币种", "本期应收", "本期收回",
     "余额", "到期日"],
    [None, None, None, None, "编号", "名称", None, None, None, "本币", "本币", "本币", None],
    [*[None] * 4, "00001", "甲公司", "期初余额", *[None] * 4, 1000, None],
    [2026, "01", "05", "转-1", "00001", "甲公司", "销售专用发票", "S1", "人民币", 500, None, 1500,
     "2026-02-28"],
    [2026, "02", "05", "收-9", "00001", "甲公司", "收款单", "R1", "人民币", None, 300, 1200, None],
    [*[None] * 4, "00001", "甲公司", "小计", *[None] * 4, 1200, None],
    [*[None] * 4, "合计", *[None] * 4, 500, 300, 1200, None],
]  # fmt: skip


def test_an_account_in_local_currency_alone_keeps_both_lines_of_its_header() -> None:
    """客户 编号/名称 and 本期应收 本币: 1000 + 500 - 300, by code and by name."""
    ledger = laid(workbook(LOCAL_ONLY), "应收明细账.xlsx")
    assert ledger.source.form == "journal"
    assert balances(ledger) == {("甲公司", "CNY"): 1_200_00}
    assert set(ledger.items["customer_code"]) == {"00001"}
    assert counts(ledger) == {"title": 1, "header": 2, "item": 3, "subtotal": 1, "total": 1}
    assert not [p for p in ledger.problems if p.said.key == "ledger.not_money"]
    assert ties_out(ledger)


def test_the_business_number_of_an_account_says_what_a_receipt_settles() -> None:
    """往来业务核销: 业务编号 X2 is paid, although X1 is older; a voucher settles nothing."""
    rows: Rows = [
        ["客户", "日期", "凭证字号", "摘要", "业务编号", "借方", "贷方", "方向", "余额"],
        ["甲公司", D(2026, 1, 5), "记-1", "销售", "X1", 500, None, "借", 500],
        ["甲公司", D(2026, 1, 9), "记-2", "销售", "X2", 300, None, "借", 800],
        ["甲公司", D(2026, 2, 9), "记-7", "收款", "X2", None, 300, "借", 500],
    ]
    ledger = laid(workbook(rows), "往来明细账.xlsx")
    assert ledger.items["document_no"].tolist() == ["X1", "X2", "X2"]
    left = stood(ledger, D(2026, 3, 1)).open
    assert dict(zip(left["document_no"], left["open_minor"], strict=True)) == {"X1": 500_00}
