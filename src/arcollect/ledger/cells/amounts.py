"""Money cells: each distinct text parsed once, numbers all at once."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from arcollect.errors import Message
from arcollect.ledger.cells.column import has, raw_text, spread, texts_of, used_texts
from arcollect.ledger.cells.commas import Comma, comma_of, with_point
from arcollect.ledger.cells.texts import Texts, same
from arcollect.ledger.file.grid import CellKind, RawColumn
from arcollect.money import (
    Amount,
    minor_from_float,
    parse_amount,
    to_minor,
    unit_factor,
)

ERROR_WORDS = frozenset({CellKind.ERROR, CellKind.UNCOMPUTED, CellKind.BOOL, CellKind.DATE})
_SIMPLE = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,2})?")
"""Amounts that a float holds exactly enough to give back every cent."""

_MOST_MAJOR, _MOST_MINOR = 9e15, 9 * 10**18
"""A double is exact below the one, an int64 holds the other."""

_OWN_UNIT = re.compile(r"[万萬亿億元圆整]")
"""A cell that names its own unit (12.5万) means it, whatever the header says."""

_YUAN = re.compile(r"[(（\[【/:：]\s*(?:单位[:：])?(?:人民币)?(?:[百千]?[万亿千])?[元圆]")
"""A header that names its own unit means it, whatever the title says."""


@dataclass(frozen=True, slots=True)
class Money:
    """Amounts in minor units (0 where blank or bad) and what each cell was."""

    minor: NDArray[np.int64]
    blank: NDArray[np.bool_]
    bad: NDArray[np.bool_]  # not blank, and cannot be read
    stray: NDArray[np.bool_]  # had real digits below the smallest unit (T-24)

    @property
    def stated(self) -> NDArray[np.bool_]:
        """Which cells hold an amount."""
        return ~self.blank & ~self.bad


class MoneyCells:
    """A money column before its currency is known; texts are parsed once each.

    `why` gives the refusal of a row whose text cannot be read; `comma` is what the
    column says of amounts such as 1.234,56.
    """

    def __init__(self, column: RawColumn, header: str = "", unit: str = "") -> None:
        self.column = column
        self.header = header
        self.factor = unit_factor(header if _YUAN.search(header) else f"{header} {unit}")
        self._used = used_texts(column)
        wide = self.factor > 1
        texts = texts_of(column, self._used)
        simple = [_SIMPLE.fullmatch(t) is not None for t in texts]
        self._odd = np.flatnonzero(~np.array(simple, dtype=bool))
        self._plain = np.array(
            [float(t) if easy else np.nan for t, easy in zip(texts, simple, strict=True)]
        )
        odd = [texts[i] for i in self._odd.tolist()]
        self._read = [parse_amount(t, three_decimals=wide) for t in odd]
        self.comma = Comma.NONE
        if any(isinstance(r, Message) and r.key == "money.decimal_comma" for r in self._read):
            self.comma = comma_of(texts)
        if self.comma is Comma.PROVED:
            self._read = [parse_amount(with_point(t), three_decimals=wide) for t in odd]
        self._factors = [1 if _OWN_UNIT.search(t) else self.factor for t in odd]

    def currencies(self) -> Texts:
        """The currency that each cell itself names, "" where none (USD 1,200.00)."""
        named = [r.currency if isinstance(r, Amount) else "" for r in self._read]
        if not any(named):
            return same("", len(self.column))
        places: dict[str, int] = {"": 0}
        into = np.zeros(len(self._used) + 1, dtype=np.int32)
        into[self._odd] = [places.setdefault(c, len(places)) for c in named]
        codes = spread(self.column, self._used, into)
        return Texts(codes.astype(np.int32), list(places))

    def why(self, row: int) -> Message | None:
        """Why a row's text is refused; None where it is no text."""
        at = np.flatnonzero(self._used[self._odd] == self.column.text[row])
        found = self._read[int(at[0])] if len(at) else None
        return found if isinstance(found, Message) else None

    def minor(self, places: NDArray[np.int8]) -> Money:
        """The amounts with so many decimals per row (by the row's currency)."""
        rows = len(self.column)
        kind = self.column.kind
        money = Money(
            np.zeros(rows, dtype=np.int64),
            kind == CellKind.EMPTY,
            np.isin(kind, list(ERROR_WORDS)),
            np.zeros(rows, dtype=bool),
        )
        for exponent in np.unique(places):
            here = places == exponent
            self._numbers(money, here & has(self.column, CellKind.NUMBER), int(exponent))
            self._texts(money, here & has(self.column, CellKind.TEXT), int(exponent))
        return money

    def _numbers(self, money: Money, rows: NDArray[np.bool_], exponent: int) -> None:
        if rows.any():
            numbers = self.column.number[rows]
            money.minor[rows], money.bad[rows], money.stray[rows] = self._scaled(numbers, exponent)

    def _scaled(
        self, numbers: NDArray[np.float64], exponent: int
    ) -> tuple[NDArray[np.int64], NDArray[np.bool_], NDArray[np.bool_]]:
        """(minor, bad, stray) of plain numbers in the header's unit."""
        minor, odd = minor_from_float(numbers, exponent + len(str(self.factor)) - 1)
        most = min(_MOST_MAJOR, _MOST_MINOR / 10 ** (exponent + len(str(self.factor)) - 1))
        usable = np.isfinite(numbers) & (np.abs(numbers) < most)
        return minor, ~usable, odd & usable

    def _texts(self, money: Money, rows: NDArray[np.bool_], exponent: int) -> None:
        if not rows.any():
            return
        minor, bad, stray = self._scaled(np.append(self._plain, 0.0), exponent)
        blank = np.zeros(len(minor), dtype=bool)
        for at, read, factor in zip(self._odd, self._read, self._factors, strict=True):
            minor[at], blank[at], bad[at], stray[at] = _minor_of(read, exponent, factor)
        for into, each in (
            (money.minor, minor), (money.blank, blank), (money.bad, bad), (money.stray, stray),
        ):  # fmt: skip
            into[rows] = spread(self.column, self._used, each)[rows]


