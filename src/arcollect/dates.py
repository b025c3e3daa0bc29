"""Dates as written, strictly: what could mean two days is refused."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from arcollect.errors import Message, message
from arcollect.numerals import DIGITS, simplified
from arcollect.patterns import Pattern

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Order = Literal["ymd", "dmy", "mdy"]

EARLIEST = dt.date(1990, 1, 1)
LATEST = dt.date(2079, 12, 31)
_SERIAL_ZERO = dt.date(1899, 12, 30)  # true from 1900-03-01 on, far below EARLIEST
_ORDERS: tuple[Order, ...] = ("ymd", "dmy", "mdy")

BLANK_MARKS = frozenset({
    "", "-", "--", "---", "—", "——", "–", "―", "/", "\\", "n/a", "na", "null", "none",
    "nat", "无", "暂无", "空", "无期限", "长期", "0000-00-00", "00000000", "00/00/0000",
    "00.00.0000", "0000-00-00 00:00:00", "1900-01-00", "1900/1/0",
})  # fmt: skip
"""What people and programs write for "no date" (lower case)."""

DAYS_TO_1904 = 1462
"""Added to a serial of the 1904 system (early Macs), it is one of the usual 1900 system."""

MONTHS = {
    name.lower(): number
    for table in (calendar.month_abbr, calendar.month_name)
    for number, name in enumerate(table)
    if name
} | {"sept": 9}
_MONTH = f"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})"

_TIME = Pattern(
    r"(?:T|\s+|(?<=日))(?:[上下]午\s*)?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[AP]M)?(?:Z|\s*[+-]\d{2}:?\d{2})?$",
    re.IGNORECASE,
)
_DESTROYED = Pattern(r"\d{1,3}:\d{2}(?::\d{2})?(?:\.\d+)?|#+")
_PREFIX = Pattern(
    r"^(?:数据)?(?:截至|截止到|截止|至)(?:日期|日)?[:\s]*|^as\s+(?:at|of)\s+",
    re.IGNORECASE,
)
_WEEKDAY = Pattern(
    r"[(\s]*(?:星期|周|礼拜)[一二三四五六日天][)\s]*"
    r"|^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+",
    re.IGNORECASE,
)
_NUMERAL = Pattern(f"[{''.join(DIGITS)}十拾]+")
_FORMS = tuple(
    Pattern(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})(?P<gap>[-/.])(?P<month>\d{1,2})(?P=gap)(?P<day>\d{1,2})",
        r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]?",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?:中华)?民国(?P<minguo>\d{1,3})年(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]?",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[-/.\s]*{_MONTH}\.?[-/.,\s]*(?P<year>\d{{4}})",
        rf"{_MONTH}\.?[-/.\s]*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[-/.,\s]+(?P<year>\d{{4}})",
        rf"(?P<year>\d{{4}})[-/.\s]*{_MONTH}\.?[-/.\s]*(?P<day>\d{{1,2}})",
    )
)
_ORDERED = Pattern(
    rf"(?P<a>\d{{1,2}})(?P<gap>[-/.\s])(?:(?P<b>\d{{1,2}})|{_MONTH})(?P=gap)(?P<c>\d{{4}}|\d{{1,2}})",
    re.IGNORECASE,
)
_NO_DAY = Pattern(
    rf"\d{{4}}(?:[-/.]\d{{1,2}}|年\d{{1,2}}月?|(?:0[1-9]|1[0-2]))|{_MONTH}[\s-]*\d{{4}}",
    re.IGNORECASE,
)
_NO_YEAR = Pattern(
    r"(?P<a>\d{1,2})[-/.](?P<b>\d{1,2})|(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]?"
    rf"|(?P<day>\d{{1,2}})[-\s]{_MONTH}",
    re.IGNORECASE,
)
_HALF_A_YEAR = 183  # days
_SERIAL = Pattern(r"(\d{5})(?:\.\d+)?")

_HAN = f"[{''.join(DIGITS)}十]"
_ORDINAL = "(?:st|nd|rd|th)?"
_MONTH_NAME = _MONTH.replace("?P<month>", "?:")
_CANDIDATE = Pattern(
    r"(?<!\d)(?:\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?"
    rf"|{_HAN}{{4}}年{_HAN}{{1,2}}月(?:{_HAN}{{1,3}}日)?"
    r"|\d{4}(?P<gap>[-/.])\d{1,2}(?:(?P=gap)\d{1,2})?"
    r"|\d{8}|(?:19|20)\d{2}(?:0[1-9]|1[0-2])|\d{1,2}(?P<dot>[-/.])\d{1,2}(?P=dot)\d{4}"
    rf"|\d{{1,2}}{_ORDINAL}[-\s]{_MONTH_NAME}[-,\s]+\d{{4}}"
    rf"|{_MONTH_NAME}\.?\s+\d{{1,2}}{_ORDINAL},?\s+\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_CUT_OFF = Pattern(
    r"截止|截至|基准日|余额日期|统计日期|查询日期|报表日期|账龄日期|分析日期|计算日期|期间|起止"
    r"|日期范围|所属期|\bas\s*(?:at|of)\b|\bcut-?\s?off\b|\bperiod\b|\b(?:balance|aging) date\b",
    re.IGNORECASE,
)
_OTHER_DATE = Pattern(
    r"打印|制表|编制|导出|生成|下载|合同|单号|编号|发票|print|export|generat|creat|run date",
    re.IGNORECASE,
)
_TO = Pattern(r"\s*(?:-|~|–|—|至|到|\bto\b)+\s*", re.IGNORECASE)
_SHORT_RANGE = Pattern(rf"(\d{{4}}年)\d{{1,2}}(?:月\d{{1,2}}日|月)?{_TO.pattern}(\d{{1,2}}月)")
_FISCAL_PERIOD = Pattern(r"(\d{4})(?:年第?|第)(\d{1,2})期")
_LAST_PERIOD = Pattern(r"(?<=[-~–—至到])第?(\d{1,2})期")
_REACH = 12  # characters that may stand between a cut-off word and its date


def parse_date(raw: str, order: Order | None = None) -> dt.date | Message | None:
    """Read a date cell, or say why it cannot be read; None for a blank mark (T-23).

    Read: 2026-11-21, 2026/1/5, 2026.1.5, 20260105, 2026年1月5日, 二〇二六年一月五日,
    12-Aug-2026, Jan 28 2021, 民国114年1月5日, an Excel serial as text; a time part is
    cut off. Day and month in figures, and years of two digits (00-79 are 2000-2079),
    need the column's `order` (see `date_order`). Refused: a month without its day,
    a day without its year, days outside 1990-2079, "00:00.0".
    """
    text = _tidy(raw)
    if text.lower() in BLANK_MARKS:
        return None
    if _DESTROYED.fullmatch(text):
        return message("dates.destroyed", raw=raw.strip())
    text = _TIME.sub("", text)
    if serial := _SERIAL.fullmatch(text):
        day = serial_to_date(int(serial[1]))
        return day or message("dates.outside", raw=raw.strip())
    if found := next((f for form in _FORMS if (f := form.fullmatch(text))), None):
        return _judge(_calendar_day(*_parts(found)), raw)
    if found := _ORDERED.fullmatch(text):
        return _ordered(found, order, raw)
    return _refusal(text, raw)


def next_without_year(raw: str, since: dt.date) -> dt.date | None:
    """The first such day on or after `since`, of a date without its year (11月30日, 30-Nov).

    None where that is more than half a year away (it rather lies before), or where day
    and month could change places (5/6).
    """
    found = _NO_YEAR.fullmatch(_TIME.sub("", _tidy(raw)))
    meant = _months_and_days(found) if found else frozenset()
    if len(meant) != 1:
        return None
    [(month, day)] = meant
    days = (_calendar_day(year, month, day) for year in (since.year, since.year + 1))
    later = next((each for each in days if each and each >= since), None)
    return later if later and (later - since).days <= _HALF_A_YEAR else None


def _months_and_days(found: re.Match[str]) -> frozenset[tuple[int, int]]:
    """Each (month, day) that a date without its year may mean."""
    parts = found.groupdict()
    if parts["a"]:
        a, b = int(parts["a"]), int(parts["b"])
        return frozenset(pair for pair in ((a, b), (b, a)) if pair[0] <= 12)
    month, day = parts["m"] or parts["month"], parts["d"] or parts["day"]
    return frozenset({(_month_number(month), int(day))})


def date_order(raws: Iterable[str]) -> Order | Message | None:
    """The order of day, month and year that a whole column proves, once for all.

    A value above 12 proves it; every other value must be a real day in that order.
    None where nothing proves it (or nothing needs it); a refusal naming two cells
    where they prove different orders. 12-Aug-26 is read as Excel writes it (dmy).
    """
    possible: tuple[Order, ...] = ()
    proof = ""
    for raw, found in _in_need_of_order(raws):
        orders = _possible_orders(found)
        if not orders or (possible and set(possible) <= set(orders)):
            continue
        narrowed = tuple(o for o in orders if o in (possible or _ORDERS))
        if not narrowed:
            return message("dates.conflicting_orders", first=proof, second=raw.strip())
        possible, proof = narrowed, raw.strip()
    return possible[0] if len(possible) == 1 else None


def serial_to_date(number: float) -> dt.date | None:
    """The day of an Excel serial (1900 system), time cut off; None outside 1990-2079.

    Also a number that is a date written in figures, 20260105: no serial in the
    window looks like one. Serial 60, Excel's 1900-02-29, lies outside like all
    of 1900.
    """
    if not abs(number) < 10**8:  # also NaN
        return None
    whole = int(number // 1)
    if whole >= 19_900_101:
        day = _calendar_day(whole // 10_000, whole // 100 % 100, whole % 100)
    else:
        day = _SERIAL_ZERO + dt.timedelta(whole) if 0 <= whole < 10**6 else None
    return day if day and EARLIEST <= day <= LATEST else None


def serials_to_days(serials: NDArray[np.float64]) -> NDArray[np.datetime64]:
    """`serial_to_date` for a column: datetime64[D], NaT where it gives None."""
    import numpy as np

    first = (EARLIEST - _SERIAL_ZERO).days
    last = (LATEST - _SERIAL_ZERO).days
    usable = (serials >= first) & (serials < last + 1)
    whole = np.floor(np.where(usable, serials, 0)).astype(np.int64)
    days = np.datetime64(_SERIAL_ZERO, "D") + whole.astype("timedelta64[D]")
    days[~usable] = np.datetime64("NaT")
    for i in np.flatnonzero((serials >= 19_900_101) & (serials < 20_800_101)):
        days[i] = np.datetime64(serial_to_date(float(serials[i])) or "NaT", "D")
    return days


def find_as_of(text: str) -> dt.date | None:
    """The cut-off date (截止日期) that a title row or a file name states, else None.

    After a cut-off word: the date, the end of a range, the end of a month given
    without its day. Without one only a lone date that is clear by itself and is
    not the day of printing or of a contract (U-04).
    """
    plain = simplified(unicodedata.normalize("NFKC", text)).replace("_", " ")
    plain = _LAST_PERIOD.sub(r"\1月", _FISCAL_PERIOD.sub(r"\1年\2月", plain))
    plain = _SHORT_RANGE.sub(r"\1\2", plain)
    found = list(_CANDIDATE.finditer(plain))
    ends = _range_ends(found, plain)
    for word in _CUT_OFF.finditer(plain):
        near = (m for m in found if 0 <= m.start() - word.end() <= _REACH)
        start = next(near, None)
        end = next((m for m in ends if start and m.start() >= start.start()), None)
        if end and (day := _end_of(end[0])):
            return day
    days = {d for m in ends if isinstance(d := parse_date(m[0]), dt.date)}
    return days.pop() if len(days) == 1 and not _OTHER_DATE.search(plain) else None


def month_end(day: dt.date) -> dt.date:
    """The last day of its month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day `months` later, or the month's last day where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def _range_ends(found: list[re.Match[str]], plain: str) -> list[re.Match[str]]:
    """The dates after which no "to" (至) leads to another one."""
    begins = {
        first.start()
        for first, second in pairwise(found)
        if _TO.fullmatch(plain, first.end(), second.start())
    }
    return [match for match in found if match.start() not in begins]


