"""What we propose to somebody who cannot pay at once."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.claims.instalments import Instalment, schedule, shares
from arcollect.errors import UsageError, message
from arcollect.money import show

if TYPE_CHECKING:
    from arcollect.policy import Policy


def plan(
    total_minor: int, currency: str, terms: tuple[int, Fraction], first: dt.date, policy: Policy
) -> tuple[Instalment, ...]:
    """`total_minor` in monthly payments from `first`, on workdays, to the cent (G-09).

    terms: how many equal payments follow the first one, and the first one's share
    of the total (R003-84; 0 for equal payments only). UsageError when the sum is
    too small for so many payments.
    """
    count, share = terms
    try:
        amounts = shares(total_minor, count, share)
    except ValueError:
        facts = {"count": count, "total": f"{currency} {show(total_minor, currency)}"}
        raise UsageError(message("papers_why.too_many", **facts)) from None
    return schedule(amounts, first, *policy.workdays)


def proposal(
    total_minor: int, currency: str, first: dt.date, policy: Policy
) -> tuple[Instalment, ...]:
    """The plan that a letter to a cash-tight customer offers by itself (R001-09).

    One payment where the sum is too small to be divided.
    """
    count, share = policy.papers.instalments, policy.papers.down_share
    is_divisible = total_minor * (1 - share) >= count + 1
    terms = (count, share) if is_divisible else (1, Fraction(0))
    return plan(total_minor, currency, terms, first, policy)
