"""Which debt a payment settles by law: costs, then fee, then principal (抵充)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from arcollect.analysis.claims.fee_steps import FeeStep, steps_of, total

if TYPE_CHECKING:
    from arcollect.analysis.claims.fee_basis import FeeBasis

_Rank: TypeAlias = tuple[bool, Fraction, dt.date]


@dataclass(slots=True)
class Debt:
    """One document on its way down; minor units. basis None: it bears no fee."""

    item: int
    due: dt.date
    principal_minor: int
    disputed_minor: int = 0
    basis: FeeBasis | None = None
    grace_days: int = 0
    fee_paid_minor: int = 0
    paid: list[tuple[int, int]] = field(default_factory=list)  # day past due, principal
    is_closed: bool = False  # neither principal nor fee is left

    def steps(self, day: dt.date) -> tuple[FeeStep, ...]:
        """The fee that has accrued by the end of that day."""
        days = (day - self.due).days
        if not self.principal_minor and self.paid:
            days = min(days, self.paid[-1][0])  # nothing is late after the last payment
        if self.basis is None or days <= 0:
            return ()
        base = max(self.principal_minor - self.disputed_minor, 0)
        late = tuple(pair for pair in self.paid if pair[0] > 0)
        return steps_of(self.basis, self.due, days, base, late, self.grace_days)

    def fee_due(self, day: dt.date) -> int:
        """Accrued and not paid, rounded half up."""
        return max(total(self.steps(day)) - self.fee_paid_minor, 0)

    def rank(self, day: dt.date) -> _Rank:
        """Due first, then the heavier burden, then the earlier due date (民法典 560)."""
        is_due = self.due <= day
        heavy = Fraction(0)
        if is_due and self.basis is not None:
            heavy = self.basis.rate_on((day - self.due).days)
        return not is_due, -heavy, self.due


@dataclass(frozen=True, slots=True)
class Payment:
    """Money in; item is what the payer designated, None when nothing was said.

    is_cash is false for a credit note: it lowers the principal and pays no fee.
    """

    day: dt.date
    minor: int
    item: int | None = None
    is_cash: bool = True


@dataclass(frozen=True, slots=True)
class Share:
    """What one payment settled of one debt."""

    day: dt.date
    item: int
    fee_minor: int
    principal_minor: int


def allocate(debts: Sequence[Debt], payments: Iterable[Payment]) -> tuple[tuple[Share, ...], int]:
    """Every share of every payment, and what no debt was left for (民法典 560, 561).

    A designated payment settles its debt first. The rest goes to debts that are due,
    among them to the heavier burden (the higher rate; a ledger knows of no security,
    so all count as unsecured), then to the earlier due date; equal ones share by what
    is owed. Of each debt the fee comes before the principal; costs of enforcement, which
    would come first, are not in a ledger. Debts are changed. Minor units.
    """
    by_item = {debt.item: debt for debt in debts}
    shares: list[Share] = []
    left_over = 0
    for payment in sorted(payments, key=lambda p: (p.day, p.item is None)):
        left = payment.minor
        named = by_item.get(payment.item) if payment.item is not None else None
        if named is not None:
            left -= _pay(named, payment.day, left, shares, is_cash=payment.is_cash)
        left_over += _spread(debts, payment.day, left, shares) if left else 0
    return tuple(shares), left_over


def _spread(debts: Sequence[Debt], day: dt.date, minor: int, shares: list[Share]) -> int:
    """Undesignated money, rank by rank; what is left when all is paid."""
    open_ = [debt for debt in debts if not debt.is_closed]
    ordered = sorted(open_, key=lambda debt: (debt.rank(day), debt.item))
    for _, equal in groupby(ordered, key=lambda debt: debt.rank(day)):
        if not minor:
            break
        tied = list(equal)
        owed = [debt.principal_minor + debt.fee_due(day) for debt in tied]
        for debt, part in zip(tied, _pro_rata(min(minor, sum(owed)), owed), strict=True):
            minor -= _pay(debt, day, part, shares)
    return minor


def _pay(debt: Debt, day: dt.date, minor: int, shares: list[Share], *, is_cash: bool = True) -> int:
    """Fee first, then principal; how much of the money was used."""
    fee = min(minor, debt.fee_due(day)) if is_cash else 0
    principal = min(minor - fee, debt.principal_minor)
    if fee or principal:
        debt.fee_paid_minor += fee
        debt.principal_minor -= principal
        if principal:
            debt.paid.append(((day - debt.due).days, principal))
        shares.append(Share(day, debt.item, fee, principal))
        debt.is_closed = not (debt.principal_minor or debt.fee_due(day))
    return fee + principal


def _pro_rata(minor: int, owed: Sequence[int]) -> list[int]:
    """Parts in proportion, to the cent: odd cents go to the largest remainders."""
    whole = sum(owed)
    if not whole:
        return [0] * len(owed)
    parts = [minor * each // whole for each in owed]
    remainders = sorted(range(len(owed)), key=lambda n: (-(minor * owed[n] % whole), n))
    for n in remainders[: minor - sum(parts)]:
        parts[n] += 1
    return parts
