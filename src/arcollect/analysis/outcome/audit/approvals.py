"""Whether credit limits stay within what was approved."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from arcollect.analysis.figures import places as decimal_places
from arcollect.analysis.outcome.audit.desk import Desk, is_filled
from arcollect.analysis.outcome.audit.hint import (
    Examined,
    Gap,
    Hint,
    Weight,
    Whose,
    amount,
    missing,
    places,
)
from arcollect.analysis.rates import in_base
from arcollect.errors import Message, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd


def approvals(desk: Desk) -> Examined:
    """Limits above what was approved, and large ones without the right name (R003-39).

    Strictly above 500,000 of base currency (X-23) a limit needs the general manager:
    an approver must be named, and be one of the policy's `limit_approvers` where it
    names any. Exactly 500,000 needs none.
    """
    customers = desk.position.ledger.customers
    limits = customers[(customers["credit_limit_minor"] > 0).to_numpy()].reset_index(drop=True)
    known = is_filled(limits, "limit_approver")
    facts = [limits[name].tolist() for name in _FACTS]
    hints = [
        _hint(limits, row, seen)
        for row, values in enumerate(zip(*facts, strict=True))
        for seen in _seen(_Limit(*values), desk, approvers_known=known)
    ]
    return Examined("approvals", "R003-39", len(limits), tuple(hints), _gaps(limits, desk))


def _gaps(limits: pd.DataFrame, desk: Desk) -> tuple[Gap, ...]:
    if not len(limits):
        return (missing("credit_limit_minor"),)
    gaps = [] if is_filled(limits, "limit_approver") else [missing("limit_approver")]
    if not (limits["approved_limit_minor"] > 0).any():
        gaps.append(missing("approved_limit_minor"))
    codes = sorted(set(map(str, limits["currency"])))
    return (
        *gaps,
        *(
            Gap(message("audit_why.no_rate", currency=code))
            for code in codes
            if in_base(1, code, desk.policy) is None
        ),
    )


_FACTS = ("currency", "credit_limit_minor", "approved_limit_minor", "limit_approver")
_Seen = tuple[Weight, int, Message, Message]


class _Limit(NamedTuple):
    """One customer's limit, as the customers sheet says it."""

    currency: str
    minor: int
    approved_minor: int
    approver: str


def _seen(one: _Limit, desk: Desk, *, approvers_known: bool) -> Iterator[_Seen]:
    """Weight, money, what was measured, threshold."""
    shown = amount(one.minor, one.currency)
    if 0 < one.approved_minor < one.minor:
        approved = amount(one.approved_minor, one.currency)
        said = message("audit_why.above_approved", limit=shown, approved=approved)
        over = one.minor - one.approved_minor
        yield Weight.HIGH, over, said, message("audit_why.above_approved_limit")
    worth, above = in_base(one.minor, one.currency, desk.policy), desk.policy.score.approval_above
    if worth is None or worth <= above:
        return
    limit, base = decimal_places(Fraction(above), 0), desk.policy.base_currency
    threshold = message("audit_why.approval_limit", limit=limit, base=base)
    may = desk.rules.limit_approvers
    if not one.approver and approvers_known:
        said = message("audit_why.no_approver", limit=shown)
        yield Weight.MEDIUM, one.minor, said, threshold
    elif one.approver and may and one.approver not in may:
        said = message("audit_why.other_approver", limit=shown, person=one.approver)
        yield Weight.MEDIUM, one.minor, said, threshold


def _hint(limits: pd.DataFrame, row: int, seen: _Seen) -> Hint:
    weight, minor, said, threshold = seen
    who = Whose(*(str(limits[name].iloc[row]) for name in ("company", "customer", "currency")))
    where = places(limits, [row])
    return Hint("approvals", "R003-39", weight, who, minor, where, said, threshold)
