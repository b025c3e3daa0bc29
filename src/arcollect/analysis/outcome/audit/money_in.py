"""Whether money came in as it usually does, and found its document in time."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from heapq import heappush, heappushpop
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from arcollect.analysis.asof.recorded import dates
from arcollect.analysis.figures import places as decimal_places
from arcollect.analysis.keys import PARTY
from arcollect.analysis.outcome.audit.desk import Desk, grouped, is_filled, parties, whose
from arcollect.analysis.outcome.audit.hint import (
    Examined,
    Gap,
    Hint,
    Place,
    Weight,
    Whose,
    amount,
    places,
)
from arcollect.errors import Message, message
from arcollect.ledger.schema import ItemKind
from arcollect.workdays import add_workdays, is_workday, unknown_years

if TYPE_CHECKING:
    from decimal import Decimal

    from arcollect.analysis.keys import Flags, Ints

DATES_SHOWN = 5
MANY = 10
"""Where more customers than this pay on days off, it is how people pay here: one hint."""

_BOOKS = ("company", "currency")
_NEEDED = ("source", "sheet", "row", *PARTY, "customer", "date", "amount_minor", "is_cash")
_OBJECTS = dict.fromkeys(("source", "sheet", *PARTY, "customer"), object)


def unmatched(desk: Desk) -> Examined:
    """Receipts that no document was found for within one workday (R003-73).

    One hint per customer: what is still unapplied of receipts whose day for matching is
    over at the as-of date. The workday of the receipt itself does not count.
    """
    credits_ = desk.position.credits
    use = (credits_["kind"].astype(object) == ItemKind.RECEIPT).to_numpy(bool)
    found = credits_[use & (credits_["unapplied_minor"] > 0).to_numpy(bool)]
    late = found[_is_over(found, desk)].reset_index(drop=True)
    hints = tuple(_unmatched(late, rows, who, desk) for who, rows in parties(late))
    return Examined("unmatched", "R003-73", len(desk.receipts), hints, _unmatched_gaps(desk))


def _is_over(found: pd.DataFrame, desk: Desk) -> Flags:
    days = dates(found["date"])
    extra = desk.policy.workdays
    count = desk.rules.match_workdays
    over = {
        day: add_workdays(day.item(), count, *extra) < desk.as_of
        for day in np.unique(days[~np.isnat(days)])
    }
    return np.array([over.get(day, False) for day in days], dtype=bool)


def _unmatched(late: pd.DataFrame, rows: Ints, who: Whose, desk: Desk) -> Hint:
    some = late.iloc[rows]
    minor = int(some["unapplied_minor"].sum())
    oldest = dates(some["date"]).min().item()
    facts = {"count": len(rows), "amount": amount(minor, who.currency), "oldest": oldest}
    return Hint(
        "unmatched", "R003-73", Weight.MEDIUM, who, minor, _origins(some, desk),
        message("audit_why.unmatched", **facts),
        message("audit_why.unmatched_limit", days=desk.rules.match_workdays),
    )  # fmt: skip


def _origins(some: pd.DataFrame, desk: Desk) -> tuple[Place, ...]:
    """The rows that the credits came from: receipts, or items."""
    ledger = desk.position.ledger
    frames = ((ledger.items, "item"), (ledger.receipts, "receipt"))
    labels = [(frame, some[name][some[name] >= 0]) for frame, name in frames]
    return tuple(place for frame, which in labels for place in places(frame.loc[which]))


def _unmatched_gaps(desk: Desk) -> tuple[Gap, ...]:
    receipts = desk.position.ledger.receipts
    if not len(desk.receipts):
        return (Gap(message("audit_why.no_receipts"), "date"),)
    if desk.position.credits_mode in {"fifo", "net"} or not is_filled(receipts, "reference"):
        return (Gap(message("audit_why.no_reference"), "reference"),)
    return ()


def unusual(desk: Desk) -> Examined:
    """Receipts above three times the median of the customer's earlier ones (R003-74).

    Compared with the receipts of earlier days, five at least; exactly three times is no
    hint. One hint per customer, which describes the largest.
    """
    receipts, rules = _dated(desk), desk.rules
    days = dates(receipts["date"]).astype(np.int64).tolist()
    minor = receipts["amount_minor"].tolist()
    hints, compared = [], 0
    for rows in grouped(receipts, PARTY):
        if len(rows) > rules.unusual_history:
            seen = _history(rows, days, minor, rules.unusual_history)
            compared += len(seen)
            above = {r: m for r, m in seen.items() if 2 * minor[r] > rules.unusual_times * m[0]}
            if above:
                hints.append(_unusual(receipts, above, desk))
    return Examined("unusual", "R003-74", compared, tuple(hints), _gaps(desk))


def _history(
    rows: Ints, days: list[int], minor: list[int], least: int
) -> dict[int, tuple[int, int]]:
    """For each row with enough earlier days' receipts: twice their median, and how many."""
    order = sorted(rows.tolist(), key=days.__getitem__)
    found: dict[int, tuple[int, int]] = {}
    median = _Median()
    for _, same_day in groupby(order, key=days.__getitem__):
        now = list(same_day)
        if median.count >= least:
            found.update(dict.fromkeys(now, (median.twice, median.count)))
        for row in now:
            median.add(minor[row])
    return found


