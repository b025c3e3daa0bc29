"""Does it get better: `arcollect trend`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.emit import Answer, choose, emit
from arcollect.cli.fail_on import judge
from arcollect.cli.options import Answering, ReadingMaybe, Remembering
from arcollect.cli.outcome.states import state_now
from arcollect.cli.remembered import recall, snapshot_of
from arcollect.cli.remembered.place import place_of
from arcollect.cli.steps import note, problems, read, stand_documents
from arcollect.errors import UsageError, message
from arcollect.text import text

if TYPE_CHECKING:
    from arcollect.analysis.outcome.compare.evidence import Evidence
    from arcollect.analysis.outcome.trend.series import Point, Receipts
    from arcollect.analysis.position import Position
    from arcollect.cli.steps import Book
    from arcollect.register.entries import History, Snapshot
    from arcollect.text import Lang
    from arcollect.views.table import Part, Table

app = single()
Typed = str | None


@dataclass(frozen=True, slots=True)
class Looking:
    """Which series, and which of targets, plan and what-if."""

    period: Annotated[Typed, typer.Option("--period", metavar="d|w|m|q", help="help.period")] = None
    targets: Annotated[bool, typer.Option("--targets", help="help.targets")] = False
    plan: Annotated[bool, typer.Option("--plan", help="help.plan")] = False
    what_if_dso: Annotated[
        Typed, typer.Option("--what-if-dso", metavar="DAYS", help="help.what_if_dso")
    ] = None

    @property
    def flag(self) -> str:
        """The option that needs a ledger, "" for none."""
        asked = {"--targets": self.targets, "--plan": self.plan, "--what-if-dso": self.what_if_dso}
        return next((name for name, given in asked.items() if given), "")


@app.command(cls=Command)
@spread
def trend(
    looking: Looking, remembering: Remembering, reading: ReadingMaybe, out: Answering
) -> None:
    """The kept states as a series; targets, plan and what-if on top (R003-05…R003-16)."""
    refuse_unclear(looking, has_ledger=bool(reading.ledger))
    if not reading.ledger:
        _register_alone(looking, remembering, reading, out)
        return
    from arcollect.analysis.outcome.trend.series import receipts_of, series

    book = read(reading, remembering.flags())
    position, history = stand_documents(book), recall(book)
    receipts = receipts_of(position)
    if looking.flag:
        tables = _asked(book, position, history, looking, receipts)
        found = problems(book, position)
        emit(Answer("trend", book.lang, tables, None, book.as_of, found, book.inputs), out)
    else:
        states = _states(book, position, history, looking.period or "d")
        _emit(states, series(states, receipts, _told(states, position)), book.lang, out)
    note(book, position)
    judge(book, position)


def refuse_unclear(looking: Looking, *, has_ledger: bool) -> None:
    """A mistyped choice is told before the work; targets and plan need a ledger."""
    from arcollect.analysis.outcome.trend.series import PERIODS

    if looking.period is not None and looking.period not in PERIODS:
        said = message("trend_why.period", asked=looking.period)
        raise UsageError(said, message("trend_why.period_hint", known=PERIODS))
    if looking.flag and not has_ledger:
        raise UsageError(
            message("trend_why.needs_ledger", flag=looking.flag),
            message("trend_why.needs_ledger_hint", flag=looking.flag),
        )
    _days(looking.what_if_dso)


def _register_alone(
    looking: Looking, remembering: Remembering, reading: ReadingMaybe, out: Answering
) -> None:
    """The series of a register, without any ledger: no receipts then."""
    from arcollect.analysis.outcome.trend.series import chosen, series
    from arcollect.register.store import whole

    place = place_of((), remembering, reading)
    place.refuse_without()
    heads = chosen(whole.history(place.path).snapshots, looking.period or "d")
    if not heads:
        raise UsageError(message("trend_why.nothing"), message("trend_why.nothing_hint"))
    states = [whole.snapshot(place.path, head) for head in heads]
    _emit(states, series(states), place.lang, out)


def _states(book: Book, position: Position, history: History, period: str) -> list[Snapshot]:
    """The kept states up to this day, and the ledger's own as the last one."""
    from arcollect.analysis.outcome.trend.series import chosen

    now = state_now(book, position)
    heads = [head for head in history.snapshots if head.as_of < book.as_of]
    kept = chosen([*heads, now.head], period)
    return [now if head is now.head else snapshot_of(book, head) for head in kept]


