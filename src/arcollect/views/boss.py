"""The boss page: one sheet of A4, and the decisions asked for (U-16)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.text import Lang, text
from arcollect.views.outcome.compare import brief_table
from arcollect.views.outcome.decisions import decisions_table
from arcollect.views.standing.ratios import collection_table
from arcollect.views.summary import (
    debtors_table,
    headline_figures,
    nothing_open,
    what_first,
)
from arcollect.views.table import Page, Part

if TYPE_CHECKING:
    from arcollect.analysis.standing.aging import CurrencyTotal
    from arcollect.views.findings import Findings


def boss_page(found: Findings, lang: Lang) -> Page:
    """Headline in 万元, top ten, change since last time, collections, decisions, signatures."""
    owed = [_owed(found, total, lang) for total in found.aging.totals]
    changed: list[Part] = [brief_table(found.changes, lang)] if found.changes is not None else []
    collected = collection_table(found.ratios, lang)
    changed += [collected] if collected is not None else []
    left, right = (owed, changed) if changed else (owed[:1], [p for one in owed[1:] for p in one])
    parts: list[Part] = [*nothing_open(found, lang), *(part for one in left for part in one)]
    beside = range(len(parts), len(parts) + len(right)) if left else range(0)
    parts += right
    if (decisions := decisions_table(found, lang)) is not None:
        parts.append(decisions)
    signatures = tuple(text(f"boss.{key}", lang) for key in ("prepared", "checked", "approved"))
    title = text("boss.title", lang)
    first = what_first(found, lang)
    return Page(
        "boss", title, tuple(parts), first=first, one_sheet=True, signatures=signatures,
        beside=beside,
    )  # fmt: skip


def _owed(found: Findings, total: CurrencyTotal, lang: Lang) -> list[Part]:
    """The headline of one currency and who owes most of it."""
    table = debtors_table(found, total, lang)
    return [headline_figures(found, total, lang), *([table] if len(table) else [])]
