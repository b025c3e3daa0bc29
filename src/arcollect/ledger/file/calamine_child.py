"""Runs in a process of its own: calamine on a file that could take it down.

Reads the file from standard input and writes the cells to standard output as an
npz archive. A panic, an endless allocation or an abort ends this process only.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
from collections.abc import Iterable
from typing import Any

import numpy as np

from arcollect.ledger.file.gather import Gatherer
from arcollect.ledger.file.grid import CellKind
from arcollect.ledger.file.lazy import Wish

MEMORY_BYTES = 4 << 30
PASSWORD, UNREADABLE = 65, 66  # exit codes for the parent
_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet knows no zone
_DAY = dt.timedelta(days=1)


def main() -> int:
    """Read, convert, write; the exit code says what went wrong."""
    _limit_memory()
    data = sys.stdin.buffer.read()
    try:
        arrays = _workbook(data)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - PanicException is no Exception
        said = type(error).__name__
        return PASSWORD if "Password" in said else UNREADABLE
    stream = io.BytesIO()
    np.savez(stream, **arrays)
    sys.stdout.buffer.write(stream.getvalue())
    return 0


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def _workbook(data: bytes) -> dict[str, Any]:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - only in the child

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    arrays: dict[str, Any] = {}
    sheets = []
    visible = {meta.name: str(meta.visible).endswith(".Visible") for meta in book.sheets_metadata}
    kinds = {meta.name: str(meta.typ) for meta in book.sheets_metadata}
    for number, name in enumerate(book.sheet_names):
        if not kinds.get(name, ".WorkSheet").endswith(".WorkSheet"):
            continue
        sheet = book.get_sheet_by_name(name)
        height, width, columns = _cells(sheet.iter_rows(), sheet.start or (0, 0))
        merges = [[*first, *last] for first, last in sheet.merged_cell_ranges or ()]
        sheets.append(
            {
                "number": number, "name": name, "hidden": not visible.get(name, True),
                "rows": height, "columns": width, "merges": merges,
                "pools": {n: column.pool for n, column in columns.items()},
            }
        )  # fmt: skip
        for n, column in columns.items():
            for part in ("kind", "number", "text"):
                arrays[f"{number}/{n}/{part}"] = getattr(column, part)
    said = json.dumps(sheets).encode()
    return {"sheets": np.frombuffer(said, np.uint8), **arrays}


def _cells(rows: Iterable[list[Any]], start: tuple[int, int]) -> tuple[int, int, dict[int, Any]]:
    """Height, width and columns; iter_rows keeps blank rows but drops blank columns."""
    gatherer, height, width = Gatherer(Wish(None)), 0, 0
    for row, values in enumerate(rows):
        for column, value in enumerate(values, start[1]):
            if value is not None and value != "":
                _add(gatherer, row, column, value)
                height, width = row + 1, max(width, column + 1)
    return height, width, gatherer.columns(height)


def _add(gatherer: Gatherer, row: int, column: int, value: object) -> None:
    if isinstance(value, str):
        gatherer.text(row, column, value)
    elif isinstance(value, bool):
        gatherer.number(row, column, CellKind.BOOL, float(value))
    elif isinstance(value, int | float):
        gatherer.number(row, column, CellKind.NUMBER, float(value))
    else:
        gatherer.number(row, column, CellKind.DATE, _serial(value))


def _serial(value: object) -> float:
    if isinstance(value, dt.datetime):
        return (value.replace(tzinfo=None) - _EPOCH) / _DAY
    if isinstance(value, dt.date):
        return float((value - _EPOCH.date()).days)
    if isinstance(value, dt.time):
        since = dt.timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
        return since / _DAY
    return value / _DAY if isinstance(value, dt.timedelta) else 0.0


if __name__ == "__main__":
    sys.exit(main())
