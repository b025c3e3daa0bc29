"""What Excel hides: counted all the same and said, unless only the visible is wanted."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from arcollect.errors import LedgerError, Severity, message
from arcollect.ledger.cells.texts import Texts
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.forms.sheet.found import LEDGER_ROLES, FoundSheet, is_called
from arcollect.ledger.forms.sheet.rows import CODE, Rows
from arcollect.ledger.options import ReadOptions
from arcollect.ledger.schema import RowClass
from arcollect.money import show


def settle_hidden(found: Sequence[FoundSheet], options: ReadOptions) -> list[FoundSheet]:
    """Hidden sheets that are used, and those put aside with a reason (T-16).

    A hidden ledger beside a visible one is most often last month's: adding it up would
    count the same money twice, so it waits for `--sheet`. With `--visible-only` none is
    used but the one asked for by name, and a file that does not let us see what it
    hides cannot be used at all: LedgerError.
    """
    if options.visible_only:
        _refuse_unseen(found)
    seen = any(s.role in LEDGER_ROLES and not s.sheet.hidden for s in found)
    return [_settled(sheet, options, seen=seen) for sheet in found]


def _refuse_unseen(found: Sequence[FoundSheet]) -> None:
    for sheet in found:
        if sheet.role and not sheet.sheet.facts.hidden_known:
            raise LedgerError(
                message("ledger.visible_unknown", file=sheet.file),
                message("ledger.visible_unknown.fix"),
            )


def _settled(found: FoundSheet, options: ReadOptions, *, seen: bool) -> FoundSheet:
    asked = bool(options.sheet) and is_called(found.sheet, str(options.sheet))
    if asked or not (found.sheet.hidden and found.role):
        return found
    if options.visible_only:
        return found.unused(message("ledger.sheet_not_visible"))
    if seen and found.role in LEDGER_ROLES:
        return found.unused(message("ledger.sheet_hidden"))
    return found


def hidden_rows(found: FoundSheet, body: Body, rows: Rows) -> NDArray[np.bool_]:
    """The item rows that Excel hides, by hand or by a filter."""
    hidden = body.nowhere()
    inside = [r - found.first for r in found.sheet.facts.hidden_rows]
    hidden[[r for r in inside if 0 <= r < body.rows]] = True
    return hidden & rows.are(RowClass.ITEM)


def leave_out_hidden(rows: Rows, hidden: NDArray[np.bool_], options: ReadOptions) -> None:
    """With `--visible-only` hidden rows are as good as blank."""
    if options.visible_only:
        rows.classes[hidden] = CODE[RowClass.BLANK]


def tell_hidden(
    body: Body,
    currency: Texts,
    minor: NDArray[np.int64],
    hidden: NDArray[np.bool_],
    options: ReadOptions,
) -> None:
    """Say how many hidden rows there are and what they amount to, by currency."""
    if not hidden.any():
        return
    money = []
    for code in np.unique(currency.codes[hidden]):
        name = currency.words[int(code)]
        total = int(minor[hidden & (currency.codes == code)].sum())
        money.append(f"{name} {show(total, name)}")
    key = "ledger.hidden_left_out" if options.visible_only else "ledger.hidden_rows"
    said = message(key, rows=int(hidden.sum()), money=money)
    body.place.tell(Severity.WARNING, said)
