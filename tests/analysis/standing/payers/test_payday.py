"""On which day of the month a customer usually pays."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.build import day, policy

from arcollect.analysis.standing.payers.payday import PayDay, PayDays, on_day
from arcollect.policy import Policy


def find(days: str, as_of: str = "2026-11-21", rules: Policy | None = None) -> PayDay | None:
    finder = PayDays(day(as_of), rules or Policy())
    return finder.find(day(one) for one in days.split())


FIVE_AND_ONE = "2026-01-25 2026-02-25 2026-03-25 2026-04-25 2026-05-25 2026-06-24"


def test_g07_five_on_the_25th_and_one_on_the_24th() -> None:
    found = find(FIVE_AND_ONE)
    assert found == PayDay(25, 6, 6, day("2026-11-25"), day("2026-11-20"))
    assert found.is_due(day("2026-11-21"))  # the reminder is past: act today
    assert not found.is_due(day("2026-11-19"))


def test_g07_no_mode_no_habit() -> None:
    assert find("2026-01-03 2026-02-11 2026-03-19 2026-04-27 2026-05-07 2026-06-15") is None


@pytest.mark.parametrize(
    ("days", "number"),
    [
        ("2026-01-31 2026-02-28 2026-03-31 2026-04-30", 31),  # month end
        ("2026-01-28 2026-02-28 2026-03-28 2026-04-28", 28),
        ("2026-01-31 2026-03-01 2026-03-31 2026-05-01", 31),  # a day into the next month
        ("2026-03-15 2026-04-15 2026-05-15", None),  # three payments are no habit
        ("2026-05-14 2026-05-15 2026-05-16 2026-06-15", None),  # nor are two months
        ("2026-03-15 2026-04-15 2026-05-15 2026-06-15 2026-07-02", 15),  # four of five
        ("2026-03-15 2026-04-15 2026-05-15 2026-06-02 2026-07-02", None),  # three of five
    ],
)
def test_what_makes_a_habit(days: str, number: int | None) -> None:
    found = find(days)
    assert (found and found.day) == number


def test_next_to_a_free_day_is_on_the_day() -> None:
    # 2026-08-15 and 2026-11-15 are weekend days; the money came on the Monday after
    # (two days later than Saturday), 2026-10-01 to 07 is a holiday.
    assert find("2026-05-15 2026-06-15 2026-07-15 2026-08-17").hits == 4  # type: ignore[union-attr]
    assert find("2026-07-01 2026-08-01 2026-09-01 2026-10-08", "2026-10-31").day == 1  # type: ignore[union-attr]


def test_payments_before_the_lookback_and_after_the_day_do_not_count() -> None:
    assert find(FIVE_AND_ONE, "2028-06-30") is None
    assert find(FIVE_AND_ONE, "2026-03-31") is None
    rules = policy(habits={"least_payments": 3})
    assert find(FIVE_AND_ONE, "2026-03-31", rules).payments == 3  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("as_of", "number", "expected"),
    [
        ("2026-11-25", 25, "2026-12-25"),  # today's is not to come any more
        ("2026-11-24", 25, "2026-11-25"),
        ("2026-01-31", 31, "2026-02-28"),
        ("2026-12-31", 5, "2027-01-05"),
    ],
)
def test_the_next_pay_day_comes_after_the_as_of_date(
    as_of: str, number: int, expected: str
) -> None:
    first = day(as_of).replace(day=1)
    months = [(first - dt.timedelta(days=31 * n)).replace(day=1) for n in range(1, 6)]
    paid = " ".join(str(on_day(number, month)) for month in months)
    assert find(paid, as_of).next_on == day(expected)  # type: ignore[union-attr]


@given(st.lists(st.dates(dt.date(2025, 1, 1), dt.date(2026, 10, 31)), max_size=12))
def test_a_habit_is_met_by_its_hits(days: list[dt.date]) -> None:
    found = PayDays(dt.date(2026, 10, 31), Policy()).find(days)
    if found is not None:
        assert 4 * found.hits >= 3 * found.payments >= 12
        assert found.next_on > dt.date(2026, 10, 31)
        assert found.nearest(found.next_on) == found.next_on
