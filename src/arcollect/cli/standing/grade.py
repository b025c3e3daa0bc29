"""A to D, and why: `arcollect grade`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.conclude import conclude
from arcollect.cli.options import Answering, Customer, Reading, Remembering
from arcollect.cli.standing.scored import segmented
from arcollect.cli.steps import given, read, stand
from arcollect.cli.words.currency import rates_named
from arcollect.errors import UsageError, message

app = single()


@dataclass(frozen=True, slots=True)
class Scheme:
    """Which letters, and whose."""

    scheme: Annotated[
        str | None, typer.Option("--scheme", metavar="abcd|abc", help="help.scheme")
    ] = None
    customer: Customer = None


@app.command(cls=Command)
@spread
def grade(scheme: Scheme, reading: Reading, remembering: Remembering, out: Answering) -> None:
    """Every customer's grade with reasons and consequences (U-13, R000-45…48)."""
    from arcollect.analysis.standing.grade import grade as grade_all
    from arcollect.views.standing.grade import grade_table

    book = read(
        reading,
        (*given(("--scheme", "grade.scheme", scheme.scheme)), *remembering.flags()),
    )
    position = stand(book)
    answer = grade_all(position, book.policy)
    segments = segmented(book, position)
    tables = [grade_table(answer, book.lang, scheme.customer, segments)]
    if scheme.customer and not len(tables[0]):
        raise UsageError(message("cli.no_customer", asked=scheme.customer))
    tables = rates_named(tables, position, book.lang)
    conclude(book, position, "grade", tables, out)
