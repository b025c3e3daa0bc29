"""How fast the money comes in, and how much of it is late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.errors import Message

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.aging import Aging
    from arcollect.policy import Policy


@dataclass(frozen=True, slots=True)
class Ratio:
    """One metric with everything needed to check it by hand.

    key: turnover | dso | overdue_ratio | overdue_ratio_net | ar_to_sales |
    over_one_year_share | best_possible_dso | average_days_delinquent | cei |
    countback_dso | collection_rate | sales_collection_rate.
    value is exact; None when `missing` names the inputs that are not there.
    unit: share | times | days. verdict: good | warn | none. Thresholds compare exactly.
    """

    key: str
    currency: str
    value: Fraction | None
    unit: str
    formula: Message  # with the numbers put in: 1,000,000.00 / 2,000,000.00
    convention: Message
    verdict: str = "none"
    threshold: Message | None = None
    advice: Message | None = None  # what to do next when it warns
    missing: tuple[str, ...] = ()  # names of inputs: revenue, opening, industry_turnover, ...
    parts: Mapping[str, int] = field(default_factory=dict)  # minor units used


@dataclass(frozen=True, slots=True)
class Ratios:
    """All metrics, per currency, in reading order; `by_salesperson` the collection rates."""

    ratios: tuple[Ratio, ...]
    by_salesperson: tuple[tuple[str, Ratio], ...] = ()


def measure(position: Position, aging: Aging, policy: Policy) -> Ratios:
    """Turnover, DSO, overdue ratio and their kin, each with formula and verdict."""
    raise NotImplementedError
