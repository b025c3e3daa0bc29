"""By when a letter asks for payment."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from arcollect.workdays import next_workday

if TYPE_CHECKING:
    from arcollect.policy import Policy


def pay_by(written: dt.date, policy: Policy) -> dt.date:
    """The letter's day plus `deadline_days`, moved to a workday (R001-07, R-LAW-14)."""
    last = written + dt.timedelta(days=policy.letters.deadline_days)
    extra = policy.workdays
    return next_workday(last - dt.timedelta(days=1), *extra)
