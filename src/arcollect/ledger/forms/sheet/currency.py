"""Which currency a row is in."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from arcollect.errors import LedgerError, Severity, message
from arcollect.ledger.cells.amounts import MoneyCells
from arcollect.ledger.cells.texts import Texts, same
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.headers.normalise import language_of
from arcollect.money import currency_code, exponent

MONEY = ("open_minor", "amount_minor", "debit_minor", "credit_minor", "paid_minor")
_IN_HEADER = re.compile(r"[(（\[【]\s*(?:单位[:：])?\s*([^()（）\[\]【】]+?)\s*[)）\]】]")

_SHEET_END = re.compile(r"(?:(?<![A-Za-z])([A-Z]{3})|[\s_(（-]([^\W\d_]{2,}))\W*$")


def row_currencies(body: Body, cells: list[MoneyCells], default: str) -> Texts:
    """The ISO code of each row: its cell, its column, the header, the sheet's name.

    Where none of them says it, the one that the number format of the balances shows;
    else the default. 人民币, RMB, CNY and CN are one currency. An unknown word is a
    problem and is kept as it is written: it is never taken for the default (T-21).
    """
    found = same("", body.rows)
    for cell in cells:
        found = found.or_else(cell.currencies())
    stated = body.text("currency")
    if body.has("currency"):
        _tell_unknown(body, stated)
        stated = stated.each(lambda w: currency_code(w) or w.upper())
        _tell_conflicts(body, found, stated)
        found = found.or_else(stated)
    headers = [c for cell in cells if (c := header_currency(cell.header))]
    if not headers and (named := sheet_currency(body.place.sheet)):
        headers = [named]
    if not headers and (only := _only_one(body, found)):
        _tell_only(body, found, only)
        headers = [only]
    if not headers and not body.has("currency"):
        if shown := _shown(body, default):
            headers = [shown]
        else:
            _tell_default(body, found, default)
    return found.or_else(same(headers[0] if headers else default, body.rows))


def _tell_default(body: Body, found: Texts, default: str) -> None:
    """A warning where an English sheet names no currency at all: it may not be ours."""
    if language_of([m.header for m in body.matches.values()]) == "en" and found.blank.any():
        said = message("reading.default_currency", currency=default)
        body.place.tell(Severity.WARNING, said, remedy=message("reading.default_currency.fix"))


def _shown(body: Body, default: str) -> str:
    """The one currency that the number formats of the balances show, said if not the default.

    Where they show several, rows of several currencies would be added up: LedgerError.
    """
    each = (body.shown_currencies(field) for field in MONEY)
    several = next((shown for shown in each if shown), [])
    if len(several) > 1:
        place, named = body.place, " / ".join(several)
        facts = {"file": place.file, "sheet": place.sheet, "currencies": named}
        said = message("reading.format_currencies", **facts)
        raise LedgerError(said, message("reading.format_currencies.fix"))
    if several and several[0] != default:
        said = message("reading.format_currency", currency=several[0])
        body.place.tell(
            Severity.WARNING, said, remedy=message("reading.format_currency.fix", currency=default)
        )
    return several[0] if several else ""


def _only_one(body: Body, found: Texts) -> str:
    """The one currency that an English sheet without a currency column marks.

    QuickBooks and its like print "$" on the first row and on totals only.
    """
    headers = [m.header for m in body.matches.values()]
    if body.has("currency") or language_of(headers) != "en":
        return ""
    marked = [found.words[int(c)] for c in np.unique(found.codes) if c]
    return marked[0] if len(marked) == 1 else ""


def _tell_only(body: Body, found: Texts, only: str) -> None:
    if found.blank.any():
        said = message("reading.sheet_currency", currency=only)
        fix = message("reading.sheet_currency.fix")
        body.place.tell(Severity.NOTICE, said, remedy=fix)


def header_currency(header: str) -> str:
    """The currency that a header names in brackets: 金额(USD), 余额（美元）; else ""."""
    for inside in _IN_HEADER.findall(header):
        word = re.sub(r"^[百千]?[万亿]", "", inside.strip())
        if word != "元" and (code := currency_code(word)):
            return code
    return ""


def sheet_currency(name: str) -> str:
    """The currency that a sheet's name ends with, as our own workbooks do: 账龄明细 USD."""
    last = _SHEET_END.search(name)
    return (currency_code(last[1] or last[2]) or "") if last else ""


def places_of(currencies: Texts) -> NDArray[np.int8]:
    """How many decimals each row's currency has (ISO 4217)."""
    each = np.array([exponent(w) for w in currencies.words], dtype=np.int8)
    return each[currencies.codes]


def _tell_unknown(body: Body, stated: Texts) -> None:
    unknown = stated.test(lambda w: bool(w) and currency_code(w) is None)
    for row in np.flatnonzero(unknown):
        body.place.tell(
            Severity.WARNING,
            message("ledger.unknown_currency", word=stated[row]),
            row=int(row),
            column=body.column("currency"),
            raw=stated[row],
            remedy=message("ledger.unknown_currency.fix"),
        )


def _tell_conflicts(body: Body, cell: Texts, stated: Texts) -> None:
    if len(cell.words) == 1:
        return
    both = cell.or_else(stated)
    differ = ~cell.blank & ~stated.blank
    for row in np.flatnonzero(differ):
        if both[row] != stated[row]:
            body.place.tell(
                Severity.WARNING,
                message("ledger.currency_conflict", cell=cell[row], column=stated[row]),
                row=int(row),
                column=body.column("currency"),
            )
