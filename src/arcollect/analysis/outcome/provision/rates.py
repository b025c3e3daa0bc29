"""What share of each bucket is lost: from the policy, or from the ledger's own past."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.keys import Flags, Ints, positions, sums
from arcollect.analysis.outcome.compare.evidence import settled_count
from arcollect.analysis.outcome.own_credits import OUT
from arcollect.dates import add_months
from arcollect.errors import Message, UsageError, message
from arcollect.ledger.schema import ItemKind

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.register.entries import Snapshot, SnapshotLine

Rates = tuple[Fraction | None, ...]


FEW = 5
"""Fewer lost documents than this are too few to rely on."""


@dataclass(frozen=True, slots=True)
class Past:
    """What got into each bucket, and what of it never came: minor units and documents.

    entered: how many documents got into each bucket. documents, lost: of all buckets.
    since: the day of the snapshot that was followed; None for settled documents. gone:
    documents of it that nobody can follow, for a ledger of settled ones lacks them.
    """

    reached: tuple[int, ...] = ()
    lost_minor: tuple[int, ...] = ()
    entered: tuple[int, ...] = ()
    documents: int = 0
    lost: int = 0
    since: dt.date | None = None
    gone: int = 0


NOTHING = Past()


@dataclass(frozen=True, slots=True)
class LossRates:
    """The loss rate of every bucket, before and after the forward factor.

    base: what history or the policy says, None where it says nothing; used: base x
    factor, 1 at most. reached: the money that ever got into each bucket, and `lost` of
    it that never came, in minor units; () and 0 for the policy's own rates.
    """

    source: str  # policy | history | snapshot | none
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
        """迁徙率: of what was in a bucket, the share that moved on to the next, or was lost.

        None for a snapshot: there each bucket is followed to its own end; and None
        where too few documents got into the bucket for a rate.
        """
        past = self.past
        if past.since is not None or not past.reached:
            return (None,) * len(past.reached)
        steps = (*past.reached, past.lost_minor[-1])
        known = zip(pairwise(steps), self.base, strict=True)
        return tuple(None if rate is None else Fraction(b, a) for (a, b), rate in known)


def rates_of(
    position: Position, policy: Policy, owner: tuple[str, str], before: Snapshot | None = None
) -> LossRates:
    """The rates for one own company and currency: the policy's, else its own history's.

    History is the ledger's settled documents; where it holds none (an export of open
    items only), an earlier state that was kept is followed to today. A bucket that
    fewer than provision.least_documents got into has no rate: one unpaid document would
    make it 100 %. UsageError when the policy has not one rate per bucket.
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
    source, past = _known_past(position, policy, owner, before)
    every = zip(loss_rates(past.reached, past.lost_minor), past.entered, strict=True)
    base = tuple(rate if entered >= rules.least_documents else None for rate, entered in every)
    found = _checked(source, base, rules.forward_factor, past)
    if None not in base:
        return found
    lacking = message("provision_why.no_rates", least=rules.least_documents)
    return replace(found, warnings=(lacking, *found.warnings))


def _known_past(
    position: Position, policy: Policy, owner: tuple[str, str], before: Snapshot | None
) -> tuple[str, Past]:
    """Settled documents, else a kept state. Open items alone say nothing of what was paid."""
    past = _past(position, policy, *owner)
    if past.documents > past.lost:
        return "history", past
    if before is not None:
        past = followed(position, policy, owner, before)
        if past.documents:
            return "snapshot", past
    nothing = (0,) * (len(policy.aging.buckets) + 2)
    return "none", Past(nothing, nothing, nothing)


def loss_rates(reached: Sequence[int], lost: Sequence[int]) -> Rates:
    """Of what reached each bucket, the share that never came (the product of the rolls).

    100,000 fell due, 2,000 of it reached the last bucket and never came: not due is
    2 %, the last bucket 100 %. None where nothing ever reached a bucket.
    """
    pairs = zip(reached, lost, strict=True)
    return tuple(Fraction(gone, money) if money else None for money, gone in pairs)


