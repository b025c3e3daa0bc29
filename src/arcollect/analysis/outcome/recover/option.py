"""One way to recover a debt, reckoned through."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.claims.court_fees import CourtFee
from arcollect.analysis.outcome.recover.debts import Debt
from arcollect.errors import Message, message

if TYPE_CHECKING:
    from arcollect.policy import Policy


class Way(StrEnum):
    """The ways to recover an old debt, in the order they are shown."""

    ASSIGNMENT = "assignment"  # 债权转让
    HAIRCUT = "haircut"  # 打折 + 分期
    PLAN = "plan"  # 首付 + 分期, an extension of time
    WAIVER = "waiver"  # 减免违约金
    DISCOUNT = "discount"  # 限期付清折扣
    GOODS = "goods"  # 以货抵债
    PAYMENT_ORDER = "payment-order"  # 支付令
    SMALL_CLAIMS = "small-claims"  # 小额诉讼
    LAWSUIT = "lawsuit"  # 诉讼 + 保全 + 执行
    SET_OFF = "set-off"  # 抵销
    INSURANCE = "insurance"  # 信用保险


AGREED = frozenset({Way.HAIRCUT, Way.PLAN, Way.WAIVER, Way.DISCOUNT, Way.GOODS})
CONCESSIONS = frozenset({Way.HAIRCUT, Way.WAIVER, Way.DISCOUNT})
"""Ways that give money up: never recommended on the program's own assumptions."""

_CHANCES = {
    Way.HAIRCUT: "chance_haircut",
    Way.PLAN: "chance_plan",
    Way.WAIVER: "chance_quick",
    Way.DISCOUNT: "chance_quick",
    Way.GOODS: "chance_goods",
    Way.INSURANCE: "chance_insured",
}


@dataclass(frozen=True, slots=True)
class Chance:
    """A share of 1 and where it comes from: ours | policy | typed. Never a fact."""

    share: Fraction
    source: str


@dataclass(frozen=True, slots=True)
class Option:
    """One way with its figures in minor units of the debt's currency.

    nominal: what comes in when all goes as agreed; now: of that at once; cost: paid
    whatever comes; expected: chance x what it is worth today, less the cost. None where
    it cannot be reckoned: `missing` says what it needs. `how` is the formula.
    """

    way: Way
    nominal_minor: int | None = None
    now_minor: int = 0
    months: int | None = None
    cost_minor: int = 0
    chance: Chance | None = None
    expected_minor: int | None = None
    how: Message | None = None
    missing: Message | None = None
    notes: tuple[Message, ...] = ()
    instalments: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One debt with everything that its options are reckoned from.

    fees: the charges of the court in fen, () where there is no rate to the yuan or the
    court is not one of the PRC.
    """

    debt: Debt
    policy: Policy
    fees: tuple[CourtFee, ...] = ()
    is_prc: bool = True

    def chance(self, way: Way) -> Chance:
        """The chance that a way works out: typed in for the debtor, set, or assumed."""
        if (typed := self.debt.known.chance) is not None:
            return Chance(typed, "typed")
        rules, key = self.policy.recover, _CHANCES.get(way, "chance_enforced")
        source = "policy" if key in rules.model_fields_set else "ours"
        return Chance(getattr(rules, key), source)

    @property
    def flags(self) -> frozenset[str]:
        """The debtor's red flags."""
        return frozenset(self.debt.flags)


def not_reckoned(way: Way, why: str, **facts: object) -> Option:
    """A way that cannot be reckoned, and what it would need."""
    return Option(way, missing=message(f"recover_why.{why}", **facts))
