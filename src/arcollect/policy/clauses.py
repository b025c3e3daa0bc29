"""What our contract clauses say, and which words a text had better not use."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from arcollect.policy.values import Days, Rule, Section


class ClausePolicy(Section):
    """Places and days that the contract clauses are filled with."""

    jurisdiction: Annotated[str, Rule("R000-50")] = ""
    statement_day: Annotated[int, Field(ge=1, le=28), Rule("R003-45")] = 5
    objection_days: Annotated[int, Field(ge=1), Rule("R003-45")] = 5
    stop_after_days: Annotated[Days, Rule("R003-65")] = 30


class LintPolicy(Section):
    """Names that a text to a customer must not mention."""

    competitors: Annotated[tuple[str, ...], Rule("W-15")] = ()
