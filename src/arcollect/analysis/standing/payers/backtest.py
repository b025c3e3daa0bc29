"""How well the same rule would have done before."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.standing.payers.expected import By, Calendar, Expected, Foreseen
from arcollect.analysis.standing.payers.lateness import Lateness
from arcollect.analysis.standing.payers.payday import Fits, PayDays, paydays_at
from arcollect.analysis.standing.payers.weeks import Cases, Week, weekly, weeks_after
from arcollect.dates import add_months, month_end
from arcollect.workdays import next_workday

if TYPE_CHECKING:
    from arcollect.analysis.standing.payers.past import Past
    from arcollect.policy import Policy

SHORT_WEEKS = 4


@dataclass(frozen=True, slots=True)
class Tested:
    """What a test needs: all documents, everybody's payment days, the rules."""

    past: Past
    days: Sequence[Sequence[dt.date]]
    fits: Fits
    policy: Policy


@dataclass(frozen=True, slots=True)
class Trial:
    """One earlier month end: what was foreseen for so many weeks, and what came.

    Minor units of one own company and currency. actual: money on the documents that
    were open then; forecast in three cases; by_due_date: had everybody paid when due,
    overdue ones at once. missed: sum over the weeks of |likely - actual|, missed_by_due
    the same of by_due_date.
    """

    day: dt.date
    weeks: int
    company: str
    currency: str
    open_minor: int
    forecast: Cases
    actual_minor: int
    by_due_date_minor: int
    missed_minor: int
    missed_by_due_minor: int

    @property
    def is_within(self) -> bool:
        """Whether what came lies between the late and the early case."""
        return self.forecast.late <= self.actual_minor <= self.forecast.early


@dataclass(frozen=True, slots=True)
class Error:
    """All trials of so many weeks together; shares of what really came.

    weekly: WAPE of the weeks, sum of |likely - actual| by sum of actual; total: the
    same of whole trials; bias: sum of (likely - actual), positive is too much foreseen;
    weekly_by_due: of the due dates alone, to compare with.
    """

    weeks: int
    company: str
    currency: str
    trials: int
    within: int
    weekly: Fraction
    total: Fraction
    bias: Fraction
    weekly_by_due: Fraction


@dataclass(frozen=True, slots=True)
class Backtest:
    """Every trial, newest first, and what they add up to; empty: too little history."""

    trials: tuple[Trial, ...] = ()
    errors: tuple[Error, ...] = ()


def backtest(tested: Tested, as_of: dt.date, weeks: int) -> Backtest:
    """Stand at earlier month ends, foresee with what was known then, compare.

    For four weeks and for the whole span, the last month ends whose weeks are over by
    `as_of`. Known then: documents issued and payments made up to that day; flags and
    disputes have no date and are not used. Documents without an issue date, and those
    paid on an unknown day, take no part. A month end without enough paid documents
    before it is passed over.
    """
    spans = sorted({min(SHORT_WEEKS, weeks), weeks})
    days = {span: _month_ends(as_of, span, tested.policy) for span in spans}
    stood = {day: _foreseen(tested, day) for day in {d for found in days.values() for d in found}}
    trials = [
        trial for span in spans for day in days[span] for trial in _trials(tested, stood[day], span)
    ]
    return Backtest(tuple(trials), tuple(_errors(trials)))


def _month_ends(as_of: dt.date, weeks: int, policy: Policy) -> list[dt.date]:
    """The newest first; the last of its weeks is over at the as-of date."""
    found: list[dt.date] = []
    day = month_end(add_months(as_of.replace(day=1), -1))
    while len(found) < policy.forecast.backtest_months:
        if _weeks(day, weeks, policy)[-1].last <= as_of:
            found.append(day)
        day = month_end(add_months(day.replace(day=1), -1))
    return found


def _weeks(day: dt.date, weeks: int, policy: Policy) -> tuple[Week, ...]:
    free = policy.workdays
    return weeks_after(day, next_workday(day, *free), weeks)


