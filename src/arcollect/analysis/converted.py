"""The same position in one currency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from arcollect.analysis.asof.recorded import dates
from arcollect.analysis.keys import Flags, Ints
from arcollect.analysis.position import Position
from arcollect.analysis.rates import rate
from arcollect.errors import Message, UsageError, message
from arcollect.money import exponent, round_half_up_div

if TYPE_CHECKING:
    from arcollect.ledger.schema import Ledger
    from arcollect.policy import Policy

ITEMS = ("amount_minor", "paid_minor", "open_minor", "disputed_minor")
OPEN = ("amount_minor", "credited_minor", "open_minor", "disputed_minor")
CREDITS = ("amount_minor", "matched_minor")
DOCUMENTS = ("amount_minor", "open_minor")
LIMITS = ("credit_limit_minor", "annual_purchases_minor", "open_orders_minor", "assets_minor")


def in_base(position: Position, policy: Policy) -> Position:
    """The position with every amount in the base currency, rounded half up per row.

    By the file's own base amounts where it has them, else by the policy's rates.
    Credits were matched before, in the currency of the documents: a receipt in yuan
    never pays an invoice in dollars. UsageError names the currencies without a rate.
    """
    ledger = position.ledger
    ratios = _of_items(ledger.items, policy)
    own = _of_rates(position.credits["currency"], policy)
    credits_ratio = _chosen(_at(ratios, ledger, position.credits["item"]), own)
    _refuse_unknown(position, _at(ratios, ledger, position.open["item"]), credits_ratio, policy)
    opened = _frame(position.open, OPEN, _at(ratios, ledger, position.open["item"]), policy)
    opened["recorded_minor"] = opened["open_minor"] + opened["credited_minor"]
    credited = _frame(position.credits, CREDITS, credits_ratio, policy)
    credited["unapplied_minor"] = credited["amount_minor"] - credited["matched_minor"]
    left_out = _left_out(position, ratios, policy)
    by_document = _at(ratios, ledger, position.documents["item"])
    return replace(
        position,
        ledger=_ledger(ledger, ratios, policy),
        open=opened,
        credits=credited,
        matches=_money(position.matches, _at(ratios, ledger, position.matches["item"])),
        payments=_money(position.payments, _at(ratios, ledger, position.payments["item"])),
        documents=_frame(position.documents, DOCUMENTS, by_document, policy),
        left_out=_per_currency(left_out, "count"),
        left_out_minor=_per_currency(left_out, "sum"),
        converted=_said(ledger, policy),
    )


@dataclass(frozen=True, slots=True)
class _Ratios:
    """Base minor units per minor unit, as a fraction for each row; 0/1 where unknown."""

    over: list[int]
    under: list[int]

    @property
    def known(self) -> Flags:
        """Which rows have a ratio."""
        return np.array([n > 0 for n in self.over], dtype=bool)

    def of(self, values: Ints) -> Ints:
        """Each value in base money; as it is where no ratio is known."""
        triples = zip(values.tolist(), self.over, self.under, strict=True)
        found = [v if n in (0, d) else round_half_up_div(v * n, d) for v, n, d in triples]
        return np.array(found, dtype=np.int64)


def _of_items(items: pd.DataFrame, policy: Policy) -> _Ratios:
    """The row's own base money where the file has it, else its currency's rate."""
    by_rate = _of_rates(items["currency"], policy)
    base, of = (items[n].tolist() for n in ("base_minor", "base_for_minor"))
    foreign = (items["currency"].astype(object) != policy.base_currency).tolist()
    own = [f and b > 0 and o > 0 for f, b, o in zip(foreign, base, of, strict=True)]
    return _Ratios(
        [b if mine else n for mine, b, n in zip(own, base, by_rate.over, strict=True)],
        [o if mine else d for mine, o, d in zip(own, of, by_rate.under, strict=True)],
    )


def _of_rates(currencies: pd.Series, policy: Policy) -> _Ratios:
    kept = pd.Categorical(currencies)
    each = [_per_minor(str(c), policy) for c in kept.categories]
    found = [each[code] for code in kept.codes]
    return _Ratios([f.numerator for f in found], [f.denominator for f in found])


def _per_minor(currency: str, policy: Policy) -> Fraction:
    per_unit = rate(currency, policy) or Fraction(0)
    places = exponent(policy.base_currency) - exponent(currency or policy.base_currency)
    return per_unit * Fraction(10) ** places


def _at(ratios: _Ratios, ledger: Ledger, labels: pd.Series) -> _Ratios:
    """The ratios of the items with these labels; 0/1 where there is no item (-1)."""
    rows = ledger.items.index.get_indexer(pd.Index(labels)).tolist()
    over, under = [*ratios.over, 0], [*ratios.under, 1]
    return _Ratios([over[r] for r in rows], [under[r] for r in rows])


def _chosen(first: _Ratios, then: _Ratios) -> _Ratios:
    use = first.known.tolist()
    return _Ratios(
        [a if u else b for u, a, b in zip(use, first.over, then.over, strict=True)],
        [a if u else b for u, a, b in zip(use, first.under, then.under, strict=True)],
    )


def _frame(
    frame: pd.DataFrame, columns: tuple[str, ...], ratios: _Ratios, policy: Policy
) -> pd.DataFrame:
    """The frame with these columns converted; rows without a ratio keep their currency."""
    made = {name: ratios.of(frame[name].to_numpy(np.int64)) for name in columns}
    own = frame["currency"].astype(object)
    currency = np.where(ratios.known, policy.base_currency, own)
    return frame.assign(**made, currency=pd.Categorical(currency))


def _money(frame: pd.DataFrame, ratios: _Ratios) -> pd.DataFrame:
    return frame.assign(amount_minor=ratios.of(frame["amount_minor"].to_numpy(np.int64)))


def _ledger(ledger: Ledger, ratios: _Ratios, policy: Policy) -> Ledger:
    def by_rate(frame: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
        return _frame(frame, columns, _of_rates(frame["currency"], policy), policy)

    return replace(
        ledger,
        items=_frame(ledger.items, ITEMS, ratios, policy),
        receipts=by_rate(ledger.receipts, ("amount_minor",)),
        sales=by_rate(ledger.sales, ("amount_minor",)),
        customers=by_rate(ledger.customers, LIMITS),
    )


def _left_out(position: Position, ratios: _Ratios, policy: Policy) -> pd.DataFrame:
    """Documents issued after the as-of date."""
    items = _frame(position.ledger.items, ITEMS, ratios, policy)
    return items[dates(items["issue_date"]) > np.datetime64(position.as_of, "D")]


def _per_currency(items: pd.DataFrame, how: str) -> Mapping[str, int]:
    found = items["open_minor"].groupby(items["currency"].astype(str)).agg(how)
    return {str(currency): int(n) for currency, n in found.items()}


def _refuse_unknown(position: Position, opened: _Ratios, credited: _Ratios, policy: Policy) -> None:
    unknown: set[str] = set()
    for frame, ratios in ((position.open, opened), (position.credits, credited)):
        unknown |= set(frame["currency"][~ratios.known].astype(str))
    if unknown:
        facts = {"currencies": sorted(unknown), "base": policy.base_currency}
        first = min(unknown)
        raise UsageError(
            message("reading.no_rate", **facts), message("reading.no_rate.fix", currency=first)
        )


def _said(ledger: Ledger, policy: Policy) -> Message:
    """Which rates were used: the policy's, and how many rows by the file's own column."""
    items = ledger.items
    foreign = (items["currency"].astype(object) != policy.base_currency).to_numpy(bool)
    own = foreign & (items["base_minor"] > 0).to_numpy(bool)
    used = sorted({str(c) for c in items["currency"][foreign & ~own]})
    rates = [f"1 {c} = {policy.rates[c]} {policy.base_currency}" for c in used if c in policy.rates]
    key = "reading.converted_by_both" if rates and own.any() else "reading.converted"
    if own.any() and not rates:
        key = "reading.converted_by_column"
    return message(key, base=policy.base_currency, rates=rates, rows=int(own.sum()))
