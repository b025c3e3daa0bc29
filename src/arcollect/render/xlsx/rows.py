"""The rows of a long table, written as text: one cell at a time would take minutes.

The library writes the first row of every look, and so chooses the style numbers; the
other rows are put in when the workbook is closed, with the style numbers copied.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import IO, TYPE_CHECKING, TypeAlias
from xml.sax.saxutils import escape

from xlsxwriter.utility import xl_col_to_name

from arcollect.render.plain import clean
from arcollect.render.xlsx.cells import LONGEST, literal, look_and_width
from arcollect.views.table import Tone

if TYPE_CHECKING:
    from xlsxwriter.format import Format

    from arcollect.render.xlsx.formats import Formats
    from arcollect.views.table import Column, Value

LONG_FROM = 2_000  # rows: fewer are written cell by cell
AT_ONCE = 5_000  # rows
STRINGS = "xl/sharedStrings.xml"
PIXELS_PER_POINT = 4 / 3  # heights are whole pixels
ROW = re.compile(rb'<row r="(\d+)"(?:[^>]*/>|.*?</row>)', re.DOTALL)
CELL = re.compile(rb'<c r="([A-Z]+)\d+" s="(\d+)"')
COUNTS = re.compile(rb' count="(\d+)" uniqueCount="(\d+)"')
ESCAPE_LIKE = re.compile(r"(_x[0-9a-fA-F]{4}_)")
_Styles: TypeAlias = dict[int, dict[str, int]]  # by row and column letters
DAY_0 = dt.date(1899, 12, 30).toordinal()


@dataclass(slots=True)
class LongColumn:
    """One column: which of its looks each value has, and where each look is first used."""

    column: Column
    looks: list[int] = field(default_factory=list)
    first_use: list[int] = field(default_factory=list)
    widest: float = 0.0
    too_wide: list[int] = field(default_factory=list)  # offsets of values that wrap


@dataclass(frozen=True)
class LongRows:
    """The rows of one table: its first row on the sheet (from 0), heights in points."""

    sheet: str
    top: int
    columns: Sequence[LongColumn]
    heights: Mapping[int, float]
    height: float

    @property
    def end(self) -> int:
        """The row below the last."""
        return self.top + len(self.columns[0].looks)

    @cached_property
    def painted(self) -> frozenset[int]:
        """The rows of the sheet that the library writes: the ends, and every new look."""
        looks = (column.first_use for column in self.columns)
        return frozenset(
            {self.top, self.end - 1}.union(*([self.top + n for n in first] for first in looks))
        )

    def leaves_out(self, row: int) -> bool:
        """Whether the library does not write this row of the sheet."""
        return self.top <= row < self.end and row not in self.painted

    def points(self, row: int) -> str:
        """The height of a row as it is written."""
        pixels = int(self.heights.get(row, self.height) * PIXELS_PER_POINT + 0.5)
        return f"{pixels / PIXELS_PER_POINT:g}"


class _Texts:
    """The texts that cells share, after those that the library has numbered."""

    def __init__(self, written: bytes) -> None:
        self.written = written
        self.uses, self.first = map(int, COUNTS.findall(written)[0])
        self.numbers: dict[str, int] = {}

    def number(self, raw: str) -> int:
        self.uses += 1
        return self.numbers.setdefault(raw, self.first + len(self.numbers))

    def part(self) -> bytes:
        """The part of the package that holds them all."""
        counts = f' count="{self.uses}" uniqueCount="{self.first + len(self.numbers)}"'
        more = "".join(map(_shared, self.numbers)).encode()
        counted = COUNTS.sub(counts.encode(), self.written, count=1)
        return counted.replace(b"</sst>", more + b"</sst>")


def long_column(column: Column, formats: Formats, limit: float) -> LongColumn:
    """The looks of a column's values, and which are wider than `limit` characters."""
    found, numbers = LongColumn(column), dict[int, int]()
    known: dict[object, tuple[Format, float]] = {}
    for offset, value in enumerate(column.values):
        tone = column.tones[offset] if column.tones else Tone.PLAIN
        key = (value, tone) if isinstance(value, str) else None
        seen = known.get(key) if key else None
        look, width = seen or look_and_width(formats, (value, column, tone))
        if key and not seen:
            known[key] = look, width
        number = numbers.setdefault(id(look), len(numbers))
        if number == len(found.first_use):
            found.first_use.append(offset)
        found.looks.append(number)
        found.widest = max(found.widest, width)
        if width > limit:
            found.too_wide.append(offset)
    return found


