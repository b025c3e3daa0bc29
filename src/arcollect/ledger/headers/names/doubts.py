"""Spellings that mean different things in different sheets, and how to tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from arcollect.ledger.headers.normalise import normal


@dataclass(frozen=True, slots=True)
class Option:
    """One thing a doubtful header may be.

    looks: what the cells below must look like (`samples.looks_like`), "" for
    anything; beside: fields of which one must be in the sheet; only: the roles in
    which this is a meaning. The first option that holds, and whose field no surer
    column has, is taken.
    """

    field: str
    looks: str = ""
    beside: str = ""
    only: str = ""

    def suits(self, role: str) -> bool:
        """Whether this meaning exists in a sheet of that role."""
        return not self.only or role in self.only.split()


_NAME_OR_CODE = (Option("customer"), Option("customer_code"))
_NAME_OR_COMPANY = (Option("customer"), Option("company"))
_ITEMS = "items journal"
_GROSS_OR_NET = (
    Option("amount_minor"),
    Option("net_amount", beside="tax_amount unit_price"),
)
_SUM = (
    Option("open_minor", beside="aging_bucket", only="items"),
    Option("amount_minor", only=_ITEMS),
    Option("closing", only="balances"),
    Option("amount_minor", only="receipts sales"),
)
_RECEIVABLE = (
    Option("amount_minor", only=_ITEMS),
    Option("open_minor", only="items"),
    Option("closing", only="balances"),
)
_DAY_OR_TERMS = (
    Option("due_date", looks="date", only=_ITEMS),
    Option("period", looks="period", only="items journal sales balances"),
    Option("terms"),
)
_TERMS_OR_METHOD = (
    Option("terms", looks="terms"),
    Option("method", looks="name"),
    Option("terms"),
    Option("method"),
)
_NUMBER = (
    Option("document_no", only="items journal receipts"),
    Option("customer_code", only="customers contacts sales balances"),
)
_UNIT = (
    Option("unit", beside="quantity unit_price", only="items"),
    Option("customer", looks="name"),
    Option("company"),
)
_SETTLED_OR_PAID = (
    Option("paid_minor", only="items"),
    Option("written_off", only="items"),
    Option("amount_minor", only="receipts"),
)

_BY_SPELLING: Mapping[str, tuple[Option, ...]] = {
    "客户|Customer|Party|Partner|party": _NAME_OR_CODE,
    "公司名称|单位名称|Company Name|公司全称|公司简称|Organisation": _NAME_OR_COMPANY,
    "Account|Account Number": (
        Option("gl_account", looks="receivables", only="items journal balances"),
        Option("customer_code"),
    ),
    "账户": (
        Option("customer_code", beside="assignment clearing_document document_type", only=_ITEMS),
    ),
    "Name|名称": (Option("customer"), Option("contact", only="contacts")),
    "单位": _UNIT,
    "Contact|ContactName|姓名": (
        Option("contact", only="customers contacts"),
        Option("customer"),
        Option("contact", only="items"),
    ),
    "编号|No.|Number|号码": _NUMBER,
    "编码": (Option("customer_code", only="customers contacts sales balances"),),
    "出货单号|送货单号|发货单号|出库单号|Delivery Note|Delivery No": (
        Option("document_no", only=_ITEMS),
        Option("delivery_no", only="items"),
    ),
    "核算项目|核算项目名称|辅助核算|辅助核算项目|辅助项": (
        Option("customer", only="journal balances"),
    ),
    "项目号": (Option("contract_no", only=_ITEMS), Option("project", only=_ITEMS)),
    "Invoice|发票": (
        Option("amount_minor", looks="priced", only="items"),
        Option("invoice_no", only=_ITEMS),
        Option("reference", only="receipts"),
    ),
    "Reference|XBLNR|Ref. No.|Reference #|Ref|Ref No|参考号|参照": (
        Option("invoice_no", only=_ITEMS),
        Option("reference", only="receipts"),
    ),
    "单据编号|单据号|应收单号|Document Number|Document No|Voucher No": (
        Option("reference", only="receipts"),
        Option("document_no", only="items journal receipts"),
    ),
    "Total|合计|总计|TotalAmount|Amount Total": _SUM,
    "金额|Amount|金额合计": _GROSS_OR_NET,
    "应收|应收款|货款|货款金额|应收账款|应收账款(元)|AR|accounts receivable"
    "|Receivable": _RECEIVABLE,
    "决算金额|结算金额": (
        Option("amount_minor", only=_ITEMS),
        Option("contract_amount", only=_ITEMS),
    ),
    "核销金额|核销": _SETTLED_OR_PAID,
    "已收|已付|已收款|已付款|已回款|已还|已还款|已结|回款|收款|Paid|Received": (
        Option("payment_state", looks="mark", only="items"),
        Option("paid_minor", only="items"),
    ),
    "行标签|Row Labels": (Option("customer", looks="name"),),
    "付款|来款|还款": (
        Option("paid_minor", looks="money", only="items"),
        Option("amount_minor", looks="money", only="receipts"),
    ),
    "Due": (
        Option("due_date", looks="date", only=_ITEMS),
        Option("open_minor", looks="money", only="items"),
        Option("due_date", only=_ITEMS),
    ),
    "Open|Remaining": (Option("open_minor", looks="money", only="items"),),
    "账期|付款期限|收款期限|付款期|期限|回款期限": _DAY_OR_TERMS,
    "付款方式|结款方式|结算方式": _TERMS_OR_METHOD,
    "天数": (Option("overdue_days", beside="due_date"), Option("terms", looks="days")),
    "质保金|质保款|质量保证金|保留金|Retention|Retention money|Retainage": (
        Option("is_retention", looks="flag"),
        Option("retention_amount", looks="money"),
        Option("is_retention"),
    ),
    "坏账|呆账|Bad debt": (
        Option("is_bad_debt", looks="flag"),
        Option("written_off", looks="money"),
        Option("is_bad_debt"),
    ),
    "争议|Dispute|Disputed|In dispute": (
        Option("is_disputed", looks="flag"),
        Option("disputed_minor", looks="money"),
        Option("is_disputed"),
    ),
    "月份|月|Month": (
        Option("month", looks="month", only="sales journal"),
        Option("period", only="sales"),
        Option("month", only="journal"),
    ),
    "日期|Date": (
        Option("period", only="sales"),
        Option("issue_date", only=_ITEMS),
        Option("date", only="receipts"),
    ),
    "摘要|Text|Narration|Particulars|项目文本|文本": (
        Option("summary", only="journal"),
        Option("remark", only="items receipts"),
        Option("summary", only="items receipts"),
    ),
    "Rate": (Option("unit_price", beside="quantity", only="items"),),
    "Line Total|Line Amount": (
        Option("net_amount", beside="amount_minor open_minor", only="items"),
        Option("amount_minor", only="items"),
    ),
    "Description|Details": (
        Option("summary", only="journal"),
        Option("goods", only="items"),
        Option("summary", only="receipts"),
    ),
    "Amount in Local Currency|Amt in loc.cur.|Amount in loc. curr."
    "|本位币金额|本币金额|DMBTR|折人民币应收金额"
    "|应收金额(本位币)|金额(本位币)|应收本位币金额|Local Amount|Amount (LCY)": (
        Option("amount_minor", only=_ITEMS),
        Option("base_amount"),
    ),
    "尚未收款金额(本位币)|未收金额(本位币)|本币余额|本位币余额|FBalanceAmt"
    "|应收余额(本位币)|Local Balance|Remaining Amount (LCY)": (
        Option("open_minor", only="items"),
        Option("base_open"),
    ),
    "本位币借方|借方本位币|本期应收本币|借方本币|借方金额本币|借方金额(本位币)": (
        Option("debit_minor"),
        Option("base_debit"),
    ),
    "本位币贷方|贷方本位币|本期收回本币|贷方本币|贷方金额本币|贷方金额(本位币)": (
        Option("credit_minor"),
        Option("base_credit"),
    ),
    "余额本币|余额(本位币)": (
        Option("running_balance", only="journal"),
        Option("open_minor", only="items"),
        Option("base_open"),
    ),
}


def plain_meaning(options: tuple[Option, ...]) -> str:
    """The field that a doubtful spelling means when nothing else is known."""
    plain = (o.field for o in options if not o.looks and not o.beside)
    return next(plain, options[0].field)


DOUBTS: Mapping[str, tuple[Option, ...]] = {
    normal(spelling): options
    for spellings, options in _BY_SPELLING.items()
    for spelling in spellings.split("|")
}
