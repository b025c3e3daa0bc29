"""Tables and pages on a terminal; colour never alone, data never as markup."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from rich import box
from rich.cells import cell_len
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from arcollect.render.plain import clean, is_number, shown
from arcollect.render.screen.fit import GAP, fit
from arcollect.render.wrap import wrap
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
WHOLE_LABEL = 24


def show(what: Page | Sequence[Table], *, console: Console, lang: Lang) -> None:
    """Print a page, or tables one under another."""
    parts = what.parts if isinstance(what, Page) else what
    if isinstance(what, Page) and what.title:
        console.print(Text(clean(what.title), style="bold"))
    for part in parts:
        _part(part, console, lang)
    if isinstance(what, Page) and what.first:
        console.print(_wrapped(f"★ {clean(what.first)}", console.width, "bold cyan"))


def _part(part: Part, console: Console, lang: Lang) -> None:
    if isinstance(part, str):
        console.print(_wrapped(clean(part), console.width))
        return
    if isinstance(part, Table):
        _table(part, console, lang)
    elif isinstance(part, Chart):
        _chart(part, console)
    else:
        _figures(part, console)
    console.print()


def _table(table: Table, console: Console, lang: Lang) -> None:
    fitted = fit(table, console.width)
    console.print(Text(clean(table.title), style="bold"))
    for line in table.lead:
        console.print(_wrapped(clean(line), console.width, "dim"))
    for block in fitted.blocks if len(table) else ():
        console.print(_grid(table, block), crop=False)
        console.print()
    for note in table.notes:
        console.print(Padding(_wrapped(f"· {clean(note)}", console.width - 1, "dim"), (0, 0, 0, 1)))
    if fitted.dropped:
        key = "common.hidden_columns"
        names = [clean(c.title) for c in fitted.dropped]
        said = text(key, lang, count=len(names), names=names)
        console.print(_wrapped(said, console.width, "dim"))


def _grid(table: Table, block: Sequence[tuple[Column, int]]) -> Grid:
    columns = [column for column, _ in block]
    grid = Grid(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        show_footer=bool(table.total_label) and any(c.total is not None for c in columns),
        header_style="bold",
        padding=(0, GAP - 1, 0, 0),
        pad_edge=False,
    )
    label = next((n for n, c in enumerate(columns) if c.wide and c.total is None), 0)
    for number, (column, width) in enumerate(block):
        foot = table.total_label if number == label else shown(column.total, column.kind)
        grid.add_column(
            Text(_heading(clean(column.title), width)),
            Text(clean(foot), style="bold"),
            justify="right" if is_number(column) else "left",
            width=width,
            overflow="fold",
        )
    for row in range(len(table)):
        grid.add_row(*(_cell(column, row, width) for column, width in block))
    return grid


def _heading(title: str, width: int) -> str:
    """Broken at its blanks first; a word too long for a line as any text."""
    lines = [""]
    for word in title.split():
        if lines[-1] and cell_len(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines += wrap(word, width).split("\n")
    return "\n".join(lines[1:])


def _wrapped(said: str, columns: int, style: str = "") -> Text:
    return Text(wrap(said, columns), style=style)


def _cell(column: Column, row: int, width: int) -> Text:
    style = STYLES[column.tones[row]] if column.tones else ""
    value = column.values[row]
    if isinstance(value, Decimal) and not value:
        return Text("-", style="dim")
    return _wrapped(shown(value, column.kind), width, style)


def _figures(figures: Sequence[Figure], console: Console) -> None:
    """Label, figure, verdict, formula: nothing is cut short, and a short label stays whole."""
    grid = Grid.grid(padding=(0, 2))
    room = max(WHOLE_LABEL, console.width * 2 // 5)
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_column(overflow="fold")
    for figure in figures:
        style = STYLES[figure.tone]
        grid.add_row(
            _wrapped(clean(figure.label), room),
            Text(clean(figure.shown), style=style or "bold", justify="right"),
            Text(clean(figure.verdict), style=style),
            Text(clean(figure.formula), style="dim", overflow="fold"),
        )
    console.print(grid)


def _chart(chart: Chart, console: Console) -> None:
    unit = f"（{chart.unit}）" if chart.unit and not chart.unit.isascii() else f" ({chart.unit})"
    console.print(Text(clean(chart.title) + (unit if chart.unit else ""), style="bold"))
    largest = max((abs(bar.value) for bar in chart.bars), default=Decimal(0)) or Decimal(1)
    width = _bar_width(chart, console.width)
    grid = Grid.grid(padding=(0, 1))
    for bar in chart.bars:
        length = int(abs(bar.value) / largest * width + Decimal("0.5"))
        block = Text("█" * length, style=STYLES[bar.tone])
        amount = Text(f"{bar.value:,}", justify="right")
        grid.add_row(Text(clean(bar.label)), amount, block)
    console.print(grid)


def _bar_width(chart: Chart, columns: int) -> int:
    """How long the longest bar may be, so that none is cut on a narrow screen."""
    label = max((cell_len(clean(bar.label)) for bar in chart.bars), default=0)
    amount = max((len(f"{bar.value:,}") for bar in chart.bars), default=0)
    return max(1, min(BAR_WIDTH, columns - label - amount - 3))
