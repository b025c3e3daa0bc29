"""Voucher numbers (凭证字号), which begin anew every month."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from arcollect.ledger.cells.texts import of_words
from arcollect.ledger.forms.items.build import ItemSheet

_VOUCHER = re.compile(r"凭证|凭單|憑證|voucher|journal\s*(?:no|number|entry)", re.IGNORECASE)


def tell_vouchers_apart(sheets: Sequence[ItemSheet]) -> None:
    """Put the month before voucher numbers that stand in several months: 2026-02/记-1.

    记-1 of January and 记-1 of February are two vouchers: a receipt booked in one does
    not name the invoice booked in the other. A number of one month stays as it is.
    """
    vouchers = [s for s in sheets if _is_journal_of_vouchers(s)]
    seen: dict[str, set[str]] = {}
    for sheet in vouchers:
        numbers, months = sheet.draft.text("document_no"), _months(sheet)
        for code, month in _pairs(numbers.codes, months):
            seen.setdefault(numbers.words[code], set()).add(month)
    again = {number for number, months in seen.items() if number and len(months - {"NaT"}) > 1}
    for sheet in vouchers:
        numbers = sheet.draft.text("document_no")
        if not again.isdisjoint(numbers.words):
            rows = zip(numbers.codes, np.datetime_as_string(_months(sheet)), strict=True)
            words = [_with_month(numbers.words[c], str(m), again) for c, m in rows]
            sheet.draft.texts["document_no"] = of_words(words)


def _is_journal_of_vouchers(sheet: ItemSheet) -> bool:
    header = sheet.body.header("document_no")
    return sheet.found.role == "journal" and _VOUCHER.search(header) is not None


def _months(sheet: ItemSheet) -> NDArray[np.datetime64]:
    months: NDArray[np.datetime64] = sheet.draft.value("issue_date").astype("datetime64[M]")
    return months


def _pairs(codes: NDArray[np.int32], months: NDArray[np.datetime64]) -> set[tuple[int, str]]:
    both = np.unique(np.stack([codes.astype(np.int64), months.astype(np.int64)]), axis=1)
    return {(int(c), str(np.int64(m).astype("datetime64[M]"))) for c, m in both.T}


def _with_month(number: str, month: str, again: set[str]) -> str:
    return f"{month}/{number}" if number in again and month != "NaT" else number
