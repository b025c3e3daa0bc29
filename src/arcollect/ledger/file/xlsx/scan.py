"""A sheet's XML read by arithmetic on whole megabytes instead of cell by cell.

The usual shape only: <row r=> holding <c r=> with <v>, <f> or simple <is>. Any
other tag, comment or prefix raises Declined, and the careful reader takes over;
the tests hold both, calamine and openpyxl to the same cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from arcollect.ledger.file.xlsx.chunks import Declined
from arcollect.ledger.file.xlsx.digits import (
    PADDING,
    Bytes,
    Places,
    Words,
    leading_number,
    plain_numbers,
    words_of,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LESS, _QUOTE, _MORE = ord("<"), ord('"'), ord(">")
_CLOSE, _CELL, _VALUE, _ROW = ord("/"), ord("c"), ord("v"), ord("r")
_FORMULA, _INLINE, _TEXT = ord("f"), ord("i"), ord("t")
_KNOWN = np.zeros(256, bool)
_KNOWN[list(b"/cvrfit")] = True
_ROW_START = np.frombuffer(b'<row r="', "<u8")[0]
_CELL_START = np.frombuffer(b'<c r="\0\0', "<u8")[0]
_MORES = np.uint64(0x3E3E3E3E3E3E3E3E)
_ONES = np.uint64(0x0101010101010101)
_TOPS = np.uint64(0x8080808080808080)
_MIX = np.uint64(0x9E3779B97F4A7C15)
_LONGEST_TAG_WORDS = 6
_TENS = np.array([10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000])


@dataclass(frozen=True, slots=True)
class Piece:
    """The cells of some whole rows: where each stands and where its value is.

    `value` is the byte where the text between <v> and </v> begins, -1 where the
    cell has none; `inline` likewise for <is>. Places count in `text`.
    """

    raw: bytes
    text: Bytes
    words: Words
    row: NDArray[np.int32]
    column: NDArray[np.int32]
    after_reference: Places
    value: Places
    value_end: Places
    inline: Places
    formula: NDArray[np.bool_]
    last_row: int

    def __len__(self) -> int:
        return len(self.row)


def piece(body: bytes, row_above: int) -> Piece:
    """Find the cells in whole rows; rows must go down from `row_above`."""
    raw = body + PADDING
    text, words = np.frombuffer(raw, np.uint8), words_of(raw)
    tags = np.flatnonzero(text == _LESS)
    kinds = text[tags + 1]
    if not _KNOWN[kinds].all():
        raise Declined("tag")
    # Two sentinels, so that "the tag after the next" exists for the last cell.
    end = np.full(4, len(body))
    tags, kinds = np.append(tags, end), np.append(kinds, np.zeros(4, np.uint8))
    cells = np.flatnonzero(kinds == _CELL)
    place = tags[cells]
    row, last = _rows(words, text, tags, kinds, cells, row_above)
    column, letters = _columns(words, place)
    value, value_end, inline, formula = _values(text, tags, kinds, cells)
    digits = np.searchsorted(_TENS, row + 1, side="right") + 1
    return Piece(
        raw, text, words, row, column, place + 6 + letters + digits,
        value, value_end, inline, formula, last,
    )  # fmt: skip


def _rows(
    words: Words, text: Bytes, tags: Places, kinds: Bytes, cells: Places, above: int
) -> tuple[NDArray[np.int32], int]:
    """The 0-based row of each cell, and the last row."""
    rows = np.flatnonzero(kinds == _ROW)
    start = tags[rows]
    if not len(rows):
        if len(cells):
            raise Declined("cells outside rows")
        return np.empty(0, np.int32), above
    if not (words[start] == _ROW_START).all():
        raise Declined("row without number")
    number, digits = leading_number(words, start + 8)
    if not (text[start + 8 + digits] == _QUOTE).all():
        raise Declined("row number")
    number -= 1
    if number[0] <= above or (np.diff(number) <= 0).any():
        raise Declined("row order")
    counts = np.diff(np.append(np.searchsorted(cells, rows), len(cells)))
    if counts.sum() != len(cells):
        raise Declined("cells outside rows")
    return np.repeat(number, counts).astype(np.int32), int(number[-1])


def _columns(words: Words, place: Places) -> tuple[NDArray[np.int32], Places]:
    """The 0-based column of each cell, and how many letters name it."""
    start = words[place]
    if not ((start & np.uint64(0xFFFFFFFFFFFF)) == _CELL_START).all():
        raise Declined("cell without reference")
    first = ((start >> np.uint64(48)) & np.uint64(255)).astype(np.int32) - 64
    second = (start >> np.uint64(56)).astype(np.int32) - 64
    third = (words[place + 8] & np.uint64(255)).astype(np.int32) - 64
    two, three = second > 0, (second > 0) & (third > 0)
    column = np.where(two, first * 26 + second, first)
    column = np.where(three, column * 26 + third, column) - 1
    if ((column < 0) | (column > 26**3 + 26**2)).any():
        raise Declined("column letters")
    return column, 1 + two + three.astype(np.int64)


def _values(
    text: Bytes, tags: Places, kinds: Bytes, cells: Places
) -> tuple[Places, Places, Places, NDArray[np.bool_]]:
    """Where each cell's value begins and ends, where its inline text, and if it has <f>."""
    following = kinds[cells + 1]
    formula = following == _FORMULA
    at = cells + 1
    if formula.any():
        closing = formula & (kinds[at + 1] == _CLOSE) & (text[tags[at + 1] + 2] == _FORMULA)
        at = at + formula + closing
    has_value = kinds[at] == _VALUE
    start = tags[at]
    opened = text[np.minimum(start + 2, len(text) - 1)] == _MORE
    _only_plain_values(text, start[has_value & ~opened], kinds, has_value)
    has_value &= opened & (tags[at + 1] > start + 3)
    if not (kinds[at + 1][has_value] == _CLOSE).all():
        raise Declined("value not closed")
    value = np.where(has_value, start + 3, -1)
    inline = np.where(kinds[at] == _INLINE, start, -1)
    return value, tags[at + 1], inline, formula


