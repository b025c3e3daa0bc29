"""Sheets and files from plain lists, as if they had been read from a workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from arcollect.ledger import LedgerFile, ReadOptions, read
from arcollect.ledger.file.grid import Book, CellKind, RawColumn, SheetFacts
from arcollect.ledger.schema import Ledger
from arcollect.policy import Policy

EPOCH = dt.datetime(1899, 12, 30)
ERRORS = {"#REF!", "#VALUE!", "#DIV/0!"}
Rows = Sequence[Sequence[object]]


class Uncomputed:
    """A formula without a stored value."""


def cell(value: object, pool: dict[str, int]) -> tuple[int, float, int]:
    if value is None or value == "":
        return CellKind.EMPTY, 0.0, -1
    if isinstance(value, bool):
        return CellKind.BOOL, float(value), -1
    if isinstance(value, int | float):
        return CellKind.NUMBER, float(value), -1
    if isinstance(value, dt.date):
        day = dt.datetime.combine(value, dt.time())
        return CellKind.DATE, float((day - EPOCH).days), -1
    if isinstance(value, Uncomputed):
        return CellKind.UNCOMPUTED, 0.0, -1
    text = str(value)
    kind = CellKind.ERROR if text in ERRORS else CellKind.TEXT
    return kind, 0.0, pool.setdefault(text, len(pool))


def column(*values: object) -> RawColumn:
    """One raw column from plain values."""
    pool: dict[str, int] = {}
    cells = [cell(v, pool) for v in values]
    kind = np.array([c[0] for c in cells], dtype=np.uint8)
    number = np.array([c[1] for c in cells], dtype=np.float64)
    text = np.array([c[2] for c in cells], dtype=np.int32)
    return RawColumn(kind, number, text, list(pool))


@dataclass(frozen=True)
class FakeSheet:
    """A sheet whose cells are given as rows of plain values."""

    facts: SheetFacts
    rows: Rows

    @property
    def name(self) -> str:
        return self.facts.name

    @property
    def hidden(self) -> bool:
        return self.facts.hidden

    def head(self, rows: int) -> list[list[object]]:
        plain = [[None if isinstance(c, Uncomputed) else c for c in row] for row in self.rows]
        return [[c if c != "" else None for c in row] for row in plain[:rows]]

    def columns(self, numbers: list[int]) -> dict[int, RawColumn]:
        def at(row: Sequence[object], number: int) -> object:
            return row[number] if number < len(row) else None

        return {n: column(*(at(row, n) for row in self.rows)) for n in numbers}


def sheet(rows: Rows, name: str = "明细", **facts: Any) -> FakeSheet:
    width = max((len(r) for r in rows), default=0)
    plain = SheetFacts(name, len(rows), width)
    return FakeSheet(replace(plain, **facts), rows)


def table(text: str) -> list[list[object]]:
    """Rows written with `|`; numbers become numbers, ISO dates dates, "" blank."""
    lines = [line.strip() for line in text.strip().splitlines()]
    return [[_value(c.strip()) for c in line.split("|")] for line in lines]


def _value(text: str) -> object:
    for read_as in (float, dt.date.fromisoformat):
        try:
            return read_as(text)
        except ValueError:
            continue
    return text.strip("'") or None


@dataclass
class Desk:
    """Puts fake sheets where files are opened, and reads them."""

    patch: pytest.MonkeyPatch

    def read(
        self,
        *sheets: FakeSheet,
        name: str = "ledger.xlsx",
        policy: Policy | None = None,
        **options: Any,
    ) -> Ledger:
        book = Book(name, sheets, "xlsx", "fake", "0" * 64)
        return self.read_books([book], policy, **options)

    def read_books(
        self,
        books: Sequence[Book],
        policy: Policy | None = None,
        *,
        only: int | None = None,
        **options: Any,
    ) -> Ledger:
        """Read the first `only` books as ledgers; the others are there to be joined."""
        by_name = {b.name: b for b in books}

        def opened(path: Path | None, *, name: str, **_: object) -> Book:
            return by_name[path.name if path else name]

        self.patch.setattr("arcollect.ledger.forms.reading.open_book", opened)
        self.patch.setattr("arcollect.ledger.forms.books.open_book", opened)
        files = [LedgerFile(Path(b.name)) for b in books[:only]]
        told = ReadOptions(**options)
        return read(files, policy or Policy(), told)
