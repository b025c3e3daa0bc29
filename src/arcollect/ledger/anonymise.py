"""The layout of any spreadsheet with made-up contents, for reporting one that fails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from arcollect.ledger.disguise import Disguise
from arcollect.ledger.file.grid import Book, CellKind, RawColumn, Sheet, SheetFacts
from arcollect.ledger.headers.find import HeaderFound, find_header
from arcollect.ledger.headers.match import match_columns
from arcollect.ledger.headers.names.fields import ROLES, index_of
from arcollect.ledger.headers.normalise import normal
from arcollect.ledger.headers.row_words import (
    is_closing,
    is_footer,
    is_opening,
    is_subtotal,
    is_total,
    names_unit,
    total_after,
    total_of,
)

_HEAD_ROWS = 60
_MOST_DIGITS = 4  # a header with a longer number is a cell of the rows
_COUNTS = {"year", "month", "day", "overdue_days", "terms_days", "line_no", "quantity"}
_MONEY = {
    "aging_bucket", "running_balance", "opening", "closing", "written_off", "advance",
    "unit_price",
}  # fmt: skip
_BASES = ("base_", "period:")
_WORDS = {
    "document_type",
    "status",
    "payment_state",
    "direction",
    "language",
    "channel",
    "customer_type",
    "summary",
    "gl_account",
}
_LABELS = (is_total, is_subtotal, is_opening, is_closing, is_footer, names_unit)
Cell = tuple[int, int, CellKind, float | str]


@dataclass(frozen=True, slots=True)
class MadeUpSheet:
    """One sheet: cells as (row, column, kind, number or text), and its hidden parts."""

    name: str
    facts: SheetFacts
    cells: tuple[Cell, ...]


def anonymised(book: Book) -> tuple[MadeUpSheet, ...]:
    """Every sheet with the same header, row kinds, types and spellings, nothing else real.

    Also for a file that is no ledger. Of the original text only header cells and words
    of our own tables stay (a header is believed when two of its cells are known).
    """
    disguise = Disguise()
    return tuple(_sheet(sheet, disguise) for sheet in book.sheets)


def _sheet(sheet: Sheet, disguise: Disguise) -> MadeUpSheet:
    head = sheet.head(_HEAD_ROWS)
    header = find_header(head, name=sheet.name) if head else None
    columns = sheet.columns(list(range(sheet.facts.columns)))
    painter = _Painter(header, _kinds(header, head), disguise)
    cells = tuple(c for n, column in columns.items() for c in _cells(n, column, painter))
    name = disguise.label(sheet.name)
    return MadeUpSheet(name, replace(sheet.facts, name=name), cells)


def _kinds(header: HeaderFound | None, head: Sequence[Sequence[object]]) -> dict[int, str]:
    """What each column holds: money, date, id, count, terms, words; unknown ones are absent."""
    if header is None:
        return {}
    samples = head[header.row_last + 1 :][:20]
    role = header.role or "items"
    matching = match_columns(header.cells, role=role, samples=samples)
    return {m.column: _kind(m.field) for m in (*matching.matches, *matching.beaten)}


def _kind(field: str) -> str:
    if field in _MONEY or field.endswith(("_minor", "_amount")) or field.startswith(_BASES):
        return "money"
    if field.endswith(("_date", "_maturity")) or field in {"date", "period"}:
        return "date"
    if field in _COUNTS or field.endswith(("_days", "_rate", "_per_day")):
        return "count"
    if field in _WORDS:
        return "words"
    return "terms" if field == "terms" else "id"


@dataclass(frozen=True, slots=True)
class _Painter:
    """What to put in place of a cell."""

    header: HeaderFound | None
    kinds: dict[int, str]
    disguise: Disguise

    def text(self, row: int, column: int, said: str) -> str:
        """The cell's text: headers stay, labels keep their words, the rest is made up."""
        if self._is_header(row, said):
            return said
        is_label = any(says(said) for says in _LABELS)
        if not is_label and (name := total_of(said) or total_after(said)):
            return said.replace(name, self.text(row, column, name))
        if (self.header is not None and row < self.header.row_first) or is_label:
            return self.disguise.label(said)
        return self.disguise.text(said, self.kinds.get(column, ""))

    def number(self, column: int, kind: CellKind, number: float) -> float:
        """The cell's number; truth values stay."""
        if kind == CellKind.DATE:
            return self.disguise.day(number)
        if kind == CellKind.NUMBER:
            return self.disguise.number(number, self.kinds.get(column, ""))
        return number

    def _is_header(self, row: int, said: str) -> bool:
        """A cell of the header, where it stands or printed again further down."""
        header = self.header
        if header is None or sum(c.isdecimal() for c in said) > _MOST_DIGITS:
            return False
        if row < header.row_first:
            return False
        if any(index_of(role).knows(normal(said)) for role in ROLES):
            return True
        is_sure = bool(header.role) or header.score >= 2
        return is_sure and (row <= header.row_last or said in header.cells)


def _cells(number: int, column: RawColumn, painter: _Painter) -> Iterator[Cell]:
    for row in np.flatnonzero(column.kind).tolist():
        kind = CellKind(column.kind[row])
        if kind == CellKind.TEXT:
            said = column.pool[column.text[row]]
            yield row, number, kind, painter.text(row, number, said)
        elif kind == CellKind.ERROR:
            yield row, number, kind, column.pool[column.text[row]]
        else:
            yield row, number, kind, painter.number(number, kind, float(column.number[row]))
