"""Tables and pages on a terminal; colour never alone, data never as markup."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from rich import box
from rich.cells import cell_len
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from arcollect.render.plain import clean, is_number, shown
from arcollect.text import Lang, text
from arcollect.views.table import Chart, Column, Figure, Page, Part, Table, Tone

if TYPE_CHECKING:
    from rich.console import Console

STYLES = {
    Tone.PLAIN: "",
    Tone.GOOD: "green",
    Tone.WATCH: "yellow",
    Tone.BAD: "bold red",
    Tone.MUTED: "dim",
}
BAR_WIDTH = 36


def show(what: Page | Sequence[Table], *, console: Console, lang: Lang) -> None:
    """Print a page, or tables one under another."""
    parts = what.parts if isinstance(what, Page) else what
    if isinstance(what, Page) and what.title:
        console.print(Text(clean(what.title), style="bold"))
    for part in parts:
        _part(part, console, lang)
    if isinstance(what, Page) and what.first:
        console.print(Text(f"★ {clean(what.first)}", style="bold cyan"))


def _part(part: Part, console: Console, lang: Lang) -> None:
    if isinstance(part, str):
        console.print(Text(clean(part)), soft_wrap=False)
    elif isinstance(part, Table):
        _table(part, console, lang)
    elif isinstance(part, Chart):
        _chart(part, console)
    else:
        _figures(part, console)
    console.print()


def _table(table: Table, console: Console, lang: Lang) -> None:
    columns, dropped = _fitting(table, console)
    console.print(Text(clean(table.title), style="bold"))
    for line in table.lead:
        console.print(Text(clean(line), style="dim"))
    if len(table):
        console.print(_grid(table, columns))
    for note in table.notes:
        console.print(Padding(Text(f"· {clean(note)}", style="dim"), (0, 0, 0, 1)))
    if dropped:
        key = "common.hidden_columns"
        names = [clean(c.title) for c in dropped]
        console.print(Text(text(key, lang, count=len(dropped), names=names), style="dim"))


def _fitting(table: Table, console: Console) -> tuple[list[Column], list[Column]]:
    """The columns there is room for: minor ones go first, from the right."""
    columns = list(table.columns)
    dropped: list[Column] = []
    for column in reversed(table.columns):
        if _needed(table, columns, console) <= console.width:
            break
        if column.minor:
            columns.remove(column)
            dropped.insert(0, column)
    return columns, dropped


def _needed(table: Table, columns: list[Column], console: Console) -> int:
    grid = _grid(table, columns, sample=200)
    width = Measurement.get(console, console.options.update(max_width=10_000), grid).maximum
    spare = sum(max(0, _width(c) - 24) for c in columns if c.wide)
    return width - spare


def _width(column: Column) -> int:
    return max((cell_len(str(v)) for v in list(column.values)[:200]), default=0)


def _grid(table: Table, columns: list[Column], sample: int | None = None) -> Grid:
    footer = bool(table.total_label)
    grid = Grid(box=box.SIMPLE, show_footer=footer, header_style="bold", pad_edge=False)
    label = next((n for n, c in enumerate(columns) if c.wide and c.total is None), 0)
    for number, column in enumerate(columns):
        foot = table.total_label if number == label else shown(column.total, column.kind)
        grid.add_column(
            Text(clean(column.title)),
            Text(clean(foot), style="bold"),
            justify="right" if is_number(column) else "left",
            no_wrap=not column.wide,
            overflow="fold",
        )
    rows = range(len(table) if sample is None else min(sample, len(table)))
    for row in rows:
        grid.add_row(*(_cell(column, row) for column in columns))
    return grid


def _cell(column: Column, row: int) -> Text:
    style = STYLES[column.tones[row]] if column.tones else ""
    value = column.values[row]
    if isinstance(value, Decimal) and not value:
        return Text("-", style="dim")
    return Text(shown(value, column.kind), style=style)


def _figures(figures: Sequence[Figure], console: Console) -> None:
    grid = Grid.grid(padding=(0, 2))
    for figure in figures:
        style = STYLES[figure.tone]
        grid.add_row(
            Text(clean(figure.label)),
            Text(clean(figure.shown), style=style or "bold", justify="right"),
            Text(clean(figure.verdict), style=style),
            Text(clean(figure.formula), style="dim", overflow="fold"),
        )
    console.print(grid)


def _chart(chart: Chart, console: Console) -> None:
    unit = f"（{chart.unit}）" if chart.unit and not chart.unit.isascii() else f" ({chart.unit})"
    console.print(Text(clean(chart.title) + (unit if chart.unit else ""), style="bold"))
    largest = max((abs(bar.value) for bar in chart.bars), default=Decimal(0)) or Decimal(1)
    grid = Grid.grid(padding=(0, 1))
    for bar in chart.bars:
        length = int(abs(bar.value) / largest * BAR_WIDTH + Decimal("0.5"))
        block = Text("█" * length, style=STYLES[bar.tone])
        amount = Text(f"{bar.value:,}", justify="right")
        grid.add_row(Text(clean(bar.label)), amount, block)
    console.print(grid)
