"""What the customers sheet filled in is cited where it stands."""

from __future__ import annotations

import io

import xlsxwriter

from arcollect.ledger import LedgerFile, ReadOptions, read
from arcollect.policy import Policy
from arcollect.views.explain.cells import Cells

ITEMS = [
    ["客户", "单据号", "开票日期", "付款条件", "业务员", "应收金额", "未收金额"],
    ["甲公司", "A1", "2026-03-05", "", "", 100, 100],
    ["甲公司", "A2", "2026-03-05", "月结30", "李四", 50, 50],
]
CUSTOMERS = [["客户", "付款条件", "业务员"], ["甲公司", "月结60", "王五"]]


def _cells():
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        for name, rows in (("应收明细", ITEMS), ("客户资料", CUSTOMERS)):
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    ledger = read([LedgerFile(data=made.getvalue(), name="账.xlsx")], Policy(), ReadOptions())
    return Cells(ledger), ledger.items.set_index(ledger.items["document_no"].astype(str))


def test_inherited_terms_and_salesperson_stand_on_the_customers_sheet():
    cells, items = _cells()
    assert cells.at(items.loc["A1"], "terms") == "客户资料!B2"
    assert cells.at(items.loc["A1"], "salesperson") == "客户资料!C2"


def test_what_the_row_itself_says_is_cited_there():
    cells, items = _cells()
    assert cells.at(items.loc["A2"], "terms") == "应收明细!D3"
    assert cells.at(items.loc["A2"], "salesperson") == "应收明细!E3"


MERGED = [
    ["客户编码", "客户", "付款条件", "业务员", "合并到"],
    ["C2", "甲公司（旧）", "月结90", "赵六", "C1"],
    ["C1", "甲公司", "月结60", "", ""],
]


def test_a_merged_customer_cites_the_rows_it_really_takes_from():
    """The kept customer's own row comes first; what it leaves blank is the other's."""
    items = [["客户编码", "客户", "单据号", "开票日期", "应收金额"],
             ["C2", "甲公司（旧）", "A2", "2026-03-06", 50]]  # fmt: skip
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        for name, rows in (("应收明细", items), ("客户资料", MERGED)):
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    ledger = read([LedgerFile(data=made.getvalue(), name="账.xlsx")], Policy(), ReadOptions())
    (row,) = (item for _, item in ledger.items.iterrows())
    cells = Cells(ledger)
    assert (row["terms"], cells.at(row, "terms")) == ("月结60", "客户资料!C3")
    assert (row["salesperson"], cells.at(row, "salesperson")) == ("赵六", "客户资料!D2")
    assert (cells.at(row, "customer"), cells.line(row)) == ("应收明细!B2", "应收明细!2")
