"""Until when claims can be enforced: `arcollect limits`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.conclude import conclude
from arcollect.cli.options import Answering, Reading, Remembering
from arcollect.cli.remembered import recall
from arcollect.cli.steps import read, stand_documents

app = single()


@dataclass(frozen=True, slots=True)
class Which:
    """Which documents are listed one by one."""

    every: Annotated[bool, typer.Option("--all", help="help.limits_all")] = False


@app.command(cls=Command)
@spread
def limits(which: Which, reading: Reading, remembering: Remembering, out: Answering) -> None:
    """The last day of limitation of every open document (R-LAW-05, G-23)."""
    from arcollect.analysis.claims.limits.limitation import limitation
    from arcollect.views.claims.limits import limits_tables

    book = read(reading, remembering.flags())
    position = stand_documents(book)
    answer = limitation(position, recall(book), book.policy)
    tables = limits_tables(answer, book.lang, every=which.every)
    conclude(book, position, "limits", tables, out)
