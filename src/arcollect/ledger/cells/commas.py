"""A comma for the decimals (1.234,56): the whole column proves it, or it is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

_FIGURE = re.compile(r"[^\d.,]*\d[\d.,]*[^\d.,]*")
_COMMA = re.compile(r"[^\d.,]*(?:\d{1,3}(?:\.\d{3})+|\d+),\d{2}[^\d.,]*")
_WHOLE = re.compile(r"[^\d.,]*\d+[^\d.,]*")
_SWAPPED = str.maketrans({".": None, ",": "."})


class Comma(Enum):
    """What the amounts of a column say of the comma."""

    NONE = "none"  # it is no decimal sign here, or in single cells only
    PROVED = "proved"
    DOUBTFUL = "doubtful"


def comma_of(texts: Iterable[str]) -> Comma:
    """Whether the comma stands before the decimals in a whole column (T-22).

    Proved where every amount has exactly two digits behind its only comma (a
    thousands comma has three), points at most between groups of three; whole numbers
    may stand among them. Doubtful where more than half are written so and others are
    not: then 1.234 may be a thousand or one and a bit. Fewer are slips of single
    cells, refused one by one.
    """
    figures = [t for text in texts if _FIGURE.fullmatch(t := text.strip())]
    commas = [t for t in figures if _COMMA.fullmatch(t)]
    if not commas:
        return Comma.NONE
    if all(_COMMA.fullmatch(t) or _WHOLE.fullmatch(t) for t in figures):
        return Comma.PROVED
    return Comma.DOUBTFUL if len(commas) * 2 > len(figures) else Comma.NONE


def with_point(text: str) -> str:
    """The amount as the rest of the world writes it: 1.234,56 is 1234.56."""
    return text.translate(_SWAPPED) if _COMMA.fullmatch(text.strip()) else text
