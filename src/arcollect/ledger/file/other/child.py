"""Runs in a process of its own: calamine on a file that could take it down.

Reads the file from standard input and writes the cells to standard output as an
npz archive. A panic, an endless allocation or an abort ends this process only.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from arcollect.errors import LedgerError
from arcollect.ledger.file.apart import TOO_LARGE, UNREADABLE, bound
from arcollect.ledger.file.gather import Gatherer
from arcollect.ledger.file.grid import CellKind, address
from arcollect.ledger.file.lazy import Wish
from arcollect.ledger.file.other.ods import seen_ods
from arcollect.ledger.file.other.seen import Seen
from arcollect.ledger.file.other.xls import is_locked_xls, seen_xls
from arcollect.ledger.file.other.xlsb import seen_xlsb
from arcollect.ledger.file.xlsx.extent import MOST_COLUMNS, MOST_ROWS, far_cell

PASSWORD, REFUSED = 65, 67  # exit codes for the parent
_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet knows no zone
_DAY = dt.timedelta(days=1)


def main() -> int:
    """Read, convert, write; the exit code says what went wrong."""
    bound()
    kind, data = sys.argv[-2], sys.stdin.buffer.read()
    try:
        arrays = _workbook(data, _near(_seen(data, kind)))
    except (KeyboardInterrupt, SystemExit):
        raise
    except LedgerError as error:
        sys.stdout.write(json.dumps(error.said.facts))
        return REFUSED
    except MemoryError:
        return TOO_LARGE
    except BaseException as error:  # noqa: BLE001 - PanicException is no Exception
        locked = "Password" in type(error).__name__ or _is_locked(data, kind)
        return PASSWORD if locked else UNREADABLE
    stream = io.BytesIO()
    np.savez(stream, **arrays)
    sys.stdout.buffer.write(stream.getvalue())
    return 0


def _is_locked(data: bytes, kind: str) -> bool:
    """Whether it is a password that keeps calamine from the cells (it does not say)."""
    try:
        return kind == "xls" and is_locked_xls(data)
    except Exception:  # noqa: BLE001 - whatever the bytes are
        return False


def _seen(data: bytes, kind: str) -> list[Seen] | None:
    """What is hidden, sheet by sheet; None where this file does not tell us.

    A file that is out of order may still have readable cells: those are calamine's. Not
    so an ods whose XML is broken: calamine would look for its end for ever.
    """
    look = {"xls": seen_xls, "ods": seen_ods, "xlsb": seen_xlsb}.get(kind)
    try:
        return look(data) if look else None
    except Exception:
        if kind == "ods":
            raise
        return None


def _near(seen: list[Seen] | None) -> list[Seen] | None:
    """The same, unless a stray cell lies so far out that calamine would ask for all memory.

    Raises LedgerError, which names the cell (T-08).
    """
    for sheet in seen or ():
        sheet.extent.check(sheet.name)
    return seen


def _workbook(data: bytes, seen: list[Seen] | None) -> dict[str, Any]:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - only in the child

    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    arrays: dict[str, Any] = {}
    sheets = []
    visible = {meta.name: str(meta.visible).endswith(".Visible") for meta in book.sheets_metadata}
    kinds = {meta.name: str(meta.typ) for meta in book.sheets_metadata}
    names = [n for n in book.sheet_names if kinds.get(n, ".WorkSheet").endswith(".WorkSheet")]
    known = seen if seen is not None and len(seen) == len(names) else [Seen() for _ in names]
    for number, (name, facts) in enumerate(zip(names, known, strict=True)):
        sheet = book.get_sheet_by_name(name)
        start = sheet.start or (0, 0)
        height, width, columns = _cells(sheet.iter_rows(), start, facts.odd)
        if height > MOST_ROWS or width > MOST_COLUMNS:
            raise far_cell(name, address(height - 1, width - 1))
        merges = [[*first, *last] for first, last in sheet.merged_cell_ranges or ()]
        sheets.append(
            {
                "number": number, "name": name, "hidden": not visible.get(name, True),
                "rows": height, "columns": width, "merges": merges,
                "hidden_rows": sorted(r for r in facts.hidden_rows if r < height),
                "hidden_columns": sorted(c for c in facts.hidden_columns if c < width),
                "filtered": facts.filtered, "is_seen": known is seen,
                "odd": [[*place, word] for place, word in sorted(facts.odd.items())],
                "pools": {n: column.pool for n, column in columns.items()},
            }
        )  # fmt: skip
        for n, column in columns.items():
            for part in ("kind", "number", "text"):
                arrays[f"{number}/{n}/{part}"] = getattr(column, part)
    said = json.dumps(sheets).encode()
    return {"sheets": np.frombuffer(said, np.uint8), **arrays}


def _cells(
    rows: Iterable[list[Any]], start: tuple[int, int], odd: Mapping[tuple[int, int], str]
) -> tuple[int, int, dict[int, Any]]:
    """Height, width and columns; iter_rows keeps blank rows but drops blank columns.

    Cells without a usable value look empty to calamine: `odd` says what they hold.
    """
    gatherer, height, width = Gatherer(Wish(None)), 0, 0
    for row, values in enumerate(rows):
        for column, value in enumerate(values, start[1]):
            if value is not None and value != "" and (row, column) not in odd:
                _add(gatherer, row, column, value)
                height, width = row + 1, max(width, column + 1)
    for (row, column), word in odd.items():
        if word:
            gatherer.text(row, column, word, CellKind.ERROR)
        else:
            gatherer.number(row, column, CellKind.UNCOMPUTED, 0.0)
        height, width = max(height, row + 1), max(width, column + 1)
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
