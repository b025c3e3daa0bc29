"""What an item is worth in the base currency, by the file's own column (本位币金额)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from arcollect.ledger.cells.amounts import Money, MoneyCells
from arcollect.ledger.cells.column import body_of
from arcollect.ledger.forms.draft import Draft
from arcollect.ledger.forms.items.amounts import Amounts
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.forms.sheet.found import FoundSheet
from arcollect.money import currency_code, exponent
from arcollect.policy import Policy

Ints = NDArray[np.int64]


def put_base(
    draft: Draft, found: FoundSheet, body: Body, amounts: Amounts, at: Ints, policy: Policy
) -> None:
    """Note of each item how much document money is how much base money.

    From the balance in base currency, else the amount, else debit less credit; 0 and 0
    where the file says nothing. Read only when answers are wanted in the base
    currency, and only where the file's base currency is that of the policy.
    """
    if not policy.in_base_currency or not _is_same(found, policy):
        return
    open_, amount = _money(found, body, "base_open", policy), _moved(found, body, policy)
    by_balance = (open_ != 0) & (amounts.open != 0)
    by_amount = (amount != 0) & (amounts.amount != 0)
    base = np.where(by_balance, open_, np.where(by_amount, amount, 0))
    of = np.where(by_balance, amounts.open, np.where(by_amount, amounts.amount, 0))
    draft.arrays["base_minor"] = np.abs(base)[at]
    draft.arrays["base_for_minor"] = np.abs(of)[at]


def _is_same(found: FoundSheet, policy: Policy) -> bool:
    """Whether the file's base currency, if it names one, is the policy's."""
    column = _column(found, "base_currency")
    if column is None:
        return True
    raw = body_of(found.sheet.columns([column])[column], found.first)
    words = {raw.pool[i].strip() for i in np.unique(raw.text) if i >= 0} - {""}
    return {currency_code(w) or w for w in words} <= {policy.base_currency}


def _moved(found: FoundSheet, body: Body, policy: Policy) -> Ints:
    debit, credit, amount = (
        _money(found, body, f"base_{name}", policy) for name in ("debit", "credit", "amount")
    )
    return np.where(amount != 0, amount, debit - credit)


def _money(found: FoundSheet, body: Body, field: str, policy: Policy) -> Ints:
    column = _column(found, field)
    if column is None:
        return np.zeros(body.rows, dtype=np.int64)
    raw = body_of(found.sheet.columns([column])[column], found.first)
    header = found.matching.cells[column] if found.matching else ""
    places = np.full(len(raw), exponent(policy.base_currency), dtype=np.int8)
    read: Money = MoneyCells(raw, header, body.unit).minor(places)
    return np.where(read.stated, read.minor, 0)


def _column(found: FoundSheet, field: str) -> int | None:
    return found.matching.column(field) if found.matching else None
