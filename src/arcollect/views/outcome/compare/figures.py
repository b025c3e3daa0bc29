"""Figures before and after, with an arrow and a word."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.outcome.compare.tiers import Shift
from arcollect.money import show
from arcollect.text import Lang, text
from arcollect.views.amounts import percent, places
from arcollect.views.columns import Columns
from arcollect.views.outcome.compare.walk import walk_line
from arcollect.views.table import Kind, Table, Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from arcollect.analysis.outcome.compare.collected import Collected
    from arcollect.analysis.outcome.compare.comparison import (
        Account,
        Comparison,
        FigureChange,
    )

MONEY = ("open", "overdue", "unapplied")
LOWER_IS_BETTER = frozenset(
    {"overdue", "overdue_ratio", "overdue_ratio_net", "dso", "over_one_year_share",
     "average_days_delinquent", "countback_dso", "ar_to_sales"}
)  # fmt: skip
HIGHER_IS_BETTER = frozenset({"turnover", "cei", "collection_rate", "sales_collection_rate"})
SHOWN = (
    "open", "overdue", "overdue_ratio", "over_one_year_share", "dso", "turnover", "cei",
    "collection_rate", "sales_collection_rate",
)  # fmt: skip
BRIEF = ("open", "overdue", "overdue_ratio", "dso")
_DAYS = frozenset({"dso", "average_days_delinquent", "countback_dso", "best_possible_dso"})


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    currency: str
    old: str
    new: str
    change: str
    word: str
    tone: Tone
    formula: str = ""


def figures_table(found: Comparison, lang: Lang) -> Table:
    """The key figures of both states, then what came in between them (U-12)."""
    known = {(f.name, f.currency): f for f in found.figures}
    codes = [total.party[2] for total in found.totals]
    rows = [
        _changed(known[name, code], lang)
        for code in codes for name in SHOWN if (name, code) in known
    ]  # fmt: skip
    rows += [row for one in found.collected for row in _between(one, found, lang)]
    column = Columns("compare.", rows, lang)
    columns = (
        column("figure", Kind.TEXT, lambda r: r.label, wide=True),
        column("currency", Kind.TEXT, lambda r: r.currency),
        column.figures("old", lambda r: r.old),
        column.figures("new", lambda r: r.new),
        column.figures("difference", lambda r: r.change),
        column("trend", Kind.TEXT, lambda r: r.word, [r.tone for r in rows]),
        column.words("formula_column", lambda r: r.formula),
    )
    notes = (text("compare.figures_note", lang),)
    return Table("compare.figures", text("compare.figures", lang), columns, (), notes)


def brief_table(found: Comparison, lang: Lang) -> Table:
    """A few lines for one page: open, overdue, DSO, what came in, what is newly overdue.

    Below them the walk of each currency, so that they tie: an unapplied receipt is money
    that came in, but leaves what is open as it was.
    """
    known = {(f.name, f.currency): f for f in found.figures}
    rows = []
    for total in found.totals:
        code = total.party[2]
        rows += [_changed(known[name, code], lang) for name in BRIEF if (name, code) in known]
        rows += _came_and_went(total, found, lang)
    several = len(found.totals) > 1
    column = Columns("compare.", rows, lang)
    columns = (
        column(
            "figure", Kind.TEXT,
            lambda r: f"{r.label} {r.currency}" if several else r.label, wide=True,
        ),
        column.figures("old", lambda r: r.old),
        column.figures("new", lambda r: r.new),
        column.figures("difference", lambda r: r.change),
        column("trend", Kind.TEXT, lambda r: r.word, [r.tone for r in rows]),
    )  # fmt: skip
    title = text("compare.brief", lang, old=found.days[0])
    notes = [walk_line(total, lang) for total in found.totals]
    if several:
        notes = [f"{t.party[2]} {note}" for t, note in zip(found.totals, notes, strict=True)]
    return Table("compare.brief", title, columns, notes=tuple(notes))


def _came_and_went(total: Account, found: Comparison, lang: Lang) -> Iterator[_Row]:
    """Money since the earlier day: billed, collected or settled, newly overdue."""
    currency, money = total.party[2], total.money
    late = [
        m.money.closing
        for m in found.moves
        if m.party[2] == currency and found.shift_of(m) is Shift.NEWLY_OVERDUE
    ]
    sums = {
        "billed": money.billed,
        "unlisted": money.unlisted,
        "collected": money.collected,
        "unsaid": money.unsaid,
        "written_off": money.written_off,
        "gone": money.gone,
        "newly_overdue": sum(late),
    }
    for key, minor in sums.items():
        if minor or (key == "collected" and found.is_dated):
            label = text(f"compare.since_{key}", lang)
            yield _Row(label, currency, "", show(minor, currency), "", "", Tone.PLAIN)


def _changed(one: FigureChange, lang: Lang) -> _Row:
    word, tone = direction(one, lang)
    return _Row(
        figure_label(one.name, lang), one.currency,
        figure_shown(one.name, one.old, one.currency, lang),
        figure_shown(one.name, one.new, one.currency, lang),
        difference(one, lang), word, tone,
    )  # fmt: skip


def _between(one: Collected, found: Comparison, lang: Lang) -> Iterator[_Row]:
    first, last = found.days
    facts = {"collected": show(one.collected, one.currency), "due": show(one.due, one.currency)}
    if one.rate is not None and found.is_dated:
        label = text("compare.rate_between", lang)
        formula = text("compare.rate_formula", lang, first=first, last=last, **facts)
        yield _Row(label, one.currency, "—", percent(one.rate), "", "", Tone.PLAIN, formula)
    if one.cei is not None:
        label, formula = text("compare.cei_between", lang), cei_formula(one, lang)
        yield _Row(label, one.currency, "—", percent(one.cei), "", "", Tone.PLAIN, formula)


def cei_formula(one: Collected, lang: Lang) -> str:
    """Both sides of the collection effectiveness in figures."""
    names = ("opening", "grown", "lost", "closing", "current")
    facts = {name: show(getattr(one, name), one.currency) for name in names}
    return text("compare.cei_formula", lang, **facts)


def figure_label(name: str, lang: Lang) -> str:
    """The figure's name, as the ratios call it."""
    return text(f"compare.figure_{name}" if name in MONEY else f"ratios.{name}", lang)


