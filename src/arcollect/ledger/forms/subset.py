"""Sheets that only repeat another one (明细 and 逾期明细) are counted once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from arcollect.errors import LedgerError, message
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


def refuse_snapshots(gathered: Gathered) -> None:
    """Refuse sheets of one file that list the same documents at two days.

    A sheet for each month-end repeats what is still open: both together would count it
    twice. It takes the same number, customer, own company, currency and dates, for at
    least two documents and half of the smaller sheet; the amounts may differ, for part
    payments come between. LedgerError names both sheets.
    """
    items = [sheet for sheet in gathered.items if sheet.found.role == "items"]
    several = {file for file, sheets in Counter(s.found.file for s in items).items() if sheets > 1}
    named = [(sheet, _documents(sheet)) for sheet in items if sheet.found.file in several]
    for (one, mine), (other, theirs) in combinations(named, 2):
        shared = mine[mine.isin(theirs)]
        fewer = min(len(mine), len(theirs))
        if one.found.file == other.found.file and len(shared) >= max(2, fewer / 2):
            facts = {"sheets": [one.found.name, other.found.name], "count": len(shared)}
            raise LedgerError(
                message("ledger.snapshots", file=one.found.file, number=shared[0][0], **facts),
                message("ledger.snapshots.fix", sheet=other.found.name),
            )


def _documents(sheet: ItemSheet) -> pd.Index:
    """The numbered and dated documents of a sheet, each once, without their amounts."""
    draft, numbers = sheet.draft, document_numbers(sheet.draft)
    days = [draft.value(name) for name in ("issue_date", "stated_due_date")]
    known = ~numbers.blank & ~(np.isnat(days[0]) & np.isnat(days[1]))
    texts = [numbers, *(draft.text(n) for n in ("customer_key", "company", "currency"))]
    words = [np.array(text.words, dtype=object)[text.codes[known]] for text in texts]
    return pd.MultiIndex.from_arrays([*words, *(day[known] for day in days)]).unique()
