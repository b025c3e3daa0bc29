"""Whether credit limits stay within what was approved."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

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
    import pandas as pd


def approvals(desk: Desk) -> Examined:
    """Limits above what was approved, and large ones without the right name (R003-39).

    Strictly above 500,000 of base currency (X-23) a limit needs the general manager:
    an approver must be named, and be one of the policy's `limit_approvers` where it
    names any. Exactly 500,000 needs none.
    """
    customers = desk.position.ledger.customers
    limits = customers[(customers["credit_limit_minor"] > 0).to_numpy()].reset_index(drop=True)
    hints = [hint for row in range(len(limits)) for hint in _row(limits.iloc[[row]], desk)]
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


def _row(one: pd.DataFrame, desk: Desk) -> list[Hint]:
    limit = int(one["credit_limit_minor"].iloc[0])
    approved = int(one["approved_limit_minor"].iloc[0])
    who = Whose(*(str(one[name].iloc[0]) for name in ("company", "customer", "currency")))
    found = []
    if 0 < approved < limit:
        facts = {"limit": amount(limit, who.currency), "approved": amount(approved, who.currency)}
        said = message("audit_why.above_approved", **facts)
        threshold = message("audit_why.above_approved_limit")
        found.append(_hint(one, who, Weight.HIGH, limit - approved, said, threshold))
    measured = _unnamed(one, limit, who, desk)
    if measured is not None:
        above = decimal_places(Fraction(desk.policy.score.approval_above), 0)
        threshold = message("audit_why.approval_limit", limit=above, base=desk.policy.base_currency)
        found.append(_hint(one, who, Weight.MEDIUM, limit, measured, threshold))
    return found


def _hint(
    one: pd.DataFrame, who: Whose, weight: Weight, minor: int, said: Message, threshold: Message
) -> Hint:
    return Hint("approvals", "R003-39", weight, who, minor, places(one), said, threshold)


def _unnamed(one: pd.DataFrame, limit: int, who: Whose, desk: Desk) -> Message | None:
    worth = in_base(limit, who.currency, desk.policy)
    if worth is None or worth <= desk.policy.score.approval_above:
        return None
    customers, may = desk.position.ledger.customers, desk.rules.limit_approvers
    approver, shown = str(one["limit_approver"].iloc[0]), amount(limit, who.currency)
    if not approver:
        known = is_filled(customers, "limit_approver")
        return message("audit_why.no_approver", limit=shown) if known else None
    if may and approver not in may:
        return message("audit_why.other_approver", limit=shown, person=approver)
    return None
