"""Which document a credit names."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass

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
    turns = list(_names(credits_))
    looked_for = {"", *(text for turn in turns for text in turn)}
    columns = [_numbers(debits[name], looked_for) for name in ("document_no", "invoice_no")]
    found = []
    for theirs in turns:
        for ours in columns:
            pairs = allocate(
                _within(debit_party, ours.codes, ours.many),
                debit_left,
                _within(credit_party, ours.codes_of(theirs), ours.many),
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


@dataclass(frozen=True, slots=True)
class _Numbers:
    """A column of document numbers: the code of every row (-1: blank), and of a text."""

    codes: Ints
    known: Mapping[str, int]
    many: int

    def codes_of(self, texts: list[str]) -> Ints:
        """The code of each text, -1 where no row has it or it is blank."""
        return np.array([self.known.get(text, -1) for text in texts], dtype=np.int64)


def _numbers(column: pd.Series, looked_for: Container[str]) -> _Numbers:
    """One pass over the distinct numbers: hashing them all costs ten times as much."""
    kept = pd.Categorical(column)
    texts = kept.categories.tolist()
    known = {text: code for code, text in enumerate(texts) if text in looked_for}
    blank = known.pop("", -1)
    codes = kept.codes.astype(np.int64)
    return _Numbers(np.where(codes == blank, -1, codes), known, len(texts) + 1)


def _within(party: Ints, name: Ints, many: int) -> Ints:
    return np.where(name >= 0, party * many + name, -1)
