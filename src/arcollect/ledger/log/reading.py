"""Reading a contact log, row by row: these sheets are small."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from arcollect.dates import date_order, parse_date, serial_to_date
from arcollect.errors import Message, message
from arcollect.ledger.file.grid import Book, Sheet, column_letter
from arcollect.ledger.forms.sheet.example import is_example
from arcollect.ledger.headers.normalise import as_text
from arcollect.ledger.headers.row_words import is_total
from arcollect.ledger.log.columns import (
    CONTENT,
    OF_A_CONTACT,
    TYPED_IN_LISTS,
    fields_of,
    is_called_log,
    is_list,
    is_log,
)
from arcollect.ledger.log.row import Flaw, LogRow
from arcollect.money import parse_amount

MOST_ROWS = 50_000
_HEAD_ROWS = 40
_TIME = re.compile(r"(\d{1,2})[:：时点](\d{2})?")
_DAYS = ("date", "promised_on", "next_on", "pause_until", "key_as_of")
_MONEY = ("amount", "promised", "confirmed")
_YES = frozenset({"是", "有", "投诉", "y", "yes", "true", "1", "√"})


@dataclass(frozen=True, slots=True)
class LogSheet:
    """The log rows of one sheet."""

    file: str
    sheet: str
    rows: tuple[LogRow, ...]
    fields: frozenset[str] = frozenset()

    @property
    def is_advice(self) -> bool:
        """Whether it says what to do (a worklist's first sheet), not what was done."""
        return not self.fields & OF_A_CONTACT - {"action"}


@dataclass(frozen=True, slots=True)
class _Head:
    """Where the header stands and which column is which."""

    row: int  # 0-based
    fields: Mapping[str, int]


def logs_in(book: Book, *, is_called: bool = False) -> tuple[LogSheet, ...]:
    """Every contact log of a file, also filled-in worklists.

    is_called: somebody named the file as a log, so that one column of a log is enough.
    Beside a list of ours that was filled in, the sheet with the advice is none.
    """
    read = (log_of(sheet, book.name, is_called=is_called) for sheet in book.sheets)
    found = tuple(log for log in read if log is not None)
    if any("key_customer" in log.fields for log in found):
        return tuple(log for log in found if not log.is_advice)
    return found


def log_of(
    sheet: Sheet,
    file: str,
    first_rows: Sequence[Sequence[object]] | None = None,
    *,
    is_called: bool = False,
) -> LogSheet | None:
    """The sheet as a contact log, None where it is none.

    first_rows: the sheet's first rows where somebody has read them already.
    """
    rows = sheet.head(_HEAD_ROWS) if first_rows is None else first_rows
    head = _head(sheet.name, rows, is_called=is_called)
    if head is None:
        return None
    rows = sheet.head(MOST_ROWS)
    orders = {name: _order(rows[head.row + 1 :], head.fields.get(name)) for name in _DAYS}
    reader = _Reader(file, sheet.name, head, orders)
    found = tuple(row for n in range(head.row + 1, len(rows)) if (row := reader.read(n, rows[n])))
    return LogSheet(file, sheet.name, found, frozenset(head.fields))


def _head(name: str, rows: Sequence[Sequence[object]], *, is_called: bool) -> _Head | None:
    titles = [name]
    for number, cells in enumerate(rows[:_HEAD_ROWS]):
        texts = [as_text(cell) for cell in cells]
        fields = fields_of(texts)
        is_named = is_called or is_called_log(" ".join(titles))
        if is_log(fields, texts, is_called=is_named):
            return _Head(number, fields)
        titles += [text for text in texts if text]
    return None


def _order(rows: Sequence[Sequence[object]], column: int | None) -> str | None:
    if column is None:
        return None
    texts = [r[column] for r in rows if column < len(r) and isinstance(r[column], str)]
    order = date_order(str(text) for text in texts)
    return None if isinstance(order, Message) else order


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one sheet's rows."""

    file: str
    sheet: str
    head: _Head
    orders: Mapping[str, str | None]

    def read(self, number: int, cells: Sequence[object]) -> LogRow | None:
        """A row that says something, None for blank, total and example rows and headers."""
        fields = self.head.fields
        advised = {"action"} if is_list(fields) else set()  # ours, not what was done
        said = {f: cells[c] for f, c in fields.items() if c < len(cells) and f not in advised}
        texts = {f: as_text(v).strip() for f, v in said.items() if as_text(v).strip()}
        wanted = TYPED_IN_LISTS if advised else CONTENT
        if not wanted & texts.keys() or self._is_no_row(cells):
            return None
        if is_example(texts.get("customer", "")):
            return None
        flaws: list[Flaw] = []
        days = dict(self._days(said, number, flaws))
        amounts = dict(self._amounts(said, number, flaws))
        return LogRow(
            self.file,
            self.sheet,
            number + 1,
            texts,
            days,
            amounts,
            _time(said),
            texts.get("complaint", "").casefold() in _YES,
            tuple(flaws),
        )

    def _is_no_row(self, cells: Sequence[object]) -> bool:
        filled = [as_text(c) for c in cells if as_text(c).strip()]
        if len(filled) < 2:  # a footnote
            return True
        return is_total(filled[0]) or fields_of([as_text(c) for c in cells]) == self.head.fields

    def _days(
        self, said: Mapping[str, object], number: int, flaws: list[Flaw]
    ) -> Iterator[tuple[str, dt.date]]:
        for field in (f for f in _DAYS if f in said):
            day = _day(said[field], self.orders[field])
            if isinstance(day, Message):
                flaws.append(self._flaw(field, number, said[field], day))
            elif day is not None:
                yield field, day

    def _amounts(
        self, said: Mapping[str, object], number: int, flaws: list[Flaw]
    ) -> Iterator[tuple[str, Decimal]]:
        for field in (f for f in _MONEY if f in said):
            amount = _amount(said[field])
            if isinstance(amount, Message):
                flaws.append(self._flaw(field, number, said[field], amount))
            elif amount is not None:
                yield field, amount

    def _flaw(self, field: str, number: int, raw: object, why: Message) -> Flaw:
        cell = f"{column_letter(self.head.fields[field])}{number + 1}"
        return Flaw(cell, as_text(raw), why, field)


def _day(cell: object, order: str | None) -> dt.date | Message | None:
    if isinstance(cell, dt.datetime):
        return cell.date()
    if isinstance(cell, dt.date) or cell is None:
        return cell
    if isinstance(cell, int | float):
        return serial_to_date(float(cell)) or message("log_why.no_date")
    return parse_date(str(cell), order)  # type: ignore[arg-type]


def _time(said: Mapping[str, object]) -> dt.time | None:
    """The time of day, from its own column or beside the date; midnight is no time."""
    for cell in (said.get("time"), said.get("date")):
        if isinstance(cell, dt.datetime | dt.time):
            found = cell.time() if isinstance(cell, dt.datetime) else cell
            if found != dt.time():
                return found.replace(second=0, microsecond=0)
        elif isinstance(cell, str) and (written := _TIME.search(cell)):
            hour, minute = int(written[1]), int(written[2] or 0)
            if hour < 24 and minute < 60:
                return dt.time(hour, minute)
    return None


def _amount(cell: object) -> Decimal | Message | None:
    """An amount as typed; floats by their shortest digits, which is what was typed."""
    if cell is None or as_text(cell).strip() == "":
        return None
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return Decimal(repr(cell))
    read = parse_amount(as_text(cell))
    return read if isinstance(read, Message) else read.value
