"""What lateness costs: `arcollect fee`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.emit import Answer, emit
from arcollect.cli.options import Answering, Reading
from arcollect.cli.steps import given, judge, note, problems, read, stand_documents
from arcollect.cli.talk.telling import tell
from arcollect.text import text

app = single()


@dataclass(frozen=True, slots=True)
class Scheme:
    """How days become money."""

    scheme: Annotated[
        str | None,
        typer.Option("--scheme", metavar="flat|tiered|retroactive", help="help.fee_scheme"),
    ] = None


@app.command(cls=Command)
@spread
def fee(scheme: Scheme, reading: Reading, out: Answering) -> None:
    """The late fee of every item that has a contractual basis, with its steps (U-22)."""
    from arcollect.analysis.claims.late_fee import late_fee
    from arcollect.views.claims.late_fee import fee_tables

    book = read(reading, given(("--scheme", "fee.scheme", scheme.scheme)))
    position = stand_documents(book)
    tables = fee_tables(late_fee(position, book.policy), book.lang)
    found = problems(book, position)
    emit(Answer("fee", book.lang, tables, None, book.as_of, found, book.inputs), out)
    if scheme.scheme and book.policy.fee.basis != "contract" and not book.reading.quiet:
        tell(text("cli.scheme_unused", book.lang, scheme=scheme.scheme), "yellow")
    note(book, position)
    judge(book, position)
