"""A column being filled, in memory that costs nothing until it is written."""

from __future__ import annotations

import mmap
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from arcollect.ledger.file.grid import CellKind, RawColumn
from arcollect.ledger.file.lazy import Texts, column_of

Scalar = TypeVar("Scalar", bound=np.generic)


class Filling:
    """Room for `rows` cells; pages that no cell touches are never allocated."""

    def __init__(self, rows: int) -> None:
        self._kind = _room(rows, np.uint8)
        self._number = _room(rows, np.float64)
        self._code = _room(rows, np.int32)

    def put(
        self, rows: NDArray[np.int32], kinds: NDArray[np.uint8], values: NDArray[np.float64]
    ) -> None:
        """Set cells; a value is the number or, where the kind has text, its code."""
        worded = (kinds == CellKind.TEXT) | (kinds == CellKind.ERROR)
        self._kind[rows] = kinds
        if worded.any():
            self._code[rows[worded]] = values[worded] + 1
        if not worded.all():
            self._number[rows[~worded]] = values[~worded]

    def column(self, height: int, texts: Texts) -> RawColumn:
        """The first `height` rows as a finished column."""
        return column_of(self._kind[:height], self._number[:height], self._code[:height], texts)


def _room(rows: int, kind: type[Scalar]) -> NDArray[Scalar]:
    size = max(rows, 1) * np.dtype(kind).itemsize
    return np.frombuffer(mmap.mmap(-1, size), kind)
