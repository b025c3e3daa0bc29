"""What kind of item a row is: invoice, credit, receipt, opening, bill."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from arcollect.errors import Severity, message
from arcollect.ledger.cells.texts import Texts
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.schema import ItemKind
from arcollect.numerals import simplified

KINDS = tuple(ItemKind)
_CODE = {kind: i for i, kind in enumerate(KINDS)}


def _any(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


_PAID = (
    r"收款|预收|回款|收据|还款|实收|已收|收到|到账|到款|来款|进账|客户付款|^\s*收\s*$"
    r"|receipt|received|collection|remittance|payment|deposit|advance|^DZ$"
)
_WORDS = (
    (None, _any("退款|refund")),
    (ItemKind.OPENING, _any("期初|上年结转|opening")),
    (ItemKind.BILL, _any("应收票据|承兑|商业汇票|bill of exchange|bank draft")),
    (ItemKind.CREDIT, _any("红字|红冲|红票|贷项|退货|折让|负数|credit|^DG$")),
    (ItemKind.RECEIPT, _any(_PAID)),
)  # fmt: skip
_NOT_A_RECEIPT = _any("应收款|未收款|其他应收|receivable|payment request")

Ints = NDArray[np.int64]


def kind_of_word(word: str) -> ItemKind | None:
    """The kind that a document type names (红字, 收款单, 应收票据 …); None for a plain one."""
    plain = _NOT_A_RECEIPT.sub("", simplified(word))
    return next((kind for kind, pattern in _WORDS if pattern.search(plain)), None)


def kinds_by_word(types: Texts) -> NDArray[np.int8]:
    """The code in `KINDS` of each row's document type, -1 where it names none."""
    each = [kind_of_word(w) if w else None for w in types.words]
    return np.array([-1 if k is None else _CODE[k] for k in each], dtype=np.int8)[types.codes]


def kinds(types: Texts, opening: NDArray[np.bool_], amounts: Ints) -> Texts:
    """The kind of every row: its type's words first, then its sign.

    A debit under a credit or receipt word (a reversal) is an invoice row, a credit
    under no such word a credit.
    """
    words = kinds_by_word(types)
    found = np.where(amounts < 0, _CODE[ItemKind.CREDIT], _CODE[ItemKind.INVOICE])
    minus = words == _CODE[ItemKind.RECEIPT]
    found = np.where(minus & (amounts < 0), _CODE[ItemKind.RECEIPT], found)
    found = np.where((words == _CODE[ItemKind.BILL]) & (amounts >= 0), _CODE[ItemKind.BILL], found)
    is_opening = opening | (words == _CODE[ItemKind.OPENING])
    found = np.where(is_opening, _CODE[ItemKind.OPENING], found)
    return Texts((found + 1).astype(np.int32), ["", *(k.value for k in KINDS)])


def minus_signs(
    body: Body, types: Texts, items: NDArray[np.bool_], amounts: Ints
) -> NDArray[np.bool_]:
    """Rows whose plus sign must be a minus: credits and receipts printed without sign.

    Only where every amount under credit and receipt words in the sheet is positive;
    one negative shows that the file does sign them (a positive one is a reversal).
    """
    words = kinds_by_word(types)
    rows = items & np.isin(words, [_CODE[ItemKind.CREDIT], _CODE[ItemKind.RECEIPT]])
    if not rows.any() or (amounts[rows] < 0).any() or not (amounts[rows] > 0).any():
        return body.nowhere()
    said = message(
        "ledger.unsigned_credits", rows=int(rows.sum()), header=body.header("document_type")
    )
    body.place.tell(Severity.WARNING, said, column=body.column("document_type"))
    return rows
