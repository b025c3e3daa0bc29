"""Monthly statements to reconcile, and their reply slips: `arcollect statement`."""

from __future__ import annotations

import calendar
import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.analysis.asked import is_asked_for
from arcollect.cli import clock, folder
from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.chase.mailing.posting import for_statements
from arcollect.cli.chase.statements.replies import Reply, all_replies, month_of, returned
from arcollect.cli.emit import Answer, as_report, emit
from arcollect.cli.fail_on import judge
from arcollect.cli.options import (
    Answering,
    Customer,
    Folder,
    Format,
    Reading,
    Remembering,
    Typesetting,
)
from arcollect.cli.remembered import journalled, recall, remember
from arcollect.cli.steps import note, problems, read, stand_documents
from arcollect.cli.talk.telling import tell
from arcollect.errors import UsageError, message
from arcollect.text import text

if TYPE_CHECKING:
    from arcollect.analysis.chase.statement.model import Statements
    from arcollect.analysis.position import Position
    from arcollect.cli.steps import Book
    from arcollect.register.entries import History, StatementEntry
    from arcollect.views.chase.statement.paper import Paper
    from arcollect.views.table import Table

app = single()

_FORMATS = ("docx", "xlsx", "pdf", "html", "md", "txt", "eml")
_Text = str | None


@dataclass(frozen=True, slots=True)
class Asking:
    """Which month, whose, and where the statements go."""

    month: Annotated[_Text, typer.Option("--month", metavar="YYYY-MM", help="help.month")] = None
    customer: Customer = None
    output: Folder = None
    kinds: Annotated[str, typer.Option("--as", metavar="docx,xlsx,…", help="help.as_statement")] = (
        "docx,xlsx"
    )
    letter_date: Annotated[
        _Text, typer.Option("--letter-date", metavar="DATE", help="help.statement_date")
    ] = None
    dry_run: Annotated[bool, typer.Option("--dry-run", help="help.dry_run")] = False
    format: Format = None


@app.command(cls=Command)
@spread
def statement(
    asking: Asking,
    reply: Reply,
    typesetting: Typesetting,
    remembering: Remembering,
    reading: Reading,
) -> None:
    """Opening + invoiced - received ± adjustments = closing, for every party (U-23)."""
    kinds = _kinds(asking.kinds)
    book = read(reading, (*typesetting.flags(), *remembering.flags()))
    if reply.returned is not None:
        returned(book, reply, asking.month)
    elif reply.overview:
        all_replies(book, asking.format)
    else:
        _write(book, asking, kinds)


