"""What counts as a habit, and how far ahead money is foreseen."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

from pydantic import Field

from arcollect.policy.values import Days, Part, Rule, Section

Count = Annotated[int, Field(ge=1)]


class HabitPolicy(Section):
    """When several payments make a usual payment day (回款习惯日)."""

    lookback_months: Annotated[Count, Rule("R003-47")] = 24
    least_payments: Annotated[Count, Rule("R003-47")] = 4
    least_months: Annotated[Count, Rule("R003-47")] = 3
    share: Annotated[Part, Rule("R003-47")] = Fraction(75, 100)
    within_days: Annotated[Days, Rule("G-07")] = 1
    reminder_days: Annotated[Days, Rule("R003-47")] = 5


class ForecastPolicy(Section):
    """How many weeks ahead, and how much history that takes."""

    weeks: Annotated[int, Field(ge=1, le=53), Rule("R001-16")] = 13
    least_documents: Annotated[Count, Rule("R001-16")] = 5
    early_share: Annotated[Part, Rule("R001-16")] = Fraction(10, 100)
    late_share: Annotated[Part, Rule("R001-16")] = Fraction(90, 100)
    backtest_months: Annotated[Count, Rule("R001-16")] = 6
