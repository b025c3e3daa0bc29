"""The sheet 变化: what changed since the earlier state."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from arcollect.text import Lang, text
from arcollect.views.columns import Columns
from arcollect.views.outcome.compare.documents import documents_table, happened_tables
from arcollect.views.outcome.compare.figures import figures_table
from arcollect.views.outcome.compare.rolls import roll_tables
from arcollect.views.outcome.compare.walk import walk_table
from arcollect.views.table import Kind, Page, Part, Table, Tone

if TYPE_CHECKING:
    from arcollect.analysis.outcome.compare.comparison import Comparison

_ORDER = "ABCD"


def compare_pages(found: Comparison, lang: Lang) -> tuple[Page, ...]:
    """What happened first, then account by account; then every document, a page per currency.

    Columns that say nothing there are left out: 0 or blank in every row.
    """
    tables = [*_overview(found, lang), *map(_without_empty, _walks(found, lang))]
    parts: tuple[Part, ...] = (*lead_lines(found, lang), *tables, *_rolls(found, lang))
    documents = map(_without_empty, _documents(found, lang))
    return (
        Page("changes", text("compare.page", lang), parts),
        *(Page(f"changes.{table.key}", table.title, (table,)) for table in documents),
    )


def compare_tables(found: Comparison, lang: Lang) -> list[Table]:
    """The walk first, then figures, kinds of change, roll matrix, grades, documents."""
    details = [*_rolls(found, lang), *_documents(found, lang)]
    tables = [*_walks(found, lang), *_overview(found, lang), *details]
    return [replace(tables[0], lead=lead_lines(found, lang)), *tables[1:]]


def _walks(found: Comparison, lang: Lang) -> list[Table]:
    return [walk_table(total, found, lang) for total in found.totals]


def _overview(found: Comparison, lang: Lang) -> list[Table]:
    return [figures_table(found, lang), *happened_tables(found, lang)]


def _rolls(found: Comparison, lang: Lang) -> list[Table]:
    tables = [table for one in found.rolls for table in roll_tables(one, found, lang)]
    return [table for table in (*tables, grades_table(found, lang)) if len(table)]


def _documents(found: Comparison, lang: Lang) -> list[Table]:
    tables = (documents_table(total.party[2], found, lang) for total in found.totals)
    return [table for table in tables if len(table)]


def _without_empty(table: Table) -> Table:
    kept = tuple(c for c in table.columns if not c.minor or any(c.values))
    return replace(table, columns=kept)


def lead_lines(found: Comparison, lang: Lang) -> tuple[str, ...]:
    """Which two states are compared, and whether they have anything in common."""
    first, last = found.days
    said = unrelated(found, lang)
    return (text("compare.lead", lang, old=first, new=last), *([said] if said else []))


def unrelated(found: Comparison, lang: Lang) -> str:
    """What to say where the two states share no open document; "" where they do."""
    old, new = found.sides
    if found.documents_in_both or not old or not new:
        return ""
    facts = {"old": old, "new": new, "customers": found.customers_in_both}
    key = "no_document_in_both" if found.customers_in_both else "nothing_in_both"
    return text(f"compare.{key}", lang, **facts)


def grades_table(found: Comparison, lang: Lang) -> Table:
    """Customers whose grade is another one now."""
    rows = found.grades
    tones = [_tone(one.old, one.new) for one in rows]
    column = Columns("compare.", rows, lang)
    columns = (
        column("customer", Kind.TEXT, lambda g: g.customer, wide=True),
        column("old_grade", Kind.TEXT, lambda g: g.old or "—"),
        column("new_grade", Kind.TEXT, lambda g: g.new or "—", tones),
        column("trend", Kind.TEXT, lambda g: _word(g.old, g.new, lang), tones),
    )
    return Table("compare.grades", text("compare.grades", lang), columns)


def _tone(old: str, new: str) -> Tone:
    if not old or not new:
        return Tone.PLAIN
    return Tone.GOOD if _ORDER.index(new) < _ORDER.index(old) else Tone.BAD


def _word(old: str, new: str, lang: Lang) -> str:
    if not old:
        return text("compare.first_graded", lang)
    if not new:
        return text("compare.no_longer_graded", lang)
    return text("compare.grade_up" if _tone(old, new) is Tone.GOOD else "compare.grade_down", lang)
