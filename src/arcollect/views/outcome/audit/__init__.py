"""The integrity check, as an auditor reads it."""

from arcollect.views.outcome.audit.page import audit_pages, audit_tables
from arcollect.views.outcome.audit.rows import rows_table

__all__ = ["audit_pages", "audit_tables", "rows_table"]
