"""Scores, segments and lights, as commands get them: with what is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.cli.remembered import recall, snapshot_of
from arcollect.cli.steps import stand_documents

if TYPE_CHECKING:
    from arcollect.analysis.chase.alerts.signal import Alerts
    from arcollect.analysis.chase.promises import Promises
    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.scoring.score import Scores
    from arcollect.analysis.standing.scoring.segment import Segments
    from arcollect.cli.steps import Book
    from arcollect.register.entries import History, Snapshot, SnapshotHead


def scored(book: Book, position: Position, history: History | None = None) -> Scores:
    """The score of every customer; history where it was asked for already."""
    from arcollect.analysis.chase.alerts.conduct import tally
    from arcollect.analysis.standing.scoring.score import score

    known = recall(book) if history is None else history
    promised = tally(_promises(book, position, known))
    return score(position, book.policy, known, promised)


def segmented(book: Book, position: Position, history: History | None = None) -> Segments:
    """The segment of every customer, made from its score."""
    from arcollect.analysis.standing.scoring.segment import sort_out

    return sort_out(scored(book, position, history), book.policy)


def watched(
    book: Book,
    position: Position,
    history: History | None = None,
    segments: Segments | None = None,
) -> Alerts:
    """The traffic lights, with broken promises and the last snapshot before this day.

    history, segments: where they were asked for already.
    """
    from arcollect.analysis.chase.alerts.subject import Remembered
    from arcollect.analysis.chase.alerts.watch import watch
    from arcollect.analysis.chase.history.persons import contact_changes

    known = recall(book) if history is None else history
    remembered = Remembered(
        _promises(book, position, known),
        _before(book, known),
        contact_changes(known.contacts, book.as_of),
    )
    sorted_out = segments or segmented(book, position, known)
    return watch(position, sorted_out, book.policy, remembered)


def _promises(book: Book, position: Position, history: History) -> Promises:
    """Judged in the currency they were made in, whatever `--base` says."""
    from arcollect.analysis.chase.promises import judge

    own = stand_documents(book) if history.promises and position.converted else position
    return judge(history, own, book.policy)


def _before(book: Book, history: History) -> Snapshot | None:
    last = states_before(book, history)[-1:]
    return snapshot_of(book, last[0]) if last else None


def states_before(book: Book, history: History) -> list[SnapshotHead]:
    """The states kept before this day, one a day and the later kept wins, oldest first."""
    by_day = {
        head.as_of: head
        for head in sorted(history.snapshots, key=lambda head: head.as_of)
        if head.as_of < book.as_of
    }
    return list(by_day.values())
