"""The provision for bad debts, as an accountant reads it."""

from arcollect.views.outcome.provision.page import provision_pages, provision_tables

__all__ = ["provision_pages", "provision_tables"]
