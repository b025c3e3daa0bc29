"""Sheets that are read when asked, and only in the columns asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from arcollect.ledger.file.grid import CellKind, RawColumn, SheetFacts

if TYPE_CHECKING:
    from numpy.typing import NDArray

_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet knows no zone
_WORDS = {int(CellKind.TEXT), int(CellKind.ERROR)}
_DATE, _BOOL, _NUMBER = int(CellKind.DATE), int(CellKind.BOOL), int(CellKind.NUMBER)
_LAST_SERIAL = 2_958_465  # 9999-12-31
_SECONDS = 86_400
Texts = Callable[[Sequence[int]], list[str]]


@dataclass(frozen=True, slots=True)
class Wish:
    """What to read: these columns (None: all), at most so many rows (None: all)."""

    columns: frozenset[int] | None = frozenset()
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one pass over a sheet brought."""

    facts: SheetFacts
    columns: dict[int, RawColumn]


class LazySheet:
    """A `Sheet` over a function that makes one pass over the file.

    Asking `columns()` before `facts` saves a pass: both come from the same one.
    """

    def __init__(self, name: str, read: Callable[[Wish], Reading], *, hidden: bool = False) -> None:
        self.name = name
        self.hidden = hidden
        self._read = read
        self._facts: SheetFacts | None = None

    @property
    def facts(self) -> SheetFacts:
        """Name, size, hidden parts, merges."""
        if self._facts is None:
            self._facts = self._read(Wish()).facts
        return self._facts

    def head(self, rows: int) -> list[list[object]]:
        """The first rows as Python values; reads no further than needed."""
        columns = self._read(Wish(None, rows)).columns
        return as_rows(columns, rows)

    def columns(self, numbers: list[int]) -> dict[int, RawColumn]:
        """The asked columns, whole; a column beyond the sheet is empty."""
        reading = self._read(Wish(frozenset(numbers)))
        self._facts = reading.facts
        height = reading.facts.rows
        return {n: reading.columns.get(n) or empty_column(height) for n in numbers}


def empty_column(rows: int) -> RawColumn:
    """A column without any value."""
    return RawColumn(np.zeros(rows, np.uint8), np.zeros(rows), np.full(rows, -1, np.int32), [])


def column_of(
    kind: NDArray[np.uint8],
    number: NDArray[np.float64],
    code: NDArray[np.int32],
    texts: Texts,
) -> RawColumn:
    """A column from its cells, where texts are still codes from 1 on (0: none).

    Only the codes in use are turned into words, each once.
    """
    used = np.zeros(int(code.max(initial=0)) + 1, bool)
    used[0] = True
    used[code] = True
    distinct = np.flatnonzero(used)
    place = np.zeros(len(used), np.int32)
    place[distinct] = np.arange(-1, len(distinct) - 1, dtype=np.int32)
    return RawColumn(kind, number, place[code], texts((distinct[1:] - 1).tolist()))


def as_rows(columns: dict[int, RawColumn], rows: int) -> list[list[object]]:
    """Columns turned into rows of Python values, as wide as the widest column."""
    width = max(columns, default=-1) + 1
    height = min(rows, max((len(column) for column in columns.values()), default=0))
    grid: list[list[object]] = [[None] * width for _ in range(height)]
    for number, column in columns.items():
        for row in np.flatnonzero(column.kind[:height]).tolist():
            grid[row][number] = _python(column, row)
    return grid


def _python(column: RawColumn, row: int) -> object:
    kind, number = int(column.kind[row]), float(column.number[row])
    if kind in _WORDS:
        return column.pool[column.text[row]]
    if kind == _DATE:
        return _moment(number)
    if kind == _BOOL:
        return bool(number)
    if kind == _NUMBER:
        return int(number) if number.is_integer() and abs(number) < 1e15 else number
    return None


def _moment(serial: float) -> object:
    """The date of a serial, with its time of day if it has one."""
    if not 1 <= serial < _LAST_SERIAL + 1:
        return serial
    whole = int(serial)
    seconds = round((serial - whole) * _SECONDS)
    moment = _EPOCH + dt.timedelta(days=whole, seconds=seconds)
    return moment if seconds else moment.date()