def _only_plain_values(
    text: Bytes, odd: Places, kinds: Bytes, has_value: NDArray[np.bool_]
) -> None:
    """Every <v> belongs to a cell, and is <v>, <v/> or <v />."""
    if int((kinds == _VALUE).sum()) != int(has_value.sum()):
        raise Declined("value outside a cell")
    spaced = text[odd + 2] == ord(" ")
    if not (text[odd + 2 + spaced] == _CLOSE).all():
        raise Declined("value with attributes")


def tag_keys(found: Piece, chosen: Places) -> tuple[NDArray[np.uint64], Places]:
    """One number per distinct rest of <c …>, and where that rest begins.

    Cells of one column mostly share it, so the few distinct ones are read once.
    """
    start = found.after_reference[chosen]
    if not (found.text[start] == _QUOTE).all():
        raise Declined("cell reference")
    start = start + 1
    key = np.zeros(len(start), np.uint64)
    going = np.ones(len(start), bool)
    for step in range(_LONGEST_TAG_WORDS):
        word = found.words[np.minimum(start + 8 * step, len(found.words) - 1)]
        ends = word ^ _MORES
        ends = (ends - _ONES) & ~ends & _TOPS
        kept = word & np.where(ends > 0, ends ^ (ends - np.uint64(1)), ~np.uint64(0))
        key = key * _MIX + np.where(going, kept, np.uint64(0))
        going &= ends == 0
        if not going.any():
            return key, start
    raise Declined("long tag")


def distinct(keys: NDArray[np.uint64]) -> Iterator[tuple[int, NDArray[np.bool_]]]:
    """Each distinct key with the cells that have it; few are expected."""
    open_cells = np.ones(len(keys), bool)
    while open_cells.any():
        key = keys[int(np.argmax(open_cells))]
        same = keys == key
        yield int(key), same
        open_cells &= ~same


def inline_text(found: Piece, place: int) -> bytes | None:
    """The raw text of <is><t>text</t></is>, None for any other shape."""
    match = _INLINE_TEXT.match(found.raw, place)
    return (match.group(1) or b"") if match else None


_INLINE_TEXT = re.compile(rb'<is>\s*(?:<t(?: xml:space="preserve")?>([^<]*)</t>|<t\s?/>)\s*</is>')


def numbers(
    found: Piece, start: Places, end: Places
) -> tuple[NDArray[np.float64], list[tuple[int, str]]]:
    """Values as Python's float() would give; apart: what is no finite number."""
    value, good = plain_numbers(found.text, found.words, start)
    refused = []
    for i in np.flatnonzero(~good).tolist():
        said = found.raw[start[i] : end[i]].decode("utf-8", "replace")
        value[i], ok = finite(said)
        if not ok:
            refused.append((i, said))
    return value, refused


def finite(said: str) -> tuple[float, bool]:
    """float(text), refusing NaN, infinities and Python's own spellings (T-15)."""
    try:
        value = float(said)
    except ValueError:
        return 0.0, False
    if "_" in said or not np.isfinite(value):
        return 0.0, False
    return value, True
