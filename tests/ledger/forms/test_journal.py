"""Debit and credit journals, and one row per invoice line."""

from __future__ import annotations

from tests.ledger.fake import Desk, sheet, table


def days(column: object) -> list[str]:
    return [str(d)[:10] for d in column]  # type: ignore[attr-defined]


def test_a_journal_moves_debits_and_credits(desk: Desk) -> None:
    rows = """客户名称|日期|凭证号|摘要|借方|贷方|方向|余额
        甲|||上年结转|||借|1000
        甲|2026-01-05|记-1|销售|500||借|1500
        甲|2026-01-20|记-2|收款||800|借|700
        甲||| 本月合计|500|800|借|700
        甲|2026-02-03|记-3|红字冲销|-100||借|600
        甲|||本年累计|400|800|借|600"""
    ledger = desk.read(sheet(table(rows)))
    assert ledger.source.form == "journal"
    assert ledger.items["kind"].tolist() == ["opening", "invoice", "receipt", "credit"]
    assert ledger.items["amount_minor"].tolist() == [100000, 50000, -80000, -10000]
    assert ledger.items["open_minor"].sum() == 60000
    assert days(ledger.items["issue_date"]) == ["NaT", "2026-01-05", "2026-01-20", "2026-02-03"]


def test_an_opening_balance_has_no_date_of_its_own(desk: Desk) -> None:
    rows = """客户名称|日期|凭证号|摘要|借方|贷方|余额
        甲|2026-01-01||期初余额|||1000
        甲|2026-01-05|记-1|销售|500||1500"""
    items = desk.read(sheet(table(rows))).items
    assert days(items["issue_date"]) == ["NaT", "2026-01-05"]
    assert items["amount_minor"].tolist() == [100000, 50000]


def test_year_month_and_day_in_three_columns(desk: Desk) -> None:
    rows = """年|月|日|凭证号|摘要|借方|贷方|余额
        2025|12|31|记-9|销售|100||100
        |||记-9|销售|1||101
        2026|1|5|记-1|销售|50||151
        |2|3|记-2|收款||20|131"""
    title = [["客户往来明细账"], ["客户：华东机电有限公司"]]
    ledger = desk.read(sheet([*title, *table(rows)]))
    assert set(ledger.items["customer"]) == {"华东机电有限公司"}
    assert days(ledger.items["issue_date"])[2:] == ["2026-01-05", "2026-02-03"]
    assert ledger.items["amount_minor"].tolist() == [10000, 100, 5000, -2000]


def test_an_invoice_with_lines_counts_once(desk: Desk) -> None:
    rows = """Customer Name|Invoice Number|Invoice Date|Due Date|Item Name|Quantity|Total|Balance
        Acme|I-1|2026-01-01|2026-01-31|bolt|1|300|100
        Acme|I-1|2026-01-01|2026-01-31|nut|2|300|100
        Beta|I-2|2026-01-01|2026-01-31|bolt|5|70|70"""
    ledger = desk.read(sheet(table(rows)))
    assert ledger.source.form == "invoice-lines"
    assert ledger.items["open_minor"].tolist() == [10000, 7000]
    classes = {c.row_class.value: (c.rows, dict(c.money)) for c in ledger.control.classes}
    assert classes["line"] == (1, {"CNY": 10000})
    assert classes["item"] == (2, {"CNY": 17000})


def test_lines_with_amounts_of_their_own_are_all_kept(desk: Desk) -> None:
    rows = """客户名称|发票号码|开票日期|货物名称|数量|价税合计
        甲|F1|2026-01-01|螺丝|1|100
        甲|F1|2026-01-01|螺母|2|50"""
    assert desk.read(sheet(table(rows))).items["amount_minor"].tolist() == [10000, 5000]


def test_numbers_that_excel_has_cut_are_no_duplicates(desk: Desk) -> None:
    rows = """客户名称|发票号码|开票日期|到期日|未收金额
        甲|25312000000012345678|2026-01-01|2026-02-01|100
        乙|25312000000012345679|2026-01-01|2026-02-01|100"""
    told = [p.said.key for p in desk.read(sheet(table(rows))).problems]
    assert told == ["ledger.ruined_number", "ledger.ruined_number"]


def test_a_plain_duplicate_is_kept_and_warned(desk: Desk) -> None:
    rows = """客户名称|单据编号|单据日期|到期日|未收金额
        甲|A1|2026-01-01|2026-02-01|100
        甲|A1|2026-01-01|2026-02-01|100
        甲|A2|2026-01-01|2026-02-01|100
        乙|A2|2026-01-05|2026-02-01|80"""
    ledger = desk.read(sheet(table(rows)))
    assert len(ledger.items) == 4
    said = {p.said.key: p.said.facts for p in ledger.problems}
    assert said["ledger.duplicate"]["rows"] == [2, 3]
    assert said["ledger.shared_number"]["customers"] == ["甲", "乙"]


def test_month_totals_with_party_and_date_are_still_totals(desk: Desk) -> None:
    rows = """客户名称|日期|凭证号|摘要|借方|贷方|余额
        甲|2026-01-05|记-1|销售|500||500
        甲|2026-01-31||本月合计|500||500"""
    assert desk.read(sheet(table(rows))).items["open_minor"].tolist() == [50000]


def test_a_day_that_does_not_exist_is_told(desk: Desk) -> None:
    rows = """客户名称|年|月|日|凭证号|摘要|借方|贷方|余额
        甲|2026|1|5|记-1|销售|500||500
        甲|2026|2|30|记-2|销售|70||570"""
    ledger = desk.read(sheet(table(rows)))
    assert days(ledger.items["issue_date"]) == ["2026-01-05", "NaT"]
    (told,) = [p for p in ledger.problems if p.said.key == "ledger.date_unreadable"]
    assert told.raw == "2026-02-30"
