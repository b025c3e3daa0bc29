"""Which receivables a factor would take."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

from arcollect.policy.values import Amount, Days, Part, Rate, Rule, Section

Letters = tuple[Literal["A", "B", "C"], ...]


class FinancePolicy(Section):
    """Criteria for factoring (R001-28); ours, each factor has its own."""

    max_days_late: Annotated[Days, Rule("R001-28")] = 0
    min_days_left: Annotated[Days, Rule("R001-28")] = 30
    max_days_left: Annotated[Days, Rule("R001-28")] = 180
    min_amount: Annotated[Amount, Rule("R001-28")] = Decimal(50_000)
    grades: Annotated[Letters, Rule("U-13")] = ("A", "B")
    largest_share: Annotated[Part, Rule("R001-28")] = Fraction(30, 100)
    advance_rate: Annotated[Part, Rule("R001-28")] = Fraction(80, 100)
    annual_rate: Annotated[Rate, Rule("R001-28")] = Fraction(6, 100)
    day_basis: Annotated[Literal[360, 365], Rule("U-33")] = 360
    not_assignable: Annotated[tuple[str, ...], Rule("R001-28")] = ()
    ban_words: Annotated[tuple[str, ...], Rule("R001-28")] = (
        "禁止转让", "不得转让", "不可转让", "not assignable", "no assignment",
    )  # fmt: skip
    shorter_by: Annotated[Part, Rule("R003-04")] = Fraction(30, 100)
    current_assets: Annotated[Amount | None, Rule("R003-01")] = None
    total_assets: Annotated[Amount | None, Rule("R003-02")] = None
