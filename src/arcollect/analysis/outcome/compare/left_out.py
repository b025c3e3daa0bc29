"""Rows of a file that could not be used, with their money."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from arcollect.errors import Problem, Severity


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many rows, the money of those whose amount is known (minor units), and the others."""

    rows: int = 0
    money: tuple[tuple[str, int], ...] = ()  # by currency
    unread: int = 0  # rows whose amount itself cannot be read


NOTHING = LeftOut()


def left_out(problems: Iterable[Problem]) -> LeftOut:
    """The excluded rows among the problems of a file; nothing is added across currencies."""
    rows = [one for one in problems if one.severity is Severity.EXCLUDED]
    money: Counter[str] = Counter()
    for one in rows:
        if one.amount_minor is not None:
            money[one.currency] += one.amount_minor
    unread = sum(one.amount_minor is None for one in rows)
    return LeftOut(len(rows), tuple(sorted(money.items())), unread)
