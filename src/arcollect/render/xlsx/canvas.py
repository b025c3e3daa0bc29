"""One sheet as its parts see it: cells that may be merged, widths and heights."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from arcollect.render.wrap import wrap
from arcollect.render.xlsx.cells import look_of, paint_cell, put_words, text_width
from arcollect.render.xlsx.rows import LongRows

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from arcollect.render.xlsx.formats import Formats
    from arcollect.render.xlsx.grid import Span
    from arcollect.render.xlsx.rows import LongColumn
    from arcollect.views.table import Column, Tone, Value

MOST = 60
LEAST, UNUSED = 8.0, 8.43  # characters: of a column of ours, of one that nobody set
LINE_POINTS, MOST_POINTS, ROW_POINTS = 14.0, 400.0, 16.5
INDENT = 1.5  # characters that a cell of words leaves blank
MOST_WRAPPED = 5_000  # cells that are worth looking for the places where they break
PADDING = 5 / 7  # characters that Excel adds to every column


class Canvas:
    """What is painted where; widths are those of the grid, or grow with what is written."""

    def __init__(self, sheet: Worksheet, formats: Formats) -> None:
        self.sheet, self.formats = sheet, formats
        self.widths: dict[int, float] = {}
        self.heights: dict[int, float] = {}  # points, where not the default
        self.is_planned = False
        self.hidden: set[int] = set()
        self.left_out: list[LongRows] = []
        self.wrapped: list[tuple[int, Span, str]] = []  # row, columns, words
        sheet.set_default_row(ROW_POINTS)

    def plan(self, widths: tuple[float, ...]) -> None:
        """Fix the widths of the columns; without a plan they grow."""
        self.widths = dict(enumerate(widths))
        self.is_planned = True

    def cell(
        self, row: int, span: Span, what: tuple[Value, Column, Tone], look: Format | None = None
    ) -> float:
        """Write one value over the columns of `span`; the width it wants."""
        first, last = span
        if last > first:
            look = look or look_of(self.formats, what)
            self.sheet.merge_range(row, first, row, last, "", look)
        return paint_cell(self.sheet, self.formats, row, first, what, look=look)

    def words(self, row: int, span: Span, words: str, look: Format) -> None:
        """Write plain words over the columns of `span`."""
        first, last = span
        if last > first:
            self.sheet.merge_range(row, first, row, last, "", look)
        put_words(self.sheet, row, first, words, look)

    def formula(self, row: int, span: Span, said: tuple[str, float], look: Format) -> None:
        """Write a formula of our own and its value over the columns of `span`."""
        first, last = span
        if last > first:
            self.sheet.merge_range(row, first, row, last, "", look)
        self.sheet.write_formula(row, first, said[0], look, said[1])

    def widen(self, column: int, width: float) -> None:
        """Let a column be at least this wide, unless widths are planned."""
        if not self.is_planned:
            self.widths[column] = max(self.widths.get(column, LEAST), width)

    def room(self, span: Span) -> float:
        """How many characters the columns hold; those that are hidden, none."""
        first, last = span
        shown = (c for c in range(first, last + 1) if c not in self.hidden)
        widths = (min(self.widths.get(c, UNUSED), MOST) for c in shown)
        return sum(width + self.between for width in widths) - self.between

    @property
    def between(self) -> float:
        """What a column has besides its characters; a plan has reckoned with it."""
        return 0.0 if self.is_planned else PADDING

    def taller(self, row: int, points: float) -> None:
        """Let a row be at least this high."""
        self.heights[row] = max(self.heights.get(row, ROW_POINTS), min(points, MOST_POINTS))

    def finish_widths(self) -> None:
        """Set the widths, once everything is written; heights follow from them."""
        for column, width in self.widths.items():
            hidden = {"hidden": column in self.hidden}
            kept = max(width - PADDING, PADDING) if self.is_planned else min(width, MOST)
            self.sheet.set_column(column, column, kept, None, hidden)
        for row, span, words in self.wrapped:
            if span[0] not in self.hidden:
                self.taller(row, self._lines(words, self.room(span)) * LINE_POINTS + 2)

    def _lines(self, words: str, room: float) -> int:
        """How many lines words take; of very many cells only what their width says.

        A word that is wider than its cell, a hash or an address, is broken by the program
        that shows it.
        """
        room = max(room - INDENT, LEAST - INDENT)
        if len(self.wrapped) > MOST_WRAPPED:
            return math.ceil(text_width(words) / room)
        lines = wrap(words, int(room)).split("\n")
        return sum(max(1, math.ceil(text_width(line) / int(room))) for line in lines)

    def leave_out(self, top: int, columns: Sequence[LongColumn]) -> list[int]:
        """Leave the rows of a long table to the end, but for the offsets returned."""
        rows = LongRows(self.sheet.get_name(), top, columns, self.heights, ROW_POINTS)
        self.left_out.append(rows)
        return [row - top for row in sorted(rows.painted)]

    def finish_heights(self) -> None:
        """Set the heights of the rows that are not as all others."""
        for row, points in self.heights.items():
            if not any(rows.leaves_out(row) for rows in self.left_out):
                self.sheet.set_row(row, points)
