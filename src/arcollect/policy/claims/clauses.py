"""What our contract clauses say, and which words a text had better not use."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from arcollect.policy.values import Days, Rule, Section

WARNINGS = frozenset({"W-08", "W-10", "W-11", "W-12", "W-13", "W-14", "W-15", "W-16", "R000-17"})
"""Rules of the wording check that may be broken with a reason; the others never."""


def _warnings_only(reasons: dict[str, str]) -> dict[str, str]:
    """A warning may pass with a reason; what must be changed may not (R003-66)."""
    if not set(reasons) <= WARNINGS or not all(map(str.strip, reasons.values())):
        raise ValueError("policy.allow_rule")
    return reasons


class ClausePolicy(Section):
    """Places and days that the contract clauses are filled with."""

    jurisdiction: Annotated[str, Rule("R000-50")] = ""
    statement_day: Annotated[int, Field(ge=1, le=28), Rule("R003-45")] = 5
    objection_days: Annotated[int, Field(ge=1), Rule("R003-45")] = 5
    stop_after_days: Annotated[Days, Rule("R003-65")] = 30


class LintPolicy(Section):
    """Names that a text to a customer must not mention, and words it had better not use."""

    competitors: Annotated[tuple[str, ...], Rule("W-15")] = ()
    words: Annotated[tuple[str, ...], Rule("R001-08")] = ()
    allow: Annotated[dict[str, str], AfterValidator(_warnings_only), Rule("R003-66")] = {}
