"""On which day a row was entered: never a reason to refuse a file."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from arcollect.errors import LedgerError, Severity
from arcollect.ledger.forms.draft import Draft
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.forms.sheet.dating import Dates
from arcollect.ledger.options import ReadOptions

FIELD = "entry_date"
_BESIDE = ("issue_date", "due_date")


def put_entry_date(draft: Draft, body: Body, at: NDArray[np.int64], options: ReadOptions) -> None:
    """The entry dates (录入日期) of the kept rows; an unreadable one is blank.

    Only hints are made of them, so a column whose day order nothing proves is left out
    with a notice, where a due date would end the run. It may take the order of the
    issue or due date beside it.
    """
    if not body.has(FIELD):
        return
    try:
        read = Dates(body, (FIELD, *_BESIDE), options).get(FIELD)
    except LedgerError as error:
        column = body.column(FIELD)
        body.place.tell(Severity.NOTICE, error.said, column=column, remedy=error.hint)
        return
    draft.arrays[FIELD] = read.days[at]
