"""The weekly report: `arcollect report`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli import folder
from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.chase.letters import Composing, compose, files_of, miss_company, tell_data_day
from arcollect.cli.chase.making import Making
from arcollect.cli.chase.recording import Outgoing, issued, recorder
from arcollect.cli.emit import Answer, emit
from arcollect.cli.fail_on import judge
from arcollect.cli.options import Answering, Folder, Reading, Remembering
from arcollect.cli.outcome.states import with_changes
from arcollect.cli.remembered import recall
from arcollect.cli.start.finding import documents_of, find_out
from arcollect.cli.start.sheets import find_more, miss_changes, sheets_asked
from arcollect.cli.steps import note, problems, read, stand
from arcollect.text import Lang, text

if TYPE_CHECKING:
    from arcollect.cli.steps import Book
    from arcollect.register.entries import History
    from arcollect.views.chase.letter import Letter
    from arcollect.views.findings import Findings
    from arcollect.views.table import Table

app = single()


@dataclass(frozen=True, slots=True)
class Writing:
    """What is written, and where."""

    output: Folder = None
    templates: Annotated[
        str | None, typer.Option("--templates", metavar="DIR", help="help.templates")
    ] = None
    no_letters: Annotated[bool, typer.Option("--no-letters", help="help.no_letters")] = False
    more: Annotated[
        str | None, typer.Option("--with", metavar="SHEET,…", help="help.report_with")
    ] = None
    standard: Annotated[
        str | None,
        typer.Option("--standard", metavar="cas|ifrs|small", help="help.report_standard"),
    ] = None


@app.command(cls=Command)
@spread
def report(writing: Writing, remembering: Remembering, reading: Reading) -> None:
    """Workbook, letters, print file and summary page, written whole or not at all (U-16)."""
    from arcollect.views.summary import summary_page

    asked = sheets_asked(writing.more, writing.standard)
    book = read(reading, remembering.flags())
    position, history = stand(book), recall(book)
    found = find_more(book, find_out(book, position, history), history, asked)
    documents = documents_of(book, position)
    found, now = with_changes(book, found, documents, history)
    miss_changes(book, found, asked)
    target = folder.chosen(book, writing.output, "cli.report_folder")
    written, files = _files(book, found, history, writing)
    keep = recorder(book, documents, Outgoing("report", written, files, now))
    folder.fill(book, target, files, before=keep, issued=issued(history))
    if sys.stdout.isatty():
        page = summary_page(found, book.lang)
        shown = Answer("report", book.lang, (), page, book.as_of, problems(book, position))
        emit(shown, Answering())
    else:
        typer.echo("\n".join(str(target / name) for name in files))
    if not writing.no_letters:
        tell_data_day(book, position)
    note(book, position)
    judge(book, position)


def _files(
    book: Book, found: Findings, history: History, writing: Writing
) -> tuple[Sequence[Letter], dict[str, bytes]]:
    """The letters, and every file of the report by its name in the folder; few of them."""
    from arcollect.render import html, xlsx
    from arcollect.views.report import summary_report, weekly_report

    written: Sequence[Letter] = ()
    letters: dict[str, bytes] = {}
    index: list[Table] = []
    if not writing.no_letters:
        templates = Making(templates=writing.templates).own_templates
        written, index = compose(book, found.dunning, Composing(history, templates))
        miss_company(book, found.dunning)
        letters = _in_their_folder(files_of(written, book.lang), book.lang)
    return written, {
        "report.xlsx": xlsx.write(weekly_report(found, book.lang, index)),
        "summary.html": html.write(summary_report(found, book.lang), book.lang),
        **letters,
    }


def _in_their_folder(files: dict[str, bytes], lang: Lang) -> dict[str, bytes]:
    """Single letters in a folder of their own, the print file beside the workbook."""
    folder_name = text("cli.letters_subfolder", lang)
    to_print = f"{text('letters.print_file', lang)}.docx"
    return {
        name if name == to_print else f"{folder_name}/{name}": data for name, data in files.items()
    }
