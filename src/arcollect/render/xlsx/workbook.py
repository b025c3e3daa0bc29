"""A whole report as one workbook, the same bytes for the same report."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import TYPE_CHECKING

import xlsxwriter

from arcollect.render.plain import clean
from arcollect.render.xlsx.formats import Formats
from arcollect.render.xlsx.rows import LongRows, fill
from arcollect.render.xlsx.sheet import Painter

if TYPE_CHECKING:
    from arcollect.views.table import Report

CREATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001  (fixed: same report, same bytes)
OPTIONS = {
    "in_memory": True,  # no customer names in temporary files
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
FONTS = {"zh": "微软雅黑", "en": "Calibri"}


def write(report: Report) -> bytes:
    """The workbook of `report`: one sheet per page, ready to read and to print.

    Text cells by write_string only; formulas only our own totals, with the true value
    cached; titles repeated, page x of y, fit to width (U-16, T-01, T-38).
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    book.set_properties({"title": clean(report.title), "created": CREATED, "comments": ""})
    formats = Formats(book, FONTS.get(report.facts.get("lang", "zh"), "Calibri"))
    names: set[str] = set()
    long: list[LongRows] = []
    for page in report.pages:
        name = sheet_name(page.title, names)
        painter = Painter(book.add_worksheet(name), book, formats, name)
        painter.page(page, report)
        long += painter.canvas.left_out
    parts = {
        s.get_name(): f"xl/worksheets/sheet{n}.xml" for n, s in enumerate(book.worksheets(), 1)
    }
    book.close()
    return fill(out.getvalue(), long, parts) if long else out.getvalue()


def sheet_name(title: str, taken: set[str]) -> str:
    r"""A legal sheet name: 31 characters, no []:*?/\\, unique without case (T-04)."""
    base = re.sub(r"[\[\]:*?/\\]", "_", clean(title)).strip("' ")[:31] or "Sheet"
    if base.casefold() == "history":
        base = "History_"
    name, number = base, 2
    while name.casefold() in taken:
        name = f"{base[:27]} ({number})"
        number += 1
    taken.add(name.casefold())
    return name
