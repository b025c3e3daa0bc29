"""Documents that look like one another (T-19)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from arcollect.errors import Problem, Severity, message
from arcollect.ledger.forms.draft import Draft
from arcollect.ledger.forms.items.lines import Groups, document_numbers

LISTED = 50


def duplicate_problems(draft: Draft) -> Iterator[Problem]:
    """Warnings for doubtful repeats; every row is kept.

    Same number, customer, amount and date: perhaps entered twice. Same number with
    different customers: one of them is wrong. Zero amounts are passed over.
    """
    document = document_numbers(draft)
    counted = ~document.blank & (draft.value("amount_minor") != 0)
    if np.bincount(document.codes[counted], minlength=1).max() <= 1:
        return
    number = document.codes.astype(np.int64)
    days = draft.value("issue_date").astype("datetime64[s]").astype(np.int64)
    keys = number
    for values in (draft.text("company").codes, draft.text("customer_key").codes,
                   draft.value("amount_minor"), days):  # fmt: skip
        keys = _paired(keys, values.astype(np.int64))
    twice = Groups(keys, counted)
    yield from _told(draft, twice, twice.size > 1, "ledger.duplicate")
    shared = Groups(_paired(number, draft.text("company").codes.astype(np.int64)), counted)
    mixed = shared.spread(draft.text("customer_key").codes.astype(np.int64))
    yield from _told(draft, shared, mixed, "ledger.shared_number")


def _paired(keys: NDArray[np.int64], values: NDArray[np.int64]) -> NDArray[np.int64]:
    _, left = np.unique(keys, return_inverse=True)
    _, right = np.unique(values, return_inverse=True)
    return left.astype(np.int64) * (int(right.max(initial=0)) + 1) + right


def _told(draft: Draft, groups: Groups, rows: NDArray[np.bool_], key: str) -> Iterator[Problem]:
    document = document_numbers(draft)
    heads = np.flatnonzero(rows & groups.first)
    order = np.argsort(groups.number, kind="stable")
    sorted_numbers = groups.number[order]
    for head in heads[:LISTED]:
        first = np.searchsorted(sorted_numbers, groups.number[head], "left")
        last = np.searchsorted(sorted_numbers, groups.number[head], "right")
        same = order[first:last]
        named = list(dict.fromkeys(draft.text("customer")[int(i)] for i in same))
        rows_named = [int(draft.arrays["row"][i]) for i in same]
        said = message(key, number=document[int(head)], rows=rows_named, customers=named)
        yield Problem(
            Severity.WARNING,
            said,
            draft.text("source")[int(head)],
            draft.text("sheet")[int(head)],
            str(int(draft.arrays["row"][head])),
            document[int(head)],
        )
    if len(heads) > LISTED:
        more = message("ledger.more_documents", count=len(heads) - LISTED)
        yield Problem(Severity.WARNING, more)
