"""The rows below a header, as typed columns by field."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from arcollect.errors import LedgerError, Message, Severity, message
from arcollect.ledger.cells.amounts import MoneyCells, plain_numbers
from arcollect.ledger.cells.column import are_tidy, body_of, raw_text
from arcollect.ledger.cells.commas import Comma
from arcollect.ledger.cells.flags import flag_column, rate, unclear
from arcollect.ledger.cells.texts import Texts, same, text_column
from arcollect.ledger.file.grid import CellKind, RawColumn, Sheet
from arcollect.ledger.forms.sheet.place import Place
from arcollect.ledger.schema import Match
from arcollect.money import BLANK_MARKS

ID_FIELDS = frozenset(
    {
        "customer_code",
        "document_no",
        "invoice_no",
        "order_no",
        "contract_no",
        "bill_no",
        "reference",
    }
)
QUIET_ID_FIELDS = frozenset({"customer_tax_id", "bank_account", "payer_account"})
"""Numbers that only hints are made of: a cut one is not used, and nobody is told."""

_LOST = {
    CellKind.UNCOMPUTED: "ledger.formula_without_value",
    CellKind.ERROR: "ledger.error_cell",
}


class Body:
    """The cells under a sheet's header; columns are typed when asked, once.

    `raw` holds the mapped columns by field, `extra` further columns that may carry
    a label such as 合计 in front of the table. `unit` is what the title rows say of
    all amounts (单位：万元).
    """

    def __init__(
        self,
        sheet: Sheet,
        place: Place,
        matches: Iterable[Match],
        extra: Iterable[int] = (),
        unit: str = "",
    ) -> None:
        self.place = place
        self.unit = unit
        self.matches: Mapping[str, Match] = {m.field: m for m in matches}
        columns = {m.column for m in self.matches.values()}
        more = [c for c in extra if c not in columns]
        fetched = sheet.columns(sorted(columns | set(more)))
        fetched = {n: body_of(c, place.first) for n, c in fetched.items()}
        self.raw = {f: fetched[m.column] for f, m in self.matches.items()}
        self.extra = {n: fetched[n] for n in more}
        self._shown = sheet.facts.currencies
        self.rows = max((len(c) for c in fetched.values()), default=0)
        self.pools = _Pools()
        self.ruined: dict[str, NDArray[np.bool_]] = {}
        self.year = 0  # what the header says of columns of months and days
        self.told_later: frozenset[str] = frozenset()  # whose lost cells the caller tells
        self._texts: dict[str, Texts] = {}
        self._commas: set[str] = set()

    def has(self, field: str) -> bool:
        """Whether the sheet has such a column."""
        return field in self.raw

    def column(self, field: str) -> int | None:
        """The sheet column (0-based) of a field."""
        match = self.matches.get(field)
        return match.column if match else None

    def shown_currencies(self, field: str) -> list[str]:
        """The currencies that the number formats of a field's cells show."""
        return [currency for column, currency in self._shown if column == self.column(field)]

    def header(self, field: str) -> str:
        """The header as the file spells it, "" where there is no such column."""
        match = self.matches.get(field)
        return match.header if match else ""

    def fronts(self, but: Container[int] = ()) -> dict[int, RawColumn]:
        """The first two columns of the sheet, whatever they hold; `but` some of them."""
        columns = {m.column: self.raw[f] for f, m in self.matches.items()} | self.extra
        return {n: c for n, c in columns.items() if n < 2 and n not in but}

    def quote(self, field: str, row: int) -> str:
        """The raw cell of a row."""
        return raw_text(self.raw[field], row) if self.has(field) else ""

    def filled(self, field: str) -> NDArray[np.bool_]:
        """Which rows hold anything but blanks in a field's column."""
        if not self.has(field):
            return self.nowhere()
        return self.pools.filled(self.raw[field])

    def nowhere(self) -> NDArray[np.bool_]:
        """No row at all."""
        return np.zeros(self.rows, dtype=bool)

    def text(self, field: str) -> Texts:
        """A field's texts ("" everywhere where there is no such column)."""
        if field not in self._texts:
            known = self.has(field)
            self._texts[field] = self._read_text(field) if known else same("", self.rows)
        return self._texts[field]

    def put(self, field: str, texts: Texts) -> None:
        """Take these texts for a field from now on (filled-down customers)."""
        self._texts[field] = texts

    def money(self, field: str) -> MoneyCells | None:
        """A field's money before its currency is known; None without such a column.

        A comma before the decimals is a notice where the column proves it; LedgerError
        names the column where it does not.
        """
        if not self.has(field):
            return None
        cells = MoneyCells(self.raw[field], self.header(field), self.unit)
        if cells.comma is not Comma.NONE and field not in self._commas:
            self._tell_comma(field, cells.comma)
        return cells

    def _tell_comma(self, field: str, comma: Comma) -> None:
        place, header = self.place, self.header(field)
        if comma is Comma.DOUBTFUL:
            said = message(
                "reading.mixed_commas", file=place.file, sheet=place.sheet, header=header
            )
            raise LedgerError(said, message("reading.mixed_commas.fix"))
        self._commas.add(field)
        said = message("reading.decimal_commas", header=header)
        place.tell(Severity.NOTICE, said, column=self.column(field))

    def flag(self, field: str, rows: NDArray[np.bool_] | NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of the given rows say yes, in their order.

        What is neither yes nor no counts as no, with a warning for each distinct word.
        """
        if not self.has(field):
            return self.nowhere()[rows]
        self._tell_unclear(field, rows)
        return flag_column(self.raw[field])[rows]

    def _tell_unclear(self, field: str, rows: NDArray[np.bool_] | NDArray[np.int64]) -> None:
        here = self.nowhere()
        here[rows] = True
        first: dict[str, list[int]] = {}
        for row in np.flatnonzero(unclear(self.raw[field]) & here):
            first.setdefault(self.quote(field, int(row)), []).append(int(row))
        for word, at in first.items():
            self.place.tell(
                Severity.WARNING,
                message("ledger.flag_unclear", header=self.header(field), rows=len(at)),
                row=at[0], column=self.column(field), raw=word,
                remedy=message("ledger.flag_unclear.fix"),
            )  # fmt: skip

    def rates(self, field: str, rows: NDArray[np.bool_]) -> NDArray[np.float64]:
        """A field's rates per day as shares, NaN for none.

        1 and more (a 5 meant as 万分之五) and what cannot be read are no rates: a
        warning for each of the given rows, never a claim.
        """
        read = plain_numbers(self.raw[field], rate)
        is_rate = (read >= 0) & (read < 1)
        for row in np.flatnonzero(self.filled(field) & ~is_rate & rows):
            raw = self.quote(field, int(row))
            if raw.strip().lower() not in BLANK_MARKS:
                said = message(
                    "ledger.side_amount_unreadable",
                    header=self.header(field), why=message("ledger.not_a_rate"),
                )  # fmt: skip
                column = self.column(field)
                self.place.tell(Severity.WARNING, said, row=int(row), column=column, raw=raw)
        found: NDArray[np.float64] = np.where(is_rate, read, np.nan)
        return found

    def _read_text(self, field: str) -> Texts:
        read = text_column(self.raw[field], tidy=self.pools.are_tidy(self.raw[field].pool))
        column = self.column(field)
        if field not in self.told_later:
            self.tell_lost(field)
        for row in np.flatnonzero(read.hostile):
            self.place.tell(
                Severity.WARNING, message("ledger.hostile_text"), row=int(row), column=column
            )
        if field in ID_FIELDS | QUIET_ID_FIELDS:
            self.ruined[field] = read.ruined
        if field in ID_FIELDS:
            for row in np.flatnonzero(read.ruined):
                self.place.tell(
                    Severity.WARNING,
                    message("ledger.ruined_number", header=self.header(field)),
                    row=int(row),
                    column=column,
                    raw=self.quote(field, int(row)),
                    remedy=message("ledger.ruined_number.fix"),
                )
        return read.texts

    def lost(self, field: str, row: int) -> Message | None:
        """Why a cell has nothing to say: a formula without result, an error; else None."""
        key = _LOST.get(CellKind(self.raw[field].kind[row])) if self.has(field) else None
        return message(key) if key else None

    def tell_lost(self, field: str, rows: NDArray[np.bool_] | None = None) -> None:
        """A name or number that a formula did not deliver is no blank."""
        if not self.has(field):
            return
        gone = np.isin(self.raw[field].kind, list(_LOST))
        for row in np.flatnonzero(gone if rows is None else gone & rows):
            why = self.lost(field, int(row))
            said = message("ledger.side_amount_unreadable", header=self.header(field), why=why)
            self.place.tell(Severity.WARNING, said, row=int(row), column=self.column(field))


class _Pools:
    """What is known of the texts of each pool; a pool is looked at once."""

    def __init__(self) -> None:
        self._tidy: dict[int, bool] = {}
        self._blank: dict[int, NDArray[np.bool_]] = {}

    def are_tidy(self, pool: list[str]) -> bool:
        """Whether no text of the pool needs cleaning."""
        if id(pool) not in self._tidy:
            self._tidy[id(pool)] = are_tidy(pool)
        return self._tidy[id(pool)]

    def filled(self, column: RawColumn) -> NDArray[np.bool_]:
        """Which cells hold something other than spaces."""
        filled: NDArray[np.bool_] = column.kind != CellKind.EMPTY
        if not self.are_tidy(column.pool):
            filled = filled & ~self._blanks(column.pool)[column.text]
        return filled

    def _blanks(self, pool: list[str]) -> NDArray[np.bool_]:
        if id(pool) not in self._blank:
            blank = [not text.strip() for text in pool]
            self._blank[id(pool)] = np.array([*blank, False])
        return self._blank[id(pool)]
