"""The grades, D first, each with its reasons and what follows from it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from arcollect.analysis.asked import is_asked_for
from arcollect.text import Lang, joined, text
from arcollect.views.amounts import decimals
from arcollect.views.columns import Columns
from arcollect.views.standing.segment import segment_columns
from arcollect.views.table import Bar, Chart, Column, Kind, Table, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arcollect.analysis.standing.grade import Grade, Grades
    from arcollect.analysis.standing.scoring.segment import Segments

TONES = {
    "A": Tone.GOOD,
    "B": Tone.PLAIN,
    "C": Tone.WATCH,
    "D": Tone.BAD,
    "": Tone.MUTED,
}


def grade_table(
    grades: Grades, lang: Lang, customer: str | None = None, segments: Segments | None = None
) -> Table:
    """One row per customer; with `customer`, only those whose name or code contains it.

    With `segments` also score and segment: of several own companies the lowest and worst.
    """
    rows = [g for g in grades.grades if is_asked_for(customer, g.customer, g.customer_key)]
    tones = [TONES[g.letter] for g in rows]
    column = Columns("grade.", rows, lang)

    columns = (
        column("customer", Kind.TEXT, lambda g: g.customer, wide=True),
        column("grade", Kind.TEXT, lambda g: grade_word(g, lang), tones),
        *segment_columns([g.customer_key for g in rows], segments, lang),
        column("reasons", Kind.TEXT, lambda g: joined(g.reasons, lang), wide=True),
        column(
            "consequences",
            Kind.TEXT,
            lambda g: joined(g.consequences, lang),
            wide=True,
        ),
        column("documents", Kind.COUNT, lambda g: g.documents),
        column("late", Kind.COUNT, lambda g: g.late),
        column("worst_days", Kind.DAYS, lambda g: g.worst_days),
        column("long_late", Kind.COUNT, lambda g: g.long_late, minor=True),
        column("not_counted", Kind.COUNT, lambda g: g.not_counted, minor=True),
        *_money(rows, lang),
    )
    title = text(f"grade.title_{grades.scheme}", lang)
    notes = (_counts(grades, lang), text("grade.rule", lang))
    return Table("grade", title, columns, (), notes)


def grade_word(grade: Grade, lang: Lang) -> str:
    """A, B, B（观察）, C, D or 未评级."""
    if not grade.letter:
        return text("grade.ungraded", lang)
    return text("grade.watch", lang, letter=grade.letter) if grade.watch else grade.letter


def grade_chart(grades: Grades, lang: Lang) -> Chart:
    """How many customers have which grade, each with a word for what it means."""
    bars = tuple(
        Bar(text(f"grade.means_{letter or 'none'}", lang), Decimal(count), TONES[letter])
        for letter, count in grades.counts
    )
    return Chart("grade.chart", text("grade.chart", lang), bars, text("grade.chart_unit", lang))


def _counts(grades: Grades, lang: Lang) -> str:
    shown = [f"{letter or text('grade.ungraded', lang)} {n}" for letter, n in grades.counts]
    return text("grade.counts", lang, counts=" · ".join(shown))


def _money(rows: Sequence[Grade], lang: Lang) -> list[Column]:
    """Open and overdue as numbers, one column per currency: two never share one."""
    columns = []
    for currency in sorted({c for g in rows for c, _ in g.open_minor}):
        for key in ("open", "overdue"):
            minors = [dict(getattr(g, f"{key}_minor")).get(currency, 0) for g in rows]
            title = f"{text(f'grade.{key}', lang)} {currency}"
            values = decimals(minors, currency)
            columns.append(Column(f"{key}.{currency}", title, Kind.MONEY, values, minor=True))
    return columns
