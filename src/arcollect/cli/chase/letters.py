"""Letters to print, seal and send: `arcollect letters`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli import clock, folder
from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.emit import Answer, as_report, emit
from arcollect.cli.options import Answering, Folder, Format, Reading
from arcollect.cli.steps import judge, note, problems, read, stand_documents
from arcollect.cli.talk.telling import tell
from arcollect.errors import UsageError, message
from arcollect.text import Lang, say, text

if TYPE_CHECKING:
    from arcollect.analysis.chase.notice import Dunning
    from arcollect.analysis.position import Position
    from arcollect.cli.steps import Book
    from arcollect.ledger.schema import Ledger
    from arcollect.views.chase.letter import Letter
    from arcollect.views.table import Table

app = single()


@dataclass(frozen=True, slots=True)
class Writing:
    """What is written, where, from which templates."""

    output: Folder = None
    kinds: Annotated[str, typer.Option("--as", metavar="docx,md,…", help="help.as")] = "docx"
    templates: Annotated[
        str | None, typer.Option("--templates", metavar="DIR", help="help.templates")
    ] = None
    letter_date: Annotated[
        str | None, typer.Option("--letter-date", metavar="DATE", help="help.letter_date")
    ] = None
    dry_run: Annotated[bool, typer.Option("--dry-run", help="help.dry_run")] = False
    format: Format = None


@app.command(cls=Command)
@spread
def letters(writing: Writing, reading: Reading) -> None:
    """One letter per company, customer and currency, with an index of all (U-20…U-26)."""
    kinds = _kinds(writing.kinds)
    book = read(reading)
    position = stand_documents(book)
    dunning = _due(book, position, writing.letter_date)
    written, tables = compose(book, dunning, writing.templates, kinds[0])
    if not writing.dry_run:
        _refuse_nothing(dunning, written)
        files = {**files_of(written, book.lang, kinds), "index.xlsx": _index(tables, book.lang)}
        folder.fill(book, folder.chosen(book, writing.output, "cli.letters_folder"), files)
    miss_company(book, dunning)
    found = problems(book, position)
    answer = Answer("letters", book.lang, tables, None, book.as_of, found, book.inputs)
    emit(answer, Answering(None, writing.format))
    if writing.dry_run:
        tell(text("cli.dry_run", book.lang), "yellow")
    note(book, position)
    judge(book, position)


def compose(
    book: Book, dunning: Dunning, templates: str | None = None, ending: str = "docx"
) -> tuple[tuple[Letter, ...], list[Table]]:
    """The letters and their index."""
    from arcollect.views.chase.letter import compose as compose_all
    from arcollect.views.chase.letters_index import index_tables

    own = Path(templates) if templates else None
    if own is not None and not own.is_dir():
        raise UsageError(message("cli.no_templates", path=templates))
    written = compose_all(dunning, book.policy, book.lang, own)
    return written, index_tables(dunning, written, book.lang, ending, _codes(book.ledger))


def miss_company(book: Book, dunning: Dunning) -> None:
    """Say on stderr when letters wait for our own company's data."""
    from arcollect.views.chase.letters_index import missing_company

    if (why := missing_company(dunning)) is not None and not book.reading.quiet:
        tell(say(why, book.lang), "yellow")


def _refuse_nothing(dunning: Dunning, written: Sequence[Letter]) -> None:
    """Without our own company there is nothing to write: exit 2, and no folder (U-21)."""
    from arcollect.views.chase.letters_index import missing_company

    why = missing_company(dunning)
    if why is not None and not written:
        raise UsageError(why, message("cli.company_hint"))


def _codes(ledger: Ledger) -> dict[str, str]:
    """The customer's own code, where it has one, by our key."""
    known = ledger.items[["customer_key", "customer_code"]].astype(str).drop_duplicates()
    return {key: code for key, code in known.itertuples(index=False) if code}


def _due(book: Book, position: Position, letter_date: str | None) -> Dunning:
    from arcollect.analysis.chase.dunning import dun
    from arcollect.analysis.claims.late_fee import late_fee

    day = clock.day(letter_date, "--letter-date") if letter_date else None
    return dun(position, late_fee(position, book.policy), book.policy, day)


def files_of(
    written: Sequence[Letter], lang: Lang, kinds: Sequence[str] = ("docx",)
) -> dict[str, bytes]:
    """Each letter in each format, and the print file."""
    from arcollect.render.letters.write import letter_files

    return letter_files(written, lang, kinds)


def _index(tables: Sequence[Table], lang: Lang) -> bytes:
    from arcollect.render import xlsx

    return xlsx.write(as_report(tables, lang))


def _kinds(raw: str) -> tuple[str, ...]:
    known = ("docx", "md", "txt", "html")
    kinds = tuple(kind.strip().lower() for kind in raw.replace("，", ",").split(","))
    for kind in kinds:
        if kind not in known:
            raise UsageError(message("cli.format", asked=kind), message("cli.choose", known=known))
    return kinds
