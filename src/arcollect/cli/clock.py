"""The one clock of the program."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from arcollect.errors import UsageError, message


def today(time_zone: str) -> dt.date:
    """Today in the company's time zone (D-6): a UTC server is a day behind at night."""
    return dt.datetime.now(ZoneInfo(time_zone)).date()


def now(time_zone: str) -> dt.datetime:
    """The moment in the company's time zone, to the second: for the journal."""
    return dt.datetime.now(ZoneInfo(time_zone)).replace(microsecond=0)


def day(raw: str, option: str) -> dt.date:
    """A date typed by a person: 2026-10-31, 2026/10/31, 20261031, 2026年10月31日.

    Raises UsageError that names the option and shows the form that works.
    """
    from arcollect.dates import parse_date

    found = parse_date(raw.strip(), "ymd")
    if isinstance(found, dt.date):
        return found
    raise UsageError(
        message("cli.date", option=option, raw=raw), message("cli.date_hint", option=option)
    )


def as_of(
    flag: str | None, policy: dt.date | None, cutoff: dt.date | None, time_zone: str
) -> dt.date:
    """The as-of date by U-04: flag, policy (or ARCOLLECT_AS_OF), the file's cut-off, today."""
    if flag:
        return day(flag, "--as-of")
    return policy or cutoff or today(time_zone)
