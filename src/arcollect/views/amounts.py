"""Minor units to what a reader sees: exact decimals, 万元, shares."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from arcollect.analysis.figures import percent
from arcollect.money import exponent, from_minor, show
from arcollect.text import Lang, text


def decimals(minors: Iterable[int], currency: str) -> list[Decimal]:
    """Minor units of one currency as exact decimals in major units."""
    places = -exponent(currency)
    return [Decimal(int(minor)).scaleb(places) for minor in minors]


def headline(minor: int, currency: str, lang: Lang) -> str:
    """A headline amount: 万元 in Chinese, whole units with separators in English (U-16)."""
    if lang is Lang.ZH and currency == "CNY":
        wan = (from_minor(minor, currency) / 10_000).quantize(Decimal("0.01"), ROUND_HALF_UP)
        return text("common.wan", lang, amount=f"{wan:,}")
    return f"{currency} {show(minor, currency)}"


def places(value: Fraction, digits: int) -> Decimal:
    """An exact fraction rounded half up to `digits` decimal places."""
    scaled = abs(value) * 10**digits
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(-whole if value < 0 else whole).scaleb(-digits)


__all__ = ["decimals", "headline", "percent", "places"]
