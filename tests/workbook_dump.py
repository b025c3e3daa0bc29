"""A workbook as text: values, formulas, number formats and print set-up of every sheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl

_AT_THE_TOP, _AT_THE_END = 14, 4


def dump(path: Path) -> str:
    """Every sheet; of a long table the first and the last rows."""
    book = openpyxl.load_workbook(path)
    return "\n".join(line for sheet in book for line in [*_sheet(sheet), ""])


def _sheet(sheet: Any) -> Iterator[str]:
    yield f"== {sheet.title} {sheet.dimensions}"
    charts, panes = len(sheet._charts), sheet.freeze_panes
    yield f"   freeze {panes}; filter {sheet.auto_filter.ref}; charts {charts}"
    page = sheet.page_setup
    yield (
        f"   {page.orientation}, paper {page.paperSize}, fit {page.fitToWidth}x{page.fitToHeight}, "
        f"titles {sheet.print_title_rows}, foot {sheet.oddFooter.center.text!r}"
    )
    rows = list(sheet.iter_rows())
    for n, row in enumerate(rows):
        if _AT_THE_TOP <= n < len(rows) - _AT_THE_END and len(rows) > 60:
            continue
        shown = [_cell(cell) for cell in row]
        if any(shown):
            yield f"{n + 1:>4} {' | '.join(shown).rstrip(' |')}"


def _cell(cell: Any) -> str:
    if cell.value is None:
        return ""
    value = cell.value
    if isinstance(value, dt.datetime):
        value = value.date() if value.time() == dt.time() else value
    kind = "" if cell.number_format == "General" else f" [{cell.number_format}]"
    return f"{value}{kind}".replace("\n", "⏎")
