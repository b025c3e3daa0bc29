"""Sheets and tables of a comparison."""

from arcollect.views.outcome.compare.documents import happened_tables
from arcollect.views.outcome.compare.figures import brief_table
from arcollect.views.outcome.compare.page import compare_pages, compare_tables, unrelated

__all__ = ["brief_table", "compare_pages", "compare_tables", "happened_tables", "unrelated"]
