"""What money came in, whichever way the ledger writes it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from arcollect.analysis.asof.credits import among_items
from arcollect.analysis.asof.recorded import counts_as_money, dates
from arcollect.analysis.keys import PARTY, Flags
from arcollect.ledger.schema import ItemKind

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.register.entries import Party


@dataclass(frozen=True, slots=True)
class Money:
    """Money of one day: minor units, and the document it names ("" for none)."""

    day: dt.date
    minor: int
    names: str = ""


def shows_payments(position: Position) -> bool:
    """Whether the ledger says anywhere when money came in."""
    ledger = position.ledger
    booked = (ledger.items["kind"].astype(object) == ItemKind.RECEIPT).any()
    return bool(len(ledger.receipts) or booked or len(position.payments))


def reaches(position: Position) -> dt.date:
    """Up to which day the ledger can know of money: its cut-off, else its last dated event.

    An export that was made earlier and looked at again later shows no new payments; that
    does not mean that none came. Never after the as-of date.
    """
    ledger = position.ledger
    if ledger.source.cutoff is not None:
        return min(ledger.source.cutoff, position.as_of)
    columns = (
        ledger.items["issue_date"], ledger.items["settled_date"], ledger.receipts["date"]
    )  # fmt: skip
    days = [day for column in columns for day in dates(column[column.notna()]).tolist()]
    return max((day for day in days if day <= position.as_of), default=dt.date.min)


def stated_on(position: Position) -> dt.date:
    """The day a paper gives for its balances: the stated cut-off, else the as-of date.

    Never later than the as-of date: balances of a later day are rolled back to it (U-04).
    """
    return min(position.ledger.source.cutoff or position.as_of, position.as_of)


def money_in(position: Position, parties: Collection[Party]) -> Mapping[Party, list[Money]]:
    """Dated cash of these parties up to the as-of date, oldest first.

    From the receipts sheet, receipts among the items (once where both show the same
    money) and documents of which only the settled date is known. No bills, no credit
    notes, nothing of a dishonoured bill (U-03).
    """
    found: dict[Party, list[Money]] = defaultdict(list)
    for frame in (_received(position), _booked(position), _settled(position)):
        _gather(frame, parties, position.as_of, found)
    for money in found.values():
        money.sort(key=lambda one: one.day)
    return found


def _gather(
    frame: pd.DataFrame,
    parties: Collection[Party],
    as_of: dt.date,
    found: dict[Party, list[Money]],
) -> None:
    if not parties or not len(frame):
        return
    frame = frame[_wanted(frame, parties)]
    days = dates(frame["date"]).tolist()
    columns = [frame[name].tolist() for name in (*PARTY, "amount_minor", "names")]
    for day, company, customer, currency, minor, names in zip(days, *columns, strict=True):
        party = (str(company), str(customer), str(currency))
        if day is not None and day <= as_of and minor > 0 and party in parties:
            found[party].append(Money(day, int(minor), str(names)))


def _wanted(frame: pd.DataFrame, parties: Collection[Party]) -> Flags:
    keys = {customer for _, customer, _ in parties}
    return frame["customer_key"].isin(keys).to_numpy(bool)


def _received(position: Position) -> pd.DataFrame:
    receipts = position.ledger.receipts
    if not len(receipts):
        return receipts.assign(names="")
    is_cash = (receipts["method"].astype(object) != "bill").to_numpy(bool)
    use = counts_as_money(receipts) & is_cash & ~among_items(position.ledger)
    return receipts[use].assign(names=receipts["reference"][use])


def _booked(position: Position) -> pd.DataFrame:
    items = position.ledger.items
    rows = np.flatnonzero((items["kind"].astype(object) == ItemKind.RECEIPT).to_numpy(bool))
    found = items[[*PARTY, "issue_date", "amount_minor"]].iloc[rows]
    return found.assign(date=found["issue_date"], amount_minor=-found["amount_minor"], names="")


def _settled(position: Position) -> pd.DataFrame:
    payments = position.payments
    only = payments[(payments["how"].astype(object) == "settled").to_numpy(bool)]
    items = position.ledger.items.loc[only["item"], [*PARTY, "document_no"]]
    return items.assign(
        date=only["date"].to_numpy(),
        amount_minor=only["amount_minor"].to_numpy(),
        names=items["document_no"],
    )
