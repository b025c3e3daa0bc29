"""One page painted on one sheet, from top to bottom."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_col_to_name

from arcollect.render.plain import clean
from arcollect.render.xlsx.cells import paint_cell, places_of, text_width, width_limit
from arcollect.render.xlsx.chart import paint_chart
from arcollect.views.table import Chart, Column, Kind, Page, Part, Report, Table, Tone

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from arcollect.render.xlsx.formats import Formats
    from arcollect.views.table import Figure

A4, A3 = 9, 8
A3_FROM = 190  # characters: what would be too small to read on A4
ACROSS_FROM = 400  # what would be too small on one sheet of A3
MOST = 60
LINE_POINTS, MOST_POINTS = 14, 400
LANDSCAPE_FROM = 7
FIRST_WIDER = 1.25  # than other text: it is bold and larger


class Painter:
    """Writes the parts of a page one under another and remembers where it is."""

    def __init__(self, sheet: Worksheet, book: Workbook, formats: Formats, name: str) -> None:
        self.sheet, self.book, self.formats, self.name = sheet, book, formats, name
        self.row = 0
        self.widths: dict[int, float] = {}
        self.last_column = 0
        self.first_row: int | None = None
        self.has_lead = False
        self.hidden: set[int] = set()
        self.naming = 0  # the column that names the rows, where one table is alone
        self.wrapped: list[tuple[int, int, float]] = []  # row, column, width of its text

    def page(self, page: Page, report: Report) -> None:
        """Title, facts, the line "first", the parts, the signatures; then the print set-up."""
        self._line(page.title, "title")
        self.has_lead = bool(report.lead)
        for fact in report.lead:
            self._line(fact, "lead")
        if page.first:
            self.first_row = self.row
            self._line(page.first, "first")
        self.row += 1
        tables = [part for part in page.parts if isinstance(part, Table)]
        for part in page.parts:
            self._part(part, alone=len(tables) == 1)
        if page.signatures:
            self._signatures(page.signatures)
        self._finish(page, report)

    def _part(self, part: Part, *, alone: bool) -> None:
        if isinstance(part, str):
            self._line(part, "note")
        elif isinstance(part, Table):
            self._table(part, alone=alone)
        elif isinstance(part, Chart):
            self.row = paint_chart(part, self.sheet, self.book, self.formats, self.name, self.row)
        else:
            self._figures(part)
        self.row += 1

    def _line(self, words: str, role: str) -> None:
        self.sheet.write_string(self.row, 0, clean(words), self.formats.role(_unwrapped(role)))
        self.row += 1

    def _figures(self, figures: tuple[Figure, ...]) -> None:
        for figure in figures:
            self.sheet.write_string(self.row, 0, clean(figure.label), self.formats.role("label"))
            shown = self.formats.role("figure", figure.tone)
            self.sheet.write_string(self.row, 1, clean(figure.shown), shown)
            words = "  ".join(w for w in (figure.verdict, figure.formula) if w)
            self.sheet.write_string(self.row, 2, clean(words), self.formats.role("lead"))
            self._widen(0, text_width(figure.label) + 2)
            self._widen(1, text_width(figure.shown) * 1.3 + 2)
            self.row += 1

    def _table(self, table: Table, *, alone: bool) -> None:
        if not alone:
            self._line(table.title, "heading")
        for line in () if alone and self.has_lead else table.lead:
            self._line(line, "lead")
        top = self.row
        for number, column in enumerate(table.columns):
            head = self.formats.role("head")
            self.sheet.write_string(top, number, clean(column.title), head)
            self.wrapped.append((top, number, text_width(column.title) * 1.2))
            self._column(column, number, top + 1)
        seen = [n for n, column in enumerate(table.columns) if not column.hidden]
        self.last_column = max([self.last_column, *seen])
        end = top + len(table)
        if table.total_label and len(table):
            self._totals(table, top + 1, end)
            self.row = end + 2
        else:
            self.row = end + 1
        if alone:
            self.sheet.freeze_panes(top + 1, _frozen(table))
            self.sheet.autofilter(top, 0, max(end, top), len(table.columns) - 1)
            self.sheet.repeat_rows(top)
            wide = (n for n, column in enumerate(table.columns) if column.wide)
            self.naming = next(wide, 0)
        for note in table.notes:
            self._line(f"· {note}", "note")

    def _column(self, column: Column, number: int, top: int) -> None:
        limit = width_limit(column)
        widest = max(text_width(column.title) * 0.75, 8.0)
        for offset, value in enumerate(column.values):
            tone = column.tones[offset] if column.tones else Tone.PLAIN
            width = paint_cell(
                self.sheet, self.formats, top + offset, number, (value, column, tone)
            )
            widest = max(widest, width)
            if width > limit:
                self.wrapped.append((top + offset, number, width))
        self._widen(number, min(widest + 2, limit))
        if column.hidden:
            self.hidden.add(number)
        if column.choices and column.values:
            offered = {"validate": "list", "source": list(column.choices)}
            last = top + len(column.values) - 1
            self.sheet.data_validation(
                top, number, last, number, {**offered, "error_type": "information"}
            )

    def _totals(self, table: Table, first: int, end: int) -> None:
        label = next((n for n, c in enumerate(table.columns) if c.wide and c.total is None), 0)
        for number, column in enumerate(table.columns):
            places = _places(column)
            look = self.formats.cell(column.kind, Tone.PLAIN, total=True, places=places)
            if number == label:
                bold = self.formats.cell(Kind.TEXT, Tone.PLAIN, total=True)
                self.sheet.write_string(end + 1, number, clean(table.total_label), bold)
            elif column.total is None:
                self.sheet.write_blank(end + 1, number, None, look)
            elif column.sums and isinstance(column.total, Decimal | int):
                letters = xl_col_to_name(number)
                span = f"{letters}{first + 1}:{letters}{end + 1}"
                formula = f"=ROUND(SUM({span}),{places})"
                self.sheet.write_formula(end + 1, number, formula, look, float(column.total))
                self._widen(number, len(f"{column.total:,}") + 3)
            else:
                total = (column.total, column, Tone.PLAIN)
                paint_cell(self.sheet, self.formats, end + 1, number, total, look=look)

    def _signatures(self, names: tuple[str, ...]) -> None:
        self.row += 2
        step = max(2, (self.last_column + 1) // len(names))
        for number, name in enumerate(names):
            look = self.formats.role("sign")
            self.sheet.write_string(self.row, number * step, clean(name), look)
        self.row += 1

    def _lines(self) -> dict[int, int]:
        """How many lines the rows need that have more than one, once widths are known."""
        lines: dict[int, int] = {}
        for row, column, width in self.wrapped:
            room = min(self.widths.get(column, 8.0), MOST)
            needed = math.ceil(width * 0.92 / room)
            if needed > 1:
                lines[row] = max(lines.get(row, 1), needed)
        return lines

    def _widen(self, column: int, width: float) -> None:
        self.widths[column] = max(self.widths.get(column, 8.0), width)

    def _band(self, row: int, words: str) -> None:
        """The line "first" from side to side; on several lines where it is longer than that."""
        last = max(self.last_column, 4)
        room = sum(min(self.widths.get(c, 8.0), MOST) for c in range(last + 1))
        lines = math.ceil(text_width(words) * FIRST_WIDER / room)
        if lines > 1:
            self.sheet.merge_range(row, 0, row, last, words, self.formats.role("first_lines"))
            self.sheet.set_row(row, lines * LINE_POINTS * FIRST_WIDER)
            return
        for column in range(1, last + 1):
            self.sheet.write_blank(row, column, None, self.formats.role("first"))

    def _finish(self, page: Page, report: Report) -> None:
        if self.first_row is not None:
            self._band(self.first_row, clean(page.first))
        for row, lines in self._lines().items():
            self.sheet.set_row(row, min(lines * LINE_POINTS + 2, MOST_POINTS))
        for column, width in self.widths.items():
            hidden = {"hidden": column in self.hidden}
            self.sheet.set_column(column, column, min(width, MOST), None, hidden)
        printed = sum(w for c, w in self.widths.items() if c not in self.hidden)
        self.sheet.set_paper(A3 if printed > A3_FROM else A4)
        if page.landscape or self.last_column >= LANDSCAPE_FROM:
            self.sheet.set_landscape()
        across = math.ceil(printed / ACROSS_FROM)
        if across > 1:
            self.sheet.repeat_columns(0, self.naming)
        self.sheet.fit_to_pages(across, 1 if page.one_sheet else 0)
        self.sheet.set_margins(0.5, 0.5, 0.6, 0.6)
        self.sheet.hide_gridlines(2)
        footer = clean(report.footer).replace("&", "&&")[:200]
        self.sheet.set_footer(f"&L&8{footer}&C&8{clean(page.title).replace('&', '&&')}&R&8&P / &N")


def _frozen(table: Table) -> int:
    """Freeze up to and including the column that names the row."""
    for number, column in enumerate(table.columns[:3]):
        if column.wide:
            return number + 1
    return 0


def _places(column: Column) -> int:
    if column.kind is not Kind.MONEY:
        return 0 if column.kind in {Kind.COUNT, Kind.DAYS} else 2
    sample = column.total if isinstance(column.total, Decimal) else None
    sample = sample or next((v for v in column.values if isinstance(v, Decimal)), None)
    return 2 if sample is None else places_of(sample)


def _unwrapped(role: str) -> str:
    return "lead" if role == "note" else role
