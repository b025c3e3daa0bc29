"""What an OpenDocument sheet hides, and which of its cells hold no value."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from arcollect.ledger.file.other.seen import Seen

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_CELLS = {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384


def seen_ods(data: bytes) -> list[Seen]:
    """One `Seen` per table, in the order of the tabs."""
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415  (only in the child)

    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("content.xml") as content:
        return list(_tables(iterparse(content, events=("start", "end"))))


def _tables(events: Any) -> Iterator[Seen]:
    seen, row, column, depth = Seen(), 0, 0, 0
    for event, element in events:
        tag = element.tag
        if event == "start":
            if tag == f"{_TABLE}table":
                depth += 1
                if depth == 1:
                    seen, row, column = Seen(element.get(f"{_TABLE}name", "")), 0, 0
            continue
        if tag == f"{_TABLE}table":
            depth -= 1
            if depth == 0:
                yield seen
        elif depth == 1 and tag == f"{_TABLE}table-column":
            column = _columns(element, seen, column)
        elif depth == 1 and tag == f"{_TABLE}table-row":
            row = _row(element, seen, row)
            element.clear()


def _columns(element: Any, seen: Seen, first: int) -> int:
    after = first + _times(element, "columns")
    if element.get(f"{_TABLE}visibility") in {"collapse", "filter"}:
        seen.hidden_columns.update(range(first, min(after, _MOST_COLUMNS)))
    return after


def _row(element: Any, seen: Seen, first: int) -> int:
    after = first + _times(element, "rows")
    shown = element.get(f"{_TABLE}visibility")
    filled = any(_is_filled(cell) for cell in element if cell.tag in _CELLS)
    if filled and shown in {"collapse", "filter"}:
        seen.hidden_rows.update(range(first, min(after, _MOST_ROWS)))
        seen.filtered |= shown == "filter"
    column = 0
    for cell in element:
        if cell.tag in _CELLS:
            if (word := _odd(cell)) is not None:
                seen.odd[first, column] = word
            last = column + _times(cell, "columns")
            if _is_filled(cell):
                corner = (after - 1, last - 1)
                seen.extent.add((after - first) * (last - column), 0, corner, corner)
            column = last
    seen.extent.rows += filled * (after - first)
    return after


def _odd(cell: Any) -> str | None:
    """An error word, "" for a formula without a value, None for anything else."""
    if cell.get(f"{_CALC}value-type") == "error":
        return "".join(cell.itertext()).strip() or "#ERR!"
    has_formula = cell.get(f"{_TABLE}formula") is not None
    if has_formula and cell.get(f"{_OFFICE}value-type") is None:
        return ""
    return None


def _is_filled(cell: Any) -> bool:
    return cell.get(f"{_OFFICE}value-type") is not None or len(cell) > 0


def _times(element: Any, what: str) -> int:
    """How often an element stands for itself; 1 where the file says nothing useful."""
    said = str(element.get(f"{_TABLE}number-{what}-repeated", "1"))
    return max(int(said), 1) if said.isdecimal() and len(said) < 8 else 1
