"""On which day customers pay, and how late: `arcollect habits`."""

from __future__ import annotations

from dataclasses import dataclass

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.conclude import conclude
from arcollect.cli.options import Answering, Customer, Reading
from arcollect.cli.steps import read, stand_documents
from arcollect.errors import UsageError, message

app = single()


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose habit."""

    customer: Customer = None


@app.command(cls=Command)
@spread
def habits(whose: Whose, reading: Reading, out: Answering) -> None:
    """Every customer's usual payment day and typical lateness (R003-47, G-07)."""
    from arcollect.analysis.standing.payers.habits import habits as habits_of
    from arcollect.views.standing.payers.habits import habits_tables

    book = read(reading)
    position = stand_documents(book)
    answer = habits_of(position, book.policy)
    tables = habits_tables(answer, book.policy, book.lang, whose.customer)
    if whose.customer and not tables:
        raise UsageError(message("cli.no_customer", asked=whose.customer))
    conclude(book, position, "habits", tables, out)
