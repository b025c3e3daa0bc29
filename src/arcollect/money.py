"""Exact money: read as written, kept in minor units, rounded half up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from arcollect.currencies import CURRENCY, currency_code, exponent
from arcollect.errors import Message, message
from arcollect.numerals import DIGIT, DIGITS, PLAIN, read_whole, simplified
from arcollect.patterns import Pattern

if TYPE_CHECKING:
    from fractions import Fraction

    import numpy as np
    from numpy.typing import NDArray

__all__ = (
    "BLANK_MARKS",
    "Amount",
    "currency_code",
    "exponent",
    "from_minor",
    "half_up",
    "minor_from_float",
    "parse_amount",
    "round_half_up_div",
    "show",
    "to_minor",
    "unit_factor",
)

_Marks = tuple[tuple[str, str], ...]

_SYMBOLS = {"CNY": "￥", "USD": "US$", "HKD": "HK$"}  # printable on GBK consoles

BLANK_MARKS = frozenset({
    "", "-", "--", "---", "—", "——", "–", "―", "/", "\\",
    "n/a", "na", "null", "none", "无", "暂无", "空",
})  # fmt: skip
"""What people type for "nothing here" (lower case): blank, never zero."""

_UNITS = {
    "百": 10**2, "千": 10**3, "万": 10**4, "萬": 10**4, "十万": 10**5, "百万": 10**6,
    "千万": 10**7, "亿": 10**8, "億": 10**8, "万亿": 10**12,
}  # fmt: skip
_SIGNS = {"minus": -1, "plus": 1, "open": -1, "debit": 1, "credit": -1}
_MAX_MINOR = 9 * 10**18  # fits int64
_LIMIT = Decimal(_MAX_MINOR // 10**3)  # in major units of any currency
_NOISE = Decimal("0.0001")  # of a minor unit: below this it is float noise, not money


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


_MARK = (
    rf"(?P<minus>[-负])|(?P<plus>\+)|(?P<open>\()|(?P<close>\))"
    rf"|(?P<debit>借方?|debit|dr\.?)|(?P<credit>[贷貸]方?|credit|cr\.?)"
    rf"|(?P<currency>{CURRENCY})|[\s:]"
)
_MARKS = Pattern(_MARK, re.IGNORECASE)
_ONLY_MARKS = Pattern(f"(?:{_MARK})*".replace("?P<", "?P<_"), re.IGNORECASE)
_SHAPE = Pattern(
    r"(?P<lead>\D*?)(?P<body>(?:(?<![A-Za-z.])\.)?[0-9](?:[0-9.,' ]*[0-9.])?"
    rf"(?:\s*(?:{_either(_UNITS)}))?)(?P<tail>\D*)"
)
_CURRENCY_IN_BRACKETS = Pattern(rf"\(\s*({CURRENCY})\s*\)", re.IGNORECASE)
_SIDE_IN_BRACKETS = Pattern(r"\(\s*(借方?|debit|dr\.?|贷方?|credit|cr\.?)\s*\)", re.IGNORECASE)
_EXACTLY = Pattern(r"(?<=[元圆])[整正]$")
_WITHOUT_CURRENCY = Pattern(rf"(?:{CURRENCY})\s*(?=-+$)", re.IGNORECASE)
_SIMPLE = Pattern(r"-?(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]{1,2})?")
_NUMBER = Pattern(
    r"(?P<whole>[0-9]+|[1-9][0-9]{0,2}(?P<gap>[,' ])[0-9]{3}(?:(?P=gap)[0-9]{3})*"
    r"|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3})?(?P<cents>\.[0-9]+)?\.?"
    rf"\s*(?P<unit>{_either(_UNITS)})?"
)
_POINT_OR_THOUSANDS = Pattern(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_REFUSALS = (
    (Pattern(r"%|％|‰"), "money.percent"),
    (
        Pattern(r"约|大概|大约|近|左右|余|多|~|≈|about|approx", re.IGNORECASE),
        "money.about",
    ),
    (Pattern(r"[0-9](?:\.[0-9]*)?[eE][+-]?[0-9]+"), "money.exponent"),
    (Pattern(r"[0-9]+(?:\.[0-9]{3})*,[0-9]{1,2}(?![0-9,])"), "money.decimal_comma"),
    (
        Pattern(r"#(?:REF|N/A|VALUE|DIV/0|NAME|NUM|NULL)", re.IGNORECASE),
        "money.error_cell",
    ),
)

_SPELLED = Pattern(
    rf"(?P<currency>{CURRENCY})?[:\s]*(?P<minus>[负-])?"
    r"(?:(?P<yuan>[^\d元角分整\s]+)(?P<unit>元)?)?"
    rf"(?:零?(?P<jiao>{DIGIT}|零)角)?(?:零?(?P<fen>{DIGIT})分)?整?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """What a money cell says: a value in major units, or None for blank.

    currency is the ISO code the cell itself names, "" where it names none.
    """

    value: Decimal | None
    currency: str = ""


def parse_amount(raw: str, *, three_decimals: bool = False) -> Amount | Message:
    """Read a money cell exactly, or say why it cannot be read (T-22).

    Read: thousands (also Indian) groups, brackets and a minus on either side,
    currency signs and words, full-width digits, 万/亿, Dr/Cr and 借/贷 (credit is
    negative), 大写. Blank marks give a value of None, never zero. Refused, never
    guessed: 1.234,50; 12,34; 1e5; 12.5%; 约12万; free text; and 1.234, which is
    1,234 in half of Europe, unless `three_decimals` says that the column or its
    currency has three (金额(万元), KWD).
    """
    text = _tidy(raw)
    if _SIMPLE.fullmatch(text):
        return _bounded(Decimal(text.replace(",", "")), "", raw)
    if _WITHOUT_CURRENCY.sub("", text).lower() in BLANK_MARKS:
        return Amount(None)
    if re.search("[0-9]", text):
        return _marked(text, raw, three_decimals=three_decimals)
    return _spelled(text, raw) or _refusal(text, raw)


def unit_factor(header: str) -> int:
    """How many units one of a column stands for: 金额(万元) is 10,000, (元) is 1."""
    tidy = unicodedata.normalize("NFKC", header)
    if found := re.search(
        r"(百万|千万|亿|億|万|萬|千)(?:元|圆|美元|港元|港币|欧元|日元|人民币)"
        r"|[(\[/:单位]\s*(百万|千万|亿|億|万|萬|千)\s*(?:$|[)\]])",
        tidy,
    ):
        return _UNITS[found[1] or found[2]]
    if re.search(r"(?<![0-9])['’‘]000\b|\bthousands?\b", tidy, re.IGNORECASE):
        return 1_000
    return 1_000_000 if re.search(r"\bmillions?\b", tidy, re.IGNORECASE) else 1


def to_minor(value: Decimal, currency: str) -> tuple[int, bool]:
    """Minor units, rounded half up, and whether real sub-minor digits were lost.

    Up to 0.0001 of a minor unit (0.000001 yuan) is float noise and not mentioned;
    anything larger (2.675 yuan) is money that the currency cannot hold (T-24).
    """
    places = exponent(currency)
    minor = _half_up(value, places)
    return minor, abs(value.scaleb(places) - minor) > _NOISE


def minor_from_float(
    numbers: NDArray[np.float64], places: int
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Minor units of float cells, exactly as `Decimal(repr(x))` rounded half up.

    `places` are the currency's decimals, and 4 more for a column in 万元.
    The second array marks what cannot be taken at its word: real sub-minor
    digits, and NaN, infinity or more than int64 holds (their minor units are 0).
    """
    import numpy as np

    usable = np.isfinite(numbers) & (np.abs(numbers) < _MAX_MINOR / 10**places)
    scaled = np.where(usable, numbers, 0.0) * 10.0**places
    size = np.abs(scaled)
    noise = 4 * np.spacing(size)
    minor = (np.sign(scaled) * np.floor(size + 0.5)).astype(np.int64)
    near_half = np.abs(size - np.floor(size) - 0.5) <= noise
    for i in np.flatnonzero(usable & (near_half | (noise >= 0.25))):
        minor[i] = _half_up(Decimal(repr(float(numbers[i]))), places)
    stray = np.abs(scaled - minor) > np.maximum(float(_NOISE), noise)
    return minor, ~usable | stray


