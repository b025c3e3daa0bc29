"""States: of a ledger now, and those the register kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from arcollect.cli.remembered import snapshot_of
from arcollect.register.entries import SnapshotHead

if TYPE_CHECKING:
    from arcollect.analysis.outcome.compare.comparison import Comparison
    from arcollect.analysis.position import Position
    from arcollect.cli.steps import Book
    from arcollect.register.entries import History, Snapshot
    from arcollect.views.findings import Findings


def state_now(book: Book, position: Position, found: Findings | None = None) -> Snapshot:
    """The state of a ledger; from answers that are there already, where they are.

    Its id is made of day and file, so that the same state is the same one (R003-10).
    """
    from arcollect.analysis.outcome.compare.state import state_of
    from arcollect.analysis.standing.aging import age
    from arcollect.analysis.standing.grade import grade
    from arcollect.analysis.standing.ratios import measure

    sha256 = book.ledger.source.sha256
    head = SnapshotHead(f"{book.as_of:%Y%m%d}-{sha256[:16]}", book.as_of, sha256, "")
    if found is not None and found.position is position:
        return state_of(position, head, found.aging, found.ratios, found.grades)
    aging = age(position, book.policy)
    made = measure(position, aging, book.policy), grade(position, book.policy)
    return state_of(position, head, aging, *made)


def kept_before(
    book: Book, history: History, day: dt.date, now: Snapshot | None = None
) -> Snapshot | None:
    """The last kept state of a day before `day`; with `now`, only one of the same customers.

    A register may hold states of several files: one that shares no customer with this
    ledger is another ledger's.
    """
    heads = sorted(
        (head for head in history.snapshots if head.as_of < day), key=lambda head: head.as_of
    )
    for head in reversed(heads):
        state = snapshot_of(book, head)
        if now is None or _shares_customers(state, now):
            return state
    return None


def _shares_customers(one: Snapshot, other: Snapshot) -> bool:
    mine, theirs = ({(x.company, x.customer_key) for x in s.lines} for s in (one, other))
    return bool(mine & theirs) or not mine or not theirs


def with_changes(
    book: Book, found: Findings, position: Position, history: History
) -> tuple[Findings, Snapshot | None]:
    """The findings with what changed since the last kept state, and the state to keep.

    position: in the currencies of the documents. Nothing where nothing is remembered.
    """
    if not book.policy.records.keep:
        return found, None
    now = state_now(book, position, found)
    return replace(found, changes=since_last(book, history, position, now)), now


def since_last(
    book: Book, history: History, position: Position, now: Snapshot
) -> Comparison | None:
    """What changed since the last kept state before this day; None where there is none."""
    from arcollect.analysis.outcome.compare.comparison import compare
    from arcollect.analysis.outcome.compare.evidence import evidence

    before = kept_before(book, history, book.as_of, now)
    if before is None:
        return None
    told = evidence(position, before.head.as_of)
    return compare(before, now, book.policy.aging.buckets, told)
