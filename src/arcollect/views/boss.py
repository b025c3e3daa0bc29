"""The boss page: one sheet of A4, and the decisions asked for (U-16)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.text import Lang, text
from arcollect.views.outcome.compare import brief_table
from arcollect.views.outcome.decisions import decisions_table
from arcollect.views.standing.ratios import collection_table
from arcollect.views.summary import debtors_table, headline_figures, what_first
from arcollect.views.table import Page, Part

if TYPE_CHECKING:
    from arcollect.views.findings import Findings


def boss_page(found: Findings, lang: Lang) -> Page:
    """Headline in 万元, top ten, change since last time, collections, decisions, signatures."""
    parts: list[Part] = []
    for total in found.aging.totals:
        parts.append(headline_figures(found, total, lang))
        table = debtors_table(found, total, lang)
        parts += [table] if len(table) else []
    left = len(parts)
    if found.changes is not None:
        parts.append(brief_table(found.changes, lang))
    if (collected := collection_table(found.ratios, lang)) is not None:
        parts.append(collected)
    beside = range(left, len(parts))
    if (decisions := decisions_table(found, lang)) is not None:
        parts.append(decisions)
    signatures = tuple(text(f"boss.{key}", lang) for key in ("prepared", "checked", "approved"))
    title = text("boss.title", lang)
    first = what_first(found, lang)
    return Page(
        "boss", title, tuple(parts), first=first, one_sheet=True, signatures=signatures,
        beside=beside,
    )  # fmt: skip
