"""Why somebody has not paid, as far as anybody wrote it down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from arcollect.analysis.chase.worklist.entry import Document
from arcollect.register.entries import ContactEntry, Reason

_BY_FLAG = {
    "refuses": Reason.WILFUL,
    "wilful": Reason.WILFUL,
    "cash-tight": Reason.CASH_TIGHT,
}
_WORDS = {
    Reason.QUALITY: ("质量", "不良", "瑕疵", "退货", "quality", "defect"),
    Reason.INVOICE: ("发票", "invoice", "开票"),
    Reason.RECONCILE: ("对账", "账目", "数量", "reconcil", "quantity"),
    Reason.DELIVERY: ("交货", "交期", "发货", "签收", "deliver"),
    Reason.PRICE: ("价格", "单价", "price"),
}
"""How a column of dispute reasons is understood; other words are kept as they are."""

OWN_FAULT = frozenset(
    {Reason.QUALITY, Reason.INVOICE, Reason.RECONCILE, Reason.DELIVERY, Reason.PRICE}
)
"""Ours to put right first: passed on inside, no pressure on the customer (R002-01)."""


def reason_of(
    contacts: Sequence[ContactEntry], documents: Iterable[Document], flags: Iterable[str]
) -> Reason | None:
    """The last reason of the log, else of a dispute, else of a flag; None: nobody asked.

    None means that finding out comes first (R002-06).
    """
    told = next((c.reason for c in reversed(contacts) if c.reason is not None), None)
    if told is not None:
        return told
    for document in documents:
        if document.disputed_minor and document.dispute_reason:
            return in_words(document.dispute_reason)
    return next((_BY_FLAG[f] for f in sorted(flags) if f in _BY_FLAG), None)


def in_words(said: str) -> Reason:
    """What a typed-in reason means; OTHER when it fits none."""
    folded = said.casefold()
    fits = (r for r, found in _WORDS.items() if any(word in folded for word in found))
    return next(fits, Reason.OTHER)
