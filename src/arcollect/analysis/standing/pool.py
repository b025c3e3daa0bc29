"""The few names to start with (重点催收池)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.errors import Message

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy


@dataclass(frozen=True, slots=True)
class PoolMember:
    """One customer of the focus pool, with the reason, worst first."""

    company: str
    customer_key: str
    customer: str
    currency: str
    overdue_minor: int
    worst_days: int
    reason: Message
    cumulative_share: float  # of all overdue money in that currency, this row included


@dataclass(frozen=True, slots=True)
class Pool:
    """Members in order; `left_out` qualified, but fell to the cap of 80 % or 30 names."""

    members: tuple[PoolMember, ...]
    left_out: tuple[PoolMember, ...] = ()
    not_tested: tuple[str, ...] = ()  # currencies without a rate to base


def focus(position: Position, policy: Policy) -> Pool:
    """Who belongs to the focus pool: X-07, capped by U-14."""
    raise NotImplementedError
