"""How the grades went since they were last kept, and how old the credit data are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from arcollect.analysis.asked import is_asked_for
from arcollect.analysis.standing.regrade import Kept, moved
from arcollect.text import Lang, text
from arcollect.views.standing.grade import TONES, grade_word
from arcollect.views.table import Column, Kind, Table, Tone

if TYPE_CHECKING:
    from arcollect.analysis.standing.grade import Grades
    from arcollect.analysis.standing.scoring.segment import Segments
    from arcollect.policy import Policy

_NAMED = 5
_WAYS = {"up": Tone.GOOD, "down": Tone.BAD, "": Tone.PLAIN}


def with_moves(table: Table, grades: Grades, before: Kept, lang: Lang, asked: str | None) -> Table:
    """The table of grades with what each was in the last state kept (R001-04, R002-15)."""
    rows = [g for g in grades.grades if is_asked_for(asked, g.customer, g.customer_key)]
    old = [before.letters.get(one.customer_key, "") for one in rows]
    ways = [moved(was, one.letter) for was, one in zip(old, rows, strict=True)]
    said = [
        text(f"grade.moved_{way}", lang, before=was, now=one.letter) if way else ""
        for way, was, one in zip(ways, old, rows, strict=True)
    ]
    tones = [_WAYS[way] for way in ways]
    column = Column("moved", text("grade.moved", lang), Kind.TEXT, said, tones)
    place = next(n for n, c in enumerate(table.columns) if c.key == "grade") + 1
    facts = {"day": before.as_of, "up": ways.count("up"), "down": ways.count("down")}
    note = text("grade.moves", lang, **facts)
    columns = (*table.columns[:place], column, *table.columns[place:])
    return replace(table, columns=columns, notes=(note, *table.notes))


def history_table(
    grades: Grades, states: Sequence[Kept], lang: Lang, asked: str | None = None
) -> Table:
    """One row per customer, one column per kept state, today's grade last."""
    rows = [g for g in grades.grades if is_asked_for(asked, g.customer, g.customer_key)]
    name = Column(
        "customer", text("grade.customer", lang), Kind.TEXT, [g.customer for g in rows], wide=True
    )
    past = [_of_state(state, [g.customer_key for g in rows]) for state in states]
    now = Column(
        "grade", text("grade.now", lang), Kind.TEXT, [grade_word(g, lang) for g in rows],
        [TONES[g.letter] for g in rows],
    )  # fmt: skip
    note = text("grade.history_note" if states else "grade.no_history", lang)
    heading = text("grade.history", lang)
    return Table("grade.history", heading, (name, *past, now), (), (note,))


def _of_state(state: Kept, keys: Sequence[str]) -> Column:
    letters = [state.letters.get(key, "") for key in keys]
    day = state.as_of.isoformat()
    return Column(day, day, Kind.TEXT, letters, [TONES[letter] for letter in letters])


def stale_notes(segments: Segments, policy: Policy, lang: Lang) -> tuple[str, ...]:
    """Whose credit data are older than a quarter (R001-04, R003-28); nothing where none is."""
    limit = policy.score.stale_days
    dated = [
        (one.customer, updated)
        for one in segments.segments
        if (updated := one.score.facts.sheet.updated) is not None
    ]
    old = dict.fromkeys(name for name, day in dated if (segments.as_of - day).days > limit)
    if not old:
        return ()
    facts = {"count": len(old), "days": limit, "names": list(old)[:_NAMED]}
    key = "grade.stale" if len(old) <= _NAMED else "grade.stale_more"
    return (text(key, lang, **facts),)
