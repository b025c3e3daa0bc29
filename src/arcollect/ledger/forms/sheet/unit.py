"""In which unit the amounts of a sheet are (金额单位：万元)."""

from __future__ import annotations

import re

from arcollect.errors import Severity, message
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.forms.sheet.found import FoundSheet
from arcollect.ledger.headers.normalise import as_text
from arcollect.money import unit_factor
from arcollect.numerals import simplified

_UNIT = re.compile(
    r"单位\s*[:：]?\s*(?:人民币)?\s*((?:百万|千万|万|萬|千|亿)?元)"
    r"|[(（]\s*(?:人民币)?((?:百万|千万|万|萬|千|亿)元)\s*[)）]"
    r"|\bin\s+(thousands|millions)\b",
    re.IGNORECASE,
)
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


def tell_unit(body: Body) -> None:
    """A notice where the title's unit was applied: it moves every amount."""
    headers = [body.header(f) for f in MONEY if (m := body.money(f)) and m.factor > 1]
    if body.unit and headers:
        said = message("reading.title_unit", unit=body.unit, headers=headers)
        body.place.tell(Severity.NOTICE, said)
