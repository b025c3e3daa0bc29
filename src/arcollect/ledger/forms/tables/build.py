"""A table sheet's body, typed: the start that all tables share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from arcollect.ledger.forms.draft import Draft, begin
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.forms.sheet.example import leave_out_examples
from arcollect.ledger.forms.sheet.fill import fill_merges
from arcollect.ledger.forms.sheet.found import FoundSheet
from arcollect.ledger.forms.sheet.place import Place
from arcollect.ledger.forms.sheet.rows import Rows, classify
from arcollect.ledger.forms.sheet.unit import title_unit

Mask = NDArray[np.bool_]


@dataclass(slots=True)
class TableSheet:
    """A sheet beside the items: its body, its row classes, and the rows kept."""

    found: FoundSheet
    body: Body
    rows: Rows
    draft: Draft
    keep: NDArray[np.int64]

    @property
    def place(self) -> Place:
        """Where its problems are."""
        return self.body.place


def open_body(found: FoundSheet, wanted: frozenset[str]) -> tuple[Body, Rows]:
    """The body with its wanted columns, merged cells repeated, rows classified."""
    matches = found.matching.matches if found.matching else ()
    place = Place(found.file, found.name, found.first)
    chosen = [m for m in matches if m.field in wanted or m.field.startswith("period:")]
    body = Body(found.sheet, place, chosen, extra=(0, 1), unit=title_unit(found))
    fill_merges(body, found.sheet.facts)
    rows = classify(body)
    leave_out_examples(body, rows)
    return body, rows


def table(
    found: FoundSheet, body: Body, rows: Rows, keep: Mask, plain: tuple[str, ...]
) -> TableSheet:
    """The kept rows as a draft with their plain texts, company and customer code."""
    at = np.flatnonzero(keep)
    draft = begin(body, keep, plain)
    draft.texts["_code"] = body.text("customer_code").where(at)
    draft.texts["company"] = body.text("company").where(at)
    return TableSheet(found, body, rows, draft, at)
