"""A long table cut to its first rows; the rest becomes one row "other (n)"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from arcollect.text import Lang, text
from arcollect.views.table import Column, Kind, Table, Tone, Value


@dataclass(frozen=True, slots=True)
class Cut:
    """How much of a table is shown: the first `top` rows of at least `minimum`.

    minimum is in major units and looks at the columns `overdue` and `open`.
    """

    top: int | None = None
    minimum: Decimal = Decimal(0)


def fold(table: Table, cut: Cut, lang: Lang) -> Table:
    """The rows that `cut` keeps, and one row for the rest, so that totals still foot.

    In the folded row money and counts are sums, days the worst; other cells are blank.
    """
    shown = _kept(table, cut)
    rest = sorted(set(range(len(table))) - set(shown))
    if not rest:
        return table
    name = text("common.other", lang, count=len(rest))
    label = next((n for n, c in enumerate(table.columns) if c.wide), 0)
    columns = [
        _folded(column, shown, rest, name if number == label else "")
        for number, column in enumerate(table.columns)
    ]
    return replace(table, columns=tuple(columns))


def _kept(table: Table, cut: Cut) -> list[int]:
    looked_at = [c.values for c in table.columns if c.key in {"overdue", "open"}]
    rows = [
        row
        for row in range(len(table))
        if not cut.minimum or max(_number(values[row]) for values in looked_at) >= cut.minimum
    ]
    return rows if cut.top is None else rows[: cut.top]


def _folded(column: Column, shown: list[int], rest: list[int], name: str) -> Column:
    values: list[Value] = [column.values[row] for row in shown]
    tones = [*(column.tones[row] for row in shown), Tone.MUTED] if column.tones else ()
    values.append(name or _rest([column.values[row] for row in rest], column.kind))
    return replace(column, values=values, tones=tones)


def _rest(values: Sequence[Value], kind: Kind) -> Value:
    if kind in {Kind.MONEY, Kind.COUNT}:
        return sum((v for v in values if isinstance(v, Decimal | int)), 0)
    if kind is Kind.DAYS:
        return max((v for v in values if isinstance(v, int)), default=None)
    return None if kind is Kind.DATE else ""


def _number(value: Value) -> Decimal:
    return Decimal(value) if isinstance(value, Decimal | int) else Decimal(0)
