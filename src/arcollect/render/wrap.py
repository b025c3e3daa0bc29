"""Where a line may be broken, on a screen and in a cell."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len

_NEVER_FIRST = "，。、；：！？）》」』】〕”’％…,.;:!?)]}%"
_NEVER_LAST = "（《「『【〔“‘([{"


def wrap(said: str, columns: int) -> str:
    """`said` in lines of at most `columns`; a Chinese character takes two.

    Chinese breaks anywhere but before a comma or behind a bracket that opens, formulas
    behind ÷ and ×, everything else at blanks, but for the one before a measure word
    (30 户). (Rich breaks at blanks only.)
    """
    lines = [""]
    for piece in _pieces(said):
        if lines[-1] and cell_len(lines[-1]) + cell_len(piece.rstrip()) > columns:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip(" ")
    return "\n".join(lines)


def _pieces(said: str) -> Iterator[str]:
    """Stretches that stay whole: a word with its blank, a character with its comma."""
    piece = ""
    for character in said:
        if piece and _may_break(piece[-1], character) and not _is_measure(piece, character):
            yield piece
            piece = ""
        piece += character
    yield piece


def _is_measure(piece: str, after: str) -> bool:
    return cell_len(after) == 2 and piece[-1] == " " and piece[:-1].isdigit()


def _may_break(before: str, after: str) -> bool:
    if after in _NEVER_FIRST or after == " " or before in _NEVER_LAST:
        return False
    return before in " ÷×" or cell_len(before) == 2 or cell_len(after) == 2
