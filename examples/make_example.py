"""Make `ledger.xlsx`: a receivables export that holds every case worth seeing.

All companies, people, telephone numbers and accounts are invented; any likeness
to real ones is chance. The same script makes the same bytes.

Wrong on purpose, as in real exports:
- the total row (合计) leaves out the last document;
- one balance is typed 100.00 too low (未收金额, C031);
- one due date ignores its own terms (月结60 booked as issue + 60 days, C026);
- two documents have neither due date nor terms (C019).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from cases import CONTACTS, CUSTOMERS
from documents import CUTOFF, Customer, Document, Receipt, day_or_none, documents, rows

INVOICES = ("销售发票", "红字发票")
LAST_YEAR = dt.date(2025, 10, 31)
HEADERS = (
    "公司", "客户编码", "客户名称", "单据类型", "单据编号", "发票号码", "合同编号",
    "采购订单号", "单据日期", "发货日期", "付款条件", "到期日", "币别", "应收金额",
    "已收金额", "未收金额", "结清日期", "争议金额", "争议原因", "业务员", "部门",
    "地区", "行业", "品名", "日违约金率", "违约金条款", "制单人", "备注",
)  # fmt: skip


class Sheets:
    """The workbook with its few formats."""

    def __init__(self, path: Path) -> None:
        self.book = xlsxwriter.Workbook(path)
        self.book.set_properties(
            {"title": "应收账款明细表", "created": dt.datetime(2026, 11, 2, 9, 14)}
        )
        base = {"font_name": "Microsoft YaHei", "font_size": 10}
        form = self.book.add_format
        self.head = form({**base, "bold": True, "bg_color": "#DDE6F0", "border": 1})
        self.title = form({**base, "bold": True, "font_size": 14})
        self.text = form({**base, "num_format": "@"})
        self.money = form({**base, "num_format": "#,##0.00"})
        self.date = form({**base, "num_format": "yyyy-mm-dd"})
        self.rate = form({**base, "num_format": "0.00%"})

    def add(self, name: str, headers: tuple[str, ...], top: int = 0) -> Any:
        """A sheet with its header in row `top` (0-based), frozen below it."""
        sheet = self.book.add_worksheet(name)
        for column, header in enumerate(headers):
            sheet.write_string(top, column, header, self.head)
            sheet.set_column(column, column, 26 if "名称" in header else 14)
        sheet.freeze_panes(top + 1, 0)
        return sheet

    def row(self, sheet: Any, line: int, values: tuple[object, ...]) -> None:
        """Write one row, every value as what it is; None stays blank."""
        for column, value in enumerate(values):
            if isinstance(value, dt.date):
                sheet.write_datetime(line, column, value, self.date)
            elif isinstance(value, Decimal):
                small = 0 < abs(value) < Decimal("0.01")
                sheet.write_number(line, column, value, self.rate if small else self.money)
            elif value not in {None, ""}:
                sheet.write_string(line, column, str(value), self.text)


def detail(sheets: Sheets, found: list[Document]) -> None:
    """应收明细: title rows, header, documents, a total that is wrong, a foot line."""
    sheet = sheets.add("应收明细", HEADERS, top=3)
    sheet.write_string(0, 0, "应收账款明细表", sheets.title)
    sheet.write_string(1, 0, f"截止日期：{CUTOFF}", sheets.text)
    sheet.write_string(1, 4, "金额单位：元", sheets.text)
    for line, document in enumerate(found, start=4):
        sheets.row(sheet, line, detail_row(document, line))
    sheet.set_column(HEADERS.index("制单人"), HEADERS.index("制单人"), 10, None, {"hidden": True})
    counted = [d for d in found[:-1] if d.customer.currency == "CNY"]
    total: list[object] = [None] * len(HEADERS)
    total[0], total[12] = "合计", "CNY"
    total[13] = sum(d.amount for d in counted)
    total[14] = sum(d.paid for d in counted)
    total[15] = sum(d.balance for d in counted)
    sheets.row(sheet, len(found) + 4, tuple(total))
    sheet.write_string(len(found) + 5, 0, "制表人：周敏", sheets.text)
    sheet.autofilter(3, 0, len(found) + 3, len(HEADERS) - 1)


def detail_row(document: Document, line: int) -> tuple[object, ...]:
    """One document as the accounting system exports it."""
    c, d = document.customer, document
    invoiced = d.kind in INVOICES
    contract = f"HT{d.issue:%Y}{c.code[1:]}" if invoiced and c.terms else ""
    derived = c.code in {"C011", "C023", "C034"} and d.kind == "销售发票"
    return (
        d.company or c.company, c.code, d.name or c.name, d.kind, d.number,
        f"{d.issue:%y}32000000{d.issue:%m}{line:08d}" if invoiced else "",
        contract, f"PO-{c.code[1:]}-{d.issue:%y%m%d}" if invoiced else "",
        d.issue, d.issue - dt.timedelta(days=2) if invoiced else None,
        (d.terms or c.terms).strip("-") if invoiced else "", None if derived else d.due,
        c.currency, d.amount, d.paid, d.balance, d.settled, d.disputed, d.reason,
        c.salesperson, c.department, c.region, c.industry,
        (d.goods or c.goods) if d.amount > 0 or invoiced else "",
        Decimal(c.rate) if c.rate and invoiced else None, c.clause if invoiced else "",
        "周敏", d.remark,
    )  # fmt: skip


def receipts(sheets: Sheets, found: list[Document]) -> None:
    """收款记录: receipts by date; one not yet matched names no document (核销单号).

    Those stand in the detail sheet too, as negative rows, and count once.
    """
    headers = (
        "收款日期", "公司", "客户编码", "客户名称", "币别", "收款金额", "收款方式",
        "核销单号", "票据号", "票据到期日", "是否拒付", "备注",
    )  # fmt: skip
    sheet = sheets.add("收款记录", headers)
    every = [
        (
            r,
            d.company or d.customer.company,
            d.customer,
            d.name or d.customer.name,
            d.number,
        )
        for d in found
        for r in d.receipts
    ]
    for d in found:
        if d.kind in {"收款单", "预收单"}:
            receipt = Receipt(d.issue, -d.amount, remark=d.remark)
            every.append((receipt, d.customer.company, d.customer, d.customer.name, ""))
    every.sort(key=lambda row: (row[0].date, row[2].code, row[4]))
    for line, (r, company, c, name, number) in enumerate(every, start=1):
        sheets.row(sheet, line, (
            r.date, company, c.code, name, c.currency, r.amount, r.method, number,
            r.bill, r.maturity, "是" if r.dishonoured else "", r.remark,
        ))  # fmt: skip


def customer_sheet(
    sheets: Sheets, customers: dict[str, Customer], bought: dict[str, Decimal]
) -> None:
    """客户资料: who they are, their terms and limits, letters sent before."""
    headers = (
        "客户编码", "客户名称", "企业类型", "行业", "地区", "业务员", "部门",
        "付款条件", "信用额度", "年采购额", "币别", "语言", "收件地址",
        "关联方", "是否坏账", "客户标记", "已发函级别", "已发函日期",
    )  # fmt: skip
    sheet = sheets.add("客户资料", headers)
    for line, c in enumerate(customers.values(), start=1):
        level, _, sent = c.letter.partition(" ")
        marks = set(c.flags.split())
        sheets.row(sheet, line, (
            c.code, c.name, c.kind, c.industry, c.region, c.salesperson, c.department,
            "" if c.code == "C019" else c.terms,
            Decimal(c.limit) if c.limit else None, bought.get(c.code), c.currency,
            "en" if c.currency == "USD" else "zh",
            address(c),
            "是" if "关联方" in marks else "否", "是" if "坏账" in marks else "否",
            ";".join(sorted(marks - {"关联方", "坏账"})), level, day_or_none(sent),
        ))  # fmt: skip


def address(customer: Customer) -> str:
    """An address that is plainly invented."""
    if customer.currency == "USD":
        return "1 Sample Street, Norrvik"
    return f"{customer.region}虚构市示例路{int(customer.code[1:])}号"


def contact_sheet(sheets: Sheets, customers: dict[str, Customer]) -> None:
    """联系人: whom to call and whom to write to."""
    headers = ("客户编码", "客户名称", "联系人", "职务", "角色", "部门", "电话", "邮箱")
    sheet = sheets.add("联系人", headers)
    for line, (code, person, title, role, department) in enumerate(rows(CONTACTS), start=1):
        sheets.row(sheet, line, (
            code, customers[code].name, person, title, role, department,
            f"0512-5550-{line:04d}", f"contact{line:03d}@example.com",
        ))  # fmt: skip


def purchases(found: list[Document]) -> dict[str, Decimal]:
    """年采购额: what each customer was invoiced in the last twelve months."""
    bought: dict[str, Decimal] = defaultdict(Decimal)
    for d in found:
        if d.kind in INVOICES and d.issue > LAST_YEAR:
            bought[d.customer.code] += d.amount
    return bought


def sales_sheet(sheets: Sheets, found: list[Document]) -> None:
    """销售月报: invoiced sales with VAT of the last twelve months."""
    sheet = sheets.add("销售月报", ("年月", "公司", "客户编码", "客户名称", "币别", "销售额"))
    sold: dict[tuple[str, ...], Decimal] = defaultdict(Decimal)
    for d in found:
        if d.kind in INVOICES and d.issue > LAST_YEAR:
            c = d.customer
            month = f"{d.issue:%Y-%m}"
            sold[month, d.company or c.company, c.code, c.name, c.currency] += d.amount
    for line, (key, amount) in enumerate(sorted(sold.items()), start=1):
        sheets.row(sheet, line, (*key, amount))


def main() -> None:
    """Write `ledger.xlsx` beside this script."""
    customers = {line[0]: Customer(*line) for line in rows(CUSTOMERS)}
    found = documents(customers)
    sheets = Sheets(Path(__file__).with_name("ledger.xlsx"))
    detail(sheets, found)
    receipts(sheets, found)
    customer_sheet(sheets, customers, purchases(found))
    contact_sheet(sheets, customers)
    sales_sheet(sheets, found)
    sheets.book.close()


if __name__ == "__main__":
    main()
