"""XML spreadsheets of Excel 2003, which many web systems export as .xls."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from arcollect.errors import LedgerError, message
from arcollect.ledger.file.gather import Gatherer
from arcollect.ledger.file.grid import CellKind, SheetFacts, address
from arcollect.ledger.file.lazy import LazySheet, Reading, Wish, empty_column
from arcollect.ledger.file.sniff import damaged

_SPACE = "urn:schemas-microsoft-com:office:spreadsheet|"
_EXCEL = "urn:schemas-microsoft-com:office:excel|"
_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet knows no zone
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_LISTED = 1_000
Attributes = dict[str, str]


@dataclass(slots=True)
class _Sheet:
    """One worksheet while it is read; `row` and `column` are where we stand."""

    name: str
    cells: Gatherer = field(default_factory=lambda: Gatherer(Wish(None)))
    row: int = -1
    column: int = -1
    next_column: int = 0
    height: int = 0
    width: int = 0
    hidden: bool = False
    filtered: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    uncomputed: list[str] = field(default_factory=list)

    def facts(self) -> SheetFacts:
        """What is known of the sheet besides its values."""
        return SheetFacts(
            self.name, self.height, self.width, self.hidden,
            frozenset(self.hidden_rows), frozenset(self.hidden_columns), self.filtered,
            tuple(self.merges), tuple(self.errors), tuple(self.uncomputed),
        )  # fmt: skip


class _Reader:
    """Events of the parser, turned into cells."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.sheets: list[_Sheet] = []
        self._words: list[str] | None = None
        self._type = ""
        self._formula = False
        self._filled = False
        self._starts: dict[str, Callable[[_Sheet, Attributes], None]] = {
            _SPACE + "Row": self._row,
            _SPACE + "Column": self._column,
            _SPACE + "Cell": self._cell,
            _SPACE + "Data": self._data,
            _EXCEL + "AutoFilter": self._filter,
        }

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""
        if tag == _SPACE + "Worksheet":
            self.sheets.append(_Sheet(attributes.get(_SPACE + "Name", "")))
        elif self.sheets and tag in self._starts:
            self._starts[tag](self.sheets[-1], attributes)
        elif tag == _EXCEL + "Visible":
            self._words = []

    def text(self, said: str) -> None:
        """Characters inside a cell."""
        if self._words is not None:
            self._words.append(said)

    def end(self, tag: str) -> None:
        """An element ends."""
        if not self.sheets:
            return
        sheet, said = self.sheets[-1], "".join(self._words or ())
        if tag == _SPACE + "Data":
            self._put(sheet, said)
            self._words = None
        elif tag == _EXCEL + "Visible":
            sheet.hidden = said.strip() != "SheetVisible"
            self._words = None
        elif tag == _SPACE + "Cell" and self._formula and not self._filled:
            sheet.cells.number(sheet.row, sheet.column, CellKind.UNCOMPUTED, 0.0)
            _list(sheet.uncomputed, sheet)
            _grow(sheet)

    def _row(self, sheet: _Sheet, attributes: Attributes) -> None:
        sheet.row = _place(attributes, sheet.row + 1, _MOST_ROWS)
        sheet.next_column = 0
        if attributes.get(_SPACE + "Hidden") == "1":
            last = sheet.row + _whole(attributes.get(_SPACE + "Span"), _MOST_ROWS)
            sheet.hidden_rows.update(range(sheet.row, min(last + 1, _MOST_ROWS)))

    def _column(self, sheet: _Sheet, attributes: Attributes) -> None:
        """A column of the table's list (they come before the rows)."""
        first = _place(attributes, sheet.next_column, _MOST_COLUMNS)
        after = first + _whole(attributes.get(_SPACE + "Span"), _MOST_COLUMNS) + 1
        if attributes.get(_SPACE + "Hidden") == "1":
            sheet.hidden_columns.update(range(first, min(after, _MOST_COLUMNS)))
        sheet.next_column = after

    def _cell(self, sheet: _Sheet, attributes: Attributes) -> None:
        sheet.column = _place(attributes, sheet.next_column, _MOST_COLUMNS)
        right = _whole(attributes.get(_SPACE + "MergeAcross"), _MOST_COLUMNS)
        down = _whole(attributes.get(_SPACE + "MergeDown"), _MOST_ROWS)
        if right or down:
            sheet.merges.append((sheet.row, sheet.column, sheet.row + down, sheet.column + right))
        sheet.next_column = sheet.column + right + 1
        self._formula = _SPACE + "Formula" in attributes
        self._filled = False

    def _data(self, sheet: _Sheet, attributes: Attributes) -> None:
        del sheet
        self._type, self._words = attributes.get(_SPACE + "Type", "String"), []

    def _filter(self, sheet: _Sheet, attributes: Attributes) -> None:
        del attributes
        sheet.filtered = True

    def _put(self, sheet: _Sheet, said: str) -> None:
        if sheet.row < 0 or not said:
            return
        self._filled = True
        _grow(sheet)
        number = _number(self._type, said)
        if number is not None:
            sheet.cells.number(sheet.row, sheet.column, *number)
        elif self._type == "Error":
            sheet.cells.text(sheet.row, sheet.column, said, CellKind.ERROR)
            _list(sheet.errors, sheet)
        else:
            sheet.cells.text(sheet.row, sheet.column, said)


