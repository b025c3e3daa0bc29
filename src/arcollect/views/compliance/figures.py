"""Figures in a text: formulas that do not add up, amounts that are not true (W-09, W-14)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from arcollect.money import half_up
from arcollect.views.compliance.finding import Known

_NUMBER = r"\d[\d,，]*(?:\.\d+)?"
_RATE = r"(?:\d+(?:\.\d+)?\s*[%％‰]|[万千]分之(?:[一二三四五六七八九十]|\d+(?:\.\d+)?))"
_PLAIN_TERM = (
    rf"{_NUMBER}\s*万?\s*元?\s*[×xX*]\s*{_RATE}\s*(?:/\s*[天日])?"
    r"\s*(?:÷\s*(?:360|365))?\s*[×xX*]\s*\d+\s*(?:天|日|days?)?"
)
_TERM = re.compile(
    rf"(?P<base>{_NUMBER})\s*(?P<unit>万)?\s*元?\s*[×xX*]\s*(?P<rate>{_RATE})\s*(?:/\s*[天日])?"
    r"\s*(?:÷\s*(?P<basis>360|365))?\s*[×xX*]\s*(?P<days>\d+)"
)
_FORMULA = re.compile(
    rf"{_PLAIN_TERM}(?:\s*[+＋]\s*{_PLAIN_TERM})*(?:\s*[-－]\s*(?P<less>{_NUMBER}))?"
    rf"\s*[=\uff1d≈]\s*(?:人民币|￥|CNY|RMB)?\s*(?P<result>{_NUMBER})"
)
_AMOUNT = re.compile(
    rf"(?P<money>{_NUMBER})\s*(?P<unit>万)?元|(?:￥|CNY|RMB|USD|EUR|HKD)\s*(?P<coded>{_NUMBER})"
    r"|(?<![\d.,])(?P<cents>\d[\d,]*\.\d{2})(?![\d%％‰])"
)
_DAYS = re.compile(
    r"(?:逾期|拖欠|超期)(?:已|达|了|已达)?\s*(?P<zh>\d+)\s*[天日]"
    r"|(?P<en>\d+) days? (?:past due|overdue|late)",
    re.IGNORECASE,
)
_DAILY = re.compile(
    rf"(?:每[日天]|按[日天]|日利率|日息)[^，。；,;]{{0,8}}?(?P<before>{_RATE})"
    rf"|(?P<after>{_RATE})\s*(?:/\s*[天日]|per day|a day|daily)",
    re.IGNORECASE,
)
_DIGITS = {c: n for n, c in enumerate("一二三四五六七八九十", 1)}
_DAYS_A_YEAR = 365
_EXCESSIVE = Fraction(130, 100)


def wrong_formulas(said: str) -> Iterator[str]:
    """Every fee formula whose result is not what it works out to (X-01: never 2,940)."""
    for found in _FORMULA.finditer(said):
        less = _exact(found["less"] or "0")
        shown = found["result"].replace("，", "").replace(",", "")
        digits = len(shown.partition(".")[2])
        exact = (sum(map(_worth, _TERM.finditer(found.group()))) - less) * 10**digits
        if half_up(exact) != Fraction(shown) * 10**digits:
            yield found.group()


def untrue_figures(said: str, known: Known) -> Iterator[str]:
    """Amounts and days past due that are not the customer's; nothing without a ledger."""
    if known.amounts is not None:
        bare = _FORMULA.sub("", said)
        for found in _AMOUNT.finditer(bare):
            raw = found["money"] or found["coded"] or found["cents"]
            value = _exact(raw) * (10_000 if found["unit"] else 1)
            if plain(value) not in known.amounts:
                yield found.group().strip()
    if known.days is not None:
        for found in _DAYS.finditer(said):
            if int(found["zh"] or found["en"]) not in known.days:
                yield found.group()


def high_rates(said: str, known: Known) -> Iterator[str]:
    """Daily rates above what was agreed, or above 130 % of the LPR (W-14)."""
    for found in _DAILY.finditer(said):
        rate = _rate(found["before"] or found["after"])
        is_agreed = not known.rates or rate <= max(known.rates)
        limit = known.lpr * _EXCESSIVE / _DAYS_A_YEAR if known.lpr is not None else None
        if not is_agreed or (limit is not None and rate > limit):
            yield found.group().strip()


def plain(value: Fraction | Decimal) -> str:
    """An amount as `Known.amounts` spells it: 8820, 8820.5."""
    exact = Fraction(value)
    shown = Decimal(exact.numerator) / Decimal(exact.denominator)
    return f"{shown.normalize():f}"


def _worth(term: re.Match[str]) -> Fraction:
    base = _exact(term["base"]) * (10_000 if term["unit"] else 1)
    return base * _rate(term["rate"]) / int(term["basis"] or 1) * int(term["days"])


def _exact(raw: str) -> Fraction:
    return Fraction(raw.replace(",", "").replace("，", ""))


def _rate(raw: str) -> Fraction:
    """0.05 %, 万分之五, 0.5‰ as a share."""
    said = raw.strip()
    if said[0] in "万千":
        number = said.partition("之")[2]
        parts = 10_000 if said[0] == "万" else 1_000
        return Fraction(_DIGITS.get(number) or Fraction(number)) / parts
    return Fraction(said[:-1].strip()) / (1_000 if said[-1] == "‰" else 100)
