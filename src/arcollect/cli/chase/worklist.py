"""Whom to call, in what order, and what to say: `arcollect worklist`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.chase import handing
from arcollect.cli.emit import Answer, choose, emit
from arcollect.cli.fail_on import judge
from arcollect.cli.options import Answering, Customer, ReadingMaybe, Remembering
from arcollect.cli.remembered import recall, snapshot_of
from arcollect.cli.steps import given, note, problems, read, stand_documents
from arcollect.errors import Message, UsageError, message

if TYPE_CHECKING:
    from arcollect.analysis.chase.worklist.entry import Entry, Worklist
    from arcollect.analysis.chase.worklist.known import Answers
    from arcollect.analysis.position import Position
    from arcollect.cli.steps import Book
    from arcollect.register.entries import History

app = single()
GROUPS = ("owner", "department", "salesperson")


@dataclass(frozen=True, slots=True)
class Listing:
    """Which part of the list, grouped how, written where."""

    by: Annotated[
        str | None,
        typer.Option("--by", metavar="owner|department|salesperson", help="help.worklist_by"),
    ] = None
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="NAME", help="help.worklist_owner")
    ] = None
    split_by: Annotated[
        str | None, typer.Option("--split-by", metavar="salesperson", help="help.split_by")
    ] = None
    days: Annotated[
        int | None, typer.Option("--days", metavar="N", min=0, help="help.worklist_days")
    ] = None
    ics: Annotated[str | None, typer.Option("--ics", metavar="FILE", help="help.ics")] = None
    customer: Customer = None
    scripts: Annotated[
        str | None, typer.Option("--scripts", metavar="DIR", help="help.scripts")
    ] = None
    init_scripts: Annotated[
        str | None, typer.Option("--init-scripts", metavar="DIR", help="help.init_scripts")
    ] = None


@app.command(cls=Command)
@spread
def worklist(
    listing: Listing, reading: ReadingMaybe, remembering: Remembering, out: Answering
) -> None:
    """Everybody to be called, most important first, with what to do (R001-02, X-37)."""
    _refuse_unknown(listing)
    if listing.init_scripts:
        _copy_scripts(Path(listing.init_scripts))
        return
    if not reading.ledger:
        raise UsageError(message("cli.missing", what="LEDGER..."))
    scripts = given(("--scripts", "worklist.scripts_folder", listing.scripts))
    book = read(reading, (*scripts, *remembering.flags()))
    position = stand_documents(book)
    answer = listed(book, position, listing)
    if listing.customer:
        _brief(book, position, answer, listing.customer, out)
    elif listing.split_by:
        handing.hand_out(book, answer, out)
    else:
        _emit(book, position, answer, listing, out)
    if listing.ics:
        handing.calendar(book, answer, Path(listing.ics))
    note(book, position)
    judge(book, position)


def _copy_scripts(folder: Path) -> None:
    """The talking points as files to change (no ledger needed)."""
    from arcollect.cli.chase.templates import copy
    from arcollect.views.chase.worklist.scripts import set_of_scripts

    copy(folder, set_of_scripts(), "scripts.copied")


def listed(book: Book, position: Position, listing: Listing | None = None) -> Worklist:
    """The list of this ledger, with what the register remembers."""
    asked = listing or Listing()
    answer = planned(book, position, recall(book), days=asked.days)
    if not asked.owner:
        return answer
    kept = tuple(e for e in answer.entries if _belongs(e, asked.owner, book))
    if not kept:
        raise UsageError(message("cli.no_owner", asked=asked.owner), _owners(answer, book))
    return replace(answer, entries=kept)


def planned(
    book: Book,
    position: Position,
    history: History,
    answers: Answers | None = None,
    days: int | None = None,
) -> Worklist:
    """The whole list; answers: what was found out about this position already."""
    from arcollect.analysis.chase.calling.owners import TAKEOVER_STATES
    from arcollect.analysis.chase.worklist.known import known_about
    from arcollect.analysis.chase.worklist.plan import plan
    from arcollect.analysis.outcome.trend.series import chosen
    from arcollect.views.chase.worklist.scripts import own_scripts

    own_scripts(book.policy.worklist, book.lang)
    before = [head for head in history.snapshots if head.as_of < book.as_of]  # not of this run
    states = [snapshot_of(book, head) for head in chosen(before, "d")[-TAKEOVER_STATES:]]
    known = known_about(position, book.policy, history, states, answers)
    return plan(position, book.policy, known, days)


def _emit(
    book: Book, position: Position, answer: Worklist, listing: Listing, out: Answering
) -> None:
    """A page on a screen, one table for csv and json, sheets to fill in for a workbook."""
    from arcollect.views.chase.worklist import page

    target = Path(out.output) if out.output and out.output != "-" else None
    chosen = choose(out.format, target, is_page=False)
    rules, lang, by = book.policy, book.lang, listing.by or ""
    is_read = chosen in {"table", "html"}
    said = Answer(
        "worklist",
        lang,
        () if is_read else page.worklist_tables(answer, rules, lang, by),
        page.worklist_page(answer, rules, lang, by) if is_read else None,
        book.as_of,
        problems(book, position),
        book.inputs,
        page.worklist_pages(answer, rules, lang) if chosen == "xlsx" else (),
        source=book.ledger.source,
    )
    emit(said, Answering(out.output, chosen))


def _brief(book: Book, position: Position, answer: Worklist, wanted: str, out: Answering) -> None:
    """One page about one customer, before the call (U-43)."""
    from arcollect.analysis.chase.worklist.brief import brief
    from arcollect.views.chase.worklist.brief import brief_page

    found = brief(position, book.policy, recall(book), answer, wanted)
    if not found:
        raise UsageError(message("cli.no_customer", asked=wanted))
    in_full = out.output is not None and out.output != "-"
    shown = brief_page(found, book.as_of, book.policy, book.lang, in_full=in_full)
    known = problems(book, position)
    said = Answer("worklist", book.lang, (), shown, book.as_of, known, book.inputs)
    emit(replace(said, source=book.ledger.source), out)


def _belongs(entry: Entry, wanted: str, book: Book) -> bool:
    from arcollect.views.chase.worklist.words import owner_word

    folded = wanted.casefold().strip()
    names = (owner_word(entry, book.lang), entry.owner.name, entry.account.salesperson)
    return any(folded in name.casefold() for name in names if name)


def _owners(answer: Worklist, book: Book) -> Message:
    from arcollect.views.chase.worklist.words import owner_word

    people = {owner_word(e, book.lang) for e in answer.entries}
    people |= {e.account.salesperson for e in answer.entries if e.account.salesperson}
    return message("cli.no_owner_hint", known=sorted(people))


def _refuse_unknown(listing: Listing) -> None:
    """A mistyped choice is told before the work."""
    for asked, known in ((listing.by, GROUPS), (listing.split_by, ("salesperson",))):
        if asked is not None and asked not in known:
            raise UsageError(
                message("cli.no_choice", asked=asked), message("cli.choose", known=known)
            )
