"""On which day of the month a customer usually pays."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.dates import add_months, month_end
from arcollect.workdays import add_workdays, is_workday

if TYPE_CHECKING:
    from arcollect.policy import Policy

MONTH_END = 31
Fit = tuple[int, dt.date]  # number of a pay day, the pay day
Window = tuple[dt.date, dt.date, dt.date]  # the pay day itself, first and last day that fit


@dataclass(frozen=True, slots=True)
class PayDay:
    """The usual payment day (回款习惯日), and what it rests on.

    day: 1 to 31; in a shorter month its last day, so 31 is month end. next_on: the
    first one after the as-of date; remind_on: so many days before it.
    """

    day: int
    payments: int
    hits: int
    next_on: dt.date
    remind_on: dt.date

    def is_due(self, as_of: dt.date) -> bool:
        """Whether the reminder is due on or before the as-of date: act today."""
        return self.remind_on <= as_of

    def nearest(self, day: dt.date) -> dt.date:
        """The pay day nearest to `day`; of two as near, the later."""
        around = [on_day(self.day, add_months(first_of(day), n)) for n in (-1, 0, 1)]
        return min(reversed(around), key=lambda one: abs(one - day))


def first_of(day: dt.date) -> dt.date:
    """The first day of its month."""
    return day.replace(day=1)


def on_day(number: int, month: dt.date) -> dt.date:
    """That day of the month, or its last day where the month is shorter."""
    return month.replace(day=min(number, month_end(month).day))


class Fits:
    """Which pay days of the month a payment on some day fits; worked out once per day."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self._months: dict[dt.date, tuple[Window, ...]] = {}
        self._days: dict[dt.date, tuple[Fit, ...]] = {}

    def of(self, day: dt.date) -> tuple[Fit, ...]:
        """Each number of a pay day with the pay day itself, the nearest that fits."""
        if day not in self._days:
            found: dict[int, dt.date] = {}
            for number, (target, first, last) in self._around(day):
                near = found.get(number)
                if first <= day <= last and (near is None or abs(target - day) < abs(near - day)):
                    found[number] = target
            self._days[day] = tuple(found.items())
        return self._days[day]

    def _around(self, day: dt.date) -> Iterator[tuple[int, Window]]:
        for months in (-1, 0, 1):
            yield from enumerate(self._windows(add_months(first_of(day), months)), 1)

    def _windows(self, month: dt.date) -> tuple[Window, ...]:
        if month not in self._months:
            numbers = range(1, MONTH_END + 1)
            self._months[month] = tuple(self._window(on_day(n, month)) for n in numbers)
        return self._months[month]

    def _window(self, target: dt.date) -> Window:
        free = self.policy.workdays
        near = dt.timedelta(days=self.policy.habits.within_days)
        first, last = target - near, target + near
        if not is_workday(target, *free):
            first = min(first, add_workdays(target, -1, *free))
            last = max(last, add_workdays(target, 1, *free))
        return target, first, last


class PayDays:
    """Finds usual pay days as they are known at one date."""

    def __init__(self, as_of: dt.date, policy: Policy, fits: Fits | None = None) -> None:
        self.as_of, self.policy = as_of, policy
        self.since = add_months(as_of, -policy.habits.lookback_months)
        self.fits = fits or Fits(policy)

    def find(self, days: Iterable[dt.date]) -> PayDay | None:
        """The pay day that these payment days show; None where they show none (G-07).

        Days of the lookback count, each once. A payment fits a pay day when it is at
        most `within_days` apart from it or, where the day is free, on the workdays next
        to it. A habit takes the least payments and months of the policy and its share
        of all payment days; of several days that fit as well, the one met most exactly.
        """
        rules, paid = self.policy.habits, self.counted(days)
        if len(paid) < rules.least_payments:
            return None
        fitting: dict[int, list[tuple[dt.date, dt.date]]] = defaultdict(list)
        for day in paid:
            for number, target in self.fits.of(day):
                fitting[number].append((day, target))
        number, hits = max(fitting.items(), key=lambda fit: _rank(*fit))
        is_habit = len(hits) >= rules.share * len(paid) and (
            len({target for _, target in hits}) >= rules.least_months
        )
        return self._payday(number, len(paid), len(hits)) if is_habit else None

    def counted(self, days: Iterable[dt.date]) -> list[dt.date]:
        """The payment days of the lookback, each once, oldest first."""
        return sorted({day for day in days if self.since < day <= self.as_of})

    def _payday(self, number: int, payments: int, hits: int) -> PayDay:
        months = (add_months(first_of(self.as_of), n) for n in (0, 1))
        next_on = next(d for m in months if (d := on_day(number, m)) > self.as_of)
        before = dt.timedelta(days=self.policy.habits.reminder_days)
        return PayDay(number, payments, hits, next_on, next_on - before)


def _rank(number: int, fitting: list[tuple[dt.date, dt.date]]) -> tuple[int, int, int, int]:
    apart = [abs((day - target).days) for day, target in fitting]
    return len(fitting), apart.count(0), -sum(apart), number


def paydays_at(days: Sequence[Sequence[dt.date]], finder: PayDays) -> dict[int, PayDay]:
    """The usual payment day by party number, of those that have one at the finder's date."""
    found = ((number, finder.find(paid)) for number, paid in enumerate(days))
    return {number: day for number, day in found if day is not None}
