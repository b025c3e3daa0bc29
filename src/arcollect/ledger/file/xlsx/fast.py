"""One sheet through the fast scan: the wanted columns and the facts in one pass."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from arcollect.dates import DAYS_TO_1904
from arcollect.ledger.file.filling import Filling
from arcollect.ledger.file.grid import CellKind, RawColumn, SheetFacts, address
from arcollect.ledger.file.lazy import Reading, Wish
from arcollect.ledger.file.xlsx import frame as around
from arcollect.ledger.file.xlsx.archive import Archive
from arcollect.ledger.file.xlsx.chunks import Declined, Frame, row_chunks
from arcollect.ledger.file.xlsx.digits import Places
from arcollect.ledger.file.xlsx.extent import MOST_COLUMNS, MOST_ROWS, Extent
from arcollect.ledger.file.xlsx.pipeline import ahead
from arcollect.ledger.file.xlsx.scan import (
    Piece,
    distinct,
    inline_text,
    numbers,
    piece,
    tag_keys,
)
from arcollect.ledger.file.xlsx.strings import SharedStrings, plain
from arcollect.ledger.file.xlsx.workbook import SheetPart, Workbook

MOST_ADDRESSES = 1_000
_SHARED, _WORD, _INLINE, _ISO = 16, 17, 18, 19  # beside the values of CellKind
_TYPE = re.compile(rb'\bt="(\w+)"')
_STYLE = re.compile(rb'\bs="(\d+)"')
_TYPES = {
    b"s": _SHARED,
    b"str": _WORD,
    b"inlineStr": _INLINE,
    b"b": CellKind.BOOL,
    b"e": CellKind.ERROR,
    b"d": _ISO,
}
_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet knows no zone


class FastScan:
    """Collects the pieces of one sheet."""

    def __init__(self, strings: SharedStrings, workbook: Workbook, wish: Wish) -> None:
        self._strings = strings
        self._date_styles, self._money_styles = workbook.date_styles, workbook.money_styles
        self._shift = DAYS_TO_1904 if workbook.date_1904 else 0
        self._wanted = _lookup(wish)
        self._own: dict[str, int] = {}
        self._tags: dict[int, int] = {}
        self._signs: dict[int, str] = {}  # of tags: the currency that their style shows
        self.currencies: set[tuple[int, str]] = set()  # column, currency of a format
        self.rows = MOST_ROWS if wish.rows is None else wish.rows
        self._columns: dict[int, Filling] = {}
        self.extent = Extent()
        self.hidden_rows: set[int] = set()
        self.errors: list[str] = []
        self.uncomputed: list[str] = []

    def take(self, found: Piece) -> None:
        """Count everything, keep what is wanted."""
        self.hidden_rows.update(around.hidden_rows(found.raw))
        filled = np.flatnonzero((found.value >= 0) | (found.inline >= 0) | found.formula)
        if not len(filled):
            return
        self._measure(found, filled)
        kinds = self._kinds(found, filled)
        self._note_faults(found, filled, kinds)
        chosen = self._wanted[found.column[filled]] & (found.row[filled] < self.rows)
        if chosen.any():
            self._keep(found, filled[chosen], kinds[chosen])

    def _measure(self, found: Piece, filled: Places) -> None:
        rows, columns = found.row[filled], found.column[filled]
        right = int(columns.argmax())
        self.extent.add(
            len(rows),
            int(np.count_nonzero(np.diff(rows))) + 1,
            (int(rows[-1]), int(columns[-1])),
            (int(rows[right]), int(columns[right])),
        )
        if self.extent.width > MOST_COLUMNS or self.extent.height > MOST_ROWS:
            raise Declined("outside")

    def _note_faults(self, found: Piece, filled: Places, kinds: NDArray[np.uint8]) -> None:
        bare = found.value[filled] < 0
        wrong = (kinds == CellKind.ERROR) & ~bare
        if wrong.any():
            self.errors += _addresses(found, filled[wrong])
        if bare.any():  # t="str": the formula was computed, and its value is ""
            bare &= found.formula[filled] & (kinds != _WORD)
            self.uncomputed += _addresses(found, filled[bare])

    def _kinds(self, found: Piece, chosen: Places) -> NDArray[np.uint8]:
        """What the tags of these cells say their values are."""
        keys, start = tag_keys(found, chosen)
        kinds = np.zeros(len(chosen), np.uint8)
        for key, same in distinct(keys):
            if key not in self._tags:
                begin = int(start[int(np.argmax(same))])
                tag = found.raw[begin : found.raw.index(b">", begin)]
                self._tags[key] = _meaning(tag, self._date_styles)
                self._sign(key, tag)
            kinds[same] = self._tags[key]
            if key in self._signs:
                columns = np.unique(found.column[chosen[same]]).tolist()
                self.currencies.update((column, self._signs[key]) for column in columns)
        return kinds

    def _sign(self, key: int, tag: bytes) -> None:
        """Remember which currency the style of a number shows."""
        style = _STYLE.search(tag) if self._tags[key] == CellKind.NUMBER else None
        if style and (currency := self._money_styles.get(int(style.group(1)))):
            self._signs[key] = currency

    def _keep(self, found: Piece, chosen: Places, said: NDArray[np.uint8]) -> None:
        bare = found.value[chosen] < 0
        kind = np.where(said >= _SHARED, CellKind.TEXT, said).astype(np.uint8)
        kind[bare] = CellKind.EMPTY
        kind[bare & found.formula[chosen] & (said != _WORD)] = CellKind.UNCOMPUTED
        value = np.zeros(len(chosen))
        self._fill_numbers(found, chosen, said, kind, value)
        self._fill_words(found, chosen, said, kind, value)
        real = np.flatnonzero(kind)
        column = found.column[chosen[real]].astype(np.int16)
        order = np.argsort(column, kind="stable")
        real, column = real[order], column[order]
        row = found.row[chosen[real]]
        edges = np.flatnonzero(np.diff(column, prepend=-1, append=-1))
        for low, high in pairwise(edges.tolist()):
            filling = self._columns.get(number := int(column[low]))
            if filling is None:
                filling = self._columns[number] = Filling(self.rows)
            cells = real[low:high]
            filling.put(row[low:high], kind[cells], value[cells])

    def _fill_numbers(
        self,
        found: Piece,
        chosen: Places,
        said: NDArray[np.uint8],
        kind: NDArray[np.uint8],
        value: NDArray[np.float64],
    ) -> None:
        plainly = (said != _WORD) & (said != _INLINE) & (said != _ISO)
        plainly &= (said != CellKind.ERROR) & (found.value[chosen] >= 0)
        at = np.flatnonzero(plainly)
        cells = chosen[at]
        value[at], refused = numbers(found, found.value[cells], found.value_end[cells])
        value[at[said[at] == CellKind.DATE]] += self._shift
        shared = value[at][said[at] == _SHARED]
        if len(shared) and not 0 <= shared.min() <= shared.max() < len(self._strings):
            raise Declined("string number")
        for i, words in refused:
            if said[at[i]] == _SHARED:
                raise Declined("string number")
            kind[at[i]], value[at[i]] = CellKind.TEXT, self._code(words)

    def _fill_words(
        self,
        found: Piece,
        chosen: Places,
        said: NDArray[np.uint8],
        kind: NDArray[np.uint8],
        value: NDArray[np.float64],
    ) -> None:
        worded = np.isin(said, (_WORD, _INLINE, _ISO, CellKind.ERROR))
        for i in np.flatnonzero(worded).tolist():
            words = _words(found, int(chosen[i]), inline=said[i] == _INLINE)
            if words is None:
                continue
            if said[i] == _ISO and (serial := iso_serial(words)) is not None:
                kind[i], value[i] = CellKind.DATE, serial
                continue
            kind[i] = CellKind.ERROR if said[i] == CellKind.ERROR else CellKind.TEXT
            value[i] = self._code(words)

    def _code(self, words: str) -> int:
        return len(self._strings) + self._own.setdefault(words, len(self._own))

    def columns(self, height: int) -> dict[int, RawColumn]:
        """The wanted columns that hold anything."""
        own = list(self._own)
        shared = len(self._strings)

        def texts(codes: Sequence[int]) -> list[str]:
            cut = bisect_left(codes, shared)
            return self._strings.texts(codes[:cut]) + [own[c - shared] for c in codes[cut:]]

        found = sorted(self._columns)
        return {n: self._columns.pop(n).column(height, texts) for n in found}


def _lookup(wish: Wish) -> NDArray[np.bool_]:
    wanted = np.full(26**3 + 26**2 + 26 + 1, wish.columns is None)
    wanted[[n for n in wish.columns or () if 0 <= n < MOST_COLUMNS]] = True
    return wanted


def _addresses(found: Piece, cells: Places) -> list[str]:
    return [
        address(int(found.row[i]), int(found.column[i])) for i in cells[:MOST_ADDRESSES].tolist()
    ]


def _meaning(tag: bytes, date_styles: frozenset[int]) -> int:
    kind = _TYPE.search(tag)
    if kind and kind.group(1) in _TYPES:
        return _TYPES[kind.group(1)]
    style = _STYLE.search(tag)
    dated = style is not None and int(style.group(1)) in date_styles
    return CellKind.DATE if dated else CellKind.NUMBER


def _words(found: Piece, cell: int, *, inline: bool) -> str | None:
    if inline:
        if found.inline[cell] < 0:
            return None
        raw = inline_text(found, int(found.inline[cell]))
        if raw is None:
            raise Declined("inline text")
        return plain(raw.decode("utf-8", "replace"))
    if found.value[cell] < 0:
        return None
    said = found.raw[found.value[cell] : found.value_end[cell]]
    return plain(said.decode("utf-8", "replace"))


def iso_serial(said: str) -> float | None:
    """The 1900-system serial of an ISO date cell (t="d"), None for anything else."""
    try:
        moment = dt.datetime.fromisoformat(said.strip()).replace(tzinfo=None)
    except ValueError:
        return None
    return (moment - _EPOCH) / dt.timedelta(days=1)


def _pieces(chunks: Iterator[bytes]) -> Iterator[Piece]:
    above = -1
    for body in chunks:
        found = piece(body, above)
        above = found.last_row
        yield found


def read_fast(
    archive: Archive,
    sheet: SheetPart,
    strings: SharedStrings,
    workbook: Workbook,
    wish: Wish,
) -> Reading:
    """Read one sheet; raises Declined, Damaged, and LedgerError for a far cell."""
    scan, frame = FastScan(strings, workbook, wish), Frame()
    for found in ahead(_pieces(row_chunks(archive, sheet.part, frame))):
        scan.take(found)
        if wish.rows is not None and found.last_row + 1 >= wish.rows:
            break
    else:
        scan.extent.check(sheet.name)
    height = min(scan.extent.height, scan.rows)
    facts = SheetFacts(
        name=sheet.name,
        rows=height,
        columns=scan.extent.width,
        hidden=sheet.hidden,
        hidden_rows=frozenset(scan.hidden_rows),
        hidden_columns=around.hidden_columns(frame.before),
        filtered=around.is_filtered(frame.after),
        merges=around.merges(frame.after),
        error_cells=tuple(scan.errors[:MOST_ADDRESSES]),
        uncomputed_cells=tuple(scan.uncomputed[:MOST_ADDRESSES]),
        date_1904=workbook.date_1904,
        currencies=tuple(sorted(scan.currencies)),
    )
    return Reading(facts, scan.columns(height))
