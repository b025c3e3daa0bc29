"""Old and other workbooks (xls, xlsb, ods) through calamine, at arm's length."""

from __future__ import annotations

import io
import json
from typing import Any

import numpy as np

from arcollect.errors import Problem, Severity, message
from arcollect.ledger.file.apart import limit_of, run_apart
from arcollect.ledger.file.grid import RawColumn, SheetFacts, address
from arcollect.ledger.file.lazy import LazySheet, Reading, Wish, empty_column
from arcollect.ledger.file.locked import PasswordError
from arcollect.ledger.file.other import child
from arcollect.ledger.file.sniff import damaged
from arcollect.ledger.file.xlsx.extent import far_cell

_LISTED = 1_000


def calamine_sheets(
    data: bytes, name: str, kind: str
) -> tuple[tuple[LazySheet, ...], tuple[Problem, ...]]:
    """All sheets, read in a child process, and what cannot be known of them.

    calamine aborts the whole process on some files and allocates without end on others;
    neither can be caught. What is hidden, error words and formulas without a value are
    found beside it in xls and ods; of the others nobody can tell, which is said.
    Raises LedgerError.
    """
    with np.load(io.BytesIO(_run(data, name, kind)), allow_pickle=False) as arrays:
        sheets = json.loads(arrays["sheets"].tobytes())
        made = tuple(_sheet(said, arrays) for said in sheets)
    if all(said["is_seen"] for said in sheets):
        return made, ()
    note = message("file.hidden_unknown", name=name)
    remedy = message("file.hidden_unknown_remedy")
    return made, (Problem(Severity.NOTICE, note, file=name, remedy=remedy),)


def _run(data: bytes, name: str, kind: str) -> bytes:
    code, said = run_apart(child.__name__, kind, data)
    if code == 0:
        return said
    if code == child.PASSWORD:
        raise PasswordError(name)
    if code == child.REFUSED:
        raise far_cell(**json.loads(said))
    raise limit_of(code, name, data) or damaged(name)


def _sheet(said: dict[str, Any], arrays: Any) -> LazySheet:
    columns = {
        int(n): _column(f"{said['number']}/{n}", arrays, pool) for n, pool in said["pools"].items()
    }
    facts = SheetFacts(
        name=said["name"],
        rows=said["rows"],
        columns=said["columns"],
        hidden=said["hidden"],
        hidden_rows=frozenset(said["hidden_rows"]),
        hidden_columns=frozenset(said["hidden_columns"]),
        filtered=said["filtered"],
        merges=tuple(tuple(merge) for merge in said["merges"]),
        error_cells=tuple(address(r, c) for r, c, word in said["odd"] if word)[:_LISTED],
        hidden_known=said["is_seen"],
        uncomputed_cells=tuple(address(r, c) for r, c, word in said["odd"] if not word)[:_LISTED],
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
