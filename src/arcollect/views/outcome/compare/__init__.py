"""Sheets and tables of a comparison."""

from arcollect.views.outcome.compare.page import compare_pages, compare_tables

__all__ = ["compare_pages", "compare_tables"]
