"""Money by calendar week: early, likely and late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from arcollect.analysis.standing.payers.expected import Expected

_WEEK = dt.timedelta(days=7)
_ONE_DAY = dt.timedelta(days=1)
_SUNDAY = 6


class Cases(NamedTuple):
    """The same money in three cases, minor units: all early, most likely, all late."""

    early: int = 0
    likely: int = 0
    late: int = 0


class Week(NamedTuple):
    """First and last day; weeks end on Sunday, the first begins after the as-of date."""

    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Weekly:
    """What comes in each week, and what comes later than the last one."""

    weeks: tuple[Week, ...]
    cases: tuple[Cases, ...]
    beyond: Cases

    def so_far(self) -> tuple[Cases, ...]:
        """Running totals: early >= likely >= late in every week."""
        found, sums = [], Cases()
        for week in self.cases:
            sums = added(sums, week)
            found.append(sums)
        return tuple(found)


def weeks_after(as_of: dt.date, first_workday: dt.date, count: int) -> tuple[Week, ...]:
    """So many weeks, Monday to Sunday; the first holds the first workday after `as_of`.

    Free days before that week belong to it: no day after the as-of date is lost.
    """
    end = first_workday + (_SUNDAY - first_workday.weekday()) * _ONE_DAY
    starts = [as_of + _ONE_DAY, *(end + _ONE_DAY + n * _WEEK for n in range(count - 1))]
    return tuple(Week(first, end + n * _WEEK) for n, first in enumerate(starts))


def weekly(weeks: tuple[Week, ...], money: Iterable[tuple[int, Expected]]) -> Weekly:
    """Each amount in one week of each case; without a day, or later, it is beyond."""
    sums = [[0, 0, 0] for _ in range(len(weeks) + 1)]
    for minor, expected in money:
        for case, day in enumerate((expected.early, expected.likely, expected.late)):
            sums[_place(day, weeks)][case] += minor
    *inside, beyond = (Cases(*three) for three in sums)
    return Weekly(weeks, tuple(inside), beyond)


def added(one: Cases, other: Cases) -> Cases:
    """Two amounts together, case by case: early with early, late with late. Minor units."""
    return Cases(*(a + b for a, b in zip(one, other, strict=True)))


def _place(day: dt.date | None, weeks: tuple[Week, ...]) -> int:
    if day is None or day > weeks[-1].last:
        return len(weeks)
    return max(0, (day - weeks[0].last + _WEEK - _ONE_DAY) // _WEEK)
