"""Papers beside the letters: `arcollect paper`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli import clock, folder
from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.chase.due import Asked as Due
from arcollect.cli.chase.due import due
from arcollect.cli.chase.mailing.posting import for_letters
from arcollect.cli.chase.making import Making, tell_print_alone
from arcollect.cli.chase.recording import Outgoing, issued, recorder
from arcollect.cli.emit import Answer, as_report, emit
from arcollect.cli.fail_on import judge
from arcollect.cli.options import Answering, Customer, Reading, Remembering, Typesetting
from arcollect.cli.remembered import recall
from arcollect.cli.steps import Book, given, note, problems, read, stand_documents
from arcollect.cli.talk.telling import tell
from arcollect.errors import UsageError, message
from arcollect.text import say, text

if TYPE_CHECKING:
    import datetime as dt

    from arcollect.analysis.chase.papers.paper import Papers
    from arcollect.analysis.chase.papers.wish import Wish
    from arcollect.analysis.position import Position
    from arcollect.policy.load import Given
    from arcollect.register.entries import History
    from arcollect.views.table import Table

app = single()

_SHORT = "short"
_TEXT_ALONE = ("docx", "txt")  # the default, and what is meant
_SHARES = {"partial-payment": "papers.part_share"}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which paper, for whom, and what it says."""

    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            metavar="stop-supply|repayment|assignment|reconciliation|partial-payment|short",
            help="help.paper_kind",
        ),
    ]
    customer: Customer = None
    document: Annotated[
        list[str] | None, typer.Option("--document", metavar="NO", help="help.paper_document")
    ] = None
    instalments: Annotated[
        str | None, typer.Option("--instalments", metavar="N", help="help.paper_instalments")
    ] = None
    share: Annotated[
        str | None, typer.Option("--share", metavar="30%", help="help.paper_share")
    ] = None
    first: Annotated[
        str | None, typer.Option("--first", metavar="DATE", help="help.paper_first")
    ] = None
    assignee: Annotated[
        str | None, typer.Option("--assignee", metavar="NAME", help="help.paper_assignee")
    ] = None
    suspend: Annotated[
        list[str] | None, typer.Option("--suspend", metavar="ORDER", help="help.paper_suspend")
    ] = None
    ground: Annotated[
        str | None, typer.Option("--ground", metavar="526|527", help="help.paper_ground")
    ] = None
    because: Annotated[
        str | None, typer.Option("--because", metavar="TEXT", help="help.paper_because")
    ] = None


@app.command(cls=Command)
@spread
def paper(
    asked: Asked,
    making: Making,
    remembering: Remembering,
    typesetting: Typesetting,
    reading: Reading,
) -> None:
    """A stop-supply notice, an agreement, an assignment, a balance to confirm, a message."""
    _refuse_unknown(asked.kind)
    _refuse_form(asked.kind, making.formats)
    book = read(reading, (*_flags(asked), *remembering.flags(), *typesetting.flags()))
    position = stand_documents(book)
    history = recall(book)
    write = _messages if asked.kind == _SHORT else _papers
    table, out = write(book, position, history, asked, making)
    if out.files and not making.dry_run:
        kind = text(f"papers.kind_{asked.kind}", book.lang)
        about = _about(book, asked)
        listed = text("papers.index_file", book.lang, kind=about) + ".xlsx"
        folder.fill(
            book,
            folder.chosen(book, making.output, "cli.papers_folder"),
            {**out.files, listed: _index(table, book)},
            before=recorder(book, position, out),
            issued=issued(history),
            to_fill=[listed],
            speaks_for=lambda name: not asked.customer and name.startswith(f"{kind}_"),
        )
        tell_print_alone(book, out.letters, making.formats)
    found = problems(book, position)
    answer = Answer("paper", book.lang, [table], None, book.as_of, found, book.inputs)
    emit(answer, Answering(None, making.format))
    if making.dry_run:
        tell(text("cli.dry_run", book.lang), "yellow")
    note(book, position)
    judge(book, position)


def _refuse_unknown(kind: str) -> None:
    """A mistyped kind is told before the ledger is read."""
    from arcollect.analysis.chase.papers.wish import KINDS

    known = (*KINDS, _SHORT)
    if kind not in known:
        raise UsageError(message("papers_why.kind", asked=kind, known=known))


