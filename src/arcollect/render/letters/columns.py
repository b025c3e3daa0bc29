"""How wide the columns of a table on paper are."""

from __future__ import annotations

from arcollect.render.letters.width import natural
from arcollect.views.block import Grid

TEXT_WIDTH = 9638  # twips: A4 less 2 cm at both sides
_CELL_MARGINS = 130
_CELL_CAP = 26  # columns of text: longer values wrap
_SIZES = range(18, 12, -1)  # half points: small tables 9 pt, wide ones down to 6.5 pt
_LEAST = 0.3  # words are squeezed to this share of what they would like, not further
_COLUMN = 6.4  # twips per half point: half an em; two thirds where a wide font stands in


def columns(block: Grid) -> tuple[int, list[int]]:
    """The largest print that keeps the values whole (half points), and twips per column."""
    rows = (*block.rows, *_totals(block))
    wide = [width + 1 for width in natural(block.titles, rows, _CELL_CAP)]
    room = TEXT_WIDTH - _CELL_MARGINS * len(wide)
    size = next((s for s in _SIZES if sum(wide) * s * _COLUMN <= room), _SIZES[-1])
    widths = _shared(wide, firm(block), room, size * _COLUMN)
    return size, [width + _CELL_MARGINS for width in widths]


def firm(block: Grid) -> list[bool]:
    """Which columns hold numbers and codes only: those are never broken in two."""
    rows = (*block.rows, *_totals(block))
    if not rows:
        return [False] * len(block.titles)
    return [all(" " not in v and v.isascii() for v in c) for c in zip(*rows, strict=True)]


def _shared(wide: list[int], firm: list[bool], room: int, unit: float) -> list[int]:
    """Twips per column; where room is short, words give way before numbers and codes.

    A document number broken in two is a wrong number.
    """
    kept = sum(int(w * unit) for w, is_firm in zip(wide, firm, strict=True) if is_firm)
    soft = sum(w for w, is_firm in zip(wide, firm, strict=True) if not is_firm)
    left = room - kept
    if sum(wide) * unit <= room or left < soft * unit * _LEAST:
        return [w * room // sum(wide) for w in wide]
    pairs = zip(wide, firm, strict=True)
    return [int(w * unit) if is_firm else w * left // soft for w, is_firm in pairs]


def _totals(block: Grid) -> list[list[str]]:
    """The foot's amounts, which are bold and need room; its labels span columns."""
    return [["", *(f"{v} " if v else "" for v in row[1:])] for row in block.foot]
