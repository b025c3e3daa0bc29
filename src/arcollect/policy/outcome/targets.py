"""What the company wants to reach, and what it planned to collect."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import StringConstraints, model_validator

from arcollect.policy.values import Amount, Day, Days, Name, Part, Rate, Rule, Section

Month = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
Metric = Literal[
    "", "overdue_ratio", "dso", "turnover", "collection_rate", "sales_collection_rate", "cei"
]


class Kpi(Section):
    """One weighted goal of one person; measured where `metric` names a figure.

    group: efficiency, effect or management (R003-11).
    """

    owner: Name
    name: Name
    weight: Part
    target: Rate
    actual: Rate | None = None
    metric: Metric = ""
    group: Literal["", "efficiency", "effect", "management"] = ""
    lower_is_better: bool = False


class TargetPolicy(Section):
    """Targets, planned collections, cost and weighted goals; nothing is set by default."""

    since: Annotated[Day | None, Rule("R003-08")] = None
    overdue_ratio: Annotated[Rate | None, Rule("R003-08")] = None
    overdue_ratio_cut: Annotated[Part | None, Rule("R003-05")] = None
    overdue_ratio_cut_points: Annotated[Part | None, Rule("X-17")] = None
    dso: Annotated[Amount | None, Rule("R003-06")] = None
    dso_cut: Annotated[Part | None, Rule("R003-19")] = None
    turnover: Annotated[Amount | None, Rule("R003-08")] = None
    turnover_gain: Annotated[Rate | None, Rule("R003-07")] = None
    collection_rate: Annotated[Rate | None, Rule("U-12")] = None
    middle_aged_rate: Annotated[Rate | None, Rule("R003-05")] = None
    high_risk_rate: Annotated[Rate | None, Rule("R003-80")] = None
    bad_debt_ratio: Annotated[Rate | None, Rule("R003-07")] = None
    first_contact_days: Annotated[Days | None, Rule("R003-50")] = None
    evidence_days: Annotated[Days | None, Rule("R003-80")] = None
    contract_to_cash_days: Annotated[Days | None, Rule("R003-81")] = None
    steps_logged: Annotated[Part | None, Rule("R003-81")] = None
    cost: Annotated[Amount | None, Rule("R003-12")] = None
    cost_ratio: Annotated[Rate | None, Rule("R003-12")] = None
    cost_before: Annotated[Amount | None, Rule("R003-05")] = None
    cost_cut: Annotated[Part | None, Rule("R003-05")] = None
    bonus_rate: Annotated[Part | None, Rule("R003-16")] = None
    plan_alert_below: Annotated[Rate, Rule("R003-09")] = Fraction(80, 100)
    plan: Annotated[dict[Month, Amount], Rule("R003-09")] = {}
    kpi: Annotated[tuple[Kpi, ...], Rule("R003-15")] = ()

    @model_validator(mode="after")
    def _weights_are_whole(self) -> Self:
        """Each person's weights add up to 100 % (X-29)."""
        weights: dict[str, Fraction] = defaultdict(Fraction)
        for one in self.kpi:
            weights[one.owner] += one.weight
        if any(weight != 1 for weight in weights.values()):
            raise ValueError("policy.weights_not_whole")
        return self
