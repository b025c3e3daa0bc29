"""When a light turns yellow or red."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from pydantic import Field

from arcollect.policy.values import Amount, Days, Part, Rate, Rule, Section, Whole


class AlertPolicy(Section):
    """Thresholds of the traffic lights, and how soon somebody must act."""

    from_days: Annotated[int, Field(ge=1), Rule("R003-32")] = 3
    yellow_days: Annotated[Days, Rule("R000-10")] = 31
    red_days: Annotated[Days, Rule("R000-18")] = 91
    limit_use_above: Annotated[Rate, Rule("R001-20")] = Fraction(1)
    terms_max_days: Annotated[Days, Rule("R000-45")] = 60
    contact_changes: Annotated[int, Field(ge=1), Rule("R002-16")] = 2
    dso_longer_by: Annotated[Rate, Rule("R003-58")] = Fraction(20, 100)
    tier_above: Annotated[Part, Rule("R003-03")] = Fraction(60, 100)
    largest_above: Annotated[Part, Rule("R003-03")] = Fraction(30, 100)
    industry_times: Annotated[Rate, Rule("R001-32")] = Fraction(120, 100)
    industry_least_customers: Annotated[int, Field(ge=1), Rule("R001-32")] = 3
    yellow_report_days: Annotated[Whole, Rule("R003-61")] = 14
    emergency_amount: Annotated[Amount, Rule("R001-24")] = Decimal(500_000)
    emergency_share: Annotated[Part, Rule("R001-24")] = Fraction(10, 100)
    opinion_forwards: Annotated[Whole, Rule("R003-70")] = 500
