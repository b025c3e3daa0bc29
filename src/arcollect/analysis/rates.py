"""What an amount is worth in the base currency, where a rate is known."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.money import exponent

if TYPE_CHECKING:
    from arcollect.ledger.schema import Ledger
    from arcollect.policy import Policy


def settled(policy: Policy, ledger: Ledger) -> Policy:
    """The policy with its amounts in the ledger's currency, where nobody said another.

    A ledger in one currency and a policy that names neither a base currency nor a rate:
    limits such as the smallest demand count in that currency, instead of going untested.
    Anything typed in wins.
    """
    if policy.rates or "base_currency" in policy.model_fields_set:
        return policy
    frames = (ledger.items, ledger.receipts)
    found = {str(word) for frame in frames for word in frame["currency"].unique()} - {""}
    if len(found) != 1 or found == {policy.base_currency}:
        return policy
    return policy.model_copy(update={"base_currency": found.pop()})


def rate(currency: str, policy: Policy) -> Fraction | None:
    """Base currency units for one unit of `currency`; None where the policy has none.

    An unnamed currency counts as the base currency: there is nothing else it could be.
    """
    if currency in {"", policy.base_currency}:
        return Fraction(1)
    known = policy.rates.get(currency)
    return Fraction(known) if known is not None else None


def in_base(minor: int, currency: str, policy: Policy) -> Fraction | None:
    """Minor units of `currency` as exact major units of the base currency, or None."""
    per_unit = rate(currency, policy)
    return None if per_unit is None else per_unit * Fraction(minor, _scale(currency))


def yuan(currency: str, policy: Policy) -> Fraction | None:
    """Yuan for one unit of a currency, by way of the base currency; None without a rate."""
    of_currency, of_yuan = rate(currency, policy), rate("CNY", policy)
    return of_currency / of_yuan if of_currency is not None and of_yuan else None


def in_yuan(minor: int, currency: str, policy: Policy) -> Fraction | None:
    """Exact major units of yuan, for limits and tariffs that the law states in yuan."""
    per_unit = yuan(currency, policy)
    return None if per_unit is None else per_unit * Fraction(minor, _scale(currency))


def minor_threshold(limit: Decimal | Fraction, currency: str, policy: Policy) -> Fraction | None:
    """A base currency limit in exact minor units of `currency`; None without a rate."""
    per_unit = rate(currency, policy)
    if not per_unit:
        return None
    return Fraction(limit) / per_unit * _scale(currency)


def _scale(currency: str) -> int:
    return int(10 ** exponent(currency))
