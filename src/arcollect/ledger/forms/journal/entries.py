"""Debit and credit journals (往来明细账): what each entry moves."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from arcollect.errors import Severity, message
from arcollect.ledger.cells.days import DayColumn
from arcollect.ledger.cells.texts import Texts
from arcollect.ledger.file.grid import CellKind
from arcollect.ledger.forms.items.amounts import Amounts, Cells
from arcollect.ledger.forms.items.kinds import KINDS, kinds_by_word
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.schema import ItemKind
from arcollect.numerals import simplified

_CREDIT_SIDE = re.compile(r"\s*(?:贷方?|cr\.?|credit|c|h)\s*", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}")

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Entries:
    """The money of journal rows and their kinds; amount = debit less credit."""

    amounts: Amounts
    kinds: Texts


def entries(cells: Cells, opening: Mask) -> Entries:
    """Debit less credit of each row; an opening row takes the balance printed on it.

    A credit entry is money in (receipt), a red debit (negative) a credit, a debit
    an invoice. The opening balance (期初余额, 上年结转) is an item without date.
    """
    debit, credit, balance = (
        cells.get(f) for f in ("debit_minor", "credit_minor", "running_balance")
    )
    moved = debit.minor - credit.minor
    side = on_credit_side(cells.body)
    carried = np.where(side, -np.abs(balance.minor), balance.minor)
    from_balance = opening & balance.stated  # its debit and credit are sums of a page
    amount = np.where(from_balance, carried, moved)
    missing = debit.blank & credit.blank & ~from_balance
    nothing = np.zeros_like(amount)
    found = Amounts(
        amount, nothing, amount, nothing, missing, debit.bad | credit.bad, "debit_minor"
    )
    credited = credit.minor != 0
    if "credit_minor" not in cells.money:  # one column of signed entries
        types = kinds_by_word(cells.body.text("document_type"))
        credited = types == KINDS.index(ItemKind.RECEIPT)
    return Entries(found, _kinds(opening, credited, amount))


def on_credit_side(body: Body) -> Mask:
    """Which rows the direction column (方向, 借/贷, S/H) puts on the credit side."""
    return body.text("direction").test(lambda w: bool(_CREDIT_SIDE.fullmatch(simplified(w))))


def _kinds(opening: Mask, credited: Mask, amount: NDArray[np.int64]) -> Texts:
    words = ["", ItemKind.INVOICE, ItemKind.RECEIPT, ItemKind.CREDIT, ItemKind.OPENING]
    codes = np.where(amount >= 0, 1, np.where(credited, 2, 3))
    codes = np.where(opening, 4, codes)
    return Texts(codes.astype(np.int32), [str(w) for w in words])


def entry_days(body: Body, dated: DayColumn) -> DayColumn:
    """The day of each entry: its date column, else the columns 年, 月, 日.

    Year and month stand once and hold for the rows below until they change; the year
    may stand above the columns (2026年).
    """
    if dated.stated.any() or not (body.has("month") and body.has("day")):
        return dated
    year, month, day = (_numbers(body, f) for f in ("year", "month", "day"))
    year = _carried(year) if year.any() else np.full_like(year, body.year)
    month = _carried(month)
    days = dated.days.copy()
    for row in np.flatnonzero((year > 0) & (month > 0) & (day > 0)):
        stamp = f"{year[row]:04d}-{month[row]:02d}-{day[row]:02d}"
        try:
            days[row] = np.datetime64(stamp, "s")
        except ValueError:
            _tell_impossible(body, int(row), stamp)
    return DayColumn(days, dated.bad)


def _tell_impossible(body: Body, row: int, stamp: str) -> None:
    why = message("dates.impossible", raw=stamp)
    said = message("ledger.date_unreadable", header=body.header("day"), why=why)
    body.place.tell(Severity.WARNING, said, row=row, column=body.column("day"), raw=stamp)


def _numbers(body: Body, field: str) -> NDArray[np.int64]:
    """Whole numbers of a 年/月/日 column; the year may stand in its own header."""
    if not body.has(field):
        return np.zeros(body.rows, dtype=np.int64)
    column = body.raw[field]
    texts = body.text(field)
    read = [_number(w) for w in texts.words]
    found = np.array(read, dtype=np.int64)[texts.codes]
    numeric = (column.kind == CellKind.NUMBER) & (np.abs(column.number) < 10_000)  # no infinity
    found[numeric] = column.number[numeric].astype(np.int64)
    headed = _NUMBER.search(body.header(field))
    if field == "year" and headed and found.size and not (found > 1900).any():
        found[:] = int(headed[0])
    return found


def _number(word: str) -> int:
    found = _NUMBER.match(word)
    return int(found[0]) if found else 0


def _carried(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    at = np.maximum.accumulate(np.where(numbers > 0, np.arange(len(numbers)), -1))
    carried: NDArray[np.int64] = np.where(at >= 0, numbers[at], 0)
    return carried
