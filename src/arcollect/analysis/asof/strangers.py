"""Receipts that name a document which the ledger does not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from arcollect.errors import Problem, Severity, message
from arcollect.money import show

if TYPE_CHECKING:
    from arcollect.analysis.asof.matching import Allocation
    from arcollect.ledger.schema import Ledger

LISTED = 50


def strangers(ledger: Ledger, history: Allocation) -> Iterator[Problem]:
    """One warning per receipt whose reference names no document of its customer.

    For ledgers without balances only: there such a receipt stays unapplied, and a slip
    in the number leaves an invoice open that was paid. Beside balances it most often
    names a document that was settled and not exported. `history` are the receipts that
    did find theirs; the first 50 are listed, the rest counted.
    """
    receipts = ledger.receipts
    named = (receipts["reference"].astype(object) != "").to_numpy(bool)
    named = named & ~receipts["is_dishonoured"].to_numpy(bool)
    named[history.credit] = False
    rows = np.flatnonzero(named)
    for row in receipts.iloc[rows[:LISTED]].to_dict("records"):
        amount = show(int(row["amount_minor"]), str(row["currency"]))
        file, sheet, cell = (str(row[name]) for name in ("source", "sheet", "row"))
        facts = {"reference": row["reference"], "amount": amount}
        said = message("standing_why.unknown_reference", **facts)
        remedy = message("standing_why.unknown_reference_remedy")
        yield Problem(Severity.WARNING, said, file, sheet, cell, str(row["reference"]), remedy)
    if len(rows) > LISTED:
        more = message("standing_why.unknown_references", count=len(rows) - LISTED)
        yield Problem(Severity.WARNING, more)
