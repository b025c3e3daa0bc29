"""Every layout ties out to the cent in every credit mode (invariant 1)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from tests.ledger.layouts.every import LAYOUTS
from tests.ledger.layouts.made import laid, stood

from arcollect.ledger.schema import Ledger
from arcollect.policy import Policy
from arcollect.policy.model import AgingPolicy

LAST_DAY = dt.date(2026, 12, 31)
BEFORE = {
    "forms.SETTLED.csv": dt.date(2026, 9, 30),
    "western.FRESHBOOKS.csv": dt.date(2026, 8, 31),
}
"""By the last day these documents are settled by their dates: a day before tells more."""

EXAMPLE = Path(__file__).parents[3] / "examples" / "ledger.xlsx"


def ties_out_with(ledger: Ledger, mode: str, as_of: dt.date = LAST_DAY) -> bool:
    """Whether what is open less what is unapplied is the file's sum, in each currency."""
    policy = Policy(aging=AgingPolicy.model_validate({"credits": mode}))
    position = stood(ledger, as_of, policy)
    frames = (
        (ledger.items, "open_minor"),
        (position.open, "open_minor"),
        (position.credits, "unapplied_minor"),
    )
    for currency in set(ledger.items["currency"].astype(str)):
        stated, opened, unapplied = (
            int(f.loc[f["currency"] == currency, column].sum()) for f, column in frames
        )
        assert opened - unapplied == stated
    return bool((position.open["open_minor"] > 0).all())


@pytest.mark.parametrize("mode", ["auto", "separate", "fifo", "by-reference", "net"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_open_less_unapplied_is_what_the_file_says(name: str, mode: str) -> None:
    ledger = laid(LAYOUTS[name], f"ledger.{name.rpartition('.')[2]}")
    assert ties_out_with(ledger, mode, BEFORE.get(name, LAST_DAY))


@pytest.mark.parametrize("mode", ["auto", "separate", "fifo", "by-reference", "net"])
def test_the_example_ledger(mode: str) -> None:
    assert ties_out_with(laid(EXAMPLE.read_bytes(), EXAMPLE.name), mode)
