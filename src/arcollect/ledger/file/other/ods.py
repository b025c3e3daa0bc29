"""What an OpenDocument sheet hides, and which of its cells hold no value."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from xml.parsers.expat import ParserCreate, XMLParserType

from arcollect.ledger.file.other.seen import Seen

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0|"
_SHEET = f"{_TABLE}table"
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0|value-type"
_TYPE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0|value-type"
_PARAGRAPH = "urn:oasis:names:tc:opendocument:xmlns:text:1.0|p"
_FORMULA, _SHOWN = f"{_TABLE}formula", f"{_TABLE}visibility"
_COLUMNS, _ROWS = (f"{_TABLE}number-{what}-repeated" for what in ("columns", "rows"))
_NOT_SHOWN = {"collapse", "filter"}
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
Attributes = dict[str, str]


def seen_ods(data: bytes) -> list[Seen]:
    """One `Seen` per table, in the order of the tabs; raises whatever is broken."""
    parser = ParserCreate(namespace_separator="|")
    look = _Look(parser)
    parser.StartElementHandler = look.start
    parser.EndElementHandler = look.end
    parser.StartDoctypeDeclHandler = _refuse
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("content.xml") as content:
        parser.ParseFile(content)
    return look.found


def _refuse(*_: object) -> None:
    raise ValueError("doctype")


class _Look:
    """Where the parser stands: in which table, row and cell. A table in a cell is no sheet."""

    def __init__(self, parser: XMLParserType) -> None:
        self._parser = parser
        self.found: list[Seen] = []
        self._depth = 0
        self._row, self._after, self._column = 0, 0, 0
        self._shown = ""
        self._is_row_filled, self._is_filled = False, False
        self._cell: Attributes = {}
        self._words: list[str] | None = None
        self._starts: dict[str, Callable[[Attributes], None]] = {
            _SHEET: self._table,
            f"{_TABLE}table-column": self._list,
            f"{_TABLE}table-row": self._begin_row,
            f"{_TABLE}table-cell": self._begin_cell,
            f"{_TABLE}covered-table-cell": self._begin_cell,
            _PARAGRAPH: self._paragraph,
        }
        self._ends: dict[str, Callable[[], None]] = {
            _SHEET: self._leave,
            f"{_TABLE}table-row": self._end_row,
            f"{_TABLE}table-cell": self._end_cell,
            f"{_TABLE}covered-table-cell": self._end_cell,
        }

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""
        handler = self._starts.get(tag)
        if handler is not None and (self._depth == 1 or tag == _SHEET):
            handler(attributes)

    def end(self, tag: str) -> None:
        """An element ends."""
        handler = self._ends.get(tag)
        if handler is not None and (self._depth == 1 or tag == _SHEET):
            handler()

    def _table(self, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth == 1:
            self.found.append(Seen(attributes.get(f"{_TABLE}name", "")))
            self._after, self._column = 0, 0

    def _leave(self) -> None:
        self._depth -= 1

    def _list(self, attributes: Attributes) -> None:
        first, self._column = self._column, self._column + _times(attributes.get(_COLUMNS))
        if attributes.get(_SHOWN) in _NOT_SHOWN:
            hidden = range(first, min(self._column, _MOST_COLUMNS))
            self.found[-1].hidden_columns.update(hidden)

    def _begin_row(self, attributes: Attributes) -> None:
        self._row, self._column = self._after, 0
        self._after += _times(attributes.get(_ROWS))
        self._shown, self._is_row_filled = attributes.get(_SHOWN, ""), False

    def _end_row(self) -> None:
        if not self._is_row_filled:
            return
        seen = self.found[-1]
        seen.extent.rows += self._after - self._row
        if self._shown in _NOT_SHOWN:
            seen.hidden_rows.update(range(self._row, min(self._after, _MOST_ROWS)))
            seen.filtered |= self._shown == "filter"

    def _begin_cell(self, attributes: Attributes) -> None:
        self._cell, self._is_filled = attributes, _TYPE in attributes
        if attributes.get(_CALC) == "error":  # its word is wanted, no other text
            self._words = []
            self._parser.CharacterDataHandler = self._words.append

    def _paragraph(self, _: Attributes) -> None:
        self._is_filled = True

    def _end_cell(self) -> None:
        seen, first = self.found[-1], self._column
        self._column = first + _times(self._cell.get(_COLUMNS))
        if self._words is not None:
            seen.odd[self._row, first] = "".join(self._words).strip() or "#ERR!"
            self._words = self._parser.CharacterDataHandler = None
        elif _FORMULA in self._cell and _TYPE not in self._cell:
            seen.odd[self._row, first] = ""
        if self._is_filled:
            self._is_row_filled = True
            corner = (self._after - 1, self._column - 1)
            cells = (self._after - self._row) * (self._column - first)
            seen.extent.add(cells, 0, corner, corner)


def _times(said: str | None) -> int:
    """How often an element stands for itself; 1 where the file says nothing useful."""
    return max(int(said), 1) if said and said.isdecimal() and len(said) < 8 else 1
