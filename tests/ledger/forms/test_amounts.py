"""What was billed, what was paid, what is open; in which currency; of which kind."""

from __future__ import annotations

import pytest
from tests.ledger.fake import Desk, Uncomputed, sheet, table

from arcollect.errors import Severity
from arcollect.ledger.schema import Ledger
from arcollect.policy import Policy

Cells = list[list[object]]


def money(ledger: Ledger) -> list[tuple[int, int, int]]:
    columns = [ledger.items[f"{n}_minor"] for n in ("amount", "paid", "open")]
    return list(zip(*columns, strict=True))


def keys(ledger: Ledger, severity: Severity = Severity.WARNING) -> list[str]:
    return [p.said.key for p in ledger.problems if p.severity is severity]


def test_the_balance_column_wins(desk: Desk) -> None:
    ledger = desk.read(
        sheet(
            table(
                """客户名称|单据编号|到期日|应收金额|已收金额|未收金额
                甲|A1|2026-02-01|1000|300|700
                甲|A2|2026-02-01|1000|300|650
                甲|A3|2026-02-01|||500
                甲|A4|2026-02-01|1000|300|"""
            )
        )
    )
    assert money(ledger) == [
        (100000, 30000, 70000),
        (100000, 30000, 65000),
        (50000, 0, 50000),
        (100000, 30000, 70000),
    ]
    warned = [(p.said.key, p.cell) for p in ledger.problems]
    assert ("ledger.balance_mismatch", "F3") in warned
    assert ("ledger.blank_balance_paid", "F5") in warned


def test_a_blank_balance_of_a_settled_row_is_no_warning(desk: Desk) -> None:
    """Who leaves the cell empty because nothing is owed need not be asked row by row."""
    rows = """客户名称|单据编号|到期日|应收金额|已收金额|未收金额
        甲|A1|2026-02-01|1000|1000|
        甲|A2|2026-02-01|500|500|
        甲|A3|2026-02-01|500||500"""
    ledger = desk.read(sheet(table(rows)))
    assert [amounts[2] for amounts in money(ledger)] == [0, 0, 50000]
    assert keys(ledger) == []
    (told,) = (p for p in ledger.problems if p.said.key == "ledger.blank_balance_settled")
    assert (told.said.facts["rows"], told.cell) == (2, "F")


def test_without_a_balance_it_is_amount_less_paid(desk: Desk) -> None:
    rows = """客户名称|单据编号|到期日|应收金额|已收金额
        甲|A1|2026-02-01|1000|300
        甲|A2|2026-02-01|500|"""
    assert money(desk.read(sheet(table(rows)))) == [(100000, 30000, 70000), (50000, 0, 50000)]


def test_settled_rows_keep_their_amount_open(desk: Desk) -> None:
    ledger = desk.read(
        sheet(
            table(
                """customerID|invoiceNumber|InvoiceDate|DueDate|InvoiceAmount|Disputed|SettledDate
                0379-NEVHP|'0000611365|1/2/2013|2/1/2013|55.94|No|1/15/2013
                8976-AMJEO|'0007900770|1/26/2013|2/25/2013|61.74|Yes|3/3/2013"""
            )
        )
    )
    assert ledger.source.form == "settlement"
    assert ledger.items["open_minor"].tolist() == [5594, 6174]
    assert ledger.items["is_disputed"].tolist() == [False, True]
    assert ledger.items["invoice_no"].tolist() == ["0000611365", "0007900770"]
    assert str(ledger.items["settled_date"][1])[:10] == "2013-03-03"


def test_the_unit_of_the_header_counts(desk: Desk) -> None:
    rows = (
        "客户名称|单据编号|到期日|未收金额(万元)\n甲|A1|2026-02-01|12.3456\n甲|A2|2026-02-01|'1.2万"
    )
    assert desk.read(sheet(table(rows))).items["open_minor"].tolist() == [12345600, 1200000]


@pytest.mark.parametrize(
    ("cell", "minor", "currency"),
    [
        ("USD 1,200.00", 120000, "USD"),
        ("￥1,200.5", 120050, "CNY"),
        ("(1,000.00)", -100000, "CNY"),
        ("JPY 1000", 1000, "JPY"),
        (434.99999999999994, 43500, "CNY"),
    ],
)
def test_a_money_cell_may_name_its_currency(
    desk: Desk, cell: object, minor: int, currency: str
) -> None:
    rows: Cells = [["客户名称", "单据编号", "到期日", "未收金额"], ["甲", "A1", None, cell]]
    items = desk.read(sheet(rows)).items
    assert (items["open_minor"][0], items["currency"][0]) == (minor, currency)


