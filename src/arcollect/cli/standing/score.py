"""1 to 100, indicator by indicator: `arcollect score`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.conclude import conclude
from arcollect.cli.options import Answering, Customer, Reading, Remembering
from arcollect.cli.standing.scored import scored
from arcollect.cli.steps import read, stand
from arcollect.cli.words.currency import rates_named
from arcollect.errors import UsageError, message

app = single()


@dataclass(frozen=True, slots=True)
class Cards:
    """Whose score, and how much of it."""

    customer: Customer = None
    details: Annotated[bool, typer.Option("--details", help="help.score_details")] = False


@app.command(cls=Command)
@spread
def score(cards: Cards, reading: Reading, remembering: Remembering, out: Answering) -> None:
    """Every customer's score from 1 to 100 with its indicators (R003-27)."""
    from arcollect.views.standing.newcomers import newcomers_table
    from arcollect.views.standing.score import score_table, scorecards

    book = read(reading, remembering.flags())
    position = stand(book)
    answer = scored(book, position)
    tables = [score_table(answer, book.policy, book.lang, cards.customer)]
    if cards.customer and not len(tables[0]):
        raise UsageError(message("cli.no_customer", asked=cards.customer))
    if (new := newcomers_table(answer, book.policy, book.lang, cards.customer)) is not None:
        tables.append(new)
    if cards.customer or cards.details:
        tables += scorecards(answer, book.lang, cards.customer)
    tables = rates_named(tables, position, book.lang)
    conclude(book, position, "score", tables, out)
