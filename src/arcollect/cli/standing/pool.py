"""The few names to start with: `arcollect pool`."""

from __future__ import annotations

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.emit import Answer, emit
from arcollect.cli.fail_on import judge
from arcollect.cli.options import Answering, Reading
from arcollect.cli.steps import note, problems, read, stand
from arcollect.cli.words.currency import rates_named

app = single()


@app.command(cls=Command)
@spread
def pool(reading: Reading, out: Answering) -> None:
    """The focus pool, worst first (X-07, U-14)."""
    from arcollect.analysis.standing.pool import focus
    from arcollect.views.standing.pool import pool_table

    book = read(reading)
    position = stand(book)
    table = pool_table(focus(position, book.policy), book.lang)
    tables = rates_named([table], position, book.lang)
    found = problems(book, position)
    emit(Answer("pool", book.lang, tables, None, book.as_of, found, book.inputs), out)
    note(book, position)
    judge(book, position)
