"""The next piece is made while this one is being used."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def ahead(pieces: Iterator[T]) -> Iterator[T]:
    """The same pieces in the same order, each made on a second thread.

    Inflating and numpy let other threads run, so that two cores are used. An
    error comes out where its piece would have. Left early, it makes no more and
    waits for nothing: it may be left by the garbage collector, in the middle of
    whatever a thread was doing, and waiting there could last for ever.
    """
    pool = ThreadPoolExecutor(1)
    try:
        coming = pool.submit(next, pieces, None)
        while (piece := coming.result()) is not None:
            coming = pool.submit(next, pieces, None)
            yield piece
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
