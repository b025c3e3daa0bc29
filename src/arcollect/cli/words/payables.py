"""Which file the word after --ap names: what we owe our suppliers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from arcollect.cli.words.inputs import ledger_files
from arcollect.errors import UsageError, message

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.analysis.set_off import SetOff
    from arcollect.cli.steps import Book


def set_off_with(word: str, book: Book, position: Position) -> SetOff:
    """Who of our customers is owed by us too (R003-90).

    UsageError where a sheet of the ledger itself would count as payables: one workbook
    may hold both, one sheet may not.
    """
    from arcollect.analysis.set_off import ledger_sheets, set_off

    payables = _payables(word, book)
    one, other = ({sheet.sheet for sheet in ledger_sheets(p)} for p in (position, payables))
    is_same = payables.ledger.source.sha256 == position.ledger.source.sha256
    if is_same and one & other:
        raise UsageError(message("cli.twice", path=word), message("cli.twice_hint"))
    return set_off(position, payables)


def _payables(word: str, book: Book) -> Position:
    """The payables at the ledger's own as-of date, read as receivables are.

    What was said about the ledger's columns, sheets and typed-in books is not about this
    file.
    """
    from arcollect.analysis.position import stand
    from arcollect.cli.reader import read_ledger
    from arcollect.cli.steps import refuse_exclusions
    from arcollect.ledger.options import ReadOptions

    alone = book.policy.model_copy(update={"columns": {}, "books": type(book.policy)().books})
    asked = replace(book.reading, profile=None)
    ledger = read_ledger(ledger_files([word]), alone, ReadOptions(is_payables=True), asked)
    refuse_exclusions(replace(book, ledger=ledger))
    return stand(ledger, book.as_of, alone)
