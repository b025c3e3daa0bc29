"""What a letter of each level has to say, and does not (W-12)."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_SAYS = {
    "amount": r"\d\s*万?元|(?:￥|(?-i:\b[A-Z]{3}))\s*\d|\d\.\d{2}(?![\d%％])",
    "day": r"\d{4}\s*[年/.-]\s*\d{1,2}|\d{1,2}\s*月\s*\d{1,2}\s*[日号]"
    rf"|\b\d{{1,2}} (?:{_MONTH})|\b(?:{_MONTH})[a-z]* \d{{1,2}}\b",
    "number": r"单据|(?-i:[A-Z]{1,8})[-/]?\d[\w-]{2,}|号\D{0,2}\d{3,}"
    r"|\b(?:no\.?|number|invoice|order|contract|document)\W{0,3}[a-z-]*\d{3,}",
    "order": "合同|订单|单据|发票|送货单|contract|order|invoice|delivery note",
    "own": "资金|周转|压力|发薪|采购款|cash flow|our own|suppliers",
    "help": "配合|协助|补送|提供|随时告知|商量|help|assist|send (?:you|it)|let us know",
    "deadline": r"\d+\s*月\s*\d+\s*日|\d{4}-\d{2}-\d{2}|\d+\s*(?:日|天|个工作日)内"
    r"|前(?:付|支付|安排|回)|\b(?:by|before|within)\b",
    "liability": "违约|责任|权利|liab|breach|rights?",
    "consequence": "暂停|暂缓|停止|解除|违约|责任|依(?:合同|法)"
    "|hold|held|suspend|liab|action|proceed",
    "moment": r"[上下]午|\d+\s*[点时]|\d{1,2}:\d{2}|o'clock|[ap]\.?m\b",
    "copied": r"抄送|抄报|\bcc\b|\bcopy:|cop(?:y|ied) to",
    "enclosed": "附件|随附|顺附|附：|附有|enclos|attach",
}
_FACTS = ("amount", "day", "number")  # facts and figures, not feelings (R001-08)
_NEEDED = {
    "L1": (*_FACTS, "order", "own", "help"),
    "L2": (*_FACTS, "deadline", "liability"),
    "L3": (*_FACTS, "consequence", "deadline", "moment", "copied", "enclosed"),
}
LEVELS = tuple(_NEEDED)


def missing(said: str, level: str) -> Iterator[str]:
    """The parts that a level needs and the text does not have; names of `lint.part_…`."""
    for part in _NEEDED.get(level, ()):
        if not re.search(_SAYS[part], said, re.IGNORECASE):
            yield part