def _minor_of(read: Amount | Message, exponent: int, factor: int) -> tuple[int, bool, bool, bool]:
    """(minor, blank, bad, stray) of one distinct text."""
    if isinstance(read, Message):
        return 0, False, True, False
    if read.value is None:
        return 0, True, False, False
    value = read.value * Decimal(factor)
    minor, stray = to_minor(value, _STAND_IN[exponent])
    if abs(minor) >= _MOST_MINOR:  # a number under 万元 that is no amount
        return 0, False, True, False
    return minor, False, False, stray


_STAND_IN = {0: "JPY", 2: "CNY", 3: "KWD"}


@dataclass(frozen=True, slots=True)
class Scaled:
    """A column in another unit (万元): what each cell says, and times what it counts."""

    column: RawColumn
    first: int  # the 0-based row of the sheet where the column begins
    factor: int

    def at(self, row: int) -> tuple[str, int]:
        """(text, factor) of an Excel row; a cell that names its own unit has the factor 1."""
        text = raw_text(self.column, row - 1 - self.first)
        is_text = self.column.kind[row - 1 - self.first] == CellKind.TEXT
        return text, 1 if is_text and _OWN_UNIT.search(text) else self.factor


def hundredths(column: RawColumn) -> NDArray[np.int64]:
    """A money column in hundredths whatever its currency: only to see what adds up."""
    return MoneyCells(column).minor(np.full(len(column), 2, dtype=np.int8)).minor


def plain_numbers(column: RawColumn, parse: Callable[[str], float | None]) -> NDArray[np.float64]:
    """A column of plain numbers or rates; NaN where there is none."""
    used = used_texts(column)
    read = [parse(text) for text in texts_of(column, used)]
    values = np.array([np.nan if r is None else r for r in read] + [np.nan])
    numbers = np.where(has(column, CellKind.NUMBER), column.number, np.nan)
    texts = spread(column, used, values).astype(np.float64)
    found: NDArray[np.float64] = np.where(has(column, CellKind.TEXT), texts, numbers)
    return found
