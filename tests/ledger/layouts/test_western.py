"""Exports of SAP, Xero, Tally, QuickBooks, ERPNext, Zoho and others."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.ledger.layouts.made import (
    Rows,
    balances,
    counts,
    delimited,
    keys,
    laid,
    stood,
    table,
    ties_out,
    workbook,
)

from arcollect.errors import Severity

D = dt.date

SAP: Rows = [
    ["Account", "Document Number", "Assignment", "Document Type", "Document Date", "Net Due Date",
     "Arrears by Net Due Date", "Amount in Local Currency", "Text", "Reference"],
    ["198609", "9974698958", "9974698958", "DG", "9/26/2025", "9/26/2025", "3", "-30,213.31", "",
     "PR_GR09"],
    ["198609", "9974698959", "", "RV", "8/13/2025", "9/12/2025", "17", "10,000.00", "", "INV-1"],
    ["198609", "", "", "", "", "", "", "-20,213.31", "", ""],
    ["200111", "9974698960", "", "RV", "7/15/2025", "8/14/2025", "46", "5,000.50", "", "INV-2"],
    ["200111", "9974698961", "", "RV", "9/20/2025", "10/20/2025", "-21", "2,000.00", "", "INV-3"],
    ["200111", "", "", "", "", "", "", "7,000.50", "", ""],
]  # fmt: skip


def test_sap_customer_totals_are_no_items_and_the_file_name_tells_the_day() -> None:
    ledger = laid(delimited(SAP), "Cash_Line_items_as of 29.09.2025.csv")
    assert balances(ledger) == {("198609", "CNY"): -20_213_31, ("200111", "CNY"): 7_000_50}
    assert counts(ledger) == {"header": 1, "item": 4, "subtotal": 2}
    assert (ledger.source.cutoff, ledger.source.cutoff_from) == (D(2025, 9, 29), "file name")
    assert ledger.items["kind"].tolist()[0] == "credit"
    assert ties_out(ledger)


XERO: Rows = [
    ["Aged Receivables Detail"],
    ["Example Trading Ltd"],
    ["As at 31 March 2026"],
    ["Ageing by due date"],
    [],
    ["Contact Account Number", "Primary Person", "Phone", "Email", "Mobile", "Contact Group",
     "Invoice Date", "Due Date", "Expected Date", "Invoice Number", "Invoice Reference",
     "< 1 Month", "1 Month", "2 Months", "3 Months", "Older", None, "Total", "Outstanding Tax",
     "PROJECT ID", "SERVICE MONTH", "Invoice Seen", "Invoice Sent"],
    [],
    ["Acme Industrial Ltd"],
    [*[None] * 6, D(2026, 1, 10), D(2026, 2, 9), None, "INV-101", "PO-1",
     0, 1200.50, 0, 0, 0, None, 1200.50, 200.08, None, None, "Yes", "Yes"],
    [*[None] * 6, D(2026, 3, 1), D(2026, 3, 31), None, "INV-102", "PO-2",
     300.25, 0, 0, 0, 0, None, 300.25, 50.04, None, None, "No", "Yes"],
    ["Total Acme Industrial Ltd ", *[None] * 10, 300.25, 1200.50, 0, 0, 0, None, 1500.75, 250.12],
    [],
    ["Total Energies SA"],
    [*[None] * 6, D(2025, 11, 1), D(2025, 12, 1), None, "INV-090", None,
     0, 0, 0, 700.00, 0, None, 700.00, 0, None, None, "Yes", "Yes"],
    [*[None] * 6, D(2026, 2, 1), D(2026, 2, 1), None, None, "credit",
     0, -50.00, 0, 0, 0, None, -50.00, 0, None, None, "Yes", "Yes"],
    ["Total Total Energies SA", *[None] * 10, 0, -50, 0, 700.00, 0, None, 650.00, 0],
    [],
    ["Total", *[None] * 10, 0, 0, 0, 0, 0, None, 0, 0],
]  # fmt: skip


def test_xero_detail_with_names_in_group_headers_and_a_wrong_grand_total() -> None:
    ledger = laid(workbook(XERO), "Aged_Receivables_Detail.xlsx")
    assert balances(ledger) == {
        ("Acme Industrial Ltd", "CNY"): 1_500_75,
        ("Total Energies SA", "CNY"): 650_00,
    }
    assert counts(ledger) == {
        "title": 4, "header": 1, "group": 2, "item": 4, "subtotal": 2, "total": 1, "blank": 4,
    }  # fmt: skip
    assert ledger.source.cutoff == D(2026, 3, 31)
    weights = {p.said.key: p.severity for p in ledger.problems}
    assert weights["reading.default_currency"] == Severity.WARNING  # dollars or yuan?
    told = ["reading.default_currency", "ledger.printed_total"]
    assert keys(ledger) == told  # no currency anywhere; 0 is printed, 2,150.75 is the sum
    assert ties_out(ledger)


TALLY: Rows = [
    ["Group :", "Sundry Debtors", None, "1-Apr-26 to 16-Apr-26"],
    ["Details of:", "Pending Bills"],
    [],
    ["Date", "Ref. No.", "Party's Name", "Opening", "Pending", "Due on", "Overdue"],
    [None, None, None, "Amount", "Amount", None, "by days"],
    [None, None, "Sharma Traders"],
    ["1-Apr-26", "A-1", None, "1,28,500.00 Dr", "1,28,500.00 Dr", "1-May-26", None],
    ["5-Mar-26", "A-2", None, "50,000.00 Dr", "20,000.00 Dr", "4-Apr-26", "12"],
    [None, None, "On Account", None, "10,000.00 Cr"],
    [None, None, None, "1,78,500.00 Dr", "1,38,500.00 Dr"],
    [None, None, "Verma & Sons"],
    ["12-Feb-2026", "B-7", None, "7,500.00 Dr", "7,500.00 Dr", "14-Mar-26", "33"],
    [None, None, None, "7,500.00 Dr", "7,500.00 Dr"],
    [None, None, "Grand Total", "1,86,000.00 Dr", "92,000.00 Dr"],
]


def test_tally_with_two_header_rows_and_money_on_account() -> None:
    """128,500 + 20,000 - 10,000 on account = 138,500; the grand total is wrong."""
    ledger = laid(workbook(TALLY, "Sundry Debtors"), "GrpBills.xlsx")
    assert balances(ledger) == {
        ("Sharma Traders", "CNY"): 138_500_00,
        ("Verma & Sons", "CNY"): 7_500_00,
    }
    wrong = [p.cell for p in ledger.problems if p.said.key == "ledger.printed_total"]
    assert wrong == ["E14"]
    assert ties_out(ledger)


ERPNEXT: Rows = [
    ["Posting Date", "Party Type", "Party", "Customer Name", "Cost Center", "Voucher Type",
     "Voucher No", "Due Date", "Payment Term", "Invoice Grand Total", "Invoiced Amount",
     "Paid Amount", "Credit Note", "Outstanding Amount", "Age (Days)", "0-30", "31-60", "61-90",
     "91-120", "121-Above", "Currency", "Remaining Balance", "Customer LPO", "Territory",
     "Customer Group", "Sales Person", "Remarks"],
    [D(2026, 5, 1), "Customer", "CUST-001", "Acme Ltd", "Main", "Sales Invoice", "SINV-1",
     D(2026, 5, 31), None, 1000, 1000, 300, 100, 600, 30, 0, 600, 0, 0, 0, "EUR", 600],
    [D(2026, 6, 1), "Customer", "CUST-001", "Acme Ltd", "Main", "Payment Entry", "PAY-7",
     None, None, 0, 0, 50, 0, -50, 0, -50, 0, 0, 0, 0, "EUR", -50],
    [D(2026, 4, 1), "Customer", "CUST-002", "Beta SA", "Main", "Sales Invoice", "SINV-2",
     D(2026, 4, 30), None, 250.50, 250.50, 0, 0, 250.50, 61, 0, 0, 250.50, 0, 0, "EUR", 250.50],
    ["Total", *[None] * 8, 1250.50, 1250.50, 350, 100, 800.50],
]  # fmt: skip


def test_erpnext_in_english() -> None:
    ledger = laid(workbook(ERPNEXT), "Accounts Receivable.xlsx")
    assert balances(ledger) == {("Acme Ltd", "EUR"): 550_00, ("Beta SA", "EUR"): 250_50}
    assert ledger.items["customer_key"].tolist() == ["CUST-001", "CUST-001", "CUST-002"]
    assert ledger.items["kind"].tolist() == ["invoice", "receipt", "invoice"]
    assert keys(ledger) == []  # 1000 - 300 - 100 credit note = 600
    assert ties_out(ledger)


@pytest.mark.parametrize(
    "headers",
    [
        "记帐日期,往来单位,凭证类型,凭证编号,Due Date,发票金额,付款金额,退款,待付金额,时间（天）,0-30,"
        "121-Above,货币,客户采购订单号, 区域,客户组,业务员",
        "记账日期,往来单位,凭证类型,凭证号,到期日,发票金额,付款金额,退款,未付金额,账龄天数,0-30,"
        "121-Above,货币,客户采购订单号,区域,客户组,业务员",
    ],
)
def test_erpnext_in_both_chinese_translations(headers: str) -> None:
    rows: Rows = [
        headers.split(","),
        [D(2026, 5, 1), "甲仪器", "销售费用清单", "SINV-1", D(2026, 5, 31), 1000, 300, 100, 600, 30,
         0, 600, "CNY", "PO-9", "华东", "商业", "张三"],
        [D(2026, 6, 1), "甲仪器", "收付款凭证", "PAY-7", None, 0, 50, 0, -50, 0, 0, -50, "CNY"],
        ["总计", None, None, None, None, 1000, 350, 100, 550],
    ]  # fmt: skip
    ledger = laid(workbook(rows), "应收账款.xlsx")
    assert balances(ledger) == {("甲仪器", "CNY"): 550_00}
    assert keys(ledger) == []
    assert ties_out(ledger)


QUICKBOOKS = """Example Trading Inc
    A/R Aging Detail
    As of September 30, 2026

    Num|Customer|Date|Due Date|Amount|Open Balance|P.O. #
    1001|Acme Inc|08/15/2026|09/14/2026|$1,000.00|$1,000.00|PO1
    1002|Beta LLC|09/01/2026|10/01/2026|500.00|250.50|
    1003|Acme Inc|06/01/2026|07/01/2026|2,000.00|1,999.99|
    TOTAL||||$3,500.00|$3,250.49|"""


def test_quickbooks_prints_its_dollar_on_the_first_row_only() -> None:
    ledger = laid(delimited(table(QUICKBOOKS)), "A_R Aging Detail.csv")
    assert balances(ledger) == {("Acme Inc", "USD"): 2_999_99, ("Beta LLC", "USD"): 250_50}
    assert ledger.source.cutoff == D(2026, 9, 30)
    assert keys(ledger) == ["reading.sheet_currency"]
    assert ties_out(ledger)


BALANCE_DUE = f"{QUICKBOOKS}\n    |Balance due|||$3,500.00|$3,250.49|"


def test_quickbooks_balance_due_is_a_total_and_no_customer() -> None:
    ledger = laid(delimited(table(BALANCE_DUE)), "A_R Aging Detail.csv")
    assert balances(ledger) == {("Acme Inc", "USD"): 2_999_99, ("Beta LLC", "USD"): 250_50}
    assert counts(ledger) == {"title": 3, "blank": 1, "header": 1, "item": 3, "total": 2}
    assert ties_out(ledger)


XERO_CSV = """ContactName|InvoiceNumber|InvoiceDate|DueDate|Total|AmountDue
    Acme Ltd|INV-1|2026-03-01|2026-03-31|1,200.00|200.00
    Acme Ltd|INV-2|2026-03-15|2026-04-14|300.00|300.00
    Beta GmbH|INV-3|2026-02-01|2026-03-03|99.99|99.99"""
VYAPAR = """Party Name|Invoice No|Invoice Date|Total Amount|Balance Due|Payment Status
    Acme Ltd|101|13/04/2026|1,28,500.00|500.00|Partial
    Acme Ltd|102|02/05/2026|500.00|0.00|Paid
    Beta GmbH|103|28/05/2026|99.99|99.99|Unpaid"""
ZOHO = """Invoice Date|Invoice ID|Invoice Number|Invoice Status|Customer Name|Due Date|Currency Code|SubTotal|Total|Balance|Item Name|Quantity|Item Price|Item Total
    2026-01-05|4600001|INV-1|Overdue|Acme Ltd|2026-02-04|CNY|442.48|500.00|500.00|Pump|2|200.00|400.00
    2026-01-05|4600001|INV-1|Overdue|Acme Ltd|2026-02-04|CNY|442.48|500.00|500.00|Seal|1|42.48|42.48
    2026-01-20|4600002|INV-2|Sent|Beta GmbH|2026-02-19|CNY|88.49|99.99|99.99|Gasket|5|17.70|88.49
    2026-01-21|4600003|INV-3|Void|Beta GmbH|2026-02-20|CNY|10.00|10.00|10.00|Gasket|1|10.00|10.00"""
NINJA = """Invoice Export
    Generated 2026-03-01

    Client Name|Invoice Number|Invoice Date|Due Date|Amount|Paid to Date|Balance|Product|Quantity
    Acme Ltd|0001|Jan 28 2026|Feb 27 2026|600.00|100.00|500.00|bolt|1
    Acme Ltd|0001|Jan 28 2026|Feb 27 2026|600.00|100.00|500.00|nut|2
    Beta GmbH|0002|Feb 10 2026|Mar 12 2026|99.99|0.00|99.99|bolt|5"""


@pytest.mark.parametrize("text", [XERO_CSV, VYAPAR, ZOHO, NINJA])
def test_invoice_exports(text: str) -> None:
    ledger = laid(delimited(table(text)), "invoices.csv")
    assert balances(ledger) == {("Acme Ltd", "CNY"): 500_00, ("Beta GmbH", "CNY"): 99_99}
    assert ties_out(ledger)


WAVE = """Customer Name|Invoice Number|Invoice Date|Due Date|Total|Status
    Acme Ltd|1|2026-03-01|2026-03-31|1,200.00|Paid
    Acme Ltd|2|2026-03-15|2026-04-14|500.00|Overdue
    Beta GmbH|3|2026-02-01|2026-03-03|99.99|Unpaid
    Beta GmbH|4|2026-02-01|2026-03-03|10.00|Void"""


def test_without_a_balance_the_status_says_what_is_paid() -> None:
    ledger = laid(delimited(table(WAVE)), "invoices.csv")
    assert balances(ledger) == {("Acme Ltd", "CNY"): 500_00, ("Beta GmbH", "CNY"): 99_99}
    assert [k for k in keys(ledger) if k != "reading.default_currency"] == [
        "reading.void", "reading.paid_by_status",
    ]  # fmt: skip
    assert ties_out(ledger)


FRESHBOOKS = """Client Name|Invoice #|Date Issued|Invoice Status|Date Paid|Item Name|Rate|Quantity|Line Subtotal|Tax 1 Amount|Line Total|Currency
    Acme Ltd|1|2026-08-15|sent||Pump|10|1|10.00|1.00|11.00|CAD
    Acme Ltd|1|2026-08-15|sent||Pump|10|1|10.00|1.00|11.00|CAD
    Acme Ltd|2|2026-08-15|paid|2026-09-01|Seal|20|1|20.00|2.00|22.00|CAD
    Beta GmbH|3|2026-08-16|sent||Pump|10|1|10.00|1.00|11.00|CAD"""


def test_lines_that_each_state_their_own_total_add_up() -> None:
    """11 + 11 are open and 22 were paid on 1 September: 22 and 11 remain."""
    ledger = laid(delimited(table(FRESHBOOKS)), "invoices.csv")
    assert ledger.items["amount_minor"].tolist() == [1100, 1100, 2200, 1100]
    open_ = stood(ledger, D(2026, 12, 31)).open
    assert open_["open_minor"].tolist() == [1100, 1100, 1100]
    assert ties_out(ledger)


SHORT_SAP = """Account|DocumentNo|Doc. Date|Net due dt|Amt in loc.cur.|LCurr
    1001|9001|2026-01-01|2026-01-31|100.00|EUR
    1001|9002|2026-01-05|2026-02-04|50.00-|EUR
    Result||||50.00|EUR"""


def test_sap_shortens_its_headers_in_narrow_lists() -> None:
    ledger = laid(delimited(table(SHORT_SAP)), "FBL5N.csv")
    assert balances(ledger) == {("1001", "EUR"): 50_00}
    assert ledger.items["due_date"].notna().all()
    assert counts(ledger) == {"header": 1, "item": 2, "subtotal": 1}


CHINESE_SAP = """账户|分配|凭证编号|凭证类型|凭证日期|净到期日|本币|本币金额|文本|清账凭证
    0001000001|HT-1|1800000001|RV|2026-01-01|2026-01-31|CNY|100.00|机床|
    0001000001||1400000001|DZ|2026-01-05|2026-01-05|CNY|50.00-||
    0001000001|||||||50.00||
    0001000002|HT-2|1800000002|RV|2026-01-01|2026-01-31|CNY|70.00|机床|
    0001000002|||||||70.00||"""


@pytest.mark.parametrize("word", ["账户", "帐户"])
def test_sap_in_chinese_calls_the_customer_an_account(word: str) -> None:
    ledger = laid(delimited(table(CHINESE_SAP.replace("账户", word))), "FBL5N.csv")
    assert balances(ledger) == {("0001000001", "CNY"): 50_00, ("0001000002", "CNY"): 70_00}
    assert counts(ledger) == {"header": 1, "item": 3, "subtotal": 2}
    assert ties_out(ledger)


def test_leading_zeros_of_invoice_numbers_stay() -> None:
    items = laid(delimited(table(NINJA)), "invoices.csv").items
    assert items["invoice_no"].tolist() == ["0001", "0002"]


def test_two_sided_dates_are_read_day_first_where_one_proves_it() -> None:
    items = laid(delimited(table(VYAPAR)), "sale_report.csv", default_terms="net 30").items
    assert [str(d)[:10] for d in items["due_date"]] == ["2026-05-13", "2026-06-01", "2026-06-27"]
