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


def set_off_with(word: str | None, book: Book, position: Position) -> SetOff | None:
    """Who of our customers is owed by us too (R003-90); None where no file was named."""
    from arcollect.analysis.set_off import set_off

    return set_off(position, _payables(word, book)) if word is not None else None


def _payables(word: str, book: Book) -> Position:
    """The payables at the ledger's own as-of date, read as receivables are.

    What was said about the ledger's columns, sheets and typed-in books is not about this
    file. UsageError where it is the ledger itself.
    """
    from arcollect.analysis.position import stand
    from arcollect.cli.reader import read_ledger
    from arcollect.cli.steps import refuse_exclusions
    from arcollect.ledger.options import ReadOptions

    alone = book.policy.model_copy(update={"columns": {}, "books": type(book.policy)().books})
    asked = replace(book.reading, profile=None)
    ledger = read_ledger(ledger_files([word]), alone, ReadOptions(is_payables=True), asked)
    if ledger.source.sha256 == book.ledger.source.sha256:
        raise UsageError(message("cli.twice", path=word), message("cli.twice_hint"))
    refuse_exclusions(replace(book, ledger=ledger))
    return stand(ledger, book.as_of, alone)
