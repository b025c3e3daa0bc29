"""Columns over the same rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from arcollect.text import Lang, text
from arcollect.views.table import Column, Kind, Value

Row = TypeVar("Row")
_WIDE = {"customer", "why", "action", "talk"}


def maker(rows: Sequence[Row], lang: Lang) -> Callable[[str, Kind, Callable[[Row], Value]], Column]:
    """A maker of columns: key, kind, and the value of one row."""

    def column(key: str, kind: Kind, value: Callable[[Row], Value]) -> Column:
        return Column(key, title(key, lang), kind, [value(row) for row in rows], wide=key in _WIDE)

    return column


def title(key: str, lang: Lang) -> str:
    """What a column is called."""
    return text(f"worklist.col.{key}", lang)
