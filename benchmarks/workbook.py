"""Seconds of cpu to write 200,000 rows of aging detail as a workbook.

    python benchmarks/workbook.py ours|naive LEDGER

ours: the formatted sheet of `aging --detail -o x.xlsx`, from the table to the bytes.
naive: `pandas.to_excel` through openpyxl of the same columns, without any format.
The open items of LEDGER are repeated until there are 200,000 rows.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
import time
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import pandas as pd

from arcollect import LedgerFile, Policy, age, read, stand
from arcollect.render import xlsx
from arcollect.text import Lang
from arcollect.views.standing.aging_detail import detail_tables
from arcollect.views.table import Column, Page, Report, Table

ROWS = 200_000
AS_OF = dt.date(2026, 11, 21)


def detail(ledger: Path) -> Table:
    """The first table of the detail, its rows repeated."""
    policy = Policy()
    position = stand(read([LedgerFile(ledger)], policy), AS_OF, policy)
    (table, *_) = detail_tables(age(position, policy), position, Lang.ZH)
    return replace(table, columns=tuple(map(_repeated, table.columns)))


def _repeated(column: Column) -> Column:
    tones = list(islice(cycle(column.tones), ROWS)) if column.tones else column.tones
    return replace(column, values=list(islice(cycle(column.values), ROWS)), tones=tones)


def ours(table: Table) -> None:
    """The workbook as it is kept in memory before it is written to disk."""
    page = Page(table.key, table.title, (table,))
    xlsx.write(Report(table.title, (page,), (), "", {"lang": "zh"}))


def naive(table: Table) -> None:
    """What a colleague would write."""
    frame = pd.DataFrame({c.title: c.values for c in table.columns})  # noqa: PD011  (our columns)
    frame.to_excel(io.BytesIO(), engine="openpyxl", index=False)


def main() -> None:
    """Print the seconds."""
    who, ledger = sys.argv[1:3]
    table = detail(Path(ledger))
    started = time.process_time()
    {"ours": ours, "naive": naive}[who](table)
    print(time.process_time() - started)


if __name__ == "__main__":
    main()
