"""Disputes of the register: which documents, and how much of each."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.keys import Ints
    from arcollect.register.entries import DisputeEntry, Party


def open_on(entries: Iterable[DisputeEntry], day: dt.date) -> list[DisputeEntry]:
    """Those not settled by `day`; one that is opened later counts as well."""
    return [entry for entry in entries if entry.closed_on is None or entry.closed_on > day]


def disputed(items: pd.DataFrame, parties: list[Party], entries: Iterable[DisputeEntry]) -> Ints:
    """Minor units of each item that the customer contests by the register (R003-53).

    A dispute names a document, else it is about the whole account; without an amount all
    of that is contested, else so much of it, oldest due date first. items: `account`,
    `document_no`, `invoice_no`, `due_date`, `open_minor`.
    """
    found = np.zeros(len(items), np.int64)
    by_party: dict[Party, list[DisputeEntry]] = defaultdict(list)
    for entry in entries:
        by_party[entry.party].append(entry)
    if not by_party:
        return found
    owed = items["open_minor"].to_numpy(np.int64)
    numbers = items["account"].to_numpy()
    order = np.argsort(items["due_date"].to_numpy("datetime64[D]"), kind="stable")
    for account in np.unique(numbers):
        for entry in by_party.get(parties[account], ()):
            mine = order[(numbers == account)[order] & _meant(items, entry.document_no)[order]]
            _spread(found, owed, mine.tolist(), entry.amount_minor)
    return found


def _meant(items: pd.DataFrame, document: str) -> np.ndarray:
    if not document:
        return np.ones(len(items), bool)
    same = (items["document_no"].astype(object) == document) | (
        items["invoice_no"].astype(object) == document
    )
    return same.to_numpy(bool)


def _spread(found: Ints, owed: Ints, rows: list[int], amount: int) -> None:
    """Lay the contested amount on these rows, none beyond what it owes."""
    left = amount or int(owed[rows].clip(0).sum())
    for row in rows:
        part = min(max(int(owed[row]) - int(found[row]), 0), left)
        found[row] += part
        left -= part
