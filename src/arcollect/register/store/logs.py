"""What was said, promised, disputed and stated: versions, of which the last one holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias, TypeVar

from arcollect.register.entries import (
    ContactEntry,
    DisputeEntry,
    History,
    PromiseEntry,
    StatementEntry,
)
from arcollect.register.store.codec import as_row, from_row, insert, plain

Logged: TypeAlias = ContactEntry | PromiseEntry | DisputeEntry | StatementEntry
Kind = TypeVar("Kind", ContactEntry, PromiseEntry, DisputeEntry, StatementEntry)

_TABLES: dict[type[Logged], str] = {
    ContactEntry: "contacts",
    PromiseEntry: "promises",
    DisputeEntry: "disputes",
    StatementEntry: "statements",
}
_BY_PARTY = ("month", "company", "customer_key", "currency")
_NOT_CONTENT = {"run", "made_on"}
"""A statement made again with the same figures is the same statement."""


def log(file: sqlite3.Connection, entry: Logged) -> bool:
    """Add an entry, or a new version of it; False when just this is known already."""
    table, row = _TABLES[type(entry)], as_row(entry)
    known = _newest(file, table, row)
    ignored = _NOT_CONTENT if isinstance(entry, StatementEntry) else set()
    if known is not None and all(known[n] == plain(v) for n, v in row.items() if n not in ignored):
        return False
    insert(file, table, row)
    return True


def logged(file: sqlite3.Connection, kind: type[Kind]) -> tuple[Kind, ...]:
    """What holds now, in the order the entries were first made."""
    key = _key(_TABLES[kind])
    found: dict[tuple[object, ...], Kind] = {}
    for row in _rows(file, f"SELECT * FROM {_TABLES[kind]} ORDER BY seq"):  # noqa: S608
        found[tuple(row[name] for name in key)] = from_row(kind, row)
    return tuple(found.values())


def holding(contacts: tuple[ContactEntry, ...]) -> tuple[ContactEntry, ...]:
    """Without those that another one corrects."""
    corrected = {entry.corrects for entry in contacts} - {""}
    return tuple(entry for entry in contacts if entry.id not in corrected)


def with_logs(file: sqlite3.Connection, history: History) -> History:
    """A history with everything that was said."""
    return replace(
        history,
        contacts=holding(logged(file, ContactEntry)),
        promises=logged(file, PromiseEntry),
        disputes=logged(file, DisputeEntry),
        statements=logged(file, StatementEntry),
    )


def _key(table: str) -> tuple[str, ...]:
    return _BY_PARTY if table == "statements" else ("id",)


def _newest(
    file: sqlite3.Connection, table: str, row: dict[str, object]
) -> dict[str, object] | None:
    key = _key(table)
    where = " AND ".join(f"{name} = ?" for name in key)
    said = f"SELECT * FROM {table} WHERE {where} ORDER BY seq DESC LIMIT 1"  # noqa: S608
    return next(_rows(file, said, *(row[name] for name in key)), None)


def _rows(file: sqlite3.Connection, said: str, *facts: object) -> Iterator[dict[str, object]]:
    found = file.execute(said, [plain(fact) for fact in facts])
    names = [column[0] for column in found.description]
    return (dict(zip(names, row, strict=True)) for row in found)
