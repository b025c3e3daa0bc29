"""What later money is worth today, and what a claim is in yuan."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.rates import in_yuan, yuan
from arcollect.money import exponent, half_up

if TYPE_CHECKING:
    from arcollect.policy import Policy
    from arcollect.policy.outcome.recover import RecoverPolicy

DAYS_OF_A_MONTH = 30
Payments = tuple[tuple[int, int], ...]
"""(months from now, minor units), in order."""


def today(exact: Fraction | int, months: int, rules: RecoverPolicy) -> Fraction:
    """What money that comes in after so many months is worth now (R003-79, U-31).

    Simple interest, months of 30 days, on the policy's day basis: 80,000 in 6 months
    at 6 % a year is 80,000 / 1.03 = 77,669.90.
    """
    interest = rules.annual_rate * Fraction(months * DAYS_OF_A_MONTH, rules.day_basis)
    return Fraction(exact) / (1 + interest)


def worth(payments: Iterable[tuple[int, int]], rules: RecoverPolicy) -> Fraction:
    """What a whole plan is worth now, in exact minor units."""
    return sum((today(minor, months, rules) for months, minor in payments), Fraction(0))


def in_fen(minor: int, currency: str, policy: Policy) -> int | None:
    """A claim in fen, for the tariffs of the courts; None without a rate."""
    exact = in_yuan(minor, currency, policy)
    return None if exact is None else half_up(exact * 100)


def from_fen(fen: int, currency: str, policy: Policy) -> int:
    """A fee in minor units of the claim's currency; 0 where there is no rate."""
    per_unit = yuan(currency, policy)
    return half_up(Fraction(fen, 100) / per_unit * 10 ** exponent(currency)) if per_unit else 0
