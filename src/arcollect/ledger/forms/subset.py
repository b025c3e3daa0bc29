"""Sheets that only repeat another one (明细 and 逾期明细) are counted once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from arcollect.errors import message
from arcollect.ledger.forms.gather import Gathered
from arcollect.ledger.forms.items.build import ItemSheet
from arcollect.ledger.forms.items.lines import document_numbers


def without_subsets(gathered: Gathered) -> None:
    """Put aside each items sheet whose every numbered row stands in a larger one.

    The same document number, customer, own company, currency, amount and balance; a
    sheet with an item without a number is never put aside, nor are sheets of different
    files.
    """
    sheets = gathered.items
    if len(sheets) < 2:
        return
    keys = [_keys(sheet) for sheet in sheets]
    for small, sheet in enumerate(sheets):
        big = next((b for b in range(len(sheets)) if _holds(sheets, keys, b, small)), None)
        if big is not None:
            why = message("ledger.sheet_repeats", other=sheets[big].found.name)
            unused = sheet.found.unused(why)
            gathered.found = [unused if f is sheet.found else f for f in gathered.found]
            gathered.items = [s for s in gathered.items if s is not sheet]


def _holds(
    sheets: Sequence[ItemSheet], keys: Sequence[pd.Index | None], big: int, small: int
) -> bool:
    larger, smaller = keys[big], keys[small]
    if big == small or larger is None or smaller is None:
        return False
    if sheets[big].found.file != sheets[small].found.file:
        return False
    if len(larger) < len(smaller) or (len(larger) == len(smaller) and big > small):
        return False
    return bool(smaller.isin(larger).all())


def _keys(sheet: ItemSheet) -> pd.Index | None:
    draft = sheet.draft
    numbers = document_numbers(draft)
    if not draft.rows or numbers.blank.any() or sheet.found.role == "journal":
        return None
    texts = [numbers, *(draft.text(n) for n in ("customer_key", "company", "currency"))]
    return pd.MultiIndex.from_arrays(
        [
            *(np.array(text.words, dtype=object)[text.codes] for text in texts),
            draft.arrays["amount_minor"],
            draft.arrays["open_minor"],
        ]
    )
