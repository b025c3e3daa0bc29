"""Who belongs together: one code per company, customer and currency."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Dates = NDArray[np.datetime64]

DENSE = 8
"""A table of all keys is used up to this many times the number of rows."""

PARTY = ("company", "customer_key", "currency")
"""Nothing is ever netted or added up across these three (U-06)."""


def joint_codes(columns: Sequence[pd.Series]) -> tuple[list[Ints], list[str]]:
    """One numbering for the same text in several columns, and the texts by number.

    Blank and missing text is -1: it never equals anything.
    """
    number: dict[str, int] = {}
    coded = [_coded(column, number) for column in columns]
    return coded, list(number)


def _coded(column: pd.Series, number: dict[str, int]) -> Ints:
    kept = pd.Categorical(column)
    texts = [str(text) for text in kept.categories]
    codes = [number.setdefault(text, len(number)) if text else -1 for text in texts]
    spread: Ints = np.array([*codes, -1], dtype=np.int64)[kept.codes]
    return spread


def group_codes(
    frames: Sequence[pd.DataFrame], names: Sequence[str]
) -> tuple[list[Ints], pd.DataFrame]:
    """The same group number for the same values of `names` in all `frames`.

    Also the groups themselves, one row each, as text columns. Blank is a value here:
    documents without a company belong together.
    """
    key = np.zeros(sum(map(len, frames)), dtype=np.int64)
    words: list[list[str]] = []
    for name in names:
        coded, known = joint_codes([frame[name] for frame in frames])
        key = key * (len(known) + 1) + np.concatenate(coded) + 1
        words.append(["", *known])
    groups, which = _distinct(key, math.prod(map(len, words)))
    ends = np.cumsum([len(frame) for frame in frames])[:-1]
    return np.split(which, ends), _spelled_out(groups, names, words)


def _distinct(key: Ints, size: int) -> tuple[Ints, Ints]:
    """The values that occur, in order, and which of them each row has.

    By a table of all possible keys where that is small, else by sorting.
    """
    if size > DENSE * (len(key) + 100):
        groups, which = np.unique(key, return_inverse=True)
        return groups, which.astype(np.int64)
    occurs = np.zeros(size, dtype=bool)
    occurs[key] = True
    return np.flatnonzero(occurs), (np.cumsum(occurs) - 1)[key]


def narrow(numbers: Ints) -> Ints:
    """The same numbers in 16 bits where they fit: those sort in linear time."""
    small = len(numbers) and int(numbers.max()) < 2**16
    return numbers.astype(np.uint16) if small else numbers


def _spelled_out(groups: Ints, names: Sequence[str], words: list[list[str]]) -> pd.DataFrame:
    table: dict[str, list[str]] = {}
    rest = groups
    for name, known in zip(reversed(names), reversed(words), strict=True):
        table[name] = [known[code] for code in rest % len(known)]
        rest = rest // len(known)
    return pd.DataFrame(table, columns=list(names), dtype=object)


def sums(groups: Ints, values: Ints, count: int) -> Ints:
    """Exact sums of int64 `values` by group (bincount would go through floats)."""
    total = np.zeros(count, dtype=np.int64)
    np.add.at(total, groups, values)
    return total


def largest(groups: Ints, values: Ints, count: int) -> Ints:
    """The largest value of each group, 0 at least."""
    worst = np.zeros(count, dtype=np.int64)
    np.maximum.at(worst, groups, values)
    return worst


def positions(labels: Ints, index: pd.Index) -> Ints:
    """Where the rows with these labels stand in a frame; -1 where they do not."""
    return index.get_indexer(pd.Index(labels)).astype(np.int64)
