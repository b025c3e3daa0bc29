"""Where each figure of a document or a customer comes from."""

from arcollect.views.explain.page import explain_page

__all__ = ["explain_page"]
