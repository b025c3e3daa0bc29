"""What each customer bought in a year."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from arcollect.analysis.keys import Dates, Flags
from arcollect.analysis.rates import in_base
from arcollect.analysis.standing.scoring.facts import Account, knows_payments
from arcollect.dates import add_months
from arcollect.ledger.schema import ItemKind

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.position import Position
    from arcollect.policy import Policy

_SOLD_AS = {str(ItemKind.INVOICE), str(ItemKind.CREDIT)}
Found: TypeAlias = dict[Account, Fraction]


@dataclass(frozen=True, slots=True)
class Sold:
    """Sales to one account in base currency (major units), and where they come from."""

    amount: Fraction
    source: str  # "sheet" | "sales" | "documents"


def sold_to(position: Position, policy: Policy) -> dict[Account, Sold]:
    """Sales of twelve months by account: typed in, else the sales sheet, else invoices.

    Typed-in annual purchases win; then the months of the sales sheet, or its last whole
    year; then invoices less credit notes of twelve months, but only where the file also
    holds paid ones. Nobody is in the answer whose sales are not known; money in a
    currency without a rate is left out. As given, with or without VAT.
    """
    found: dict[Account, Sold] = {}
    if knows_payments(position):
        found |= _as(_by_documents(position, policy), "documents")
    found |= _as(_by_sales_sheet(position, policy), "sales")
    accounts = {(str(c), str(k)) for c, k in _pairs(position.documents)} | set(found)
    found |= _as(_typed_in(position, policy, accounts), "sheet")
    return found


def _as(amounts: Found, source: str) -> dict[Account, Sold]:
    return {account: Sold(max(amount, Fraction(0)), source) for account, amount in amounts.items()}


def _pairs(frame: pd.DataFrame) -> list[tuple[str, str]]:
    rows = frame[["company", "customer_key"]].drop_duplicates()
    return list(rows.itertuples(index=False, name=None))


def _by_documents(position: Position, policy: Policy) -> Found:
    items = position.ledger.items
    day = items["issue_date"].to_numpy("datetime64[D]")
    kinds = items["kind"].astype(object).isin(_SOLD_AS).to_numpy(bool)
    return _summed(items[kinds & _within_a_year(day, position.as_of)], policy)


def _within_a_year(day: Dates, as_of: dt.date) -> Flags:
    first = np.datetime64(add_months(as_of, -12), "D")
    found: Flags = (day > first) & (day <= np.datetime64(as_of, "D"))
    return found


def _by_sales_sheet(position: Position, policy: Policy) -> Found:
    """Rows of single customers: the last twelve months, else the last whole year."""
    sales, as_of = position.ledger.sales, position.as_of
    own = sales[sales["customer_key"].astype(object) != ""]
    if not len(own):
        return {}
    months = own["year"] * 12 + own["month"] - 1
    last = as_of.year * 12 + as_of.month - 1
    monthly = own[(own["month"] > 0) & (months > last - 12) & (months <= last)]
    years = own[(own["month"] == 0) & (own["year"] <= as_of.year)]
    yearly = years[years["year"] == years["year"].max()] if len(years) else years
    return _summed(yearly, policy) | _summed(monthly, policy)


def _summed(frame: pd.DataFrame, policy: Policy) -> Found:
    keys = [frame[name].astype(object) for name in ("company", "customer_key", "currency")]
    total = frame["amount_minor"].groupby(keys).sum().reset_index()
    found: Found = {}
    for company, key, currency, minor in total.itertuples(index=False, name=None):
        amount = in_base(int(minor), str(currency), policy)
        if amount is not None:
            account = str(company), str(key)
            found[account] = found.get(account, Fraction(0)) + amount
    return found


def _typed_in(position: Position, policy: Policy, accounts: set[Account]) -> Found:
    """Annual purchases of the customers sheet; a row without own company is for its only one."""
    sheet = position.ledger.customers
    typed = sheet[sheet["annual_purchases_minor"] > 0]
    names = ("company", "customer_key", "annual_purchases_minor", "currency")
    rows = zip(*(typed[name].tolist() for name in names), strict=True)
    found: Found = {}
    for company, key, minor, currency in rows:
        own = [a for a in accounts if a[1] == key and company in {"", a[0]}]
        amount = in_base(int(minor), str(currency), policy)
        if len(own) == 1 and amount is not None:
            found[own[0]] = amount
    return found
