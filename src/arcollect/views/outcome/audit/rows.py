"""Where the rows of a hint stand: 明细!12、15–18."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from arcollect.analysis.outcome.audit.hint import Hint, Place
from arcollect.text import Lang, joined, listed, text
from arcollect.views.amounts import decimals
from arcollect.views.columns import Columns
from arcollect.views.table import Kind, Table

if TYPE_CHECKING:
    from arcollect.analysis.outcome.audit.audit import Audit, Row

RUNS = 8
"""So many runs of rows are written into one cell; a workbook lists every row."""


def word(what: str, which: object, lang: Lang) -> str:
    """The word for one check, weight or state: `what` says which kind of word."""
    return text(f"audit.{what}_{which}", lang)


def where(hint: Hint, lang: Lang, *, with_files: bool) -> str:
    """The rows of a hint, neighbours joined; the file only where there are several."""
    if not hint.places:
        return text("audit.register", lang)
    said, counted, runs = [], 0, 0
    for sheet, places in groupby(hint.places, key=lambda p: (p.file, p.sheet)):
        found = list(_runs([place.row for place in places]))[: RUNS - runs]
        if found:
            rows = listed((_run(*run) for run in found), lang)
            said.append(f"{_sheet(*sheet, with_files=with_files)}{rows}")
        runs += len(found)
        counted += sum(last - first + 1 for first, last in found)
    named = joined(said, lang)
    more = len(hint.places) - counted
    return text("audit.more_rows", lang, places=named, more=more) if more else named


def _sheet(file: str, sheet: str, *, with_files: bool) -> str:
    inside = f"{sheet}!" if sheet else ""
    return f"{file} {inside}" if with_files else inside


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of neighbouring rows."""
    first = last = rows[0]
    for row in rows[1:]:
        if row > last + 1:
            yield first, last
            first = row
        last = row
    yield first, last


def _run(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def rows_table(audit: Audit, lang: Lang) -> Table:
    """Every row of every hint with whose it is, when and how much, to filter and tick."""
    rows: list[tuple[int, Hint, Place, Row | None]] = [
        (number, hint, place, standing.get(place))
        for number, (hint, standing) in enumerate(zip(audit.hints, audit.rows, strict=True), 1)
        for place in hint.places
    ]
    column = Columns("audit.", rows, lang)
    columns = (
        column("number", Kind.COUNT, lambda r: r[0]),
        column("check", Kind.TEXT, lambda r: word("check", r[1].check, lang)),
        column("customer", Kind.TEXT, lambda r: _customer(r[1], r[3]), wide=True),
        column("day", Kind.DATE, lambda r: r[3].day if r[3] else None),
        column("amount", Kind.MONEY, lambda r: _amount(r[3])),
        column("currency", Kind.TEXT, lambda r: r[3].currency if r[3] else ""),
        column("file", Kind.TEXT, lambda r: r[2].file),
        column(
            "place",
            Kind.TEXT,
            lambda r: f"{r[2].sheet}!{r[2].row}" if r[2].sheet else str(r[2].row),
        ),
    )
    return Table("audit.rows", text("audit.rows", lang), columns)


def _customer(hint: Hint, row: Row | None) -> str:
    """Of the row itself: a hint may be about several customers."""
    return row.customer if row else hint.whose.customer


def _amount(row: Row | None) -> Decimal | None:
    return decimals([row.amount_minor], row.currency)[0] if row else None