def xml_sheets(data: bytes, name: str) -> tuple[LazySheet, ...]:
    """All worksheets; raises LedgerError for broken XML and for document types (T-06)."""
    reader = _Reader(name)
    parser = expat.ParserCreate(namespace_separator="|")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = lambda *_: _refuse(name)
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat takes no keywords
    except (expat.ExpatError, LookupError, OverflowError, ValueError) as error:
        raise damaged(name) from error
    return tuple(_lazy(sheet) for sheet in reader.sheets)


def _refuse(name: str) -> None:
    raise LedgerError(message("file.doctype", name=name, part=name), message("file.resave"))


def _lazy(sheet: _Sheet) -> LazySheet:
    columns, facts = sheet.cells.columns(sheet.height), sheet.facts()

    def read(wish: Wish) -> Reading:
        if wish.columns is None:
            return Reading(facts, columns)
        asked = {n: columns.get(n) or empty_column(facts.rows) for n in wish.columns}
        return Reading(facts, asked)

    return LazySheet(sheet.name, read, hidden=sheet.hidden)


def _number(kind: str, said: str) -> tuple[CellKind, float] | None:
    """Numbers, days and truth values; None for everything that stays text."""
    try:
        if kind == "Number":
            return CellKind.NUMBER, float(said)
        if kind == "DateTime":
            moment = dt.datetime.fromisoformat(said.strip()).replace(tzinfo=None)
            return CellKind.DATE, (moment - _EPOCH) / dt.timedelta(days=1)
        if kind == "Boolean":
            return CellKind.BOOL, float(said.strip() in {"1", "true"})
    except ValueError:
        pass
    return None


def _place(attributes: Attributes, usual: int, most: int) -> int:
    """The 0-based place of a row or column; `ss:Index` counts from 1 and skips blanks."""
    said = attributes.get(_SPACE + "Index")
    place = usual if said is None else int(said) - 1
    if not 0 <= place < most:
        raise ValueError(said)
    return place


def _whole(said: str | None, most: int) -> int:
    return min(max(int(said or 0), 0), most)


def _grow(sheet: _Sheet) -> None:
    sheet.height = max(sheet.height, sheet.row + 1)
    sheet.width = max(sheet.width, sheet.column + 1)


def _list(cells: list[str], sheet: _Sheet) -> None:
    if len(cells) < _LISTED:
        cells.append(address(sheet.row, sheet.column))
