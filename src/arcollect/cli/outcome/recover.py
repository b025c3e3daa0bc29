"""Which way to get an old debt back: `arcollect recover`."""

from __future__ import annotations

from dataclasses import dataclass

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.emit import Answer, emit
from arcollect.cli.options import Answering, Customer, Reading
from arcollect.cli.steps import judge, note, problems, read, stand_documents
from arcollect.errors import UsageError, message

app = single()


@dataclass(frozen=True, slots=True)
class Whose:
    """All old debts, or one customer's."""

    customer: Customer = None


@app.command(cls=Command)
@spread
def recover(whose: Whose, reading: Reading, out: Answering) -> None:
    """The ways to recover old or red debts, side by side (R000-33…40, U-31)."""
    from arcollect.analysis.claims.late_fee import late_fee
    from arcollect.analysis.outcome.recover.weigh import recover as weigh_all
    from arcollect.views.outcome.recover import recover_tables

    book = read(reading)
    position = stand_documents(book)
    fees = late_fee(position, book.policy)
    answer = weigh_all(position, fees, book.policy, whose.customer)
    if whose.customer and not (answer.weighed or answer.nothing_left):
        raise UsageError(message("recover_why.no_overdue", asked=whose.customer))
    tables = recover_tables(answer, book.lang)
    found = problems(book, position)
    emit(Answer("recover", book.lang, tables, None, book.as_of, found, book.inputs), out)
    note(book, position)
    judge(book, position)
