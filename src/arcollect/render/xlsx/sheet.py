"""One page painted on one sheet, from top to bottom."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from arcollect.render.plain import clean
from arcollect.render.xlsx.body import paint_table, wanted
from arcollect.render.xlsx.canvas import LINE_POINTS, ROW_POINTS, Canvas
from arcollect.render.xlsx.cells import put_words, text_width
from arcollect.render.xlsx.chart import CHART_WIDTH, chart_wish, paint_chart
from arcollect.render.xlsx.grid import Span, Wish, lay, lay_beside
from arcollect.render.xlsx.paper import HEADED, Block, breaks, paper_for
from arcollect.views.table import Chart, Page, Part, Report, Table

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from arcollect.render.xlsx.formats import Formats
    from arcollect.views.table import Figure

FIRM_FROM = 120  # rows: a longer table keeps one cell to a column, to filter and copy
MAIN_FROM = 12  # rows: so does the first such table, unless the sheet is one page to read
FIRST_WIDER = 1.25  # than other text: it is bold and larger
LINE_MOST, LINE_LEAST = 150.0, 90.0  # characters: how long a line of words may get
HEIGHTS = {"title": 26.0, "heading": 20.0, "first": 21.0}  # points
SAID_MOST = 60.0  # characters: longer words run on into empty cells
BELOW_CHART = 1
WHOLE: Span = (0, -1)  # from side to side
FIRST_COLUMNS: tuple[Span, ...] = ((0, 0), (1, 1), (2, 2))


class Painter:
    """Writes the parts of a page one under another and remembers where it is."""

    def __init__(self, sheet: Worksheet, book: Workbook, formats: Formats, name: str) -> None:
        self.sheet, self.book, self.formats, self.name = sheet, book, formats, name
        self.canvas = Canvas(sheet, formats)
        self.row = 0
        self.last_column = 0
        self.reach = 0.0  # characters that a picture needs
        self.has_lead = False
        self.naming = 0  # the column that names the rows, where one table is alone
        self.main: Table | None = None  # the one that is there to be filtered
        self.side: Span = WHOLE  # the columns of the side that is being written
        self.lines: list[tuple[int, Span, str, str]] = []  # row, columns, words, role
        self.blocks: list[Block] = []

    def page(self, page: Page, report: Report) -> None:
        """Title, facts, the line "first", the parts, the signatures; then the print set-up."""
        spans = self._plan(page)
        self._line(page.title, "title")
        self.has_lead = bool(report.lead)
        for fact in report.lead:
            self._line(fact, "lead")
        if page.first:
            self._line(page.first, "first")
        self.row += 1
        tables = [part for part in page.parts if isinstance(part, Table)]
        top = lowest = self.row
        for number, part in enumerate(page.parts):
            if page.beside and number == page.beside.start:
                lowest, self.row, self.side = self.row, top, self._right_side(page, spans)
            elif page.beside and number == page.beside.stop:
                self.row, self.side = max(self.row, lowest), WHOLE
            self._part(part, spans.get(id(part), ()), alone=len(tables) == 1)
        self.row, self.side = max(self.row, lowest), WHOLE
        self._finish(page, report)

    def _plan(self, page: Page) -> dict[int, tuple[Span, ...]]:
        """Which columns of the sheet each part takes, where there are several parts."""
        laid = {n: part for n, part in enumerate(page.parts) if not isinstance(part, str)}
        if len(laid) < 2:
            return {}
        self.main = None if page.one_sheet else _main(laid.values())
        wishes = [_wish(part, self.main) for part in laid.values()]
        grid = lay(wishes) if not page.beside else lay_beside(wishes, _sides(page, [*laid]))
        self.canvas.plan(grid.widths)
        return {id(part): at for part, at in zip(laid.values(), grid.spans, strict=True)}

    def _right_side(self, page: Page, spans: dict[int, tuple[Span, ...]]) -> Span:
        """The columns of what stands beside."""
        mine = [spans[id(page.parts[n])] for n in page.beside]
        return min(at[0][0] for at in mine), max(at[-1][1] for at in mine)

    def _part(self, part: Part, spans: tuple[Span, ...], *, alone: bool) -> None:
        first, start = self.row, 0
        if isinstance(part, str):
            self._line(part, "note")
        elif isinstance(part, Table):
            spans = spans or tuple((n, n) for n in range(len(part.columns)))
            start = self._table(part, spans, alone=alone)
        elif isinstance(part, Chart):
            self._chart(part, spans or FIRST_COLUMNS)
        else:
            self._figures(part, spans or FIRST_COLUMNS)
        self.row += 1
        if not self.blocks:  # the title stays with what it is the title of
            first, start = 0, start and start + first
        if self.blocks or not isinstance(part, str):
            self.blocks.append(Block(first, self.row - 1, start))

    def _line(self, words: str, role: str) -> None:
        if words := clean(words):
            self.lines.append((self.row, self.side, words, role))
            put_words(self.sheet, self.row, self.side[0], words, self.formats.role(role))
        if role in HEIGHTS:
            self.canvas.taller(self.row, HEIGHTS[role])
        self.row += 1

    def _figures(self, figures: tuple[Figure, ...], spans: tuple[Span, ...]) -> None:
        label, shown, after = spans
        for figure in figures:
            self.canvas.words(self.row, label, clean(figure.label), self.formats.role("label"))
            look = self.formats.role("figure", figure.tone)
            self.canvas.words(self.row, shown, clean(figure.shown), look)
            said = self.formats.role("said")
            put_words(self.sheet, self.row, after[0], _said(figure), said)
            for span, width in zip((label, shown), _widths(figure), strict=False):
                self.canvas.widen(span[0], width)
            self.row += 1

    def _chart(self, chart: Chart, spans: tuple[Span, ...]) -> None:
        right = spans[1][1] + 1
        self._line(chart.title, "heading")
        rows = paint_chart(chart, self.canvas, self.book, self.name, (self.row, spans[:2]))
        self.reach = max(self.reach, self.canvas.room((0, right - 1)) + CHART_WIDTH)
        self.row += rows + BELOW_CHART

    def _table(self, table: Table, spans: tuple[Span, ...], *, alone: bool) -> int:
        """Paint it; how many rows from its heading on must stay together."""
        first = self.row
        if not alone:
            self._line(table.title, "heading")
        for line in () if alone and self.has_lead else table.lead:
            self._line(line, "lead")
        top = self.row
        end = paint_table(table, self.canvas, spans, top)
        self.row = end + 1
        seen = [span[1] for span, c in zip(spans, table.columns, strict=True) if not c.hidden]
        self.last_column = max([self.last_column, *seen])
        if alone or table is self.main:
            self.sheet.autofilter(top, spans[0][0], top + len(table), spans[-1][1])
        if alone:
            self.sheet.freeze_panes(top + 1, _frozen(table, spans))
            self.sheet.repeat_rows(top)
            wide = (n for n, column in enumerate(table.columns) if column.wide)
            self.naming = next(wide, 0)
        for note in table.notes:
            self._line(f"· {note}", "note")
        return top - first + HEADED

    def _signatures(self, names: tuple[str, ...], last: int) -> None:
        """Lines to sign on, side by side over the width of the sheet."""
        look = self.formats.role("sign")
        step = self.canvas.room((0, last)) / len(names)
        for number, name in enumerate(names):
            first = self._column_at(step * number)
            put_words(self.sheet, self.row, first, clean(name), look)
            for column in range(first + 1, self._column_at(step * (number + 0.7))):
                self.sheet.write_blank(self.row, column, None, look)

    def _column_at(self, characters: float) -> int:
        column = 0
        while characters > 0 and self.canvas.room((0, column)) < characters:
            column += 1
        return column + 1 if column else 0

    def _wrap_line(self, line: tuple[int, Span, str, str], end: int) -> None:
        """A line of words is broken where the sheet ends, not where the paper does."""
        row, (first, last), words, role = line
        last = end if (first, last) == WHOLE else last
        wider = FIRST_WIDER if role == "first" else 1.0
        lines = math.ceil(text_width(words) * wider / self.canvas.room((first, last)))
        if lines > 1:
            self.canvas.words(row, (first, last), words, self.formats.role(f"{role}_lines"))
            self.canvas.taller(row, (lines * LINE_POINTS + 4) * wider)
        elif role == "first":
            for column in range(first + 1, last + 1):
                self.sheet.write_blank(row, column, None, self.formats.role("first"))

    def _finish(self, page: Page, report: Report) -> None:
        self.canvas.finish_widths()
        last = self._line_end()
        for line in self.lines:
            if line[-1] not in {"title", "heading"}:
                self._wrap_line(line, last)
        self.canvas.finish_heights()
        if page.signatures:
            self.row += 2
            self._signatures(page.signatures, last)
        printed = max(self.canvas.room((0, max(self.last_column, last))), self.reach)
        paper = paper_for(page, printed)
        paper.set_up(self.sheet, page, report)
        if paper.across > 1:
            self.sheet.repeat_columns(0, self.naming)
        elif self.canvas.is_planned and not page.one_sheet:
            heights = self.canvas.heights
            rows = breaks(self.blocks, lambda row: heights.get(row, ROW_POINTS), paper.points())
            self.sheet.set_h_pagebreaks(rows)

    def _line_end(self) -> int:
        """The column at which lines of words end: with the sheet, but not too far right."""
        last = self.last_column
        while last and self.canvas.room((0, last)) > LINE_MOST:
            last -= 1
        while self.canvas.room((0, last)) < LINE_LEAST:
            last += 1
        return last


def _main(parts: Iterable[Part]) -> Table | None:
    """The first table of a sheet that is long enough to be filtered and copied."""
    tables = (part for part in parts if isinstance(part, Table))
    return next((table for table in tables if len(table) >= MAIN_FROM), None)


def _wish(part: Table | Chart | tuple[Figure, ...], main: Table | None) -> Wish:
    if isinstance(part, Table):
        to_fill = any(column.hidden or column.fill for column in part.columns)
        is_firm = part is main or len(part) > FIRM_FROM or to_fill
        shape = tuple(column.key for column in part.columns)
        return Wish(wanted(part), len(part), shape, is_firm)
    if isinstance(part, Chart):
        return chart_wish(part)
    widths = [_widths(figure) for figure in part]
    return Wish(tuple(map(max, zip(*widths, strict=True))), len(part), ("figures",))


def _sides(page: Page, numbers: Sequence[int]) -> list[int]:
    """0 for parts on the left, 1 for those beside them, 2 for those below both."""
    return [(n >= page.beside.start) + (n >= page.beside.stop) for n in numbers]


def _widths(figure: Figure) -> tuple[float, float, float]:
    """What label, figure and words need; label and figure are bold, the figure larger."""
    label, shown = text_width(figure.label) * 1.1 + 2, text_width(figure.shown) * 1.3 + 2
    return label, shown, min(text_width(_said(figure)) + 2, SAID_MOST)


def _said(figure: Figure) -> str:
    return clean("  ".join(w for w in (figure.verdict, figure.formula) if w))


def _frozen(table: Table, spans: tuple[Span, ...]) -> int:
    """Freeze up to and including the column that names the row."""
    for column, span in list(zip(table.columns, spans, strict=True))[:3]:
        if column.wide:
            return span[1] + 1
    return 0
