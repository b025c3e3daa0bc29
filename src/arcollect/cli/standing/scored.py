"""Scores and segments, as commands get them: with promises and disputes remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.cli.remembered import recall
from arcollect.cli.steps import stand_documents

if TYPE_CHECKING:
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
