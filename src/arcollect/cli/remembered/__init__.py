"""The register, as commands use it: what is remembered about the parties of a ledger.

`recall` reads, `remember` adds; `journalled` makes the line of a run.
"""

from arcollect.cli.remembered.keeping import (
    doubt_clock,
    journalled,
    keep_allowed,
    recall,
    remember,
    run_of,
    snapshot_of,
)
from arcollect.cli.remembered.where import known_without_ledger, path_of, path_without_ledger

__all__ = [
    "doubt_clock",
    "journalled",
    "keep_allowed",
    "known_without_ledger",
    "path_of",
    "path_without_ledger",
    "recall",
    "remember",
    "run_of",
    "snapshot_of",
]
