"""Which columns a contact log has, by which names (R003-43)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from arcollect.ledger.headers.normalise import normal

_SPELLINGS: Mapping[str, str] = {
    "company": "我方公司|公司|own company|our company|company|arcollect:company",
    "customer": "谁（客户）|客户名称|客户|单位名称|往来单位|customer|customer name|client|who",
    "customer_code": "客户编码|客户代码|客户编号|customer code|customer no|customer id",
    "currency": "币种|币别|货币|currency|arcollect:currency",
    "date": "联系日期|联系时间|催收日期|催收时间|跟进日期|跟进时间|沟通日期|沟通时间|拜访日期"
    "|记录日期|哪天|日期|contacted on|contact date|follow-up date|call date|date|when|when",
    "time": "时间|具体时间|几点|time|time of day",
    "channel": "联系方式|催收方式|沟通方式|跟进方式|怎么联系的|方式|渠道"
    "|channel|contact method|method|how",
    "ours": "催收人|催收人员|跟进人|我方人员|我方联系人|经办人|责任人|业务员|销售员"
    "|our person|collector|contacted by|by whom|salesperson",
    "person": "对方联系人|客户联系人|联系人|联系对象|对方人员|对方姓名"
    "|spoke with|spoke to|contact person|contact|person",
    "amount": "金额|欠款金额|逾期金额|催收金额|应收金额|未收金额|交易金额"
    "|amount|overdue amount|overdue|open amount",
    "days": "账龄|逾期天数|最长逾期天数|days past due|days overdue|age",
    "action": "催收措施|措施|催收动作|跟进措施|采取措施|action|measure|measures",
    "feedback": "客户反馈|反馈|反馈情况|沟通结果|沟通内容|催收结果|客户答复|对方怎么说"
    "|customer's answer|customer feedback|feedback|answer|response|outcome|result",
    "promised_on": "承诺付款日|承诺付款日期|承诺付款时间|承诺还款时间|承诺还款日期|承诺还款日"
    "|承诺日期|承诺时间|答应哪天付|promised for|promised on|promise date|promised date",
    "promised": "承诺金额|承诺付款金额|承诺还款金额|答应付多少|promised amount"
    "|promise amount|promised",
    "reason": "未付原因|逾期原因|拖欠原因|为什么拖|原因|reason unpaid|reason"
    "|reason for delay|why late",
    "next_step": "下一步计划|下一步|下步计划|后续计划|next step|next action|plan",
    "next_on": "下次联系日|下次联系日期|下次跟进日期|下次跟进时间|next contact on|next contact"
    "|follow up on",
    "proof": "留存凭证|凭证类型|证据类型|证据|凭证|proof kept|proof|evidence",
    "proof_ref": "凭证编号|录音编号|录音文件|证据编号|凭证文件|proof no|proof file|recording",
    "confirmed": "确认金额|客户确认金额|确认欠款|确认欠款金额|confirmed amount|amount admitted",
    "document_no": "单据编号|单据号|发票号码|发票号|合同号|合同编号"
    "|document no|document number|document|invoice no|invoice number",
    "complaint": "投诉|是否投诉|客户投诉|complaint",
    "pause_until": "暂停至|暂停催收至|pause until|paused until",
    "key_customer": "arcollect:customer_key",
    "key_name": "arcollect:customer",
    "key_as_of": "arcollect:as_of",
    "key_overdue": "arcollect:overdue_minor",
    "key_days": "arcollect:days_past_due",
}
CONTENT = frozenset({"date", "channel", "person", "feedback", "promised_on", "promised",
    "reason", "next_step", "next_on", "proof", "action", "confirmed", "complaint"})  # fmt: skip
"""A row with none of these filled says nothing."""

TYPED_IN_LISTS = CONTENT - {"action"}
OF_A_CONTACT = frozenset({"action", "feedback", "next_step", "channel"})
_OF_A_LOG = OF_A_CONTACT | {"promised_on", "promised"}
_OF_A_LEDGER = re.compile(
    r"到期|应收日期|单据日期|开票日期|发票日期|余额|开票金额|合同金额|结算金额|到账金额"
    r"|due date|invoice date|balance"
)
_CALLED = re.compile(
    r"催收记录|催收日志|催收台账|催收跟进|跟进表|跟进记录|沟通记录|联系记录"
    r"|contact log|call log|follow.?up|collection log",
    re.IGNORECASE,
)


def fields_of(cells: Sequence[str]) -> dict[str, int]:
    """The column (0-based) of each field that a header row names, best spelling first."""
    ranked: dict[str, tuple[int, int]] = {}
    for column, cell in enumerate(cells):
        if (known := _known().get(normal(cell))) is not None:
            field, rank = known
            if field not in ranked or rank < ranked[field][0]:
                ranked[field] = (rank, column)
    return {field: column for field, (_, column) in ranked.items()}


def is_list(fields: Mapping[str, int]) -> bool:
    """Whether these are the columns of one of our own worklists."""
    return {"key_customer", "key_as_of"} <= fields.keys()


def is_called_log(title: str) -> bool:
    """Whether a title or the name of a sheet says that this is a contact log."""
    return bool(_CALLED.search(title))


def is_log(fields: Mapping[str, int], cells: Sequence[str], *, is_called: bool) -> bool:
    """Whether a header row heads a contact log rather than a ledger with remarks.

    A worklist always. Else it must name customers and hold a column that only a log
    has; two of them where the sheet is not called a log, and none of a ledger's.
    """
    if is_list(fields):
        return True
    if not {"customer", "customer_code"} & fields.keys() or not OF_A_CONTACT & fields.keys():
        return False
    own = len(_OF_A_LOG & fields.keys())
    enough = own >= (1 if is_called else 2)
    return enough and not any(_OF_A_LEDGER.search(cell.lower()) for cell in cells)


@cache
def _known() -> Mapping[str, tuple[str, int]]:
    return {
        normal(spelling): (field, rank)
        for field, spellings in _SPELLINGS.items()
        for rank, spelling in enumerate(spellings.split("|"))
    }
