"""Facts that make a customer a risk, whatever its score."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from arcollect.analysis.figures import percent, short_percent
from arcollect.errors import Message, message

if TYPE_CHECKING:
    from arcollect.analysis.standing.scoring.facts import Facts
    from arcollect.policy import Policy

RECOVERY_FLAGS = ("lost", "refuses", "bankrupt", "litigation", "dishonest-list")
RISK_FLAGS = ("wilful", "transfer-risk", "cash-tight", "profit-down", "bank-overdue")


def recovery_reasons(facts: Facts) -> Iterator[Message]:
    """What puts a customer on the legal track (R003-26, R000-33)."""
    yield from _flags(facts, RECOVERY_FLAGS)


def risk_reasons(facts: Facts, policy: Policy) -> Iterator[Message]:
    """Every fact that makes a customer a risk, the score left aside (R003-25, R003-48)."""
    rules, sheet = policy.segment, facts.sheet
    if facts.is_bad_debt:
        yield message("score_why.bad_debt")
    yield from _flags(facts, RISK_FLAGS)
    for key, value, limit in (
        ("debt_ratio", sheet.debt_ratio, rules.debt_ratio_above),
        ("customers_lost", sheet.customers_lost, rules.customers_lost_above),
        ("late_rate", facts.late_rate, rules.late_rate_above),
    ):
        if value is not None and value > limit:
            said = {"value": percent(value), "limit": short_percent(limit)}
            yield message(f"score_why.{key}", **said)


def _flags(facts: Facts, wanted: tuple[str, ...]) -> Iterator[Message]:
    for flag in wanted:
        if flag in facts.sheet.flags:
            yield message(f"score_why.flag_{flag.replace('-', '_')}")
