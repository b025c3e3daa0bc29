"""The example ledger holds what it says, and its script makes it again."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from tests.oracle import Row, cents, load

EXAMPLES = Path(__file__).parents[1] / "examples"
SHEETS = ["应收明细", "收款记录", "客户资料", "联系人", "销售月报"]


@pytest.fixture(scope="module")
def sheets() -> dict[str, list[Row]]:
    return load(EXAMPLES / "ledger.xlsx")


@pytest.fixture(scope="module")
def items(sheets: dict[str, list[Row]]) -> list[Row]:
    return [row for row in sheets["应收明细"] if row["客户编码"]]


def test_the_script_makes_the_same_cells(tmp_path: Path) -> None:
    for script in EXAMPLES.glob("*.py"):
        shutil.copy(script, tmp_path)
    subprocess.run([sys.executable, tmp_path / "make_example.py"], check=True)
    assert load(tmp_path / "ledger.xlsx") == load(EXAMPLES / "ledger.xlsx")


def test_size_and_sheets(sheets: dict[str, list[Row]], items: list[Row]) -> None:
    assert list(sheets) == SHEETS
    assert len({row["客户编码"] for row in items}) >= 40
    assert len({row["单据编号"] for row in items}) == len(items) >= 400


def test_the_title_names_the_cut_off() -> None:
    sheet = openpyxl.load_workbook(EXAMPLES / "ledger.xlsx")["应收明细"]
    assert sheet["A2"].value == "截止日期：2026-10-31"


def test_one_balance_is_typed_wrong(items: list[Row]) -> None:
    wrong = {
        row["客户编码"]: cents(row["未收金额"]) - cents(row["应收金额"]) + cents(row["已收金额"])
        for row in items
        if cents(row["应收金额"]) - cents(row["已收金额"]) != cents(row["未收金额"])
    }
    assert wrong == {"C031": Decimal("-100.00")}


def test_the_printed_total_leaves_out_the_last_document(
    sheets: dict[str, list[Row]], items: list[Row]
) -> None:
    printed = next(row for row in sheets["应收明细"] if row["公司"] == "合计")
    ours = sum(cents(row["未收金额"]) for row in items if row["币别"] == "CNY")
    assert ours - cents(printed["未收金额"]) == cents(items[-1]["未收金额"]) == Decimal("45200.00")


def test_receipts_add_up_to_what_is_paid(sheets: dict[str, list[Row]], items: list[Row]) -> None:
    received: Counter[str] = Counter()
    for row in sheets["收款记录"]:
        if row["核销单号"] and row["是否拒付"] != "是":
            received[row["核销单号"]] += int(cents(row["收款金额"]) * 100)
    paid = {row["单据编号"]: int(cents(row["已收金额"]) * 100) for row in items}
    assert dict(received) == {number: minor for number, minor in paid.items() if minor}


def test_invoice_numbers_are_text_of_twenty_digits(items: list[Row]) -> None:
    numbers = [row["发票号码"] for row in items if row["发票号码"]]
    assert all(isinstance(n, str) and n.isdigit() and len(n) == 20 for n in numbers)
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("备注", "尾差0.37"),
        ("备注", "预收货款"),
        ("品名", "质保金"),
        ("单据类型", "应收票据"),
        ("客户名称", "澜亭电机有限公司"),
        ("业务员", "钱立(已离职)"),
        ("公司", "苏州澄屿自动化科技有限公司"),
        ("币别", "USD"),
    ],
)
def test_the_cases_are_there(items: list[Row], field: str, value: str) -> None:
    assert any(row[field] == value for row in items)


def test_one_debt_is_near_limitation_and_one_beyond(items: list[Row]) -> None:
    dues = sorted(row["到期日"].date() for row in items if row["未收金额"] and row["到期日"])[:2]
    cutoff = dt.date(2026, 10, 31)
    assert [(due.replace(year=due.year + 3) - cutoff).days for due in dues] == [-123, 60]


def test_one_bill_was_paid_and_one_dishonoured(sheets: dict[str, list[Row]]) -> None:
    bills = [row for row in sheets["收款记录"] if row["票据号"]]
    outcomes = {(row["客户编码"], row["是否拒付"] == "是") for row in bills}
    assert outcomes == {("C009", False), ("C010", True), ("C011", False)}


def test_an_unmatched_receipt_is_larger_than_what_is_overdue(items: list[Row]) -> None:
    of = [row for row in items if row["客户编码"] == "C012" and row["未收金额"]]
    assert sorted(int(row["未收金额"]) for row in of) == [-100000, 62150]
