"""The ways to recover old debts, side by side."""

from arcollect.views.outcome.recover.page import recover_pages, recover_tables

__all__ = ["recover_pages", "recover_tables"]
