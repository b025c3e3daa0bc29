"""A made-up copy of somebody's layout, as a workbook."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import xlsxwriter
from xlsxwriter.exceptions import OverlappingRange

from arcollect.dates import DAYS_TO_1904
from arcollect.ledger.anonymise import MadeUpSheet
from arcollect.ledger.file.grid import CellKind
from arcollect.render.xlsx.cells import put_words
from arcollect.render.xlsx.workbook import CREATED, OPTIONS

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LONGEST = 31


def layout(sheets: Sequence[MadeUpSheet]) -> bytes:
    """The workbook: cells of the same kinds in the same places, hidden parts hidden."""
    out = io.BytesIO()
    is_1904 = any(sheet.facts.date_1904 for sheet in sheets)
    book = xlsxwriter.Workbook(out, {**OPTIONS, "date_1904": is_1904})
    book.set_properties({"created": CREATED})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
    names: set[str] = set()
    for number, sheet in enumerate(sheets, 1):
        page = book.add_worksheet(_name(sheet.name, number, names))
        _frame(page, sheet)
        _fill(page, sheet, (day, moment), DAYS_TO_1904 if is_1904 else 0)
    _show_one(book)
    book.close()
    return out.getvalue()


def _frame(page: Worksheet, sheet: MadeUpSheet) -> None:
    """Merges, hidden rows and columns, the filter."""
    facts = sheet.facts
    for top, left, bottom, right in facts.merges:
        if (top, left) != (bottom, right):
            try:
                page.merge_range(top, left, bottom, right, "")
            except OverlappingRange:
                continue
    for row in facts.hidden_rows:
        page.set_row(row, None, None, {"hidden": True})
    for column in facts.hidden_columns:
        page.set_column(column, column, None, None, {"hidden": True})
    if facts.filtered and facts.rows and facts.columns:
        page.autofilter(0, 0, facts.rows - 1, facts.columns - 1)
    if facts.hidden:
        page.hide()


def _fill(
    page: Worksheet, sheet: MadeUpSheet, formats: tuple[Format, Format], earlier: int
) -> None:
    for row, column, kind, value in sheet.cells:
        if isinstance(value, str):
            _write_text(page, row, column, kind, value)
        elif kind == CellKind.DATE:
            page.write_number(row, column, value - earlier, formats[not value.is_integer()])
        elif kind == CellKind.BOOL:
            page.write_boolean(row, column, bool(value))
        elif kind == CellKind.UNCOMPUTED:
            page.write_formula(row, column, "=1+1", None, "")
        else:
            page.write_number(row, column, value)


def _write_text(page: Worksheet, row: int, column: int, kind: CellKind, said: str) -> None:
    if kind == CellKind.ERROR:
        page.write_formula(row, column, "=NA()", None, said)
    else:
        put_words(page, row, column, said, None)


def _name(said: str, number: int, names: set[str]) -> str:
    name = _FORBIDDEN.sub("_", said)[:_LONGEST].strip()
    if not name or name.lower() in names:
        name = f"Sheet{number}"
    names.add(name.lower())
    return name


def _show_one(book: Workbook) -> None:
    """A workbook whose sheets are all hidden cannot be opened: the first is shown."""
    pages = book.worksheets()
    seen = [page for page in pages if not page.hidden]
    first = (seen or pages)[0]
    first.hidden = 0
    first.activate()
    first.set_first_sheet()
