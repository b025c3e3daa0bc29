"""Comma- or tab-separated text: full names, raw numbers, the total last."""

from __future__ import annotations

import csv as writer
import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from arcollect.render.plain import raw
from arcollect.views.table import Column, Kind, Table, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

RISKY = ("=", "+", "-", "@", "\t", "\r", "\0", "\uff1d", "\uff0b", "\uff0d", "\uff20")
TEXT_KINDS = (Kind.TEXT, Kind.ID)
_OF_A_CURRENCY = re.compile(r"([a-z_]+(?:\.[a-z_]+)*)\.([^a-z]+)")


def main_tables(tables: Sequence[Table], currency: str) -> list[Table]:
    """The main table; where each currency has its own, all of them, so that none is lost.

    The columns are the same for one currency and for several: scripts rely on them.
    `aging.CNY` and `aging.USD` say the same of two currencies: each gets its currency
    in a column called `currency`, and keeps its own total. A column that only one of
    them has (customer codes, companies) is blank in the others.
    """
    first = tables[0]
    stem, _ = _split(first.key)
    same = [t for t in tables if stem and _split(t.key)[0] == stem]
    return _aligned([_with_currency(t, currency) for t in same]) or [first]


def _split(key: str) -> tuple[str, str]:
    """`fee.steps.CNY` is the table fee.steps in CNY; keys are lower case, codes are not.

    A currency that nobody knows is kept as it is written, dots and all (`RS.`).
    """
    found = _OF_A_CURRENCY.fullmatch(key)
    return (found[1], found[2]) if found else ("", "")


def _with_currency(table: Table, title: str) -> Table:
    _, code = _split(table.key)
    column = Column("currency", title, Kind.TEXT, [code] * len(table), total=code)
    kinds = [c.kind for c in table.columns]
    place = kinds.index(Kind.MONEY) if Kind.MONEY in kinds else len(kinds)
    return replace(table, columns=(*table.columns[:place], column, *table.columns[place:]))


def _aligned(tables: list[Table]) -> list[Table]:
    """The same columns in the same order in every table: one header stands over all."""
    known: dict[str, Column] = {}
    for table in sorted(tables, key=lambda t: len(t.columns), reverse=True):
        known |= {c.key: c for c in table.columns if c.key not in known}
    made = []
    for table in tables:
        own = {c.key: c for c in table.columns}
        none = [""] * len(table)
        columns = (
            own.get(k) or replace(c, values=none, tones=(), total=None) for k, c in known.items()
        )
        made.append(replace(table, columns=tuple(columns)))
    return made


def csv(table: Table, sep: str = ",", *, for_excel: bool = False, header: bool = True) -> str:
    """The rows of `table`, with its total row when it has one.

    `for_excel` (files only): text that a spreadsheet would run as a formula gets a
    leading apostrophe (T-02); numbers never do. Lines end with CRLF in files.
    """
    out = io.StringIO()
    rows = writer.writer(out, delimiter=sep, lineterminator="\r\n" if for_excel else "\n")
    if header:
        rows.writerow([column.title for column in table.columns])
    columns = [_values(c.values, c.kind, for_excel=for_excel) for c in table.columns]
    rows.writerows(zip(*columns, strict=True))
    if table.total_label:
        rows.writerow(_total(table, for_excel=for_excel))
    return out.getvalue()


def _values(values: Sequence[Value], kind: Kind, *, for_excel: bool) -> list[str]:
    plain = [raw(value) for value in values]
    if not for_excel or kind not in TEXT_KINDS:
        return plain
    return [f"'{text}" if text.startswith(RISKY) else text for text in plain]


def _total(table: Table, *, for_excel: bool) -> list[str]:
    totals: list[Value] = [column.total for column in table.columns]
    label = next((n for n, c in enumerate(table.columns) if c.wide and c.total is None), 0)
    totals[label] = table.total_label
    kinds = [column.kind for column in table.columns]
    pairs = zip(totals, kinds, strict=True)
    return [_values([total], kind, for_excel=for_excel)[0] for total, kind in pairs]
