"""What a customer's own unapplied receipts and credits cover of its debts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.asof.matching import matched
from arcollect.analysis.keys import PARTY, Flags, Ints, group_codes

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.position import Position

OUT = ("related", "retention", "red-blue", "bill", "written-off")
"""Listed apart: no credit is set against them; small differences are debts (U-05, U-07, U-11)."""


def own_credits(position: Position) -> Ints:
    """How much of each open item its customer's unapplied credits cover, minor units.

    One rule for provision and factoring, the order of FIFO: documents without a due date
    before all, then the oldest due first, of one day the oldest issued. Never across own
    companies, customers or currencies; what covers nothing is an advance (U-06, U-11).
    """
    items, credits_ = position.open, position.credits
    (of_item, of_credit), _ = group_codes([items, credits_], PARTY)
    money = np.where(is_out(items), 0, items["open_minor"].to_numpy(np.int64))
    due, issued = (
        items[name].to_numpy("datetime64[D]").astype(np.int64)
        for name in ("due_date", "issue_date")
    )
    order = np.lexsort((money, issued, due))
    unapplied = credits_["unapplied_minor"].to_numpy(np.int64)
    covered, _ = matched(of_item[order], money[order], of_credit, unapplied)
    found = np.zeros(len(items), dtype=np.int64)
    found[order] = covered
    return found


def is_out(items: pd.DataFrame) -> Flags:
    """What stands apart and takes no credit."""
    found: Flags = items["apart"].astype(object).isin(OUT).to_numpy(bool)
    return found
