"""Columns from rows: one line per column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Generic, TypeVar

from arcollect.text import Lang, text
from arcollect.views.amounts import decimals
from arcollect.views.table import Column, Kind, Tone, Value

Row = TypeVar("Row")


class Columns(Generic[Row]):
    """Makes the columns of one table over `rows`.

    stem: what the keys of their titles begin with, its last dot included (`grade.`,
    `worklist.col.`); currency: that of amounts which come in minor units.
    """

    def __init__(self, stem: str, rows: Sequence[Row], lang: Lang, currency: str = "") -> None:
        self.stem, self.rows, self.lang, self.currency = stem, rows, lang, currency

    def __call__(
        self, key: str, kind: Kind, value: Callable[[Row], Value], tones: Sequence[Tone] = (),
        *, wide: bool = False, minor: bool = False,
    ) -> Column:  # fmt: skip
        """A column of values as they are."""
        values = [value(row) for row in self.rows]
        return Column(key, self.title(key), kind, values, tones, wide=wide, minor=minor)

    def title(self, key: str) -> str:
        """What stands above a column."""
        return text(f"{self.stem}{key}", self.lang)

    def words(
        self, key: str, value: Callable[[Row], str], tones: Sequence[Tone] = (),
        *, minor: bool = False,
    ) -> Column:  # fmt: skip
        """A column of sentences: the last to be narrowed."""
        return self(key, Kind.TEXT, value, tones, wide=True, minor=minor)

    def figures(self, key: str, value: Callable[[Row], str]) -> Column:
        """A column of figures in several units (5.78 times, 12.50 %), set like numbers."""
        return replace(self(key, Kind.TEXT, value), right=True)

    def money(
        self, key: str, value: Callable[[Row], int | None], *, summed: bool = False,
        tones: Sequence[Tone] = (), minor: bool = False,
    ) -> Column:  # fmt: skip
        """A column of minor units of the table's currency, with its sum where asked."""
        values = [self._major(value(row)) for row in self.rows]
        total = None
        if summed:
            total = sum((v for v in values if v is not None), self._major(0) or Decimal(0))
        title = self.title(key)
        return Column(key, title, Kind.MONEY, values, tones, total, sums=summed, minor=minor)

    def _major(self, minor: int | None) -> Decimal | None:
        return None if minor is None else decimals([minor], self.currency)[0]
