"""The few names to start with: `arcollect pool`."""

from __future__ import annotations

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.conclude import conclude
from arcollect.cli.options import Answering, Reading
from arcollect.cli.steps import read, stand
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
    conclude(book, position, "pool", tables, out)
