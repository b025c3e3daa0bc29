"""Letters to print, seal and send: `arcollect letters`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli import clock, folder
from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.chase.due import Asked, due
from arcollect.cli.chase.mailing.posting import for_letters, mailing_list
from arcollect.cli.chase.making import Making, tell_print_alone
from arcollect.cli.chase.marking import Marking, mark
from arcollect.cli.chase.recording import Outgoing, issued, recorder
from arcollect.cli.chase.templates import Templating, tend
from arcollect.cli.emit import Answer, as_report, emit
from arcollect.cli.fail_on import judge
from arcollect.cli.options import Answering, ReadingMaybe, Remembering, Typesetting
from arcollect.cli.remembered import recall
from arcollect.cli.steps import note, problems, read, stand_documents
from arcollect.cli.talk.telling import tell
from arcollect.errors import UsageError, message
from arcollect.register.entries import History
from arcollect.text import Lang, say, text

if TYPE_CHECKING:
    from arcollect.analysis.chase.evidence.papers import Paper
    from arcollect.analysis.chase.notice import Dunning
    from arcollect.analysis.position import Position
    from arcollect.cli.steps import Book
    from arcollect.ledger.schema import Ledger
    from arcollect.render.letters.write import Making as How
    from arcollect.views.chase.letter import Letter
    from arcollect.views.table import Table

app = single()

_OF_THE_DAY = frozenset({"standing_why.looks_old", "standing_why.cut_off_differs"})


@dataclass(frozen=True, slots=True)
class Insisting:
    """Whether a pause is overridden, what is held out, and what goes along with the letters."""

    force: Annotated[bool, typer.Option("--force", help="help.force_letters")] = False
    enclose: Annotated[
        str | None, typer.Option("--enclose", metavar="DIR", help="help.enclose")
    ] = None
    incentive: Annotated[bool, typer.Option("--incentive", help="help.incentive")] = False
    approved_by: Annotated[
        str | None,
        typer.Option("--incentive-approved-by", metavar="NAME", help="help.incentive_approved_by"),
    ] = None

    @property
    def approver(self) -> str:
        """Who approved what is held out, "" where nothing is; UsageError without a name."""
        name = " ".join((self.approved_by or "").split())
        if bool(name) is not self.incentive:
            raise UsageError(message("cli.incentive"), message("cli.incentive_hint"))
        return name


@app.command(cls=Command)
@spread
def letters(
    making: Making,
    insisting: Insisting,
    marking: Marking,
    remembering: Remembering,
    templating: Templating,
    typesetting: Typesetting,
    reading: ReadingMaybe,
) -> None:
    """One letter per company, customer and currency, with an index of all (U-20…U-26)."""
    if templating.is_asked:
        tend(templating, making.format)
        return
    if marking.is_asked:
        if making.dry_run:
            marking.refuse_dry_run()
        mark(marking, remembering, reading, making.format)
        return
    if not reading.ledger:
        raise UsageError(message("cli.missing", what="LEDGER..."))
    marking.refuse_alone()
    approver = insisting.approver
    book = read(reading, (*remembering.flags(), *typesetting.flags()))
    _write(book, making, insisting, approver)


def _write(book: Book, making: Making, insisting: Insisting, approver: str) -> None:
    kinds = making.formats
    position, history = stand_documents(book), recall(book)
    dunning = _due(book, position, history, making.letter_date, force=insisting.force)
    if approver:
        dunning = _with_offers(book, position, dunning, approver)
    more = Composing(history, making.own_templates, kinds[0], _papers(position, insisting))
    written, tables = compose(book, dunning, more)
    if not making.dry_run:
        _refuse_nothing(dunning, written)
        how = for_letters(book, written, kinds)
        files = {
            **files_of(written, book.lang, kinds, how),
            **mailing_list(book, written),
            "index.xlsx": _index(tables, book.lang),
        }
        keep = recorder(book, position, Outgoing("letters", written, files))
        place = folder.chosen(book, making.output, "cli.letters_folder")
        folder.fill(book, place, files, before=keep, issued=issued(history))
        tell_print_alone(book, written, kinds)
    if approver:
        _tell_offers(book, written, approver)
    miss_company(book, dunning)
    tell_data_day(book, position)
    found = problems(book, position)
    answer = Answer("letters", book.lang, tables, None, book.as_of, found, book.inputs)
    answer = replace(answer, source=book.ledger.source)
    emit(answer, Answering(None, making.format))
    if making.dry_run:
        tell(text("cli.dry_run", book.lang), "yellow")
    note(book, position)
    judge(book, position)


@dataclass(frozen=True, slots=True)
class Composing:
    """What letters are composed with: the past, templates, a file ending, copies at hand."""

    history: History
    templates: Path | None = None
    ending: str = "docx"
    papers: Mapping[tuple[str, str], Sequence[Paper]] = field(default_factory=dict)


def compose(
    book: Book, dunning: Dunning, more: Composing
) -> tuple[tuple[Letter, ...], list[Table]]:
    """The letters and their index."""
    from arcollect.views.chase.letter import compose as compose_all
    from arcollect.views.chase.letters_index import index_tables

    own = (more.templates, more.history, more.papers)
    written = compose_all(dunning, book.policy, book.lang, *own)
    return written, index_tables(dunning, written, book.lang, more.ending, _codes(book.ledger))


def _papers(position: Position, insisting: Insisting) -> Mapping[tuple[str, str], Sequence[Paper]]:
    """The copies in the folder to enclose from, by own company and customer."""
    if insisting.enclose is None:
        return {}
    from arcollect.analysis.chase.evidence.packs import papers_of
    from arcollect.cli.chase.evidence.packing import collected, folder_of_files

    return papers_of(position, list(collected(folder_of_files(insisting.enclose))))


def miss_company(book: Book, dunning: Dunning) -> None:
    """Say on stderr when letters wait for our own company's data."""
    from arcollect.views.chase.letters_index import missing_company, own_gaps

    if book.reading.quiet:
        return
    if (why := missing_company(dunning.silent)) is not None:
        tell(say(why, book.lang), "yellow")
    if gaps := own_gaps(dunning, book.lang):
        tell(gaps, "yellow")


