"""Headers as known systems export them; the meaning of each column by hand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from arcollect.ledger.headers.find import HeaderFound, find_header
from arcollect.ledger.headers.match import Matching, match_columns

Rows = Sequence[Sequence[object]]

XERO: Rows = [
    ["Aged Receivables Detail"],
    ["Example Trading Ltd"],
    ["As at 31 March 2026"],
    ["Ageing by due date"],
    [],
    [
        "Contact Account Number", "Primary Person", "Phone", "Email", "Mobile",
        "Contact Group", "Invoice Date", "Due Date", "Expected Date", "Invoice Number",
        "Invoice Reference", "< 1 Month", "1 Month", "2 Months", "3 Months", "Older",
        None, "Total", "Outstanding Tax", "PROJECT ID",
    ],
]  # fmt: skip
TALLY: Rows = [
    ["Group :", "Sundry Debtors", None, "1-Apr-26 to 16-Apr-26"],
    ["Details of:", "Pending Bills"],
    [],
    ["Date", "Ref. No.", "Party's Name", "Opening", "Pending", "Due on", "Overdue"],
    [None, None, None, "Amount", "Amount", None, "by days"],
    [None, None, "Jones Ltd", None, None, None, None],
    ["1-Apr-26", "A-1", None, 100.0, 60.0, "1-May-26", 3.0],
]
BALANCES: Rows = [
    ["核算项目余额表"],
    ["公司名称：某公司", None, None, None, None, None, None, "期间：202601-202612"],
    "期间 客户编码 客户名称 科目编码 科目名称 期初 期初 本期发生额 本期发生额 期末 期末".split(),
    "期间 客户编码 客户名称 科目编码 科目名称 借方 贷方 借方 贷方 借方 贷方".split(),
    ["202601-202612", "C1", "甲公司", "1122", "应收账款", 1.0, 0.0, 2.0, 0.0, 3.0, 0.0],
]
CASES = {
    "sap": (
        "Account,Document Number,Document Type,Document Date,Net Due Date,"
        "Arrears by Net Due Date,Amount in Local Currency,Text,Reference",
        "customer_code,document_no,document_type,issue_date,due_date,"
        "overdue_days,amount_minor,remark,invoice_no",
    ),
    "xero csv": (
        "ContactName,InvoiceNumber,InvoiceDate,DueDate,Total,AmountDue",
        "customer,invoice_no,issue_date,due_date,amount_minor,open_minor",
    ),
    "vyapar": (
        "Party Name,Invoice No,Invoice Date,Total Amount,Balance Due,Payment Status",
        "customer,invoice_no,issue_date,amount_minor,open_minor,payment_state",
    ),
    "erpnext": (
        "Posting Date,Party,Customer Name,Voucher Type,Voucher No,Due Date,Invoiced Amount,"
        "Paid Amount,Credit Note,Outstanding Amount,Age (Days),0-30,121-Above,Currency,"
        "Customer LPO,Territory,Customer Group,Sales Person,Remarks",
        "issue_date,customer_code,customer,document_type,document_no,due_date,amount_minor,"
        "paid_minor,written_off,open_minor,overdue_days,aging_bucket,aging_bucket,currency,"
        "order_no,region,customer_group,salesperson,remark",
    ),
    "erpnext zh": (
        "记帐日期,往来单位,凭证编号,Due Date,发票金额,付款金额,待付金额,时间（天）, 区域,业务员",
        "issue_date,customer,document_no,due_date,amount_minor,paid_minor,open_minor,"
        "overdue_days,region,salesperson",
    ),
    "kingdee codes": (
        "FContactUnitNumber,FCONTACTUNIT,FBillNo,FDate,FEndDate,FBalanceAmt,FBalanceAmtFor,"
        "FCurrencyName,FMasterCurrencyName,FSettleOrgName,FSaleDeptName,FSalerName,FBillTypeName",
        "customer_code,customer,document_no,issue_date,due_date,base_open,open_minor,"
        "currency,base_currency,company,department,salesperson,document_type",
    ),
    "kingdee": (
        "往来单位编码,往来单位,单据编号,业务日期,到期日,尚未收款金额（本位币）,尚未收款金额（原币）,"
        "币别,本位币,结算组织,销售部门,销售员,单据类型",
        "customer_code,customer,document_no,issue_date,due_date,base_open,open_minor,"
        "currency,base_currency,company,department,salesperson,document_type",
    ),
    "tax bureau": (
        "序号,发票代码,发票号码,购方识别号,购买方名称,开票日期,货物或应税劳务名称,规格型号,单位,"
        "数量,单价,金额,税率,税额,价税合计,发票票种,发票状态,备注",
        "row_number,invoice_code,invoice_no,customer_tax_id,customer,issue_date,goods,"
        "specification,unit,quantity,unit_price,net_amount,tax_rate,tax_amount,amount_minor,"
        "document_type,status,remark",
    ),
    "construction": (
        "序号,部门名称,合同编号,项目名称,客户名称,客户属性,单位,合同金额,最新挂账时间,决算金额,"
        "开票金额,到账金额,核销金额,债权状态,清收责任人,最新催收时间,备注",
        "row_number,department,contract_no,project,customer,customer_type,company,"
        "contract_amount,issue_date,contract_amount,amount_minor,paid_minor,written_off,status,"
        "salesperson,last_contact_date,remark",
    ),
    "machine maker": (
        "序号,子序号,接单据点,订单签订日期,公司名称,主订单号,币别,含税金额,结款方式说明,业务员,项目号,"
        "回款原币金额,开票日期,实际出货日期,终验收时间,质保期",
        "row_number,line_no,company,signed_date,customer,order_no,currency,amount_minor,terms,"
        "salesperson,contract_no,paid_minor,issue_date,delivery_date,acceptance_date,warranty",
    ),
    "quickbooks": (
        "Num,Customer,Date,Due Date,Amount,Open Balance,P.O. #",
        "document_no,customer,issue_date,due_date,amount_minor,open_minor,order_no",
    ),
    "quickbooks online": (
        "Date,Transaction type,Num,Customer full name,Due date,Amount,Open balance",
        "issue_date,document_type,document_no,customer,due_date,amount_minor,open_minor",
    ),
    "sap classic": (
        "Cust.,DocumentNo,Type,Doc. Date,Net due dt,Amount in local cur.,LCurr,Amt in DC,"
        "Curr.,PayT,Text",
        "customer_code,document_no,document_type,issue_date,due_date,base_amount,"
        "base_currency,amount_minor,currency,terms,remark",
    ),
    "sap apps": (
        "Customer,Customer Name,Company Code,Journal Entry,Journal Entry Type,"
        "Journal Entry Date,Net Due Date,Amount (Tran Cur.),Transaction Currency,"
        "Amount (CoCd Crcy),Company Code Currency,Terms of Payment",
        "customer_code,customer,company,document_no,document_type,issue_date,due_date,"
        "amount_minor,currency,base_amount,base_currency,terms",
    ),
    "dynamics": (
        "Legal entity,Customer account,Customer name,Voucher,Invoice,Date,Due date,Currency,"
        "Amount in transaction currency,Balance,Terms of payment,Responsible",
        "company,customer_code,customer,document_no,invoice_no,issue_date,due_date,currency,"
        "amount_minor,open_minor,terms,salesperson",
    ),
    "netsuite": (
        "Customer:Project,Type,Document Number,Date,Due Date/Receive By,Subsidiary,Currency,"
        "Amount (Foreign Currency),Amount Remaining (Foreign Currency),Sales Rep",
        "customer,document_type,document_no,issue_date,due_date,company,currency,"
        "amount_minor,open_minor,salesperson",
    ),
    "oracle": (
        "Customer Name,Account Number,Transaction Number,Transaction Class,"
        "Transaction Date,Due Date,Entered Currency,Amount Due Original,Amount Due Remaining",
        "customer,customer_code,document_no,document_type,issue_date,due_date,currency,"
        "amount_minor,open_minor",
    ),
    "ibm": (
        "countryCode,customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,"
        "SettledDate,DaysToSettle,DaysLate",
        "region,customer_code,invoice_no,issue_date,due_date,amount_minor,is_disputed,"
        "settled_date,overdue_days,overdue_days",
    ),
}


def found(rows: Rows) -> HeaderFound:
    header = find_header(rows)
    assert header is not None
    return header


def read(rows: Rows) -> Matching:
    header = found(rows)
    samples = rows[header.row_last + 1 :]
    return match_columns(header.cells, role=header.role, samples=samples)


@pytest.mark.parametrize("name", CASES)
def test_one_row_layout(name: str) -> None:
    headers, fields = (text.split(",") for text in CASES[name])
    matching = read([["应收明细 Receivables"], [], headers])
    assert matching.role == "items"
    assert [m.field for m in matching.matches] == fields
    assert matching.unmapped == ()
    assert matching.ambiguous == ()


def test_xero_detail_has_five_title_rows_and_an_unnamed_column() -> None:
    header, matching = found(XERO), read(XERO)
    assert (header.row_first, header.role) == (5, "items")
    by_header = {m.header: m.field for m in matching.matches}
    assert by_header["Total"] == "open_minor"  # its buckets add up to it
    assert by_header["Older"] == "aging_bucket"
    assert by_header["Expected Date"] == "expected_date"
    assert matching.column("due_date") == 7
    assert 16 not in {m.column for m in matching.matches}


def test_tally_joins_its_two_header_rows() -> None:
    header, matching = found(TALLY), read(TALLY)
    assert (header.row_first, header.row_last, header.role) == (3, 4, "items")
    assert header.cells[4] == "Pending Amount"
    assert [m.field for m in matching.matches] == [
        "issue_date", "invoice_no", "customer", "amount_minor", "open_minor", "due_date",
        "overdue_days",
    ]  # fmt: skip


def test_a_balance_list_says_that_it_cannot_be_aged() -> None:
    header = found(BALANCES)
    assert (header.row_first, header.row_last, header.role) == (2, 3, "balances")
    assert header.why is not None
    assert header.why.key == "headers.balances_only"
    assert "期末 借方" in header.cells


def test_merged_parents_over_customer_code_and_name() -> None:
    rows: Rows = [
        ["客户", None, "期初余额", None, "借方", "贷方", "期末余额", None],
        ["编码", "名称", "方向", "金额", None, None, "方向", "金额"],
    ]
    assert found(rows).role == "balances"


def test_a_customer_ledger_is_a_journal_without_a_customer_column() -> None:
    matching = read([list("年月日") + "单据类型 单据号 摘要 借方 贷方 方向 余额".split()])
    assert matching.role == "journal"
    assert [m.field for m in matching.matches] == [
        "year", "month", "day", "document_type", "document_no", "summary", "debit_minor",
        "credit_minor", "direction", "running_balance",
    ]  # fmt: skip
