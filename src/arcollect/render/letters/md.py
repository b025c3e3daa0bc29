"""A letter as Markdown, to be reworked."""

from __future__ import annotations

import re
from collections.abc import Sequence

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

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#+!|~&$])")
_STARTS = re.compile(r"^(\s*(?:\d{1,9}(?=[.)](?:\s|$)))?)([-=.)])")
_RULES = {Align.LEFT: "---", Align.RIGHT: "---:", Align.CENTRE: ":---:"}


def md(letter: Printed) -> str:
    """The letter as CommonMark with tables; customers' own text is escaped."""
    return "\n\n".join(filter(None, (_block(block) for block in letter.blocks))) + "\n"


def _block(block: Block) -> str:  # noqa: PLR0911  (one line per kind)
    match block:
        case Text():
            quote = "> " if block.style is Style.NOTE else ""
            return quote + _runs(block.runs)
        case Heading():
            return f"{'#' * block.level} {_escaped(block.text)}"
        case Listing():
            return _listing(block)
        case Grid():
            return _grid(block)
        case Letterhead():
            lines = (f"**{_escaped(block.name)}**", *map(_escaped, block.lines), block.numbering)
            return "\\\n".join(lines)
        case PayTo():
            pairs = (f"- {_escaped(label)}: {_escaped(value)}" for label, value in block.pairs)
            return f"**{_escaped(block.title)}**\n\n" + "\n".join(pairs)
        case Sign():
            lines = (*block.lines, block.seal)
            return "\\\n".join(_escaped(line) for line in lines if line)
        case PageBreak():
            return "***"


def _listing(block: Listing) -> str:
    marks = (f"{n}." if block.is_ordered else "-" for n in range(1, len(block.items) + 1))
    points = zip(marks, block.items, strict=True)
    return "\n".join(f"{mark} {_runs(runs)}" for mark, runs in points)


def _grid(block: Grid) -> str:
    rows = [block.titles, *block.rows, *block.foot]
    lines = ["| " + " | ".join(map(_escaped, row)) + " |" for row in rows]
    rule = "| " + " | ".join(_RULES[a] for a in block.aligns) + " |"
    return "\n".join([lines[0], rule, *lines[1:]])


def _runs(runs: Sequence[Run]) -> str:
    said = (f"**{_escaped(r.text)}**" if r.bold else _escaped(r.text) for r in runs)
    return "".join(said).replace("\n", "\\\n")


def _escaped(said: str) -> str:
    return _STARTS.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", said))
