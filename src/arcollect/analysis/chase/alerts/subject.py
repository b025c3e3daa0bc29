"""One customer, as the rules look at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.chase.promises import Promises
from arcollect.analysis.rates import in_base
from arcollect.terms.model import Kind, Terms
from arcollect.terms.parse import parse_terms

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.scoring.facts import Account, Facts
    from arcollect.analysis.standing.scoring.segment import Segments
    from arcollect.policy import Policy
    from arcollect.register.entries import Snapshot

_MONTH = 30


@dataclass(frozen=True, slots=True)
class Remembered:
    """What the register adds.

    promises: judged; before: the last snapshot before this day; contact_changes: by own
    company and customer, as the log shows.
    """

    promises: Promises
    before: Snapshot | None = None
    contact_changes: Mapping[Account, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Customer:
    """Facts, score and segment of one customer, its agreed terms, its broken promises.

    terms_days: of its newest document, None where nothing says.
    """

    facts: Facts
    segment: str
    band: str
    score: int | None
    terms_days: int | None
    broken: int
    contact_changes: int | None  # as the log shows; None where it names nobody
    approvers_known: bool  # the sheet names the approver of at least one limit
    policy: Policy

    @property
    def needs_approval(self) -> bool:
        """Whether its credit limit is strictly above what needs the general manager (R003-39)."""
        sheet = self.facts.sheet
        limit = in_base(sheet.limit_minor, sheet.currency, self.policy)
        return limit is not None and limit > self.policy.score.approval_above


def subjects(
    position: Position, segments: Segments, known: Remembered, policy: Policy
) -> Iterator[Customer]:
    """Every customer of the ledger, recovery first."""
    terms = _terms_days(position, policy)
    broken: dict[Account, int] = {}
    for one in known.promises.judged:
        if one.is_unanswered:
            account = one.promise.company, one.promise.customer_key
            broken[account] = broken.get(account, 0) + 1
    approvers = any(one.score.facts.sheet.limit_approver for one in segments.segments)
    for found in segments.segments:
        facts = found.score.facts
        written = _nominal(facts.sheet.terms, policy)
        yield Customer(
            facts=facts,
            segment=found.name,
            band=found.score.band,
            score=found.score.score,
            terms_days=written if written is not None else terms.get(found.account),
            broken=broken.get(found.account, 0),
            contact_changes=known.contact_changes.get(found.account),
            approvers_known=approvers,
            policy=policy,
        )


def _terms_days(position: Position, policy: Policy) -> Mapping[Account, int]:
    """Days of the newest document: as its terms say, else from issue to due date."""
    documents = position.documents
    dated = documents[documents["issue_date"].notna() & (documents["apart"].astype(object) == "")]
    newest = dated.sort_values(["issue_date", "item"], kind="stable").drop_duplicates(
        ["company", "customer_key"], keep="last"
    )
    days = (newest["due_date"] - newest["issue_date"]).to_numpy("timedelta64[D]")
    written = position.ledger.items.loc[newest["item"], "terms"].astype(object).tolist()
    keys = zip(newest["company"].tolist(), newest["customer_key"].tolist(), strict=True)
    counted = zip(written, days.astype(np.int64).tolist(), strict=True)
    return {
        (str(company), str(key)): _first(_nominal(str(text), policy), day)
        for (company, key), (text, day) in zip(keys, counted, strict=True)
    }


def _first(nominal: int | None, counted: int) -> int:
    return counted if nominal is None else nominal


def _nominal(written: str, policy: Policy) -> int | None:
    """The days that terms name (月结60 is 60); None for staged or unreadable ones."""
    terms = parse_terms(written, policy.terms) if written else None
    if not isinstance(terms, Terms) or terms.kind is Kind.STAGED:
        return None
    return 0 if terms.kind is Kind.IMMEDIATE else terms.days + terms.months * _MONTH
