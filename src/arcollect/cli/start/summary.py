"""The whole picture on one screen: `arcollect LEDGER`."""

from __future__ import annotations

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.conclude import conclude
from arcollect.cli.options import Answering, Reading
from arcollect.cli.outcome.states import with_changes
from arcollect.cli.remembered import recall
from arcollect.cli.start.finding import documents_of, find_out
from arcollect.cli.start.sheets import with_list
from arcollect.cli.steps import read, stand

app = single()


@app.command(cls=Command)
@spread
def summary(reading: Reading, out: Answering) -> None:
    """Headline figures, the worst names and what to do first; writes nothing.

    What to do first is the first row of the worklist, by everything that is remembered;
    what changed is told against the last state that a report kept.
    """
    from arcollect.views.summary import summary_page

    book = read(reading)
    position, history = stand(book), recall(book)
    found_out = find_out(book, position, history)
    documents = documents_of(book, position)
    found_out = with_list(book, found_out, documents, history)
    if history.snapshots:
        found_out, _ = with_changes(book, found_out, documents, history)
    page = summary_page(found_out, book.lang)
    conclude(book, position, "summary", (), out, page)
