"""What moved the balances of a month, line by line."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.asof.credits import among_items
from arcollect.analysis.asof.recorded import counts_as_money, dates
from arcollect.analysis.chase.statement.model import Moved, Movement
from arcollect.analysis.keys import PARTY
from arcollect.ledger.schema import ItemKind

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.keys import Flags
    from arcollect.analysis.position import Position
    from arcollect.register.entries import Party

_BOOKED = {
    ItemKind.INVOICE: Moved.INVOICE,
    ItemKind.CREDIT: Moved.CREDIT,
    ItemKind.RECEIPT: Moved.RECEIPT,
    ItemKind.BILL: Moved.BILL,
}
_ORDER = list(Moved)
_Line = tuple["Party", Movement]


def movements(position: Position, first: dt.date) -> Mapping[Party, tuple[Movement, ...]]:
    """Every dated change from `first` to the as-of date, oldest first.

    Documents by their own date; money by the day it came, once where both the items and
    the receipts show it, nothing of a dishonoured bill (U-03); documents that only a
    settled date closes. An opening row (期初余额) is no movement. Minor units.
    """
    found: dict[Party, list[Movement]] = defaultdict(list)
    for lines in (_booked(position, first), _received(position, first), _closed(position, first)):
        for party, line in lines:
            found[party].append(line)
    return {party: tuple(sorted(lines, key=_in_order)) for party, lines in found.items()}


def openings(position: Position, first: dt.date) -> Mapping[Party, int]:
    """Opening rows that the ledger dates inside the month, by party, in minor units."""
    items = position.ledger.items
    rows = items[_within(items["issue_date"], first, position.as_of) & _is(items, "opening")]
    found: dict[Party, int] = defaultdict(int)
    for party, minor in zip(_parties(rows), rows["amount_minor"].tolist(), strict=True):
        found[party] += minor
    return found


def _booked(position: Position, first: dt.date) -> Iterator[_Line]:
    items = position.ledger.items
    rows = items[_within(items["issue_date"], first, position.as_of) & ~_is(items, "opening")]
    names = rows["document_no"].astype(object).where(rows["document_no"] != "", rows["invoice_no"])
    columns = (
        _parties(rows), dates(rows["issue_date"]).tolist(), rows["kind"].tolist(),
        names.tolist(), rows["amount_minor"].tolist(), dates(rows["bill_maturity"]).tolist(),
    )  # fmt: skip
    for party, day, kind, name, minor, maturity in zip(*columns, strict=True):
        moved = _BOOKED[ItemKind(kind)]
        if moved is Moved.INVOICE and minor < 0:
            moved = Moved.CREDIT
        yield party, Movement(day, moved, str(name), minor, maturity)


def _received(position: Position, first: dt.date) -> Iterator[_Line]:
    receipts = position.ledger.receipts
    if not len(receipts):
        return
    use = counts_as_money(receipts) & ~among_items(position.ledger)
    rows = receipts[_within(receipts["date"], first, position.as_of) & use]
    columns = (
        _parties(rows), dates(rows["date"]).tolist(), rows["method"].tolist(),
        rows["reference"].tolist(), rows["amount_minor"].tolist(),
        dates(rows["bill_maturity"]).tolist(),
    )  # fmt: skip
    for party, day, method, name, minor, maturity in zip(*columns, strict=True):
        kind = Moved.BILL if method == "bill" else Moved.RECEIPT
        yield party, Movement(day, kind, str(name), -minor, maturity)


def _closed(position: Position, first: dt.date) -> Iterator[_Line]:
    """Documents of which only the day they were settled is known."""
    payments = position.payments
    only = (payments["how"].astype(object) == "settled").to_numpy(bool)
    rows = payments[only & _within(payments["date"], first, position.as_of)]
    items = position.ledger.items.loc[rows["item"]]
    columns = (
        _parties(items), dates(rows["date"]).tolist(), items["document_no"].tolist(),
        rows["amount_minor"].tolist(),
    )  # fmt: skip
    for party, day, name, minor in zip(*columns, strict=True):
        yield party, Movement(day, Moved.SETTLED, str(name), -minor)


def _within(column: pd.Series, first: dt.date, last: dt.date) -> Flags:
    days = dates(column)
    found: Flags = (days >= np.datetime64(first, "D")) & (days <= np.datetime64(last, "D"))
    return found


def _is(items: pd.DataFrame, kind: str) -> Flags:
    return (items["kind"].astype(object) == kind).to_numpy(bool)


def _parties(rows: pd.DataFrame) -> list[Party]:
    columns = (rows[name].astype(str).tolist() for name in PARTY)
    return list(zip(*columns, strict=True))


def _in_order(line: Movement) -> tuple[dt.date, int, str]:
    return line.day, _ORDER.index(line.kind), line.document_no
