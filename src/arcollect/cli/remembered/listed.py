"""Lists of letters that come back as workbooks: ours, filled in by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from arcollect.errors import UsageError, message
from arcollect.text import Lang, text

if TYPE_CHECKING:
    from arcollect.ledger.file.grid import Sheet
    from arcollect.register.store.letters import Mark

_ROWS = 100_000
_HEADER_WITHIN = 30
_SENT = ("number", "sent_on", "by", "tracking", "arrived_on")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list: where it stands, and its values by our column names."""

    place: str  # list.xlsx 清单!7
    values: Mapping[str, object]

    def word(self, name: str) -> str:
        """A cell as text, "" where it is empty or not there."""
        value = self.values.get(name)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return str(value).strip() if value is not None else ""

    def minor(self, name: str, currency: str) -> int:
        """A cell as money in minor units; 0 where it is empty."""
        from decimal import Decimal, InvalidOperation

        from arcollect.money import to_minor

        try:
            return to_minor(Decimal(str(self.values.get(name) or 0)), currency)[0]
        except InvalidOperation:
            facts = {"place": self.place, "raw": self.word(name)}
            raise UsageError(message("register.list_amount", **facts)) from None

    def day(self, name: str) -> dt.date | None:
        """A cell as a day; UsageError for what is no date."""
        from arcollect.dates import parse_date

        value = self.values.get(name)
        if isinstance(value, dt.datetime):
            return value.date()
        if isinstance(value, dt.date) or not self.word(name):
            return value if isinstance(value, dt.date) else None
        found = parse_date(self.word(name), "ymd")
        if isinstance(found, dt.date):
            return found
        raise UsageError(message("register.list_date", place=self.place, raw=self.word(name)))


@dataclass(frozen=True, slots=True)
class SentRow:
    """One letter of a list for the post that went out."""

    place: str
    number: str
    mark: Mark


def sent_list(path: Path, today: dt.date) -> tuple[list[SentRow], list[str]]:
    """How and when letters went out (`--import-sent`, U-25); where only the day is missing.

    A row without a day was not sent yet; with a tracking number or a day of arrival all
    the same, its place is told. Raises UsageError for a workbook without the columns
    number and sent-on, or a cell that is no date.
    """
    found: list[SentRow] = []
    undated: list[str] = []
    for row in rows(path, {name: f"register.col_{name}" for name in _SENT}, _SENT[:2]):
        if not row.word("number"):
            continue
        if (mark := mark_in(row, today)) is not None:
            found.append(SentRow(row.place, row.word("number"), mark))
        elif row.word("tracking") or row.word("arrived_on"):
            undated.append(row.place)
    return found, undated


def mark_in(row: Row, today: dt.date) -> Mark | None:
    """How and when the letter of a row went out; None where the row names no day."""
    from arcollect.register.store.letters import Mark
    from arcollect.views.chase.register.ways import way_meant

    if (sent_on := row.day("sent_on")) is None:
        return None
    return Mark(
        today, sent_on, way_meant(row.word("by")), row.word("tracking"), row.day("arrived_on")
    )


def rows(path: Path, keys: Mapping[str, str], needed: tuple[str, ...]) -> list[Row]:
    """The rows below a header with these titles, in either language, of every sheet.

    keys: our column name -> the key of its title. UsageError where no sheet has the
    `needed` columns.
    """
    from arcollect.ledger.file.opening import open_book

    titles = {text(key, lang): name for name, key in keys.items() for lang in Lang}
    book = open_book(path)
    found = [rows for sheet in book.sheets if (rows := _below(sheet, path.name, titles, needed))]
    if not any(found) and not any(
        _header(s.head(_HEADER_WITHIN), titles, needed) for s in book.sheets
    ):
        wanted = [text(keys[name], Lang.ZH) for name in needed]
        raise UsageError(message("register.no_list", path=str(path), wanted=wanted))
    return [row for part in found for row in part]


def _below(
    sheet: Sheet, file: str, titles: Mapping[str, str], needed: tuple[str, ...]
) -> list[Row]:
    cells = sheet.head(_ROWS)
    if (header := _header(cells, titles, needed)) is None:
        return []
    at, columns = header
    return [
        Row(
            f"{file} {sheet.name}!{number}",
            {name: row[c] for name, c in columns.items() if c < len(row)},
        )
        for number, row in enumerate(cells[at + 1 :], at + 2)
    ]


def _header(
    cells: list[list[object]], titles: Mapping[str, str], needed: tuple[str, ...]
) -> tuple[int, dict[str, int]] | None:
    for at, row in enumerate(cells[:_HEADER_WITHIN]):
        columns = {titles[w]: c for c, w in enumerate(map(_plain, row)) if w in titles}
        if set(needed) <= columns.keys():
            return at, columns
    return None


def _plain(value: object) -> str:
    return str(value).strip() if value is not None else ""
