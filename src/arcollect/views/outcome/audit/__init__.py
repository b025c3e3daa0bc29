"""The integrity check, as an auditor reads it."""

from arcollect.views.outcome.audit.page import audit_pages, audit_tables

__all__ = ["audit_pages", "audit_tables"]
