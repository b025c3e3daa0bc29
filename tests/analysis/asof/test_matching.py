"""FIFO by running sums equals the loop everybody would write."""

from __future__ import annotations

from collections import defaultdict, deque

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from arcollect.analysis.asof.matching import allocate, matched

side = st.lists(st.tuples(st.integers(-1, 3), st.integers(0, 9)), max_size=12)
Side = list[tuple[int, int]]


def arrays(rows: Side):
    table = np.array(rows, dtype=np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]


def by_loop(items: Side, credits_: Side) -> list[tuple[int, int, int]]:
    """The oracle: one queue of documents per group, every credit eats its head."""
    queues: defaultdict[int, deque[list[int]]] = defaultdict(deque)
    for row, (group, left) in enumerate(items):
        if group >= 0 and left:
            queues[group].append([row, left])
    pairs = []
    for row, (group, left) in enumerate(credits_):
        money = left
        while group >= 0 and money and queues[group]:
            head = queues[group][0]
            amount = min(money, head[1])
            pairs.append((head[0], row, amount))
            money, head[1] = money - amount, head[1] - amount
            if not head[1]:
                queues[group].popleft()
    return pairs


@settings(deadline=None, max_examples=200)
@given(side, side)
def test_pairs_equal_the_loop(items, credits_):
    pairs = allocate(*arrays(items), *arrays(credits_))
    got = sorted(zip(pairs.item, pairs.credit, pairs.amount, strict=True))
    assert got == sorted(by_loop(items, credits_))


@settings(deadline=None, max_examples=100)
@given(side, side)
def test_balances_equal_the_pairs(items, credits_):
    of_items, of_credits = matched(*arrays(items), *arrays(credits_))
    pairs = allocate(*arrays(items), *arrays(credits_))
    assert list(of_items) == _sums(len(items), pairs.item, pairs.amount)
    assert list(of_credits) == _sums(len(credits_), pairs.credit, pairs.amount)


def test_an_overpayment_stays_with_its_owner():
    of_items, of_credits = matched(*arrays([(0, 50)]), *arrays([(0, 80)]))
    assert (of_items[0], of_credits[0]) == (50, 50)  # A15: 30 are an advance


def test_cents_survive_beyond_the_floats():
    huge = 2**60 + 1
    pairs = allocate(*arrays([(0, huge)]), *arrays([(0, huge + 5)]))
    assert list(pairs.amount) == [huge]


def _sums(count, rows, amounts):
    return [int(amounts[rows == row].sum()) for row in range(count)]