def test_one_currency_by_many_names(desk: Desk) -> None:
    rows = ["人民币", "RMB", "CNY", "CN", "美元", ""]
    head: Cells = [["客户名称", "单据编号", "币别", "未收金额"]]
    body: Cells = [["甲", f"A{i}", word, 10.0] for i, word in enumerate(rows)]
    items = desk.read(sheet([*head, *body])).items
    assert items["currency"].tolist() == ["CNY", "CNY", "CNY", "CNY", "USD", "CNY"]


def test_the_header_may_name_the_currency(desk: Desk) -> None:
    rows = "客户名称|单据编号|到期日|未收金额(日元)\n甲|A1|2026-02-01|1000"
    items = desk.read(sheet(table(rows))).items
    assert (items["currency"][0], items["open_minor"][0]) == ("JPY", 1000)


def test_an_unknown_currency_is_never_the_default(desk: Desk) -> None:
    rows = "客户名称|单据编号|币别|未收金额\n甲|A1|金币|10\n甲|A2|CNY|10"
    ledger = desk.read(sheet(table(rows)))
    assert ledger.items["currency"].tolist() == ["金币", "CNY"]
    assert "ledger.unknown_currency" in keys(ledger)


def test_a_formula_without_a_value_is_missing_not_zero(desk: Desk) -> None:
    rows: Cells = [
        ["客户名称", "单据编号", "到期日", "未收金额"],
        ["甲", "A1", None, Uncomputed()],
        ["甲", "A2", None, 10.0],
    ]
    ledger = desk.read(sheet(rows))
    assert ledger.items["open_minor"].tolist() == [1000]
    (lost,) = [p for p in ledger.problems if p.severity is Severity.EXCLUDED]
    assert lost.cell == "D2"


def test_kinds_come_from_words_and_signs(desk: Desk) -> None:
    ledger = desk.read(
        sheet(
            table(
                """客户名称|单据编号|单据类型|单据日期|未收金额
                甲|A1|应收单|2026-02-01|100
                甲|A2|红字应收单|2026-02-01|-40
                甲|A3|收款单|2026-02-01|-30
                甲|A4|银行承兑汇票|2026-02-01|20
                甲|A5|期初余额||10
                甲|A6||2026-02-01|-5"""
            )
        )
    )
    assert ledger.items["kind"].tolist() == [
        "invoice", "credit", "receipt", "bill", "opening", "credit",
    ]  # fmt: skip


def test_credits_printed_without_a_sign_become_negative(desk: Desk) -> None:
    rows = """客户名称|单据编号|单据类型|单据日期|未收金额
        甲|A1|应收单|2026-02-01|100
        甲|A2|红字应收单|2026-02-01|40
        甲|A3|收款单|2026-02-01|30"""
    ledger = desk.read(sheet(table(rows)))
    assert ledger.items["open_minor"].tolist() == [10000, -4000, -3000]
    assert "ledger.unsigned_credits" in keys(ledger)


def test_real_digits_below_a_cent_are_said(desk: Desk) -> None:
    rows = "客户名称|单据编号|到期日|未收金额\n甲|A1|2026-02-01|2.675"
    ledger = desk.read(sheet(table(rows)))
    assert ledger.items["open_minor"].tolist() == [268]
    assert "ledger.rounded" in keys(ledger)


def test_the_policy_names_the_only_own_company(desk: Desk) -> None:
    policy = Policy.model_validate({"company": [{"name": "本公司"}]})
    rows = "客户名称|单据编号|到期日|未收金额\n甲|A1|2026-02-01|1"
    assert desk.read(sheet(table(rows)), policy=policy).items["company"].tolist() == ["本公司"]


def test_retention_and_related_parties_are_marked(desk: Desk) -> None:
    policy = Policy.model_validate({"exclude": {"related_parties": ["丙"]}})
    rows = """客户名称|单据编号|到期日|未收金额|备注|客户类型
        甲|A1|2026-02-01|1|质保金未到期|
        乙|A2|2026-02-01|1||关联方
        丙|A3|2026-02-01|1||"""
    items = desk.read(sheet(table(rows)), policy=policy).items
    assert items["is_retention"].tolist() == [True, False, False]
    assert items["is_related_party"].tolist() == [False, True, True]
