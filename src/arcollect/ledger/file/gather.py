"""Cells that come one at a time, collected into columns."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from arcollect.ledger.file.filling import Filling
from arcollect.ledger.file.grid import CellKind, RawColumn
from arcollect.ledger.file.lazy import Texts, Wish


@dataclass(slots=True)
class _Cells:
    """Cells as they come: place, kind and value, not yet columns."""

    rows: array[int] = field(default_factory=lambda: array("i"))
    kinds: bytearray = field(default_factory=bytearray)
    values: array[float] = field(default_factory=lambda: array("d"))

    def column(self, height: int, texts: Texts) -> RawColumn:
        """The whole column; a value counts as a code where the cell has text."""
        filling = Filling(height)
        filling.put(
            np.frombuffer(self.rows, np.int32),
            np.frombuffer(bytes(self.kinds), np.uint8),
            np.frombuffer(self.values, np.float64),
        )
        return filling.column(height, texts)


class Gatherer:
    """Wanted cells by column; equal texts are kept once."""

    def __init__(self, wish: Wish) -> None:
        self._wish = wish
        self._columns: dict[int, _Cells] = {}
        self._codes: dict[str, int] = {}
        self._wanted = set(wish.columns) if wish.columns is not None else None

    def wants(self, column: int) -> bool:
        """Whether cells of this column are collected at all."""
        return self._wanted is None or column in self._wanted

    def number(self, row: int, column: int, kind: CellKind, value: float) -> None:
        """Add a number, date, truth value or a formula without value."""
        cells = self._columns.get(column)
        if cells is None:
            cells = self._columns[column] = _Cells()
        cells.rows.append(row)
        cells.kinds.append(kind)
        cells.values.append(value)

    def text(self, row: int, column: int, said: str, kind: CellKind = CellKind.TEXT) -> None:
        """Add a text or an error word."""
        self.number(row, column, kind, self._codes.setdefault(said, len(self._codes)))

    def columns(self, height: int) -> dict[int, RawColumn]:
        """Everything collected, as whole columns of `height` rows."""
        words = list(self._codes)

        def texts(codes: Sequence[int]) -> list[str]:
            return [words[code] for code in codes]

        return {number: cells.column(height, texts) for number, cells in self._columns.items()}
