"""Of documents unpaid so far, how many are paid by when."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from arcollect.analysis.standing.payers.survival import Curve, curve

HALF = Fraction(1, 2)


def of(paid: list[int], still: list[int] | None = None) -> Curve:
    return curve(np.array(paid, np.int64), np.array(still or [], np.int64))


def test_without_open_documents_it_is_the_plain_share() -> None:
    found = of([0, 10, 10, 30])
    assert found == Curve((0, 10, 30), (Fraction(3, 4), Fraction(1, 4), Fraction(0)), (1, 3, 4))
    assert [found.by(share, -100) for share in (Fraction(1, 4), HALF, Fraction(1))] == [0, 10, 30]


def test_open_documents_count_as_unpaid_so_far() -> None:
    # At day 5 one of three is paid; the one of age 5 was still unpaid then and leaves.
    # At day 8 one of one: 2/3 x 0.
    assert of([5, 8], [5]).left == (Fraction(2, 3), Fraction(0))
    # An open one of age 9 keeps the curve up: at day 8 one of two.
    assert of([5, 8], [9]).left == (Fraction(2, 3), Fraction(1, 3))


def test_an_overdue_document_is_seen_among_those_of_its_age() -> None:
    found = of([0, 0, 0, 20, 40])
    assert found.by(HALF, -30) == 0
    assert found.by(HALF, 1) == 20  # of the two that were unpaid at day 1
    assert found.by(Fraction(9, 10), 1) == 40
    assert found.by(HALF, 40) is None
    assert (found.settled_after(-1), found.settled_after(0), found.settled_after(40)) == (5, 2, 0)


def test_nothing_known_tells_nothing() -> None:
    assert of([]).by(HALF, 0) is None
    assert of([], [3, 4]).documents() == 0
    assert of([1, 2], [50] * 10).by(HALF, 0) is None  # most are never paid


DAYS = st.lists(st.integers(-30, 120), max_size=30)
SHARES = st.fractions(0, 1, max_denominator=20).filter(lambda share: share > 0)


@given(DAYS, DAYS, SHARES, SHARES, st.integers(-40, 130))
def test_more_takes_longer(
    paid: list[int], still: list[int], one: Fraction, other: Fraction, age: int
) -> None:
    found = of(paid, still)
    first, second = found.by(min(one, other), age), found.by(max(one, other), age)
    assert first is None or first > age
    assert second is None or (first is not None and first <= second)


@given(DAYS, DAYS, SHARES, st.integers(-40, 130), st.integers(1, 50))
def test_waiting_never_brings_it_forward(
    paid: list[int], still: list[int], share: Fraction, age: int, more: int
) -> None:
    found = of(paid, still)
    now, later = found.by(share, age), found.by(share, age + more)
    assert later is None or (now is not None and later >= now)
