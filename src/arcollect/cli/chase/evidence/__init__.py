"""What would prove a claim: `arcollect evidence`."""

from __future__ import annotations

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.chase.evidence.packing import Packing, pack
from arcollect.cli.options import ReadingMaybe, Remembering

app = single()


@app.command(cls=Command)
@spread
def evidence(packing: Packing, remembering: Remembering, reading: ReadingMaybe) -> None:
    """A folder per customer over 90 days late; `--verify` checks one (R000-19…25, R001-31)."""
    from arcollect.cli.chase.evidence.checking import verify
    from arcollect.errors import UsageError, message

    if packing.verify is not None:
        verify(packing.verify)
    elif not reading.ledger:
        raise UsageError(message("evidence.no_ledger"))
    else:
        pack(packing, remembering, reading)
