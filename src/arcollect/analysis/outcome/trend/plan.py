"""Planned collections against what came in, and what a shorter DSO would release."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.outcome.trend.series import Receipts
from arcollect.analysis.standing.sales import revenue
from arcollect.dates import month_end
from arcollect.errors import Message, UsageError, message
from arcollect.money import half_up, to_minor

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.ratios import Ratios
    from arcollect.policy import Policy


@dataclass(frozen=True, slots=True)
class PlanMonth:
    """One month's plan and what came in, minor units of the base currency (R003-09).

    collected: None where the ledger's receipts do not reach back. verdict: short | met |
    running (the month is not over) | unknown.
    """

    month: str
    plan_minor: int
    collected_minor: int | None
    verdict: str

    @property
    def share(self) -> Fraction | None:
        """Collected ÷ plan, exact; None where nothing is known or nothing was planned."""
        if self.collected_minor is None or not self.plan_minor:
            return None
        return Fraction(self.collected_minor, self.plan_minor)


def planned(receipts: Receipts, as_of: dt.date, policy: Policy) -> tuple[PlanMonth, ...]:
    """Each planned month up to the as-of date: short when strictly below 80 % (G-19)."""
    months = sorted(policy.targets.plan.items())
    return tuple(
        judged_month(month, to_minor(plan, policy.base_currency)[0], receipts, as_of, policy)
        for month, plan in months
        if _first(month) <= as_of
    )


def judged_month(
    month: str, plan_minor: int, receipts: Receipts, as_of: dt.date, policy: Policy
) -> PlanMonth:
    """One month; a month that is not over is not judged yet unless it is met already."""
    first, last = _first(month), month_end(_first(month))
    before = first - dt.timedelta(days=1)
    came = receipts.between(policy.base_currency, before, min(last, as_of))
    if came is None:
        return PlanMonth(month, plan_minor, None, "unknown")
    is_short = came < policy.targets.plan_alert_below * plan_minor
    if is_short:
        return PlanMonth(month, plan_minor, came, "running" if as_of < last else "short")
    return PlanMonth(month, plan_minor, came, "met")


def _first(month: str) -> dt.date:
    return dt.date.fromisoformat(f"{month}-01")


@dataclass(frozen=True, slots=True)
class Released:
    """What a change of DSO would free, one currency (R003-14, X-31): minor units.

    released = revenue ÷ day basis × (DSO now - DSO wanted); negative: tied up. share: of
    a year's sales.
    """

    currency: str
    revenue_minor: int
    dso: Fraction
    wanted: Fraction
    day_basis: int
    source: Message

    @property
    def released_minor(self) -> int:
        """Sales of a day × days saved: the money set free once, minor units, half up."""
        exact = Fraction(self.revenue_minor, self.day_basis) * (self.dso - self.wanted)
        return half_up(exact)

    @property
    def share(self) -> Fraction:
        """Of a year's sales: 10 days of 360 are 2.78 %."""
        return (self.dso - self.wanted) / self.day_basis


def released(
    position: Position, ratios: Ratios, wanted: Fraction, policy: Policy
) -> tuple[Released, ...]:
    """Every currency with sales; UsageError where no currency has any."""
    found = []
    for ratio in ratios.ratios:
        sold = revenue(position, ratio.currency, policy)
        if ratio.key == "dso" and ratio.value is not None and sold is not None:
            minor = half_up(sold.minor)
            basis = policy.ratios.day_basis
            found.append(Released(ratio.currency, minor, ratio.value, wanted, basis, sold.source))
    if not found:
        raise UsageError(message("trend_why.no_sales"), message("trend_why.no_sales_hint"))
    return tuple(found)
