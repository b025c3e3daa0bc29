"""Totals without a word beside them."""

from __future__ import annotations

import numpy as np

from arcollect.ledger.forms.items.amounts import Amounts
from arcollect.ledger.forms.sheet.rows import CODE, Rows
from arcollect.ledger.schema import RowClass


def settle_unlabelled(rows: Rows, amounts: Amounts, *, grouped: bool) -> None:
    """Take rows with nothing but money for totals where they can be nothing else.

    Under group headers such a row closes its group (Tally). Elsewhere it must add
    up: to the items since the last total, or to all above. One that does not stays
    an item without a customer, and is listed as unusable with its amount.
    """
    bare = rows.are(RowClass.ITEM) & rows.bare & ~rows.opening
    if not bare.any():
        return
    items = rows.are(RowClass.ITEM) & ~bare & ~amounts.unusable
    listed = np.concatenate([[0], np.cumsum(np.where(items, amounts.open, 0))])
    start = 0
    for row in np.flatnonzero(bare):
        above, since = int(listed[row]), int(listed[row] - listed[start])
        amount = int(amounts.open[row])
        if (grouped or amount == since) and items[start:row].any():
            rows.classes[row] = CODE[RowClass.SUBTOTAL]
            start = int(row)
        elif amount == above and items[:row].any():
            rows.classes[row] = CODE[RowClass.TOTAL]
