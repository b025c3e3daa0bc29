"""Whom to call first, who does it, and how often anybody may be called."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from arcollect.policy.values import Days, Factor, Part, Rule, Section

Shares = tuple[Part, Part, Part, Part]
Factors = tuple[Factor, Factor, Factor, Factor]


class WorklistPolicy(Section):
    """How the worklist ranks and shares out the calls.

    recoverable and urgency: one value for 1-30, 31-90, 91-180 and over 180 days past
    due. They are ours, not measured (X-32); urgency follows the relative risk of R000-09.
    """

    recoverable: Annotated[Shares, Rule("X-37")] = (
        Fraction(95, 100),
        Fraction(80, 100),
        Fraction(50, 100),
        Fraction(30, 100),
    )
    urgency: Annotated[Factors, Rule("R000-09")] = (
        Decimal(1),
        Decimal("2.5"),
        Decimal(5),
        Decimal(10),
    )
    broken_promise: Annotated[Factor, Rule("X-37")] = Decimal("1.5")
    track: Annotated[Literal["department", "team"], Rule("X-09")] = "department"
    season_workdays: Annotated[Days, Rule("R001-34")] = 10
    delivery_days: Annotated[Days, Rule("R003-30")] = 3
    calls_per_day: Annotated[int, Field(ge=1), Rule("R003-42")] = 1
    calls_per_week: Annotated[int, Field(ge=1), Rule("R003-42")] = 3
    core_calls_per_week: Annotated[int, Field(ge=1), Rule("R003-41")] = 1
    call_minutes: Annotated[int, Field(ge=0, le=120), Rule("R000-52")] = 15
    nodes: Annotated[tuple[str, ...], Rule("R003-88")] = ()
    owners: dict[str, str] = {}  # role -> who has it
    scripts_folder: str = ""  # files by language and reason, instead of ours
    scripts: dict[str, str] = {}  # reason -> what to say, instead of ours
