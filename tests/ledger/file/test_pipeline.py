"""Pieces made ahead keep their order, and errors their place."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from arcollect.ledger.file.xlsx.pipeline import ahead


def three_then_fail(made: list[int]) -> Iterator[int]:
    for piece in (1, 2, 3):
        made.append(piece)
        yield piece
    raise ValueError


def test_the_order_stays_and_the_error_comes_last() -> None:
    pieces = ahead(three_then_fail([]))
    assert [next(pieces), next(pieces), next(pieces)] == [1, 2, 3]
    with pytest.raises(ValueError):  # noqa: PT011 - any
        next(pieces)


def test_leaving_early_makes_at_most_one_more() -> None:
    made: list[int] = []
    pieces = ahead(three_then_fail(made))
    assert next(pieces) == 1
    pieces.close()  # type: ignore[attr-defined]
    assert made in ([1], [1, 2])


def test_leaving_never_waits_for_the_piece_under_way() -> None:
    gate = threading.Event()

    def stuck() -> Iterator[int]:
        yield 1
        gate.wait()
        yield 2

    pieces = ahead(stuck())
    assert next(pieces) == 1
    leaving = threading.Thread(target=pieces.close)  # type: ignore[attr-defined]
    leaving.start()
    leaving.join(5)
    is_waiting = leaving.is_alive()
    gate.set()
    leaving.join()
    assert not is_waiting
