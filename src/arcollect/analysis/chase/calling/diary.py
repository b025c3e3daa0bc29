"""One call at a time: the calls of a list spread over the free moments of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from arcollect.errors import message
from arcollect.workdays import IN_CHINA, Workdays, next_workday, slots

if TYPE_CHECKING:
    from arcollect.analysis.chase.worklist.entry import Entry

WINDOW_MINUTES = 120
"""How long the good hour of R000-52 lasts: 10:00-12:00 and 15:00-17:00 (ours)."""

_Caller = tuple[str, str]
_Customer = tuple[_Caller, str, str]


@dataclass(slots=True)
class _Diary:
    """The windows ahead of one who calls, and how many calls each holds already."""

    capacity: int
    minutes: int
    free: Workdays
    last_day: dt.date  # the last one whose windows are open
    windows: list[dt.datetime] = field(default_factory=list)
    taken: list[int] = field(default_factory=list)
    first_free: int = 0

    def book(self, earliest: dt.datetime) -> dt.datetime:
        """The first free moment from `earliest` on, which is the start of a window."""
        number = self.first_free
        while True:
            while number == len(self.windows):
                self._open_next_day()
            if self.windows[number] >= earliest and self.taken[number] < self.capacity:
                break
            number += 1
        at = self.windows[number] + dt.timedelta(minutes=self.minutes * self.taken[number])
        self.taken[number] += 1
        self._pass_over_full()
        return at

    def _open_next_day(self) -> None:
        day = self.last_day = next_workday(self.last_day, *self.free)
        opened = [dt.datetime.combine(day, time) for time in slots(day, *self.free)]
        self.windows += opened
        self.taken += [0] * len(opened)

    def _pass_over_full(self) -> None:
        while self.first_free < len(self.taken) and self.taken[self.first_free] >= self.capacity:
            self.first_free += 1


def spread(
    entries: Sequence[Entry], as_of: dt.date, minutes: int, free: Workdays = IN_CHINA
) -> tuple[Entry, ...]:
    """The entries with one moment each: the first in the list has the first (R000-52).

    Nobody is on two phones: calls of the same owner are `minutes` apart, inside
    10:00-12:00 and 15:00-17:00 on the days and halves of days that are permitted; a full
    day runs over into the next, and the row says so. Never earlier than the row's own
    slot, so that caps, pauses and promises hold. Rows of one customer in several
    currencies are one call. 0 minutes: every row keeps its own slot.
    """
    if not minutes:
        return tuple(entries)
    return tuple(_spread(entries, as_of, minutes, free))


def _spread(
    entries: Sequence[Entry], as_of: dt.date, minutes: int, free: Workdays
) -> Iterator[Entry]:
    diaries: dict[_Caller, _Diary] = {}
    booked: dict[_Customer, dt.datetime] = {}
    for entry in entries:
        if entry.slot is None:
            yield entry
            continue
        caller = (str(entry.owner.post), entry.owner.name)
        customer = (caller, *entry.party[:2])
        at = booked.get(customer)
        if at is None or at < entry.slot:
            capacity = max(WINDOW_MINUTES // minutes, 1)
            diary = diaries.setdefault(caller, _Diary(capacity, minutes, free, as_of))
            at = booked[customer] = diary.book(entry.slot)
        yield _moved(entry, entry.slot, at)


def _moved(entry: Entry, asked: dt.datetime, at: dt.datetime) -> Entry:
    is_later_day = at.date() > asked.date()
    why = message("worklist_why.day_full") if is_later_day else entry.slot_why
    return replace(entry, slot=at, slot_why=why)
