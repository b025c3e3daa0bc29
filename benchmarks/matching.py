"""Seconds of cpu to pay 1,000,000 invoices of 20,000 customers, the oldest first.

    python benchmarks/matching.py ours|naive

naive: a loop over payments with a queue of open invoices for each customer. When it is
done, and not timed, it looks whether ours leaves the same balance on every invoice.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict, deque

import numpy as np
import numpy.typing as npt

from arcollect.analysis.asof.matching import matched

INVOICES, PAYMENTS, CUSTOMERS = 1_000_000, 300_000, 20_000


def drawn() -> tuple[npt.NDArray[np.int64], ...]:
    """Customers and amounts (minor units) of invoices and payments, in paying order."""
    random = np.random.default_rng(11)
    return (
        random.integers(0, CUSTOMERS, INVOICES),
        random.integers(1_00, 90_000_00, INVOICES),
        random.integers(0, CUSTOMERS, PAYMENTS),
        random.integers(1_00, 200_000_00, PAYMENTS),
    )


def naive(
    customers: list[int], amounts: list[int], payers: list[int], paid: list[int]
) -> list[int]:
    """What is left of every invoice."""
    queues: dict[int, deque[int]] = defaultdict(deque)
    left = list(amounts)
    for invoice, customer in enumerate(customers):
        queues[customer].append(invoice)
    for payer, amount in zip(payers, paid, strict=True):
        queue, rest = queues[payer], amount
        while rest and queue:
            used = min(rest, left[queue[0]])
            left[queue[0]] -= used
            rest -= used
            if not left[queue[0]]:
                queue.popleft()
    return left


def main() -> None:
    """Print the seconds."""
    columns = drawn()
    if sys.argv[1] == "ours":
        started = time.process_time()
        matched(*columns)
        print(time.process_time() - started)
        return
    lists = [column.tolist() for column in columns]
    started = time.process_time()
    left = naive(*lists)
    print(time.process_time() - started)
    if left != (columns[1] - matched(*columns)[0]).tolist():
        raise SystemExit("the balances differ")


if __name__ == "__main__":
    main()
