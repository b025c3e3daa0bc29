"""A letter as a reviewer reads it: one line per block."""

from __future__ import annotations

from arcollect.views.block import Grid, Listing, Text


def dump(made):
    """The blocks of a letter, one line each, as a reviewer reads them."""
    lines = [f"{made.reference} {made.notice.level} {made.stem}"]
    for block in made.blocks:
        lines += _lines(block)
    return "\n".join(lines) + "\n"


def _lines(block):
    if isinstance(block, Text):
        said = "".join(f"**{r.text}**" if r.bold else r.text for r in block.runs)
        return [f"{block.style}: {said}"]
    if isinstance(block, Grid):
        rows = [block.titles, *block.rows, *block.foot]
        return ["grid: " + " | ".join(row) for row in rows]
    if isinstance(block, Listing):
        points = ("".join(r.text for r in runs) for runs in block.items)
        return [f"{'number' if block.is_ordered else 'point'}: {p}" for p in points]
    return [repr(block)]
