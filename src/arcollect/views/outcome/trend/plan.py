"""Plan against collections, and what a shorter DSO would release."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.figures import short_percent
from arcollect.money import show
from arcollect.text import Lang, say, text
from arcollect.views.amounts import percent, places
from arcollect.views.columns import Columns
from arcollect.views.outcome.compare.rolls import share
from arcollect.views.table import Kind, Table, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arcollect.analysis.outcome.trend.plan import PlanMonth, Released
    from arcollect.policy import Policy

_TONES = {"short": Tone.BAD, "met": Tone.GOOD, "running": Tone.PLAIN, "unknown": Tone.MUTED}


def plan_table(months: Sequence[PlanMonth], policy: Policy, lang: Lang) -> Table:
    """One row per planned month, in base currency (R003-09)."""
    currency = policy.base_currency
    limit = short_percent(policy.targets.plan_alert_below)
    tones = [_TONES[one.verdict] for one in months]
    column = Columns("trend.", list(months), lang, currency)
    columns = (
        column("month", Kind.TEXT, lambda m: m.month, wide=True),
        column.money("planned", lambda m: m.plan_minor, summed=True),
        column.money("collected", lambda m: m.collected_minor, summed=True),
        column("of_plan", Kind.PERCENT, lambda m: share(m.share), tones),
        column(
            "verdict", Kind.TEXT, lambda m: text(f"trend.plan_{m.verdict}", lang, limit=limit),
            tones,
        ),
    )  # fmt: skip
    title = text("trend.plan", lang, currency=currency)
    label = text("common.total", lang)
    notes = (text("trend.plan_note", lang, limit=limit),)
    return Table(f"trend.plan.{currency}", title, columns, (), notes, label)


def release_table(rows: Sequence[Released], lang: Lang) -> Table:
    """Cash released by a shorter DSO, with its formula (R003-14, X-31)."""
    column = Columns("trend.", list(rows), lang)
    columns = (
        column("currency", Kind.TEXT, lambda r: r.currency),
        column("dso_now", Kind.NUMBER, lambda r: places(r.dso, 1)),
        column("dso_wanted", Kind.NUMBER, lambda r: places(r.wanted, 1)),
        column.figures("released", lambda r: show(r.released_minor, r.currency)),
        column("of_sales", Kind.PERCENT, lambda r: share(r.share)),
        column.words("formula", lambda r: _formula(r, lang)),
    )
    notes = [text("trend.release_note", lang, share=percent(Fraction(10, rows[0].day_basis)))]
    notes += dict.fromkeys(text("trend.revenue", lang, source=say(r.source, lang)) for r in rows)
    return Table("trend.release", text("trend.release", lang), columns, (), tuple(notes))


def _formula(one: Released, lang: Lang) -> str:
    return text(
        "trend.release_formula", lang,
        revenue=show(one.revenue_minor, one.currency), days=one.day_basis,
        now=places(one.dso, 4), wanted=places(one.wanted, 1),
    )  # fmt: skip
