"""What was said before, as a formal letter cites it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.analysis.chase.ladder import RUNGS, Sent

if TYPE_CHECKING:
    from arcollect.analysis.chase.promises import Judged

_FORMAL = 2
_NEVER = Sent()


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier letter and a promise about the same debt; None, "" and 0 where unknown.

    number: "" for a letter that only the customers sheet knows; is_about_all: every item
    of the present letter stood in it. Amounts are minor units; missing_minor is the part
    of the promise that has not come in.
    """

    letter_on: dt.date | None = None
    number: str = ""
    deadline: dt.date | None = None
    is_about_all: bool = False
    promised_on: dt.date | None = None
    promised_for: dt.date | None = None
    promised_minor: int = 0
    missing_minor: int = 0


NOTHING = Earlier()


def earlier(
    level: str, sent: Sent, broken: Sequence[Judged], documents: Collection[str], day: dt.date
) -> Earlier:
    """What a letter of `level`, dated `day`, says about the past; nothing below L2.

    sent: the last letter marked sent while an item of it is still open, a dunning letter
    of L1 or firmer; drafts and reminders before the due date are not cited (U-20). Of the
    promises not kept the latest counts, if it is about the account or one of `documents`.
    """
    if RUNGS[level] < _FORMAL:
        return NOTHING
    letter = sent if _is_cited(sent, day) else _NEVER
    asked = [one for one in broken if one.promise.document_no in {"", *documents}]
    last = max(asked, key=lambda one: one.promise.due_on, default=None)
    promise = last.promise if last else None
    return Earlier(
        letter_on=letter.date,
        number=letter.number,
        deadline=letter.deadline,
        is_about_all=bool(letter.documents) and set(documents) <= letter.documents,
        promised_on=promise.made_on if promise else None,
        promised_for=promise.due_on if promise else None,
        promised_minor=promise.amount_minor if promise else 0,
        missing_minor=last.missing_minor if last else 0,
    )


def _is_cited(sent: Sent, day: dt.date) -> bool:
    return sent.date is not None and sent.date <= day and RUNGS.get(sent.level, 0) >= 1
