"""Date cells: one day order per column, each distinct text parsed once."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from arcollect.dates import Order, date_order, parse_date, serials_to_days
from arcollect.errors import Message, message
from arcollect.ledger.cells.column import has, raw_text, spread, texts_of, used_texts
from arcollect.ledger.file.grid import CellKind, RawColumn

Days = NDArray[np.datetime64]
UNDECIDED = frozenset({"dates.no_order", "dates.two_digit_year"})


@dataclass(frozen=True, slots=True)
class DayColumn:
    """Days (datetime64[s], NaT for none) and which filled cells are no date."""

    days: Days
    bad: NDArray[np.bool_]

    @property
    def stated(self) -> NDArray[np.bool_]:
        """Which rows have a day."""
        return ~np.isnat(self.days)


def no_days(rows: int) -> DayColumn:
    """No day on any row."""
    days = np.full(rows, np.datetime64("NaT"), dtype="datetime64[s]")
    return DayColumn(days, np.zeros(rows, dtype=bool))


class DayCells:
    """A date column before the order of day and month is known."""

    def __init__(self, column: RawColumn) -> None:
        self.column = column
        self._used = used_texts(column, has(column, CellKind.TEXT))
        self._texts = texts_of(column, self._used)
        self._plain = [parse_date(text) for text in self._texts]

    def order(self) -> Order | Message | None:
        """The order that the whole column proves; a refusal where it proves two."""
        doubtful = [
            text
            for text, read in zip(self._texts, self._plain, strict=True)
            if isinstance(read, Message) or not text[:4].isdigit()
        ]
        return date_order(doubtful)

    def undecided(self) -> Message | None:
        """A text that could be two days while no order is known, if there is one."""
        for read in self._plain:
            if isinstance(read, Message) and read.key in UNDECIDED:
                return read
        return None

    def destroyed(self) -> Message | None:
        """One of the times, where a column of dates holds mostly times ("00:00.0")."""
        lost = [r for r in self._plain if isinstance(r, Message) and r.key == "dates.destroyed"]
        return lost[0] if lost and len(lost) * 2 >= len(self._plain) else None

    def why(self, row: int, order: Order | None = None) -> Message | None:
        """Why a row is no date, in the order of its column; None where that is plain."""
        if self.column.text[row] < 0:
            return self._outside(row)
        read = parse_date(self.column.pool[self.column.text[row]], order)
        return read if isinstance(read, Message) else None

    def _outside(self, row: int) -> Message | None:
        """A real day of another century is told as the day that it is (2099-07-01)."""
        is_number = self.column.kind[row] in {CellKind.DATE, CellKind.NUMBER}
        return message("dates.outside", raw=raw_text(self.column, row)) if is_number else None

    def read(self, order: Order | None) -> DayColumn:
        """The days; numbers are Excel serials, or figures such as 20260105."""
        read = self._plain
        if order:
            read = [parse_date(text, order) for text in self._texts]
        days = np.array(
            [np.datetime64(r if isinstance(r, dt.date) else "NaT", "s") for r in read]
            + [np.datetime64("NaT", "s")]
        )
        refused = np.array([isinstance(r, Message) for r in read] + [False])
        found = spread(self.column, self._used, days).astype("datetime64[s]")
        bad = spread(self.column, self._used, refused).astype(bool)
        kind = self.column.kind
        bad &= kind == CellKind.TEXT
        bad |= np.isin(kind, [CellKind.ERROR, CellKind.UNCOMPUTED, CellKind.BOOL])
        numbers = (kind == CellKind.DATE) | (kind == CellKind.NUMBER)
        if numbers.any():
            serials = serials_to_days(self.column.number[numbers])
            found[numbers] = serials.astype("datetime64[s]")
            zero = self.column.number[numbers] == 0  # a blank linked cell shows as 0
            bad[numbers] = np.isnat(serials) & ~zero
        return DayColumn(found, bad)
