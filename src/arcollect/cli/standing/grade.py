"""A to D, and why: `arcollect grade`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.conclude import conclude
from arcollect.cli.options import Answering, Customer, Reading, Remembering
from arcollect.cli.remembered import recall, snapshot_of
from arcollect.cli.standing.scored import segmented, states_before, watched
from arcollect.cli.steps import given, read, stand
from arcollect.cli.words.currency import rates_named
from arcollect.errors import UsageError, message

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.grade import Grades
    from arcollect.analysis.standing.scoring.segment import Segments
    from arcollect.cli.steps import Book
    from arcollect.register.entries import History
    from arcollect.views.table import Table

app = single()

_STATES = 8  # columns of a history that a screen can hold


@dataclass(frozen=True, slots=True)
class Scheme:
    """Which letters, and whose."""

    scheme: Annotated[
        str | None, typer.Option("--scheme", metavar="abcd|abc", help="help.scheme")
    ] = None
    customer: Customer = None
    history: Annotated[bool, typer.Option("--history", help="help.grade_history")] = False


@app.command(cls=Command)
@spread
def grade(scheme: Scheme, reading: Reading, remembering: Remembering, out: Answering) -> None:
    """Every customer's grade with reasons and consequences (U-13, R000-45…48)."""
    from arcollect.analysis.standing.grade import grade as grade_all

    book = read(
        reading,
        (*given(("--scheme", "grade.scheme", scheme.scheme)), *remembering.flags()),
    )
    position = stand(book)
    answer = grade_all(position, book.policy)
    remembered = recall(book)
    segments = segmented(book, position, remembered)
    tables = [_graded(book, answer, segments, remembered, scheme.customer)]
    if scheme.customer and not len(tables[0]):
        raise UsageError(message("cli.no_customer", asked=scheme.customer))
    if scheme.history:
        tables.append(_history(book, answer, remembered, scheme.customer))
    if scheme.customer:
        tables += _before_signing(book, position, answer, segments, remembered, scheme.customer)
    tables = rates_named(tables, position, book.lang)
    conclude(book, position, "grade", tables, out)


def _graded(
    book: Book, answer: Grades, segments: Segments, remembered: History, customer: str | None
) -> Table:
    """The grades; with what they were when last kept, and whose credit data are old."""
    from arcollect.analysis.standing.regrade import kept
    from arcollect.views.standing.grade import grade_table
    from arcollect.views.standing.regraded import stale_notes, with_moves

    table = grade_table(answer, book.lang, customer, segments)
    if not customer:
        table = replace(table, notes=(*table.notes, *stale_notes(segments, book.policy, book.lang)))
    last = states_before(book, remembered)[-1:]
    for head in last:
        table = with_moves(table, answer, kept(snapshot_of(book, head)), book.lang, customer)
    return table


def _history(book: Book, answer: Grades, remembered: History, customer: str | None) -> Table:
    """The grades of the last states kept, one column each (R001-04)."""
    from arcollect.analysis.standing.regrade import kept
    from arcollect.views.standing.regraded import history_table

    heads = states_before(book, remembered)[-_STATES:]
    return history_table(answer, [kept(snapshot_of(book, h)) for h in heads], book.lang, customer)


def _before_signing(
    book: Book,
    position: Position,
    answer: Grades,
    segments: Segments,
    remembered: History,
    customer: str,
) -> list[Table]:
    """What to look up before a contract is signed, one table per own company (R003-55)."""
    from arcollect.analysis.asked import is_asked_for
    from arcollect.views.chase.alerts.signing import signing_table, stranger_table

    grades = {one.customer_key: one for one in answer.grades}
    scores = {one.score.account: one.score for one in segments.segments}
    lights = watched(book, position, remembered, segments).customers
    known = {light.customer_key for light in lights}
    sheets = [
        signing_table(
            light, grades.get(light.customer_key), scores[light.account],
            book.as_of, book.policy, book.lang,
        )
        for light in lights
        if is_asked_for(customer, light.customer, light.customer_key)
    ]  # fmt: skip
    strangers = (
        one.customer
        for one in answer.grades
        if one.customer_key not in known and is_asked_for(customer, one.customer, one.customer_key)
    )
    return [*sheets, *(stranger_table(name, book.lang) for name in strangers)]