class _Median:
    """A running median, exact: the smaller half (negated) and the larger half as heaps."""

    def __init__(self) -> None:
        self.low: list[int] = []
        self.high: list[int] = []

    @property
    def count(self) -> int:
        """How many amounts."""
        return len(self.low) + len(self.high)

    @property
    def twice(self) -> int:
        """Twice the median: a whole number of minor units."""
        return -2 * self.low[0] if len(self.low) > len(self.high) else self.high[0] - self.low[0]

    def add(self, minor: int) -> None:
        """Take one more amount in; the median stays at hand (two heaps). Minor units."""
        if len(self.low) > len(self.high):
            heappush(self.high, -heappushpop(self.low, -minor))
        else:
            heappush(self.low, -heappushpop(self.high, minor))


def _unusual(receipts: pd.DataFrame, above: dict[int, tuple[int, int]], desk: Desk) -> Hint:
    some = receipts.iloc[list(above)]
    at = list(above)[int(some["amount_minor"].to_numpy().argmax())]
    one, who = receipts.iloc[at], whose(receipts, at)
    twice, earlier = above[at]
    largest = amount(int(some["amount_minor"].max()), who.currency)
    measured = message(
        "audit_why.unusual", count=len(above), amount=largest,
        day=one["date"].date(), median=amount((twice + 1) // 2, who.currency), earlier=earlier,
    )  # fmt: skip
    rules = desk.rules
    limit = message(
        "audit_why.unusual_limit", times=_plain(rules.unusual_times), least=rules.unusual_history
    )
    minor = int(some["amount_minor"].sum())
    return Hint("unusual", "R003-74", Weight.MEDIUM, who, minor, places(some), measured, limit)


def _plain(times: Decimal) -> str:
    return decimal_places(Fraction(times), 2).rstrip("0").rstrip(".")


def off_days(desk: Desk) -> Examined:
    """Money that came in on a day off, make-up days being workdays (R003-74, G-21).

    Receipts; of documents without any, the settled date. One hint per customer; where
    more than ten customers do so, one per own company. In a year whose holidays are not
    published yet only weekends count, and it is said. Bills are left out: they are
    handed over, not booked by a bank.
    """
    receipts = _with_days(desk)
    days = dates(receipts["date"])
    extra = desk.policy.workdays
    known = [day.item() for day in np.unique(days)]
    off = np.array([d for d in known if not is_workday(d, *extra)], dtype="datetime64[D]")
    found = receipts[np.isin(days, off)].reset_index(drop=True)
    if len(found[list(PARTY)].drop_duplicates()) <= MANY:
        hints = [_off(found.iloc[rows], who) for who, rows in parties(found)]
    else:
        hints = [_often(found.iloc[rows], receipts) for rows in grouped(found, _BOOKS)]
    gaps = [Gap(said, "") for said in unknown_years(known, extra.public)]
    return Examined("off_days", "R003-74", len(receipts), tuple(hints), (*_off_gaps(desk), *gaps))


def _with_days(desk: Desk) -> pd.DataFrame:
    """Cash with its day: receipts, and documents of which a settled date is known."""
    both = _dated(desk)
    if len(desk.settled):
        both = pd.concat([both, desk.settled.astype(_OBJECTS)], ignore_index=True)
    return both[both["is_cash"].to_numpy(bool)].reset_index(drop=True)


def _off_gaps(desk: Desk) -> tuple[Gap, ...]:
    return () if len(desk.settled) and not len(desk.receipts) else _gaps(desk)


def _off(some: pd.DataFrame, who: Whose) -> Hint:
    minor = int(some["amount_minor"].sum())
    facts = {"count": len(some), "amount": amount(minor, who.currency), "days": _few(_days(some))}
    return _off_hint(some, who, message("audit_why.off_days", **facts))


def _often(some: pd.DataFrame, receipts: pd.DataFrame) -> Hint:
    """One hint for an own company where many customers pay on days off."""
    if len(some["customer_key"].unique()) == 1:
        return _off(some, whose(some, 0))
    who = replace(whose(some, 0), customer="")
    minor = int(some["amount_minor"].sum())
    same = [(receipts[name] == some[name].iloc[0]).to_numpy(bool) for name in _BOOKS]
    measured = message(
        "audit_why.off_days_often", count=len(some), total=int(np.logical_and(*same).sum()),
        customers=some["customer_key"].nunique(), amount=amount(minor, who.currency),
        days=_few(_days(some)),
    )  # fmt: skip
    return _off_hint(some, who, measured)


def _off_hint(some: pd.DataFrame, who: Whose, measured: Message) -> Hint:
    minor = int(some["amount_minor"].sum())
    threshold = message("audit_why.off_days_limit")
    return Hint("off_days", "R003-74", Weight.LOW, who, minor, places(some), measured, threshold)


def _days(some: pd.DataFrame) -> list[dt.date]:
    return sorted({day.item() for day in dates(some["date"])})


def _few(days: list[dt.date]) -> Message:
    weekdays = [message(f"audit_why.weekday_{day.weekday()}") for day in days]
    both = list(zip(days, weekdays, strict=True))[:DATES_SHOWN]
    named = [message("audit_why.day", day=day, weekday=weekday) for day, weekday in both]
    if len(days) <= DATES_SHOWN:
        return message("audit_why.names", names=named)
    return message("audit_why.names_more", names=named, more=len(days) - DATES_SHOWN)


def _dated(desk: Desk) -> pd.DataFrame:
    known = ~desk.receipts["date"].isna().to_numpy()
    return desk.receipts.loc[known, list(_NEEDED)].reset_index(drop=True)


def _gaps(desk: Desk) -> tuple[Gap, ...]:
    if not len(desk.receipts):
        return (Gap(message("audit_why.no_receipts"), "date"),)
    undated = int(desk.receipts["date"].isna().sum())
    return (Gap(message("audit_why.undated", count=undated), "date"),) if undated else ()
