"""A list of payables (应付), its headers said from the other side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_SAID = {
    "应收": re.compile(r"应付|應付"),
    "客户": re.compile(r"供应商|供應商|供货商|供貨商|供货单位|供方|销售方|销货单位|厂商"),
    "Customer": re.compile(r"suppliers?|vendors?|creditors?", re.IGNORECASE),
    "Receivable": re.compile(r"payables?", re.IGNORECASE),
    "AR": re.compile(r"\bA/?P\b"),
}
_OF_OURS = re.compile(r"应收|應收|客户|客戶|receivab|customer|\bA/?R\b", re.IGNORECASE)
_OF_THEIRS = re.compile(r"应付|應付|payables?|\bA/P\b", re.IGNORECASE)
_LONGEST = 40
"""A header is short; a longer cell is a sentence, and is left as it stands."""


def as_receivables(rows: Sequence[Sequence[object]]) -> list[list[object]]:
    """The first rows of a sheet with 客户 for 供应商 and 应收 for 应付.

    What we owe a supplier is listed in the same way as what a customer owes us, so that
    one reader serves both; only the words of headers differ.
    """
    return [[_turned(cell) for cell in row] for row in rows]


def speaks_of_payables(words: Iterable[object]) -> bool:
    """Whether one of these words names a supplier or a payable: nothing else proves it."""
    return any(p.search(word) for word in words if isinstance(word, str) for p in _SAID.values())


def is_named_payables(sheet: str) -> bool:
    """Whether a sheet is called payables and nothing else.

    应收应付 is both, 供应商 may be us, and AP may be Asia-Pacific.
    """
    return bool(_OF_THEIRS.search(sheet)) and not _OF_OURS.search(sheet)


def _turned(cell: object) -> object:
    if not isinstance(cell, str) or len(cell) > _LONGEST:
        return cell
    for said, pattern in _SAID.items():
        cell = pattern.sub(said, cell)
    return cell
