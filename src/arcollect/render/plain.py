"""Text of a cell, safe for any medium: no control characters, no surprises."""

from __future__ import annotations

import datetime as dt
import unicodedata
from decimal import Decimal
from fractions import Fraction

from arcollect.views.amounts import percent
from arcollect.views.table import Column, Kind, Value


def clean(raw: str) -> str:
    """`raw` without control and bidi characters; tabs and newlines become spaces (T-32)."""
    if raw.isprintable():  # which no control character is, nor any that turns the line
        return raw
    spaced = raw.replace("\t", " ").replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
    return "".join(c for c in spaced if unicodedata.category(c)[0] != "C")


def shown(value: Value, kind: Kind) -> str:
    """What a person reads: 1,234.50 · 15.42 % · 2026-10-31; blank for None."""
    if value is None:
        return ""
    if kind is Kind.PERCENT and isinstance(value, Decimal):
        return percent_of(value)
    if kind in {Kind.MONEY, Kind.NUMBER} and isinstance(value, Decimal):
        return f"{value:,f}"
    if kind is Kind.COUNT and isinstance(value, int):
        return f"{value:,}"
    return value.isoformat() if isinstance(value, dt.date) else clean(str(value))


def raw(value: Value) -> str:
    """What a program reads: 1234.50 · 0.154200 · 2026-10-31; blank for None."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, dt.date) else clean(str(value))


def percent_of(value: Decimal) -> str:
    """A share in words, two places half up."""
    return percent(Fraction(value))


def is_number(column: Column) -> bool:
    """Whether a column is set flush right."""
    figures = {Kind.MONEY, Kind.PERCENT, Kind.DAYS, Kind.COUNT, Kind.NUMBER}
    return column.right or column.kind in figures
