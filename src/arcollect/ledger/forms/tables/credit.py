"""Credit facts of the customers sheet: shares, counts and days that people typed in."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from decimal import Decimal, InvalidOperation

import numpy as np

from arcollect.errors import Severity, message
from arcollect.ledger.forms.sheet.dating import Dates
from arcollect.ledger.forms.tables.build import TableSheet
from arcollect.ledger.options import ReadOptions

CREDIT_PLAIN = (
    "limit_approver", "recovery_chance", "debt_ratio", "customers_lost",
    "contact_changes", "score_inputs", "debt_type", "debt_project", "project_progress",
    "funding_source",
)  # fmt: skip
CREDIT_DATES = ("credit_updated_date", "customer_since_date", "collector_since_date")

_BARE_PERCENT = 2  # 71.5 without a sign is 71.5 %; 1.2 is a ratio of 120 %


def read_credit(sheet: TableSheet, options: ReadOptions) -> None:
    """Put the typed-in credit facts in our terms; what cannot be read is told."""
    for field, change in (
        ("recovery_chance", share),
        ("debt_ratio", share),
        ("customers_lost", share),
        ("contact_changes", count),
    ):
        _changed(sheet, field, change)
    for field in CREDIT_DATES:
        dates = Dates(sheet.body, (field,), options)
        read = dates.get(field)
        kept = np.isin(np.arange(sheet.body.rows), sheet.keep)
        dates.tell_bad(field, read, kept, "ledger.date_unreadable")
        sheet.draft.arrays[field] = read.days[sheet.keep]


def share(word: str) -> str:
    """A share as an exact decimal: 71.5%, 71.5 and 0.715 are "0.715"; "" if unreadable."""
    text = unicodedata.normalize("NFKC", word).strip()
    try:
        value = Decimal(text.removesuffix("%").strip())
    except InvalidOperation:
        return ""
    if not value.is_finite() or value < 0:
        return ""
    percent = text.endswith("%") or value > _BARE_PERCENT
    return f"{value / 100 if percent else value:f}"


def count(word: str) -> str:
    """A whole number: "2", "2.0" and "2次" are "2"; "" if unreadable."""
    text = unicodedata.normalize("NFKC", word).strip().removesuffix("次").strip()
    whole = text.removesuffix(".0")
    return str(int(whole)) if whole.isascii() and whole.isdigit() else ""


def _changed(sheet: TableSheet, field: str, change: Callable[[str], str]) -> None:
    body, typed = sheet.body, sheet.draft.text(field)
    read = typed.each(change)
    for at in np.flatnonzero(read.blank & ~typed.blank):
        row = int(sheet.keep[at])
        body.place.tell(
            Severity.WARNING,
            message("ledger.credit_unreadable", header=body.header(field)),
            row=row, column=body.column(field), raw=body.quote(field, row),
        )  # fmt: skip
    sheet.draft.texts[field] = read
