"""Old and other workbooks (xls, xlsb, ods) through calamine, at arm's length."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np

from arcollect.ledger.file import calamine_child as child
from arcollect.ledger.file.grid import RawColumn, SheetFacts
from arcollect.ledger.file.lazy import LazySheet, Reading, Wish, empty_column
from arcollect.ledger.file.locked import PasswordError
from arcollect.ledger.file.sniff import damaged

_SECONDS = 120
_START = f"import sys; from {child.__name__} import main; sys.exit(main())"


def calamine_sheets(data: bytes, name: str) -> tuple[LazySheet, ...]:
    """All sheets, read in a child process; raises LedgerError.

    calamine aborts the whole process on some files and allocates without end on
    others; neither can be caught. Error words and formulas without a value look
    empty to calamine, hidden rows are unknown to it.
    """
    with np.load(io.BytesIO(_run(data, name)), allow_pickle=False) as arrays:
        sheets = json.loads(arrays["sheets"].tobytes())
        return tuple(_sheet(said, arrays) for said in sheets)


def _run(data: bytes, name: str) -> bytes:
    command = [sys.executable, "-c", _START]
    root = Path(__file__).parents[3]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no shell
            command,
            input=data,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "PYTHONPATH": str(root)},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise damaged(name) from error
    if done.returncode == child.PASSWORD:
        raise PasswordError(name)
    if done.returncode != 0:
        raise damaged(name)
    return done.stdout


def _sheet(said: dict[str, Any], arrays: Any) -> LazySheet:
    columns = {
        int(n): _column(f"{said['number']}/{n}", arrays, pool) for n, pool in said["pools"].items()
    }
    facts = SheetFacts(
        name=said["name"],
        rows=said["rows"],
        columns=said["columns"],
        hidden=said["hidden"],
        merges=tuple(tuple(merge) for merge in said["merges"]),
    )

    def read(wish: Wish) -> Reading:
        if wish.columns is None:
            return Reading(facts, columns)
        asked = {n: columns.get(n) or empty_column(facts.rows) for n in wish.columns}
        return Reading(facts, asked)

    return LazySheet(said["name"], read, hidden=said["hidden"])


def _column(place: str, arrays: Any, pool: list[str]) -> RawColumn:
    kind, number, text = (arrays[f"{place}/{part}"] for part in ("kind", "number", "text"))
    return RawColumn(kind, number, text, pool)
