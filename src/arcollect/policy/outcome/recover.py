"""What the ways to recover an old debt are reckoned with."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from arcollect.policy.values import Amount, Day, Days, Name, Part, Rate, Rule, Section

Count = Annotated[int, Field(ge=1)]
Months = Annotated[int, Field(ge=0)]


class Case(Section):
    """What is known about one debtor, typed in: nothing of it is looked up."""

    customer: Name
    assets: Amount | None = None
    goods: Amount | None = None
    payables: Amount | None = None
    insured: Amount | None = None
    insured_until: Day | None = None
    chance: Part | None = None


class RecoverPolicy(Section):
    """Shares, costs, durations and chances of each way (R000-33…40)."""

    min_days: Annotated[Days, Rule("R000-33")] = 181
    assignment_low: Annotated[Part, Rule("R000-34")] = Fraction(30, 100)
    assignment_high: Annotated[Part, Rule("R000-34")] = Fraction(50, 100)
    assignment_months: Annotated[Months, Rule("R000-34")] = 1
    haircut: Annotated[Part, Rule("R000-35")] = Fraction(20, 100)
    haircut_instalments: Annotated[Count, Rule("R000-35")] = 6
    plan_down: Annotated[Part, Rule("R003-84")] = Fraction(30, 100)
    plan_instalments: Annotated[Count, Rule("R003-84")] = 6
    waiver: Annotated[Part, Rule("R001-13")] = Fraction(1)
    discount: Annotated[Part, Rule("R003-36")] = Fraction(0)
    discount_days: Annotated[Days, Rule("R003-36")] = 10
    goods_instalments: Annotated[Count, Rule("R000-36")] = 2
    chance_plan: Annotated[Part, Rule("U-31")] = Fraction(60, 100)
    chance_haircut: Annotated[Part, Rule("U-31")] = Fraction(60, 100)
    chance_quick: Annotated[Part, Rule("U-31")] = Fraction(60, 100)
    chance_goods: Annotated[Part, Rule("X-28")] = Fraction(60, 100)
    chance_insured: Annotated[Part, Rule("R003-64")] = Fraction(60, 100)
    chance_enforced: Annotated[Part, Rule("R000-40")] = Fraction(80, 100)
    chance_unopposed: Annotated[Part, Rule("R-LAW-07")] = Fraction(50, 100)
    lawsuit_months: Annotated[Months, Rule("R003-79")] = 6
    small_claims_months: Annotated[Months, Rule("R-LAW-07")] = 3
    payment_order_months: Annotated[Months, Rule("R-LAW-07")] = 2
    lawyer_rate: Annotated[Part, Rule("R000-39")] = Fraction(10, 100)
    preservation_insurance_rate: Annotated[Part, Rule("U-31")] = Fraction(2, 1_000)
    lawsuit_floor: Annotated[Amount, Rule("R002-14")] = Decimal(50_000)
    small_claims_limit: Annotated[Amount | None, Rule("R-LAW-07")] = None
    annual_rate: Annotated[Rate, Rule("R003-79")] = Fraction(6, 100)
    day_basis: Annotated[Literal[360, 365], Rule("U-33")] = 360
    case: Annotated[tuple[Case, ...], Rule("R000-37")] = ()