def from_minor(minor: int, currency: str) -> Decimal:
    """Major units with the currency's decimals: 12345 CNY is 123.45, JPY 12345."""
    return Decimal(minor).scaleb(-exponent(currency))


def round_half_up_div(numerator: int, denominator: int) -> int:
    """The quotient to the nearest integer, exactly; halves go away from zero."""
    negative = (numerator < 0) != (denominator < 0)
    above, below = abs(numerator), abs(denominator)
    size = (2 * above + below) // (2 * below)
    return -size if negative else size


def half_up(exact: Fraction | int) -> int:
    """An exact amount in whole minor units; halves go away from zero."""
    return round_half_up_div(exact.numerator, exact.denominator)


def show(minor: int, currency: str, *, symbol: bool = False) -> str:
    """An amount as people write it: 1,234.50; with `symbol` ￥1,234.50, EUR 1.00."""
    mark = _SYMBOLS.get(currency, f"{currency} " if currency else "") if symbol else ""
    return f"{'-' if minor < 0 else ''}{mark}{abs(from_minor(minor, currency)):,f}"


def _half_up(value: Decimal, places: int) -> int:
    return int(value.scaleb(places).quantize(Decimal(1), ROUND_HALF_UP))


def _tidy(raw: str) -> str:
    if raw.isascii():
        return " ".join(raw.split())
    if any(unicodedata.category(sign) == "No" for sign in raw):
        return raw  # 1² would become 12
    text = simplified(unicodedata.normalize("NFKC", raw))
    text = text.replace("\u2212", "-").replace("’", "'").replace("\u200b", "").replace("\ufeff", "")
    return " ".join(text.split())


