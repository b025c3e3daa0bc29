"""Exports as known systems write them, made up row by row."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from arcollect.analysis.position import Position, stand
from arcollect.ledger import LedgerFile, ReadOptions, read
from arcollect.ledger.schema import Ledger, RowClass
from arcollect.policy import Policy

Rows = Sequence[Sequence[object]]
D = dt.date


def workbook(rows: Rows, sheet: str = "Sheet1", **more: Rows) -> bytes:
    """An xlsx of these sheets; dates as date cells, texts never as numbers."""
    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory, {"in_memory": True})
    day = book.add_format({"num_format": "yyyy/m/d"})
    for name, lines in {sheet: rows, **more}.items():
        page = book.add_worksheet(name)
        for at, line in enumerate(lines):
            for column, value in enumerate(line):
                if isinstance(value, dt.date):
                    page.write_datetime(at, column, value, day)
                elif isinstance(value, str):
                    page.write_string(at, column, value)
                elif value is not None:
                    page.write(at, column, value)
    book.close()
    return memory.getvalue()


def delimited(rows: Rows, separator: str = ",") -> bytes:
    """A csv of these rows."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


def table(text: str) -> list[list[str]]:
    """Rows written with `|`, all cells text, as a csv export holds them."""
    lines = (line.strip() for line in text.strip().splitlines())
    return [[cell.strip() for cell in line.split("|")] for line in lines]


def laid(data: bytes, name: str, policy: Policy | None = None, **options: Any) -> Ledger:
    """Read one export by the name it was saved under; no option is needed."""
    return read([LedgerFile(data=data, name=name)], policy or Policy(), ReadOptions(**options))


def stood(ledger: Ledger, as_of: dt.date, policy: Policy | None = None) -> Position:
    return stand(ledger, as_of, policy or Policy())


def balances(ledger: Ledger) -> dict[tuple[str, str], int]:
    """What each customer owes by the file, in minor units by currency."""
    sums: dict[tuple[str, str], int] = {}
    for row in ledger.items.itertuples():
        who = (str(row.customer), str(row.currency))
        sums[who] = sums.get(who, 0) + int(str(row.open_minor))
    return sums


def counts(ledger: Ledger) -> dict[str, int]:
    """How many rows of each class; those without any are left out."""
    found: dict[str, int] = {}
    for one in ledger.control.classes:
        found[one.row_class.value] = found.get(one.row_class.value, 0) + one.rows
    return found


def ties_out(ledger: Ledger) -> bool:
    """Every row has one class; items and what was left out are all the money."""
    classes = ledger.control.classes
    every = sum(c.rows for c in classes) == sum(ledger.control.sheet_rows.values())
    listed: dict[str, int] = {}
    for one in classes:
        for currency, minor in one.money.items():
            if one.row_class is RowClass.ITEM and one.role == "items":
                listed[currency] = listed.get(currency, 0) + minor
    money = (
        ledger.items.astype({"currency": str}).groupby("currency")[ledger.source.money_field].sum()
    )
    return every and {str(k): int(v) for k, v in money.items()} == listed


def keys(ledger: Ledger) -> list[str]:
    """The problems by key, each once, in order."""
    return list(dict.fromkeys(p.said.key for p in ledger.problems))
