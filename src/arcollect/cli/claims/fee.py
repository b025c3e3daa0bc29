"""What lateness costs: `arcollect fee`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.emit import Answer, emit
from arcollect.cli.fail_on import judge
from arcollect.cli.options import Answering, Reading
from arcollect.cli.steps import given, note, problems, read, stand_documents
from arcollect.cli.talk.telling import tell
from arcollect.text import text

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.cli.steps import Book
    from arcollect.views.table import Table

app = single()


@dataclass(frozen=True, slots=True)
class Scheme:
    """How days become money."""

    scheme: Annotated[
        str | None,
        typer.Option("--scheme", metavar="flat|tiered|retroactive", help="help.fee_scheme"),
    ] = None
    allocate: Annotated[
        str | None, typer.Option("--allocate", metavar="booked|law", help="help.fee_allocate")
    ] = None
    steps: Annotated[bool, typer.Option("--steps", help="help.fee_steps")] = False


@app.command(cls=Command)
@spread
def fee(scheme: Scheme, reading: Reading, out: Answering) -> None:
    """The late fee of every item that has a basis, with its steps (U-22, R-LAW-03)."""
    flags = given(
        ("--scheme", "fee.scheme", scheme.scheme),
        ("--allocate", "fee.allocate", scheme.allocate),
    )
    book = read(reading, flags)
    position = stand_documents(book)
    tables = _tables(position, book, steps_first=scheme.steps)
    found = problems(book, position)
    said = Answer("fee", book.lang, tables, None, book.as_of, found, book.inputs)
    emit(replace(said, source=book.ledger.source), out)
    if scheme.scheme and book.policy.fee.basis != "contract" and not book.reading.quiet:
        tell(text("cli.scheme_unused", book.lang, scheme=scheme.scheme), "yellow")
    note(book, position)
    judge(book, position)


def _tables(position: Position, book: Book, *, steps_first: bool) -> list[Table]:
    """As booked, or with every payment allocated anew by law."""
    if book.policy.fee.allocate == "law":
        from arcollect.analysis.claims.by_law import fees_by_law
        from arcollect.views.claims.fee_by_law import law_tables

        found = fees_by_law(position, book.policy)
        return law_tables(found, book.lang, steps_first=steps_first)
    from arcollect.analysis.claims.late_fee import late_fee
    from arcollect.views.claims.late_fee import fee_tables

    return fee_tables(late_fee(position, book.policy), book.lang, steps_first=steps_first)
