"""The whole register: everything it remembers, and entries of every kind added to it."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from arcollect.register.entries import (
    ContactEntry,
    DisputeEntry,
    History,
    LetterEntry,
    PromiseEntry,
    RunEntry,
    Snapshot,
    SnapshotHead,
    StatementEntry,
)
from arcollect.register.store import letters, logs, past, whose
from arcollect.register.store.opening import reading, writing

Entry: TypeAlias = (
    LetterEntry | ContactEntry | PromiseEntry | DisputeEntry | StatementEntry | Snapshot | RunEntry
)


def history(path: Path) -> History:
    """Everything a register remembers; empty where there is none."""
    with reading(path) as file:
        if file is None:
            return History()
        return logs.with_logs(
            file, History(letters=letters.letters(file), snapshots=past.heads(file))
        )


def snapshot(path: Path, head: SnapshotHead) -> Snapshot:
    """One kept state with its lines."""
    with reading(path) as file:
        return Snapshot(head, ()) if file is None else past.snapshot(file, head)


def journal(path: Path) -> tuple[RunEntry, ...]:
    """Every run that was kept, oldest first."""
    with reading(path) as file:
        return () if file is None else past.runs(file)


def last_run_at(path: Path) -> dt.datetime | None:
    """When the last run was kept; None where there is none."""
    with reading(path) as file:
        return None if file is None else past.last_run_at(file)


def keep(
    path: Path,
    entries: Iterable[Entry],
    own_names: Iterable[str] = (),
    run: RunEntry | None = None,
) -> int:
    """Add entries in one transaction; how many were new. own_names: of our companies.

    An entry that is known word for word is passed over, so doing it twice adds nothing.
    run: the journal's line, kept where something was new.
    Raises LockedError, OutputError or UsageError; then nothing was added.
    """
    with writing(path) as file:
        whose.note_names(file, own_names)
        count = sum([_keep(file, entry) for entry in entries])
        if count and run is not None:
            past.keep_run(file, run)
        return count


def _keep(file: sqlite3.Connection, entry: Entry) -> bool:
    if isinstance(entry, LetterEntry):
        return letters.draft(file, entry)
    if isinstance(entry, Snapshot):
        return past.keep_snapshot(file, entry)
    if isinstance(entry, RunEntry):
        return past.keep_run(file, entry)
    return logs.log(file, entry)
