"""What a letter may hold out to a customer that pays at once."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

from pydantic import Field

from arcollect.policy.values import Part, Rule, Section, Whole


class IncentivePolicy(Section):
    """By industry: part of the next order's price, or a longer warranty on its goods.

    Only with `letters --incentive` and the name of who approved it; never off the debt.
    The months of warranty and the words of the industries are ours.
    """

    discount: Annotated[Part, Rule("R000-16")] = Fraction(5, 100)
    pay_workdays: Annotated[int, Field(ge=1), Rule("R000-16")] = 1
    discount_industries: Annotated[tuple[str, ...], Rule("R000-17")] = (
        "制造", "生产", "加工", "机械", "设备", "工厂", "manufactur", "machinery",
    )  # fmt: skip
    warranty_months: Annotated[Whole, Rule("R000-17")] = 3
    warranty_industries: Annotated[tuple[str, ...], Rule("R000-17")] = (
        "零售", "超市", "百货", "retail", "supermarket",
    )  # fmt: skip
