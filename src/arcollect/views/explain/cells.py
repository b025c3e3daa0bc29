"""The cell that a figure was read from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from arcollect.ledger.file.grid import column_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from arcollect.ledger.schema import Ledger


class Cells:
    """Addresses of items: file and sheet from the row, column from the mapping."""

    def __init__(self, ledger: Ledger) -> None:
        source = ledger.source
        self._customers, self._items = ledger.customers, ledger.items
        self.several = len(source.files) > 1
        self.columns: Mapping[tuple[str, str, str], str] = {
            (reading.file, reading.sheet, match.field): column_letter(match.column)
            for reading in source.readings
            for match in reading.matches
        }

        self.scaled = {
            (reading.file, reading.sheet, field): column
            for reading in source.readings
            for field, column in reading.scaled.items()
        }

    def at(self, row: pd.Series, field: str) -> str:
        """`应收明细!P12`, `应收!E3: 12.5 × 10,000` in 万元; "" where there is no such column.

        In another unit the figure is cited as it is written, with what it was multiplied by;
        a cell that names its own unit (12.5万) was multiplied by nothing.

        What the customers sheet filled in is cited there: the row's own cell is empty.
        """
        inherited = str(row.get("inherited", "")).split()
        if field in inherited:
            told = self._told(row, field)
            return self.at(told, field) if told is not None else ""
        if f"policy-{field}" in inherited:
            return ""
        file, sheet = str(row["source"]), str(row["sheet"])
        letter = self.columns.get((file, sheet, field))
        if not letter:
            return ""
        return f"{self._place(file, sheet)}!{letter}{row['row']}{self._written(row, field)}"

    def _written(self, row: pd.Series, field: str) -> str:
        column = self.scaled.get((str(row["source"]), str(row["sheet"]), field))
        if column is None:
            return ""
        text, factor = column.at(int(row["row"]))
        times = f" × {factor:,}" if factor != 1 else ""
        return f": {text}{times}" if text else ""

    def _told(self, row: pd.Series, field: str) -> pd.Series | None:
        """The customer's own row: of the same company first, else one for all (U-06)."""
        known = self._customers
        mine = known[(known["customer_key"] == row["customer_key"]) & (known[field] != "")]
        of_company = mine["company"].astype(str)
        for company in dict.fromkeys((str(row["company"]), "")):
            if (of_company == company).any():
                mine = mine[of_company == company]
                break
        if not len(mine):
            return None
        told: pd.Series = mine.iloc[-1].copy()
        filled = json.loads(str(told["filled"]) or "{}")
        if field in filled:
            told["source"], told["sheet"], told["row"] = filled[field]
        return told

    def line(self, row: pd.Series) -> str:
        """The whole row: `应收明细!12`."""
        return f"{self._place(str(row['source']), str(row['sheet']))}!{row['row']}"

    def lines(self, items: Iterable[int]) -> dict[int, str]:
        """Where each item stands, by its label in the ledger's items."""
        chosen = list(items)
        rows = (row for _, row in self._items.loc[chosen].iterrows())
        return {item: self.line(row) for item, row in zip(chosen, rows, strict=True)}

    def _place(self, file: str, sheet: str) -> str:
        if not sheet:
            return file
        return f"[{file}]{sheet}" if self.several else sheet
