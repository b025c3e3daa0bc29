"""Workdays and contact slots."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcollect import workdays
from arcollect.workdays import add_workdays, is_workday, next_slot, next_workday

DAYS = st.dates(dt.date(2005, 1, 1), dt.date(2028, 12, 1))


def test_holidays_and_make_up_days() -> None:
    assert not is_workday(dt.date(2026, 10, 7))  # National Day
    assert is_workday(dt.date(2026, 10, 10))  # a Saturday made up for it
    assert not is_workday(dt.date(2026, 11, 21))  # a plain Saturday
    assert is_workday(dt.date(2026, 11, 23))


def test_the_policy_overrides_the_calendar_and_a_holiday_wins() -> None:
    saturday, monday = dt.date(2026, 11, 21), dt.date(2026, 11, 23)
    assert is_workday(saturday, extra_workdays=[saturday])
    assert not is_workday(monday, extra_holidays=[monday])
    assert not is_workday(monday, extra_workdays=[monday], extra_holidays=[monday])


def test_an_unpublished_year_is_monday_to_friday_and_says_so() -> None:
    assert workdays.known_year(2026)
    assert not workdays.known_year(2099)
    assert is_workday(dt.date(2099, 1, 2))  # a Friday
    assert not is_workday(dt.date(2099, 1, 3))
    notes = workdays.unknown_years([dt.date(2099, 1, 2), dt.date(2026, 1, 2)])
    assert [note.facts for note in notes] == [{"year": 2099}]


@pytest.mark.parametrize(
    ("after", "slot"),
    [  # G-12
        (dt.date(2023, 7, 18), dt.datetime(2023, 7, 19, 10)),
        (dt.date(2023, 7, 20), dt.datetime(2023, 7, 21, 10)),
        (dt.date(2023, 7, 21), dt.datetime(2023, 7, 24, 15)),
        (dt.date(2026, 9, 30), dt.datetime(2026, 10, 8, 10)),
        (dt.date(2026, 10, 9), dt.datetime(2026, 10, 10, 10)),
    ],
)
def test_the_next_contact_slot(after: dt.date, slot: dt.datetime) -> None:
    assert next_slot(after) == slot


def test_no_slot_on_monday_morning_friday_afternoon_or_a_holiday() -> None:
    assert workdays.slots(dt.date(2026, 11, 23)) == (dt.time(15),)
    assert workdays.slots(dt.date(2026, 11, 24)) == (dt.time(10), dt.time(15))
    assert workdays.slots(dt.date(2026, 11, 27)) == (dt.time(10),)
    assert workdays.slots(dt.date(2026, 10, 1)) == ()


def test_counting_workdays() -> None:
    assert next_workday(dt.date(2026, 9, 30)) == dt.date(2026, 10, 8)
    assert add_workdays(dt.date(2026, 9, 29), 3) == dt.date(2026, 10, 9)
    assert add_workdays(dt.date(2026, 10, 8), -1) == dt.date(2026, 9, 30)
    assert add_workdays(dt.date(2026, 10, 1), 0) == dt.date(2026, 10, 1)


@settings(max_examples=100, deadline=None)
@given(DAYS, st.integers(1, 15))
def test_the_nth_workday_has_n_workdays_up_to_it(day: dt.date, count: int) -> None:
    end = add_workdays(day, count)
    between = (day + dt.timedelta(i) for i in range(1, (end - day).days + 1))
    assert is_workday(end)
    assert sum(is_workday(d) for d in between) == count


def test_abroad_neither_chinese_holidays_nor_make_up_saturdays_move_a_day() -> None:
    abroad = workdays.Workdays(public=workdays.of_weekdays)
    assert is_workday(dt.date(2026, 10, 7), *abroad)  # National Day in China, a Wednesday
    assert not is_workday(dt.date(2026, 10, 10), *abroad)  # a make-up Saturday in China
    assert next_workday(dt.date(2026, 9, 30), *abroad) == dt.date(2026, 10, 1)
    assert add_workdays(dt.date(2026, 10, 9), 1, *abroad) == dt.date(2026, 10, 12)
    assert next_slot(dt.date(2026, 9, 30), *abroad) == dt.datetime(2026, 10, 1, 10)


def test_own_days_count_beside_any_calendar() -> None:
    closed, opened = dt.date(2026, 12, 25), dt.date(2026, 12, 26)
    abroad = workdays.Workdays([opened], [closed], workdays.of_weekdays)
    assert not is_workday(closed, *abroad)
    assert is_workday(opened, *abroad)


def test_the_note_says_whose_workdays_they_are() -> None:
    notes = workdays.whose_calendar(["USD"], workdays.of_weekdays)
    assert [note.key for note in notes] == ["workdays.of_weekdays"]
    assert [n.key for n in workdays.whose_calendar(["USD"])] == ["workdays.of_china"]
    assert workdays.unknown_years([dt.date(2099, 1, 2)], workdays.of_weekdays) == ()
