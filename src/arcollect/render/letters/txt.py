"""A letter as plain text, for an e-mail or a chat."""

from __future__ import annotations

from collections.abc import Sequence

from arcollect.render.letters.width import natural, pad, width, wrap
from arcollect.text import Lang
from arcollect.views.block import (
    Align,
    Block,
    Grid,
    Heading,
    Letterhead,
    Listing,
    PageBreak,
    PayTo,
    Printed,
    Run,
    Sign,
    Style,
    Text,
)

_COLUMNS = 78
_CELL_CAP = 40
_TABLE = 112  # a wider table becomes a list of labelled lines


def txt(letter: Printed) -> str:
    """The letter in lines of 78 columns (a Chinese character takes two)."""
    said, was_plain = "", False
    for block in letter.blocks:
        is_plain = isinstance(block, Text) and block.style is Style.PLAIN
        gap = "\n" if is_plain and was_plain else "\n\n"
        said += (gap if said else "") + "\n".join(_block(block, letter.lang))
        was_plain = is_plain
    return said + "\n"


def _block(block: Block, lang: Lang) -> list[str]:  # noqa: PLR0911  (one line per kind)
    match block:
        case Text():
            return _text(block, lang)
        case Heading():
            centred = " " * max(0, (_COLUMNS - width(block.text)) // 2)
            return [centred + block.text if block.level == 1 else block.text]
        case Listing():
            return _listing(block)
        case Grid():
            return _grid(block)
        case Letterhead():
            return _letterhead(block)
        case PayTo():
            return _pay_to(block)
        case Sign():
            name, *others = block.lines
            return [pad(line, _COLUMNS, right=True) for line in (name, block.seal, *others) if line]
        case PageBreak():
            return ["-" * _COLUMNS]


def _text(block: Text, lang: Lang) -> list[str]:
    indent = "　　" if block.style is Style.BODY and lang is Lang.ZH else ""
    lines = block.plain.split("\n")
    return [w for n, line in enumerate(lines) for w in wrap(line, _COLUMNS, "" if n else indent)]


def _listing(block: Listing) -> list[str]:
    lines: list[str] = []
    for number, runs in enumerate(block.items, 1):
        mark = f"{number}. " if block.is_ordered else "- "
        lines += wrap(_plain(runs), _COLUMNS, "  " + mark, "  " + " " * len(mark))
    return lines


def _letterhead(block: Letterhead) -> list[str]:
    reference = "  ".join(part for part in (block.reference, block.copies) if part)
    lines = [block.name, *block.lines]
    return [*lines, "=" * _COLUMNS, pad(reference, _COLUMNS, right=True)]


def _pay_to(block: PayTo) -> list[str]:
    wide = max((width(label) for label, _ in block.pairs), default=0)
    return [block.title, *(f"  {pad(label, wide)}  {value}" for label, value in block.pairs)]


def _grid(block: Grid) -> list[str]:
    wide = natural(block.titles, (block.titles, *block.rows, *block.foot), _CELL_CAP)
    if sum(wide) + 2 * len(wide) > _TABLE:
        return _as_list(block)
    rows = [block.titles, *block.rows, *block.foot]
    lines = [_line(row, wide, block.aligns) for row in rows]
    rule = "-" * (sum(wide) + 2 * (len(wide) - 1))
    cut = len(block.rows) + 1
    return [lines[0], rule, *lines[1:cut], rule, *lines[cut:]]


def _line(row: Sequence[str], wide: Sequence[int], aligns: Sequence[Align]) -> str:
    cells = zip(row, wide, aligns, strict=True)
    return "  ".join(pad(v, w, right=a is Align.RIGHT) for v, w, a in cells).rstrip()


def _as_list(block: Grid) -> list[str]:
    """Each row as labelled lines, where the columns do not fit side by side."""
    lines: list[str] = []
    for row in block.rows:
        pairs = zip(block.titles, row, strict=True)
        lines += wrap("; ".join(f"{t} {v}" for t, v in pairs if v), _COLUMNS, "- ", "  ")
    totals = (" ".join(v for v in row if v) for row in block.foot)
    return [*lines, *totals]


def _plain(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)
