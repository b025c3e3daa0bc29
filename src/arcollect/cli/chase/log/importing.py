"""Filled-in worklists and other log sheets into the register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli import clock
from arcollect.cli.bundle import spread
from arcollect.cli.chase.log.adding import must_keep
from arcollect.cli.emit import Answer, emit
from arcollect.cli.options import Answering, Reading, Remembering
from arcollect.cli.remembered import journalled, recall, remember
from arcollect.cli.steps import note, problems, read, stand_documents
from arcollect.cli.talk.telling import tell
from arcollect.cli.words.inputs import SUFFIXES
from arcollect.errors import ArcollectError, LedgerError, message
from arcollect.text import Lang, say, text

if TYPE_CHECKING:
    from arcollect.analysis.chase.log.entries import Taken
    from arcollect.analysis.position import Position
    from arcollect.cli.steps import Book
    from arcollect.ledger.log import LogSheet
    from arcollect.ledger.log.row import LogRow
    from arcollect.register.entries import ContactEntry, History, PromiseEntry


@dataclass(frozen=True, slots=True)
class Sources:
    """What is taken in."""

    sources: Annotated[list[str], typer.Option("--from", metavar="PATH", help="help.log_from")]
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="help.log_on")] = None
    dry_run: Annotated[bool, typer.Option("--dry-run", help="help.log_dry_run")] = False


@spread
def take_in(sources: Sources, reading: Reading, remembering: Remembering, out: Answering) -> None:
    """Every row of the sheets: taken, known already, or refused with its cell (U-41).

    Rows left out are counted on stderr; where none is left, or with `--strict` where one
    is left out, nothing is remembered and the exit code is 3.
    """
    from arcollect.views.chase.log import taken_table

    book = read(reading, remembering.flags())
    if not sources.dry_run:
        must_keep(book)
    position = stand_documents(book)
    found, known = _taken(sources, book, position), _known(recall(book))
    left_out = sum(taken.contact is None for taken in found)
    is_refused = left_out and (book.reading.strict or left_out == len(found))
    fresh = _entries(found, known)
    if fresh and not (sources.dry_run or is_refused):
        remember(book, fresh, journalled(book, position, "log import", len(fresh)))
    table = taken_table(found, known, book.lang)
    shown = problems(book, position)
    emit(Answer("log", book.lang, [table], None, book.as_of, shown, book.inputs), out)
    note(book, position)
    if is_refused:
        hint = "log.left_strict" if left_out < len(found) else "log.left_hint"
        raise LedgerError(message("log.left_all", count=left_out), message(hint))
    if left_out and not reading.quiet:
        tell(text("log.left_out", book.lang, count=left_out), "yellow")


def _taken(sources: Sources, book: Book, position: Position) -> list[Taken]:
    """The rows as entries, with a remark where more is promised than is owed."""
    from arcollect.analysis.chase.log.entries import take
    from arcollect.analysis.chase.log.parties import Parties

    rows = [row for path in sources.sources for row in _rows(Path(path), book.lang)]
    default = clock.day(sources.on, "--on") if sources.on else None
    today = clock.today(book.policy.time_zone)
    found = take(rows, Parties(book.ledger), default, today)
    return [_judged(taken, position) for taken in found]


def _judged(taken: Taken, position: Position) -> Taken:
    from arcollect.analysis.chase.log.debt import above_debt

    above = above_debt(taken.promise, position) if taken.promise else None
    return replace(taken, notes=(*taken.notes, above)) if above else taken


def _rows(path: Path, lang: Lang) -> Iterator[LogRow]:
    """The rows of one file, or of the spreadsheets in a folder; LedgerError for none."""
    from arcollect.ledger.file import open_book
    from arcollect.ledger.log import logs_in

    logs: list[LogSheet] = []
    for file in _files(path):
        try:
            logs += logs_in(open_book(file, name=file.name), is_called=True)
        except ArcollectError as error:
            if not path.is_dir():
                raise
            tell(text("log.bad_file", lang, name=file.name, why=say(error.said, lang)), "yellow")
    if not logs:
        raise LedgerError(message("log.no_files", path=str(path)), message("log.no_files_hint"))
    for log in logs:
        yield from log.rows


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = (p for p in path.iterdir() if p.suffix.lower() in SUFFIXES)
    return sorted(p for p in found if p.is_file() and not p.name.startswith((".", "~$")))


def _known(history: History) -> frozenset[str]:
    """The marks of everything remembered, corrected contacts too."""
    contacts = {mark for c in history.contacts for mark in (c.id, c.corrects)}
    return frozenset(contacts | {p.id for p in history.promises}) - {""}


def _entries(found: list[Taken], known: frozenset[str]) -> list[ContactEntry | PromiseEntry]:
    entries = [entry for taken in found for entry in (taken.contact, taken.promise) if entry]
    return [entry for entry in entries if entry.id not in known]
