"""Is a fee out of proportion: what LPR-based loss it is held against."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.claims.lpr import LPR_CURRENCY, Lpr
from arcollect.money import half_up

if TYPE_CHECKING:
    from arcollect.analysis.claims.fee_basis import FeeBasis
    from arcollect.analysis.claims.fee_steps import FeeStep
    from arcollect.analysis.claims.lpr import LprTable

_GENERALLY_EXCESSIVE = Fraction(130, 100)


@dataclass(frozen=True, slots=True)
class Yardstick:
    """The loss by LPR for the same days and bases, and what it is multiplied to.

    limit_minor: 130 % of the loss; a court generally finds more than that excessive and
    may reduce it on request (通则解释 65). four_minor: four times LPR, a yardstick of
    some courts' practice, no statute for sales (R-LAW-02). Nothing is capped. Minor units.
    """

    lpr: Lpr
    loss_minor: int
    limit_minor: int
    four_minor: int
    exceeds: bool  # an agreed fee above 130 % of the loss


def yardstick(
    basis: FeeBasis, due: dt.date, currency: str, steps: Sequence[FeeStep], table: LprTable,
    day_basis: int,
) -> Yardstick | None:  # fmt: skip
    """What the fee is held against; None where no LPR of the day of breach is given."""
    lpr = table.at(due + dt.timedelta(days=1))
    if lpr is None or currency not in {"", LPR_CURRENCY}:
        return None
    days = sum(step.base_minor * step.days for step in steps)
    loss = days * lpr.rate / day_basis
    fee = sum((step.fee_exact for step in steps), Fraction(0))
    is_agreed = basis.source not in {"lpr", "sme"}
    limit = loss * _GENERALLY_EXCESSIVE
    return Yardstick(
        lpr, half_up(loss), half_up(limit), half_up(loss * 4), is_agreed and fee > limit
    )
