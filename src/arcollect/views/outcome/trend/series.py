"""The kept states as a table and as bars."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from arcollect.analysis.outcome.compare.comparison import FigureChange
from arcollect.analysis.outcome.trend.series import EDGES
from arcollect.analysis.standing.aging import due_buckets
from arcollect.text import Lang, text
from arcollect.views.amounts import decimals, places
from arcollect.views.columns import Columns
from arcollect.views.outcome.compare.figures import direction
from arcollect.views.outcome.compare.rolls import share
from arcollect.views.standing.aging import bucket_label
from arcollect.views.table import Bar, Chart, Column, Kind, Table, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arcollect.analysis.outcome.trend.series import Point


def series_tables(points: Sequence[Point], lang: Lang) -> list[Table]:
    """Two tables per currency, oldest first: what happened, and the money by lateness."""
    codes = _currencies(points)
    happened = [_table(code, _of(code, points), lang) for code in codes]
    structure = [_structure(code, _of(code, points), lang) for code in codes]
    return [
        *_noted(happened, text("trend.note", lang)),
        *_noted(structure, text("trend.adds_up", lang)),
    ]


def _noted(tables: list[Table], note: str) -> list[Table]:
    """What holds for all of them, once, under the last."""
    return [*tables[:-1], *(replace(one, notes=(note, *one.notes)) for one in tables[-1:])]


def series_charts(points: Sequence[Point], lang: Lang) -> list[Chart]:
    """Overdue money over time, one chart per currency."""
    charts = []
    for code in _currencies(points):
        mine = _of(code, points)
        amounts = decimals([p.overdue for p in mine], code)
        pairs = zip(mine, amounts, [word[1] for word in _ratio_words(mine, lang)], strict=True)
        bars = tuple(Bar(str(p.as_of), amount, tone) for p, amount, tone in pairs)
        charts.append(Chart(f"trend.{code}", text("trend.chart", lang), bars, code))
    return charts


def _currencies(points: Sequence[Point]) -> list[str]:
    return sorted({point.currency for point in points})


def _of(currency: str, points: Sequence[Point]) -> list[Point]:
    return [point for point in points if point.currency == currency]


def _table(currency: str, rows: list[Point], lang: Lang) -> Table:
    words = _ratio_words(rows, lang)
    after = dict(zip((p.as_of for p in rows), words, strict=True))
    column = Columns("trend.", rows, lang, currency)
    columns = (
        column("as_of", Kind.DATE, lambda p: p.as_of),
        column.money("open", lambda p: p.open),
        column.money("overdue", lambda p: p.overdue),
        column("ratio", Kind.PERCENT, lambda p: share(p.ratio)),
        column("trend", Kind.TEXT, lambda p: after[p.as_of][0], [tone for _, tone in words]),
        column("dso", Kind.NUMBER, lambda p: None if p.dso is None else places(p.dso, 1)),
        column.money("billed", lambda p: p.billed, minor=True),
        column.money("more", lambda p: p.more, minor=True),
        column.money("down", lambda p: p.down, minor=True),
        column.money("collected", lambda p: p.collected),
        column.money("newly_overdue", lambda p: p.newly_overdue),
        column("newly_overdue_count", Kind.COUNT, lambda p: p.newly_overdue_count, minor=True),
        column("cei", Kind.PERCENT, lambda p: share(p.cei), minor=True),
    )
    notes = []
    if any(p.since and p.collected is None for p in rows):
        notes.append(text("trend.no_receipts", lang))
    if len(rows) < 2:
        notes.append(text("trend.one_state", lang))
    title = text("trend.title", lang, currency=currency)
    return Table(f"trend.{currency}", title, columns, (), tuple(notes))


def _structure(currency: str, rows: list[Point], lang: Lang) -> Table:
    """Open money of each state by days past due, and the share that is over 90 days late."""
    buckets = due_buckets(EDGES)
    words = [*(bucket_label(one, lang) for one in buckets), text("compare.tier_no_due_date", lang)]
    column = Columns("trend.", rows, lang, currency)
    money = (
        Column(f"b{n}", word, Kind.MONEY, decimals([p.buckets[n] for p in rows], currency))
        for n, word in enumerate(words)
        if n < len(buckets) or any(p.buckets[n] for p in rows)
    )
    columns = (
        column("as_of", Kind.DATE, lambda p: p.as_of),
        *money,
        column.money("open", lambda p: p.open),
        column("over_90", Kind.PERCENT, lambda p: share(_over_90(p))),
    )
    title = text("trend.structure", lang, currency=currency)
    return Table(f"trend.structure.{currency}", title, columns)


def _over_90(point: Point) -> Fraction | None:
    late = sum(point.buckets[EDGES.index(90) + 2 : len(EDGES) + 2])
    return Fraction(late, point.open) if point.open else None


def _ratio_words(rows: Sequence[Point], lang: Lang) -> list[tuple[str, Tone]]:
    """Arrow and word for the overdue ratio, against the point before."""
    if not rows:
        return []
    return [
        ("", Tone.PLAIN),
        *(
            direction(FigureChange("overdue_ratio", "", a.ratio, b.ratio), lang)
            for a, b in pairwise(rows)
        ),
    ]
