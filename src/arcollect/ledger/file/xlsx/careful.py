"""One sheet through a real XML parser: any legal shape, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.parsers.expat import ExpatError, ParserCreate

from arcollect.dates import DAYS_TO_1904
from arcollect.errors import LedgerError, message
from arcollect.ledger.file.gather import Gatherer
from arcollect.ledger.file.grid import CellKind, SheetFacts, address
from arcollect.ledger.file.lazy import Reading, Wish
from arcollect.ledger.file.xlsx.archive import Archive, Damaged
from arcollect.ledger.file.xlsx.extent import MOST_COLUMNS, MOST_ROWS, Extent
from arcollect.ledger.file.xlsx.fast import MOST_ADDRESSES, iso_serial
from arcollect.ledger.file.xlsx.frame import column_number
from arcollect.ledger.file.xlsx.scan import finite
from arcollect.ledger.file.xlsx.strings import SharedStrings, unescape_hex
from arcollect.ledger.file.xlsx.workbook import SheetPart, Workbook

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,9})")
_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,9}):([A-Z]{1,3})([0-9]{1,9})")
_MORE_TO_COME, _THE_END = False, True
_YES = ("1", "true")
Attributes = dict[str, str]


class _Enough(Exception):  # noqa: N818 - a signal to stop
    """The asked number of rows was read."""


class CarefulRead:
    """Handlers of one pass: elements by their local name, text where it counts."""

    def __init__(
        self, sheet: SheetPart, strings: SharedStrings, workbook: Workbook, wish: Wish
    ) -> None:
        self._sheet = sheet
        self._strings = strings
        self._workbook = workbook
        self._wish = wish
        self._gatherer = Gatherer(wish)
        self._row, self._column = -1, -1
        self._cell: Attributes = {}
        self._value: list[str] | None = None
        self._inline: list[str] = []
        self._formula = False
        self._filled_row = -1
        self._phonetic = 0
        self._into: list[str] | None = None
        self._extent = Extent()
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._merges: list[tuple[int, int, int, int]] = []
        self._filtered = False
        self._errors: list[str] = []
        self._uncomputed: list[str] = []
        self._currencies: set[tuple[int, str]] = set()  # column, what a format shows
        self._starts: dict[str, Callable[[Attributes], None]] = {
            "row": self._start_row,
            "c": self._start_cell,
            "v": self._start_value,
            "f": self._start_formula,
            "t": self._start_text,
            "rPh": self._start_phonetic,
            "col": self._start_column,
            "mergeCell": self._start_merge,
            "filterColumn": self._start_filter,
        }

    def read(self, archive: Archive) -> Reading:
        """Run the parser over the part; raises Damaged and LedgerError."""
        parser = ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        try:
            for block in archive.blocks(self._sheet.part):
                parser.Parse(block, _MORE_TO_COME)
            parser.Parse(b"", _THE_END)
        except _Enough:
            pass
        except (ExpatError, LookupError, OverflowError, ValueError) as error:
            raise Damaged(self._sheet.part) from error
        else:
            self._extent.check(self._sheet.name)
        return Reading(self._facts(), self._gatherer.columns(self._extent.height))

    def _refuse_doctype(self, *_: object) -> None:
        raise LedgerError(
            message("file.doctype", name=self._sheet.name, part=self._sheet.part),
            message("file.resave"),
        )

    def _start(self, tag: str, attributes: Attributes) -> None:
        handler = self._starts.get(tag.rpartition(":")[2])
        if handler:
            handler(attributes)

    def _start_row(self, attributes: Attributes) -> None:
        said = attributes.get("r", "")
        self._row = int(said) - 1 if said.isdecimal() else self._row + 1
        self._column = -1
        if self._wish.rows is not None and self._row >= self._wish.rows:
            raise _Enough
        if attributes.get("hidden") in _YES:
            self._hidden_rows.add(self._row)

    def _start_cell(self, attributes: Attributes) -> None:
        found = _REFERENCE.fullmatch(attributes.get("r", ""))
        if found:
            self._column = column_number(found.group(1).encode())
            self._row = int(found.group(2)) - 1
        else:
            self._column += 1
        self._cell, self._value, self._inline, self._formula = attributes, None, [], False

    def _start_value(self, _: Attributes) -> None:
        self._into = self._value = []

    def _start_formula(self, _: Attributes) -> None:
        self._formula = True

    def _start_text(self, _: Attributes) -> None:
        if not self._phonetic:
            self._into = self._inline

    def _start_phonetic(self, _: Attributes) -> None:
        self._phonetic += 1

    def _start_column(self, attributes: Attributes) -> None:
        if attributes.get("hidden") in _YES:
            first, last = int(attributes["min"]), int(attributes["max"])
            self._hidden_columns.update(range(first - 1, min(last, MOST_COLUMNS)))

    def _start_merge(self, attributes: Attributes) -> None:
        if found := _RANGE.fullmatch(attributes.get("ref", "")):
            left, top, right, bottom = found.groups()
            edges = column_number(left.encode()), column_number(right.encode())
            self._merges.append((int(top) - 1, edges[0], int(bottom) - 1, edges[1]))

    def _start_filter(self, _: Attributes) -> None:
        self._filtered = True

    def _text(self, said: str) -> None:
        if self._into is not None:
            self._into.append(said)

    def _end(self, tag: str) -> None:
        local = tag.rpartition(":")[2]
        if local in ("v", "t"):
            self._into = None
        elif local == "rPh":
            self._phonetic -= 1
        elif local == "c":
            self._finish_cell()

    def _finish_cell(self) -> None:
        said = "".join(self._value or ())
        inline = self._cell.get("t") == "inlineStr"
        if not (said or self._formula or inline):
            return
        self._count()
        kind = self._cell.get("t", "n")
        if kind == "e" and said:
            _note(self._errors, self._row, self._column)
        bare = self._formula and not said and kind != "str"
        if bare:
            _note(self._uncomputed, self._row, self._column)
        if not self._gatherer.wants(self._column):
            return
        if bare:
            self._add(CellKind.UNCOMPUTED, 0.0)
        elif inline:
            self._add_text("".join(self._inline))
        elif said:
            self._add_value(kind, said)

    def _count(self) -> None:
        place = (self._row, self._column)
        if self._row >= MOST_ROWS or self._column >= MOST_COLUMNS:
            self._extent.add(1, 1, place, place)
            self._extent.check(self._sheet.name)
        self._extent.add(1, int(self._row != self._filled_row), place, place)
        self._filled_row = self._row

    def _add_value(self, kind: str, said: str) -> None:
        if kind == "s":
            self._add_shared(said)
        elif kind == "str":
            self._add_text(unescape_hex(said))
        elif kind == "e":
            self._gatherer.text(self._row, self._column, said, CellKind.ERROR)
        elif kind == "d" and (serial := iso_serial(said)) is not None:
            self._add(CellKind.DATE, serial)
        else:
            self._add_number(kind, said)

    def _add_number(self, kind: str, said: str) -> None:
        value, good = finite(said)
        if not good:
            self._add_text(said)
        elif kind == "b":
            self._add(CellKind.BOOL, value)
        elif (style := int(self._cell.get("s", "0"))) in self._workbook.date_styles:
            shift = DAYS_TO_1904 if self._workbook.date_1904 else 0
            self._add(CellKind.DATE, value + shift)
        else:
            self._add(CellKind.NUMBER, value)
            if currency := self._workbook.money_styles.get(style):
                self._currencies.add((self._column, currency))

    def _add_shared(self, said: str) -> None:
        number = int(said)
        if not 0 <= number < len(self._strings):
            raise Damaged("sharedStrings")
        self._add_text(self._strings.texts([number])[0])

    def _add(self, kind: CellKind, value: float) -> None:
        self._gatherer.number(self._row, self._column, kind, value)

    def _add_text(self, said: str) -> None:
        self._gatherer.text(self._row, self._column, said)

    def _facts(self) -> SheetFacts:
        return SheetFacts(
            name=self._sheet.name,
            rows=self._extent.height,
            columns=self._extent.width,
            hidden=self._sheet.hidden,
            hidden_rows=frozenset(self._hidden_rows),
            hidden_columns=frozenset(self._hidden_columns),
            filtered=self._filtered,
            merges=tuple(self._merges),
            error_cells=tuple(self._errors),
            uncomputed_cells=tuple(self._uncomputed),
            date_1904=self._workbook.date_1904,
            currencies=tuple(sorted(self._currencies)),
        )


def _note(places: list[str], row: int, column: int) -> None:
    if len(places) < MOST_ADDRESSES:
        places.append(address(row, column))
