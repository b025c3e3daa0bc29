"""Which way a customer's grade went."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arcollect.register.entries import Snapshot

_WORST_FIRST = "DCBA"


@dataclass(frozen=True, slots=True)
class Kept:
    """The grades of a kept state, by customer key; who had none is not in it."""

    as_of: dt.date
    letters: Mapping[str, str]


def kept(state: Snapshot) -> Kept:
    """The grades that a state of the register holds (R001-04, R003-10)."""
    return Kept(state.head.as_of, {key: letter for _, key, letter in state.grades})


def moved(before: str, now: str) -> str:
    """up, down or "": the same grade, or none on one of the two days (R001-04, R002-15)."""
    if not before or not now or before == now:
        return ""
    return "up" if _WORST_FIRST.index(now) > _WORST_FIRST.index(before) else "down"