def _refuse_form(kind: str, formats: tuple[str, ...]) -> None:
    """Messages are plain text, whatever else was asked for."""
    odd = [each for each in formats if each not in _TEXT_ALONE]
    if kind == _SHORT and odd:
        raise UsageError(message("papers_why.text_alone", asked=odd))


def _flags(asked: Asked) -> tuple[Given, ...]:
    """Options that stand for a number of the policy, on this run."""
    share = _SHARES.get(asked.kind, "papers.down_share")
    return given(
        ("--instalments", "papers.instalments", asked.instalments),
        ("--share", share, asked.share),
    )


def _papers(
    book: Book, position: Position, history: History, asked: Asked, making: Making
) -> tuple[Table, Outgoing]:
    """The table of papers, and their files."""
    from arcollect.analysis.chase.papers.draw import draw
    from arcollect.analysis.claims.late_fee import late_fee
    from arcollect.render.letters import write
    from arcollect.views.chase.papers.index import papers_table
    from arcollect.views.chase.papers.paper import compose_papers

    formats = making.formats
    fees = late_fee(position, book.policy)
    drawn = draw(position, fees, book.policy, _wish(book, asked), _day(making), history)
    _miss_company(book, drawn)
    made = compose_papers(drawn, book.policy, book.lang, making.own_templates, history)
    title = text("papers.print_file", book.lang, kind=_about(book, asked))
    how = for_letters(book, made, formats, title)
    files = write.letter_files(made, book.lang, formats, how)
    return papers_table(drawn, made, book.lang, formats[0]), Outgoing("paper", made, files)


def _messages(
    book: Book, position: Position, history: History, asked: Asked, making: Making
) -> tuple[Table, Outgoing]:
    """The table of short messages, and one text file of them all."""
    from arcollect.views.chase.papers.index import short_table
    from arcollect.views.chase.papers.short import short_messages

    dunning = due(book, position, Due(history, _day(making)))
    key = _customer(book, asked)
    every = short_messages(dunning, book.policy, book.lang, making.own_templates)
    chosen = [m for m in every if key in {"", m.notice.customer_key}]
    name = text("papers.kind_short", book.lang)
    said = "\n".join(f"{m.notice.customer}\n{m.said}\n" for m in chosen)
    files = {f"{name}.txt": said.encode()} if chosen else {}
    return short_table(chosen, book.lang), Outgoing("paper", (), files)


def _miss_company(book: Book, drawn: Papers) -> None:
    """Without our own company there is no paper (exit 2); without some, one line (U-21)."""
    from arcollect.views.chase.letters_index import missing_company

    _miss_account(book, drawn)
    why = missing_company(drawn.silent)
    if why is not None and not drawn.papers:
        raise UsageError(why, message("cli.company_hint"))
    if why is not None and not book.reading.quiet:
        tell(say(why, book.lang), "yellow")


def _miss_account(book: Book, drawn: Papers) -> None:
    """Say on stderr that an agreement has blanks where our account should stand."""
    from arcollect.analysis.chase.sender import own_company

    if drawn.kind != "repayment" or book.reading.quiet:
        return
    own = {paper.notice.company for paper in drawn.papers}
    found = (own_company(book.policy, name) for name in own)
    if any(company is not None and not company.bank_account for company in found):
        tell(text("papers.blank_account", book.lang), "yellow")


def _wish(book: Book, asked: Asked) -> Wish:
    from arcollect.analysis.chase.papers.wish import Wish

    return Wish(
        kind=asked.kind,
        customer_key=_customer(book, asked),
        documents=tuple(asked.document or ()),
        first=clock.day(asked.first, "--first") if asked.first else None,
        assignee=asked.assignee or "",
        orders=tuple(asked.suspend or ()),
        ground=asked.ground or "",
        because=asked.because or "",
    )


def _about(book: Book, asked: Asked) -> str:
    """What a list or print file is named after: the kind, and the customer asked for."""
    from arcollect.safe_name import safe_name

    kind = text(f"papers.kind_{asked.kind}", book.lang)
    return f"{kind}_{safe_name(asked.customer)}" if asked.customer else kind


def _customer(book: Book, asked: Asked) -> str:
    from arcollect.views.explain.find import customer_key

    return customer_key(book.ledger, asked.customer) if asked.customer else ""


def _day(making: Making) -> dt.date | None:
    return clock.day(making.letter_date, "--letter-date") if making.letter_date else None


def _index(table: Table, book: Book) -> bytes:
    from arcollect.render import xlsx

    return xlsx.write(as_report([table], book.lang))
