"""Text cells: trimmed, control characters out, one word per distinct text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from arcollect.ledger.cells.column import (
    are_tidy,
    day_text,
    has,
    number_text,
    spread,
    texts_of,
    used_texts,
)
from arcollect.ledger.file.grid import CellKind, RawColumn

RUINED_FROM = 1e15
"""From here on Excel keeps only 15 digits of a number: an id is ruined (T-12)."""

_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_GUARDED = re.compile("'(?=[=+\\-@\t\r\0\uff1d\uff0b\uff0d\uff20])")
_NOTHING = re.compile(r"[-—–―/\\_.]+|#N/A", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Texts:
    """One word per row: `codes` point into `words`, which are distinct; words[0] is ""."""

    codes: NDArray[np.int32]
    words: list[str]

    def __len__(self) -> int:
        """How many rows."""
        return len(self.codes)

    def __getitem__(self, row: int | np.integer[Any]) -> str:
        """The word of a row."""
        return self.words[int(self.codes[row])]

    @property
    def blank(self) -> NDArray[np.bool_]:
        """Which rows say nothing."""
        blank: NDArray[np.bool_] = self.codes == 0
        return blank

    def where(self, keep: NDArray[np.bool_] | NDArray[np.int64]) -> Texts:
        """The chosen rows; words that no longer occur are forgotten."""
        if keep.dtype != np.bool_ and len(keep) == len(self.codes):
            return self  # row numbers in order: every row
        return compact(self.codes[keep], self.words)

    def each(self, change: Callable[[str], str]) -> Texts:
        """Every word changed, each distinct one once."""
        places: dict[str, int] = {"": 0}
        into = [places.setdefault(change(w), len(places)) for w in self.words]
        return Texts(np.array(into, dtype=np.int32)[self.codes], list(places))

    def test(self, ask: Callable[[str], bool]) -> NDArray[np.bool_]:
        """Which rows' words pass, each distinct word asked once."""
        return np.array([ask(w) for w in self.words])[self.codes]

    def or_else(self, other: Texts) -> Texts:
        """These words, and the other's where these are blank."""
        blank = self.blank
        if not (blank & ~other.blank).any():
            return self
        if blank.all():
            return other
        words, shifted = merged(self.words, other.words)
        return Texts(np.where(blank, shifted[other.codes], self.codes), words)

    def categorical(self) -> pd.Categorical:
        """The column as the ledger keeps it: category, "" for blank."""
        index = pd.Index(self.words, dtype="str")
        return pd.Categorical.from_codes(self.codes, categories=index, validate=False)


def merged(words: list[str], more: list[str]) -> tuple[list[str], NDArray[np.int32]]:
    """Both lists' distinct words, and where the second list's words stand in it."""
    places = {w: i for i, w in enumerate(words)}
    moved = [places.setdefault(w, len(places)) for w in more]
    return list(places), np.array(moved, dtype=np.int32)


def same(word: str, rows: int) -> Texts:
    """The same word on every row."""
    if not word:
        return Texts(np.zeros(rows, dtype=np.int32), [""])
    return Texts(np.ones(rows, dtype=np.int32), ["", word])


def of_words(words: list[str]) -> Texts:
    """Texts from a plain list (short tables)."""
    places: dict[str, int] = {"": 0}
    codes = [places.setdefault(w, len(places)) for w in words]
    return Texts(np.array(codes, dtype=np.int32), list(places))


def compact(codes: NDArray[np.int32], words: list[str]) -> Texts:
    """The same texts without the words that no row uses."""
    seen = np.zeros(len(words), dtype=bool)
    seen[codes] = True
    seen[0] = True
    if seen.all():
        return Texts(codes, words)
    place = np.cumsum(seen, dtype=np.int32) - 1
    return Texts(place[codes], [w for w, kept in zip(words, seen, strict=True) if kept])


def clean(raw: str) -> str:
    """A text as we keep it: trimmed, one space between words, nothing invisible.

    The apostrophe that keeps a formula a text ('=1+1, also in our own csv) goes.
    Line breaks and tabs become a space; control, bidi and zero-width characters
    and lone surrogates go (T-42). Dashes, slashes and #N/A alone mean blank; "NA",
    "null" and "None" are names like any other.
    """
    text = raw[1:] if _GUARDED.match(raw) else raw
    if not (text.isascii() and text.isprintable()):
        text = _INVISIBLE.sub("", _CONTROL.sub("", text))
    if "  " in text or not text.isprintable():
        text = " ".join(text.split())
    text = text.strip()
    if text and (text[0] in "-—–―/\\_.#") and _NOTHING.fullmatch(text):
        return ""
    return text


def is_hostile(raw: str) -> bool:
    """Whether a text hides control or direction-changing characters (reported)."""
    return not raw.isprintable() and _CONTROL.search(raw) is not None


@dataclass(frozen=True, slots=True)
class TextColumn:
    """A text column and what was odd about it (row masks)."""

    texts: Texts
    hostile: NDArray[np.bool_]  # control characters were taken out
    ruined: NDArray[np.bool_]  # a number of 16 digits or more: Excel has cut it
    error: NDArray[np.bool_]  # #REF! and the like, or a formula without a value


def text_column(column: RawColumn, *, tidy: bool | None = None) -> TextColumn:
    """Read a column as text; numbers give their digits, dates their ISO form.

    tidy: whether all its texts are known to need no cleaning (`are_tidy`).
    """
    used = used_texts(column)
    raws = texts_of(column, used)
    tidy = are_tidy(raws) if tidy is None else tidy
    words, into = (["", *raws], np.arange(1, len(raws) + 1)) if tidy else _cleaned(raws)
    codes = spread(column, used, np.append(into, 0).astype(np.int32)).astype(np.int32)
    error = has(column, CellKind.ERROR) | has(column, CellKind.UNCOMPUTED)
    codes[error] = 0
    nowhere = np.zeros(len(column), dtype=bool)
    ruined = hostile = nowhere
    numeric = (column.kind != CellKind.EMPTY) & (column.text < 0) & ~error
    if numeric.any():
        words = _numbers_as_text(column, numeric, codes, words)
        ruined = has(column, CellKind.NUMBER) & (np.abs(column.number) >= RUINED_FROM)
    if not tidy:
        odd = np.array([is_hostile(raw) for raw in raws] + [False])
        hostile = spread(column, used, odd).astype(bool)
    return TextColumn(Texts(codes, words), hostile, ruined, error)


def _cleaned(raws: list[str]) -> tuple[list[str], NDArray[np.int64]]:
    """The distinct cleaned words, and where each raw text stands among them."""
    places: dict[str, int] = {"": 0}
    into = [places.setdefault(clean(raw), len(places)) for raw in raws]
    return list(places), np.array(into, dtype=np.int64)


def _numbers_as_text(
    column: RawColumn,
    rows: NDArray[np.bool_],
    codes: NDArray[np.int32],
    words: list[str],
) -> list[str]:
    """Write the codes of cells that are numbers, dates or booleans; all words."""
    places = {word: i for i, word in enumerate(words)}
    for kind, write in (
        (CellKind.NUMBER, number_text),
        (CellKind.DATE, day_text),
        (CellKind.BOOL, lambda x: "TRUE" if x else "FALSE"),
    ):
        cells = rows & has(column, kind)
        if cells.any():
            values, back = np.unique(column.number[cells], return_inverse=True)
            into = [places.setdefault(write(float(v)), len(places)) for v in values]
            codes[cells] = np.array(into, dtype=np.int32)[back]
    return list(places)
