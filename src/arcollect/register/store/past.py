"""How everything stood before, and which runs there were."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any, TypeVar

from arcollect.register.entries import RunEntry, Snapshot, SnapshotHead, SnapshotLine
from arcollect.register.store.codec import as_row, from_row, insert, insert_all, names_of, plain

Kept = TypeVar("Kept", SnapshotHead, SnapshotLine)

_values = attrgetter(*names_of(SnapshotLine))
_GRADE = ("snapshot", "company", "customer_key", "grade")
_FIGURE = ("snapshot", "name", "currency", "value")


def keep_snapshot(file: sqlite3.Connection, snapshot: Snapshot) -> bool:
    """Keep a state; False when that as-of date of that file is kept already (R003-10)."""
    head = snapshot.head
    known = "SELECT 1 FROM snapshots WHERE as_of = ? AND ledger_sha256 = ?"
    if file.execute(known, (head.as_of.isoformat(), head.ledger_sha256)).fetchone():
        return False
    insert(file, "snapshots", as_row(head))
    insert(file, "snapshot_packs", {"snapshot": head.id, "lines": _packed(snapshot.lines)})
    insert_all(file, "snapshot_grades", _GRADE, ((head.id, *g) for g in snapshot.grades))
    insert_all(file, "snapshot_figures", _FIGURE, ((head.id, *f) for f in snapshot.figures))
    return True


def heads(file: sqlite3.Connection) -> tuple[SnapshotHead, ...]:
    """Every state that is kept, in the order they were kept."""
    return tuple(_all(file, SnapshotHead, "SELECT * FROM snapshots ORDER BY seq"))


def snapshot(file: sqlite3.Connection, head: SnapshotHead) -> Snapshot:
    """A whole state, its lines in the order they were kept."""
    pack = file.execute(_of("snapshot_packs", "lines"), (head.id,)).fetchone()
    rows = _all(file, SnapshotLine, _of("snapshot_lines", "*"), head.id)
    lines = rows if pack is None else _unpacked(pack[0])
    grades = file.execute(_of("snapshot_grades", ", ".join(_GRADE[1:])), (head.id,))
    figures = file.execute(_of("snapshot_figures", ", ".join(_FIGURE[1:])), (head.id,))
    return Snapshot(head, tuple(lines), tuple(grades), tuple(figures))


def _packed(lines: Iterable[SnapshotLine]) -> bytes:
    """Lines as compressed JSON: a tenth of what rows take, for every week is kept."""
    rows = [[plain(value) for value in _values(line)] for line in lines]
    said = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(said.encode("utf-8", "surrogatepass"), 6)


def _unpacked(pack: bytes) -> Iterator[SnapshotLine]:
    names = names_of(SnapshotLine)
    rows = json.loads(zlib.decompress(pack).decode("utf-8", "surrogatepass"))
    return (from_row(SnapshotLine, dict(zip(names, row, strict=True))) for row in rows)


def _of(table: str, columns: str) -> str:
    return f"SELECT {columns} FROM {table} WHERE snapshot = ? ORDER BY rowid"  # noqa: S608


def keep_run(file: sqlite3.Connection, run: RunEntry) -> bool:
    """One line in the journal (R001-22); it holds no name, number or address of anybody."""
    row = as_row(run)
    row.pop("totals")
    row.pop("allowed")
    insert(file, "runs", row)
    totals = ((run.id, currency, minor) for currency, minor in run.totals)
    insert_all(file, "run_totals", ("run", "currency", "open_minor"), totals)
    allowed = ((run.id, rule, reason) for rule, reason in run.allowed)
    insert_all(file, "run_allowed", ("run", "rule", "reason"), allowed)
    return True


def runs(file: sqlite3.Connection) -> tuple[RunEntry, ...]:
    """The journal, oldest first."""
    totals = _pairs(file, "SELECT * FROM run_totals ORDER BY run, currency")
    allowed = _pairs(file, "SELECT * FROM run_allowed ORDER BY run, rule")
    found = file.execute("SELECT * FROM runs ORDER BY seq")
    names = [column[0] for column in found.description]
    rows = (dict(zip(names, row, strict=True)) for row in found)
    whole = ({**row, "totals": totals[row["id"]], "allowed": allowed[row["id"]]} for row in rows)
    return tuple(from_row(RunEntry, row) for row in whole)


def last_run_at(file: sqlite3.Connection) -> dt.datetime | None:
    """When the last run was kept, by the clock it had; None before the first."""
    row = file.execute("SELECT at FROM runs ORDER BY seq DESC LIMIT 1").fetchone()
    return None if row is None else dt.datetime.fromisoformat(row[0])


def _pairs(file: sqlite3.Connection, said: str) -> dict[str, tuple[tuple[str, Any], ...]]:
    """What belongs to each run, by its id."""
    found: dict[str, tuple[tuple[str, Any], ...]] = defaultdict(tuple)
    for run, name, value in file.execute(said):
        found[run] = (*found[run], (name, value))
    return found


def _all(
    file: sqlite3.Connection, kind: Callable[..., Kept], said: str, *facts: object
) -> Iterator[Kept]:
    found = file.execute(said, facts)
    names = [column[0] for column in found.description]
    return (from_row(kind, dict(zip(names, row, strict=True))) for row in found)
