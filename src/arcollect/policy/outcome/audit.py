"""From when on something in the books is worth a second look."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from arcollect.policy.values import Amount, Days, Factor, Name, Part, Rule, Section

Count = Annotated[int, Field(ge=1)]
Group = Annotated[tuple[Name, ...], Field(min_length=2)]


class AuditPolicy(Section):
    """Thresholds of the integrity checks (R003-71…77)."""

    rotation_days: Annotated[Days, Rule("R003-72")] = 730
    match_workdays: Annotated[Days, Rule("R003-73")] = 1
    unusual_times: Annotated[Factor, Rule("R003-74")] = Decimal(3)
    unusual_history: Annotated[Count, Rule("R003-74")] = 5
    same_group: Annotated[tuple[Group, ...], Rule("R003-75")] = ()
    unproven_hints: Annotated[Count, Rule("R003-77")] = 3
    unproven_days: Annotated[Days, Rule("R003-77")] = 30
    min_amount: Annotated[Amount, Rule("R003-77")] = Decimal(1_000)
    round_to: Annotated[Factor, Rule("R003-77")] = Decimal(1_000)
    round_share: Annotated[Part, Rule("R003-77")] = Fraction(50, 100)
    round_count: Annotated[Count, Rule("R003-77")] = 10
    limit_approvers: Annotated[tuple[Name, ...], Rule("R003-39")] = ()
    backdated_days: Annotated[Days, Rule("R003-77")] = 31
    period: Annotated[Literal["month", "quarter", "year"], Rule("R003-77")] = "quarter"
    period_days: Annotated[Days, Rule("R003-77")] = 10
    sequence_days: Annotated[Days, Rule("R003-77")] = 3
