"""Which receivables can be turned into money: `arcollect finance`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.conclude import conclude
from arcollect.cli.options import Answering, Reading
from arcollect.cli.steps import given, read, stand_documents

app = single()
Typed = str | None


@dataclass(frozen=True, slots=True)
class Balance:
    """What the balance sheet says, in base currency."""

    current: Annotated[
        Typed, typer.Option("--current-assets", metavar="AMOUNT", help="help.current_assets")
    ] = None
    total: Annotated[
        Typed, typer.Option("--total-assets", metavar="AMOUNT", help="help.total_assets")
    ] = None


@app.command(cls=Command)
@spread
def finance(balance: Balance, reading: Reading, out: Answering) -> None:
    """Items fit for factoring with reasons, by debtor, and benchmarks (R001-28)."""
    from arcollect.analysis.outcome.finance.benchmarks import benchmarks
    from arcollect.analysis.outcome.finance.finance import finance as sort_out
    from arcollect.views.outcome.finance import finance_tables

    book = read(
        reading,
        given(
            ("--current-assets", "finance.current_assets", balance.current),
            ("--total-assets", "finance.total_assets", balance.total),
        ),
    )
    position = stand_documents(book)
    answer = sort_out(position, book.policy)
    compared = benchmarks(position, book.policy)
    shown = finance_tables(answer, compared, book.policy, book.lang) if answer.items else ()
    conclude(book, position, "finance", shown, out)
