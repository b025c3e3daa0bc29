"""What is known of customers and of the people there."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np

from arcollect.errors import Severity, message
from arcollect.ledger.cells.texts import Texts
from arcollect.ledger.forms.identity import unruined
from arcollect.ledger.forms.sheet.currency import places_of, row_currencies
from arcollect.ledger.forms.sheet.dating import Dates
from arcollect.ledger.forms.sheet.found import FoundSheet
from arcollect.ledger.forms.sheet.rows import CODE
from arcollect.ledger.forms.tables.build import TableSheet, open_body, table
from arcollect.ledger.forms.tables.credit import CREDIT_DATES, CREDIT_PLAIN, read_credit
from arcollect.ledger.options import ReadOptions
from arcollect.ledger.schema import RowClass
from arcollect.numerals import simplified
from arcollect.patterns import Pattern
from arcollect.policy import Policy

PLAIN = (
    "customer_code", "customer", "customer_type", "industry", "region", "salesperson",
    "department", "terms", "language", "channel", "address", "flags",
    "last_letter_level", "fee_clause", "contract_no", "remark", "merge_into",
    "collector", "contract_signer",
    *CREDIT_PLAIN,
)  # fmt: skip
MONEY = (
    "credit_limit_minor", "annual_purchases_minor", "open_orders_minor", "assets_minor",
    "approved_limit_minor",
)  # fmt: skip
NUMBERS = ("customer_tax_id", "bank_account")
FLAGS = ("is_bad_debt", "is_related_party")
WANTED = frozenset(
    {
        *PLAIN,
        *MONEY,
        *FLAGS,
        *NUMBERS,
        "company",
        "currency",
        "last_letter_date",
        *CREDIT_DATES,
        "fee_rate_per_day",
        "contact",
        "phone",
        "email",
        "title",
    }
)
CONTACT_PLAIN = ("customer", "contact", "role", "title", "phone", "email", "department", "address")
CONTACT_WANTED = frozenset([*CONTACT_PLAIN, "customer_code", "company"])


def _any(words: str) -> Pattern:
    return Pattern(words, re.IGNORECASE)


_TYPES = (
    (
        "sme",
        _any(r"中小|小微|小型|微型|中型|民营|个体|\bsme\b|small|medium|micro"),
    ),
    (
        "public",
        _any(r"机关|事业|政府|学校|医院|公立|public|government|authority"),
    ),
    ("large", _any(r"大型|上市|央企|国企|国有|集团|large|listed|enterprise")),
)
_DEBTS = (
    ("project", _any(r"工程|项目|施工|project|construction")),
    ("dealer", _any(r"经销|代理商|分销|渠道|批发|dealer|distributor|reseller|wholesale")),
    ("manufacturer", _any(r"厂商|厂家|制造|生产企业|生产商|\boem\b|manufactur|factory")),
)
_FLAGS = (
    ("dishonest-list", _any(r"失信|dishonest")),
    ("bankrupt", _any(r"破产|清算|注销|吊销|bankrupt|insolven|liquidat")),
    ("lost", _any(r"失联|联系不上|无法联系|跑路|\blost\b|unreachable")),
    ("refuses", _any(r"拒付|拒不|拒绝付款|refus")),
    ("wilful", _any(r"恶意|故意|wilful|willful")),
    (
        "cash-tight",
        _any(r"资金紧张|经营困难|现金流|周转困难|cash[- ]tight|cash flow"),
    ),
    ("no-assignment", _any(r"(?:禁止|不得|不可)转让|(?:no|not) assign")),
    ("transfer-risk", _any(r"转移资产|转移财产|transfer")),
    ("litigation", _any(r"诉讼|涉诉|被诉|仲裁|litigation|lawsuit")),
    (
        "profit-down",
        _any(r"利润(?:连续)?下滑|利润下降|利润连续两个?季度|profits? down|falling profit"),
    ),
    ("bank-overdue", _any(r"银行(?:账户|贷款)?.{0,4}逾期|bank overdue|overdue at banks?")),
    ("core-lost", _any(r"核心客户流失|lost core customer|core customer lost")),
    ("line-stopped", _any(r"停产|停工|production stopped|line stopped")),
    ("industry-policy", _any(r"行业政策|政策调整|industry policy|regulation change")),
    ("legal-rep-change", _any(r"(?:法人|法定代表人)(?:代表)?变更|legal rep\w* change")),
    ("equity-change", _any(r"股权(?:信息)?变更|股东变更|equity change|shareholder change")),
    ("tax-abnormal", _any(r"税务异常|纳税异常|tax abnormal|tax irregular")),
)
_ROLES = (
    ("purchasing", _any(r"采购|供应链|purchas|buyer|procure")),
    ("executive", _any(
        r"总经理|总裁|副总|总监|厂长|院长|校长|高管|主管领导|决策"
        r"|executive|director|chief|\bc[efo]o\b|president|\bvp\b|decision"
    )),
    ("finance", _any(r"财务|会计|出纳|financ|account|payable|treasur")),
    ("owner", _any(
        "老板|法人|法定代表|负责人|董事长|股东|实际控制|owner|legal rep|chair"
    )),
)  # fmt: skip
_LEVELS: Mapping[str, str] = {
    "提醒": "L0", "友好提醒": "L0", "首次催款": "L1", "催款函": "L1", "逾期通知": "L2",
    "二次催款": "L2", "正式催款": "L3", "最后通牒": "L3", "律师函": "L4",
}  # fmt: skip


def read_customers(found: FoundSheet, policy: Policy, options: ReadOptions) -> TableSheet:
    """The customers sheet (客户资料): one row per customer, words put in our terms."""
    body, rows = open_body(found, WANTED)
    known = ~body.text("customer").blank | ~body.text("customer_code").blank
    usual = rows.are(RowClass.ITEM) | rows.are(RowClass.GROUP)
    sheet = table(found, body, rows, usual & known, PLAIN)
    rows.classes[usual & known] = CODE[RowClass.ITEM]
    draft, at = sheet.draft, sheet.keep
    asked = draft.text("debt_type").each(debt_type)
    draft.texts["debt_type"] = asked.or_else(draft.text("customer_type").each(_known_debt))
    for field, change in (
        ("customer_type", customer_type),
        ("flags", flags),
        ("last_letter_level", letter_level),
        ("language", language),
    ):
        draft.texts[field] = draft.text(field).each(change)
    _amounts(sheet, policy)
    _letter_dates(sheet, options)
    read_credit(sheet, options)
    for field in NUMBERS:
        draft.texts[field] = unruined(body.text(field), body.ruined.get(field)).where(at)
    for field in FLAGS:
        draft.arrays[field] = body.flag(field, at)
    if body.has("fee_rate_per_day"):
        draft.arrays["fee_rate_per_day"] = body.rates("fee_rate_per_day", usual & known)[at]
    return sheet


def _letter_dates(sheet: TableSheet, options: ReadOptions) -> None:
    """When the last letter was sent; an unreadable date is told: the ladder needs it (U-20)."""
    field, body = "last_letter_date", sheet.body
    dates = Dates(body, (field,), options)
    read = dates.get(field)
    dates.tell_bad(field, read, np.isin(np.arange(body.rows), sheet.keep), "ledger.date_unreadable")
    sheet.draft.arrays[field] = read.days[sheet.keep]


def read_contacts(found: FoundSheet) -> TableSheet:
    """The people of a contacts sheet, or of the contact columns of a customers sheet.

    Where the role column says nothing that we know, the title decides.
    """
    body, rows = open_body(found, CONTACT_WANTED)
    known = ~body.text("customer").blank | ~body.text("customer_code").blank
    named = ~body.text("contact").blank | ~body.text("phone").blank | ~body.text("email").blank
    usual = rows.are(RowClass.ITEM) | rows.are(RowClass.GROUP)
    sheet = table(found, body, rows, usual & known & named, CONTACT_PLAIN)
    rows.classes[usual & known & named] = CODE[RowClass.ITEM]
    asked, title = (sheet.draft.text(field).each(role) for field in ("role", "title"))
    said = asked.each(lambda found: "" if found == "other" else found)
    sheet.draft.texts["role"] = said.or_else(title).or_else(asked)
    return sheet


def _amounts(sheet: TableSheet, policy: Policy) -> None:
    body, draft, at = sheet.body, sheet.draft, sheet.keep
    cells = {f: c for f in MONEY if (c := body.money(f)) is not None}
    currency: Texts = row_currencies(body, list(cells.values()), policy.default_currency)
    draft.texts["currency"] = currency.where(at)
    places = places_of(currency)
    for field, cell in cells.items():
        money = cell.minor(places)
        draft.arrays[field] = money.minor[at]
        here = np.zeros(body.rows, dtype=bool)
        here[at] = True
        for row in np.flatnonzero(money.bad & here):
            body.place.tell(
                Severity.WARNING,
                message("ledger.side_amount_unreadable", header=body.header(field),
                        why=cell.why(int(row)) or message("ledger.not_an_amount")),
                row=int(row), column=body.column(field), raw=body.quote(field, int(row)),
            )  # fmt: skip


def customer_type(word: str) -> str:
    """large, public, sme or other (大型企业, 机关/事业单位, 中小企业); "" for blank."""
    if not word:
        return ""
    return next((name for name, said in _TYPES if said.search(simplified(word))), "other")


def debt_type(word: str) -> str:
    """project, dealer or manufacturer (工程项目, 经销商, 厂家); other words as typed (R002-02)."""
    return _known_debt(word) or word.strip()


def _known_debt(word: str) -> str:
    return next((name for name, said in _DEBTS if said.search(simplified(word))), "")


def flags(words: str) -> str:
    """Risk words as our flags, joined by ";" (失联;涉诉 → lost;litigation)."""
    return ";".join(name for name, said in _FLAGS if said.search(simplified(words)))


def role(word: str) -> str:
    """purchasing, finance, owner, executive or other; "" for blank."""
    if not word:
        return ""
    return next((name for name, said in _ROLES if said.search(simplified(word))), "other")


def letter_level(word: str) -> str:
    """L0 … L4 of a typed-in letter level (2, L2, 二级, 律师函); "" when unknown.

    A figure counts alone only: 催款函2026年3月 names no level by its figures.
    """
    if found := re.search(r"(?<![0-9])[0-4](?![0-9年月日.-])", word):
        return f"L{found[0]}"
    if found := re.search(r"[一二三四]", word):
        return f"L{'一二三四'.index(found[0]) + 1}"
    plain = simplified(word)
    return next((level for name, level in _LEVELS.items() if name in plain), "")


def language(word: str) -> str:
    """The language code, zh or en; "" when unknown."""
    text = simplified(word.strip().casefold())
    if text.startswith(("en", "英")):
        return "en"
    return "zh" if text.startswith(("zh", "cn", "中", "汉", "chinese")) else ""
