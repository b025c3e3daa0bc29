"""Years as the calendar counts them."""

from __future__ import annotations

import datetime as dt


def years_before(day: dt.date, years: int) -> dt.date:
    """The first day that is not yet more than `years` calendar years before `day`.

    29 February becomes 1 March: a year from 28 February 2023 is over on 29 February
    2024.
    """
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return dt.date(day.year - years, 3, 1)
