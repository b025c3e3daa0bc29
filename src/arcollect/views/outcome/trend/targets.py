"""Targets, weighted goals, bonus."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.figures import short_percent
from arcollect.money import half_up
from arcollect.text import Lang, say, text
from arcollect.views.amounts import percent, places
from arcollect.views.columns import Columns
from arcollect.views.outcome.compare.rolls import share
from arcollect.views.table import Kind, Table, Tone

if TYPE_CHECKING:
    import datetime as dt

    from arcollect.analysis.outcome.trend.targets import Target, Targets
    from arcollect.policy import Policy

_TONES = {True: Tone.GOOD, False: Tone.BAD, None: Tone.MUTED}


def target_tables(found: Targets, since: dt.date | None, policy: Policy, lang: Lang) -> list[Table]:
    """Targets first, then weighted goals, then the bonus; empty ones are left out."""
    tables = [_targets(found, since, lang)]
    tables += [_goals(found, lang)] if found.scores else []
    tables += [_bonus(found, policy, lang)] if found.bonuses else []
    return tables


def _targets(found: Targets, since: dt.date | None, lang: Lang) -> Table:
    rows = found.targets
    tones = [_TONES[one.is_met] for one in rows]
    column = Columns("trend.", list(rows), lang)
    columns = (
        column("target", Kind.TEXT, lambda t: text(f"trend.target_{t.name}", lang), wide=True),
        column.figures("base", lambda t: _shown(t, t.base, lang)),
        column.figures("now", lambda t: _shown(t, t.now, lang)),
        column.figures("wanted", lambda t: _wanted(t, lang)),
        column.figures("change", lambda t: _change(t, lang)),
        column("verdict", Kind.TEXT, lambda t: _verdict(t, lang), tones, wide=True),
        column.words("formula", lambda t: _formula(t, lang), minor=True),
        column("source", Kind.TEXT, lambda t: t.goal.source, minor=True),
    )
    start = text("trend.since", lang, since=since) if since else text("trend.no_base", lang)
    notes = [say(warning, lang) for warning in found.warnings]
    notes += [] if rows else [text("trend.no_targets", lang)]
    notes += _explained({one.name for one in rows}, lang)
    title = text("trend.targets", lang, currency=found.currency)
    return Table(f"trend.targets.{found.currency}", title, columns, (start,), tuple(notes))


def _explained(names: set[str], lang: Lang) -> list[str]:
    """What a figure of the article is worth (R003-13), and what the log has to say (R003-80)."""
    notes = {"bad_debt_ratio": "trend.bad_debt_note", "evidence_days": "trend.evidence_note"}
    return [text(key, lang) for name, key in notes.items() if name in names]


def _formula(target: Target, lang: Lang) -> str:
    """What was divided by what; figures of one day are explained where they are made."""
    if target.sums is not None:
        return " ÷ ".join(target.sums)
    is_ratio = target.name in {"dso", "dso_cut", "turnover", "turnover_gain", "collection_rate"}
    return text("trend.see_ratios", lang) if is_ratio and target.now is not None else ""


def _shown(target: Target, value: Fraction | None, lang: Lang) -> str:
    if value is None:
        return "—"
    if target.goal.unit == "share":
        return percent(value)
    if target.goal.unit == "money":
        return f"{places(value, 2):,}"
    digits = 1 if target.goal.unit == "days" else 2
    return text(f"ratios.unit_{target.goal.unit}", lang, value=places(value, digits))


def _wanted(target: Target, lang: Lang) -> str:
    if target.target is None:
        return "—"
    key = "at_most" if target.goal.lower else "at_least"
    return text(f"trend.{key}", lang, value=_shown(target, target.target, lang))


def _change(target: Target, lang: Lang) -> str:
    """Since the start, in its own unit and relative to it: both (X-17, X-19)."""
    if target.base is None or target.now is None:
        return ""
    by = target.now - target.base
    sign = "+" if by > 0 else ""
    own = (
        text("compare.points", lang, value=places(by * 100, 2))
        if target.goal.unit == "share"
        else _shown(target, by, lang)
    )
    if not target.base:
        return f"{sign}{own}"
    relative = f"{sign}{percent(by / target.base)}"
    return text("compare.both", lang, own=f"{sign}{own}", share=relative)


def _verdict(target: Target, lang: Lang) -> str:
    if target.needs is not None:
        return say(target.needs, lang)
    return text("trend.met" if target.is_met else "trend.not_met", lang)


def _goals(found: Targets, lang: Lang) -> Table:
    """Each person's goals, and what they add up to (R003-15, X-29)."""
    rows = found.scores
    column = Columns("trend.", list(rows), lang)
    columns = (
        column("owner", Kind.TEXT, lambda s: s.goal.owner, wide=True),
        column("goal", Kind.TEXT, lambda s: s.goal.name),
        column("group", Kind.TEXT, lambda s: _word("group", s.goal.group, lang), minor=True),
        column("weight", Kind.PERCENT, lambda s: share(s.goal.weight)),
        column("wanted", Kind.TEXT, lambda s: _number(s.goal.target)),
        column("actual", Kind.TEXT, lambda s: "—" if s.actual is None else _number(s.actual)),
        column("scope", Kind.TEXT, lambda s: _word("scope", s.scope, lang), minor=True),
        column("attainment", Kind.PERCENT, lambda s: share(s.attainment)),
        column("points", Kind.PERCENT, lambda s: share(s.points)),
    )
    notes = [text("trend.goals_note", lang)]
    for owner in dict.fromkeys(score.goal.owner for score in rows):
        mine = [score.points for score in rows if score.goal.owner == owner]
        known = sum((p for p in mine if p is not None), Fraction(0))
        open_ = sum(p is None for p in mine)
        key = "trend.goals_open" if open_ else "trend.goals_sum"
        notes.append(text(key, lang, owner=owner, points=percent(known), count=open_))
    return Table("trend.goals", text("trend.goals", lang), columns, (), tuple(notes))


def _word(what: str, which: str, lang: Lang) -> str:
    return text(f"trend.{what}_{which}", lang) if which else ""


def _number(value: Fraction) -> str:
    """A goal up to 1 is a share, above it a number of days or times."""
    return percent(value) if value <= 1 else str(places(value, 2))


def _bonus(found: Targets, policy: Policy, lang: Lang) -> Table:
    rows = found.bonuses
    column = Columns("trend.", list(rows), lang, found.currency)
    columns = (
        column("salesperson", Kind.TEXT, lambda b: b.salesperson or "—", wide=True),
        column.money("collected", lambda b: b.collected_minor, summed=True),
        column.money("bonus", lambda b: half_up(b.bonus_minor), summed=True),
    )
    rate = short_percent(policy.targets.bonus_rate or Fraction(0))
    notes = (text("trend.bonus_note", lang, rate=rate),)
    label = text("common.total", lang)
    title = text("trend.bonus_title", lang, currency=found.currency)
    return Table(f"trend.bonus.{found.currency}", title, columns, (), notes, label)
