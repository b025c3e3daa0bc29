"""Exports in traditional characters (Taiwan, Hong Kong): every word counts as its twin."""

from __future__ import annotations

import datetime as dt

from tests.ledger.layouts.made import Rows, balances, counts, keys, laid, ties_out, workbook

D = dt.date

LEDGER: Rows = [
    ["應收帳款明細表"],
    ["截至2026年10月31日", None, None, "單位：萬元"],
    "客戶名稱　|單據編號|單據類型|單據日期|到期日|幣別|未收金額|付款條件|單據狀態".split("|"),
    ["華東機電", "A1", "應收單", D(2026, 1, 5), D(2026, 2, 28), "人民幣", "1,234.5", "月結30天", "已審核"],
    ["華東機電", "R1", "收款單", D(2026, 3, 5), None, "人民幣", -200, None, "已審核"],
    ["小計", None, None, None, None, None, 1034.5],
    ["客戶名稱　", "單據編號", "單據類型", "單據日期", "到期日", "幣別", "未收金額"],
    ["億達工業", "A2", "應收單", "民國115年1月5日", None, "歐元", 5, "票到60天", None],
    ["億達工業", "A3", "應收單", D(2026, 1, 9), D(2026, 3, 1), "新臺幣", 5, None, "作廢"],
    ["合計", None, None, None, None, None, 1039.5],
    ["製表人：張三"],
]  # fmt: skip


def test_a_ledger_in_traditional_characters() -> None:
    """Amounts in 萬元; the void row is left out; terms give 2026-03-06 for A2."""
    ledger = laid(workbook(LEDGER), "應收明細.xlsx")
    assert balances(ledger) == {
        ("華東機電", "CNY"): 10_345_000_00,
        ("億達工業", "EUR"): 50_000_00,
    }
    assert ledger.items["kind"].tolist() == ["invoice", "receipt", "invoice"]
    assert [str(d)[:10] for d in ledger.items["due_date"]][::2] == ["2026-02-28", "2026-03-06"]
    assert ledger.source.cutoff == D(2026, 10, 31)
    assert counts(ledger) == {
        "title": 3, "header": 2, "item": 3, "subtotal": 1, "total": 1, "unusable": 1,
    }  # fmt: skip
    assert "reading.void" in keys(ledger)
    assert ties_out(ledger)


JOURNAL: Rows = [
    ["客戶往來明細帳"],
    ["客戶：億達工業"],
    "年 月 日 憑證號 摘要 借方 貸方 方向 餘額".split(),
    [2026, 1, None, None, "期初餘額", None, None, "貸", 300],
    [2026, 1, 5, "記-1", "銷售", 1000, None, "借", 700],
    [2026, 1, 31, None, "本月合計", 1000, None, "借", 700],
    [2026, 1, 31, None, "本年累計", 1000, None, "借", 700],
    [2026, 1, 31, None, "結轉下年", None, None, "借", 700],
]


def test_a_journal_in_traditional_characters() -> None:
    ledger = laid(workbook(JOURNAL), "往來明細帳.xlsx")
    assert balances(ledger) == {("億達工業", "CNY"): 700_00}
    assert ledger.items["kind"].tolist() == ["opening", "invoice"]