def fill(written: bytes, tables: Sequence[LongRows], parts: Mapping[str, str]) -> bytes:
    """The workbook with the rows that were left out; `parts` names the part of each sheet."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written)) as old, zipfile.ZipFile(out, "w") as new:
        texts = _Texts(old.read(STRINGS))
        for part in sorted(old.infolist(), key=lambda part: part.filename == STRINGS):
            mine = [table for table in tables if parts[table.sheet] == part.filename]
            with new.open(_like(part), "w", force_zip64=True) as stream:
                if mine:
                    _put_rows(old.read(part), mine, stream, texts)
                else:
                    stream.write(texts.part() if part.filename == STRINGS else old.read(part))
    return out.getvalue()


def _like(part: zipfile.ZipInfo) -> zipfile.ZipInfo:
    copied = zipfile.ZipInfo(part.filename, part.date_time)
    copied.compress_type, copied.external_attr = part.compress_type, part.external_attr
    return copied


def _put_rows(sheet: bytes, tables: Sequence[LongRows], out: IO[bytes], texts: _Texts) -> None:
    """Write a sheet with the rows of its long tables."""
    done = 0
    for table in sorted(tables, key=lambda table: table.top):
        found = {int(row[1]) - 1: row for row in ROW.finditer(sheet, done)}
        mine = {at: row for at, row in found.items() if table.top <= at < table.end}
        out.write(sheet[done : mine[table.top].start()])
        for block in _blocks(table, {at: row[0] for at, row in mine.items()}, texts):
            out.write(block)
        done = mine[table.end - 1].end()
    out.write(sheet[done:])


def _blocks(table: LongRows, painted: dict[int, bytes], texts: _Texts) -> Iterator[bytes]:
    """The rows as text, some thousands at once; those that the library wrote as they are."""
    letters = [xl_col_to_name(number) for number in range(len(table.columns))]
    styles = {row: {c.decode(): int(s) for c, s in CELL.findall(painted[row])} for row in painted}
    for first in range(table.top, table.end, AT_ONCE):
        rows = range(first, min(first + AT_ONCE, table.end))
        columns = [
            _cells(letter, column, rows, (table.top, styles), texts)
            for letter, column in zip(letters, table.columns, strict=True)
        ]
        lines = (
            f'<row r="{row + 1}" ht="{table.points(row)}" customHeight="1">{"".join(cells)}</row>'
            for row, cells in zip(rows, zip(*columns, strict=True), strict=True)
        )
        kept = (
            painted[row].decode() if row in painted else line
            for row, line in zip(rows, lines, strict=True)
        )
        yield "".join(kept).encode()


def _cells(
    letter: str, column: LongColumn, rows: range, laid: tuple[int, _Styles], texts: _Texts
) -> list[str]:
    """The cells of one column in these rows."""
    top, styles = laid
    style = [styles[top + first][letter] for first in column.first_use]
    span = slice(rows.start - top, rows.stop - top)
    found = zip(rows, column.looks[span], column.column.values[span], strict=True)
    return [
        f'<c r="{letter}{row + 1}" s="{style[look]}"{_content(value, texts)}'
        for row, look, value in found
    ]


def _content(value: Value, texts: _Texts) -> str:
    """What stands in a cell after its style: a shared text, a number, or nothing."""
    if isinstance(value, str):
        return f' t="s"><v>{texts.number(value)}</v></c>'
    if value is None:
        return "/>"
    if isinstance(value, dt.date):
        return f"><v>{value.toordinal() - DAY_0}</v></c>"
    return f"><v>{value:.16G}</v></c>"


def _shared(raw: str) -> str:
    """One text among the shared ones, escaped as the format wants it (T-04)."""
    words = ESCAPE_LIKE.sub(r"_x005F\1", literal(clean(raw)[:LONGEST]))
    kept = ' xml:space="preserve"' if words != words.strip() else ""
    return f"<si><t{kept}>{escape(words)}</t></si>"
