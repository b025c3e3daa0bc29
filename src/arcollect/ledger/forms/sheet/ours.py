"""A report of ours, read again: its open items count, its other sheets only retell them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from arcollect.errors import message
from arcollect.ledger.forms.sheet.found import FoundSheet
from arcollect.ledger.headers.normalise import as_text

_LEAD = re.compile(r"(?:截至 \d{4}-\d\d-\d\d · 数据来源：|As of \d{4}-\d\d-\d\d · source: ).*")
_LEAD_WITHIN = 3
_DETAIL = (
    frozenset({"账龄段", "本次核销", "出处"}),
    frozenset({"Bucket", "Matched credits", "Where"}),
)
"""Headers that only our table of open items has, in either language."""


def without_retold(found: Sequence[FoundSheet]) -> list[FoundSheet]:
    """The sheets; of a report of ours all but the aging detail put aside.

    A list to call or a table of limitation has customers, documents and amounts, too.
    A sheet that a person added to such a workbook stays.
    """
    reports = {sheet.file for sheet in found if _is_ours(sheet) and _is_detail(sheet)}
    return [
        sheet.unused(message("ledger.sheet_is_retold"))
        if sheet.role and sheet.file in reports and _is_ours(sheet) and not _is_detail(sheet)
        else sheet
        for sheet in found
    ]


def _is_ours(sheet: FoundSheet) -> bool:
    return any(
        _LEAD.fullmatch(cell) for cell in _texts(row[:1] for row in sheet.head[:_LEAD_WITHIN])
    )


def _is_detail(sheet: FoundSheet) -> bool:
    cells = set(sheet.header.cells) if sheet.header else set()
    return any(titles <= cells for titles in _DETAIL)


def _texts(rows: Iterable[list[object]]) -> Iterable[str]:
    return (as_text(cell) for row in rows for cell in row)
