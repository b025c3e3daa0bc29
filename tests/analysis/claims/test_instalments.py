"""How a debt is paid in parts, to the cent."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.build import day

from arcollect.analysis.claims.instalments import schedule, shares
from arcollect.workdays import is_workday

SOME = st.integers(1, 10**13)
COUNTS = st.integers(1, 60)


@pytest.mark.parametrize(
    ("total", "count", "down", "expected"),
    [
        (800_000_00, 6, 0, [133_333_33] * 5 + [133_333_35]),  # G-09
        (64_000_00, 6, 0, [10_666_67] * 5 + [10_666_65]),
        (100_000_00, 6, Fraction(3, 10), [30_000_00] + [11_666_67] * 5 + [11_666_65]),  # R003-84
        (20_000_00, 2, 0, [10_000_00] * 2),  # R000-36
        (9, 6, 0, [1, 1, 1, 1, 1, 4]),  # rounded up, the last would owe us
        (6, 4, 0, [1, 1, 1, 3]),  # rounded up, nothing would be left for the last
        (5, 1, 0, [5]),
    ],
)
def test_worked_numbers(total, count, down, expected):
    assert list(shares(total, count, Fraction(down))) == expected


@pytest.mark.parametrize(("total", "count"), [(5, 6), (0, 1), (100, 0), (-100, 1)])
def test_no_payment_is_nothing(total, count):
    with pytest.raises(ValueError, match="in"):
        shares(total, count)


@given(SOME, COUNTS, st.integers(0, 99))
def test_parts_are_positive_and_sum_to_the_whole(total, count, percent):
    if total // 100 < count * 100:
        return
    parts = shares(total, count, Fraction(percent, 100))
    assert sum(parts) == total
    assert min(parts) > 0
    assert len(parts) == count + (percent > 0)


def test_the_day_of_the_month_is_kept_and_moved_to_a_workday():
    plan = schedule([1_00, 2_00, 3_00], day("2026-01-31"))  # a Saturday
    assert [str(p.due_date) for p in plan] == ["2026-02-02", "2026-02-28", "2026-03-31"]
    assert [(p.number, p.left_minor) for p in plan] == [(1, 5_00), (2, 3_00), (3, 0)]


def test_our_own_holidays_count():
    plan = schedule([1], day("2026-11-23"), extra_holidays=[day("2026-11-23")])
    assert plan[0].due_date == day("2026-11-24")


@given(st.dates(day("2024-01-01"), day("2030-12-31")), COUNTS)
def test_payments_fall_due_in_order_on_workdays(first, count):
    plan = schedule([1_00] * count, first)
    assert all(is_workday(p.due_date) for p in plan)
    assert [p.due_date for p in plan] == sorted(p.due_date for p in plan)
