"""Sales by month or year: what turnover and DSO are measured against."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from arcollect.errors import Severity, message
from arcollect.ledger.cells.amounts import MoneyCells
from arcollect.ledger.cells.texts import Texts
from arcollect.ledger.forms.draft import Draft, join
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.forms.sheet.currency import places_of, row_currencies
from arcollect.ledger.forms.sheet.found import FoundSheet
from arcollect.ledger.forms.sheet.rows import CODE
from arcollect.ledger.forms.tables.build import TableSheet, open_body, table
from arcollect.ledger.headers.normalise import as_text
from arcollect.ledger.schema import RowClass
from arcollect.policy import Policy

WANTED = frozenset(
    {"customer", "customer_code", "company", "currency", "amount_minor", "year", "month", "period"}
)
_PERIOD = re.compile(r"(?P<year>(?:19|20)\d{2})(?:\D*(?P<month>1[0-2]|0?[1-9]))?(?:\D.*)?")
_YEAR = re.compile(r"(?:19|20)\d{2}")
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A year and a month (0 for the whole year) per row."""

    year: Ints
    month: Ints


def read_sales(found: FoundSheet, policy: Policy) -> TableSheet:
    """Sales rows: one per customer (or all) and month; month 0 is a whole year.

    Either one row per period (年月 + 金额) or one column per period (1月 … 12月,
    2026-01 …); months without a year take it from a year column or the title.
    """
    body, rows = open_body(found, WANTED)
    items = rows.are(RowClass.ITEM) | rows.are(RowClass.GROUP) | rows.are(RowClass.TITLE)
    across = _months_or_years(body) or ["amount_minor"]
    keep = items & np.logical_or.reduce([body.filled(f) for f in across])
    sheet = table(found, body, rows, keep, ("customer",))
    rows.classes[keep] = CODE[RowClass.ITEM]
    parts = [_column(sheet, field, policy) for field in across]
    sheet.draft = join(parts) if parts else sheet.draft
    return sheet


def _months_or_years(body: Body) -> list[str]:
    """The columns of single periods; a year beside its months is their total."""
    across = [f for f in body.raw if f.startswith("period:")]
    months = {f for f in across if not re.fullmatch(r"period:\d{4}", f)}
    dated = {f[7:11] for f in months if len(f) > 9}
    if any(len(f) == 9 for f in months):  # months without a year: of any year
        return [f for f in across if f in months]
    return [f for f in across if f in months or f[7:] not in dated]


def _column(sheet: TableSheet, field: str, policy: Policy) -> Draft:
    """The rows of one amount column, without its blank cells."""
    body, at = sheet.body, sheet.keep
    cells = body.money(field) or MoneyCells(body.raw[field])
    currency: Texts = row_currencies(body, [cells], policy.default_currency)
    money = cells.minor(places_of(currency))
    stretch = _stretch(sheet, field)
    stated = money.stated[at] & (stretch.year > 0)
    _tell(sheet, field, money.bad[at] | (money.stated[at] & (stretch.year == 0)))
    draft = sheet.draft.where(np.flatnonzero(stated))
    draft.arrays["amount_minor"] = money.minor[at][stated]
    draft.arrays["year"] = stretch.year[stated]
    draft.arrays["month"] = stretch.month[stated]
    draft.texts["currency"] = currency.where(at).where(np.flatnonzero(stated))
    return draft


def _tell(sheet: TableSheet, field: str, rows: NDArray[np.bool_]) -> None:
    for row in sheet.keep[rows]:
        sheet.place.tell(
            Severity.WARNING,
            message("ledger.sales_unreadable"),
            row=int(row),
            column=sheet.body.column(field),
            raw=sheet.body.quote(field, int(row)),
        )


def _stretch(sheet: TableSheet, field: str) -> Stretch:
    body, at = sheet.body, sheet.keep
    named = field.partition(":")[2]
    if named:
        year, month = _named(named)
        years = np.full(len(at), year or _title_year(sheet), dtype=np.int64)
        if not year and body.has("year"):
            years = _numbers(body, "year")[at]
        return Stretch(years, np.full(len(at), month, dtype=np.int64))
    if body.has("period"):
        periods = [_named(w) for w in body.text("period").words]
        codes = body.text("period").codes[at]
        pairs = np.array(periods, dtype=np.int64).reshape(-1, 2)[codes]
        beside = _numbers(body, "year")[at]
        return Stretch(np.where(pairs[:, 0] > 0, pairs[:, 0], beside), pairs[:, 1])
    year_of = _numbers(body, "year")[at] if body.has("year") else np.full(
        len(at), _title_year(sheet), dtype=np.int64)  # fmt: skip
    return Stretch(year_of, _numbers(body, "month")[at])


def _named(word: str) -> tuple[int, int]:
    """(year, month) of 2026-01, 202601, 2026年1月, 2026, or 01 (year 0)."""
    if re.fullmatch(r"\d{1,2}", word):
        return 0, int(word)
    found = _PERIOD.match(word.strip())
    return (int(found["year"]), int(found["month"] or 0)) if found else (0, 0)


def _numbers(body: Body, field: str) -> Ints:
    texts = body.text(field)
    read = [int(f[0]) if (f := re.search(r"\d{1,4}", w)) else 0 for w in texts.words]
    return np.array(read, dtype=np.int64)[texts.codes]


def _title_year(sheet: TableSheet) -> int:
    """The year in the sheet's name or title rows, 0 where there is none."""
    header = sheet.found.header
    rows = sheet.found.head[: header.row_first] if header else []
    title = " ".join([sheet.found.name, *(as_text(c) for row in rows for c in row)])
    found = _YEAR.search(title)
    return int(found[0]) if found else 0
