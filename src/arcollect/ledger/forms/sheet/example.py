"""The example row of a workbook to fill is nobody's debt."""

from __future__ import annotations

import re

import numpy as np

from arcollect.errors import Severity, message
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.forms.sheet.rows import CODE, Rows
from arcollect.ledger.schema import RowClass

_EXAMPLE = re.compile(r".*[（(]\s*(?:示例行|example row).*[)）]\s*", re.IGNORECASE)


def is_example(name: str) -> bool:
    """Whether a customer's name is marked as the example of an empty workbook."""
    return bool(_EXAMPLE.fullmatch(name))


def leave_out_examples(body: Body, rows: Rows) -> None:
    """Take a row whose customer is marked （示例行…） or (example row …) for a title.

    `arcollect init` writes such rows (U-42); one that a person wrote over with a real
    customer is a row like any other. Each is named as a notice.
    """
    if not body.has("customer"):
        return
    names = body.text("customer")
    found = rows.are(RowClass.ITEM) & names.test(is_example)
    for row in np.flatnonzero(found):
        body.place.tell(
            Severity.NOTICE,
            message("reading.example_row"),
            row=int(row),
            column=body.column("customer"),
            raw=names[int(row)],
        )
    rows.classes[found] = CODE[RowClass.TITLE]
