"""A column's cells, whole or from a row on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from arcollect.ledger.file.grid import CellKind, RawColumn

EPOCH = dt.date(1899, 12, 30)


def body_of(column: RawColumn, first: int) -> RawColumn:
    """The column from row `first` on (views, nothing is copied)."""
    return RawColumn(column.kind[first:], column.number[first:], column.text[first:], column.pool)


def has(column: RawColumn, kind: CellKind) -> NDArray[np.bool_]:
    """Which cells are of a kind."""
    found: NDArray[np.bool_] = column.kind == kind
    return found


def used_texts(column: RawColumn, wanted: NDArray[np.bool_] | None = None) -> NDArray[np.int64]:
    """The pool numbers of the texts that occur in this column, ascending."""
    codes = column.text if wanted is None else column.text[wanted]
    seen = np.zeros(len(column.pool) + 1, dtype=bool)
    seen[codes] = True  # -1, no text, is the last place
    found: NDArray[np.int64] = np.flatnonzero(seen[:-1])
    return found


def spread(
    column: RawColumn, used: NDArray[np.int64], values: NDArray[np.generic]
) -> NDArray[np.generic]:
    """One value per distinct text → one per row (rows without text get the last)."""
    place = np.full(len(column.pool) + 1, len(values) - 1, dtype=np.int64)
    place[used] = np.arange(len(used))
    found: NDArray[np.generic] = values[place[column.text]]
    return found


def texts_of(column: RawColumn, used: NDArray[np.int64]) -> list[str]:
    """The distinct texts themselves, in the order of `used`."""
    spare = len(column.pool) - len(used)
    if spare > 64:
        return [column.pool[i] for i in used.tolist()]
    texts = column.pool.copy()
    if spare:
        unused = np.ones(len(column.pool), dtype=bool)
        unused[used] = False
        for i in np.flatnonzero(unused)[::-1].tolist():
            del texts[i]
    return texts


def are_tidy(texts: list[str]) -> bool:
    """Whether no text needs any cleaning: a quick look at all of them at once.

    False may be a false alarm (the texts are then cleaned one by one); True is
    sure: all printable, no blank text, no double or outer spaces, no first letter
    that a mark for "nothing here" could begin with.
    """
    joined = "|".join(["", *texts, ""])
    if not joined.isprintable():
        return False
    marks = ("  ", "||", "| ", " |", "|-", "|—", "|–", "|―", "|/", "|\\", "|_", "|.", "|#", "|'")
    return not any(mark in joined for mark in marks)


def text_flags(
    column: RawColumn, test: Callable[[str], bool], quick: Callable[[str], bool] | None = None
) -> NDArray[np.bool_]:
    """Which rows hold a text that passes the test; each distinct text is asked once.

    quick: a look at all texts in one; where it says no, none of them passes.
    """
    used = used_texts(column)
    texts = texts_of(column, used)
    if quick and not quick("\n".join(texts)):
        return np.zeros(len(column), dtype=bool)
    values = np.array([test(text) for text in texts] + [False])
    return spread(column, used, values).astype(bool)


def raw_text(column: RawColumn, row: int) -> str:
    """The cell as a person reads it: what a problem quotes."""
    if column.text[row] >= 0:
        return column.pool[int(column.text[row])]
    match CellKind(column.kind[row]):
        case CellKind.NUMBER:
            return number_text(float(column.number[row]))
        case CellKind.DATE:
            return day_text(float(column.number[row]))
        case CellKind.BOOL:
            return "TRUE" if column.number[row] else "FALSE"
        case _:
            return ""


def number_text(number: float) -> str:
    """Digits without a trailing .0: an id typed as a number (1930571429.0) is its digits."""
    return str(int(number)) if number.is_integer() else repr(number)


def day_text(serial: float) -> str:
    """The ISO date of a date cell, its number where it is none."""
    if not 1 <= serial < 2_958_466:
        return number_text(serial)
    return (EPOCH + dt.timedelta(days=int(serial))).isoformat()