def _foreseen(tested: Tested, day: dt.date) -> Foreseen:
    """What could be foreseen on that day: the same for every span."""
    past, policy = tested.past, tested.policy
    paydays = paydays_at(tested.days, PayDays(day, policy, tested.fits))
    return Foreseen(Calendar(day, policy), Lateness(past, day, policy), paydays)


def _trials(tested: Tested, foreseen: Foreseen, weeks: int) -> list[Trial]:
    """One trial per own company and currency with documents open on that day."""
    if not foreseen.has_history():
        return []
    past, day = tested.past, foreseen.calendar.as_of
    purses: dict[tuple[str, str], list[int]] = defaultdict(list)
    then = past.open_at(day)
    for row in np.flatnonzero(then).tolist():
        company, _, currency = past.parties[past.party[row]]
        purses[company, currency].append(row)
    one = _Trial(past, foreseen, _weeks(day, weeks, tested.policy))
    found = ((purse, rows) for purse, rows in sorted(purses.items()) if rows)
    return [one.of(purse, rows, then[rows].tolist()) for purse, rows in found]


@dataclass(frozen=True, slots=True)
class _Trial:
    past: Past
    foreseen: Foreseen
    spans: tuple[Week, ...]

    def of(self, purse: tuple[str, str], rows: list[int], money: list[int]) -> Trial:
        due = self.past.due[rows].tolist()
        party = self.past.party[rows].tolist()
        expected = [
            self.foreseen.of(n, d) or Expected(By.OLDER) for n, d in zip(party, due, strict=True)
        ]
        plain = [self.foreseen.fixed(By.DUE, d) for d in due]
        ours = weekly(self.spans, zip(money, expected, strict=True)).cases
        by_due = weekly(self.spans, zip(money, plain, strict=True)).cases
        came = self._came(rows)
        return Trial(
            day=self.foreseen.calendar.as_of,
            weeks=len(self.spans),
            company=purse[0],
            currency=purse[1],
            open_minor=sum(money),
            forecast=Cases(*(sum(case) for case in zip(*ours, strict=True))),
            actual_minor=sum(came),
            by_due_date_minor=sum(week.likely for week in by_due),
            missed_minor=_missed(ours, came),
            missed_by_due_minor=_missed(by_due, came),
        )

    def _came(self, rows: list[int]) -> list[int]:
        """Money on these documents in each week."""
        paid, among = self.past.payments, np.zeros(len(self.past.due), dtype=bool)
        among[rows] = True
        mine = among[paid.row] & paid.is_cash
        day, minor = paid.day[mine], paid.minor[mine]
        return [
            int(minor[(day >= np.datetime64(w.first)) & (day <= np.datetime64(w.last))].sum())
            for w in self.spans
        ]


def _missed(foreseen: Sequence[Cases], came: Sequence[int]) -> int:
    return sum(abs(week.likely - real) for week, real in zip(foreseen, came, strict=True))


def _errors(trials: Sequence[Trial]) -> list[Error]:
    """One per span, own company and currency; none where no money came at all."""
    groups: dict[tuple[int, str, str], list[Trial]] = defaultdict(list)
    for trial in trials:
        groups[trial.weeks, trial.company, trial.currency].append(trial)
    return [
        error for key, mine in groups.items() if (error := _error(mine, key)) is not None
    ]  # fmt: skip


def _error(trials: Sequence[Trial], key: tuple[int, str, str]) -> Error | None:
    came = sum(one.actual_minor for one in trials)
    if not came:
        return None
    differences = [one.forecast.likely - one.actual_minor for one in trials]
    return Error(
        *key,
        trials=len(trials),
        within=sum(one.is_within for one in trials),
        weekly=Fraction(sum(one.missed_minor for one in trials), came),
        total=Fraction(sum(map(abs, differences)), came),
        bias=Fraction(sum(differences), came),
        weekly_by_due=Fraction(sum(one.missed_by_due_minor for one in trials), came),
    )
