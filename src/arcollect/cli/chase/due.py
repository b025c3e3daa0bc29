"""Which letters are due, by everything that is known: for letters and reports alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.register.entries import History

if TYPE_CHECKING:
    from arcollect.analysis.chase.notice import Dunning
    from arcollect.analysis.position import Position
    from arcollect.cli.steps import Book


@dataclass(frozen=True, slots=True)
class Asked:
    """What decides besides the figures: the letters' date, the past, insisting."""

    history: History = History()  # noqa: RUF009  (frozen)
    day: dt.date | None = None
    force: bool = False


_NOTHING_ASKED = Asked()


def due(book: Book, position: Position, asked: Asked = _NOTHING_ASKED) -> Dunning:
    """The letters due; position is in the currencies of the documents.

    With `letters.by_segment` the column of the table is that of each customer's segment,
    else the default one (X-10).
    """
    from arcollect.analysis.chase.dunning import dun
    from arcollect.analysis.claims.late_fee import late_fee

    return dun(
        position,
        late_fee(position, book.policy),
        book.policy,
        asked.day,
        segments=_segments(book, position),
        history=asked.history,
        force=asked.force,
    )


def _segments(book: Book, position: Position) -> Mapping[tuple[str, str], str]:
    from arcollect.cli.standing.scored import segmented

    if not book.policy.letters.by_segment:
        return {}
    return {one.account: one.name for one in segmented(book, position).segments}
