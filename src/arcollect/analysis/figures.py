"""How a figure is written into a formula: exact, rounded half up for the eye."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from arcollect.money import round_half_up_div


def places(value: Fraction, digits: int = 2) -> str:
    """An exact number with so many decimals, thousands grouped: 1,234.50."""
    scaled = round_half_up_div(value.numerator * 10**digits, value.denominator)
    sign, whole = ("-" if scaled < 0 else ""), abs(scaled)
    shown = f"{sign}{whole // 10**digits:,}"
    return f"{shown}.{whole % 10**digits:0{digits}d}" if digits else shown


def percent(value: Fraction, digits: int = 2) -> str:
    """A share as a percentage: 15.42%."""
    return f"{places(value * 100, digits)}%"


@lru_cache(maxsize=256)  # a ledger has few rates, and says them for every document
def short_percent(value: Fraction) -> str:
    """A rate as people write it, without trailing zeros: 15%, 0.05%."""
    shown = places(value * 100, 6).rstrip("0").rstrip(".")
    return f"{shown}%"
