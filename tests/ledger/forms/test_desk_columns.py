"""Who entered, checked, signed and cashed; accounts; the day of entry."""

from __future__ import annotations

import datetime as dt

from tests.ledger.fake import Desk, sheet, table

from arcollect.ledger.schema import Ledger

ITEMS = """客户名称|单据编号|单据日期|到期日|未收金额|制单人|审核人|催收员|合同签订人|录入日期|购方税号|销方税号
    甲|A1|2026-01-01|2026-02-01|100|王五|赵六|李四|孙七|2026-01-03|'91320500MA1|'91000000000"""


def texts(ledger: Ledger, frame: str, *names: str) -> list[str]:
    row = getattr(ledger, frame).iloc[0]
    return [str(row[name]) for name in names]


def test_who_did_what_with_a_document(desk: Desk) -> None:
    ledger = desk.read(sheet(table(ITEMS)))
    people = texts(ledger, "items", "operator", "approver", "collector", "contract_signer")
    assert people == ["王五", "赵六", "李四", "孙七"]
    assert texts(ledger, "items", "customer_tax_id") == ["91320500MA1"]
    assert ledger.items["entry_date"][0].date() == dt.date(2026, 1, 3)


def test_an_undecided_entry_date_is_no_reason_to_refuse(desk: Desk) -> None:
    text = ITEMS.replace("2026-01-03", "'03/04/2026")
    ledger = desk.read(sheet(table(text)))
    assert ledger.items["entry_date"].isna().all()
    assert [p.severity for p in ledger.problems] == ["notice"]


def test_cashier_and_account_of_a_receipt(desk: Desk) -> None:
    receipts = """客户名称|收款日期|收款金额|出纳|付款账号
        甲|2026-01-09|50|王五|'6222021234567890123"""
    ledger = desk.read(sheet(table(ITEMS)), sheet(table(receipts), "收款记录"))
    assert texts(ledger, "receipts", "cashier", "payer_account") == ["王五", "6222021234567890123"]


def test_an_account_that_excel_has_cut_is_not_used(desk: Desk) -> None:
    receipts = [["客户名称", "收款日期", "收款金额", "付款账号"],
                ["甲", dt.date(2026, 1, 9), 50, 6222021234567890123]]  # fmt: skip
    ledger = desk.read(sheet(table(ITEMS)), sheet(receipts, "收款记录"))  # type: ignore[arg-type]
    assert texts(ledger, "receipts", "payer_account") == [""]
    assert ledger.problems == ()


def test_what_is_known_of_a_customer(desk: Desk) -> None:
    customers = """客户名称|信用额度|批准额度|催收员|催收接手日期|税号|银行账号
        甲|600000|500000|李四|2024-01-01|'91320500MA1|'6222"""
    ledger = desk.read(sheet(table(ITEMS)), sheet(table(customers), "客户资料"))
    row = ledger.customers.iloc[0]
    assert (row["approved_limit_minor"], row["credit_limit_minor"]) == (50_000_000, 60_000_000)
    assert row["collector_since_date"].date() == dt.date(2024, 1, 1)
    names = ("collector", "customer_tax_id", "bank_account")
    assert texts(ledger, "customers", *names) == ["李四", "91320500MA1", "6222"]
