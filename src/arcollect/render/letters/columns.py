"""How wide the columns of a table on paper are."""

from __future__ import annotations

from collections.abc import Sequence

from arcollect.render.letters.width import natural, width
from arcollect.views.block import Grid

TEXT_WIDTH = 9638  # twips: A4 less 2 cm at both sides
_CELL_MARGINS = 115
_CELL_CAP = 26  # columns of text: longer values wrap
_SIZES = range(18, 12, -1)  # half points: small tables 9 pt, wide ones down to 6.5 pt
_LEAST = 0.3  # words are squeezed to this share of what they would like, not further
_HALF_EM = 5  # twips per half point: a Chinese character takes two
_COLUMN = 6.4  # twips per half point: half an em; two thirds where a wide font stands in


def columns(block: Grid) -> tuple[int, list[int]]:
    """The largest print that keeps the values whole (half points), and twips per column."""
    rows = (*block.rows, *_totals(block))
    wide = _wide(block, rows)
    room = TEXT_WIDTH - _CELL_MARGINS * len(wide)
    size = next((s for s in _SIZES if sum(wide) * s * _COLUMN <= room), _SIZES[-1])
    widths = _shared(wide, firm(block), room, size * _COLUMN)
    return size, [width + _CELL_MARGINS for width in widths]


def _wide(block: Grid, rows: Sequence[Sequence[str]]) -> list[int]:
    """What columns would like; capitals are wider than figures."""
    wide = natural(block.titles, rows, _CELL_CAP)
    lettered = [any(c.isalpha() for v in column for c in v) for column in zip(*rows, strict=True)]
    return [w + has for w, has in zip(wide, lettered, strict=True)] if rows else wide


def titles(block: Grid) -> list[str]:
    """The titles, those too wide for their column broken where it is read well.

    Before a unit in brackets (应收金额 / （元）), else in the middle: 逾期 / 天数. Latin words
    break by themselves.
    """
    size, widths = columns(block)
    pairs = zip(block.titles, widths, strict=True)
    return [_broken(title, (wide - _CELL_MARGINS) / (size * _HALF_EM)) for title, wide in pairs]


def _broken(title: str, room: float) -> str:
    if title.isascii() or width(title) <= room:
        return title
    place = title.find("（")
    place = place if place > 0 else (len(title) + 1) // 2
    return f"{title[:place]}\n{title[place:]}"


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
