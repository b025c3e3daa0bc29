"""What the court charges (诉讼费用交纳办法): by statute, with the article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from arcollect.money import half_up


class Charge(StrEnum):
    """What is paid for; the articles are those of 诉讼费用交纳办法."""

    COURT = "court"  # 案件受理费, art. 13 (1)
    HALVED = "halved"  # mediated, withdrawn (art. 15) or summary procedure (art. 16)
    PAYMENT_ORDER = "payment-order"  # 支付令, a third, art. 14 (3)
    PRESERVATION = "preservation"  # 财产保全, art. 14 (2), at most 5,000
    EXECUTION = "execution"  # 申请执行, art. 14 (1)


ARTICLES = {
    Charge.COURT: "13(1)",
    Charge.HALVED: "15, 16",
    Charge.PAYMENT_ORDER: "14(3)",
    Charge.PRESERVATION: "14(2)",
    Charge.EXECUTION: "14(1)",
}

FEN = 100
_Steps = tuple[tuple[int, Fraction], ...]


def _steps(*steps: tuple[int, str]) -> _Steps:
    return tuple((yuan * FEN, Fraction(share)) for yuan, share in steps)


_COURT = _steps(
    (10_000, "0"), (100_000, "0.025"), (200_000, "0.02"), (500_000, "0.015"), (1_000_000, "0.01"),
    (2_000_000, "0.009"), (5_000_000, "0.008"), (10_000_000, "0.007"), (20_000_000, "0.006"),
)  # fmt: skip
_EXECUTION = _steps((10_000, "0"), (500_000, "0.015"), (5_000_000, "0.01"), (10_000_000, "0.005"))
_PRESERVATION = _steps((1_000, "0"), (100_000, "0.01"))
_MOST_PRESERVATION = 5_000 * FEN


@dataclass(frozen=True, slots=True)
class CourtFee:
    """One charge on a claim, in fen: base x rate + plus, times `part`, at most `most`.

    The steps of the statute as one line: 188,820.00 x 2 % + 300.00 = 4,076.40. base 0
    rate: the lowest step, a fixed fee. The court's own bill may round to the yuan.
    """

    charge: Charge
    base_minor: int
    rate: Fraction
    plus_minor: int
    part: Fraction
    is_capped: bool
    fee_minor: int

    @property
    def article(self) -> str:
        """The article of 诉讼费用交纳办法."""
        return ARTICLES[self.charge]


def court_fee(charge: Charge, claim_minor: int) -> CourtFee:
    """What is charged on a claim of so many fen (G-16, R-LAW-07); rounded half up.

    188,820 is 4,076.40 (U-31), halved 2,038.20, as a payment order 1,358.80; a claim of
    0 costs the lowest fee. Only yuan: convert the claim first.
    """
    steps, fixed, above = _tariff(charge)
    rate, plus = _line(steps, fixed, above, claim_minor)
    exact = rate * claim_minor + plus
    is_capped = charge is Charge.PRESERVATION and exact > _MOST_PRESERVATION
    exact = Fraction(_MOST_PRESERVATION) if is_capped else exact
    part = {Charge.HALVED: Fraction(1, 2), Charge.PAYMENT_ORDER: Fraction(1, 3)}.get(
        charge, Fraction(1)
    )
    fee = exact * part
    minor = half_up(fee)
    return CourtFee(charge, claim_minor, rate, plus, part, is_capped, minor)


def _tariff(charge: Charge) -> tuple[_Steps, int, Fraction]:
    """The steps, the fee of the lowest one, and the rate above the highest."""
    if charge is Charge.EXECUTION:
        return _EXECUTION, 50 * FEN, Fraction("0.001")
    if charge is Charge.PRESERVATION:
        return _PRESERVATION, 30 * FEN, Fraction("0.005")
    return _COURT, 50 * FEN, Fraction("0.005")


def _line(steps: _Steps, fixed: int, above: Fraction, claim: int) -> tuple[Fraction, int]:
    """Rate and addend of the step that a claim falls in: fee = rate x claim + addend."""
    reached = Fraction(fixed)
    before = 0
    for upto, rate in steps:
        if claim <= upto:
            return rate, int(reached - rate * before)
        reached += rate * (upto - before)
        before = upto
    return above, int(reached - above * before)