def _checked(source: str, base: Rates, factor: Fraction, past: Past = NOTHING) -> LossRates:
    known = [rate for rate in base if rate is not None]
    warnings = []
    if any(later < earlier for earlier, later in pairwise(known)):
        warnings.append(message("provision_why.not_rising"))
    is_own = source in {"history", "snapshot"} and bool(known)
    if is_own and not any(past.lost_minor):
        warnings.append(message("provision_why.no_loss"))
    elif is_own and past.lost < FEW:
        facts = {"lost": past.lost, "documents": past.documents}
        warnings.append(message("provision_why.few", **facts))
    if past.gone:
        warnings.append(message("provision_why.gone", count=past.gone))
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
    stood = [amount, *(left + np.minimum(paid, amount - left) for paid in later)]
    steps = tuple(int(minor.sum()) for minor in stood)
    entered = tuple(int((minor > 0).sum()) for minor in stood)
    lost = (int(left.sum()),) * len(steps)
    return Past(steps, lost, entered, len(cohort), int((left > 0).sum()))


def followed(position: Position, policy: Policy, owner: tuple[str, str], before: Snapshot) -> Past:
    """What stood in each bucket when a state was kept, and what of it is still open.

    Only documents with a number that have had time to pass through every bucket since.
    One written off counts as lost; one that is no longer in the ledger as collected,
    unless the ledger does keep settled documents: then nobody knows, and it is left out.
    """
    edges = (0, *policy.aging.buckets)
    day, last = before.head.as_of, position.as_of - dt.timedelta(days=edges[-1] + 1)
    still, known = _still_open(position), _listed(position)
    lines = [line for line in before.lines if _can_follow(line, owner, last)]
    missing = sum((line.customer_key, line.document_no) not in known for line in lines)
    if missing and missing <= settled_count(position, day):
        lines = [line for line in lines if (line.customer_key, line.document_no) in known]
    else:
        missing = 0
    reached, lost, entered = ([0] * (len(edges) + 1) for _ in range(3))
    gone = 0
    for line in lines:
        assert line.due_date is not None  # noqa: S101  (else it cannot be followed)
        tier = bisect_left(edges, (day - line.due_date).days)
        left = min(line.open_minor, still.get((line.customer_key, line.document_no, owner), 0))
        reached[tier] += line.open_minor
        entered[tier] += 1
        lost[tier] += left
        gone += bool(left)
    sums_ = tuple(reached), tuple(lost), tuple(entered)
    return Past(*sums_, len(lines), gone, day, missing)


def _can_follow(line: SnapshotLine, owner: tuple[str, str], last: dt.date) -> bool:
    """An open document of ours that can be found again, due on the last day or before."""
    is_ours = (line.company, line.currency) == owner
    plain = line.open_minor > 0 and not line.is_written_off and line.kind != ItemKind.BILL
    is_due = line.due_date is not None and line.due_date <= last
    return is_ours and plain and is_due and bool(line.document_no)


def _listed(position: Position) -> set[tuple[str, str]]:
    """Customer and number of every document of the ledger, settled ones too."""
    items = position.ledger.items
    keys = items["customer_key"].astype(object)
    numbers = (items[name].astype(object) for name in ("document_no", "invoice_no"))
    return {pair for column in numbers for pair in zip(keys, column, strict=True)}


def _still_open(position: Position) -> dict[tuple[str, str, tuple[str, str]], int]:
    found: dict[tuple[str, str, tuple[str, str]], int] = {}
    names = ("customer_key", "document_no", "company", "currency", "open_minor")
    for key, number, company, currency, minor in zip(
        *(position.open[name] for name in names), strict=True
    ):
        which = (key, number, (company, currency))
        found[which] = found.get(which, 0) + int(minor)
    return found


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
