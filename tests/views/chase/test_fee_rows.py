"""Each step of a late fee is a row of the letter's annex."""

from __future__ import annotations

import pytest

from arcollect.text import Lang
from arcollect.views.block import Grid, Heading
from arcollect.views.chase.letter import page
from arcollect.views.chase.templates.sample import samples

ROWS = [
    ("AR-0000", "2026-07-01", "2026-07-10", "10", "9,000.00", "0.05%", "45.0000"),
    ("AR-0000", "2026-07-11", "2026-07-30", "20", "4,500.00", "0.05%", "45.0000"),
]


@pytest.mark.parametrize("lang", list(Lang))
def test_part_payments_take_a_row_each(lang):
    """9,000.00 due on 30 June, half paid on 10 July, the rest on the 30th: 45.00 + 45.00."""
    rich = next(known for known in samples("L3", lang) if known["fee_steps"])
    assert [
        tuple(row.values()) for row in rich["fee_steps"] if row["document"] == "AR-0000"
    ] == ROWS
    made, _ = page("L3", rich, lang, None)
    heading, grid = made[-3], made[-2]
    assert isinstance(heading, Heading)
    assert isinstance(grid, Grid)
    assert list(grid.rows[-2:]) == ROWS
    assert heading.text in rich["enclosures"]


def test_no_fee_no_rows():
    assert all(known["fee_steps"] == [] for known in samples("L2", Lang.ZH))
