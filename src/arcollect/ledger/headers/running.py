"""Whether a balance column runs on from row to row, as in an account (往来明细账)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from arcollect.errors import Message
from arcollect.money import parse_amount

_ACCOUNT = ("debit_minor", "credit_minor", "running_balance")


def runs_on(columns: Mapping[str, int], samples: Sequence[Sequence[object]]) -> bool:
    """Whether each balance is the one above plus debit less credit, in most rows.

    columns: field → column. The balance of an open item stands alone; that of an
    account goes on. A direction column may keep the minus, so signs do not count.
    """
    if not columns.keys() >= {*_ACCOUNT}:
        return False
    rows = [[_number(row, columns[name]) for name in _ACCOUNT] for row in samples]
    lines = [(d or _NONE, c or _NONE, b) for d, c, b in rows if b is not None]
    moved = [(abs(a[2]), d, c, abs(b)) for a, (d, c, b) in pairwise(lines) if d or c]
    held = sum(b in {abs(a + d - c), abs(d - c - a)} for a, d, c, b in moved)
    return held >= 2 and held * 2 >= len(moved)


_NONE = Decimal(0)


def _number(row: Sequence[object], column: int) -> Decimal | None:
    cell = row[column] if column < len(row) else None
    if cell is None or isinstance(cell, bool):
        return None
    read = parse_amount(str(cell))
    return None if isinstance(read, Message) else read.value
