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
    groups = found.aging.groups[found.aging.groups["overdue"] > 0]
    graded_d = {g.customer for g in found.grades.grades if g.letter == "D"}
    wanted = ("label", "currency", "overdue", "over_3_years", "worst_days")
    for name, currency, overdue, old, days in zip(
        *(groups[c].tolist() for c in wanted), strict=True
    ):
        key = _matter(old, days, is_d=name in graded_d)
        if key:
            (amount,) = decimals([old if key == "write_off" else overdue], currency)
            why = text(f"boss.why_{key}", lang, days=days)
            yield text(f"boss.{key}", lang), name, f"{currency} {amount:,}", why


def _matter(over_3_years_minor: int, worst_days: int, *, is_d: bool) -> str:
    """Which decision a debtor asks for first: the oldest money decides."""
    if over_3_years_minor > 0:
        return "write_off"
    if worst_days >= SUE_FROM_DAYS:
        return "sue"
    return "stop" if is_d else ""
