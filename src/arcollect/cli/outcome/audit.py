"""What in the books is worth a second look: `arcollect audit`."""

from __future__ import annotations

from dataclasses import replace

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.emit import Answer, emit
from arcollect.cli.fail_on import judge
from arcollect.cli.options import Answering, Reading, Remembering
from arcollect.cli.remembered import recall
from arcollect.cli.steps import note, problems, read, stand_documents

app = single()


@app.command(cls=Command)
@spread
def audit(reading: Reading, remembering: Remembering, out: Answering) -> None:
    """Integrity hints with their rows, and what could not be checked (R003-71…77)."""
    from arcollect.analysis.outcome.audit.audit import audit as examine
    from arcollect.views.outcome.audit import audit_pages, audit_tables, rows_table

    book = read(reading, remembering.flags())
    position = stand_documents(book)
    answer = examine(position, recall(book), book.policy)
    tables = audit_tables(answer, book.as_of, book.lang)
    sheets = audit_pages(answer, book.as_of, book.lang)
    found = problems(book, position)
    said = Answer("audit", book.lang, tables, None, book.as_of, found, book.inputs, sheets)
    rows = [rows_table(answer, book.lang)]
    emit(replace(said, details=rows, source=book.ledger.source), out)
    note(book, position)
    judge(book, position)
