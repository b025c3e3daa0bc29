"""One page, offline, printable; every customer's name escaped."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from importlib import resources

from jinja2 import BaseLoader, Environment, StrictUndefined, Template

from arcollect.render.plain import clean, is_number, shown
from arcollect.text import Lang, text
from arcollect.views.table import Chart, Column, Report, Table, Value


def write(report: Report, lang: Lang) -> bytes:
    """The report as HTML: figures, bars as inline SVG, tables with tones and words."""
    page = _template().render(report=report, lang=str(lang), words=_words(lang))
    return page.encode("utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        loader=BaseLoader(), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    environment.filters |= {"clean": clean, "shown": _shown, "zero": _is_zero}
    environment.tests |= {
        "table": lambda part: isinstance(part, Table),
        "chart": lambda part: isinstance(part, Chart),
        "line": lambda part: isinstance(part, str),
        "right": is_number,
    }
    environment.globals |= {"bar": _bar, "label_column": _label_column}
    source = resources.files("arcollect.render.html").joinpath("page.html.j2")
    return environment.from_string(source.read_text(encoding="utf-8"))


def _words(lang: Lang) -> dict[str, str]:
    return {"total": text("common.total", lang)}


def _shown(value: Value, column: Column) -> str:
    return shown(value, column.kind)


def _is_zero(value: Value) -> bool:
    return isinstance(value, Decimal) and not value


def _bar(value: Decimal, chart: Chart) -> str:
    """The length of a bar in percent of the longest."""
    longest = max((abs(bar.value) for bar in chart.bars), default=Decimal(0)) or Decimal(1)
    return f"{abs(value) / longest * 100:.1f}"


def _label_column(table: Table) -> int:
    """The column in which the total row says "total"."""
    columns = enumerate(table.columns)
    return next((n for n, c in columns if c.wide and c.total is None), 0)