def _told(states: list[Snapshot], position: Position) -> Evidence | None:
    """What the ledger says of the time since the state before its own."""
    from arcollect.analysis.outcome.compare.evidence import evidence

    return evidence(position, states[-2].head.as_of) if len(states) > 1 else None


def _emit(states: list[Snapshot], points: tuple[Point, ...], lang: Lang, out: Answering) -> None:
    """A page with bars for readers, tables for scripts."""
    from pathlib import Path

    from arcollect.views.outcome.trend import series_charts, series_tables
    from arcollect.views.table import Page

    tables = series_tables(points, lang)
    target = Path(out.output) if out.output and out.output != "-" else None
    chosen = choose(out.format, target, is_page=False)
    if chosen in {"table", "html", "xlsx"} and tables:
        parts: tuple[Part, ...] = (*series_charts(points, lang), *tables)
        page = Page("trend", text("trend.page", lang), parts)
        emit(Answer("trend", lang, (), page, states[-1].head.as_of), replace(out, format=chosen))
    else:
        emit(Answer("trend", lang, tables, None, states[-1].head.as_of), out)


def _asked(
    book: Book, position: Position, history: History, looking: Looking, receipts: Receipts
) -> list[Table]:
    """Targets, plan, what-if: those that were asked for, in that order."""
    from arcollect.analysis.outcome.trend.plan import planned, released
    from arcollect.analysis.standing.aging import age
    from arcollect.analysis.standing.ratios import measure
    from arcollect.views.outcome.trend import plan_table, release_table

    tables: list[Table] = []
    if looking.targets:
        tables += _targets(book, position, history)
    if looking.plan:
        if not book.policy.targets.plan:
            raise UsageError(message("trend.no_plan"))
        months = planned(receipts, book.as_of, book.policy)
        tables.append(plan_table(months, book.policy, book.lang))
    if (wanted := _days(looking.what_if_dso)) is not None:
        ratios = measure(position, age(position, book.policy), book.policy)
        free = released(position, ratios, wanted, book.policy)
        tables.append(release_table(free, book.lang))
    return tables


def _targets(book: Book, position: Position, history: History) -> list[Table]:
    from arcollect.analysis.outcome.compare.comparison import compare
    from arcollect.analysis.outcome.compare.evidence import evidence
    from arcollect.analysis.outcome.trend.targets import Known, judge_targets
    from arcollect.views.outcome.trend import target_tables

    now, base = state_now(book, position), _base(book, history)
    change = None
    if base is not None:
        told = evidence(position, base.head.as_of)
        change = compare(base, now, book.policy.aging.buckets, told)
    found = judge_targets(Known(position, now, base, change, history), book.policy)
    since = base.head.as_of if base else None
    return target_tables(found, since, book.policy, book.lang)


def _base(book: Book, history: History) -> Snapshot | None:
    """The state that targets start from: of `targets.since`, else the earliest kept."""
    heads = sorted(
        (head for head in history.snapshots if head.as_of < book.as_of), key=lambda h: h.as_of
    )
    since = book.policy.targets.since
    if since is not None:
        heads = [head for head in heads if head.as_of <= since][-1:]
    return snapshot_of(book, heads[0]) if heads else None


def _days(raw: str | None) -> Fraction | None:
    if raw is None:
        return None
    try:
        days = Decimal(raw.strip())
    except InvalidOperation:
        days = Decimal(-1)
    if not days.is_finite() or days < 0:
        raise UsageError(message("trend_why.dso", raw=raw))
    return Fraction(days)
