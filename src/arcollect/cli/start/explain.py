"""Where each figure comes from: `arcollect explain`."""

from __future__ import annotations

from dataclasses import replace

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.conclude import conclude
from arcollect.cli.options import Answering, Reading
from arcollect.cli.start.finding import find_out
from arcollect.cli.steps import read, stand_documents
from arcollect.errors import UsageError, message

app = single()


@app.command(cls=Command)
@spread
def explain(reading: Reading, out: Answering) -> None:
    """A document number or a customer, back to its cells, dates and rules."""
    from arcollect.views.explain import explain_page

    if len(reading.ledger) < 2:
        raise UsageError(message("cli.explain_what"), message("cli.explain_what_hint"))
    *ledgers, what = reading.ledger
    book = read(replace(reading, ledger=list(ledgers)))
    position = stand_documents(book)
    page = explain_page(find_out(book, position), book.lang, what)
    conclude(book, position, "explain", (), out, page)
