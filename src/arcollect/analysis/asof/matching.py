"""Which credit pays which document."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from arcollect.analysis.keys import DENSE, Ints, narrow, sums


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
    cuts = np.sort(np.concatenate([tiles.item_ends, tiles.credit_ends]), kind="stable")
    cuts = cuts[np.diff(cuts, prepend=0) > 0]
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
    which_item, which_credit, count = _numbered(item_group, credit_group)
    items, in_group, item_sums = _in_order(which_item, item_left)
    credits_, of_group, credit_sums = _in_order(which_credit, credit_left)
    item_totals = sums(in_group, item_left[items], count)
    credit_totals = sums(of_group, credit_left[credits_], count)
    both = np.minimum(item_totals, credit_totals)
    starts = np.cumsum(both) - both
    return _Tiles(
        items,
        _ends(item_sums, in_group, item_totals, both, starts),
        credits_,
        _ends(credit_sums, of_group, credit_totals, both, starts),
    )


def _numbered(item_group: Ints, credit_group: Ints) -> tuple[Ints, Ints, int]:
    """Number the groups that have credits from 0; -1 for rows of other groups."""
    named = np.unique(credit_group[credit_group >= 0])
    if not len(named):
        return np.full_like(item_group, -1), np.full_like(credit_group, -1), 0
    last = int(named[-1])
    if last > DENSE * (len(item_group) + len(credit_group)):
        which_item = _looked_up(named, item_group)
        return which_item, _looked_up(named, credit_group), len(named)
    number = np.full(last + 2, -1, dtype=np.int64)  # the spare end is "no group"
    number[named] = np.arange(len(named))
    which_item = number[np.minimum(item_group, last + 1)]
    return which_item, number[credit_group], len(named)


def _looked_up(named: Ints, group: Ints) -> Ints:
    at = np.minimum(np.searchsorted(named, group), len(named) - 1)
    return np.where(named[at] == group, at, -1)


def _in_order(which: Ints, left: Ints) -> tuple[Ints, Ints, Ints]:
    """Rows that take part, group by group, with running sums of their money."""
    rows = np.flatnonzero((which >= 0) & (left > 0))
    kept = which[rows]
    order = np.argsort(narrow(kept), kind="stable")
    rows = rows[order]
    return rows, kept[order], np.cumsum(left[rows])


def _ends(running: Ints, which: Ints, totals: Ints, both: Ints, starts: Ints) -> Ints:
    before = np.cumsum(totals) - totals
    return starts[which] + np.minimum(running - before[which], both[which])
