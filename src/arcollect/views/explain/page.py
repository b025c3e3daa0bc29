"""The page of `explain`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.text import Lang, text
from arcollect.views.explain.customer import customer_parts, present_name
from arcollect.views.explain.document import document_parts
from arcollect.views.explain.find import customer_key, documents
from arcollect.views.table import Page, Part

if TYPE_CHECKING:
    from arcollect.views.findings import Findings


def explain_page(found: Findings, lang: Lang, what: str) -> Page:
    """A document number (every item that bears it), else a customer by code or name.

    Raises UsageError where nothing fits, with the nearest numbers and names.
    """
    ledger = found.position.ledger
    items = documents(ledger, what)
    parts: list[Part] = []
    for _, item in items.iterrows():
        parts += document_parts(found, item, lang)
    title = what
    if not parts:
        key = customer_key(ledger, what)
        title = present_name(found, key)
        parts = customer_parts(found, key, lang)
    return Page("explain", text("explain.title", lang, what=title), tuple(parts))
