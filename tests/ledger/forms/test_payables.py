"""What we owe, read as receivables are: R003-90."""

from __future__ import annotations

import pytest
from tests.ledger.fake import Desk, sheet, table

from arcollect.errors import LedgerError

DETAIL = """供应商编码|供应商名称|单据编号|到期日|应付金额|已付金额|未付金额
    G001|甲公司|AP-1|2026-09-30|50000|10000|40000"""
ENGLISH = "Supplier|Bill no|Due date|Balance\nAcme Ltd|B-1|2026-09-30|5000"
BALANCES = "供應商|應付餘額\n甲公司|40000"
ACCOUNT = "科目编码|供应商名称|期初余额|期末余额\n2202|甲公司|0|40000"


@pytest.mark.parametrize(
    ("rows", "name", "minor"),
    [
        (DETAIL, "甲公司", 40_000_00),
        (ENGLISH, "Acme Ltd", 5_000_00),
        (BALANCES, "甲公司", 40_000_00),
        (ACCOUNT, "甲公司", 40_000_00),
    ],
)
def test_the_supplier_is_the_party_and_balances_will_do(
    desk: Desk, rows: str, name: str, minor: int
) -> None:
    items = desk.read(sheet(table(rows), "应付"), is_payables=True).items
    assert (items["customer"].tolist(), items["open_minor"].tolist()) == ([name], [minor])


def test_receivables_are_not_owed_by_us(desk: Desk) -> None:
    rows = "客户名称|单据编号|到期日|未收金额\n甲公司|A1|2026-01-31|100"
    with pytest.raises(LedgerError) as refused:
        desk.read(sheet(table(rows), "明细"), is_payables=True)
    assert refused.value.said.key == "ledger.no_payables"


def test_a_name_that_speaks_of_suppliers_stays_as_it_is(desk: Desk) -> None:
    rows = "供应商|单据编号|未付金额\n应付供应商联盟|AP-1|5"
    items = desk.read(sheet(table(rows), "应付"), is_payables=True).items
    assert items["customer"].tolist() == ["应付供应商联盟"]


def test_receivables_are_read_as_ever(desk: Desk) -> None:
    """Without being asked for, a supplier is no customer."""
    with pytest.raises(LedgerError):
        desk.read(sheet(table(DETAIL), "应付"))


ROWS = "往来单位|单据编号|到期日|余额\n{}|{}|2026-01-31|5"


@pytest.mark.parametrize(
    ("name", "counts"),
    [("应付账款", False), ("A/P 2026", False), ("AP", True), ("Payables", False),
     ("应收应付", True), ("客户应付款", True), ("供应商对账单", True), ("MAP", True)],
)  # fmt: skip
def test_a_sheet_called_payables_is_no_receivable(desk: Desk, name: str, counts: bool) -> None:
    """Beside another ledger only, and only where the name says nothing else."""
    sheets = [
        sheet(table(ROWS.format("甲", "A1")), "明细"),
        sheet(table(ROWS.format("乙", "B1")), name),
    ]
    assert ("乙" in desk.read(*sheets).items["customer"].tolist()) is counts
    assert desk.read(sheets[1]).items["customer"].tolist() == ["乙"]
    assert desk.read(*sheets, sheet=name).items["customer"].tolist() == ["乙"]


def test_among_payables_only_those_that_say_so_count(desk: Desk) -> None:
    sheets = [
        sheet(table(ROWS.format("甲", "A1")), "明细"),
        sheet(table(ROWS.format("乙", "B1")), "应付"),
    ]
    assert desk.read(*sheets, is_payables=True).items["customer"].tolist() == ["乙"]