def _bounded(value: Decimal, currency: str, raw: str) -> Amount | Message:
    if abs(value) >= _LIMIT:
        return message("money.too_large", raw=raw.strip())
    return Amount(value, currency)


def _marked(text: str, raw: str, *, three_decimals: bool) -> Amount | Message:
    plain = _SIDE_IN_BRACKETS.sub(r" \1", _CURRENCY_IN_BRACKETS.sub(r" \1", text))
    shape = _SHAPE.fullmatch(_EXACTLY.sub("", plain))
    value = _number(shape["body"]) if shape else None
    lead, tail = (_marks(shape["lead"]), _marks(shape["tail"])) if shape else (None, None)
    if shape is None or value is None or lead is None or tail is None:
        return _refusal(text, raw)
    if not _brackets_match(lead, tail):
        return _refusal(text, raw)
    signs = [kind for kind, _ in lead + tail if kind in _SIGNS]
    codes = _codes([word for kind, word in lead + tail if kind == "currency"])
    if len(signs) > 1:
        return message("money.two_signs", raw=raw.strip())
    if len(codes) > 1:
        return message("money.two_currencies", raw=raw.strip(), currencies=sorted(codes))
    currency = next(iter(codes), "")
    three = three_decimals or exponent(currency) == 3
    if _POINT_OR_THOUSANDS.fullmatch(shape["body"]) and not three:
        return message("money.point_or_thousands", raw=raw.strip())
    factor = _SIGNS[signs[0]] if signs else 1
    return _bounded(factor * value, currency, raw)


def _codes(words: list[str]) -> set[str]:
    """The currencies that a cell names; in 港币5元 the 元 is the dollar's own."""
    named = [w for w in words if w not in {"元", "圆"}]
    if len(named) == 1 and not named[0].isascii() and named[0].isalpha():
        words = named
    return {currency_code(word) or "" for word in words}


@lru_cache(maxsize=1024)
def _marks(text: str) -> _Marks | None:
    """Signs and currency words before or after a number, None for any other word."""
    if not _ONLY_MARKS.fullmatch(text):
        return None
    return tuple((m.lastgroup, m[0]) for m in _MARKS.finditer(text) if m.lastgroup)


def _brackets_match(lead: _Marks, tail: _Marks) -> bool:
    before, after = [kind for kind, _ in lead], [kind for kind, _ in tail]
    stray = "close" in before or "open" in after
    return not stray and before.count("open") == after.count("close")


def _number(body: str) -> Decimal | None:
    found = _NUMBER.fullmatch(body)
    if found is None or not (found["whole"] or found["cents"]):
        return None
    digits = re.sub(r"[,' ]", "", found["whole"] or "0") + (found["cents"] or "")
    return Decimal(digits) * _UNITS.get(found["unit"] or "", 1)


def _refusal(text: str, raw: str) -> Message:
    why = (key for pattern, key in _REFUSALS if pattern.search(text))
    return message(next(why, "money.not_a_number"), raw=raw.strip())


def _spelled(text: str, raw: str) -> Amount | Message | None:
    """An amount in Chinese numerals (大写), None where the text is none."""
    found = _SPELLED.fullmatch(text.replace(" ", "").translate(PLAIN))
    if found is None or not (found["yuan"] or found["jiao"] or found["fen"]):
        return None
    whole = read_whole(found["yuan"]) if found["yuan"] else 0
    bare = not (found["unit"] or found["jiao"] or found["fen"])
    if whole is None or (bare and len(found["yuan"]) < 2):  # 一 alone is a dash
        return None
    cents = 10 * DIGITS[found["jiao"] or "零"] + DIGITS[found["fen"] or "零"]
    value = whole + Decimal(cents).scaleb(-2)
    currency = currency_code(found["currency"]) if found["currency"] else None
    default = "CNY" if not bare else ""
    return _bounded(-value if found["minus"] else value, currency or default, raw)
