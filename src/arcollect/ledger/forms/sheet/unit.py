"""In which unit the amounts of a sheet are (金额单位：万元)."""

from __future__ import annotations

import re

import numpy as np

from arcollect.errors import LedgerError, Severity, message
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.forms.sheet.found import FoundSheet
from arcollect.ledger.forms.sheet.rows import Rows
from arcollect.ledger.headers.normalise import as_text, normal
from arcollect.ledger.schema import RowClass
from arcollect.money import unit_factor
from arcollect.numerals import simplified

_UNIT = re.compile(
    r"单位\s*[:：]?\s*(?:人民币)?\s*((?:百万|千万|万|萬|千|亿)?元)"
    r"|[(（]\s*(?:人民币)?((?:百万|千万|万|萬|千|亿)元)\s*[)）]"
    r"|\bin\s+(thousands|millions)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"(?:人民币)?(?:百万|千万|万|千|亿)元")
_COLUMNS = frozenset({"单位", "金额单位", "货币单位", "unit"})
MONEY = ("open_minor", "amount_minor", "paid_minor", "debit_minor", "credit_minor")


def title_unit(found: FoundSheet) -> str:
    """What the title rows say of all amounts: "万元", "thousands"; "" where nothing.

    Only a cell that names a unit as such counts: "100万元以上的应收" does not.
    """
    rows = found.head[: found.header.row_first] if found.header else []
    for cell in (as_text(c) for row in rows for c in row):
        said = _UNIT.search(simplified(cell))
        if said:
            unit = said[1] or said[2] or said[3]
            return "" if unit_factor(unit) == 1 else unit
    return ""


def refuse_other_unit(found: FoundSheet, body: Body, rows: Rows) -> None:
    """Refuse a sheet that names another unit further down, or one for each row.

    单位：万元 below the header would count ten-thousandfold too little without a word:
    it may head a second table, or speak of all amounts from below. LedgerError.
    """
    used = {cells.factor for f in MONEY if (cells := body.money(f)) is not None}
    notes = rows.are(RowClass.TITLE) | rows.are(RowClass.GROUP)
    for row in np.flatnonzero(notes):
        for field in body.raw:
            said = _UNIT.search(simplified(body.quote(field, int(row))))
            unit = said and (said[1] or said[2] or said[3])
            if unit and unit_factor(unit) not in used:
                raise _refusal(body, body.place.first + int(row) + 1, unit)
    for column, header in enumerate(found.header.cells if found.header else ()):
        if normal(header) in _COLUMNS:
            _refuse_unit_column(found, body, column)


def _refuse_unit_column(found: FoundSheet, body: Body, column: int) -> None:
    for row, cells in enumerate(found.head[found.first :], found.first + 1):
        word = simplified(as_text(cells[column])).strip() if column < len(cells) else ""
        if _WHOLE.fullmatch(word):
            raise _refusal(body, row, word)


def _refusal(body: Body, row: int, unit: str) -> LedgerError:
    place = body.place
    said = message("ledger.other_unit", file=place.file, sheet=place.sheet, row=row, unit=unit)
    return LedgerError(said, message("ledger.other_unit.fix"))


def tell_unit(body: Body) -> None:
    """A notice where the title's unit was applied: it moves every amount."""
    headers = [body.header(f) for f in MONEY if (m := body.money(f)) and m.factor > 1]
    if body.unit and headers:
        said = message("reading.title_unit", unit=body.unit, headers=headers)
        body.place.tell(Severity.NOTICE, said)
