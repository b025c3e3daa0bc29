"""What was sold, month by month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.dates import add_months, month_end
from arcollect.errors import Message, message
from arcollect.money import exponent

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy

Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Revenue:
    """Sales of a year in exact minor units, grossed up for VAT where a rate is given."""

    minor: Fraction
    source: Message


def monthly_sales(position: Position, currency: str) -> dict[Month, int]:
    """Sales by (year, month) in minor units, as typed in; month 0 is a whole year.

    Where the sheet has rows for all customers together these hold, else the sum of the
    customers' rows.
    """
    sales = position.ledger.sales
    found = sales[sales["currency"].astype(object) == currency]
    everybody = found["customer_key"].astype(object) == ""
    rows = found[everybody] if everybody.any() else found
    total: dict[Month, int] = {}
    for year, month, minor in rows[["year", "month", "amount_minor"]].itertuples(index=False):
        key = (int(year), int(month))
        total[key] = total.get(key, 0) + int(minor)
    return total


def revenue(position: Position, currency: str, policy: Policy) -> Revenue | None:
    """Annual revenue: the policy's, else twelve months of the sales sheet, else a year.

    The policy's figure is in the base currency. With a VAT rate sales are taken as net
    and grossed up, because receivables contain VAT (X-35).
    """
    given = policy.ratios.annual_revenue
    if given is not None and currency == policy.base_currency:
        minor = Fraction(given) * int(10 ** exponent(currency))
        return _gross(minor, message("standing_why.revenue_given"), policy)
    sales = monthly_sales(position, currency)
    for last in (position.as_of, add_months(position.as_of.replace(day=1), -1)):
        months = list(_twelve_months(last))
        if all(month in sales for month in months):
            facts = {"first": _written(months[-1]), "last": _written(months[0])}
            source = message("standing_why.revenue_months", **facts)
            return _gross(Fraction(sum(sales[m] for m in months)), source, policy)
    for year in (position.as_of.year, position.as_of.year - 1):
        if (year, 0) in sales and dt.date(year, 12, 31) <= position.as_of:
            source = message("standing_why.revenue_year", year=year)
            return _gross(Fraction(sales[year, 0]), source, policy)
    return None


def vat_factor(policy: Policy) -> Fraction:
    """1 plus the VAT rate; 1 where none is given."""
    return 1 + (policy.ratios.vat_rate or Fraction(0))


def months_back(day: dt.date) -> Iterator[tuple[Month, int]]:
    """(year, month) and its days, newest first; the month of `day` counts up to it."""
    yield (day.year, day.month), day.day
    while True:
        day = add_months(day.replace(day=1), -1)
        yield (day.year, day.month), month_end(day).day


def countback(
    receivable_minor: int, sales: Mapping[Month, Fraction | int], as_of: dt.date
) -> Fraction | None:
    """Days of sales that the receivables tie up, newest month first (M02).

    Whole months with their real lengths while the balance exceeds their sales, then
    the rest as a share of the next month's days. None when a month's sales are not
    known or the balance is larger than all given months.
    """
    left, days = Fraction(receivable_minor), Fraction(0)
    for month, length in months_back(as_of):
        if left <= 0:
            return days
        if month not in sales:
            return None
        if left < sales[month]:
            return days + left / sales[month] * length
        left, days = left - sales[month], days + length
    return None


def _gross(minor: Fraction, source: Message, policy: Policy) -> Revenue | None:
    return Revenue(minor * vat_factor(policy), source) if minor > 0 else None


def _twelve_months(last: dt.date) -> Iterator[Month]:
    first = last.replace(day=1)
    for back in range(12):
        month = add_months(first, -back)
        yield month.year, month.month


def _written(month: Month) -> str:
    return f"{month[0]}-{month[1]:02d}"
