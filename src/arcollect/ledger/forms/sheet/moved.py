"""Rows whose columns have moved: another header, a comma without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from arcollect.errors import LedgerError, Severity, message
from arcollect.ledger.cells.column import raw_text, text_flags
from arcollect.ledger.file.grid import column_letter
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.forms.sheet.found import FoundSheet
from arcollect.ledger.forms.sheet.rows import CODE, MONEY, Rows
from arcollect.ledger.headers.names.fields import Index, index_of
from arcollect.ledger.headers.normalise import normal
from arcollect.ledger.schema import RowClass

_FIGURE = re.compile(r"\d")
_HEAD = re.compile(r"[-(￥¥$]?\s*\d{1,3}")
_TAIL = re.compile(r"\d{3}(?:\.\d+)?\)?")


def refuse_other_header(body: Body, role: str) -> None:
    """Refuse a sheet whose columns change their meaning half-way.

    Page two may print 开票金额 where page one has 未收金额: its figures would be read as
    something else without a word. The header printed again as it was is no matter, nor is
    a synonym of it. LedgerError names the row and the first column that differs.
    """
    index = index_of(role)
    own = {f: normal(m.header) for f, m in body.matches.items()}

    def is_heading(text: str) -> bool:
        key = normal(text) if len(text) < 60 else ""
        return bool(key) and (key in own.values() or index.knows(key))

    found = body.nowhere()
    for field in filter(body.has, MONEY):
        found |= text_flags(body.raw[field], is_heading)
    for row in np.flatnonzero(found):
        words = {f: w for f in body.raw if (w := body.quote(f, int(row)).strip())}
        heads = sum(map(is_heading, words.values()))
        if heads < 2 or heads * 2 < len(words) or any(map(_FIGURE.search, words.values())):
            continue
        other = next((f for f, w in words.items() if _differs(index, f, own[f], w)), None)
        if other is not None:
            raise _refusal(body, int(row), other, words)


def _differs(index: Index, field: str, own: str, word: str) -> bool:
    """Whether a heading is known, and as something else than the column's field."""
    key = normal(word)
    if own.startswith(key) or own.endswith(key) or not index.knows(key):
        return False  # one line of a header of two, or no heading at all
    if key in index.sure:
        return index.sure[key].field.name != field
    return all(option.field != field for option in index.doubtful[key])


def _refusal(body: Body, row: int, field: str, words: Mapping[str, str]) -> LedgerError:
    place = body.place
    return LedgerError(
        message(
            "ledger.other_header", file=place.file, sheet=place.sheet, row=row + place.first + 1,
            column=column_letter(body.matches[field].column), said=words[field],
            header=body.header(field).strip(),
        ),
        message("ledger.other_header.fix"),
    )  # fmt: skip


def leave_out_cut_amounts(
    found: FoundSheet, body: Body, rows: Rows, bad: NDArray[np.bool_]
) -> None:
    """Leave out items whose amount was cut at its comma (1,200.00 without quotes).

    They are listed; an item that is only longer than the header, as by a comma in a
    remark, counts with a warning, for its columns may have moved. bad: the rows whose
    amount cannot be known; those left out here are added.
    """
    longer = _longer(found)
    items = rows.are(RowClass.ITEM)
    at = [row for row in longer if 0 <= row < body.rows and items[row]]
    cuts = _cuts(found, body, at) if at else {}
    for row in at:
        if row in cuts:
            column, head, tail = cuts[row]
            severity, said = Severity.EXCLUDED, message("ledger.cut_amount", head=head, tail=tail)
            rows.classes[row], bad[row] = CODE[RowClass.UNUSABLE], True
        else:
            column, head, severity = None, "", Severity.WARNING
            said = message("ledger.long_row", **longer[row])
        fix = message("ledger.long_row.fix")
        body.place.tell(severity, said, row=row, column=column, raw=head, remedy=fix)


def _longer(found: FoundSheet) -> dict[int, dict[str, int]]:
    """The body rows that are longer than the header, and how long both are."""
    header = found.header.cells if found.header else []
    width = max((n for n, cell in enumerate(header, 1) if cell.strip()), default=0)
    return {
        row - found.first: {"fields": fields, "columns": width}
        for row, fields in found.sheet.facts.long_rows
        if fields > width
    }


def _cuts(found: FoundSheet, body: Body, rows: list[int]) -> dict[int, tuple[int, str, str]]:
    """Column, head and tail of the amounts that a comma seems to have cut, by row."""
    money = [body.matches[f].column for f in MONEY if body.has(f)]
    nearby = found.sheet.columns([c + n for c in money for n in (0, 1)])
    cuts: dict[int, tuple[int, str, str]] = {}
    for row in rows:
        for column in money:
            head, tail = (raw_text(nearby[column + n], row + found.first).strip() for n in (0, 1))
            if _HEAD.fullmatch(head) and _TAIL.fullmatch(tail):
                cuts.setdefault(row, (column, head, tail))
    return cuts
