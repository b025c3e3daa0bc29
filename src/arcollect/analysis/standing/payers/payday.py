"""On which day of the month a customer usually pays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from arcollect.dates import add_months, month_end
from arcollect.workdays import add_workdays, is_workday

if TYPE_CHECKING:
    from arcollect.policy import Policy
    from arcollect.workdays import Days

MONTH_END = 31
_ONE_DAY = dt.timedelta(days=1)
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


class PayDays:
    """Finds pay days; what each day of each month allows is worked out once."""

    def __init__(self, as_of: dt.date, policy: Policy) -> None:
        self.as_of, self.policy = as_of, policy
        self._months: dict[dt.date, tuple[Window, ...]] = {}

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
        number, fitting = max(self._fits(paid), key=lambda fit: self._rank(*fit))
        is_habit = len(fitting) >= rules.share * len(paid) and (
            len({target for _, target in fitting}) >= rules.least_months
        )
        return self._payday(number, len(paid), len(fitting)) if is_habit else None

    def counted(self, days: Iterable[dt.date]) -> list[dt.date]:
        """The payment days of the lookback, each once, oldest first."""
        since = add_months(self.as_of, -self.policy.habits.lookback_months)
        return sorted({day for day in days if since < day <= self.as_of})

    def _fits(self, paid: list[dt.date]) -> Iterator[tuple[int, list[tuple[dt.date, dt.date]]]]:
        for number in range(1, MONTH_END + 1):
            found = ((day, self._target(number, day)) for day in paid)
            yield number, [(day, target) for day, target in found if target is not None]

    def _rank(
        self, number: int, fitting: list[tuple[dt.date, dt.date]]
    ) -> tuple[int, int, int, int]:
        apart = [abs((day - target).days) for day, target in fitting]
        return len(fitting), apart.count(0), -sum(apart), number

    def _target(self, number: int, day: dt.date) -> dt.date | None:
        """The pay day that a payment on `day` belongs to, the nearest that fits."""
        around = (add_months(first_of(day), n) for n in (-1, 0, 1))
        windows = (self._windows(month)[number - 1] for month in around)
        fits = [target for target, first, last in windows if first <= day <= last]
        return min(fits, key=lambda target: abs(target - day), default=None)

    def _windows(self, month: dt.date) -> tuple[Window, ...]:
        if month not in self._months:
            numbers = range(1, MONTH_END + 1)
            self._months[month] = tuple(self._window(on_day(n, month)) for n in numbers)
        return self._months[month]

    def _window(self, target: dt.date) -> Window:
        near = dt.timedelta(days=self.policy.habits.within_days)
        first, last = target - near, target + near
        if not is_workday(target, *self._free):
            first = min(first, add_workdays(target, -1, *self._free))
            last = max(last, add_workdays(target, 1, *self._free))
        return target, first, last

    @cached_property
    def _free(self) -> tuple[Days, Days]:
        return self.policy.extra_workdays, self.policy.extra_holidays

    def _payday(self, number: int, payments: int, hits: int) -> PayDay:
        months = (add_months(first_of(self.as_of), n) for n in (0, 1))
        next_on = next(d for m in months if (d := on_day(number, m)) > self.as_of)
        before = dt.timedelta(days=self.policy.habits.reminder_days)
        return PayDay(number, payments, hits, next_on, next_on - before)


def paydays_at(
    days: Sequence[Sequence[dt.date]], as_of: dt.date, policy: Policy
) -> dict[int, PayDay]:
    """The usual payment day at that date by party number, of those that have one."""
    finder = PayDays(as_of, policy)
    found = ((number, finder.find(paid)) for number, paid in enumerate(days))
    return {number: day for number, day in found if day is not None}
