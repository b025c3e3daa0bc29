"""What money comes in when: `arcollect forecast`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.emit import Answer, choose, emit
from arcollect.cli.fail_on import judge
from arcollect.cli.options import Answering, Reading, Remembering
from arcollect.cli.remembered import recall
from arcollect.cli.steps import given, note, problems, read, stand_documents

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.payers.forecast import Forecast
    from arcollect.cli.steps import Book
    from arcollect.register.entries import History

app = single()


@dataclass(frozen=True, slots=True)
class Ahead:
    """How far."""

    weeks: Annotated[
        str | None, typer.Option("--weeks", metavar="N", help="help.forecast_weeks")
    ] = None


@app.command(cls=Command)
@spread
def forecast(ahead: Ahead, reading: Reading, register: Remembering, out: Answering) -> None:
    """Expected receipts by week with low, likely and high, tested on the past (R001-16)."""
    from arcollect.views.standing.payers import forecast as views

    flags = (*register.flags(), *given(("--weeks", "forecast.weeks", ahead.weeks)))
    book = read(reading, flags)
    position = stand_documents(book)
    answer = foreseen(book, position)
    target = Path(out.output) if out.output and out.output != "-" else None
    chosen = choose(out.format, target, is_page=False)
    is_read, rules, lang = chosen in {"table", "html"}, book.policy, book.lang
    said = Answer(
        "forecast",
        lang,
        () if is_read else views.forecast_tables(answer, rules, lang),
        views.forecast_page(answer, rules, lang) if is_read else None,
        book.as_of,
        problems(book, position),
        book.inputs,
        views.forecast_pages(answer, rules, lang) if chosen == "xlsx" else (),
        source=book.ledger.source,
    )
    emit(said, Answering(out.output, chosen))
    note(book, position)
    judge(book, position)


def foreseen(book: Book, position: Position, history: History | None = None) -> Forecast:
    """The forecast with promises and disputes of the register.

    position: in the currencies of the documents; history where it was asked for already.
    """
    from arcollect.analysis.chase.history.told import told
    from arcollect.analysis.standing.payers.forecast import forecast as foresee

    known = recall(book) if history is None else history
    return foresee(position, book.policy, told(position, known, book.policy))
