"""Rows that are no items: totals, subtotals, footers, opening balances."""

from __future__ import annotations

import re
import unicodedata

from arcollect.numerals import simplified
from arcollect.patterns import Pattern

LONGEST = 200
"""Longer cells are texts, not labels."""

_GAP = r"[\s:：\-—_=*.()\[\]【】]*"
_SUBTOTAL_WORD = (
    r"(?:小\s*计|本页小计|本页合计|本月合计|本期合计|本月小计|分组小计|本日合计|当日合计|本季合计"
    r"|sub\s*-?\s*total|result)"
)
_OWED = (
    r"(?:(?:应收|未收|待收|应付|未付|欠|逾期|到期|余|外欠|客户|单位|账|货|工程|款|金|额|数|之?和)+)"
)
_WHOLE = r"(?:以上|本表|全部|所有|各)?"
_OWED_EN = (
    r"(?:open|outstanding|overdue|unpaid|net|accounts?|a/?r|receivables?|balances?|amounts?|sums?"
    r"|due|owed|owing|customers?|debtors?|invoices?|items?)"
)
_TOTAL_WORD = (
    rf"(?:{_WHOLE}{_OWED}?(?:合\s*计|总\s*计|总合计|共\s*计|合计数){_OWED}?|{_WHOLE}{_OWED}总[额数和]"
    rf"|总{_OWED}|人民币合计|累\s*计|本年累计|本年合计|以上[共总]计|汇\s*总|总\s*额"
    r"|(?:全部|所有)客户"
    r"|[\u03a3\u2211]|sum|net\s*total|grand\s*total|report\s*total|overall\s*result|totals?"
    rf"|(?:grand\s+)?totals?(?:\s+(?:of|for|all|the|{_OWED_EN}))+|all\s+(?:customers|debtors))"
)
_OF_MONEY = (
    rf"(?:\(?(?:cny|usd|rmb|人民币|大写|小写|元|万元)\)?{_GAP})?"
    r"(?:[￥¥$]?-?\d[\d,]*(?:\.\d+)?)?\s*(?:元|笔|条|行)?"
)
_SUBTOTAL = Pattern(
    rf"{_GAP}{_SUBTOTAL_WORD}{_GAP}|.+[\s(\-—:*]+sub\s*-?\s*total{_GAP}|.*\S\s*小\s*计{_GAP}|total\s+for\s+.+"
    rf"|{_GAP}小\s*计[:(].+",
    re.IGNORECASE,
)
_GROUP_TOTAL = Pattern(
    r".+[(\-—:*\s]\s*(?:合计|总计|汇总)\s*\)?|.*[^\W\d_](?:合计|总计)|.+(?:\(|\s[-—:]\s*|:\s*)total\s*\)?",
    re.IGNORECASE,
)
_TOTAL = Pattern(rf"{_GAP}{_TOTAL_WORD}{_GAP}{_OF_MONEY}{_GAP}", re.IGNORECASE)
_BALANCE_DUE = Pattern(
    rf"{_GAP}(?:net\s+)?(?:(?:balance|amount)\s+(?:due|owing|outstanding)"
    rf"|(?:open|outstanding)\s+balance|(?:应收|未收|待收|尚欠|欠|应收账)款?(?:余额|金额))"
    rf"{_GAP}{_OF_MONEY}{_GAP}",
    re.IGNORECASE,
)
_TOTAL_OF = Pattern(r"total(?:\s+(?:for|of))?(?:\s*[\-–—:]\s*|\s+)(?P<name>.+)", re.IGNORECASE)
_TOTAL_AFTER = Pattern(r"\s*(.*\S)\s+total\s*", re.IGNORECASE)
_UNIT = Pattern(
    r"单位\s*:?\s*(?:人民币)?(?:百万|千万|万|千|亿)?元|in\s+(?:thousands|millions)", re.IGNORECASE
)
_DITTO_MARKS = ("同上", "同前", "〃", "″", '"', "”", "“", "''", "ditto", "do.")
_DITTO = Pattern(rf"\s*[(（]?(?:{'|'.join(map(re.escape, _DITTO_MARKS))})[)）]?\s*", re.IGNORECASE)
_FOOTER = Pattern(
    r"以上数据.*|共\s*\d[\d,]*\s*(?:笔|条|行|项|张|户|家).*|第\s*\d+\s*页.*|(?:制表|制单|审核|复核|打印|填表|编制)"
    r"(?:人|日期|时间|单位)?\s*[:：].*|(?:导出|生成|查询)时间\s*[:：]?.*|注\s*[:：].*|备注\s*[:：].+|仅供参考.*"
    r"|平均(?:值|数)?|占比|average|占(?:合计|总额|总数|全部)的?(?:比例|比重|百分比|%)"
    r"|(?:percentage|percent|pct|%)\s*of\s*(?:the\s*)?(?:grand\s*)?total"
    r"|其\s*中\s*[:：].*|[减加]\s*[:：].*|(?:应收账款)?(?:净额|净值|账面价值)|(?:计提)?坏账准备(?:余额)?"
    r"|(?:less|add|of which|thereof)\s*:.*|(?:of which|thereof)\s.*"
    r"|net (?:receivables?|carrying amount)"
    r"|(?:allowance|provision)\s+for\s+(?:doubtful|bad|credit|expected).*"
    r"|page\s+\d+(?:\s+of\s+\d+)?|(?:printed|exported|generated|prepared)\s+(?:by|on|at)\b.*"
    r"|\d[\d,]*\s+(?:rows?|records?|entries|invoices)(?:\s+(?:in\s+total|found))?|end\s+of\s+report.*",
    re.IGNORECASE | re.DOTALL,
)
_OPENING = Pattern(
    r"(?:\d{4}年)?(?:\d{1,2}月)?(?:上年|上期|上月|年初|期初|月初|初始)末?"
    rf"(?:结转|余额|数|结余|结存|金额)(?:余额|数)?{_GAP}"
    r"|期初|承前页|opening(?:\s+bal(?:ance|\.)?)?|balance\s+(?:b/?f(?:wd)?|forward)|b/?f"
    r"|(?:balance\s+)?brought\s+(?:forward|down)",
    re.IGNORECASE,
)
_CLOSING = Pattern(
    rf"{_GAP}(?:(?:结转|转)(?:下|次)(?:年|期|月|页)|(?:过|接)(?:下|次)页"
    r"|(?:期末|月末|年末)(?:余额|结余|结存|数)|本[年期月日](?:累计)?发生额(?:合计)?|closing(?:\s+bal(?:ance|\.)?)?|ending\s+balance|c/?f"
    rf"|balance\s+c/?(?:f(?:wd)?|d)|(?:balance\s+)?carried\s+(?:forward|down)){_GAP}",
    re.IGNORECASE,
)


