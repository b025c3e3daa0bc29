"""The days on which a document is expected to be paid."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from arcollect.workdays import is_workday, next_workday

if TYPE_CHECKING:
    from arcollect.analysis.standing.payers.lateness import Lateness, Spread
    from arcollect.analysis.standing.payers.payday import PayDay
    from arcollect.policy import Policy


class By(StrEnum):
    """What an expected day rests on."""

    OWN = "own"  # the customer's own paid documents
    POOLED = "pooled"  # those of all customers: it has too few of its own
    DUE = "due"  # the due date alone: the ledger shows no history
    OLDER = "older"  # older than what anybody has paid so far: no day
    PROMISE = "promise"
    BILL = "bill"  # its maturity (U-03)


@dataclass(frozen=True, slots=True)
class Expected:
    """When it comes if early, most likely, and if late; None: later than history shows.

    early <= likely <= late wherever they are known; all of them workdays after the
    as-of date. documents: how many paid documents this rests on.
    """

    by: By
    early: dt.date | None = None
    likely: dt.date | None = None
    late: dt.date | None = None
    documents: int = 0


@dataclass(slots=True)
class Calendar:
    """Days seen from one as-of date: nothing comes before the workday after it."""

    as_of: dt.date
    policy: Policy
    _moved: dict[dt.date, dt.date] = field(default_factory=dict)

    def on(self, day: dt.date) -> dt.date:
        """`day`, or the next workday; never earlier than the first after the as-of date."""
        day = max(day, self.as_of + dt.timedelta(days=1))
        if day not in self._moved:
            free = self.policy.workdays
            self._moved[day] = day if is_workday(day, *free) else next_workday(day, *free)
        return self._moved[day]


@dataclass(slots=True)
class Foreseen:
    """Expected days by what was known at the end of one day.

    paydays: usual payment days by party number; an expected day moves to the nearest
    of them that is still to come.
    """

    calendar: Calendar
    lateness: Lateness
    paydays: Mapping[int, PayDay]
    _found: dict[tuple[int, dt.date], Expected | None] = field(default_factory=dict)

    def of(self, party: int, due: dt.date) -> Expected | None:
        """When a document of this party and due date is paid; None: nothing tells.

        Due date and the lateness of documents that were unpaid at the same age (so an
        overdue one is not expected yesterday); without any history a document that is
        not overdue is expected on its due date, an overdue one not at all.
        """
        if (party, due) not in self._found:
            self._found[party, due] = self._of(party, due)
        return self._found[party, due]

    def _of(self, party: int, due: dt.date) -> Expected | None:
        age = (self.calendar.as_of - due).days
        spread = self.lateness.spread(party, age)
        if spread is not None:
            return self._by(spread, party, due)
        if self.has_history():
            return Expected(By.OLDER)
        return None if age > 0 else self.fixed(By.DUE, due)

    def has_history(self) -> bool:
        """Whether enough paid documents are known to speak of anybody's lateness."""
        return self.lateness.documents() >= self.lateness.policy.forecast.least_documents

    def fixed(self, by: By, day: dt.date, late: dt.date | None = None) -> Expected:
        """A day that is known: a bill's maturity, a due date, a promise."""
        on = self.calendar.on(day)
        return Expected(by, on, on, late or on)

    def _by(self, spread: Spread, party: int, due: dt.date) -> Expected:
        days = (spread.early, spread.likely, spread.late)
        early, likely, late = (self._day(days_late, party, due) for days_late in days)
        by = By.OWN if spread.is_own else By.POOLED
        return Expected(by, early, likely, late, spread.documents)

    def _day(self, days_late: int | None, party: int, due: dt.date) -> dt.date | None:
        if days_late is None:
            return None
        day = self.calendar.on(due + dt.timedelta(days=days_late))
        payday = self.paydays.get(party)
        if payday is None:
            return day
        return self.calendar.on(max(payday.nearest(day), payday.next_on))
