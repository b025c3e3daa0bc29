"""The boss page: one sheet of A4, and the decisions asked for (U-16)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.text import Lang, text
from arcollect.views.amounts import decimals
from arcollect.views.standing.ratios import collection_table
from arcollect.views.summary import debtors_table, headline_figures, what_first
from arcollect.views.table import Column, Kind, Page, Part, Table, Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arcollect.views.findings import Findings

SUE_FROM_DAYS = 181  # R000-33
MOST = 12


def boss_page(found: Findings, lang: Lang) -> Page:
    """Headline in 万元, top ten, collections by salesperson, decisions, signatures."""
    parts: list[Part] = []
    for total in found.aging.totals:
        parts.append(headline_figures(found, total, lang))
        table = debtors_table(found, total, lang)
        parts += [table] if len(table) else []
    collected = collection_table(found.ratios, lang)
    decisions = decisions_table(found, lang)
    parts += [part for part in (collected, decisions) if part is not None]
    signatures = tuple(text(f"boss.{key}", lang) for key in ("prepared", "checked", "approved"))
    title = text("boss.title", lang)
    first = what_first(found, lang)
    return Page("boss", title, tuple(parts), first=first, signatures=signatures)


def decisions_table(found: Findings, lang: Lang) -> Table | None:
    """Stop supply, sue, settle or write off: who, how much, why; the box stays empty."""
    rows = list(_decisions(found, lang))[:MOST]
    if not rows:
        return None

    def word(key: str) -> str:
        return text(f"boss.{key}", lang)

    blank = [word("box")] * len(rows)
    columns = (
        Column(
            "decision",
            word("decision"),
            Kind.TEXT,
            [r[0] for r in rows],
            [Tone.BAD] * len(rows),
        ),
        Column("customer", word("customer"), Kind.TEXT, [r[1] for r in rows], wide=True),
        Column("amount", word("amount"), Kind.TEXT, [r[2] for r in rows]),
        Column("why", word("why"), Kind.TEXT, [r[3] for r in rows], wide=True),
        Column("yes", word("answer"), Kind.TEXT, blank),
    )
    return Table("decisions", word("decisions"), columns, (), (word("note"),))


def _decisions(found: Findings, lang: Lang) -> Iterator[tuple[str, str, str, str]]:
    groups = found.aging.groups
    graded_d = {g.customer for g in found.grades.grades if g.letter == "D"}
    for row in groups[groups["overdue"] > 0].itertuples():
        name, currency = str(row.label), str(row.currency)
        (amount,) = decimals([row.overdue], currency)
        shown = f"{currency} {amount:,}"
        if row.over_3_years > 0:
            (old,) = decimals([row.over_3_years], currency)
            why = text("boss.why_write_off", lang)
            yield text("boss.write_off", lang), name, f"{currency} {old:,}", why
        elif row.worst_days >= SUE_FROM_DAYS:
            yield (
                text("boss.sue", lang),
                name,
                shown,
                text("boss.why_sue", lang, days=row.worst_days),
            )
        elif name in graded_d:
            yield text("boss.stop", lang), name, shown, text("boss.why_stop", lang)
