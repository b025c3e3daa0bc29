"""The worklist handed out: a workbook per salesperson, and a calendar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from arcollect.cli import folder
from arcollect.cli.talk.telling import tell
from arcollect.text import text

if TYPE_CHECKING:
    from arcollect.analysis.chase.worklist.entry import Entry, Worklist
    from arcollect.cli.options import Answering
    from arcollect.cli.steps import Book

BACK_WORKDAYS = 4  # Monday's list comes back on Friday


def hand_out(book: Book, answer: Worklist, out: Answering) -> None:
    """One workbook and one chat text per salesperson, all in one folder (U-41).

    Each holds only the customers of that person; those without a salesperson get one of
    their own. The chat texts are printed too. A workbook that somebody has filled in is
    never overwritten: a list that says something new is written beside it.
    """
    from arcollect.views.chase.worklist.chat import chat_lines
    from arcollect.workdays import add_workdays

    if not answer.entries:
        typer.echo(text("worklist.none", book.lang, as_of=book.as_of))
        return
    policy = book.policy
    back_by = add_workdays(book.as_of, BACK_WORKDAYS + 1, *policy.workdays)
    files: dict[str, bytes] = {}
    said: list[str] = []
    for name, (stem, rows) in _people(book, answer).items():
        lines = "\n".join(chat_lines(name, rows, book.as_of, back_by, book.lang)) + "\n"
        files[f"{stem}.xlsx"] = _workbook(book, answer, rows)
        files[f"{stem}.txt"] = lines.encode("utf-8-sig")
        said.append(lines)
    sheets = [name for name in files if name.endswith(".xlsx")]
    folder.fill(book, folder.chosen(book, out.output, "cli.worklist_folder"), files, to_fill=sheets)
    typer.echo("\n".join(said))


def calendar(book: Book, answer: Worklist, path: Path) -> None:
    """The contact slots and promised days as a calendar file; says where on stderr."""
    from arcollect.files import write_atomic
    from arcollect.render.data.ics import ics
    from arcollect.views.chase.worklist.events import events

    found = tuple(events(answer, book.policy.time_zone, book.lang))
    write_atomic(path, ics(found, book.as_of), book.inputs)
    if not book.reading.quiet:
        tell(text("cli.ics_written", book.lang, path=str(path), count=len(found)), "green")


def _people(book: Book, answer: Worklist) -> dict[str, tuple[str, list[Entry]]]:
    """By salesperson: the file's name without its ending, and the rows."""
    from arcollect.safe_name import safe_names

    nobody = text("worklist.nobody", book.lang)
    rows: dict[str, list[Entry]] = {}
    for entry in answer.entries:
        rows.setdefault(entry.account.salesperson or nobody, []).append(entry)
    day = f"{book.as_of:%Y%m%d}"
    names = sorted(rows)
    said = [(text("worklist.file", book.lang, name=name, day=day), name) for name in names]
    return {name: (stem, rows[name]) for name, stem in zip(names, safe_names(said), strict=True)}


def _workbook(book: Book, answer: Worklist, rows: list[Entry]) -> bytes:
    from arcollect.render import xlsx
    from arcollect.views.chase.worklist.conduct import conduct_page
    from arcollect.views.chase.worklist.page import fill_page
    from arcollect.views.table import Report

    page = fill_page(answer, book.policy, book.lang, rows)
    return xlsx.write(
        Report(page.title, (page, conduct_page(book.lang)), facts={"lang": str(book.lang)})
    )
