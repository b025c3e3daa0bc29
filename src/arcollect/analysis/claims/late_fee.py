"""What lateness costs, day by day (违约金)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.errors import Message

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy


@dataclass(frozen=True, slots=True)
class FeeStep:
    """One row of the calculation: base x rate x days, rounded half up at the item.

    first and last are both charged days; days = last - first + 1.
    fee is exact (a Fraction of minor units): only the item's sum is rounded.
    """

    first: dt.date
    last: dt.date
    days: int
    base_minor: int
    rate_per_day: Fraction
    fee_exact: Fraction


@dataclass(frozen=True, slots=True)
class ItemFee:
    """The late fee of one item, with its steps; basis_why says by which clause."""

    item: int
    company: str
    customer_key: str
    customer: str
    currency: str
    document_no: str
    due_date: dt.date
    days_past_due: int
    base_minor: int
    scheme: str  # flat | tiered | retroactive
    clause: str
    steps: tuple[FeeStep, ...]
    fee_minor: int
    basis_why: Message


@dataclass(frozen=True, slots=True)
class Fees:
    """All items with a basis; `without_basis` counts overdue items nobody may charge for."""

    items: tuple[ItemFee, ...]
    without_basis: int
    without_basis_minor: tuple[tuple[str, int], ...]


def late_fee(position: Position, policy: Policy) -> Fees:
    """The late fee of every overdue item that has a contractual basis (U-22, X-02)."""
    raise NotImplementedError