def _end_of(written: str) -> dt.date | None:
    day = parse_date(written)
    if isinstance(day, Message) and day.key == "dates.no_day":
        year, month = re.findall(r"\d{4}|\d{1,2}", _tidy(written))
        first = _judge(_calendar_day(int(year), int(month), 1), written)
        return month_end(first) if isinstance(first, dt.date) else None
    return day if isinstance(day, dt.date) else None


def _tidy(raw: str) -> str:
    text = (
        simplified(unicodedata.normalize("NFKC", raw)).replace("\u200b", "").replace("\ufeff", "")
    )
    text = _PREFIX.sub("", " ".join(text.split()))
    text = re.sub(r"\s*([-/.])\s*", r"\1", _WEEKDAY.sub(" ", text)).strip()
    if "年" in text or "月" in text:
        date, space, time = text.partition("日")
        text = re.sub(r"\s", "", date) + space + time
        text = _NUMERAL.sub(lambda found: _numeral(found[0]), text)
    return text


def _numeral(words: str) -> str:
    head, ten, tail = words.replace("拾", "十").partition("十")
    if not ten:
        return "".join(str(DIGITS[c]) for c in words)
    return str(10 * (DIGITS.get(head, 0) if head else 1) + (DIGITS.get(tail, 0)))


def _parts(found: re.Match[str]) -> tuple[int, int, int]:
    parts = found.groupdict()
    year = int(parts["minguo"]) + 1911 if parts.get("minguo") else int(parts["year"])
    return year, _month_number(parts["month"]), int(parts["day"])


