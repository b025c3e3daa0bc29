"""Native Excel charts, with their numbers in cells beside them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from arcollect.render.plain import clean
from arcollect.render.xlsx.cells import WIDE, text_width, value_width
from arcollect.render.xlsx.grid import Span, Wish
from arcollect.views.table import Chart, Column, Kind, Tone

if TYPE_CHECKING:
    from xlsxwriter.chart import Chart as NativeChart
    from xlsxwriter.workbook import Workbook

    from arcollect.render.xlsx.canvas import Canvas

STEPS = 4
COLOURS = {
    Tone.PLAIN: "#4472C4",
    Tone.GOOD: "#70AD47",
    Tone.WATCH: "#FFC000",
    Tone.BAD: "#C00000",
    Tone.MUTED: "#A5A5A5",
}
ROW_PIXELS, LEAST_ROWS = 22, 9
CHART_PIXELS, CHART_WIDTH = 560, 82.0  # the same in characters, with a margin


def chart_wish(chart: Chart) -> Wish:
    """The widths of its labels and of its figures."""
    labels = max((text_width(bar.label) for bar in chart.bars), default=0.0)
    figures = max((value_width(bar.value, Kind.MONEY) for bar in chart.bars), default=0.0)
    return Wish((min(labels + 3, WIDE), max(figures + 3, 12.0)), len(chart.bars), ("chart",))


def paint_chart(
    chart: Chart, canvas: Canvas, book: Workbook, name: str, where: tuple[int, Sequence[Span]]
) -> int:  # fmt: skip
    """Write the numbers and put the bars beside them; how many rows both take."""
    top, (labels, values) = where
    for offset, bar in enumerate(chart.bars):
        look = canvas.formats.cell(Kind.TEXT, bar.tone)
        canvas.words(top + offset, labels, clean(bar.label), look)
        meaning = Column("value", "", Kind.MONEY, ())
        canvas.cell(top + offset, values, (bar.value, meaning, bar.tone))
    for span, width in zip((labels, values), chart_wish(chart).widths, strict=True):
        canvas.widen(span[0], width)
    if not chart.bars:
        return 0
    rows = max(len(chart.bars) * 3 // 2 + 3, LEAST_ROWS)
    native = _native(chart, book, name, (top, labels[0], values[0]))
    native.set_size({"width": CHART_PIXELS, "height": rows * ROW_PIXELS})
    place = {"object_position": 1, "x_offset": 12, "y_offset": 2}
    canvas.sheet.insert_chart(top, values[1] + 1, native, place)
    return rows


def _native(chart: Chart, book: Workbook, name: str, where: tuple[int, int, int]) -> NativeChart:
    top, labels, values = where
    end = top + len(chart.bars) - 1
    native = book.add_chart({"type": "bar"})
    native.add_series({
        "categories": [name, top, labels, end, labels],
        "values": [name, top, values, end, values],
        "points": [{"fill": {"color": COLOURS[bar.tone]}} for bar in chart.bars],
        "gap": 40,
    })  # fmt: skip
    native.set_title({"name": clean(chart.title), "name_font": {"size": 11}})
    native.set_legend({"none": True})
    native.set_y_axis({"reverse": True, "num_font": {"size": 9}, "interval_unit": 1})
    native.set_x_axis({
        "num_font": {"size": 9},
        "num_format": "#,##0",
        "major_unit": _step(chart),
        "name": clean(chart.unit),
        "major_gridlines": {"visible": False},
    })  # fmt: skip
    return native


def _step(chart: Chart) -> float:
    """A round number of which four or five reach the longest bar: labels never touch."""
    longest = max(abs(bar.value) for bar in chart.bars)
    if longest <= STEPS:
        return 1.0
    power = Decimal(10) ** ((longest / STEPS).adjusted())
    return float(next(power * n for n in (1, 2, 5, 10) if power * n * STEPS >= longest))
