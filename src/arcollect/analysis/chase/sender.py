"""Which of our own companies writes."""

from __future__ import annotations

from arcollect.policy.companies import own_company

__all__ = ["own_company"]
