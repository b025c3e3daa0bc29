"""Core, potential, risk or recovery: `arcollect segment`."""

from __future__ import annotations

from dataclasses import dataclass

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.conclude import conclude
from arcollect.cli.options import Answering, Customer, Reading, Remembering
from arcollect.cli.standing.scored import segmented
from arcollect.cli.steps import read, stand
from arcollect.cli.words.currency import rates_named
from arcollect.errors import UsageError, message

app = single()


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose segment."""

    customer: Customer = None


@app.command(cls=Command)
@spread
def segment(whose: Whose, reading: Reading, remembering: Remembering, out: Answering) -> None:
    """Every customer's segment, why, and how it is to be treated (R003-22)."""
    from arcollect.views.standing.segment import segment_table

    book = read(reading, remembering.flags())
    position = stand(book)
    answer = segmented(book, position)
    tables = [segment_table(answer, book.policy, book.lang, whose.customer)]
    if whose.customer and not len(tables[0]):
        raise UsageError(message("cli.no_customer", asked=whose.customer))
    tables = rates_named(tables, position, book.lang)
    conclude(book, position, "segment", tables, out)
