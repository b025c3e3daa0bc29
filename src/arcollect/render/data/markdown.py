"""Tables as Markdown, for a wiki or a mail."""

from __future__ import annotations

from collections.abc import Sequence

from arcollect.render.plain import is_number, shown
from arcollect.views.table import Column, Table

SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>|#"})


def md(tables: Sequence[Table]) -> str:
    """Each table under its title, with lead, total row and notes."""
    return "\n".join(_table(table) for table in tables)


def _table(table: Table) -> str:
    lines = [
        f"## {_text(table.title)}",
        "",
        *(f"{_text(line)}  " for line in table.lead),
        "",
    ]
    lines.append(_line([_text(column.title) for column in table.columns]))
    lines.append(_line(["---:" if is_number(c) else "---" for c in table.columns]))
    columns = [_cells(column) for column in table.columns]
    lines += [_line(row) for row in zip(*columns, strict=True)]
    if table.total_label:
        lines.append(_line(_total(table)))
    return "\n".join([*lines, "", *(f"- {_text(note)}" for note in table.notes), ""])


def _cells(column: Column) -> list[str]:
    return [_text(shown(value, column.kind)) for value in column.values]


def _total(table: Table) -> list[str]:
    cells = [
        f"**{_text(shown(c.total, c.kind))}**" if c.total is not None else "" for c in table.columns
    ]
    label = next((n for n, c in enumerate(table.columns) if c.wide and c.total is None), 0)
    cells[label] = f"**{_text(table.total_label)}**"
    return cells


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _text(text: str) -> str:
    return text.translate(SPECIAL)
