"""When monthly statements leave, and how they are sealed."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from arcollect.policy.values import Rule, Section


class StatementPolicy(Section):
    """The monthly statement (对账单)."""

    due_day: Annotated[int, Field(ge=1, le=28), Rule("R003-45")] = 5
    reply_days: Annotated[int, Field(ge=1), Rule("U-23")] = 10
    seal: Annotated[str, Rule("U-25")] = "财务专用章"
    copies: Annotated[int, Field(ge=1), Rule("U-25")] = 2
