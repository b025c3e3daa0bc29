"""What to book for money that may never come: `arcollect provision`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.conclude import conclude
from arcollect.cli.options import Answering, Reading, Remembering
from arcollect.cli.remembered import recall, snapshot_of
from arcollect.cli.steps import given, read, stand_documents
from arcollect.errors import UsageError, message

if TYPE_CHECKING:
    from arcollect.analysis.outcome.provision.provide import Standard

app = single()
Typed = str | None


@dataclass(frozen=True, slots=True)
class Booking:
    """Which standard, and what the ledger itself cannot say."""

    standard: Annotated[
        Typed, typer.Option("--standard", metavar="cas|ifrs|small", help="help.standard")
    ] = None
    rates: Annotated[Typed, typer.Option("--rates", metavar="RATE,…", help="help.loss_rates")] = (
        None
    )
    factor: Annotated[
        Typed, typer.Option("--forward-factor", metavar="RATE", help="help.forward_factor")
    ] = None
    opening: Annotated[
        Typed, typer.Option("--opening", metavar="AMOUNT", help="help.opening_provision")
    ] = None
    written_off: Annotated[
        Typed, typer.Option("--written-off", metavar="AMOUNT", help="help.written_off")
    ] = None
    recovered: Annotated[
        Typed, typer.Option("--recovered", metavar="AMOUNT", help="help.recovered")
    ] = None


@app.command(cls=Command)
@spread
def provision(booking: Booking, reading: Reading, remembering: Remembering, out: Answering) -> None:
    """The provision for bad debts, its movement and entries, and write-offs (U-30)."""
    from arcollect.analysis.outcome.provision.provide import old_enough, provide
    from arcollect.views.outcome.provision import provision_tables

    standard = chosen(booking.standard)
    typed = given(
        ("--rates", "provision.loss_rates", booking.rates),
        ("--forward-factor", "provision.forward_factor", booking.factor),
        ("--opening", "provision.opening", booking.opening),
        ("--written-off", "provision.written_off", booking.written_off),
        ("--recovered", "provision.recovered", booking.recovered),
    )
    book = read(reading, (*typed, *remembering.flags()))
    position = stand_documents(book)
    head = old_enough(recall(book), position, book.policy)
    before = snapshot_of(book, head) if head else None
    answer = provide(position, book.policy, standard, before)
    tables = provision_tables(answer, book.as_of, book.lang)
    conclude(book, position, "provision", tables, out)


def chosen(asked: str | None) -> Standard:
    """The standard that was named; UsageError that explains where none was (U-30)."""
    from arcollect.analysis.outcome.provision.provide import Standard

    if asked is None or asked.strip().lower() not in set(Standard):
        raise UsageError(
            message("provision_why.no_standard"), message("provision_why.no_standard_hint")
        )
    return Standard(asked.strip().lower())
