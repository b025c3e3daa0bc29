"""1 to 100 for every customer, indicator by indicator."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.figures import places
from arcollect.analysis.rates import in_base
from arcollect.analysis.standing.scoring.facts import Account, Facts, facts
from arcollect.analysis.standing.scoring.indicators import (
    COMPUTED_BY,
    Given,
    Points,
    Promised,
    typed,
)
from arcollect.analysis.standing.scoring.risk import recovery_reasons, risk_reasons
from arcollect.analysis.standing.scoring.sold import sold_to
from arcollect.dates import add_months
from arcollect.errors import Message, message
from arcollect.register.entries import History

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy

NO_HISTORY = History()
NO_PROMISE = Promised()
NO_PROMISES: Mapping[Account, Promised] = {}


@dataclass(frozen=True, slots=True)
class Contribution:
    """One line of the scorecard: weight (of 100), points (of 100), and what they add.

    share: the weight once missing indicators are left out; adds: share x points, so that
    the contributions of a scorecard sum to its exact score. None where not known.
    """

    name: str
    weight: int
    points: Fraction | None
    share: Fraction | None
    adds: Fraction | None
    measured: Message
    is_typed: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """The scorecard of one customer of one own company.

    score: 1 to 100, rounded down so that nobody is lifted over a line; None where less
    than half of the weights is known. band: core | medium | cash | "" (no score); with
    money overdue for more than 60 days, or under 5 documents (U-13), no better than
    medium, and with so few no worse than it either; with a risk (R003-25) cash.
    """

    facts: Facts
    score: int | None
    exact: Fraction | None
    band: str
    known_weight: int
    contributions: tuple[Contribution, ...]
    consequences: tuple[Message, ...]
    notes: tuple[Message, ...]
    sold: Fraction | None = None  # twelve months, major units of the base currency
    sold_from: str = ""  # "sheet" | "sales" | "documents"
    promised: Promised = NO_PROMISE

    @property
    def account(self) -> Account:
        """Own company and customer key."""
        return self.facts.account


@dataclass(frozen=True, slots=True)
class Scores:
    """Every customer, lowest score first, those without a score last."""

    as_of: dt.date
    scores: tuple[Score, ...]
    untested: tuple[tuple[str, int], ...]  # indicator, how many customers lack it


def score(
    position: Position,
    policy: Policy,
    history: History = NO_HISTORY,
    promised: Mapping[Account, Promised] = NO_PROMISES,
) -> Scores:
    """Score every (own company, customer) from 1 to 100 (R003-27).

    Each indicator gives 0 to 100 points; the score is the weighted mean, exact, rounded
    down. Indicators that nobody can know from this file are left out, the weights of
    the others raised in proportion, and that is said. No score where less than
    `score.least_weight` of the weights is known. A later payment never makes it better.
    The owner's own credit is personal data and no default indicator (R003-29).
    """
    sold = sold_to(position, policy)
    disputes = _disputes(history, position.as_of, policy)
    found = []
    for one in facts(position, policy):
        given = Given(
            facts=one,
            as_of=position.as_of,
            sold=sold[one.account].amount if one.account in sold else None,
            promised=promised.get(one.account),
            disputes=one.disputed + disputes.get(one.account, 0),
            policy=policy,
        )
        source = sold[one.account].source if one.account in sold else ""
        found.append(_scored(given, source))
    found.sort(key=_rank)
    return Scores(position.as_of, tuple(found), _untested(found))


def _scored(given: Given, sold_from: str) -> Score:
    policy = given.policy
    lines = contributions(given)
    known = sum(line.weight for line in lines if line.points is not None)
    enough = known >= 100 * policy.score.least_weight and known > 0
    exact = sum((line.adds for line in lines if line.adds is not None), Fraction(0))
    whole = max(int(exact), 1) if enough else None
    line, notes = _held(band(whole, policy), given.facts, policy)
    return Score(
        facts=given.facts,
        score=whole,
        exact=exact if enough else None,
        band=line,
        known_weight=known,
        contributions=lines,
        consequences=consequences(line, given.facts, policy),
        notes=(*notes, *_notes(lines, known, given, is_scored=enough)),
        sold=given.sold,
        sold_from=sold_from,
        promised=given.promised or NO_PROMISE,
    )


def _held(line: str, facts_: Facts, policy: Policy) -> tuple[str, tuple[Message, ...]]:
    """The band that a score allows: a risk pays cash; old debts or few documents: no core.

    Few documents make nobody a risk either: one late invoice of a new customer is no
    history (U-13). Debts overdue for more than 60 days are.
    """
    risks = (*recovery_reasons(facts_), *risk_reasons(facts_, policy))
    if risks and line in {"core", "medium"}:
        return "cash", (message("score_why.held_risk", reasons=risks),)
    late = facts_.worst_overdue_days
    is_old = late > policy.segment.core_overdue_days
    if line == "core" and is_old:
        return "medium", (message("score_why.held", late=late),)
    documents, least = facts_.paid.documents, policy.segment.core_documents
    few = {"count": documents, "least": least}
    if line == "core" and documents < least:
        return "medium", (message("score_why.held_few", **few),)
    if line == "cash" and documents < least and not (risks or is_old):
        return "medium", (message("score_why.held_new", **few),)
    return line, ()


def contributions(given: Given) -> tuple[Contribution, ...]:
    """Every indicator with its points; missing ones hand their weight to the others."""
    rated: list[tuple[str, int, Points]] = []
    for name, weight in given.policy.score.weights().items():
        by = COMPUTED_BY.get(name)
        rated.append((name, weight, by(given) if by else typed(given, name)))
    known = sum(weight for _, weight, found in rated if found.points is not None)
    return tuple(_line(name, weight, found, known) for name, weight, found in rated)


def _line(name: str, weight: int, found: Points, known: int) -> Contribution:
    is_typed = name not in COMPUTED_BY
    if found.points is None or not known:
        return Contribution(name, weight, None, None, None, found.measured, is_typed)
    share = Fraction(weight, known)
    adds = share * found.points
    return Contribution(name, weight, found.points, share, adds, found.measured, is_typed)


def band(whole: int | None, policy: Policy) -> str:
    """Core from 80, medium from 60, cash below; "" without a score (X-15, G-15)."""
    if whole is None:
        return ""
    if whole >= policy.score.core_from:
        return "core"
    return "medium" if whole >= policy.score.medium_from else "cash"


def consequences(found: str, facts_: Facts, policy: Policy) -> tuple[Message, ...]:
    """Terms and limit that go with a band, and who approves them (R003-27, R003-39).

    A limit strictly above 500,000 of base currency needs the general manager.
    """
    rules = policy.score
    approval = _approval(facts_, policy)
    if found == "cash":
        return (message("score_why.cash"), *approval)
    if found == "medium":
        limit = places(Fraction(rules.medium_limit), 0)
        said = {"limit": limit, "base": policy.base_currency, "days": rules.medium_terms_days}
        return (message("score_why.medium", **said), *approval)
    if found == "core":
        return (message("score_why.core", days=policy.letters.grace_days), *approval)
    return approval


def _approval(facts_: Facts, policy: Policy) -> tuple[Message, ...]:
    sheet, above = facts_.sheet, policy.score.approval_above
    limit = in_base(sheet.limit_minor, sheet.currency, policy)
    if limit is None or limit <= above:
        return ()
    facts = {"limit": places(limit), "above": places(Fraction(above), 0)}
    if sheet.limit_approver:
        return (message("score_why.approved", by=sheet.limit_approver, **facts),)
    return (message("score_why.approval", **facts),)


def _notes(
    lines: tuple[Contribution, ...], known: int, given: Given, *, is_scored: bool
) -> tuple[Message, ...]:
    """What was left out, and data older than a quarter (R003-28)."""
    notes = []
    if known < 100:
        missing = [_name(line) for line in lines if line.points is None]
        key = "reweighted" if is_scored else "too_little"
        notes.append(message(f"score_why.{key}", names=missing, known=known))
    updated, stale = given.facts.sheet.updated, given.policy.score.stale_days
    if updated is not None and (given.as_of - updated).days > stale:
        age = (given.as_of - updated).days
        notes.append(message("score_why.stale", day=updated, age=age, days=stale))
    return tuple(notes)


def _name(line: Contribution) -> Message | str:
    return line.name if line.is_typed else message(f"score_why.name_{line.name}")


def _untested(found: list[Score]) -> tuple[tuple[str, int], ...]:
    """Which indicators are missing for how many customers, in reading order."""
    counts: dict[str, int] = {}
    for one in found:
        for line in one.contributions:
            counts[line.name] = counts.get(line.name, 0) + (line.points is None)
    return tuple((name, count) for name, count in counts.items() if count)


def _disputes(history: History, as_of: dt.date, policy: Policy) -> dict[Account, int]:
    """Disputes of the register opened within the lookback, by account."""
    since = add_months(as_of, -policy.grade.lookback_months)
    counts: dict[Account, int] = {}
    for entry in history.disputes:
        if since <= entry.opened_on <= as_of:
            account = entry.company, entry.customer_key
            counts[account] = counts.get(account, 0) + 1
    return counts


def _rank(one: Score) -> tuple[bool, Fraction, str, str]:
    return one.exact is None, one.exact or Fraction(0), *one.account
