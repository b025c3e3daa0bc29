"""Which letters are due, by everything that is known: for letters and reports alike."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.register.entries import History

if TYPE_CHECKING:
    from arcollect.analysis.chase.notice import Dunning
    from arcollect.analysis.claims.late_fee import Fees
    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.scoring.segment import Segments
    from arcollect.cli.steps import Book


@dataclass(frozen=True, slots=True)
class Asked:
    """What decides besides the figures: the letters' date, the past, insisting.

    fees, segments: of the same position, where they were found out already.
    """

    history: History = History()  # noqa: RUF009  (frozen)
    day: dt.date | None = None
    force: bool = False
    fees: Fees | None = None
    segments: Segments | None = None


_NOTHING_ASKED = Asked()


def due(book: Book, position: Position, asked: Asked = _NOTHING_ASKED) -> Dunning:
    """The letters due; position is in the currencies of the documents.

    With `letters.by_segment` the column of the table is that of each customer's segment,
    the default one where none is known (X-10).
    """
    from arcollect.analysis.chase.alerts.conduct import segments_with
    from arcollect.analysis.chase.dunning import dun
    from arcollect.analysis.chase.levels import columns
    from arcollect.analysis.claims.late_fee import late_fee

    policy, history = book.policy, asked.history
    segments = asked.segments
    if segments is None and policy.letters.by_segment:
        segments = segments_with(history, position, policy)
    return dun(
        position,
        asked.fees or late_fee(position, policy),
        policy,
        asked.day,
        segments=columns(segments, policy) if segments else {},
        history=history,
        force=asked.force,
    )
