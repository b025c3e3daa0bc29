"""How wide text is, in columns of a fixed-width page."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_NO_START = "，。、；：！？）》」』】〕”’％…,.;:!?)]}%"  # 避头尾: never begin a line


def width(said: str) -> int:
    """Columns: 2 for a Chinese character, 1 for a Latin one, 0 for a combining mark."""
    return sum(_columns(c) for c in said)


def pad(said: str, columns: int, *, right: bool = False) -> str:
    """`said` filled with spaces to `columns`."""
    space = " " * max(0, columns - width(said))
    return space + said if right else said + space


def wrap(said: str, columns: int, first: str = "", rest: str = "") -> list[str]:
    """Lines of at most `columns`; Chinese breaks anywhere but before a comma or full stop.

    `first` begins the first line, `rest` the others; Latin words stay whole
    where they fit on a line.
    """
    lines = [first]
    for piece in _pieces(said):
        if width(lines[-1]) + width(piece.rstrip()) > columns and lines[-1].strip():
            lines[-1] = lines[-1].rstrip()
            lines.append(rest)
            piece = piece.lstrip(" ")  # noqa: PLW2901
        lines[-1] += piece
    return lines


def natural(titles: Sequence[str], rows: Sequence[Sequence[str]], cap: int) -> list[int]:
    """The widths that columns would like: whole values, titles on two lines, at most `cap`."""
    wide = [(width(t) + 1) // 2 + 1 for t in titles]
    for row in rows:
        wide = [max(w, width(v)) for w, v in zip(wide, row, strict=True)]
    return [min(w, cap) for w in wide]


def _pieces(said: str) -> list[str]:
    """Stretches that must not be broken."""
    found: list[str] = []
    for c in said:
        joins = found and (c in _NO_START or (_is_latin(c) and _is_latin(found[-1][-1])))
        if joins or (found and c == " "):
            found[-1] += c
        else:
            found.append(c)
    return found


def _is_latin(c: str) -> bool:
    return c != " " and _columns(c) == 1


def _columns(c: str) -> int:
    if unicodedata.combining(c):
        return 0
    return 2 if unicodedata.east_asian_width(c) in "WFA" and not c.isascii() else 1
