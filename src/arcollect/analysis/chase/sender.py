"""Which of our own companies writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.errors import Message, message
from arcollect.policy.companies import own_company

if TYPE_CHECKING:
    from arcollect.policy import Policy

__all__ = ["nobody_writes", "own_company"]


def nobody_writes(policy: Policy, name: str) -> Message:
    """Why no own company writes for what the ledger calls `name`, and what to fill in.

    The ledger may name none: then the policy has none either, or several to choose from.
    """
    if name.strip():
        return message("chase_why.no_own_company", company=name)
    if not policy.company:
        return message("chase_why.no_company_at_all")
    return message("chase_why.which_company", known=[c.name for c in policy.company])
