"""One ledger per letter level, the same in both languages."""

from __future__ import annotations

import datetime as dt
from functools import cache

from tests.analysis.chase.stood import daily_fee, position

from arcollect.analysis.chase.dunning import Dunning, dun
from arcollect.policy import Policy
from arcollect.text import Lang
from arcollect.views.chase.letter import Letter, compose

AS_OF = dt.date(2026, 10, 31)
COMPANY = {
    "name": "宏远轴承有限公司",
    "name_en": "Hongyuan Bearings Co., Ltd.",
    "address": "浙江省杭州市滨江区示例大道100号",
    "address_en": "100 Example Avenue, Binjiang, Hangzhou, China",
    "phone": "0571-8800 0000",
    "email": "ar@example.com",
    "contact": "张敏",
    "signer": "张敏",
    "signer_title": "应收主管",
    "bank": "示例银行杭州滨江支行",
    "bank_account": "3300 0000 0000 0000 001",
}
WHY_US = "近期原材料价格上涨，我司资金周转较紧，恳请理解。"
CUSTOMERS = """
    customer            last_letter_level  last_letter_date
    甲机械制造有限公司  {}                 2026-09-30
"""
CONTACTS = """
    customer            contact  role        title     address
    甲机械制造有限公司  王建国   owner       总经理    浙江省宁波市示例路8号
    甲机械制造有限公司  李经理   purchasing  采购部    -
    甲机械制造有限公司  赵云     finance     财务主管  -
"""
HEADER = (
    "customer  document_no  invoice_no  order_no  contract_no  goods  issue_date"
    "  delivery_date  terms  due_date  amount  disputed\n"
)
CASES = {
    "L0": (2, -2, "-"),
    "L1-short": (2, 12, "-"),
    "L1": (1, 45, "-"),
    "L2": (3, 50, "L1"),
    "L3": (3, 98, "L2"),
    "L4": (8, 200, "L3"),
}
"""Level: how many documents, worst days past due, last letter sent."""


def items(count: int, days: int, customer: str = "甲机械制造有限公司") -> str:
    """Documents three days apart, the oldest `days` past due; part of the second disputed."""
    return HEADER + "".join(_item(n, days, customer) for n in range(count))


@cache
def dunning(level: str, **letters: object) -> Dunning:
    """The case of one level, with a fee of 0.05 % per day by clause 5."""
    count, days, last = CASES[level]
    where = position(items(count, days), "2026-10-31", CUSTOMERS.format(last), CONTACTS)
    return dun(where, daily_fee(where), policy(**letters))


def policy(**letters: object) -> Policy:
    """The own company of the examples, with its own-difficulty sentence."""
    rules = {"own_difficulty": WHY_US, **letters}
    return Policy.model_validate({"company": [COMPANY], "letters": rules})


def letter(level: str, lang: Lang) -> Letter:
    """The letter of one level."""
    (made,) = compose(dunning(level), policy(), lang)
    return made


def _item(n: int, days: int, customer: str) -> str:
    due = AS_OF - dt.timedelta(days=days - 3 * n)
    sent = due - dt.timedelta(days=60)
    disputed = "20,000" if n == 1 else "0"
    return (
        f"{customer}  AR2026-{n + 1:04d}  26332000000000000{n:03d}  PO-77{n:02d}  HT20260503"
        f"  定制轴承  {sent}  {sent}  月结60天  {due}  125,000.00  {disputed}\n"
    )
