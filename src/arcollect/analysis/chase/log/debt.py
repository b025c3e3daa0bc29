"""What was owed when somebody was spoken to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.analysis.keys import PARTY
from arcollect.errors import Message, message
from arcollect.money import show

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.position import Position
    from arcollect.register.entries import Party, PromiseEntry


@dataclass(frozen=True, slots=True)
class Overdue:
    """Money that is late (minor units), and the days of its oldest document."""

    minor: int
    worst_days: int


def overdue(position: Position, party: Party, day: dt.date) -> Overdue:
    """What is open in a position and was due before that day."""
    mine = _of(position.open, party)
    late = mine[mine["has_due_date"] & (mine["due_date"].dt.date < day)]
    if not len(late):
        return Overdue(0, 0)
    oldest = late["due_date"].min().date()
    return Overdue(int(late["open_minor"].sum()), (day - oldest).days)


def most_owed(position: Position, party: Party, day: dt.date) -> int:
    """The most that can have been owed on a day: open documents, and what was paid since.

    A promise is not too large because it was kept in the meantime. Minor units.
    """
    mine, payments = _of(position.open, party), position.payments
    since = payments[payments["date"].notna() & (payments["date"].dt.date >= day)]
    documents = _of(position.documents, party)["item"]
    paid = since.loc[since["item"].isin(documents), "amount_minor"].sum()
    return int(mine["open_minor"].sum()) + int(paid)


def above_debt(promise: PromiseEntry, position: Position) -> Message | None:
    """What to say of a promise of more than is owed; it is kept as it was made."""
    owed = most_owed(position, promise.party, promise.made_on)
    if promise.amount_minor <= owed:
        return None
    amounts = {"promised": promise.amount_minor, "owed": owed}
    return message(
        "log_why.promise_above",
        **{name: show(minor, promise.currency) for name, minor in amounts.items()},
    )


def _of(frame: pd.DataFrame, party: Party) -> pd.DataFrame:
    fits = frame["item"] >= 0
    for name, value in zip(PARTY, party, strict=True):
        fits &= frame[name].astype(object) == value
    return frame[fits]
