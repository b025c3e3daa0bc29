"""Receivables fit for factoring, by debtor, and what they might bring."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.outcome.finance.documents import documents
from arcollect.analysis.outcome.finance.fit import Document, refused
from arcollect.money import half_up, round_half_up_div

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.errors import Message
    from arcollect.policy import Policy
    from arcollect.policy.outcome.finance import FinancePolicy
    from arcollect.register.entries import Party


@dataclass(frozen=True, slots=True)
class Item:
    """One open document with every reason against it; none: it is fit."""

    document: Document
    why_not: tuple[Message, ...]

    @property
    def is_fit(self) -> bool:
        """Whether a factor is likely to look at it."""
        return not self.why_not

    @property
    def fit_minor(self) -> int:
        """What could be financed of it, after unapplied receipts and credits."""
        return self.document.net_minor if self.is_fit else 0


@dataclass(frozen=True, slots=True)
class Debtor:
    """What is fit of one party, within the limit for one debtor; minor units.

    within: at most the policy's share of everything fit of that own company and
    currency; above: the rest. advance and cost are indications by our rates, of `within`.
    """

    party: Party
    customer: str
    grade: str
    documents: int
    fit_minor: int
    within_minor: int
    days: int  # to the due dates, weighted by amount, rounded half up
    advance_minor: int
    cost_minor: int

    @property
    def above_minor(self) -> int:
        """Beyond the limit for one debtor."""
        return self.fit_minor - self.within_minor


@dataclass(frozen=True, slots=True)
class Finance:
    """Every open document, fit ones first, and the debtors of those, largest first."""

    as_of: dt.date
    items: tuple[Item, ...]
    debtors: tuple[Debtor, ...]


def finance(position: Position, policy: Policy) -> Finance:
    """What could be sold to a factor, and why the rest could not (R001-28).

    Criteria, advance and rate come from the policy and are ours: each factor has its
    own. Fit amounts are net of unapplied receipts and credits (U-02); nothing is added
    up across own companies or currencies (U-06). Minor units.
    """
    items = [Item(one, refused(one, policy)) for one in documents(position, policy)]
    items.sort(key=_rank)
    return Finance(position.as_of, tuple(items), tuple(_debtors(items, policy.finance)))


def _rank(item: Item) -> tuple[object, ...]:
    one = item.document
    return not item.is_fit, one.party[2], one.party[0], -one.open_minor, one.document_no


def _debtors(items: Sequence[Item], rules: FinancePolicy) -> list[Debtor]:
    by_party: dict[Party, list[Item]] = defaultdict(list)
    purses: dict[tuple[str, str], int] = defaultdict(int)
    for item in items:
        if item.is_fit:
            party = item.document.party
            by_party[party].append(item)
            purses[party[0], party[2]] += item.fit_minor
    found = [_debtor(mine, purses[party[0], party[2]], rules) for party, mine in by_party.items()]
    return sorted(found, key=lambda one: (one.party[2], one.party[0], -one.fit_minor, one.party))


def _debtor(items: Sequence[Item], all_fit_minor: int, rules: FinancePolicy) -> Debtor:
    """Advance = within x advance rate; cost = advance x annual rate x days / basis."""
    first, fit = items[0].document, sum(item.fit_minor for item in items)
    limit = rules.largest_share * all_fit_minor
    within = min(fit, limit.numerator // limit.denominator)
    weighted = sum(item.fit_minor * max(item.document.days_left, 0) for item in items)
    days = round_half_up_div(weighted, fit)
    advance = half_up(within * rules.advance_rate)
    return Debtor(
        party=first.party,
        customer=first.customer,
        grade=first.grade,
        documents=len(items),
        fit_minor=fit,
        within_minor=within,
        days=days,
        advance_minor=advance,
        cost_minor=half_up(advance * rules.annual_rate * Fraction(days, rules.day_basis)),
    )
