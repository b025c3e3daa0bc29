"""The rule against a past that is known."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from tests.analysis.build import day, ledger, policy

from arcollect.analysis.position import stand
from arcollect.analysis.standing.payers.backtest import Backtest
from arcollect.analysis.standing.payers.forecast import forecast
from arcollect.dates import add_months
from arcollect.policy import Policy

HEAD = "    customer  document_no  issue_date  due_date  settled_date  amount"
FREE = [str(day("2025-01-01") + dt.timedelta(days=n)) for n in range(700)]


def monthly(late: int, as_of: str, until: str = "2099-12-31", name: str = "甲") -> list[str]:
    """An invoice of 100.00 on each 1st, due at the next 1st, always paid `late` days late."""
    found = []
    for n in range(20):
        issued = add_months(dt.date(2025, 1, 1), n)
        due = add_months(issued, 1)
        paid = due + dt.timedelta(days=late)
        settled = str(paid) if str(paid) <= min(as_of, until) else "-"
        if str(issued) <= as_of:
            found.append(f"    {name}  {name}{n}  {issued}  {due}  {settled}  100.00")
    return found


def tried(lines: list[str], as_of: str) -> Backtest:
    # Every day a workday: then nothing moves a day but the habit.
    rules = policy(extra_workdays=FREE, habits={"least_payments": 99})
    position = stand(ledger("\n".join([HEAD, *lines])), day(as_of), Policy())
    return forecast(position, rules).backtest


def test_a_steady_payer_is_foreseen_without_error() -> None:
    found = tried(monthly(12, "2026-06-30"), "2026-06-30")
    assert {one.weeks for one in found.trials} == {4, 13}
    for one in found.errors:
        assert (one.weekly, one.total, one.bias) == (0, 0, 0)  # type: ignore[comparison-overlap]
        assert one.within == one.trials
        assert one.weekly_by_due > 0  # due dates alone are twelve days too early


def test_a_trial_by_hand() -> None:
    trial = next(
        one
        for one in tried(monthly(12, "2026-06-30"), "2026-06-30").trials
        if one.weeks == 4 and one.day == day("2026-04-30")
    )
    # Open on 30 April: April's invoice (due 1 May), paid on 13 May.
    assert (trial.open_minor, trial.actual_minor) == (10_000, 10_000)
    assert trial.forecast == (10_000, 10_000, 10_000)
    assert (trial.by_due_date_minor, trial.missed_by_due_minor) == (10_000, 20_000)


def test_only_what_was_known_then_is_used() -> None:
    """Months after the trial do not change it, whatever happened in them."""
    short = tried(monthly(12, "2026-03-31"), "2026-03-31")
    stopped = tried(monthly(12, "2026-06-30", until="2026-03-31"), "2026-06-30")
    before = {(t.day, t.weeks): t for t in short.trials}
    same = [t for t in stopped.trials if (t.day, t.weeks) in before]
    assert same
    assert all(t == before[t.day, t.weeks] for t in same)


def test_a_payer_who_stops_is_foreseen_too_high() -> None:
    found = tried(monthly(12, "2026-06-30", until="2026-03-31"), "2026-06-30")
    errors = {one.weeks: one for one in found.errors}
    assert errors[4].bias > 0
    assert errors[4].within < errors[4].trials


def test_too_little_history_is_no_test() -> None:
    assert tried(monthly(12, "2025-05-31"), "2025-05-31") == Backtest()


def test_the_error_is_a_share_of_what_came() -> None:
    found = tried(monthly(12, "2026-06-30", until="2026-03-31"), "2026-06-30")
    mine = [one for one in found.trials if one.weeks == 4]
    came = sum(one.actual_minor for one in mine)
    missed = sum(abs(one.forecast.likely - one.actual_minor) for one in mine)
    (error,) = (one for one in found.errors if one.weeks == 4)
    assert error.total == Fraction(missed, came)
