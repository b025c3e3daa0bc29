"""A to D, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.errors import Message

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy


@dataclass(frozen=True, slots=True)
class Grade:
    """The grade of one customer (all own companies and currencies together).

    letter: A | B | C | D | "" (ungraded). watch: B(观察). reasons in the order tested,
    consequences per R000-45…48 (options are separate messages, never chosen for the user).
    """

    customer_key: str
    customer: str
    letter: str
    watch: bool
    reasons: tuple[Message, ...]
    consequences: tuple[Message, ...]
    documents: int
    late: int
    worst_days: int
    long_late: int  # documents more than 60 days late
    not_counted: int  # disputed, small, retention: shown, not counted
    open_minor: tuple[tuple[str, int], ...]  # by currency
    overdue_minor: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Grades:
    """All customers, D first; `scheme` abcd or abc (D folded into C, R001-05)."""

    grades: tuple[Grade, ...]
    scheme: str
    counts: tuple[tuple[str, int], ...]


def grade(position: Position, policy: Policy) -> Grades:
    """Grade every customer by U-13: how often and how long its documents were late."""
    raise NotImplementedError
