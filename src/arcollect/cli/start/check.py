"""What was found, and what is missing: `arcollect check`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.emit import Answer, emit
from arcollect.cli.options import Answering, Reading
from arcollect.cli.steps import Book, judge, problems, read, refuse_exclusions
from arcollect.errors import LedgerError

if TYPE_CHECKING:
    from arcollect.analysis.position import Position

app = single()


@dataclass(frozen=True, slots=True)
class Books:
    """What the general ledger says."""

    gl: Annotated[
        list[str] | None,
        typer.Option(
            "--gl-balance", metavar="[COMPANY/CURRENCY/]1122=AMOUNT", help="help.gl_balance"
        ),
    ] = None


@app.command(cls=Command)
@spread
def check(books: Books, reading: Reading, out: Answering) -> None:
    """What was found in the file, the tie-out, problems, gaps, and what to do first."""
    from arcollect.views.check import check_page
    from arcollect.views.check.books import parse_balances

    book = read(reading)
    position = _position(book)
    stated = parse_balances(books.gl or (), book.policy.default_currency)
    page = check_page(book.ledger, position, book.lang, stated)
    found = problems(book, position)
    emit(Answer("check", book.lang, (), page, book.as_of, found, book.inputs), out)
    refuse_exclusions(book)
    if position is not None:
        judge(book, position)


def _position(book: Book) -> Position | None:
    """A ledger that cannot be aged is still worth checking: the page says why."""
    from arcollect.analysis.position import stand

    try:
        return stand(book.ledger, book.as_of, book.policy)
    except LedgerError:
        return None
