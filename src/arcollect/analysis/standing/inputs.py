"""What the ratios are made from."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.figures import short_percent
from arcollect.analysis.keys import Dates, Ints
from arcollect.analysis.standing.collection import Collection, collect
from arcollect.analysis.standing.sales import (
    Revenue,
    countback,
    monthly_sales,
    revenue,
    vat_factor,
)
from arcollect.analysis.years import years_before
from arcollect.errors import Message, message
from arcollect.money import exponent, half_up, show

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.aging import CurrencyTotal
    from arcollect.policy import Policy


@dataclass(frozen=True, slots=True)
class Inputs:
    """The inputs of one currency, exact minor units."""

    currency: str
    total: CurrencyTotal
    over_one_year: int
    without_day: int
    revenue: Revenue | None
    opening: Fraction | None
    vat: Message
    countback: Fraction | None
    period_sales: Fraction | None
    collection: Collection | None

    @property
    def average(self) -> Fraction:
        """Average receivables: opening and closing, else closing alone (X-36)."""
        closing = Fraction(self.total.open_minor)
        return closing if self.opening is None else (self.opening + closing) / 2

    @property
    def averaged(self) -> Message:
        """How the average was made."""
        key = "average_closing" if self.opening is None else "average_both"
        return message(f"standing_why.{key}")

    def show(self, minor: Fraction | int) -> str:
        """An exact amount of minor units in figures, rounded half up."""
        exact = Fraction(minor)
        rounded = half_up(exact)
        return show(rounded, self.currency)


def inputs(position: Position, total: CurrencyTotal, policy: Policy) -> Inputs:
    """Gather what the ratios of one currency need; what is not there is None."""
    currency, rules = total.currency, policy.ratios
    opening = rules.opening_receivables if currency == policy.base_currency else None
    given = Fraction(opening or 0) * int(10 ** exponent(currency))
    sales = {
        month: minor * vat_factor(policy)
        for month, minor in monthly_sales(position, currency).items()
    }
    vat_key = "vat_added" if rules.vat_rate is not None else "vat_as_given"
    return Inputs(
        currency=currency,
        total=total,
        over_one_year=_over_one_year(position, currency),
        without_day=_without_day(position, currency),
        revenue=revenue(position, currency, policy),
        opening=None if opening is None else given,
        vat=message(f"standing_why.{vat_key}", rate=short_percent(vat_factor(policy) - 1)),
        countback=countback(total.open_minor, sales, position.as_of),
        period_sales=sales.get((position.as_of.year, position.as_of.month)),
        collection=collect(position, currency),
    )


def _over_one_year(position: Position, currency: str) -> int:
    """More than a calendar year since the issue date (else the due date), R003-57."""
    day, minor = _days(position, currency)
    return int(minor[day < np.datetime64(years_before(position.as_of, 1), "D")].sum())


def _without_day(position: Position, currency: str) -> int:
    """Open money of which nobody knows the age, such as a balance carried forward."""
    day, minor = _days(position, currency)
    return int(minor[np.isnat(day)].sum())


def _days(position: Position, currency: str) -> tuple[Dates, Ints]:
    items = position.open[position.open["currency"].astype(object) == currency]
    day = items["issue_date"].fillna(items["due_date"]).to_numpy("datetime64[D]")
    return day, items["open_minor"].to_numpy(np.int64)
