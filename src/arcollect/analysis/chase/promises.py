"""Which promises to pay were kept."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.money_in import Money, money_in, reaches, shows_payments
from arcollect.errors import Message, message
from arcollect.workdays import is_workday, next_workday

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.register.entries import History, Party, PromiseEntry

_SEPARATORS = re.compile(r"[\s,;、，；+&|]+")


class Kept(StrEnum):
    """What became of a promise at the as-of date."""

    OPEN = "open"  # its day has not passed, and the money is not all there yet
    KEPT = "kept"  # all of it came in time
    PARTLY = "partly"  # some of it came in time
    BROKEN = "broken"  # nothing came in time
    UNKNOWN = "unknown"  # the ledger does not say what came in, or when
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Judged:
    """One promise against the money that came in; minor units of its currency.

    until: its day, moved to the next workday (民法典 203). days_late counts from the day
    promised, days_late_rolled from `until`: 0 unless broken or partly kept (G-13). They
    end when the rest came in, else at the as-of date.
    """

    promise: PromiseEntry
    state: Kept
    until: dt.date
    in_time_minor: int
    late_minor: int  # came after `until`
    days_late: int
    days_late_rolled: int
    why: Message

    @property
    def missing_minor(self) -> int:
        """What has not come in at all."""
        return max(self.promise.amount_minor - self.in_time_minor - self.late_minor, 0)

    @property
    def is_unanswered(self) -> bool:
        """Broken or partly kept, and money still missing: the next step may be firmer."""
        return self.state in {Kept.BROKEN, Kept.PARTLY} and self.missing_minor > 0


@dataclass(frozen=True, slots=True)
class Promises:
    """Every promise with what became of it, in the order they were made."""

    judged: tuple[Judged, ...]
    as_of: dt.date

    def of(self, party: Party) -> tuple[Judged, ...]:
        """The promises of one party."""
        return tuple(one for one in self.judged if one.promise.party == party)

    def open(self, party: Party) -> tuple[Judged, ...]:
        """Those whose day has not passed: nobody is chased for them before it."""
        return tuple(one for one in self.of(party) if one.state is Kept.OPEN)

    def holding(self, party: Party, owed_minor: int, share: Fraction) -> tuple[Judged, ...]:
        """Open promises for which nobody is chased: together at least `share` of `owed_minor`.

        A small promise does not stop the rest of a large debt from being asked for.
        """
        open_ = self.open(party)
        return open_ if _covers(open_, owed_minor, share) else ()

    def broken(self, party: Party) -> tuple[Judged, ...]:
        """Those not kept and still unpaid."""
        return tuple(one for one in self.of(party) if one.is_unanswered)


def _covers(promises: Sequence[Judged], owed_minor: int, share: Fraction) -> bool:
    return sum(one.missing_minor for one in promises) >= share * owed_minor


def judge(history: History, position: Position, policy: Policy) -> Promises:
    """Which promises were kept, by the money that came in up to the as-of date.

    Money counts from the day the promise was made to the day promised, moved to the
    next workday where it falls on a free day (R-LAW-14). Several promises of a party
    use up its receipts in the order of their days; what comes too late counts only for
    what is still missing. A promise about a document takes receipts that name it and
    those that name none. Bills and credit notes are no payment (U-03). Where the ledger
    shows no payments at all, the balance is compared with the one written down at the
    contact; without that the answer is "unknown", never "broken". So it is where the
    ledger ends before the promised day: an old export cannot show what came after it.
    """
    parties = {entry.party for entry in history.promises}
    money = money_in(position, parties)
    known = shows_payments(position)
    found: dict[str, Judged] = {}
    for party in parties:
        entries = [e for e in history.promises if e.party == party]
        if known:
            found |= _against(entries, money.get(party, []), position.as_of, policy)
        else:
            found |= {e.id: _by_balance(e, history, position, policy) for e in entries}
    end = reaches(position)
    judged = (_within(found[e.id], end) for e in history.promises)
    return Promises(tuple(judged), position.as_of)


def _within(one: Judged, end: dt.date) -> Judged:
    """Nothing is called broken by a ledger that ends before the promised day."""
    if one.state not in {Kept.PARTLY, Kept.BROKEN} or end >= one.until:
        return one
    why = message("promises_why.ledger_ends", day=end)
    return replace(one, state=Kept.UNKNOWN, days_late=0, days_late_rolled=0, why=why)


def unchecked(history: History, as_of: dt.date, policy: Policy) -> Promises:
    """Every promise where there is no ledger to look for money in.

    Open until its day has passed, then unknown: never kept, never broken.
    """

    def one(entry: PromiseEntry) -> Judged:
        until = rolled(entry.due_on, policy)
        state = _state(entry, until, 0, as_of)
        if state in {Kept.OPEN, Kept.WITHDRAWN}:
            return _judged(entry, until, 0, (), as_of)
        return Judged(entry, Kept.UNKNOWN, until, 0, 0, 0, 0, message("promises_why.no_ledger"))

    return Promises(tuple(map(one, history.promises)), as_of)


def rolled(day: dt.date, policy: Policy) -> dt.date:
    """The day itself, or the next workday where it is none (民法典 203, R-LAW-14)."""
    free = policy.workdays
    return day if is_workday(day, *free) else next_workday(day, *free)


def _against(
    entries: Sequence[PromiseEntry], money: Sequence[Money], as_of: dt.date, policy: Policy
) -> dict[str, Judged]:
    """Two rounds: first what came in time for each, then what came late."""
    left = [m.minor for m in money]
    order = sorted(entries, key=lambda e: (e.due_on, e.made_on))
    until = {e.id: rolled(e.due_on, policy) for e in order}
    wanted = {e.id: 0 if _is_withdrawn(e, as_of) else e.amount_minor for e in order}
    in_time = {
        e.id: sum(took for _, took in _take(e, wanted[e.id], money, left, (e.made_on, until[e.id])))
        for e in order
    }
    found = {}
    for entry in order:
        rest = wanted[entry.id] - in_time[entry.id]
        window = (until[entry.id] + dt.timedelta(days=1), as_of)
        late = list(_take(entry, rest, money, left, window))
        found[entry.id] = _judged(entry, until[entry.id], in_time[entry.id], late, as_of)
    return found


def _take(
    entry: PromiseEntry,
    wanted: int,
    money: Sequence[Money],
    left: list[int],
    window: tuple[dt.date, dt.date],
) -> Iterator[tuple[dt.date, int]]:
    """Use up money of the window for this promise, what names its document first."""
    first, last = window
    fits = [n for n, m in enumerate(money) if first <= m.day <= last and _may_pay(m, entry)]
    for n in sorted(fits, key=lambda n: (not money[n].names, money[n].day)):
        took = min(left[n], wanted)
        if took:
            left[n] -= took
            wanted -= took
            yield money[n].day, took


def _may_pay(money: Money, entry: PromiseEntry) -> bool:
    if not entry.document_no or not money.names:
        return True
    return entry.document_no in {money.names, *_SEPARATORS.split(money.names)}


def _judged(
    entry: PromiseEntry,
    until: dt.date,
    in_time: int,
    late: Sequence[tuple[dt.date, int]],
    as_of: dt.date,
) -> Judged:
    late_minor = sum(minor for _, minor in late)
    state = _state(entry, until, in_time, as_of)
    is_late = state in {Kept.PARTLY, Kept.BROKEN}
    all_in = in_time + late_minor >= entry.amount_minor
    end = max((day for day, _ in late), default=as_of) if all_in else as_of
    return Judged(
        entry,
        state,
        until,
        in_time,
        late_minor,
        (end - entry.due_on).days if is_late else 0,
        (end - until).days if is_late else 0,
        _why(state, all_in=all_in),
    )


def _state(entry: PromiseEntry, until: dt.date, in_time: int, as_of: dt.date) -> Kept:
    if _is_withdrawn(entry, as_of):
        return Kept.WITHDRAWN
    if in_time >= entry.amount_minor:
        return Kept.KEPT
    if as_of <= until:
        return Kept.OPEN
    return Kept.PARTLY if in_time else Kept.BROKEN


def _is_withdrawn(entry: PromiseEntry, as_of: dt.date) -> bool:
    return entry.withdrawn_on is not None and entry.withdrawn_on <= as_of


def _why(state: Kept, *, all_in: bool) -> Message:
    late = all_in and state in {Kept.PARTLY, Kept.BROKEN}
    return message(f"promises_why.{state.value}{'_paid_late' if late else ''}")


def _by_balance(
    entry: PromiseEntry, history: History, position: Position, policy: Policy
) -> Judged:
    """Without any payments in the ledger: by how much the debt of that time has shrunk."""
    until = rolled(entry.due_on, policy)
    owed = next((c.amount_minor for c in history.contacts if c.id == entry.contact), 0)
    state = _state(entry, until, 0, position.as_of)
    if state is not Kept.BROKEN:
        return _judged(entry, until, 0, (), position.as_of)
    came = owed - _still_open(entry, position)
    if owed and came == 0:
        return _judged(entry, until, 0, (), position.as_of)
    why = message("promises_why.undated" if owed else "promises_why.no_payments")
    return Judged(entry, Kept.UNKNOWN, until, 0, 0, 0, 0, why)


def _still_open(entry: PromiseEntry, position: Position) -> int:
    """Open now of what was overdue on the day of the promise."""
    found = position.open
    mine = (
        (found["company"].astype(object) == entry.company)
        & (found["customer_key"].astype(object) == entry.customer_key)
        & (found["currency"].astype(object) == entry.currency)
    )
    due = found["due_date"][mine].dt.date < entry.made_on
    return int(found["open_minor"][mine][due].sum())
