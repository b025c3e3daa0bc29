"""Every document that fell due, paid or not, and when it was paid."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from arcollect.analysis.asof.credits import Matched
from arcollect.analysis.asof.recorded import Recorded, dates, is_snapshot, paid_in_part
from arcollect.analysis.keys import Dates, Flags, Ints

if TYPE_CHECKING:
    from arcollect.ledger.schema import Ledger

_COPIED = (
    "company", "customer_key", "customer", "currency", "document_no", "issue_date",
    "due_date",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of every item row at the as-of date (arrays over the items)."""

    left: Ints  # open after this run's credits
    apart: pd.Categorical
    disputed: Ints
    is_disputed: Flags


def paid(ledger: Ledger, recorded: Recorded, matched: Matched, as_of: dt.date) -> pd.DataFrame:
    """Dated payments of documents up to `as_of`: item row, date, minor units, how.

    how: receipt (names its document), reference, fifo, net, or settled (only a settled
    date is known). is_cash: false for credit notes and for bills not yet matured.
    """
    run = _run_payments(matched)
    past = _past_payments(ledger, recorded, as_of)
    known = pd.concat([past, run], ignore_index=True)
    return pd.concat([known, _settled(ledger, known, as_of)], ignore_index=True)


def history(
    ledger: Ledger, standing: Standing, payments: pd.DataFrame, as_of: dt.date
) -> pd.DataFrame:
    """Debit documents issued by `as_of` with a due date: was each paid in time?

    days_late: settled less due, or as-of less due while open, 0 at least. Closed
    without any known date: settled_date is NaT and days_late 0, so nobody can tell.
    """
    items, day = ledger.items, np.datetime64(as_of, "D")
    due, issued = dates(items["due_date"]), dates(items["issue_date"])
    is_document = items["amount_minor"].to_numpy(np.int64) > 0
    rows = np.flatnonzero(is_document & ~np.isnat(due) & ~(issued > day))
    left = standing.left[rows]
    settled = _settled_on(ledger, payments, day)[rows]
    settled[left > 0] = np.datetime64("NaT")
    ended = np.where(left > 0, day, settled)
    late = (ended - due[rows]).astype(np.int64)
    return (
        items[list(_COPIED)]
        .iloc[rows]
        .assign(
            item=items.index.to_numpy()[rows],
            settled_date=settled.astype("datetime64[s]"),
            amount_minor=items["amount_minor"].to_numpy(np.int64)[rows],
            open_minor=left,
            days_late=np.where(np.isnat(ended), 0, np.maximum(late, 0)),
            is_open=left > 0,
            is_disputed=standing.is_disputed[rows],
            apart=standing.apart[rows],
        )
    )


def _run_payments(matched: Matched) -> pd.DataFrame:
    pairs, credits_ = matched.pairs, matched.credits.iloc[matched.pairs.credit]
    from_receipts = credits_["receipt"].to_numpy() >= 0
    how = np.array(matched.how, dtype=object)
    how[from_receipts & (how == "reference")] = "receipt"
    return pd.DataFrame(
        {
            "item": pairs.item,
            "date": dates(credits_["date"]).astype("datetime64[s]"),
            "amount_minor": pairs.amount,
            "how": how,
            "is_cash": (credits_["kind"] == "receipt").to_numpy(bool),
        }
    )


def _past_payments(ledger: Ledger, recorded: Recorded, as_of: dt.date) -> pd.DataFrame:
    """Receipts that balances or settled dates already reflect."""
    pairs, receipts = recorded.history, ledger.receipts
    day = dates(receipts["date"])[pairs.credit]
    use = day <= np.datetime64(as_of, "D")
    if not is_snapshot(ledger):
        use &= recorded.live[pairs.item] & (recorded.minor[pairs.item] == 0)
    found = receipts.iloc[pairs.credit[use]]
    return pd.DataFrame(
        {
            "item": pairs.item[use],
            "date": day[use].astype("datetime64[s]"),
            "amount_minor": pairs.amount[use],
            "how": "receipt",
            "is_cash": (found["method"].astype(object) != "bill").to_numpy(bool),
        }
    )


def _settled(ledger: Ledger, known: pd.DataFrame, as_of: dt.date) -> pd.DataFrame:
    """Documents that only their settled date closes, by what no payment explains.

    Where a paid column says that a part was paid on that day: that part.
    """
    items = ledger.items
    amount, part = (items[n].to_numpy(np.int64) for n in ("amount_minor", "paid_minor"))
    unexplained = np.maximum(np.where(paid_in_part(ledger), part, amount), 0)
    np.subtract.at(unexplained, known["item"], known["amount_minor"])
    closed = dates(items["settled_date"]) <= np.datetime64(as_of, "D")
    if "open_minor" in ledger.source.has:
        closed &= items["open_minor"].to_numpy(np.int64) == 0
    rows = np.flatnonzero(closed & (unexplained > 0))
    return pd.DataFrame(
        {
            "item": rows,
            "date": dates(items["settled_date"])[rows].astype("datetime64[s]"),
            "amount_minor": unexplained[rows],
            "how": "settled",
            "is_cash": True,
        }
    )


def _settled_on(ledger: Ledger, payments: pd.DataFrame, day: np.datetime64) -> Dates:
    """The settled date as written, else the day of the last known payment."""
    written = dates(ledger.items["settled_date"]).copy()
    written[written > day] = np.datetime64("NaT")
    last = np.full(len(written), np.iinfo(np.int64).min)
    np.maximum.at(last, payments["item"].to_numpy(np.int64), _day_numbers(payments["date"]))
    return np.where(np.isnat(written), last.astype("datetime64[D]"), written)


def _day_numbers(column: pd.Series) -> Ints:
    return dates(column).astype(np.int64)
