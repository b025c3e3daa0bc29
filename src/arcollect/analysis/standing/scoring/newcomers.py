"""What to find out about a customer that has no history yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arcollect.analysis.standing.scoring.facts import Facts
    from arcollect.analysis.standing.scoring.score import Scores
    from arcollect.policy import Policy

CHECKS: Mapping[str, tuple[str, ...]] = {
    "bank": ("银行流水", "bank flow", "bank statements"),
    "tax": ("纳税记录", "tax record", "tax records"),
    "deals": ("过往交易", "过往交易记录", "past deals"),
}
"""The three things to look at, each with the names under which people type them in."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A customer with few documents: points typed in for each check, None for none."""

    facts: Facts
    found: Mapping[str, Fraction | None]

    @property
    def missing(self) -> tuple[str, ...]:
        """The checks that nobody has typed anything in for."""
        return tuple(name for name, points in self.found.items() if points is None)


def newcomers(scores: Scores, policy: Policy) -> tuple[Newcomer, ...]:
    """Who has too few documents to be known by them, and what was found out (R001-03).

    Fewer than `segment.core_documents` that fell due in the lookback. What was found out
    is typed in (客户资料, 评分项: 银行流水=80); nothing is looked up, nothing assumed.
    """
    least = policy.segment.core_documents
    return tuple(
        Newcomer(one.facts, _typed(one.facts))
        for one in scores.scores
        if one.facts.paid.documents < least
    )


def _typed(facts: Facts) -> dict[str, Fraction | None]:
    typed = {name.casefold(): points for name, points in facts.sheet.points.items()}
    return {
        check: next((typed[name] for name in names if name in typed), None)
        for check, names in CHECKS.items()
    }
