"""One spelling for what people type in many."""

from __future__ import annotations

import datetime as dt
import unicodedata
from functools import lru_cache

from arcollect.numerals import simplified
from arcollect.patterns import Pattern

_CURRENCY = "人民币|rmb|cny|usd|美元|港币|港元|hkd|欧元|eur|日元|jpy|英镑|gbp"
_UNIT = rf"(?:单位:?)?(?:{_CURRENCY})?(?:百万|千万|亿|万|千)?(?:元|{_CURRENCY})?"
_UNIT_BRACKET = Pattern(rf"[(\[【{{]{_UNIT}[)\]】}}]")
_UNIT_TAIL = Pattern(r"(?<=[额款价])(?:/|-|,|单位)?(?:百万元|亿元|万元|千元|元)$")
_COPY = Pattern(r"(?<=\D)\.\d{1,2}$")
_PIVOT = Pattern(r"^(?:求和项|汇总项)[:：]?|^sumof(?=\D)")
_DAY_BRACKET = Pattern(
    r"[(\[【](?:年[-/.]?月[-/.]?日|y{2,4}[-/.]?m{1,3}[-/.]?d{1,2}|(?:d{1,2}|m{1,3})[-/.](?:m{1,3}|d{1,2})"
    r"[-/.]y{2,4})[)\]】]"
)
_NOISE = Pattern(r"[\s*:;.,_\-/\\'\"`()\[\]【】{}|、。“”‘’·]+")


@lru_cache(maxsize=8192)
def normal(header: str) -> str:
    """The spelling that a header is looked up by; "" for a blank one.

    Full width, case, spaces, line breaks, marks such as `*` and `：`, traditional
    characters and 帐/账 make no difference; nor does a unit in brackets (元, 万元),
    which `money.unit_factor` reads from the header itself. What stands in other
    brackets stays, because 金额(本位币) is not 金额(原币). A copy's number (`USD.1`),
    how a date is to be written (年月日) and what a pivot table adds up (求和项:) are dropped.
    """
    plain = simplified(unicodedata.normalize("NFKC", header).lower())
    if not plain.isprintable():
        plain = "".join(c for c in plain if unicodedata.category(c) != "Cf")
    if plain.isalnum() and not plain.endswith("元"):
        return plain  # nothing to strip: the usual spelling
    plain = _PIVOT.sub("", _COPY.sub("", "".join(plain.split())))
    bare = _UNIT_TAIL.sub("", _UNIT_BRACKET.sub("", _DAY_BRACKET.sub("", plain)))
    return _NOISE.sub("", bare)


def as_text(cell: object) -> str:
    """A header cell as text: dates as ISO, whole numbers without a fraction."""
    if cell is None:
        return ""
    if isinstance(cell, dt.date):
        return cell.isoformat()[:10]
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def language_of(headers: list[str]) -> str:
    """The language that most headers are written in: "zh" or "en"; a tie is "zh".

    A single English header does not turn a Chinese export English (ERPNext leaves
    "Due Date" as it is in Chinese).
    """
    chinese = sum(_is_chinese(h) for h in headers)
    latin = sum(not _is_chinese(h) and any(c.isalpha() for c in h) for h in headers)
    return "en" if latin > chinese else "zh"


def _is_chinese(text: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in text)
