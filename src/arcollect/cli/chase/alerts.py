"""Traffic lights, and the emergency checklist: `arcollect alerts`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.emit import Answer, emit
from arcollect.cli.fail_on import judge
from arcollect.cli.options import Answering, Customer, Reading, Remembering
from arcollect.cli.standing.scored import watched
from arcollect.cli.steps import note, problems, read, stand
from arcollect.cli.words.currency import rates_named
from arcollect.errors import UsageError, message
from arcollect.text import text

if TYPE_CHECKING:
    from arcollect.analysis.chase.alerts.signal import Alerts
    from arcollect.analysis.position import Position
    from arcollect.cli.steps import Book

app = single()


@dataclass(frozen=True, slots=True)
class Watching:
    """Whose lights, or the checklist."""

    customer: Customer = None
    emergency: Annotated[bool, typer.Option("--emergency", help="help.emergency")] = False
    opinion: Annotated[bool, typer.Option("--opinion", help="help.opinion")] = False


@app.command(cls=Command)
@spread
def alerts(watching: Watching, reading: Reading, remembering: Remembering, out: Answering) -> None:
    """A light for every customer and for the whole, with response and deadline (R003-60)."""
    book = read(reading, remembering.flags())
    position = stand(book)
    if watching.opinion:
        emit(_opinion(book), out)
    else:
        lights = watched(book, position)
        answer = _checklists if watching.emergency else _lights
        said = answer(book, position, lights, watching.customer)
        emit(replace(said, source=book.ledger.source), out)
    note(book, position)
    judge(book, position)


def _opinion(book: Book) -> Answer:
    """One page to print and fill in; nothing of the ledger stands on it."""
    from arcollect.views.chase.alerts import opinion_page

    page = opinion_page(book.policy, book.lang)
    return Answer("alerts", book.lang, (), page, book.as_of, problems(book), book.inputs, (page,))


def _lights(book: Book, position: Position, lights: Alerts, customer: str | None) -> Answer:
    from arcollect.views.chase.alerts import alert_tables

    tables = alert_tables(lights, book.policy, book.lang, customer)
    if customer and not len(tables[0]):
        raise UsageError(message("cli.no_customer", asked=customer))
    tables = rates_named(tables, position, book.lang)
    found = problems(book, position)
    return Answer("alerts", book.lang, tables, None, book.as_of, found, book.inputs)


def _checklists(book: Book, position: Position, lights: Alerts, customer: str | None) -> Answer:
    """One page per emergency, from the as-of date on; one sheet each in a workbook."""
    from arcollect.views.chase.alerts import emergency_pages, no_emergency
    from arcollect.views.table import Page

    pages = emergency_pages(lights, book.as_of, book.policy, book.lang, customer)
    if customer and not pages:
        raise UsageError(message("cli.no_customer", asked=customer))
    parts = tuple(part for page in pages for part in (page.title, *page.parts))
    none = no_emergency(book.policy, book.lang)
    title = pages[0].title if len(pages) == 1 else text("alerts.emergencies_title", book.lang)
    page = pages[0] if len(pages) == 1 else Page("emergency", title, parts or (none,))
    found = problems(book, position)
    return Answer("alerts", book.lang, (), page, book.as_of, found, book.inputs, pages)
