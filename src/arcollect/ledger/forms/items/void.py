"""Documents that were voided or never issued (作废, 草稿) are no receivables."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from arcollect.errors import Severity, message
from arcollect.ledger.cells.texts import Texts
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.forms.sheet.rows import CODE, Rows
from arcollect.ledger.schema import RowClass
from arcollect.numerals import simplified

_VOID = re.compile(
    r"\s*(?:已?作废|已?取消|草稿|void(?:ed)?|cancell?ed|deleted|draft)\s*", re.IGNORECASE
)


def leave_out_void(body: Body, rows: Rows, open_minor: NDArray[np.int64], currency: Texts) -> None:
    """Leave out rows whose status says that the document does not hold.

    They are listed with their amounts, as every row is that is not used. A red-letter
    invoice (已红冲) holds: its counterpart is a row of its own.
    """
    status = body.text("status")
    void = rows.are(RowClass.ITEM) & status.test(lambda w: bool(_VOID.fullmatch(simplified(w))))
    for row in np.flatnonzero(void):
        body.place.tell(
            Severity.EXCLUDED,
            message("reading.void", status=status[int(row)]),
            row=int(row),
            column=body.column("status"),
            raw=status[int(row)],
            remedy=message("reading.void.fix"),
            money=(int(open_minor[row]), currency[int(row)]),
        )
    rows.classes[void] = CODE[RowClass.UNUSABLE]
