"""Every number that a company may change."""

from arcollect.policy.model import Company, Policy

__all__ = ["Company", "Policy"]
