"""What the status of a document says: void, never issued, or paid."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from arcollect.errors import Severity, message
from arcollect.ledger.cells.flags import is_yes
from arcollect.ledger.cells.texts import Texts
from arcollect.ledger.forms.draft import Draft
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.forms.sheet.rows import CODE, Rows
from arcollect.ledger.schema import RowClass
from arcollect.money import show
from arcollect.numerals import simplified
from arcollect.patterns import Pattern

BALANCES = ("open_minor", "paid_minor")
_STATES = ("payment_state", "status")
_VOID = Pattern(
    r"\s*(?:已?作废|已?取消|草稿|暂存|void(?:ed)?|cancell?ed|deleted|draft)\s*", re.IGNORECASE
)
_PAID = Pattern(
    r"\s*(?:已?(?:全部|全额)?(?:付清|结清|付款|收款|回款|收讫|收齐|到账|支付)|已[付收清结]|收讫"
    r"|(?:fully\s+|invoice\s+)?paid(?:\s+(?:in full|off))?|settled|cleared)\s*",
    re.IGNORECASE,
)
_APPLIED = Pattern(r"\s*(?:(?:已|完全|全部|全额)核销|closed|fully\s+applied)\s*", re.IGNORECASE)
_IN_PART = Pattern(
    r"\s*(?:已?部分.{2,4}|未完全核销|part(?:ial(?:ly)?)?(?:[\s_-]*paid)?)\s*", re.IGNORECASE
)
_ASKS = Pattern(
    r"^是否|[?？]$|^is\b|\b(?:y/n|yes/no)\b|^(?:已[收付还结回].?款?|[收回]款|paid|received)$",
    re.IGNORECASE,
)
"""Headers whose yes means paid: 是否付清, and 已付 over nothing but marks."""

_SAID = {
    False: ("reading.paid_by_status", Severity.NOTICE),
    True: ("reading.part_paid", Severity.WARNING),
}

Mask = NDArray[np.bool_]


def leave_out_void(body: Body, rows: Rows, open_minor: NDArray[np.int64], currency: Texts) -> None:
    """Leave out rows whose status says that the document does not hold.

    They are listed with their amounts, as every row is that is not used. A red-letter
    invoice (已红冲) holds: its counterpart is a row of its own.
    """
    items = rows.are(RowClass.ITEM)
    for field in _STATES:
        status = body.text(field)
        void = items & status.test(lambda w: bool(_VOID.fullmatch(simplified(w))))
        for row in np.flatnonzero(void):
            body.place.tell(
                Severity.EXCLUDED,
                message("reading.void", status=status[int(row)]),
                row=int(row),
                column=body.column(field),
                raw=status[int(row)],
                remedy=message("reading.void.fix"),
                money=(int(open_minor[row]), currency[int(row)]),
            )
        rows.classes[void] = CODE[RowClass.UNUSABLE]
        items &= ~void


def close_paid(body: Body, draft: Draft, keep: NDArray[np.int64]) -> bool:
    """Whether a status column closes documents: of a paid one nothing is open.

    keep: the rows of the body that the draft holds.

    Only where the sheet has neither a balance nor a paid column, for those know better;
    a row with a settled date is closed by it. Documents marked as paid in part count in
    full, with a warning: nothing says how much was paid.
    """
    if any(body.has(f) for f in BALANCES):
        return False
    closed = False
    dated = ~np.isnat(draft.value("settled_date"))
    for field in filter(body.has, _STATES):
        paid, in_part = (s[keep] & ~dated for s in _marks(body, field))
        paid &= draft.value("open_minor") > 0
        _tell(body, draft, field, paid)
        _tell(body, draft, field, in_part, is_part=True)
        draft.arrays["paid_minor"] = np.where(paid, draft.value("amount_minor"), 0) + np.where(
            paid, 0, draft.value("paid_minor")
        )
        draft.arrays["open_minor"] = np.where(paid, 0, draft.value("open_minor"))
        closed |= bool(paid.any())
    return closed


def _marks(body: Body, field: str) -> tuple[Mask, Mask]:
    """Which rows a status column calls paid, and which paid in part."""
    asks = bool(_ASKS.search(body.header(field).strip()))
    only_payment = field == "payment_state"

    def paid(word: str) -> bool:
        plain = simplified(word)
        applied = only_payment and bool(_APPLIED.fullmatch(plain))
        return applied or bool(_PAID.fullmatch(plain)) or (asks and is_yes(plain))

    states = body.text(field)
    return states.test(paid), states.test(lambda w: bool(_IN_PART.fullmatch(simplified(w))))


def _tell(body: Body, draft: Draft, field: str, rows: Mask, *, is_part: bool = False) -> None:
    """How many documents a mark concerns, and their money by currency."""
    if not rows.any():
        return
    currency, owed = draft.text("currency").where(np.flatnonzero(rows)), draft.value("open_minor")
    money = []
    for code in np.unique(currency.codes):
        name = currency.words[int(code)]
        money.append(f"{name} {show(int(owed[rows][currency.codes == code].sum()), name)}")
    key, severity = _SAID[is_part]
    said = message(key, header=body.header(field), rows=int(rows.sum()), money=money)
    fix = message("reading.part_paid.fix") if is_part else None
    body.place.tell(severity, said, column=body.column(field), remedy=fix)
