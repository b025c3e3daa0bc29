"""The whole picture on one screen: `arcollect LEDGER`."""

from __future__ import annotations

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.emit import Answer, emit
from arcollect.cli.fail_on import judge
from arcollect.cli.options import Answering, Reading
from arcollect.cli.start.finding import find_out
from arcollect.cli.steps import note, problems, read, stand

app = single()


@app.command(cls=Command)
@spread
def summary(reading: Reading, out: Answering) -> None:
    """Headline figures, the worst names and what to do first; writes nothing."""
    from arcollect.views.summary import summary_page

    book = read(reading)
    position = stand(book)
    page = summary_page(find_out(book, position), book.lang)
    found = problems(book, position)
    emit(Answer("summary", book.lang, (), page, book.as_of, found, book.inputs), out)
    note(book, position)
    judge(book, position)
