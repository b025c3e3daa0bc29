"""How a sheet prints: paper, direction, titles, and where a page ends (U-16)."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.render.plain import clean

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from arcollect.views.table import Page, Report

A4, A3 = 9, 8
SIDES = {A4: (842.0, 595.0), A3: (1191.0, 842.0)}  # points
A3_FROM = 190  # characters: what would be too small to read on A4
ACROSS_FROM = 400  # what would be too small on one sheet of A3
LANDSCAPE_FROM = 170  # what would be too small on A4 held upright
MARGINS = (0.5, 0.5, 0.6, 0.6)  # inches: left, right, top, bottom
INCH, CHARACTER = 72.0, 5.25  # points
CAREFUL = 0.96  # other fonts make other rows
MOST_BREAKS = 1_000  # Excel takes 1,026
HEADED = 4  # a table is broken after its head and some rows, not before


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that belong together: a heading with its table, a chart, a sentence.

    start: how many of its rows must not be parted from its heading; 0 keeps all together.
    """

    first: int
    last: int
    start: int = 0


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper for a sheet so many characters wide."""

    size: int
    landscape: bool
    across: int
    printed: float

    def set_up(self, sheet: Worksheet, page: Page, report: Report) -> None:
        """Paper, direction, width, margins and the foot of every page."""
        sheet.set_paper(self.size)
        if self.landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(self.across, 1 if page.one_sheet else 0)
        sheet.set_margins(*MARGINS)
        sheet.hide_gridlines(2)
        footer = clean(report.footer).replace("&", "&&")[:200]
        sheet.set_footer(f"&L&8{footer}&C&8{clean(page.title).replace('&', '&&')}&R&8&P / &N")

    def points(self) -> float:
        """How many points of rows stand on one page, once it is made to fit in width."""
        long, short = SIDES[self.size]
        width, height = (long, short) if self.landscape else (short, long)
        left, right, top, bottom = (margin * INCH for margin in MARGINS)
        fits = (width - left - right) / (max(self.printed, 1.0) * CHARACTER)
        return (height - top - bottom) / min(fits, 1.0) * CAREFUL


def paper_for(page: Page, printed: float) -> Paper:
    """A4 while it can be read, then A3, then several sheets side by side."""
    size = A3 if printed > A3_FROM and not page.one_sheet else A4
    landscape = page.landscape or (printed > LANDSCAPE_FROM and not page.one_sheet)
    return Paper(size, landscape, math.ceil(printed / ACROSS_FROM) or 1, printed)


def breaks(blocks: Sequence[Block], height: Callable[[int], float], room: float) -> list[int]:
    """Before which rows a new page begins, so that nothing is torn from its heading.

    height: of a row, in points. A block that fits on a page is kept whole; of a longer one
    the first rows stay with the heading.
    """
    found: list[int] = []
    used = 0.0
    for block in blocks:
        needed = sum(map(height, range(block.first, block.last + 1)))
        start = block.last if not block.start or needed <= room else block.first + block.start
        together = sum(map(height, range(block.first, min(start, block.last) + 1)))
        if used and used + together > room:
            found.append(block.first)
            used = 0.0
        for row in range(block.first, block.last + 1):
            if used and used + height(row) > room:
                found.append(row)
                used = 0.0
            used += height(row)
    return found[:MOST_BREAKS]
