"""What changed between two ledgers, or since a kept state: `arcollect compare`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli import clock
from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.conclude import conclude
from arcollect.cli.emit import Answer, emit
from arcollect.cli.fail_on import judge
from arcollect.cli.options import Answering, Reading, Remembering
from arcollect.cli.outcome.pilot import candidate_tables, trial_tables
from arcollect.cli.outcome.states import kept_before, state_now
from arcollect.cli.remembered import recall
from arcollect.cli.steps import note, problems, read, stand, stand_documents
from arcollect.cli.talk.telling import tell
from arcollect.errors import UsageError, message

if TYPE_CHECKING:
    from arcollect.analysis.outcome.compare.comparison import Comparison
    from arcollect.analysis.outcome.compare.left_out import LeftOut
    from arcollect.analysis.position import Position
    from arcollect.cli.steps import Book
    from arcollect.register.entries import Snapshot

app = single()
Typed = str | None


@dataclass(frozen=True, slots=True)
class Against:
    """What the new ledger is compared with."""

    since: Annotated[Typed, typer.Option("--since", metavar="DATE", help="help.since")] = None
    old_as_of: Annotated[
        Typed, typer.Option("--old-as-of", metavar="DATE", help="help.old_as_of")
    ] = None
    pilot: Annotated[bool, typer.Option("--pilot", help="help.pilot")] = False
    pilot_group: Annotated[
        Typed, typer.Option("--pilot-group", metavar="[BY=]NAME", help="help.pilot_group")
    ] = None


@app.command(cls=Command)
@spread
def compare(against: Against, remembering: Remembering, reading: Reading, out: Answering) -> None:
    """New, collected, worse, written off: from opening to closing, to the cent (R001-01)."""
    from arcollect.analysis.outcome.compare.left_out import left_out
    from arcollect.analysis.outcome.compare.pilot import Past
    from arcollect.views.outcome.compare import compare_tables, unrelated

    words = list(reading.ledger)
    refuse_unclear(words, against)
    book = read(replace(reading, ledger=words[-1:]), remembering.flags())
    is_kept = len(words) == 1 and not against.old_as_of
    position = stand_documents(book) if is_kept else stand(book)
    if against.pilot and not against.pilot_group:
        conclude(book, position, "compare", candidate_tables(book, position), out)
        return
    earlier = None if is_kept else _earlier(words[0], against, reading, remembering)
    old = earlier.state if earlier else _kept(book, against)
    if against.pilot_group:
        past = Past(old, earlier.position if earlier else None)
        tables = trial_tables(book, position, past, against.pilot_group)
        conclude(book, position, "compare", tables, out)
        return
    made = compared(old, book, position)
    missed = earlier.left_out if earlier else None
    answer = replace(made, left_out=(missed, left_out(book.ledger.problems)))
    tables = compare_tables(answer, book.lang) if answer.totals else []
    found = problems(book, position)
    emit(Answer("compare", book.lang, tables, None, book.as_of, found, book.inputs), out)
    if said := unrelated(answer, book.lang):
        tell(said, "yellow")
    note(book, position)
    judge(book, position)


def refuse_unclear(words: list[str], against: Against) -> None:
    """UsageError before the work where it is not clear what is compared with what."""
    if len(words) > 2:
        raise UsageError(
            message("compare_why.too_many", count=len(words)), message("compare_why.too_many_hint")
        )
    if against.pilot and not against.pilot_group and len(words) == 2:
        raise UsageError(message("compare_why.pilot_one"), message("compare_why.pilot_one_hint"))
    if against.since and (len(words) == 2 or against.old_as_of):
        raise UsageError(message("compare_why.both"), message("compare_why.both_hint"))


def compared(before: Snapshot, book: Book, position: Position) -> Comparison:
    """An earlier state and this ledger, with what the ledger says about payments."""
    from arcollect.analysis.outcome.compare.comparison import compare as compare_states
    from arcollect.analysis.outcome.compare.evidence import evidence

    now, since = state_now(book, position), before.head.as_of
    return compare_states(before, now, book.policy.aging.buckets, evidence(position, since))


@dataclass(frozen=True, slots=True)
class Earlier:
    """The old ledger: its state, what it was made from, and its rows left out."""

    state: Snapshot
    position: Position
    left_out: LeftOut


def _earlier(word: str, against: Against, reading: Reading, remembering: Remembering) -> Earlier:
    """The old ledger at the day it is of (U-04)."""
    from arcollect.analysis.outcome.compare.left_out import left_out

    asked = replace(
        reading, ledger=[word], as_of=against.old_as_of, balances_as_of=None, fail_on=None
    )
    book = read(asked, remembering.flags())
    if against.old_as_of is None:
        book = replace(book, as_of=_cutoff(book, word))
    position = stand(book)
    return Earlier(state_now(book, position), position, left_out(book.ledger.problems))


def _cutoff(book: Book, word: str) -> dt.date:
    """The day the file itself names: today would make every old figure wrong."""
    if (day := book.ledger.source.cutoff) is not None:
        return day
    raise UsageError(
        message("compare_why.no_cutoff", file=word), message("compare_why.no_cutoff_hint")
    )


def _kept(book: Book, against: Against) -> Snapshot:
    """The last state kept up to the asked day; UsageError that names the kept days."""
    if book.policy.in_base_currency:
        said = message("compare_why.base", base=book.policy.base_currency)
        raise UsageError(said, message("compare_why.base_hint"))
    history = recall(book)
    last = book.as_of
    if against.since:
        since = clock.day(against.since, "--since")
        if since > book.as_of:
            facts = {"old": since, "new": book.as_of}
            raise UsageError(
                message("compare_why.order", **facts), message("compare_why.order_hint")
            )
        last = min(since + dt.timedelta(days=1), last)
    if (found := kept_before(book, history, last)) is not None:
        return found
    days = sorted({head.as_of for head in history.snapshots})
    hint = message("compare_why.kept", days=days) if days else None
    raise UsageError(
        message("compare_why.nothing_kept", day=last),
        hint or message("compare_why.nothing_kept_hint"),
    )
