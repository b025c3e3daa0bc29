"""How much is likely to come in, and how urgent it is."""

from __future__ import annotations

from bisect import bisect_left
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.chase.worklist.entry import Account, Priority
from arcollect.analysis.rates import in_base

if TYPE_CHECKING:
    from arcollect.policy import Policy

TIERS = (30, 90, 180)  # days past due: 1-30, 31-90, 91-180, over 180 (R000-09)


def prioritise(account: Account, policy: Policy, *, is_broken: bool) -> Priority:
    """Expected recoverable x urgency, each part shown (X-37, X-12).

    What may be asked for (the sum of the overdue items, net) x the share expected to
    come in x the urgency, both by the worst days past due, x a factor where a promise
    was broken. The weights are ours but for "over 90 days weighs five times the first
    30" (R000-09, X-32); with the default ones a payment made later never lowers the
    score. Exact; minor units of the party's currency, and base currency units to compare.
    """
    rules = policy.worklist
    tier = bisect_left(TIERS, account.asked_days)
    share, urgency = rules.recoverable[tier], Fraction(rules.urgency[tier])
    broken = Fraction(rules.broken_promise) if is_broken else Fraction(1)
    score = account.asked_minor * share * urgency * broken
    per_minor = in_base(1, account.party[2], policy)
    in_money = None if per_minor is None else score * per_minor
    return Priority(account.asked_minor, share, urgency, broken, score, in_money)
