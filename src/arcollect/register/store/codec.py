"""Entries as rows of a table, and back: days as ISO text, flags as 0 and 1."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Entry = TypeVar("Entry")


def insert(file: sqlite3.Connection, table: str, row: Mapping[str, object]) -> int:
    """Add one row; its number."""
    names = ", ".join(row)
    marks = ", ".join("?" for _ in row)
    said = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608  (our own names)
    return int(file.execute(said, [plain(value) for value in row.values()]).lastrowid or 0)


def insert_all(
    file: sqlite3.Connection, table: str, names: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Add many rows of the same columns."""
    marks = ", ".join("?" for _ in names)
    said = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608
    file.executemany(said, [[plain(value) for value in row] for row in rows])


def as_row(entry: object) -> dict[str, object]:
    """Every field of an entry that is one value."""
    return {name: getattr(entry, name) for name in names_of(type(entry))}


def names_of(kind: type[Any]) -> tuple[str, ...]:
    """The fields of an entry in their order."""
    return tuple(field.name for field in fields(kind))


def from_row(kind: Callable[..., Entry], row: Mapping[str, object]) -> Entry:
    """An entry made of the columns that are its fields."""
    readers = _readers(kind)
    return kind(**{name: readers[name](row[name]) for name in readers if name in row})


def plain(value: object) -> object:
    """A value as SQLite keeps it."""
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    if isinstance(value, bool):
        return int(value)
    return str(value) if isinstance(value, StrEnum) else value


def day(value: object) -> dt.date | None:
    """A day as it was kept; None for none."""
    return dt.date.fromisoformat(str(value)) if value is not None else None


@cache
def _readers(kind: Any) -> dict[str, Callable[[object], object]]:
    hints = get_type_hints(kind)
    return {name: _reader(hints[name]) for name in names_of(kind)}


def _reader(hint: Any) -> Callable[[object], object]:
    if get_origin(hint) is UnionType:
        inner = _reader(next(part for part in get_args(hint) if part is not type(None)))
        return lambda value: None if value is None else inner(value)
    if hint in {dt.date, dt.datetime}:
        return lambda value: hint.fromisoformat(str(value))
    return hint if isinstance(hint, type) and issubclass(hint, StrEnum | bool) else _same


def _same(value: object) -> object:
    return value
