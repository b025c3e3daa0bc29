"""Scores, segments and lights, as commands get them: with what is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.cli.remembered import recall, snapshot_of
from arcollect.cli.steps import stand_documents

if TYPE_CHECKING:
    from arcollect.analysis.chase.alerts.signal import Alerts
    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.scoring.score import Scores
    from arcollect.analysis.standing.scoring.segment import Segments
    from arcollect.cli.steps import Book


def scored(book: Book, position: Position) -> Scores:
    """The score of every customer; promises are judged in their own currency."""
    from arcollect.analysis.chase.alerts.conduct import tally
    from arcollect.analysis.chase.promises import judge
    from arcollect.analysis.standing.scoring.score import score

    history = recall(book)
    own = stand_documents(book) if history.promises and position.converted else position
    return score(position, book.policy, history, tally(judge(history, own, book.policy)))


def segmented(book: Book, position: Position) -> Segments:
    """The segment of every customer, made from its score."""
    from arcollect.analysis.standing.scoring.segment import sort_out

    return sort_out(scored(book, position), book.policy)


def watched(book: Book, position: Position) -> Alerts:
    """The traffic lights, with broken promises and the last snapshot before this day."""
    from arcollect.analysis.chase.alerts.watch import Remembered, watch
    from arcollect.analysis.chase.promises import judge

    history = recall(book)
    own = stand_documents(book) if history.promises and position.converted else position
    heads = [head for head in history.snapshots if head.as_of < book.as_of]
    last = max(heads, key=lambda head: head.as_of, default=None)
    before = snapshot_of(book, last) if last else None
    known = Remembered(judge(history, own, book.policy), before)
    return watch(position, segmented(book, position), book.policy, known)
