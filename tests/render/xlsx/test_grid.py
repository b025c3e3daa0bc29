"""Tables of different shapes on one sheet: none is made wider by another."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from arcollect.render.xlsx.grid import SNAP_LEAST, SNAP_SHARE, Wish, lay, lay_beside

NARROW_THEN_WIDE = Wish((10.0, 40.0), 5)
WIDE_THEN_NARROW = Wish((40.0, 10.0), 9)


def width(widths: tuple[float, ...], span: tuple[int, int]) -> float:
    return sum(widths[span[0] : span[1] + 1])


def test_a_narrow_column_is_not_made_wide_by_the_sentences_of_another_table() -> None:
    grid = lay([NARROW_THEN_WIDE, WIDE_THEN_NARROW])
    assert grid.widths == (10.0, 30.0, 10.0)
    assert grid.spans == (((0, 0), (1, 2)), ((0, 1), (2, 2)))


def test_tables_of_one_shape_stand_in_the_same_columns() -> None:
    cny, usd = Wish((20.0, 14.0), 9, ("who", "open")), Wish((12.0, 15.0), 1, ("who", "open"))
    assert lay([cny, usd]).spans == (((0, 0), (1, 1)),) * 2
    assert lay([cny, usd]).widths == (20.0, 15.0)


def test_a_column_takes_an_edge_near_by_instead_of_one_of_its_own() -> None:
    assert lay([Wish((20.0, 20.0), 2), Wish((17.0, 20.0), 1)]).widths == (20.0, 20.0)


def test_a_long_table_keeps_one_cell_to_a_column() -> None:
    long = Wish((40.0, 10.0, 10.0), 5_000, is_firm=True)
    grid = lay([NARROW_THEN_WIDE, long])
    assert grid.spans[1] == ((0, 0), (1, 1), (2, 2))
    assert grid.spans[0][0] == (0, 0)


def test_what_stands_beside_begins_behind_a_gap_and_what_is_below_may_use_both() -> None:
    left, right, below = Wish((30.0,), 3), Wish((20.0, 10.0), 4), Wish((63.0,), 2)
    grid = lay_beside([left, right, below], [0, 1, 2])
    assert grid.widths == (30.0, 3.0, 20.0, 10.0)
    assert grid.spans == (((0, 0),), ((2, 2), (3, 3)), ((0, 3),))


widths = st.lists(st.floats(2.0, 60.0, width=16), min_size=1, max_size=12).map(tuple)


@settings(deadline=None, max_examples=80)
@given(st.lists(st.tuples(widths, st.integers(0, 50), st.booleans()), min_size=1, max_size=6))
def test_every_column_is_wide_enough_and_columns_never_overlap(
    tables: list[tuple[tuple[float, ...], int, bool]],
) -> None:
    grid = lay([Wish(wished, rows, (), firm) for wished, rows, firm in tables])
    assert min(grid.widths) > 0
    for (wished, _, _), spans in zip(tables, grid.spans, strict=True):
        assert spans[0][0] == 0
        assert all(before[1] + 1 == after[0] for before, after in pairwise(spans))
        for wanted, span in zip(wished, spans, strict=True):
            assert width(grid.widths, span) >= wanted - 0.01


@settings(deadline=None, max_examples=80)
@given(st.lists(st.tuples(widths, st.integers(0, 50)), min_size=1, max_size=6))
def test_no_column_is_much_wider_than_it_wishes(
    tables: list[tuple[tuple[float, ...], int]],
) -> None:
    grid = lay([Wish(wished, rows) for wished, rows in tables])
    for (wished, _), spans in zip(tables, grid.spans, strict=True):
        for wanted, span in zip(wished, spans, strict=True):
            spare = max(SNAP_LEAST, wanted * SNAP_SHARE)
            assert width(grid.widths, span) <= wanted + spare + 0.01
