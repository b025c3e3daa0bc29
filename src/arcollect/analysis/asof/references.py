"""Which document a credit names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd

from arcollect.analysis.asof.matching import Allocation, allocate
from arcollect.analysis.keys import PARTY, Ints, group_codes

_BETWEEN = re.compile(r"[、,，;；\s]+")
_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z_/.-]{3,}")


def named(text: str) -> tuple[str, ...]:
    """The document numbers that a reference names: the whole text, else its parts."""
    parts = [part for part in _BETWEEN.split(text.strip()) if part]
    return (text.strip(),) if len(parts) < 2 else (text.strip(), *parts)


def mentioned(remark: str) -> tuple[str, ...]:
    """Words of a remark that could be document numbers ("红冲 AR202601001")."""
    words = (word.rstrip("./-_") for word in _NUMBER.findall(remark))
    return tuple(word for word in words if any(map(str.isdigit, word)))


def by_reference(
    debits: pd.DataFrame, debit_left: Ints, credits_: pd.DataFrame, credit_left: Ints
) -> Allocation:
    """Pay each document with the credits that name it, within one party.

    A credit names a document by the same document or invoice number, or by the number
    in its reference. Several rows of one number are paid in their order. Money in
    minor units; the sums left are not changed.
    """
    if not len(credits_):
        return joined([])
    (debit_party, credit_party), _ = group_codes([debits, credits_], PARTY)
    debit_left, credit_left = debit_left.copy(), credit_left.copy()
    found = []
    for theirs in _names(credits_):
        for ours in ("document_no", "invoice_no"):
            rows = pd.Categorical(debits[ours])
            wanted = _wanted(rows.categories, theirs)
            many = len(rows.categories) + 1
            pairs = allocate(
                _within(debit_party, _not_blank(rows), many),
                debit_left,
                _within(credit_party, wanted, many),
                credit_left,
            )
            np.subtract.at(debit_left, pairs.item, pairs.amount)
            np.subtract.at(credit_left, pairs.credit, pairs.amount)
            found.append(pairs)
    return joined(found)


def joined(parts: list[Allocation]) -> Allocation:
    """Several rounds of matching as one."""
    none = np.zeros(0, dtype=np.int64)
    return Allocation(
        np.concatenate([none, *(part.item for part in parts)]),
        np.concatenate([none, *(part.credit for part in parts)]),
        np.concatenate([none, *(part.amount for part in parts)]),
    )


def _names(credits_: pd.DataFrame) -> Iterator[list[str]]:
    yield [str(text) for text in credits_["document_no"]]
    yield [str(text) for text in credits_["invoice_no"]]
    yield from _parts(credits_["reference"], named)
    yield from _parts(credits_["mention"], mentioned)


def _parts(column: pd.Series, split: Callable[[str], tuple[str, ...]]) -> Iterator[list[str]]:
    names = [split(str(text)) if text else () for text in column]
    for turn in range(max(map(len, names), default=0)):
        yield [name[turn] if turn < len(name) else "" for name in names]


def _wanted(categories: pd.Index, texts: list[str]) -> Ints:
    found = categories.get_indexer(pd.Index(texts, dtype=object))
    return np.where(np.array([bool(text) for text in texts]), found, -1)


def _not_blank(rows: pd.Categorical) -> Ints:
    blank = rows.categories.get_indexer(pd.Index([""], dtype=object))[0]
    codes = rows.codes.astype(np.int64)
    return np.where(codes == blank, -1, codes)


def _within(party: Ints, name: Ints, many: int) -> Ints:
    return np.where(name >= 0, party * many + name, -1)
