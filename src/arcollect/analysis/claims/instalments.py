"""How a debt is paid in parts, to the cent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from arcollect.dates import add_months
from arcollect.money import round_half_up_div
from arcollect.workdays import Days, Public, is_workday, next_workday, of_china


@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment of a plan and what is left after it, in minor units."""

    number: int  # from 1
    due_date: dt.date
    amount_minor: int
    left_minor: int


def shares(total_minor: int, count: int, down: Fraction = Fraction(0)) -> tuple[int, ...]:
    """The payments of a plan in minor units: `down` of the total first, then `count` equal ones.

    Equal payments are rounded half up and the last one takes what remains, so
    that the sum is the total to the cent (G-09; R003-84: 30 % at once and 70 % in
    six parts of 100,000 is 30,000.00, five of 11,666.67 and one of 11,666.65).
    Where rounding up would leave nothing for the last payment they are rounded
    down. Raises ValueError when a payment would be nothing at all.
    """
    first = round_half_up_div(total_minor * down.numerator, down.denominator)
    rest = total_minor - first
    if count < 1 or rest < count or first < 0:
        raise ValueError(f"{total_minor} in {count}")
    each = round_half_up_div(rest, count)
    if each * (count - 1) >= rest:
        each = rest // count
    equal = (*(each,) * (count - 1), rest - each * (count - 1))
    return (first, *equal) if first else equal


def schedule(
    amounts: Sequence[int],
    first: dt.date,
    extra_workdays: Days = (),
    extra_holidays: Days = (),
    public: Public = of_china,
) -> tuple[Instalment, ...]:
    """Payments of minor units month by month from `first`, each due on a workday.

    The day of the month is kept (31 January, 28 February, 31 March); a weekend
    or holiday moves to the next workday (R-LAW-14) and does not move the
    payments after it. The last one leaves nothing.
    """
    total = sum(amounts)
    days = (add_months(first, months) for months in range(len(amounts)))
    calendar = (extra_workdays, extra_holidays, public)
    on_workdays = (
        day if is_workday(day, *calendar) else next_workday(day, *calendar) for day in days
    )
    paid = accumulate(amounts)
    return tuple(
        Instalment(number, day, minor, total - so_far)
        for number, (day, minor, so_far) in enumerate(
            zip(on_workdays, amounts, paid, strict=True), 1
        )
    )