def is_total(text: str) -> bool:
    """Whether a whole cell says that its row is a total (合计, 总计, Grand Total).

    Also with its money or count behind it (合计：1,234.00, 总计(人民币), 合计12笔). A
    customer called 合计科技有限公司 or Total Energies is none: only the whole cell counts.
    """
    plain = _plain(text)
    return bool(_TOTAL.fullmatch(plain)) and not _SUBTOTAL.fullmatch(plain)


def is_balance_due(text: str) -> bool:
    """Whether a whole cell says "Balance due" or 应收余额, as some lists are closed.

    A total where a customer's name would stand; elsewhere it may be a remark.
    """
    return bool(_BALANCE_DUE.fullmatch(_plain(text)))


def is_subtotal(text: str) -> bool:
    """Whether a whole cell says that its row is a subtotal (小计, 甲公司(小计)).

    SAP's Result is one; so is a name that ends in a total word, as Kingdee prints it
    ("甲公司-总计", "甲公司合计"), and QuickBooks's "Total for 1 - 30". "Total" before
    a name is a subtotal only for a name that heads a group: see `total_of`.
    """
    plain = _plain(text)
    if _SUBTOTAL.fullmatch(plain):
        return True
    return bool(_GROUP_TOTAL.fullmatch(plain)) and not _TOTAL.fullmatch(plain)


def total_of(text: str) -> str | None:
    """The name in "Total NAME" (Xero's party subtotals), None for other cells.

    Only the caller can tell "Total Jones Ltd" below the group of Jones Ltd from the
    customer TotalEnergies: the name must be that of the group above.
    """
    found = _TOTAL_OF.fullmatch(_plain(text))
    return found["name"].strip() if found else None


def is_footer(text: str) -> bool:
    """Whether a cell closes the sheet (仅供参考, 共12笔, 制表人：…, Page 1 of 3)."""
    return bool(_FOOTER.fullmatch(_plain(text)))


def is_opening(text: str) -> bool:
    """Whether a cell marks an opening balance (期初余额, 上年结转): no total."""
    return bool(_OPENING.fullmatch(_plain(text)))


def is_ditto(text: str) -> bool:
    """Whether a cell repeats the one above it (同上, 〃, ditto)."""
    return bool(_DITTO.fullmatch(text))


def may_hold_ditto(texts: str) -> bool:
    """A quick look at many texts in one: False is sure, True may be a false alarm."""
    lower = texts.lower()
    return any(mark in lower for mark in _DITTO_MARKS)


def total_after(text: str) -> str | None:
    """The name in "NAME Total", as Excel's own subtotals are called; else None.

    As with `total_of` only the caller can tell it from a customer's name.
    """
    found = _TOTAL_AFTER.fullmatch(text)
    return found[1] if found else None


def names_unit(text: str) -> bool:
    """Whether a cell says in which unit amounts are (金额单位：万元, in thousands)."""
    return bool(_UNIT.search(_plain(text)))


def is_closing(text: str) -> bool:
    """Whether a cell of a journal closes a period (结转下年, 过次页, 期末余额, c/f).

    Its money has been entered above, or comes back as the next opening balance.
    """
    return bool(_CLOSING.fullmatch(_plain(text)))


def _plain(text: str) -> str:
    """The cell in one width and on one line; "" where it is too long to be a label."""
    if len(text) > LONGEST:
        return ""
    return simplified(" ".join(unicodedata.normalize("NFKC", text).split()))
