"""Contact logs among the sheets of a ledger."""

from __future__ import annotations

from collections.abc import Sequence

from arcollect.errors import message
from arcollect.ledger.forms.sheet.found import FoundSheet
from arcollect.ledger.log import LogSheet, log_of

IS_LOG = "ledger.sheet_is_log"


def without_logs(found: Sequence[FoundSheet]) -> tuple[list[FoundSheet], list[LogSheet]]:
    """The sheets, contact logs put aside as such; and what those logs say.

    A log has customers, amounts and dates, but none of its amounts is a receivable.
    """
    sheets, logs = [], []
    for sheet in found:
        log = log_of(sheet.sheet, sheet.file, sheet.head)
        if log is None:
            sheets.append(sheet)
        else:
            logs.append(log)
            sheets.append(sheet.unused(message(IS_LOG, rows=len(log.rows))))
    return sheets, logs