def _write(book: Book, asking: Asking, kinds: Sequence[str]) -> None:
    from arcollect.analysis.chase.statement.drawn import draw_up
    from arcollect.views.chase.statement.index import index_table
    from arcollect.views.chase.statement.paper import papers

    book = replace(book, as_of=_month_end(asking.month, book.as_of))
    position, history = stand_documents(book), recall(book)
    answer = _only(draw_up(position, book.policy, history), asking.customer)
    day = clock.day(asking.letter_date, "--letter-date") if asking.letter_date else answer.last
    written = papers(answer, book.policy, book.lang, day)
    named = {p.statement.party: f"{p.stem}.{kinds[0]}" for p in written}
    table = index_table(answer, book.lang, _codes(book), named)
    if not asking.dry_run:
        _fill(book, position, history, _Desk(asking, answer, written, kinds), table)
    found = problems(book, position)
    said = Answer("statement", book.lang, [table], None, book.as_of, found, book.inputs)
    emit(said, Answering(None, asking.format))
    if asking.dry_run:
        tell(text("cli.dry_run", book.lang), "yellow")
    note(book, position)
    judge(book, position)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What one run writes."""

    asking: Asking
    answer: Statements
    written: Sequence[Paper]
    kinds: Sequence[str]


def _fill(book: Book, position: Position, history: History, desk: _Desk, index: Table) -> None:
    """The register, then the folder: what lies there is remembered."""
    from arcollect.analysis.chase.sender import nobody_writes
    from arcollect.render import xlsx

    if desk.answer.statements and not desk.written:
        why = nobody_writes(book.policy, desk.answer.statements[0].company)
        raise UsageError(why, None if book.policy.company else message("cli.company_hint"))
    files = _files(book, desk)
    run = journalled(book, position, "statement", len(desk.written))
    made = clock.today(book.policy.time_zone)
    entries = [_carried(_entry(p, desk, files, made, run.id), history) for p in desk.written]
    is_whole = not desk.asking.customer
    if is_whole:
        files["index.xlsx"] = xlsx.write(as_report([index], book.lang))
    folder.fill(
        book,
        _place(book, desk),
        files,
        before=lambda: remember(book, [run, *entries]),
        speaks_for=lambda _: is_whole,
    )


def _files(book: Book, desk: _Desk) -> dict[str, bytes]:
    """Every statement in every format, and one docx to print them all.

    A run for one customer leaves the list and the print file of the month to the others.
    """
    from arcollect.render import xlsx
    from arcollect.render.letters.write import letter_files
    from arcollect.views.chase.statement.workbook import statement_report

    title = text("statement.print_file", book.lang, month=desk.answer.month)
    painted = [kind for kind in desk.kinds if kind != "xlsx"]
    how = for_statements(book, desk.written, painted, title)
    files = letter_files(desk.written, book.lang, painted, how)
    if desk.asking.customer:
        files.pop(f"{title}.docx", None)
    if "xlsx" in desk.kinds:
        reports = ((p.stem, statement_report(p, desk.answer)) for p in desk.written)
        files |= {f"{stem}.xlsx": xlsx.write(report) for stem, report in reports}
    return files


def _place(book: Book, desk: _Desk) -> Path:
    """`-o`, else a folder of the month beside the ledger."""
    if desk.asking.output:
        return Path(desk.asking.output)
    beside = book.inputs[0].parent if book.inputs else Path()
    return beside / text("statement.folder", book.lang, month=desk.answer.month)


def _entry(
    paper: Paper, desk: _Desk, files: Mapping[str, bytes], made: dt.date, run: str
) -> StatementEntry:
    from arcollect.register.entries import StatementEntry

    of = paper.statement
    content = files[f"{paper.stem}.{desk.kinds[0]}"]
    return StatementEntry(
        month=desk.answer.month,
        company=of.company,
        customer_key=of.customer_key,
        customer=of.customer,
        currency=of.currency,
        closing_minor=of.closing_minor,
        made_on=made,
        sha256=hashlib.sha256(content).hexdigest(),
        run=run,
    )


def _carried(entry: StatementEntry, history: History) -> StatementEntry:
    """A statement made again keeps its slip, as long as it closes at the same figure."""
    for known in history.statements:
        same = known.party == entry.party and known.month == entry.month
        if same and known.closing_minor == entry.closing_minor:
            return replace(
                entry,
                sent_on=known.sent_on,
                slip=known.slip,
                returned_on=known.returned_on,
                pays=known.pays,
            )
    return entry


def _only(answer: Statements, asked: str | None) -> Statements:
    """With `--customer`, those whose name or code contains it; UsageError for none."""
    if not asked:
        return answer
    found = tuple(s for s in answer.statements if is_asked_for(asked, s.customer, s.customer_key))
    if not found:
        raise UsageError(message("cli.no_customer", asked=asked))
    return replace(answer, statements=found)


def _month_end(raw: str | None, as_of: dt.date) -> dt.date:
    """The last day of the month asked for; else of the last month that has ended by as-of."""
    if raw is None:
        tomorrow = as_of + dt.timedelta(days=1)
        return tomorrow.replace(day=1) - dt.timedelta(days=1)
    year, month = month_of(raw)
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _kinds(raw: str) -> tuple[str, ...]:
    kinds = tuple(kind.strip().lower() for kind in raw.replace("，", ",").split(","))
    for kind in kinds:
        if kind not in _FORMATS:
            known = message("cli.choose", known=_FORMATS)
            raise UsageError(message("cli.format", asked=kind), known)
    return kinds


def _codes(book: Book) -> dict[str, str]:
    known = book.ledger.items[["customer_key", "customer_code"]].astype(str).drop_duplicates()
    return {key: code for key, code in known.itertuples(index=False) if code}
