"""The problems as a table: where, what stands there, why, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from arcollect.errors import Problem, Severity
from arcollect.text import Lang, say, text
from arcollect.views.amounts import decimals
from arcollect.views.table import Column, Kind, Table, Tone

TONES = {
    Severity.EXCLUDED: Tone.BAD,
    Severity.WARNING: Tone.WATCH,
    Severity.NOTICE: Tone.MUTED,
}
ORDER = list(TONES)


def problems_table(problems: Sequence[Problem], lang: Lang) -> Table:
    """Excluded rows first, then warnings, then notices, each with sheet and cell."""
    rows = sorted(problems, key=lambda p: ORDER.index(p.severity))

    def column(key: str, values: list[str], tones: Sequence[Tone] = (), **more: Any) -> Column:
        kind = Kind.ID if key in {"cell", "raw", "amount"} else Kind.TEXT
        return Column(key, text(f"problems.{key}", lang), kind, values, tones, **more)

    severities = [text(f"problems.{p.severity}", lang) for p in rows]
    columns = (
        column("severity", severities, [TONES[p.severity] for p in rows]),
        column("where", [_where(p) for p in rows]),
        column("raw", [p.raw for p in rows], minor=True),
        column("message", [say(p.said, lang) for p in rows], wide=True),
        column("remedy", [say(p.remedy, lang) if p.remedy else "" for p in rows], wide=True),
        column("amount", [_amount(p) for p in rows]),
    )
    none = () if rows else (text("problems.none", lang),)
    return Table("problems", text("problems.title", lang), columns, (), none)


def _where(problem: Problem) -> str:
    place = "!".join(part for part in (problem.sheet, problem.cell) if part)
    return place or problem.file


def _amount(problem: Problem) -> str:
    if problem.amount_minor is None:
        return ""
    (amount,) = decimals([problem.amount_minor], problem.currency or "CNY")
    return f"{problem.currency} {amount:,}".strip()
