"""One row per invoice line: the document counts once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from arcollect.errors import Severity, message
from arcollect.ledger.cells.amounts import hundredths, plain_numbers
from arcollect.ledger.cells.texts import Texts
from arcollect.ledger.forms.draft import Draft
from arcollect.ledger.forms.identity import unruined
from arcollect.ledger.forms.items.build import LINES, ItemSheet
from arcollect.ledger.forms.sheet.rows import CODE
from arcollect.ledger.schema import RowClass
from arcollect.money import Amount, parse_amount

Mask = NDArray[np.bool_]


def count_documents_once(sheet: ItemSheet) -> bool:
    """Keep the first row of each document where its total repeats on every line.

    Only where the sheet has line columns (line number, quantity, unit price, net
    amount), or goods that differ from row to row in at least two documents, and
    every repeated document repeats its amount. The other rows become class LINE.
    """
    draft = sheet.draft
    if not any(sheet.body.has(f) for f in (*LINES, "goods")):
        return False
    document = document_numbers(draft)
    party = (draft.text(name) for name in ("company", "_code", "customer", "currency"))
    same = _codes(document, *party)
    groups = Groups(same, ~document.blank & (draft.value("amount_minor") != 0))
    repeated = groups.size > 1
    if not repeated.any() or not _totals_repeat(draft, groups, repeated):
        return False
    if _are_line_amounts(sheet, repeated):
        return False
    if not any(sheet.body.has(f) for f in LINES) and not _goods_differ(draft, groups, repeated):
        return False
    further = repeated & ~groups.first
    sheet.rows.classes[sheet.keep[further]] = CODE[RowClass.LINE]
    sheet.draft, sheet.keep = draft.where(np.flatnonzero(~further)), sheet.keep[~further]
    said = message("ledger.lines_once", documents=int((repeated & groups.first).sum()),
                   rows=int(further.sum()))  # fmt: skip
    sheet.place.tell(Severity.NOTICE, said)
    return True


def document_numbers(draft: Draft) -> Texts:
    """The number that names a document: its own, else the invoice's.

    A number that Excel has cut names nothing: different ones look the same (T-12).
    """
    numbers = draft.text("document_no").or_else(draft.text("invoice_no"))
    return unruined(numbers, draft.value("is_ruined"))


class Groups:
    """Rows that share a key: how many there are, and which comes first."""

    def __init__(self, keys: NDArray[np.int64], counted: Mask) -> None:
        self.number = np.full(len(keys), -1, dtype=np.int64)
        _, first, back, size = np.unique(
            keys[counted], return_index=True, return_inverse=True, return_counts=True
        )
        rows = np.flatnonzero(counted)
        self.number[rows] = back
        self.size = np.ones(len(keys), dtype=np.int64)
        self.size[rows] = size[back]
        self.first = np.ones(len(keys), dtype=bool)
        self.first[rows] = False
        self.first[rows[first]] = True

    def spread(self, values: NDArray[np.int64]) -> Mask:
        """Which rows belong to a group whose values are not all the same."""
        grouped = self.number >= 0
        count = int(self.number.max(initial=-1)) + 1
        low = np.full(count, np.iinfo(np.int64).max)
        high = np.full(count, np.iinfo(np.int64).min)
        np.minimum.at(low, self.number[grouped], values[grouped])
        np.maximum.at(high, self.number[grouped], values[grouped])
        mixed = np.zeros(len(values), dtype=bool)
        mixed[grouped] = (low != high)[self.number[grouped]]
        return mixed


def _codes(*texts: Texts) -> NDArray[np.int64]:
    keys = np.zeros(len(texts[0]), dtype=np.int64)
    for part in texts:
        _, keys = np.unique(keys * len(part.words) + part.codes, return_inverse=True)
    return keys


def _totals_repeat(draft: Draft, groups: Groups, repeated: Mask) -> bool:
    for name in ("amount_minor", "open_minor", "paid_minor"):
        if (groups.spread(draft.value(name)) & repeated).any():
            return False
    days = draft.value("issue_date").astype("datetime64[s]").astype(np.int64)
    return not (groups.spread(days) & repeated).any()


def _are_line_amounts(sheet: ItemSheet, repeated: Mask) -> bool:
    """Whether quantity times price is what each row counts, with or without its tax.

    Two equal lines of one delivery note are two amounts, not one repeated.
    """
    body = sheet.body
    if not (body.has("quantity") and body.has("unit_price")):
        return False
    quantity, price = (
        plain_numbers(body.raw[f], _number)[sheet.keep][repeated]
        for f in ("quantity", "unit_price")
    )
    fields = [f for f in ("open_minor", "amount_minor", "net_amount") if body.has(f)]
    wanted = np.round(quantity * price * 100)
    return any(
        bool((np.abs(hundredths(body.raw[f])[sheet.keep][repeated] - wanted) <= 1).all())
        for f in fields
    )


def _number(text: str) -> float | None:
    read = parse_amount(text, three_decimals=True)
    return float(read.value) if isinstance(read, Amount) and read.value is not None else None


def _goods_differ(draft: Draft, groups: Groups, repeated: Mask) -> bool:
    differ = groups.spread(draft.text("goods").codes.astype(np.int64)) & repeated
    documents = int((repeated & groups.first).sum())
    return documents >= 2 and int((differ & groups.first).sum()) == documents
