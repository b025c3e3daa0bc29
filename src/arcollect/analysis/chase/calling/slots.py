"""When a customer may be called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from arcollect.errors import Message, message
from arcollect.register.entries import Channel, ContactEntry
from arcollect.workdays import IN_CHINA, Workdays, next_workday, slots

QUIET_FROM, QUIET_TO = dt.time(22), dt.time(8)
WEEK_DAYS = 7
_COUNTED = frozenset({Channel.CALL, Channel.SMS, Channel.WECHAT, Channel.VISIT})
_FURTHEST = 370


@dataclass(frozen=True, slots=True)
class Cap:
    """At most so many contacts in a day and in 7 days (R003-41, R003-42)."""

    per_day: int
    per_week: int


@dataclass(frozen=True, slots=True)
class Slot:
    """The next permitted moment, and why it is not an earlier one."""

    at: dt.datetime
    why: Message | None = None


def is_quiet(at: dt.time) -> bool:
    """Whether nobody is called at this hour: from 22:00, before 08:00 (R003-67).

    08:00 is allowed, 22:00 is not (G-12d).
    """
    return at >= QUIET_FROM or at < QUIET_TO


def refused(at: dt.datetime, past: Sequence[ContactEntry], cap: Cap) -> Message | None:
    """Why a customer may not be called at `at`; None when it may (R000-52, R003-41/42).

    A second call inside 7 days where one is allowed is refused: a call on Monday allows
    the next on the Monday after. Letters and e-mails do not count as calls.
    """
    if is_quiet(at.time()):
        return message("worklist_why.quiet")
    days = [(at.date() - c.at.date()).days for c in past if c.channel in _COUNTED]
    if sum(d == 0 for d in days) >= cap.per_day:
        return message("worklist_why.day_cap", count=cap.per_day)
    if sum(0 <= d < WEEK_DAYS for d in days) >= cap.per_week:
        return message("worklist_why.week_cap", count=cap.per_week)
    return None


def next_contact(
    after: dt.date,
    past: Sequence[ContactEntry],
    cap: Cap,
    free: Workdays = IN_CHINA,
    not_before: tuple[dt.date, Message] | None = None,
) -> Slot:
    """The first slot on a workday after `after` that no rule forbids (R000-52, G-12).

    10:00 and 15:00, not on Monday morning nor Friday afternoon; not before the day of
    an open promise or the end of a pause (`not_before`, with the reason). Local time.
    """
    why: Message | None = None
    day = after
    if not_before is not None and not_before[0] > next_workday(after, *free):
        day, why = not_before[0] - dt.timedelta(days=1), not_before[1]
    for _ in range(_FURTHEST):
        day = next_workday(day, *free)
        for time in slots(day, *free):
            at = dt.datetime.combine(day, time)
            found = refused(at, past, cap)
            if found is None:
                return Slot(at, why)
            why = found
    return Slot(dt.datetime.combine(day, slots(day, *free)[0]), why)
