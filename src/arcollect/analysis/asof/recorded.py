"""What each row was worth on the as-of date, as the file says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from arcollect.analysis.asof.matching import Allocation
from arcollect.analysis.asof.references import by_reference
from arcollect.analysis.asof.strangers import strangers
from arcollect.analysis.keys import Dates, Flags, Ints, sums
from arcollect.errors import LedgerError, Problem, Severity, message

if TYPE_CHECKING:
    from arcollect.ledger.schema import Ledger

SNAPSHOT = frozenset({"open_minor", "paid_minor"})
"""With one of these columns the file says what is open; receipts are then history."""

OLD_AFTER_DAYS = 31  # a month without any entry


@dataclass(frozen=True, slots=True)
class Recorded:
    """Money of every item row at the as-of date, before this run treats credits.

    minor: 0 for what is closed or left out, < 0 for credits. history: receipts that
    name a document (item row, receipt row, minor units), later ones too.
    """

    minor: Ints
    live: Flags
    history: Allocation
    rolled_back: bool
    left_out: Mapping[str, int]
    left_out_minor: Mapping[str, int]
    problems: tuple[Problem, ...]


def record(ledger: Ledger, as_of: dt.date) -> Recorded:
    """Take the file's word for `as_of`, or roll its balances back to that day (U-04).

    Documents issued after `as_of` are left out and counted. A settled date up to and
    on `as_of` closes a row only where there is no balance column, or the balance is 0;
    nor does the day of a payment that a paid column says was in part.
    Balances of a later day are rolled back by dated receipts and settlements; where
    the file proves a later state and has neither, LedgerError. Minor units.
    """
    day = np.datetime64(as_of, "D")
    live = ~(dates(ledger.items["issue_date"]) > day)
    history = _history(ledger)
    later = is_snapshot(ledger) and _is_later(ledger, as_of)
    if later:
        _refuse_unless_dated(ledger, as_of, live)
    stated = np.where(live, _as_stated(ledger, day), 0)
    minor, unexplained = _rolled_back(ledger, stated, history, day) if later else (stated, 0)
    minor = np.where(live, minor, 0)
    rows, money = _left_out(ledger, live)
    return Recorded(
        minor=minor,
        live=live,
        history=history,
        rolled_back=bool((minor != stated).any()),
        left_out=rows,
        left_out_minor=money,
        problems=(
            *_cut_off_differs(ledger, as_of),
            *_looks_old(ledger, as_of),
            *_undated(unexplained, as_of),
            *(() if is_snapshot(ledger) else strangers(ledger, history)),
        ),
    )


def is_snapshot(ledger: Ledger) -> bool:
    """Whether the file itself says what is open (a balance or a paid column)."""
    return bool(SNAPSHOT & ledger.source.has)


def dates(column: pd.Series) -> Dates:
    """A column of dates as days; NaT compares as False with everything."""
    return column.to_numpy("datetime64[D]")


def counts_as_money(receipts: pd.DataFrame) -> Flags:
    """Receipts that hold: a dishonoured bill returns to receivables (U-03)."""
    return ~receipts["is_dishonoured"].to_numpy(bool)


def _as_stated(ledger: Ledger, day: np.datetime64) -> Ints:
    items = ledger.items
    open_ = items["open_minor"].to_numpy(np.int64).copy()
    if "open_minor" not in ledger.source.has:
        open_[(dates(items["settled_date"]) <= day) & ~paid_in_part(ledger)] = 0
    return open_


def paid_in_part(ledger: Ledger) -> Flags:
    """Which items have a rest although a day of payment stands beside them.

    Amount, paid and 收款日期 without a balance: the day is that of the money received,
    and the rest is owed.
    """
    items, has = ledger.items, ledger.source.has
    rest = (items["paid_minor"] != 0) & (items["open_minor"] != 0)
    return rest.to_numpy(bool) & ("open_minor" not in has and "paid_minor" in has)


def _rolled_back(
    ledger: Ledger, stated: Ints, history: Allocation, day: np.datetime64
) -> tuple[Ints, int]:
    """Later receipts and settlements added back; and how many rows stay unexplained.

    Unexplained: paid in part or in full with no date for it; such money counts as paid
    before the as-of date.
    """
    items = ledger.items
    amount = items["amount_minor"].to_numpy(np.int64)
    received = dates(ledger.receipts["date"])[history.credit]
    later, before = (
        sums(history.item[use], history.amount[use], len(items))
        for use in (received > day, received <= day)
    )
    back = np.where(amount > 0, np.minimum(stated + later, np.maximum(amount, stated)), stated)
    settled = dates(items["settled_date"])
    later_paid = (settled > day) & ((back == 0) | paid_in_part(ledger))
    minor = np.where(later_paid, amount - before, back)
    undated = (amount > 0) & (amount - before != minor) & np.isnat(settled)
    return minor, int((undated & (stated > 0)).sum())


def _history(ledger: Ledger) -> Allocation:
    receipts = ledger.receipts
    keep = counts_as_money(receipts) & (receipts["reference"].astype(object) != "")
    rows = np.flatnonzero(keep)
    rows = rows[np.argsort(dates(receipts["date"])[rows], kind="stable")]
    named = receipts.iloc[rows].assign(document_no="", invoice_no="", mention="")
    amount = ledger.items["amount_minor"].to_numpy(np.int64)
    pairs = by_reference(
        ledger.items,
        np.maximum(amount, 0),
        named,
        named["amount_minor"].to_numpy(np.int64),
    )
    return Allocation(pairs.item, rows[pairs.credit].astype(np.int64), pairs.amount)


def _is_later(ledger: Ledger, as_of: dt.date) -> bool:
    cutoff = ledger.source.cutoff
    if cutoff is not None:
        return cutoff > as_of
    return (_last_day(ledger) or as_of) > as_of


def _last_day(ledger: Ledger) -> dt.date | None:
    columns = (
        ledger.items["issue_date"],
        ledger.items["settled_date"],
        ledger.receipts["date"],
    )
    days = [column.max() for column in columns]
    return max((day.date() for day in days if not pd.isna(day)), default=None)


def _refuse_unless_dated(ledger: Ledger, as_of: dt.date, live: Flags) -> None:
    """A later balance without dated payments cannot be brought back to `as_of`.

    Without a stated cut-off, later documents alone do no harm as long as nothing of
    the earlier ones was paid.
    """
    if len(ledger.receipts) or "settled_date" in ledger.source.has:
        return
    cutoff, items = ledger.source.cutoff, ledger.items
    paid = (items["amount_minor"] != items["open_minor"]).to_numpy() & live
    if cutoff is None and not paid.any():
        return
    day = cutoff or _last_day(ledger)
    raise LedgerError(
        message("standing_why.later_state", as_of=as_of, day=day),
        message("standing_why.later_state_hint", day=day),
    )


def _looks_old(ledger: Ledger, as_of: dt.date) -> tuple[Problem, ...]:
    """A file without a cut-off whose last entry is weeks old: was it exported again?

    Money that came in since cannot be in it, and letters would ask for it.
    """
    last = _last_day(ledger) if ledger.source.cutoff is None else None
    if last is None or (as_of - last).days <= OLD_AFTER_DAYS:
        return ()
    said = message("standing_why.looks_old", day=last, days=(as_of - last).days)
    return (Problem(Severity.WARNING, said, remedy=message("standing_why.looks_old_remedy")),)


def _undated(rows: int, as_of: dt.date) -> tuple[Problem, ...]:
    if not rows:
        return ()
    said = message("standing_why.undated_payments", rows=rows, as_of=as_of)
    return (Problem(Severity.WARNING, said),)


def _left_out(ledger: Ledger, live: Flags) -> tuple[dict[str, int], dict[str, int]]:
    gone = ledger.items[~live]
    by_currency = gone.groupby(gone["currency"].astype(str))["open_minor"]
    rows = {str(code): int(n) for code, n in by_currency.count().items()}
    return rows, {str(code): int(n) for code, n in by_currency.sum().items()}


def _cut_off_differs(ledger: Ledger, as_of: dt.date) -> tuple[Problem, ...]:
    source = ledger.source
    if not is_snapshot(ledger) or source.cutoff in {None, as_of}:
        return ()
    said = message("standing_why.cut_off_differs", as_of=as_of, cutoff=source.cutoff)
    return (Problem(Severity.WARNING, said),)
