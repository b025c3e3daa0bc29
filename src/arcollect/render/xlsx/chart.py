"""Native Excel charts, with their numbers in cells beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.render.plain import clean
from arcollect.render.xlsx.cells import places_of
from arcollect.views.table import Chart, Kind, Tone

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from arcollect.render.xlsx.formats import Formats

COLOURS = {
    Tone.PLAIN: "#4472C4",
    Tone.GOOD: "#70AD47",
    Tone.WATCH: "#FFC000",
    Tone.BAD: "#C00000",
    Tone.MUTED: "#A5A5A5",
}
ROW_PIXELS = 20


def paint_chart(
    chart: Chart,
    sheet: Worksheet,
    book: Workbook,
    formats: Formats,
    name: str,
    row: int,
) -> int:
    """Write the numbers, put the bars beside them and return the next free row."""
    sheet.write_string(row, 0, clean(chart.title), formats.role("heading"))
    top = row + 1
    for offset, bar in enumerate(chart.bars):
        look = formats.cell(Kind.TEXT, bar.tone)
        sheet.write_string(top + offset, 0, clean(bar.label), look)
        look = formats.cell(Kind.MONEY, bar.tone, places=places_of(bar.value))
        sheet.write_number(top + offset, 1, bar.value, look)
    if not chart.bars:
        return top
    native = book.add_chart({"type": "bar"})
    end = top + len(chart.bars) - 1
    native.add_series({
        "categories": [name, top, 0, end, 0],
        "values": [name, top, 1, end, 1],
        "points": [{"fill": {"color": COLOURS[bar.tone]}} for bar in chart.bars],
        "gap": 40,
    })  # fmt: skip
    native.set_title({"name": clean(chart.title), "name_font": {"size": 11}})
    native.set_legend({"none": True})
    native.set_y_axis({"reverse": True, "num_font": {"size": 9}, "interval_unit": 1})
    native.set_x_axis(
        {
            "num_font": {"size": 9},
            "num_format": "#,##0",
            "name": clean(chart.unit),
            "major_gridlines": {"visible": False},
        }
    )
    rows = max(len(chart.bars) * 3 // 2 + 3, 10)
    native.set_size({"width": 560, "height": rows * ROW_PIXELS})
    sheet.insert_chart(row, 3, native, {"object_position": 1})
    return row + rows + 1