def figure_shown(name: str, value: Fraction | None, currency: str, lang: Lang) -> str:
    """A figure in its unit; — where it is not known."""
    if value is None:
        return "—"
    if name in MONEY:
        return show(int(value), currency)
    if name in _DAYS:
        return text("ratios.unit_days", lang, value=places(value, 1))
    if name == "turnover":
        return text("ratios.unit_times", lang, value=places(value, 2))
    return percent(value)


def difference(one: FigureChange, lang: Lang) -> str:
    """By how much, in its own unit and relative to what it was: both (X-17)."""
    if one.old is None or one.new is None:
        return ""
    by = one.new - one.old
    sign = "+" if by > 0 else ""
    if one.name in MONEY:
        own = show(int(by), one.currency)
    elif one.name in _DAYS or one.name == "turnover":
        own = figure_shown(one.name, by, one.currency, lang)
    else:
        own = text("compare.points", lang, value=places(by * 100, 2))
    if not one.old or not by:
        return f"{sign}{own}"
    return text("compare.both", lang, own=f"{sign}{own}", share=f"{sign}{percent(by / one.old)}")


def direction(one: FigureChange, lang: Lang) -> tuple[str, Tone]:
    """▲ 上升（变差）: an arrow, a word, and whether that is good."""
    if one.old is None or one.new is None:
        return "", Tone.MUTED
    if one.old == one.new:
        return text("compare.same", lang), Tone.PLAIN
    key = "up" if one.new > one.old else "down"
    good = one.name in (HIGHER_IS_BETTER if key == "up" else LOWER_IS_BETTER)
    judged = one.name in HIGHER_IS_BETTER | LOWER_IS_BETTER
    if not judged:
        return text(f"compare.{key}", lang), Tone.PLAIN
    word = text(f"compare.{key}_{'better' if good else 'worse'}", lang)
    return word, Tone.GOOD if good else Tone.BAD
