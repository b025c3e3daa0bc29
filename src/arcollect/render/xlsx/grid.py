"""Several tables on one sheet, each as wide as it wants to be.

A sheet has one set of columns. Where tables of different shapes stand one under another,
a column of a table may take several columns of the sheet (its cells are merged), so that a
narrow figure never stands in a column made wide by the sentences of another table.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]  # first and last column of the sheet

SNAP_SHARE, SNAP_LEAST = 0.35, 4.0  # wider than wished by so much, to share an edge
GAP = 3.0  # characters between two tables side by side
SLIVER = 2.0  # characters: no column of the sheet is narrower
ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Wish:
    """The widths that a table would like, in characters.

    rows: how many it has; the longest table is laid first. shape: tables of one shape get
    the same columns. is_firm: never merged, so that it can be filtered and copied.
    left: where it begins, in characters. is_late: laid when all others are.
    """

    widths: tuple[float, ...]
    rows: int = 0
    shape: tuple[str, ...] = ()
    is_firm: bool = False
    left: float = 0.0
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """The widths of the sheet's columns, and for each wish the span of each column."""

    widths: tuple[float, ...]
    spans: tuple[tuple[Span, ...], ...]


def lay(wishes: Sequence[Wish], given: Sequence[float] = ()) -> Grid:
    """The columns of a sheet on which every table gets at least the widths it wishes.

    Firm tables share columns one by one; the others begin and end at the same edges where
    that costs little, else at edges of their own. `given` edges are there from the start.
    """
    wishes = _alike(wishes)
    firm = _firm_edges([wish.widths for wish in wishes if wish.is_firm])
    closed, edges = (firm[-1] if firm else 0.0), sorted({*firm, *given})
    order = sorted(range(len(wishes)), key=lambda n: _rank(wishes[n]))
    ends = {n: _ends(wishes[n], edges, closed) for n in order}
    place = {0.0: -1} | {edge: column for column, edge in enumerate(edges)}
    columns = [[place[end] for end in (w.left, *ends[n])] for n, w in enumerate(wishes)]
    spans = (tuple((a + 1, b) for a, b in pairwise(mine)) for mine in columns)
    widths = tuple(b - a for a, b in pairwise([0.0, *edges]))
    return Grid(widths, tuple(spans))


def lay_beside(wishes: Sequence[Wish], sides: Sequence[int]) -> Grid:
    """The same with the tables of side 1 right of those of side 0; side 2 is below both."""
    end = sum(lay([w for w, side in zip(wishes, sides, strict=True) if not side]).widths)
    moved = [
        replace(wish, left=end + GAP if side == 1 else 0.0, is_late=side == 2)
        for wish, side in zip(wishes, sides, strict=True)
    ]
    return lay(moved, (end, end + GAP))


def _rank(wish: Wish) -> tuple[bool, bool, int]:
    return not wish.is_firm, wish.is_late, -wish.rows


def _alike(wishes: Sequence[Wish]) -> list[Wish]:
    """Tables of one shape wish for the same widths: the wider of each column."""
    widest: dict[tuple[str, ...], tuple[float, ...]] = {}
    for wish in wishes:
        known = widest.get(wish.shape, wish.widths)
        widest[wish.shape] = tuple(map(max, known, wish.widths))
    return [replace(w, widths=widest[w.shape]) if w.shape else w for w in wishes]


def _firm_edges(firm: Sequence[tuple[float, ...]]) -> list[float]:
    edges: list[float] = []
    for column in range(max(map(len, firm), default=0)):
        width = max(widths[column] for widths in firm if column < len(widths))
        edges.append((edges[-1] if edges else 0.0) + width)
    return edges


def _ends(wish: Wish, edges: list[float], closed: float) -> list[float]:
    """The right edge of each column; edges that are missing are added to `edges`."""
    if wish.is_firm:
        return edges[: len(wish.widths)]
    ends: list[float] = []
    for width in wish.widths:
        left = ends[-1] if ends else wish.left
        ends.append(_end(left, width, edges, closed))
    return ends


def _end(left: float, width: float, edges: list[float], closed: float) -> float:
    wanted = left + width
    enough = next((edge for edge in edges if edge >= wanted - ROUNDING), None)
    snaps = enough is not None and enough - wanted <= max(SNAP_LEAST, width * SNAP_SHARE)
    if enough is not None and (snaps or wanted < closed):
        return enough
    below = max((edge for edge in edges if edge < wanted), default=0.0)
    edge = max(wanted, below + SLIVER)
    if edge not in edges:
        insort(edges, edge)
    return edge
