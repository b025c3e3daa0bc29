"""Core, potential, risk or recovery: how a customer is to be treated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.figures import percent, places, short_percent
from arcollect.analysis.standing.scoring.risk import recovery_reasons, risk_reasons
from arcollect.analysis.standing.scoring.score import (
    NO_HISTORY,
    NO_PROMISES,
    Score,
    Scores,
    score,
)
from arcollect.errors import Message, message

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.scoring.facts import Account
    from arcollect.analysis.standing.scoring.indicators import Promised
    from arcollect.policy import Policy
    from arcollect.register.entries import History

SEGMENTS = ("recovery", "risk", "core", "potential", "")
"""高风险清收, 风险预警, 核心优质, 潜力发展; the first that fits (X-16). "" = not known."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The segment of one customer of one own company, and why.

    name: recovery | risk | core | potential | "" (cannot be told: the default column of
    the letter table holds). missing: what would decide it, as keys of `segment.need_…`.
    treatment: what the segment means for the next weeks (R003-23 to R003-26); with more
    credit than debt our own books come first, and nothing is stopped (U-02).
    """

    company: str
    customer_key: str
    customer: str
    name: str
    reasons: tuple[Message, ...]
    treatment: tuple[Message, ...]
    score: Score
    missing: tuple[str, ...] = ()

    @property
    def account(self) -> Account:
        """Own company and customer key."""
        return self.company, self.customer_key


@dataclass(frozen=True, slots=True)
class Segments:
    """Every customer, recovery first, then by score."""

    as_of: dt.date
    segments: tuple[Segment, ...]
    counts: tuple[tuple[str, int], ...]

    def by_account(self) -> dict[Account, Segment]:
        """Look up by (own company, customer key)."""
        return {one.account: one for one in self.segments}


def segment(
    position: Position,
    policy: Policy,
    history: History = NO_HISTORY,
    promised: Mapping[Account, Promised] = NO_PROMISES,
) -> dict[Account, Segment]:
    """The segment of every (own company, customer), with reasons (R003-22…24, R003-91)."""
    return sort_out(score(position, policy, history, promised), policy).by_account()


def sort_out(scores: Scores, policy: Policy) -> Segments:
    """Sort scored customers into four segments; the first that fits (X-16).

    Recovery: a dishonest-debtor entry, lost, insolvent, in major litigation or refusing
    to pay (R003-26). Risk: a bad-debt mark, a risk flag, profits down two quarters, debt
    ratio above 70 %, more than 20 % of its core customers lost, more than 40 % of three
    months' money late, or a score below 60. Core: a score of 80 or more and among the
    largest customers that make 60 % of sales (R003-23). Potential: everybody else with a
    score. Without a score, or where only the sales of a good customer are unknown, there
    is no segment: nothing is guessed.
    """
    largest = _largest(scores, policy)
    found = [_sorted(one, largest, policy) for one in scores.scores]
    found.sort(key=lambda s: SEGMENTS.index(s.name))
    counts = tuple((name, sum(s.name == name for s in found)) for name in SEGMENTS)
    return Segments(scores.as_of, tuple(found), counts)


def _sorted(one: Score, largest: Mapping[Account, Fraction], policy: Policy) -> Segment:
    facts = one.facts
    if lost := tuple(recovery_reasons(facts)):
        return _as(one, "recovery", lost)
    if risks := tuple(risk_reasons(facts, policy)):
        return _as(one, "risk", risks)
    if one.score is None:
        why = message("score_why.segment_no_score", known=one.known_weight)
        return _as(one, "", (why,), "score")
    said = message("score_why.segment_score", score=one.score)
    if one.band == "core":
        return _good(one, said, largest, policy)
    if one.band == "medium":
        return _as(one, "potential", (said,))
    below = message("score_why.segment_below", line=policy.score.medium_from)
    return _as(one, "risk", (said, below))


def _good(
    one: Score, said: Message, largest: Mapping[Account, Fraction], policy: Policy
) -> Segment:
    """A score of 80 or more: core only with the sales to match."""
    if one.sold is None:
        return _as(one, "", (said, message("score_why.segment_no_sales")), "sales")
    limit = short_percent(policy.segment.core_sales_share)
    if (share := largest.get(one.account)) is not None:
        facts = {"limit": limit, "share": percent(share), "sold": places(one.sold)}
        return _as(one, "core", (said, message("score_why.segment_large", **facts)))
    return _as(one, "potential", (said, message("score_why.segment_small", limit=limit)))


def _as(one: Score, name: str, reasons: tuple[Message, ...], *missing: str) -> Segment:
    facts = one.facts
    how = "in_credit" if facts.is_in_credit and name in {"recovery", "risk"} else name
    treatment = (message(f"score_why.treat_{how}"),) if how else ()
    return Segment(*one.account, facts.customer, name, reasons, treatment, one, missing)


def _largest(scores: Scores, policy: Policy) -> dict[Account, Fraction]:
    """The largest customers up to the one that reaches 60 % of sales, with their shares.

    Per own company, among customers whose sales are known.
    """
    largest: dict[Account, Fraction] = {}
    for company in {one.account[0] for one in scores.scores}:
        own = [one for one in scores.scores if one.account[0] == company and one.sold]
        ranked = sorted(own, key=lambda one: (-(one.sold or 0), one.account))
        total = sum((one.sold or Fraction(0) for one in ranked), Fraction(0))
        running = Fraction(0)
        for one in ranked:
            if running >= policy.segment.core_sales_share * total:
                break
            share = (one.sold or Fraction(0)) / total
            running += one.sold or Fraction(0)
            largest[one.account] = share
    return largest
