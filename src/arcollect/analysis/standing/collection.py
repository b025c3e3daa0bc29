"""How much of what was due came in (回款率)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from arcollect.analysis.asof.recorded import is_snapshot
from arcollect.analysis.keys import positions
from arcollect.ledger.schema import ItemKind

if TYPE_CHECKING:
    from arcollect.analysis.position import Position


@dataclass(frozen=True, slots=True)
class Collection:
    """Money of one currency in one period, minor units, in all and by salesperson.

    due: overdue at the start of the period plus what fell due in it (U-12).
    """

    first: dt.date
    last: dt.date
    collected: int = 0
    due: int = 0
    by_salesperson: dict[str, tuple[int, int]] = field(default_factory=dict)


def collect(position: Position, currency: str) -> Collection | None:
    """Collected and due from the first of the as-of month to the as-of date (U-12).

    Collected: dated receipts (a bill on its maturity, never a dishonoured one); without
    a receipts sheet settled dates, or receipts among the items. None without any, and
    for a list of balances: there only unapplied receipts are left to see. Due:
    documents due by the as-of date, with what was open when the period began. Money
    without a document goes to the customer's salesperson.
    """
    first, last = position.as_of.replace(day=1), position.as_of
    money = money_in(position, currency)
    if money is None:
        return None
    inside = money[_between(money["date"], first, last)]
    came = inside.groupby("salesperson")["amount_minor"].sum()
    due = _due(position, currency, first).groupby("salesperson")["amount_minor"].sum()
    people = sorted({*map(str, came.index), *map(str, due.index)})
    by = {name: (int(came.get(name, 0)), int(due.get(name, 0))) for name in people}
    return Collection(first, last, int(came.sum()), int(due.sum()), by)


def _between(column: pd.Series, first: dt.date, last: dt.date) -> pd.Series:
    return (column >= np.datetime64(first, "s")) & (column <= np.datetime64(last, "s"))


def money_in(position: Position, currency: str) -> pd.DataFrame | None:
    """Everything received: date, amount_minor, salesperson; None where nobody knows.

    Receipts (a bill on its maturity, never a dishonoured one), else settled documents,
    else receipts among the items, unless the balances have most of them inside; one
    currency, minor units.
    """
    ledger = position.ledger
    if len(ledger.receipts):
        return _receipts(position, currency)
    if "settled_date" in ledger.source.has:
        return _settled(position, currency)
    items = ledger.items
    rows = items[(items["kind"] == ItemKind.RECEIPT) & (items["currency"] == currency)]
    if not len(rows) or is_snapshot(ledger):
        return None
    return pd.DataFrame(
        {
            "date": rows["issue_date"],
            "amount_minor": -rows["amount_minor"],
            "salesperson": _salesperson(position, rows["customer_key"], rows.index),
        }
    )


def _receipts(position: Position, currency: str) -> pd.DataFrame:
    receipts = position.ledger.receipts
    rows = receipts[(receipts["currency"] == currency) & ~receipts["is_dishonoured"]]
    is_bill = (rows["method"].astype(object) == "bill") & rows["bill_maturity"].notna()
    return pd.DataFrame(
        {
            "date": rows["date"].where(~is_bill, rows["bill_maturity"]),
            "amount_minor": rows["amount_minor"],
            "salesperson": _salesperson(
                position, rows["customer_key"], _named_item(position, rows)
            ),
        }
    )


def _named_item(position: Position, receipts: pd.DataFrame) -> list[int]:
    """The item a receipt names, by document or invoice number; -1 for none."""
    items = position.ledger.items
    known: dict[tuple[str, str], int] = {}
    for name in ("invoice_no", "document_no"):
        known |= dict(
            zip(zip(items["customer_key"], items[name], strict=True), items.index, strict=True)
        )
    pairs = zip(receipts["customer_key"], receipts["reference"], strict=True)
    return [known.get(pair, -1) if pair[1] else -1 for pair in pairs]


def _settled(position: Position, currency: str) -> pd.DataFrame:
    payments = position.payments[position.payments["is_cash"]]
    items = position.ledger.items
    rows = items.loc[payments["item"]]
    mine = (rows["currency"] == currency).to_numpy(bool)
    people = _salesperson(position, rows["customer_key"], rows.index)
    found = payments[["date", "amount_minor"]].assign(salesperson=people)
    return found[mine]


def _due(position: Position, currency: str, first: dt.date) -> pd.DataFrame:
    """Documents due by the as-of date, at what was open when the period began."""
    documents, payments = position.documents, position.payments
    recent = payments[payments["date"] >= np.datetime64(first, "s")]
    paid = recent.groupby("item")["amount_minor"].sum()
    fell = documents["due_date"] <= np.datetime64(position.as_of, "s")
    rows = documents[fell & (documents["currency"] == currency)]
    back = rows["item"].map(paid).fillna(0).astype(np.int64)
    return pd.DataFrame(
        {
            "amount_minor": rows["open_minor"] + back,
            "salesperson": _salesperson(position, rows["customer_key"], rows["item"]),
        }
    )


def _salesperson(
    position: Position, customers: pd.Series, items: pd.Index | pd.Series | list[int]
) -> list[str]:
    """The document's salesperson, else the customer sheet's, else ""."""
    ledger = position.ledger
    sheet = dict(
        zip(ledger.customers["customer_key"], ledger.customers["salesperson"], strict=True)
    )
    rows = positions(np.asarray(items, dtype=np.int64), ledger.items.index)
    own = np.append(ledger.items["salesperson"].astype(object).to_numpy(), "")[rows]
    return [str(name) or str(sheet.get(key, "")) for name, key in zip(own, customers, strict=True)]
