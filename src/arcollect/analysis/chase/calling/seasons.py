"""Before which holidays and closings money is asked for ahead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from arcollect.errors import Message, message
from arcollect.workdays import IN_CHINA, Workdays, add_workdays, is_workday

LONG_DAYS = 5  # a run of free days that stops payments: Spring Festival, National Day
_LOOK_AHEAD = 60
_QUARTERS = ((3, 31), (6, 30), (9, 30), (12, 31))
_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Season:
    """A long holiday, a quarter end or a year end that is near (R001-34, R002-19).

    first: the first day on which it is too late to be paid before it.
    """

    first: dt.date
    last: dt.date
    why: Message


def season_at(as_of: dt.date, workdays: int, free: Workdays = IN_CHINA) -> Season | None:
    """The next such time, when no more than `workdays` workdays are left before it.

    A long holiday is five free days in a row or more; in a year whose holidays are not
    published none can be seen (say so with `workdays.unknown_years`).
    """
    if not workdays:
        return None
    horizon = add_workdays(as_of, workdays, *free)
    near = [s for s in (*_holidays(as_of, free), *_closings(as_of)) if s.first <= horizon]
    return min(near, key=_nearest, default=None)


def _nearest(season: Season) -> tuple[dt.date, int]:
    """The nearer one; of two on the same day the longer."""
    return season.first, -season.last.toordinal()


def _holidays(as_of: dt.date, free: Workdays) -> Iterator[Season]:
    run: list[dt.date] = []
    for ahead in range(1, _LOOK_AHEAD):
        day = as_of + ahead * _DAY
        if not is_workday(day, *free):
            run.append(day)
            continue
        if len(run) >= LONG_DAYS:
            facts = {"first": run[0], "last": run[-1], "days": len(run)}
            yield Season(run[0], run[-1], message("worklist_why.season_holiday", **facts))
            return
        run = []


def _closings(as_of: dt.date) -> Iterator[Season]:
    for month, day in _QUARTERS:
        end = dt.date(as_of.year, month, day)
        if end >= as_of:
            key = "season_year" if month == 12 else "season_quarter"
            yield Season(end + _DAY, end, message(f"worklist_why.{key}", last=end))
            return
