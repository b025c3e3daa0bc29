"""The limitation clock: when it starts, what restarts it, when it ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from arcollect.dates import add_months

CAP_YEARS = 20  # 民法典 188: never longer than this


class Kind(StrEnum):
    """What may interrupt limitation (民法典 195, 时效规定 8, 14)."""

    LETTER = "letter"  # a demand that arrived
    STATEMENT = "statement"  # signed, "confirms and agrees to pay"
    PROMISE = "promise"
    PAYMENT = "payment"  # a part payment
    CONTACT = "contact"  # the debtor admitted the debt, or a demand with proof of arrival


CONSENTS = frozenset({Kind.STATEMENT, Kind.PROMISE})
"""After the end a demand changes nothing; the debtor's own consent does (民法典 192)."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that may have interrupted limitation, and whether that is proven.

    detail: the letter's number, the kind of proof, the month of a statement.
    """

    day: dt.date
    kind: Kind
    is_proven: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """From when, by what, until when; by: None where the due date itself counts."""

    start: dt.date
    by: Event | None
    end: dt.date


def run(due: dt.date, events: Sequence[Event], years: int) -> Clock:
    """The last day of limitation: `years` after the due date or the last interruption.

    Conservative: counted from the day itself, ended on the same day of the year (or the
    month's last, 民法典 202) and never moved for holidays (R-LAW-14). An interruption
    before the due date changes nothing; a demand after the end neither, a consent does.
    Never more than 20 years after the due date (188).
    """
    if not events:
        return _undisturbed(due, years)
    start, by, end = due, None, _ended(due, years)
    cap = _ended(due, CAP_YEARS)
    for event in sorted(events, key=lambda e: e.day):
        is_in_time = event.day <= end or event.kind in CONSENTS
        if event.day > start and is_in_time:
            start, by, end = event.day, event, _ended(event.day, years)
    return Clock(start, by, min(end, cap))


@cache
def _undisturbed(due: dt.date, years: int) -> Clock:
    """The clock of most documents; many of them fall due on the same day."""
    return Clock(due, None, min(_ended(due, years), _ended(due, CAP_YEARS)))


@cache
def _ended(day: dt.date, years: int) -> dt.date:
    return add_months(day, 12 * years)
