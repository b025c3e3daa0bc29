"""Headers that are a stretch of time: months, years and ageing buckets."""

from __future__ import annotations

import unicodedata

from arcollect.ledger.headers.normalise import normal
from arcollect.patterns import Pattern

_YEAR_MONTH = Pattern(
    r"(?P<y>(?:19|20)\d{2})(?:[-/.年]|年度)(?P<m>0?[1-9]|1[0-2])(?:月份?)?(?:[-/.]0?1)?"
)
_COMPACT = Pattern(r"(?P<y>20\d{2})(?P<m>0[1-9]|1[0-2])")
_MONTH = Pattern(r"(?P<m>0?[1-9]|1[0-2])月(?:份)?")
_YEAR = Pattern(
    r"(?P<y>(?:19|20)\d{2})(?:年|年度)?(?:销售额|销售收入|收入|营业收入|sales|revenue)?(?:\.0)?"
)
_SALES = Pattern(r"(?:销售额|销售收入|营业收入|收入|sales|revenue)$")
_NAMES = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_LONG = r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?"
_ENGLISH = Pattern(rf"(?P<n>{'|'.join(_NAMES)}){_LONG}\.?[-/' ]*(?P<y>\d{{4}}|\d{{2}})?")
_ZH_MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")

_UNIT = r"(?:天|日|个?月|年|d|days?|months?|mths?|years?|yrs?)"
_BUCKET = Pattern(
    rf"(?:账龄|逾期)?(?:\d+{_UNIT}?[-~_至到–—]+(?:\d+|above|以上){_UNIT}?(?:以内|内)?"
    rf"|[<>≤≥=]+\d+{_UNIT}?|\d+{_UNIT}?(?:以上|以内|以下|内|\+|andabove|andover|plus|ormore){_UNIT}?"
    rf"|\d+\+{_UNIT}?|\d{{1,3}}{_UNIT}|(?:over|above|under)\d+{_UNIT}?)"
)

_LATE = Pattern(r"(?:pastdue|overdue|late)$")
_NOT_YET = frozenset(("current", "notdue", "notyetdue", "older", "未到期", "没有到期"))


def period_of(header: str) -> str | None:
    """The field of a column of sales in one month or year, e.g. "period:2026-01".

    A month without a year is "period:01", a whole year "period:2026"; a date cell
    on the first of a month counts as its month. None for any other header.
    """
    plain = "".join(unicodedata.normalize("NFKC", header).lower().split())
    bare = _SALES.sub("", plain) or plain
    for pattern in (_YEAR_MONTH, _COMPACT):
        if found := pattern.fullmatch(bare):
            return f"period:{found['y']}-{int(found['m']):02}"
    if found := _MONTH.fullmatch(bare):
        return f"period:{int(found['m']):02}"
    if bare.rstrip("份").removesuffix("月") in _ZH_MONTHS and "月" in bare:
        return f"period:{_ZH_MONTHS.index(bare.rstrip('份').removesuffix('月')) + 1:02}"
    if found := _YEAR.fullmatch(bare):
        return f"period:{found['y']}"
    return _english_month(bare)


def _english_month(text: str) -> str | None:
    found = _ENGLISH.fullmatch(text)
    if not found:
        return None
    month = _NAMES.index(found["n"]) + 1
    year = found["y"]
    if not year:
        return f"period:{month:02}"
    return f"period:{year if len(year) == 4 else '20' + year}-{month:02}"


def is_bucket(header: str) -> bool:
    """Whether a header is an ageing bucket (账龄段): 0-30, 31-60天, 1-2年, 120+ Days."""
    plain = "".join(unicodedata.normalize("NFKC", header).lower().split())
    return bool(_BUCKET.fullmatch(_LATE.sub("", plain)))


def is_age(text: str) -> bool:
    """Whether a row's heading is an age, no customer (QuickBooks: Current, 1 - 30)."""
    return normal(text) in _NOT_YET or is_bucket(text)
