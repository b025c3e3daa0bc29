"""How fast the money comes in: `arcollect ratios`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.conclude import conclude
from arcollect.cli.options import Answering, Reading
from arcollect.cli.steps import given, read, stand
from arcollect.cli.words.currency import rates_named

app = single()


def _number(option: str, metavar: str) -> typer.models.OptionInfo:
    key = option.strip("-").replace("-", "_")
    found: typer.models.OptionInfo = typer.Option(option, metavar=metavar, help=f"help.{key}")
    return found


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the ledger itself cannot say."""

    revenue: Annotated[str | None, _number("--revenue", "AMOUNT")] = None
    opening: Annotated[str | None, _number("--opening", "AMOUNT")] = None
    industry: Annotated[str | None, _number("--industry-turnover", "TIMES")] = None
    vat_rate: Annotated[str | None, _number("--vat-rate", "RATE")] = None
    days: Annotated[str | None, _number("--days", "360|365")] = None


@app.command(cls=Command)
@spread
def ratios(inputs: Inputs, reading: Reading, out: Answering) -> None:
    """Turnover, DSO, overdue ratio and their kin, with formula and verdict (R000-04…09)."""
    from arcollect.analysis.standing.aging import age
    from arcollect.analysis.standing.ratios import measure
    from arcollect.views.standing.ratios import collection_table, ratio_table

    book = read(
        reading,
        given(
            ("--revenue", "ratios.annual_revenue", inputs.revenue),
            ("--opening", "ratios.opening_receivables", inputs.opening),
            ("--industry-turnover", "ratios.industry_turnover", inputs.industry),
            ("--vat-rate", "ratios.vat_rate", inputs.vat_rate),
            ("--days", "ratios.day_basis", inputs.days),
        ),
    )
    position = stand(book)
    answer = measure(position, age(position, book.policy), book.policy)
    collected = collection_table(answer, book.lang)
    tables = [ratio_table(answer, book.lang), *([collected] if collected else [])]
    tables = rates_named(tables, position, book.lang)
    conclude(book, position, "ratios", tables, out)
