"""Totals without a word beside them, or with one that nobody knows."""

from __future__ import annotations

import numpy as np

from arcollect.errors import Severity, message
from arcollect.ledger.forms.items.amounts import Amounts
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.forms.sheet.rows import CODE, DATES, NUMBERS, Rows
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


def tell_likely_totals(body: Body, rows: Rows, amounts: Amounts) -> None:
    """Warn of items that may be totals: no paper, no date, and the sum of all rows above.

    Their name may be a customer's, so they count; but it would be money twice.
    """
    papers = [body.filled(f) for f in (*NUMBERS, *DATES) if body.has(f)]
    if not papers:
        return
    items = rows.are(RowClass.ITEM) & ~amounts.unusable & ~rows.opening
    loose = items & ~np.logical_or.reduce(papers) & (amounts.open != 0)
    listed = np.concatenate([[0], np.cumsum(np.where(items & ~loose, amounts.open, 0))])
    many = np.concatenate([[0], np.cumsum(items & ~loose)])
    at = np.arange(len(items))
    for row in np.flatnonzero(loose & (amounts.open == listed[at]) & (many[at] > 1)):
        body.place.tell(
            Severity.WARNING,
            message("ledger.maybe_total"),
            row=int(row),
            column=body.column("customer"),
            raw=body.quote("customer", int(row)),
            remedy=message("ledger.maybe_total.fix"),
        )