def _month_number(word: str) -> int:
    return int(word) if word.isdigit() else MONTHS[word.lower()]


def _calendar_day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _judge(day: dt.date | None, raw: str) -> dt.date | Message:
    if day is None:
        return message("dates.impossible", raw=raw.strip())
    if not EARLIEST <= day <= LATEST:
        return message("dates.outside", raw=raw.strip())
    return day


def _in_order(found: re.Match[str], order: Order) -> dt.date | None:
    """The day in this order; None where the figures make none in the window."""
    a, c = int(found["a"]), int(found["c"])
    b = int(found["b"]) if found["b"] else _month_number(found["month"])
    if len(found["c"]) == 4:
        year, month, day = c, *((b, a) if order == "dmy" else (a, b))
    else:
        years = {"ymd": (a, b, c), "dmy": (c, b, a), "mdy": (c, a, b)}
        year, month, day = years[order]
        year += 2000 if year < 80 else 1900
    result = _calendar_day(year, month, day)
    return result if result and EARLIEST <= result <= LATEST else None


def _possible_orders(found: re.Match[str]) -> tuple[Order, ...]:
    """The orders that make a day of these figures; a year has two or four."""
    if len(found["c"]) == 4:
        orders = _ORDERS[1:]
    elif found["month"]:  # Excel's d-mmm-yy, unless the first figure is no day
        orders = ("dmy",) if _in_order(found, "dmy") else ("ymd",)
    else:
        widths = {"ymd": found["a"], "dmy": found["c"], "mdy": found["c"]}
        orders = tuple(order for order in _ORDERS if len(widths[order]) == 2)
    return tuple(order for order in orders if _in_order(found, order))


def _in_need_of_order(raws: Iterable[str]) -> Iterator[tuple[str, re.Match[str]]]:
    for raw in raws:
        found = _ORDERED.fullmatch(_TIME.sub("", _tidy(raw)))
        if found and not (found["month"] and len(found["c"]) == 4):
            yield raw, found


def _ordered(found: re.Match[str], order: Order | None, raw: str) -> dt.date | Message:
    possible = _possible_orders(found)
    days = {day for o in possible if (day := _in_order(found, o))}
    if not days:
        return message("dates.impossible", raw=raw.strip())
    if order in possible:
        return _judge(_in_order(found, order), raw)
    if order and (len(found["c"]) < 4 or order != "ymd"):
        return message("dates.against_order", raw=raw.strip(), order=order)
    if len(found["c"]) < 4:
        return message("dates.two_digit_year", raw=raw.strip())
    if len(days) > 1:
        return message("dates.no_order", raw=raw.strip())
    return days.pop()


def _refusal(text: str, raw: str) -> Message:
    if _NO_DAY.fullmatch(text):
        return message("dates.no_day", raw=raw.strip())
    if _NO_YEAR.fullmatch(text):
        return message("dates.no_year", raw=raw.strip())
    return message("dates.not_a_date", raw=raw.strip())
