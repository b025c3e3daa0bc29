"""Where a page ends: nothing is torn from its heading, no chart is cut."""

from __future__ import annotations

import pytest

from arcollect.render.xlsx.paper import A3, A4, Block, breaks, paper_for
from arcollect.views.table import Page


def tall(_: int) -> float:
    return 10.0


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        ([Block(0, 4), Block(5, 9)], []),  # both fit
        ([Block(0, 5), Block(6, 11)], [6]),  # a chart is never cut
        ([Block(0, 7), Block(8, 30, start=4)], [8, 18, 28]),  # a heading goes with its table
        ([Block(0, 2), Block(3, 30, start=4)], [10, 20, 30]),  # a long one begins where it is
        ([Block(0, 24)], [10, 20]),  # higher than a page: there is no other way
    ],
)
def test_breaks(blocks: list[Block], found: list[int]) -> None:
    assert breaks(blocks, tall, 100.0) == found


@pytest.mark.parametrize(
    ("printed", "one_sheet", "size", "across"),
    [(120, False, A4, 1), (190, False, A4, 1), (191, False, A3, 1), (401, False, A3, 2),
     (250, True, A4, 1)],
)  # fmt: skip
def test_paper_grows_with_the_sheet_but_one_page_stays_a4(
    printed: float, one_sheet: bool, size: int, across: int
) -> None:
    paper = paper_for(Page("p", "p", (), one_sheet=one_sheet), printed)
    assert (paper.size, paper.across) == (size, across)


def test_an_upright_page_holds_more_rows() -> None:
    upright = paper_for(Page("p", "p", (), landscape=False), 120)
    lying = paper_for(Page("p", "p", ()), 120)
    assert not upright.landscape
    assert lying.landscape
    assert upright.points() > lying.points()
