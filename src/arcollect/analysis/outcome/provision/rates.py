"""What share of each bucket is lost: from the policy, or from the ledger's own past."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.keys import Flags, Ints, positions, sums
from arcollect.analysis.outcome.provision.scope import OUT
from arcollect.dates import add_months
from arcollect.errors import Message, UsageError, message

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.position import Position
    from arcollect.policy import Policy

Rates = tuple[Fraction | None, ...]


FEW = 5
"""Fewer lost documents than this are too few to rely on."""


@dataclass(frozen=True, slots=True)
class Past:
    """What got into each bucket, and what of it never came: minor units and documents."""

    reached: tuple[int, ...] = ()
    lost_minor: int = 0
    documents: int = 0
    lost: int = 0


NOTHING = Past()


@dataclass(frozen=True, slots=True)
class LossRates:
    """The loss rate of every bucket, before and after the forward factor.

    base: what history or the policy says, None where it says nothing; used: base x
    factor, 1 at most. reached: the money that ever got into each bucket, and `lost` of
    it that never came, in minor units; () and 0 for the policy's own rates.
    """

    source: str  # policy | history | none
    base: Rates
    factor: Fraction
    past: Past = NOTHING
    warnings: tuple[Message, ...] = ()

    @property
    def used(self) -> Rates:
        """What the matrix multiplies with."""
        return tuple(None if r is None else min(Fraction(1), r * self.factor) for r in self.base)

    @property
    def rolls(self) -> Rates:
        """迁徙率: of what was in a bucket, the share that moved on to the next, or was lost."""
        past = self.past
        steps = (*past.reached, past.lost_minor) if past.reached else ()
        return tuple(Fraction(b, a) if a else None for a, b in pairwise(steps))


def rates_of(position: Position, policy: Policy, company: str, currency: str) -> LossRates:
    """The rates for one own company and currency: the policy's, else its own history's.

    UsageError when the policy has not one rate per bucket.
    """
    rules = policy.provision
    count = len(policy.aging.buckets) + 2
    if rules.loss_rates:
        if len(rules.loss_rates) != count:
            raise UsageError(
                message("provision_why.rates_count", given=len(rules.loss_rates), wanted=count),
                message("provision_why.rates_count_hint", wanted=count),
            )
        return _checked("policy", rules.loss_rates, rules.forward_factor)
    past = _past(position, policy, company, currency)
    source = "history" if past.reached[0] else "none"
    base = loss_rates(past.reached, past.lost_minor)
    return _checked(source, base, rules.forward_factor, past)


def loss_rates(reached: Sequence[int], lost: int) -> Rates:
    """Of what reached each bucket, the share that never came (the product of the rolls).

    100,000 fell due, 2,000 of it reached the last bucket and never came: not due is
    2 %, the last bucket 100 %. None where nothing ever reached a bucket.
    """
    return tuple(Fraction(lost, money) if money else None for money in reached)


def _checked(source: str, base: Rates, factor: Fraction, past: Past = NOTHING) -> LossRates:
    known = [rate for rate in base if rate is not None]
    warnings = []
    if any(later < earlier for earlier, later in pairwise(known)):
        warnings.append(message("provision_why.not_rising"))
    if source == "history" and not past.lost_minor:
        warnings.append(message("provision_why.no_loss"))
    elif source == "history" and past.lost < FEW:
        facts = {"lost": past.lost, "documents": past.documents}
        warnings.append(message("provision_why.few", **facts))
    if source == "none" or None in base:
        warnings.append(message("provision_why.no_rates"))
    return LossRates(source, base, factor, past, tuple(warnings))


def _past(position: Position, policy: Policy, company: str, currency: str) -> Past:
    """The money of settled and open documents that reached each bucket, and was lost.

    Looked at: documents that fell due within the history, and long enough ago to have
    reached the last bucket. A payment with no date counts as in time. What is open
    today is lost; a write-off is no collection.
    """
    firsts = [1, *(edge + 1 for edge in policy.aging.buckets)]
    cohort = _cohort(position, policy, firsts[-1])
    mine = (cohort["company"] == company) & (cohort["currency"] == currency)
    cohort = cohort[mine.to_numpy(bool)]
    amount = cohort["amount_minor"].to_numpy(np.int64)
    gone = _written_off(position, cohort)
    left = np.where(gone, _unpaid(position, cohort), cohort["open_minor"].to_numpy(np.int64))
    later = (_paid_from(position, cohort, first) for first in firsts)
    reached = (int((left + np.minimum(paid, amount - left)).sum()) for paid in later)
    steps = (int(amount.sum()), *reached)
    return Past(steps, int(left.sum()), len(cohort), int((left > 0).sum()))


def _cohort(position: Position, policy: Policy, last_first: int) -> pd.DataFrame:
    documents, day = position.documents, np.datetime64(position.as_of, "D")
    due = documents["due_date"].to_numpy("datetime64[D]")
    since = np.datetime64(add_months(position.as_of, -policy.provision.history_months), "D")
    reasons = documents["apart"].astype(object)
    kept = ~reasons.isin([r for r in OUT if r != "written-off"]).to_numpy(bool)
    return documents[(due > since) & (due <= day - last_first) & kept]


def _written_off(position: Position, cohort: pd.DataFrame) -> Flags:
    items = position.ledger.items
    rows = positions(cohort["item"].to_numpy(np.int64), items.index)
    found: Flags = items["is_written_off"].to_numpy(bool)[rows]
    return found


def _unpaid(position: Position, cohort: pd.DataFrame) -> Ints:
    """Amount less what is known to have been paid: a settled date alone is no payment."""
    paid = _by_document(cohort, position.payments[position.payments["how"] != "settled"])
    return np.maximum(cohort["amount_minor"].to_numpy(np.int64) - paid, 0)


def _paid_from(position: Position, cohort: pd.DataFrame, first: int) -> Ints:
    """What came in on or after the day on which a document was so many days past due."""
    payments = position.payments
    rows = _rows(cohort, payments)
    due = cohort["due_date"].to_numpy("datetime64[D]")
    late = np.zeros(len(payments), dtype=bool)
    known = rows >= 0
    paid_on = payments["date"].to_numpy("datetime64[D]")[known]
    late[known] = paid_on >= due[rows[known]] + first
    return _by_document(cohort, payments[late])


def _by_document(cohort: pd.DataFrame, payments: pd.DataFrame) -> Ints:
    rows = _rows(cohort, payments)
    known = rows >= 0
    return sums(rows[known], payments["amount_minor"].to_numpy(np.int64)[known], len(cohort))


def _rows(cohort: pd.DataFrame, payments: pd.DataFrame) -> Ints:
    """Which document of the cohort each payment paid; -1 for others."""
    return positions(payments["item"].to_numpy(np.int64), cohort.set_index("item").index)
