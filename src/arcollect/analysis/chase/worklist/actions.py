"""What to do about a row, and by when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.analysis.chase.worklist.entry import Section
from arcollect.analysis.chase.worklist.reasons import OWN_FAULT
from arcollect.analysis.chase.worklist.sections import LIMITATION_DAYS, URGENT_FROM, Case
from arcollect.analysis.standing.pool import RED_FLAGS
from arcollect.errors import Message, message
from arcollect.money import show
from arcollect.workdays import add_workdays, is_workday, next_workday

if TYPE_CHECKING:
    from arcollect.analysis.chase.promises import Judged
    from arcollect.analysis.standing.payers.payday import PayDay
    from arcollect.register.entries import Reason
    from arcollect.workdays import Workdays

DISPUTE_DAYS = 2  # 48 hours (R003-53)
WILFUL = "wilful"
WORKDAYS = {
    Section.URGENT: 1,
    Section.BROKEN: 1,
    Section.GOLDEN: 3,
    Section.EARLY: 3,
    Section.FRESH: 1,  # at once (R001-33)
    Section.INTERNAL: 5,
    Section.DELIVERY: 1,
}
"""Workdays to act in, ours; disputes, due dates and holidays set their own day."""
_UPCOMING = frozenset({Section.PREDUE, Section.SEASON, Section.DELIVERY})


@dataclass(frozen=True, slots=True)
class Deed:
    """What decides what is to be done."""

    case: Case
    section: Section
    reason: Reason | None
    letter: str
    open_promises: Sequence[Judged]
    disputed_on: dt.date | None
    is_in_grace: bool
    habit: PayDay | None  # the usual payment day
    free: Workdays
    promised: Sequence[Judged] = ()  # every open promise, also those too small to wait for

    @property
    def is_asked(self) -> bool:
        """Whether somebody is to be asked for overdue money."""
        return self.section not in {*_UPCOMING, Section.INTERNAL, Section.DISPUTE}

    @property
    def is_written_to(self) -> bool:
        """Whether nobody calls: the customer is marked as withholding on purpose."""
        return self.is_asked and WILFUL in self.case.flags

    @property
    def is_unasked(self) -> bool:
        """Whether nobody knows why it is unpaid, and there is somebody to ask."""
        is_told = self.reason is not None or bool(self.case.flags & RED_FLAGS)
        return not (is_told or self.open_promises)


def actions(deed: Deed) -> tuple[Message, ...]:
    """What to do, first things first; never empty (R001-02).

    A promise whose day has not come is waited for; an unknown reason is asked for first
    (R002-06); what is our own fault is passed on inside (R002-01); from 91 days the
    legal steps are prepared, not taken (X-11, R003-40).
    """
    return tuple(_actions(deed))


def _actions(deed: Deed) -> Iterator[Message]:
    case, section = deed.case, deed.section
    if (first := _before_it_ends(deed)) is not None:
        yield first
    if section is Section.URGENT and case.broken:
        yield message("worklist_why.act_broken")
    if deed.is_asked and deed.is_unasked:
        yield message("worklist_why.act_ask_reason")
    if deed.is_asked and deed.reason in OWN_FAULT:
        yield message("worklist_why.act_own_fault")
    yield _of_section(deed)
    for one in deed.open_promises[0 if section is Section.DISPUTE else 1 :]:
        yield _waited(one)
    if section is Section.DISPUTE and case.account.asked_minor:
        amount = show(case.account.asked_minor, case.currency)
        yield message("worklist_why.act_undisputed", amount=amount)
    if case.account.asked_days >= URGENT_FROM:
        yield message("worklist_why.act_evidence")
    if deed.habit is not None and deed.section not in {Section.INTERNAL, Section.DELIVERY}:
        yield _before_payday(deed.habit, case.as_of)
    if deed.letter:
        yield message("worklist_why.act_letter", level=deed.letter)


def main_action(deed: Deed) -> Message:
    """The one thing that a short list shows: before all else what stops limitation."""
    return _before_it_ends(deed) or _of_section(deed)


def _before_it_ends(deed: Deed) -> Message | None:
    """What to do where limitation is near or over; None where it is not (R-LAW-05)."""
    left = deed.case.limitation_days
    if deed.section is not Section.URGENT or left is None or left > LIMITATION_DAYS:
        return None
    return message(f"worklist_why.act_limitation{'_over' if left < 0 else ''}")


def _of_section(deed: Deed) -> Message:
    """What the section asks for.

    While a promise is open nobody is chased: its day is waited for. Who withholds on
    purpose is written to, evidence first, and not called (R002-04). Within the grace
    period of a core customer it is a reminder only (X-26).
    """
    if deed.is_asked and deed.open_promises:
        return _waited(deed.open_promises[0])
    if deed.is_written_to:
        return message("worklist_why.act_written")
    if deed.is_in_grace and deed.section in {Section.FRESH, Section.EARLY}:
        return message("worklist_why.act_grace")
    return message(f"worklist_why.act_{deed.section.value}")


def _before_payday(habit: PayDay, as_of: dt.date) -> Message:
    """A reminder some days before the usual payment day; past already: today (R003-47)."""
    key = "habit_today" if habit.is_due(as_of) else "habit"
    return message(f"worklist_why.act_{key}", day=habit.next_on, remind=habit.remind_on)


def _waited(one: Judged) -> Message:
    amount = show(one.promise.amount_minor, one.promise.currency)
    return message("worklist_why.act_promised", day=one.promise.due_on, amount=amount)


def deadline(deed: Deed) -> dt.date:
    """By when: a workday, never earlier than the one after the as-of date.

    A dispute within 48 hours of its opening (R003-53), an open promise on its own day,
    a reminder by the due date, before a holiday on the last workday before it; else so
    many workdays by section.
    """
    case, as_of = deed.case, deed.case.as_of
    soonest = next_workday(as_of, *deed.free)
    if deed.section is Section.DISPUTE:
        day = (deed.disputed_on or as_of) + dt.timedelta(days=DISPUTE_DAYS)
        return max(soonest, _workday_from(day, deed))
    if deed.open_promises and deed.section is not Section.INTERNAL:
        return max(soonest, min(one.until for one in deed.open_promises))
    if deed.section is Section.PREDUE:
        due = min(d.due_date for d in case.upcoming if d.due_date is not None)
        return max(soonest, _workday_before(due + dt.timedelta(days=1), deed))
    if deed.section is Section.SEASON and case.season is not None:
        return max(soonest, _workday_before(case.season.first, deed))
    return add_workdays(as_of, WORKDAYS[deed.section], *deed.free)


def _workday_from(day: dt.date, deed: Deed) -> dt.date:
    return day if is_workday(day, *deed.free) else next_workday(day, *deed.free)


def _workday_before(day: dt.date, deed: Deed) -> dt.date:
    return add_workdays(day, -1, *deed.free)
