"""One typed cell: text by write_string, numbers as numbers, dates as dates."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from arcollect.render.data.delimited import RISKY
from arcollect.render.plain import clean
from arcollect.views.table import Column, Kind, Tone, Value

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from arcollect.render.xlsx.formats import Formats

LONGEST = 32_767
NARROW, WIDE = 28, 46  # characters; longer text wraps
DATE_WIDTH, SHARE_WIDTH = 11, 9


def paint_cell(
    sheet: Worksheet, formats: Formats, row: int, column: int, what: tuple[Value, Column, Tone],
    *, look: Format | None = None,
) -> float:  # fmt: skip
    """Write one value and return the width it wants, in characters."""
    value, meaning, tone = what
    if value is None:
        sheet.write_blank(row, column, None, look or formats.cell(meaning.kind, tone))
        return 0
    if isinstance(value, str):
        return _text(sheet, formats, row, column, what, look)
    if isinstance(value, dt.date):
        sheet.write_datetime(row, column, value, look or formats.cell(Kind.DATE, tone))
        return DATE_WIDTH
    places = places_of(value) if meaning.kind is Kind.MONEY else 2
    sheet.write_number(row, column, value, look or formats.cell(meaning.kind, tone, places=places))
    return _number_width(value, meaning.kind)


def put_words(sheet: Worksheet, row: int, column: int, words: str, look: Format | None) -> None:
    """Write words as words, never as a formula or as markup (T-01)."""
    sheet.write_string(row, column, literal(words), look)


def literal(words: str) -> str:
    """A text in <r>…</r> is markup to the library: a blank at its end keeps it words."""
    return f"{words} " if words.startswith("<r>") and words.endswith("</r>") else words


def look_and_width(formats: Formats, what: tuple[Value, Column, Tone]) -> tuple[Format, float]:
    """The format that `paint_cell` gives this value, and the width it wants."""
    return look_of(formats, what), value_width(what[0], what[1].kind)


def look_of(formats: Formats, what: tuple[Value, Column, Tone]) -> Format:
    """The format that `paint_cell` gives this value."""
    value, meaning, tone = what
    if isinstance(value, str):
        words = clean(value)
        return _text_look(formats, words, meaning, tone, text_width(words))
    if isinstance(value, dt.date):
        return formats.cell(Kind.DATE, tone)
    places = places_of(value) if meaning.kind is Kind.MONEY and value is not None else 2
    return formats.cell(meaning.kind, tone, places=places)


def value_width(value: Value, kind: Kind) -> float:
    """How wide a value is in characters, as it is shown."""
    if value is None:
        return 0
    if isinstance(value, str):
        return text_width(clean(value))
    return DATE_WIDTH if isinstance(value, dt.date) else _number_width(value, kind)


def text_width(words: str) -> float:
    """How wide a text is in characters: a Chinese character counts two."""
    if words.isascii():
        return 1.1 * len(words)
    return sum(2.0 if ord(c) > 0x2E7F else 1.1 for c in words)


def width_limit(column: Column) -> int:
    """How wide a column may get, in characters; longer text wraps inside it."""
    if column.kind is Kind.ID and not column.wide:
        return 60  # a number broken in two is a wrong number
    return WIDE if column.wide or column.right else NARROW


def _number_width(value: Decimal | int, kind: Kind) -> float:
    """A share is shown with two places, however many it has."""
    return SHARE_WIDTH if kind in {Kind.PERCENT, Kind.NUMBER} else len(f"{value:,}")


def _text(
    sheet: Worksheet, formats: Formats, row: int, column: int,
    what: tuple[Value, Column, Tone], look: Format | None,
) -> float:  # fmt: skip
    value, meaning, tone = what
    words = clean(str(value))[:LONGEST]
    width = text_width(words)
    put_words(sheet, row, column, words, look or _text_look(formats, words, meaning, tone, width))
    return width


def _text_look(formats: Formats, words: str, meaning: Column, tone: Tone, width: float) -> Format:
    wrap = width > width_limit(meaning)
    kind = Kind.ID if meaning.kind is Kind.ID else Kind.TEXT
    quote = words.startswith(RISKY)
    return formats.cell(kind, tone, wrap=wrap, quote=quote, right=meaning.right)


def places_of(value: Decimal | int) -> int:
    """How many decimal places a value carries: 2 for 12.50, 0 for 12."""
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return -exponent if isinstance(exponent, int) else 2
