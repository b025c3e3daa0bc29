"""How late is the money: `arcollect aging`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.conclude import conclude
from arcollect.cli.options import Answering, Reading
from arcollect.cli.steps import given, read, stand
from arcollect.errors import UsageError, message

if TYPE_CHECKING:
    from arcollect.views.fold import Cut

app = single()

GROUPINGS = (
    "customer", "salesperson", "department", "region", "industry", "company", "currency",
    "none",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """How the table is cut."""

    buckets: Annotated[
        str | None, typer.Option("--buckets", metavar="30,90,180|audit", help="help.buckets")
    ] = None
    by: Annotated[str, typer.Option("--by", metavar="WHAT", help="help.by")] = "customer"
    detail: Annotated[bool, typer.Option("--detail", help="help.detail")] = False
    top: Annotated[int | None, typer.Option("--top", min=1, metavar="N", help="help.top")] = None
    minimum: Annotated[str | None, typer.Option("--min", metavar="AMOUNT", help="help.min")] = None


@app.command(cls=Command)
@spread
def aging(shape: Shape, reading: Reading, out: Answering) -> None:
    """Customer by bucket, or every open item with `--detail` (R000-02, U-10)."""
    from arcollect.analysis.standing.aging import age
    from arcollect.views.standing.aging import aging_tables
    from arcollect.views.standing.aging_detail import detail_tables

    audit = shape.buckets == "audit"
    flags = given(
        ("--buckets", "aging.buckets", None if audit else shape.buckets),
        ("--buckets", "aging.basis", "issue" if audit else None),
    )
    book = read(reading, flags)
    position = stand(book)
    answer = age(position, book.policy, by=_grouping(shape.by), audit=audit)
    tabled = detail_tables if shape.detail else aging_tables
    tables = tabled(answer, position, book.lang, _cut(shape))
    conclude(book, position, "aging", tables, out)


def _grouping(by: str) -> str:
    if by not in GROUPINGS:
        raise UsageError(message("cli.by", asked=by), message("cli.choose", known=GROUPINGS))
    return by


def _cut(shape: Shape) -> Cut:
    from arcollect.money import Amount, parse_amount
    from arcollect.views.fold import Cut

    least = parse_amount("0" if shape.minimum is None else shape.minimum)
    if not isinstance(least, Amount) or least.value is None:
        raise UsageError(message("cli.amount", option="--min", raw=shape.minimum))
    return Cut(shape.top, least.value)
