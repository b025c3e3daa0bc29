"""Customers of whom the books show little more than a balance."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.asof.recorded import dates
from arcollect.analysis.money_in import shows_payments
from arcollect.analysis.outcome.audit.amounts import is_round
from arcollect.analysis.outcome.audit.desk import Desk, parties
from arcollect.analysis.outcome.audit.hint import (
    Examined,
    Gap,
    Hint,
    Weight,
    Whose,
    amount,
    missing,
    places,
)
from arcollect.errors import message

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.keys import Flags, Ints

ROUND_LEAST = 3


def unproven(desk: Desk) -> Examined:
    """Nothing ever received, and little else on paper (R003-77).

    Customers with money due for more than 30 days and no receipt at all, where at
    least three of these are seen: no receipt, no tax id, no contract, no proof of
    delivery, no contact, only round amounts. Each counts only where the ledger keeps
    it for others.
    """
    if not _shows_money(desk):
        return Examined("unproven", "R003-77", 0, (), (missing("date"),))
    known = _Known.of(desk)
    owed = _overdue(desk)
    hints = []
    never = owed[~owed["customer_key"].isin(known.paid).to_numpy()].reset_index(drop=True)
    for who, rows in parties(never):
        some = never.iloc[rows]
        key = str(some["customer_key"].iloc[0])
        seen = ["receipt", *known.lacking(key), *_round(desk, some, who)]
        if len(seen) >= desk.rules.unproven_hints:
            hints.append(_hint(desk, some, who, seen))
    looked = len(owed.drop_duplicates(["company", "customer_key", "currency"]))
    return Examined("unproven", "R003-77", looked, tuple(hints), known.gaps)


def _shows_money(desk: Desk) -> bool:
    return shows_payments(desk.position) or bool((desk.items["paid_minor"] > 0).any())


def _overdue(desk: Desk) -> pd.DataFrame:
    """Open documents of customers whose oldest is late enough; one row each."""
    open_ = desk.position.open
    last = np.datetime64(desk.as_of - dt.timedelta(days=desk.rules.unproven_days), "D")
    late = (dates(open_["due_date"]) < last) & (open_["apart"].astype(object) == "").to_numpy()
    keys = set(open_["customer_key"][late].astype(str))
    return open_[open_["customer_key"].astype(str).isin(keys)].reset_index(drop=True)


@dataclass(frozen=True, slots=True)
class _Known:
    """Who paid, and who has what the ledger keeps of others; absent: kept of nobody."""

    paid: frozenset[str]
    has: dict[str, frozenset[str]]
    gaps: tuple[Gap, ...]

    @classmethod
    def of(cls, desk: Desk) -> _Known:
        """Look through all sheets once."""
        ledger, items = desk.position.ledger, desk.items
        frames = {
            "customer_tax_id": (items, ledger.customers),
            "contract_no": (items, ledger.customers),
            "delivery_proof": (items,),
            "phone": (ledger.contacts,),
        }
        kept = {
            field: frozenset(k for frame in found for k in _keys(frame, _is_there(frame, field)))
            for field, found in frames.items()
        }
        has = {field: keys for field, keys in kept.items() if keys}
        gaps = tuple(missing(field) for field in kept if field not in has)
        return cls(_paid(desk), has, gaps)

    def lacking(self, key: str) -> list[str]:
        """What others have and this customer has not."""
        return [field for field, keys in self.has.items() if key not in keys]


def _paid(desk: Desk) -> frozenset[str]:
    items = desk.items
    open_ = items["open_minor"] < items["amount_minor"]
    settled = items["settled_date"].notna()
    touched = (open_ | settled | (items["paid_minor"] > 0)).to_numpy(bool)
    every = np.ones(len(desk.receipts), dtype=bool)
    return frozenset([*_keys(items, touched), *_keys(desk.receipts, every)])


def _is_there(frame: pd.DataFrame, field: str) -> Flags:
    found: Flags = (frame[field].astype(object) != "").to_numpy(bool)
    return found


def _keys(frame: pd.DataFrame, rows: Flags) -> set[str]:
    return {str(key) for key in frame["customer_key"][rows].unique()}


def _round(desk: Desk, some: pd.DataFrame, who: Whose) -> list[str]:
    minor: Ints = some["amount_minor"].to_numpy(np.int64)
    round_ = is_round(minor, who.currency, desk.policy)
    return ["round"] if len(minor) >= ROUND_LEAST and bool(round_.all()) else []


def _hint(desk: Desk, some: pd.DataFrame, who: Whose, seen: list[str]) -> Hint:
    minor = int(some["open_minor"].sum())
    said = [message(f"audit_why.lacks_{name}") for name in seen]
    rows = desk.position.ledger.items.loc[some["item"]]
    measured = message("audit_why.unproven", seen=said, amount=amount(minor, who.currency))
    rules = desk.rules
    threshold = message(
        "audit_why.unproven_limit", count=rules.unproven_hints, days=rules.unproven_days
    )
    return Hint("unproven", "R003-77", Weight.HIGH, who, minor, places(rows), measured, threshold)
