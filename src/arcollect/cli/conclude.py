"""The end of a command: the answer, what to look at, and exit 1 where that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from arcollect.cli.emit import Answer, emit
from arcollect.cli.fail_on import judge
from arcollect.cli.steps import note, problems

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.cli.options import Answering
    from arcollect.cli.steps import Book
    from arcollect.views.table import Page, Table


def conclude(
    book: Book,
    position: Position,
    command: str,
    tables: Sequence[Table],
    out: Answering,
    page: Page | None = None,
) -> None:
    """Emit the answer of one command, say on stderr how much is to be looked at, and judge.

    The order matters: who fails on a finding (`--fail-on`, exit 1) has the answer already.
    """
    found = problems(book, position)
    said = Answer(command, book.lang, tables, page, book.as_of, found, book.inputs)
    emit(replace(said, source=book.ledger.source), out)
    note(book, position)
    judge(book, position)
