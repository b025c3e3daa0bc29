"""What makes a score, and what a score allows."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Self

from pydantic import Field, model_validator

from arcollect.policy.values import Amount, Days, Factor, Part, Rate, Rule, Section, Whole

COMPUTED = (
    "punctuality", "mean_late", "worst_late", "recent_late", "overdue_share",
    "limit_use", "tenure", "volume", "promises", "disputes",
)  # fmt: skip
"""The computed indicators, in reading order; each has a `weight_…` key."""


class ScorePolicy(Section):
    """Weights, anchors and lines of the scorecard (1 to 100)."""

    weight_punctuality: Annotated[Whole, Rule("R003-27")] = 20
    weight_mean_late: Annotated[Whole, Rule("R003-27")] = 15
    weight_worst_late: Annotated[Whole, Rule("R003-27")] = 10
    weight_recent_late: Annotated[Whole, Rule("R003-27")] = 10
    weight_overdue_share: Annotated[Whole, Rule("R003-27")] = 15
    weight_limit_use: Annotated[Whole, Rule("R003-27")] = 5
    weight_tenure: Annotated[Whole, Rule("R003-27")] = 5
    weight_volume: Annotated[Whole, Rule("R003-27")] = 5
    weight_promises: Annotated[Whole, Rule("R003-27")] = 10
    weight_disputes: Annotated[Whole, Rule("R003-27")] = 5
    typed: Annotated[dict[str, Whole], Rule("R003-29")] = {}
    mean_zero_days: Annotated[int, Field(ge=1), Rule("R000-43")] = 60
    worst_zero_days: Annotated[int, Field(ge=1), Rule("R000-18")] = 90
    recent_months: Annotated[int, Field(ge=1), Rule("R003-48")] = 3
    limit_free_share: Annotated[Part, Rule("R001-20")] = Fraction(50, 100)
    tenure_full_months: Annotated[int, Field(ge=1), Rule("R003-27")] = 36
    volume_full: Annotated[Factor, Rule("R000-45")] = Decimal(1_000_000)
    disputes_zero: Annotated[int, Field(ge=1), Rule("R003-53")] = 4
    least_weight: Annotated[Part, Rule("R003-27")] = Fraction(50, 100)
    medium_from: Annotated[Whole, Rule("R003-27")] = 60
    core_from: Annotated[Whole, Rule("X-15")] = 80
    medium_limit: Annotated[Amount, Rule("R003-27")] = Decimal(5_000_000)
    medium_terms_days: Annotated[Days, Rule("R003-27")] = 45
    approval_above: Annotated[Amount, Rule("R003-39")] = Decimal(500_000)
    stale_days: Annotated[Days, Rule("R003-28")] = 92

    @model_validator(mode="after")
    def weights_make_100(self) -> Self:
        """Weights of computed and typed-in indicators are shares of 100 (X-29)."""
        if sum(self.weights().values()) != 100:
            raise ValueError("policy.weights_make_100")
        return self

    def weights(self) -> dict[str, int]:
        """Every indicator with its weight, computed ones first."""
        own = {name: int(getattr(self, f"weight_{name}")) for name in COMPUTED}
        return {**own, **self.typed}


class SegmentPolicy(Section):
    """Who is core, and which facts make a risk (R003-22 to R003-26)."""

    core_sales_share: Annotated[Part, Rule("R003-23")] = Fraction(60, 100)
    core_documents: Annotated[Whole, Rule("U-13")] = 5
    core_overdue_days: Annotated[Days, Rule("R000-43")] = 60
    debt_ratio_above: Annotated[Rate, Rule("R003-25")] = Fraction(70, 100)
    customers_lost_above: Annotated[Rate, Rule("R003-63")] = Fraction(20, 100)
    late_rate_above: Annotated[Rate, Rule("R003-48")] = Fraction(40, 100)
    late_rate_months: Annotated[int, Field(ge=1), Rule("R003-48")] = 3
    late_rate_least_documents: Annotated[int, Field(ge=1), Rule("U-13")] = 3
