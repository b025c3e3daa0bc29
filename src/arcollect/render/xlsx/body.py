"""One table: heads, cells, drop-downs, and totals as live formulas."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_col_to_name

from arcollect.render.plain import clean
from arcollect.render.xlsx.cells import places_of, text_width, value_width, width_limit
from arcollect.render.xlsx.rows import LONG_FROM, long_column
from arcollect.views.table import Column, Kind, Table, Tone

if TYPE_CHECKING:
    from arcollect.render.xlsx.canvas import Canvas
    from arcollect.render.xlsx.grid import Span

HEAD_SHARE, HEAD_WHOLE = 0.75, 14.0  # a long head may wrap, a short one does not
SPARE, SPARE_WORDS, LEAST = 2, 3, 8.0  # characters; words stand a little off
BOLD = 1.1  # times as wide as plain words


def wanted(table: Table) -> tuple[float, ...]:
    """The width that each column would like, in characters; a bold foot counts too."""
    label = _label_column(table) if table.total_label else None
    feet = [table.total_label if n == label else "" for n in range(len(table.columns))]
    return tuple(map(_wanted, table.columns, feet))


def _wanted(column: Column, foot: str) -> float:
    widths = (value_width(value, column.kind) for value in column.values)
    bold = text_width(foot) * BOLD
    return _within(column, max([_head(column), _foot(column), bold, *widths]))


def paint_table(table: Table, canvas: Canvas, spans: Sequence[Span], top: int) -> int:
    """Head, rows and totals from row `top`; the last row that was written."""
    head = canvas.formats.role("head")
    for column, span in zip(table.columns, spans, strict=True):
        canvas.words(top, span, clean(column.title), head)
        canvas.wrapped.append((top, span, clean(column.title)))
    if len(table) >= LONG_FROM and all(first == last for first, last in spans):
        _long_rows(table, canvas, spans, top + 1)
    else:
        for column, span in zip(table.columns, spans, strict=True):
            _rows(column, canvas, span, top + 1)
    end = top + len(table)
    if not (table.total_label and len(table)):
        return end
    label = _label_column(table)
    for number, (column, span) in enumerate(zip(table.columns, spans, strict=True)):
        words = table.total_label if number == label else ""
        _total(column, canvas, span, (top + 1, end), words)
    return end + 1


def _rows(column: Column, canvas: Canvas, span: Span, top: int) -> None:
    limit, widest, first = width_limit(column), max(_head(column), _foot(column)), span[0]
    for offset, value in enumerate(column.values):
        tone = column.tones[offset] if column.tones else Tone.PLAIN
        width = canvas.cell(top + offset, span, (value, column, tone))
        widest = max(widest, width)
        if width > limit:
            canvas.wrapped.append((top + offset, span, clean(str(value))))
    canvas.widen(first, _within(column, widest))
    _conduct(column, canvas, first, top)


def _long_rows(table: Table, canvas: Canvas, spans: Sequence[Span], top: int) -> None:
    """The rows of a long table: here only those that show the library every look."""
    columns = [long_column(c, canvas.formats, width_limit(c)) for c in table.columns]
    painted = canvas.leave_out(top, columns)
    for long, span in zip(columns, spans, strict=True):
        column = long.column
        for offset in painted:
            tone = column.tones[offset] if column.tones else Tone.PLAIN
            canvas.cell(top + offset, span, (column.values[offset], column, tone))
        for offset in long.too_wide:
            canvas.wrapped.append((top + offset, span, clean(str(column.values[offset]))))
        canvas.widen(span[0], _within(column, max(_head(column), _foot(column), long.widest)))
        _conduct(column, canvas, span[0], top)


def _conduct(column: Column, canvas: Canvas, first: int, top: int) -> None:
    """Whether a column is hidden, and what it offers to choose from."""
    if column.hidden:
        canvas.hidden.add(first)
    if column.choices and column.values:
        offered = {"validate": "list", "source": list(column.choices)}
        last = top + len(column.values) - 1
        rule = {**offered, "error_type": "information"}
        canvas.sheet.data_validation(top, first, last, first, rule)


def _total(column: Column, canvas: Canvas, span: Span, rows: tuple[int, int], words: str) -> None:
    """The foot of a column: the word "total", a sum that Excel adds up again, or a value."""
    (first, end), formats = rows, canvas.formats
    places = _places(column)
    look = formats.cell(column.kind, Tone.PLAIN, total=True, places=places, right=column.right)
    if words:
        bold = formats.cell(Kind.TEXT, Tone.PLAIN, total=True)
        canvas.words(end + 1, span, clean(words), bold)
        canvas.widen(span[0], _within(column, text_width(words) * BOLD))
    elif column.sums and isinstance(column.total, Decimal | int):
        letters = xl_col_to_name(span[0])
        formula = f"=ROUND(SUM({letters}{first + 1}:{letters}{end + 1}),{places})"
        canvas.formula(end + 1, span, (formula, float(column.total)), look)
    else:
        canvas.cell(end + 1, span, (column.total, column, Tone.PLAIN), look)


def _label_column(table: Table) -> int:
    """The column in which the total row says "total"."""
    columns = enumerate(table.columns)
    return next((n for n, c in columns if c.wide and c.total is None), 0)


def _head(column: Column) -> float:
    title = text_width(column.title)
    return max(title if title <= HEAD_WHOLE else title * HEAD_SHARE, LEAST)


def _foot(column: Column) -> float:
    """A total is bold and wider than its rows."""
    return value_width(column.total, column.kind) + 1 if column.total is not None else 0.0


def _within(column: Column, widest: float) -> float:
    is_words = column.kind in {Kind.TEXT, Kind.ID}
    return min(widest + (SPARE_WORDS if is_words else SPARE), width_limit(column))


def _places(column: Column) -> int:
    if column.kind is not Kind.MONEY:
        return 0 if column.kind in {Kind.COUNT, Kind.DAYS} else 2
    sample = column.total if isinstance(column.total, Decimal) else None
    sample = sample or next((v for v in column.values if isinstance(v, Decimal)), None)
    return 2 if sample is None else places_of(sample)
