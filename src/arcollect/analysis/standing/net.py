"""What is left of open and overdue money once each customer's own credits are taken off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.keys import PARTY, group_codes, sums

if TYPE_CHECKING:
    import pandas as pd


def net_of_credits(open_: pd.DataFrame, credits_: pd.DataFrame) -> dict[str, tuple[int, int]]:
    """Per currency: open and overdue after unapplied credits, 0 at least per customer.

    Never across customers or companies: one customer's advance pays nobody else's debt
    (X-14, U-11). Minor units; `open_` and `credits_` are the frames of a position.
    """
    (of_open, of_credit), table = group_codes([open_, credits_], PARTY)
    money = open_["open_minor"].to_numpy(np.int64)
    late = np.where(open_["days_past_due"].to_numpy() > 0, money, 0)
    unapplied = credits_["unapplied_minor"].to_numpy(np.int64)
    less = sums(of_credit, unapplied, len(table))
    net_open, net_late = (
        np.maximum(sums(of_open, part, len(table)) - less, 0) for part in (money, late)
    )
    currencies = table["currency"].to_numpy(object)
    return {
        str(code): (
            int(net_open[currencies == code].sum()),
            int(net_late[currencies == code].sum()),
        )
        for code in set(currencies)
    }
