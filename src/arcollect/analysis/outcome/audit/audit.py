"""All checks, ranked: what is worth a look, and what could not be looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from arcollect.analysis.outcome.audit.amounts import round_sums, same_sums
from arcollect.analysis.outcome.audit.approvals import approvals
from arcollect.analysis.outcome.audit.dating import after_closing, backdated
from arcollect.analysis.outcome.audit.desk import Desk
from arcollect.analysis.outcome.audit.hint import Examined, Gap, Hint, Weight
from arcollect.analysis.outcome.audit.money_in import off_days, unmatched, unusual
from arcollect.analysis.outcome.audit.payers import payers
from arcollect.analysis.outcome.audit.people import rotation, same_hand, segregation
from arcollect.analysis.outcome.audit.series import missing_numbers, out_of_order, shared_numbers
from arcollect.analysis.outcome.audit.sharing import sharing
from arcollect.analysis.outcome.audit.unproven import unproven
from arcollect.analysis.rates import in_base
from arcollect.errors import message

if TYPE_CHECKING:
    from fractions import Fraction

    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.register.entries import History

CHECKS: tuple[Callable[[Desk], Examined], ...] = (
    segregation, same_hand, rotation, unmatched, unusual, off_days, payers, sharing, unproven,
    shared_numbers, same_sums, round_sums, approvals, backdated, after_closing,
    missing_numbers, out_of_order,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Audit:
    """What every check saw, and all hints: those to look at first come first."""

    policy: Policy
    examined: tuple[Examined, ...]
    hints: tuple[Hint, ...]

    @property
    def is_alarming(self) -> bool:
        """Whether any hint weighs most: what `--fail-on audit` asks."""
        return any(hint.weight is Weight.HIGH for hint in self.hints)


def audit(position: Position, history: History, policy: Policy) -> Audit:
    """Every integrity check of the ledger (R003-71…77, R003-39), hints by weight.

    A hint says what was measured against which threshold and in which rows; it is a
    question, no finding of fact. Of equal weight the larger amount (in base currency;
    without a rate, or without an amount, last) comes first. Nothing later than the
    as-of date is looked at.
    """
    desk = Desk(position, policy, history)
    examined = tuple(_explained(check(desk)) for check in CHECKS)
    every = [hint for one in examined for hint in one.hints]
    every.sort(key=lambda hint: (-hint.weight, -_worth(hint, policy)))
    return Audit(policy, examined, tuple(every))


def _explained(one: Examined) -> Examined:
    """A check that had nothing to look at says so."""
    if one.looked_at or one.gaps:
        return one
    return replace(one, gaps=(Gap(message("audit_why.no_rows")),))


def _worth(hint: Hint, policy: Policy) -> Fraction | int:
    if hint.amount_minor is None:
        return 0
    return in_base(hint.amount_minor, hint.whose.currency, policy) or 0
