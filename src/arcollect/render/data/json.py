"""Tables as JSON: money as decimal strings, English keys, a schema version."""

from __future__ import annotations

import datetime as dt
import json as encoder
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from arcollect.errors import Problem
from arcollect.render.plain import clean
from arcollect.text import Lang, say
from arcollect.views.table import Table, Value

if TYPE_CHECKING:
    from arcollect.ledger.schema import Source

SCHEMA_VERSION = 1


def json(
    command: str,
    as_of: dt.date | None,
    lang: Lang,
    tables: Sequence[Table],
    problems: Sequence[Problem] = (),
    version: str = "",
    source: Source | None = None,
) -> str:
    """One object per run; `tables[0]` is the main table.

    Money, shares and other numbers with decimals are strings, counts and days are
    integers, dates ISO, missing values null.
    """
    answer = {
        "schema_version": SCHEMA_VERSION,
        "command": command,
        "version": version,
        "as_of": as_of.isoformat() if as_of else None,
        "source": _source(source),
        "lang": str(lang),
        "tables": [_table(table) for table in tables],
        "problems": [_problem(problem, lang) for problem in problems],
    }
    return encoder.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _source(source: Source | None) -> dict[str, object] | None:
    """Files without their folders, and the hash of what was read."""
    if source is None:
        return None
    return {"files": list(source.files), "sha256": source.sha256}


def _table(table: Table) -> dict[str, object]:
    keys = [column.key for column in table.columns]
    values = [[_value(v) for v in column.values] for column in table.columns]
    totals = {c.key: _value(c.total) for c in table.columns if c.total is not None}
    return {
        "key": table.key,
        "title": table.title,
        "lead": list(table.lead),
        "rows": [dict(zip(keys, row, strict=True)) for row in zip(*values, strict=True)],
        "total": totals or None,
        "notes": list(table.notes),
    }


def _value(value: Value) -> str | int | None:
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, dt.date) else clean(str(value))


def _problem(problem: Problem, lang: Lang) -> dict[str, str | None]:
    return {
        "severity": str(problem.severity),
        "file": problem.file,
        "sheet": problem.sheet,
        "cell": problem.cell,
        "raw": clean(problem.raw),
        "message": say(problem.said, lang),
        "remedy": say(problem.remedy, lang) if problem.remedy else None,
    }
