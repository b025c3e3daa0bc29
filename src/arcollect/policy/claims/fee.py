"""What lateness costs, and by which right."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Annotated, Literal

from arcollect.policy.values import Day, Days, Margin, Rate, Rule, Section

Scheme = Literal["flat", "tiered", "retroactive"]


class LprRate(Section):
    """One published one-year LPR (一年期贷款市场报价利率), valid until the next one."""

    since: Day
    rate: Rate


class AgreedFee(Section):
    """The late fee agreed in one contract, or with one customer."""

    contract: str = ""
    customer: str = ""
    clause: str = ""
    scheme: Scheme = "flat"
    rate_per_day: Rate
    tier_after_days: Days = 30
    tier_rate_per_day: Rate = Fraction(0)


class FeePolicy(Section):
    """What lateness costs; nothing is claimed without a basis (U-22).

    `lpr` is empty as shipped: the values are the company's to fill in from what was
    published, a program can only go out of date.
    """

    basis: Annotated[Literal["none", "contract", "lpr", "sme"], Rule("U-22")] = "none"
    scheme: Annotated[Scheme, Rule("X-02")] = "flat"
    rate_per_day: Annotated[Rate, Rule("R000-49")] = Fraction(5, 10_000)
    tier_after_days: Annotated[Days, Rule("R000-49")] = 30
    tier_rate_per_day: Annotated[Rate, Rule("R000-49")] = Fraction(1, 1_000)
    grace_days: Annotated[Days, Rule("R-LAW-01")] = 0
    clause: str = ""
    agreed: Annotated[tuple[AgreedFee, ...], Rule("X-02")] = ()
    lpr: Annotated[tuple[LprRate, ...], Rule("R-LAW-01")] = ()
    lpr_margin: Annotated[Margin, Rule("R-LAW-01")] = Fraction(30, 100)
    lpr_follows: Annotated[Literal["breach", "changes"], Rule("U-32")] = "breach"
    day_basis: Annotated[Literal[360, 365], Rule("U-33")] = 365
    sme_rate_per_day: Annotated[Rate, Rule("R-LAW-01")] = Fraction(5, 10_000)
    sme_due_from: Annotated[Day, Rule("R-LAW-08")] = dt.date(2025, 6, 1)
    allocate: Annotated[Literal["booked", "law"], Rule("R-LAW-03")] = "booked"