def tell_data_day(book: Book, position: Position) -> None:
    """Say on stderr that the figures may be older than their day: a letter states them."""
    for problem in position.problems if not book.reading.quiet else ():
        if problem.said.key in _OF_THE_DAY:
            said = [say(one, book.lang) for one in (problem.said, problem.remedy) if one]
            tell(("" if book.lang is Lang.ZH else " ").join(said), "yellow")


def _refuse_nothing(dunning: Dunning, written: Sequence[Letter]) -> None:
    """Without our own company there is nothing to write: exit 2, and no folder (U-21)."""
    from arcollect.views.chase.letters_index import missing_company

    why = missing_company(dunning.silent)
    if why is not None and not written:
        raise UsageError(why, message("cli.company_hint"))


def _codes(ledger: Ledger) -> dict[str, str]:
    """The customer's own code, where it has one, by our key."""
    known = ledger.items[["customer_key", "customer_code"]].astype(str).drop_duplicates()
    return {key: code for key, code in known.itertuples(index=False) if code}


def _due(
    book: Book, position: Position, history: History, letter_date: str | None, *, force: bool
) -> Dunning:
    day = clock.day(letter_date, "--letter-date") if letter_date else None
    return due(book, position, Asked(history, day, force))


def _with_offers(book: Book, position: Position, dunning: Dunning, approver: str) -> Dunning:
    """The letters with what they hold out; UsageError where that would be over by today."""
    from arcollect.analysis.chase.papers.incentive import with_offers

    asked = with_offers(dunning, position, book.policy, approver)
    today = clock.today(book.policy.time_zone)
    ends = [notice.offer.pay_by for notice in asked.notices if notice.offer is not None]
    if ends and max(ends) < today:
        said = message("cli.incentive_over", day=max(ends), written=dunning.written)
        raise UsageError(said, message("cli.incentive_over_hint", today=today))
    return asked


def _tell_offers(book: Book, written: Sequence[Letter], approver: str) -> None:
    """Say on stderr that an offer is short-lived; or that no letter makes one."""
    held_out = [letter.offer for letter in written if letter.offer is not None]
    if book.reading.quiet:
        return
    if not held_out:
        tell(text("letters.no_offers", book.lang), "yellow")
        return
    facts = {"count": len(held_out), "day": held_out[0].pay_by, "by": approver}
    tell(text("letters.offers", book.lang, **facts), "yellow")


def files_of(
    written: Sequence[Letter],
    lang: Lang,
    kinds: Sequence[str] = ("docx",),
    how: How | None = None,
) -> dict[str, bytes]:
    """Each letter in each format, and the print file."""
    from arcollect.render.letters import write

    return write.letter_files(written, lang, kinds, how or write.Making())


def _index(tables: Sequence[Table], lang: Lang) -> bytes:
    from arcollect.render import xlsx

    return xlsx.write(as_report(tables, lang))
