"""Minor units to what a reader sees."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from arcollect.text import Lang
from arcollect.views.amounts import decimals, headline, percent, places


def test_minor_units_follow_the_currency() -> None:
    assert decimals([123456, -5], "CNY") == [Decimal("1234.56"), Decimal("-0.05")]
    assert decimals([1234], "JPY") == [Decimal(1234)]


def test_chinese_headlines_are_in_wan() -> None:
    assert headline(37_000_000, "CNY", Lang.ZH) == "37.00 万元"
    assert headline(37_000_000, "CNY", Lang.EN) == "CNY 370,000.00"
    assert headline(37_000_000, "USD", Lang.ZH) == "USD 370,000.00"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(370_000, 2_400_000), "15.42%"),  # G-05b
        (Fraction(15, 100), "15.00%"),
        (Fraction(15_000_001, 100_000_000), "15.00%"),
        (Fraction(1, 3), "33.33%"),
        (Fraction(-1, 800), "-0.13%"),  # half up, away from zero
    ],
)
def test_shares_are_rounded_half_up(value: Fraction, shown: str) -> None:
    assert percent(value) == shown


def test_places_rounds_exactly_where_floats_fail() -> None:
    assert places(Fraction(2675, 1000), 2) == Decimal("2.68")
    assert places(Fraction(1005, 1000), 2) == Decimal("1.01")
