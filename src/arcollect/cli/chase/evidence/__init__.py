"""What would prove a claim: `arcollect evidence`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.options import Customer, Folder, ReadingMaybe, Remembering

app = single()


@dataclass(frozen=True, slots=True)
class Packing:
    """Whose evidence, from which files, into which folder; or a check of one."""

    customer: Customer = None
    files: Annotated[
        str | None, typer.Option("--files", metavar="DIR", help="help.evidence_files")
    ] = None
    output: Folder = None
    verify: Annotated[str | None, typer.Option("--verify", metavar="DIR", help="help.verify")] = (
        None
    )


@app.command(cls=Command)
@spread
def evidence(packing: Packing, remembering: Remembering, reading: ReadingMaybe) -> None:
    """A folder per customer over 90 days late; `--verify` checks one (R000-19…25, R001-31)."""
    from arcollect.cli.chase.evidence.checking import verify
    from arcollect.cli.chase.evidence.packing import pack
    from arcollect.errors import UsageError, message

    if packing.verify is not None:
        verify(packing.verify)
    elif not reading.ledger:
        raise UsageError(message("evidence.no_ledger"))
    else:
        pack(packing, remembering, reading)
