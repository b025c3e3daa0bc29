"""The raw grid: what stands in which cell, before anyone says what it means.

A column is three parallel arrays, so that a 1,048,575-row sheet stays small and
every later step (dates, money, header words, row classes) looks at each distinct
text once instead of at each cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Protocol

from arcollect.errors import Problem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class CellKind(IntEnum):
    """What a raw cell holds."""

    EMPTY = 0
    NUMBER = 1
    TEXT = 2
    DATE = 3  # number holds the 1900-system serial, fraction = time of day
    BOOL = 4  # number holds 0 or 1
    ERROR = 5  # text holds the error word, e.g. #REF!
    UNCOMPUTED = 6  # a formula without a stored value: missing, never 0 (T-13)


@dataclass(frozen=True, slots=True)
class RawColumn:
    """One column of a sheet, rows 0…n-1 of the sheet (row 0 is Excel's row 1).

    kind: uint8[n] of `CellKind`; number: float64[n] (0.0 where none);
    text: int32[n] index into `pool` (-1 where none). `pool` holds distinct
    strings exactly as in the file, untrimmed; it may be shared by columns.
    """

    kind: NDArray[np.uint8]
    number: NDArray[np.float64]
    text: NDArray[np.int32]
    pool: list[str]

    def __len__(self) -> int:
        """How many rows."""
        return len(self.kind)


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What is known of a sheet besides its values (0-based rows and columns)."""

    name: str
    rows: int
    columns: int
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    filtered: bool = False
    merges: tuple[tuple[int, int, int, int], ...] = ()  # top, left, bottom, right
    error_cells: tuple[str, ...] = ()  # addresses, at most the first 1,000
    uncomputed_cells: tuple[str, ...] = ()  # formulas without a stored value
    date_1904: bool = False
    hidden_known: bool = True  # False: this file does not let us see what it hides
    currencies: tuple[tuple[int, str], ...] = ()  # column, currency that a number format shows
    long_rows: tuple[tuple[int, int], ...] = ()  # text: row, fields; more than is usual


class Sheet(Protocol):
    """One sheet. Columns are fetched by number; a reader may parse lazily.

    `name`, `hidden` and `head` are cheap; `facts` cost a pass over a large file
    unless `columns` were fetched before, which brings both in one pass.
    """

    @property
    def name(self) -> str:
        """The name on the tab."""

    @property
    def hidden(self) -> bool:
        """Whether the whole sheet is hidden."""

    @property
    def facts(self) -> SheetFacts:
        """Name, size, hidden parts, merges."""

    def head(self, rows: int) -> list[list[object]]:
        """The first rows as Python values (str, float, int, date, datetime, bool, None).

        Enough for finding title rows, header and cut-off date.
        """

    def columns(self, numbers: list[int]) -> dict[int, RawColumn]:
        """The asked columns, whole (from row 0), in one pass over the file."""


@dataclass(frozen=True, slots=True)
class Book:
    """One file: its sheets in order, how it was read, and the hash of its bytes."""

    name: str  # file name without folder
    sheets: tuple[Sheet, ...]
    format: str  # xlsx, xls, xlsb, ods, csv, tsv, html …
    reader: str  # scan, careful, calamine, csv, html
    sha256: str
    notes: tuple[Problem, ...] = ()  # about the file as a whole


def column_letter(number: int) -> str:
    """Excel's letter for a 0-based column: 0 is A, 26 is AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """Excel's name of a cell from 0-based row and column: (0, 0) is A1."""
    return f"{column_letter(column)}{row + 1}"
