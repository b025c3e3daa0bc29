"""On which days, and when, a company picks up the phone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from functools import cache
from importlib import import_module
from typing import NamedTuple

from arcollect.errors import Message, message

MORNING = dt.time(10)
AFTERNOON = dt.time(15)
_MONDAY, _FRIDAY, _SATURDAY = 0, 4, 5
_ONE_DAY = dt.timedelta(days=1)

Days = Collection[dt.date]
Public = Callable[[dt.date], bool]


@cache
def of_china(day: dt.date) -> bool:
    """Whether mainland China works on `day`, make-up days (调休) included.

    The State Council's calendar; in a year that it does not cover yet, Monday to
    Friday: ask `known_year` and say so (T-39).
    """
    if known_year(day.year):
        return bool(import_module("chinese_calendar").is_workday(day))
    return of_weekdays(day)


def of_weekdays(day: dt.date) -> bool:
    """Monday to Friday: all that is known of workdays outside mainland China."""
    return day.weekday() < _SATURDAY


class Workdays(NamedTuple):
    """A company's own workdays and holidays, and whose calendar holds beside them."""

    extra_workdays: Days = ()
    extra_holidays: Days = ()
    public: Public = of_china


IN_CHINA = Workdays()


def is_workday(
    day: dt.date, extra_workdays: Days = (), extra_holidays: Days = (), public: Public = of_china
) -> bool:
    """Whether people work on `day`.

    The policy's own days come first, a holiday before a workday; then the public
    calendar (see `of_china`).
    """
    if day in extra_holidays:
        return False
    return day in extra_workdays or public(day)


@cache
def known_year(year: int) -> bool:
    """Whether the published holidays of this year are known (2004-2026 at present)."""
    try:
        import_module("chinese_calendar").is_workday(dt.date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


def unknown_years(days: Iterable[dt.date], public: Public = of_china) -> tuple[Message, ...]:
    """One note for each year of `days` whose Chinese holidays are not known, in order."""
    if public is not of_china:
        return ()
    years = sorted({day.year for day in days})
    return tuple(
        message("workdays.unknown_year", year=year) for year in years if not known_year(year)
    )


def whose_calendar(currencies: Iterable[str], public: Public = of_china) -> tuple[Message, ...]:
    """Whose workdays these are, said where none of the amounts is in yuan.

    Customers elsewhere have other holidays: the policy's own days say so.
    """
    if public is not of_china:
        return (message("workdays.of_weekdays"),)
    return () if "CNY" in {*currencies} else (message("workdays.of_china"),)


def next_workday(
    day: dt.date, extra_workdays: Days = (), extra_holidays: Days = (), public: Public = of_china
) -> dt.date:
    """The first workday after `day`."""
    return add_workdays(day, 1, extra_workdays, extra_holidays, public)


def add_workdays(
    day: dt.date,
    count: int,
    extra_workdays: Days = (),
    extra_holidays: Days = (),
    public: Public = of_china,
) -> dt.date:
    """The `count`-th workday after `day` (before it when negative); 0 is `day`."""
    step = _ONE_DAY if count > 0 else -_ONE_DAY
    left = abs(count)
    while left:
        day += step
        left -= is_workday(day, extra_workdays, extra_holidays, public)
    return day


def slots(
    day: dt.date, extra_workdays: Days = (), extra_holidays: Days = (), public: Public = of_china
) -> tuple[dt.time, ...]:
    """When to call on `day` (R000-52): 10:00 and 15:00 on workdays.

    Not on Monday morning (weekly meeting) nor on Friday afternoon (leaving early).
    """
    if not is_workday(day, extra_workdays, extra_holidays, public):
        return ()
    times = {_MONDAY: (AFTERNOON,), _FRIDAY: (MORNING,)}
    return times.get(day.weekday(), (MORNING, AFTERNOON))


def next_slot(
    after: dt.date, extra_workdays: Days = (), extra_holidays: Days = (), public: Public = of_china
) -> dt.datetime:
    """The first contact slot on a day after `after`, in local time (G-12)."""
    day = next_workday(after, extra_workdays, extra_holidays, public)
    return dt.datetime.combine(day, slots(day, extra_workdays, extra_holidays, public)[0])
