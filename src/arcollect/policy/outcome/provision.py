"""What the provision for bad debts is reckoned with."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from pydantic import Field

from arcollect.policy.values import Amount, Days, Part, Rate, Rule, Section

Count = Annotated[int, Field(ge=1)]


class Account(Section):
    """The allowance of one own company, where a ledger holds several; base currency."""

    company: str = ""
    opening: Amount
    written_off: Amount = Decimal(0)
    recovered: Amount = Decimal(0)


class ProvisionPolicy(Section):
    """Loss rates, the individual list, and the movement of the year (U-30, R-LAW-11)."""

    loss_rates: Annotated[tuple[Part, ...], Rule("U-30")] = ()
    forward_factor: Annotated[Rate, Rule("R-LAW-11")] = Fraction(1)
    history_months: Annotated[Count, Rule("X-32")] = 24
    least_documents: Count = 30
    individual: Annotated[tuple[str, ...], Rule("U-30")] = ()
    individual_rate: Annotated[Part, Rule("U-30")] = Fraction(1)
    opening: Annotated[Amount | None, Rule("U-30")] = None
    written_off: Annotated[Amount, Rule("U-30")] = Decimal(0)
    recovered: Annotated[Amount, Rule("U-30")] = Decimal(0)
    account: Annotated[tuple[Account, ...], Rule("U-06")] = ()
    internal_days: Annotated[Days, Rule("R003-78")] = 91
    tax_years: Annotated[Count, Rule("R-LAW-11")] = 3
    tax_small_years: Annotated[Count, Rule("R-LAW-11")] = 1
    tax_small_amount: Annotated[Amount, Rule("R-LAW-11")] = Decimal(50_000)
    tax_small_share: Annotated[Part, Rule("R-LAW-11")] = Fraction(1, 10_000)
    annual_income: Annotated[Amount | None, Rule("R-LAW-11")] = None
