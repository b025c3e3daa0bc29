"""Which credit pays which document."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from arcollect.analysis.keys import Ints


@dataclass(frozen=True, slots=True)
class Allocation:
    """Pairs of row numbers with the money (minor units) that one pays of the other."""

    item: Ints
    credit: Ints
    amount: Ints


@dataclass(frozen=True, slots=True)
class _Tiles:
    """Both sides of the matched money laid end to end on one line.

    Row numbers in paying order, and where each row's piece ends; rows whose end
    equals the end before them take no part.
    """

    items: Ints
    item_ends: Ints
    credits: Ints
    credit_ends: Ints


def allocate(
    item_group: Ints, item_left: Ints, credit_group: Ints, credit_left: Ints
) -> Allocation:
    """Pay the items of each group with its credits, both in the order given (FIFO).

    Amounts are >= 0 in minor units; a group of -1 takes no part; what is not matched
    stays with its owner (A15). Exact, and without a loop over rows: the matched money
    of both sides is laid on one line and cut wherever either side changes.
    """
    tiles = _lay(item_group, item_left, credit_group, credit_left)
    cuts = np.union1d(tiles.item_ends, tiles.credit_ends)
    cuts = cuts[cuts > 0]
    return Allocation(
        tiles.items[np.searchsorted(tiles.item_ends, cuts)],
        tiles.credits[np.searchsorted(tiles.credit_ends, cuts)],
        np.diff(cuts, prepend=0),
    )


def matched(
    item_group: Ints, item_left: Ints, credit_group: Ints, credit_left: Ints
) -> tuple[Ints, Ints]:
    """How much of each item and of each credit is matched: `allocate` without pairs."""
    tiles = _lay(item_group, item_left, credit_group, credit_left)
    of_items, of_credits = np.zeros_like(item_left), np.zeros_like(credit_left)
    of_items[tiles.items] = np.diff(tiles.item_ends, prepend=0)
    of_credits[tiles.credits] = np.diff(tiles.credit_ends, prepend=0)
    return of_items, of_credits


def _lay(item_group: Ints, item_left: Ints, credit_group: Ints, credit_left: Ints) -> _Tiles:
    groups = np.intersect1d(item_group, credit_group)
    groups = groups[groups >= 0]
    items, in_group, item_sums = _in_order(groups, item_group, item_left)
    credits_, of_group, credit_sums = _in_order(groups, credit_group, credit_left)
    item_totals = _totals(in_group, item_left[items], len(groups))
    credit_totals = _totals(of_group, credit_left[credits_], len(groups))
    both = np.minimum(item_totals, credit_totals)
    starts = np.cumsum(both) - both
    return _Tiles(
        items,
        _ends(item_sums, in_group, item_totals, both, starts),
        credits_,
        _ends(credit_sums, of_group, credit_totals, both, starts),
    )


def _in_order(groups: Ints, group: Ints, left: Ints) -> tuple[Ints, Ints, Ints]:
    """Rows that take part, group by group, with running sums of their money."""
    rows = np.flatnonzero(np.isin(group, groups)).astype(np.int64)
    which = np.searchsorted(groups, group[rows]).astype(np.int64)
    order = np.argsort(which, kind="stable")
    return rows[order], which[order], np.cumsum(left[rows[order]])


def _totals(which: Ints, left: Ints, count: int) -> Ints:
    total = np.zeros(count, dtype=np.int64)
    np.add.at(total, which, left)
    return total


def _ends(running: Ints, which: Ints, totals: Ints, both: Ints, starts: Ints) -> Ints:
    before = np.cumsum(totals) - totals
    return starts[which] + np.minimum(running - before[which], both[which])
