"""What was billed, what was paid, what is open."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from arcollect.errors import Message, Severity, message
from arcollect.ledger.cells.amounts import Money, MoneyCells
from arcollect.ledger.cells.texts import Texts
from arcollect.ledger.file.grid import CellKind
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.forms.sheet.currency import places_of, row_currencies
from arcollect.money import show
from arcollect.numerals import simplified

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]
FIELDS = ("open_minor", "amount_minor", "paid_minor", "disputed_minor", "debit_minor",
          "credit_minor", "running_balance", "written_off")  # fmt: skip


_BAD_DEBT = re.compile(r"坏账|呆账|bad debt", re.IGNORECASE)
"""A provision or a debt written off in the books only: it is still owed."""


class Cells:
    """All money columns of a sheet in each row's own currency."""

    def __init__(self, body: Body, default_currency: str) -> None:
        self.body = body
        self.raw: dict[str, MoneyCells] = {}
        for field in FIELDS:
            cells = body.money(field)
            if cells is not None:
                self.raw[field] = cells
        self.currency: Texts = row_currencies(body, list(self.raw.values()), default_currency)
        places = places_of(self.currency)
        self.money: dict[str, Money] = {f: c.minor(places) for f, c in self.raw.items()}

    def get(self, field: str) -> Money:
        """A column's money; all blank where there is no such column."""
        if field in self.money:
            return self.money[field]
        rows = self.body.rows
        no = np.zeros(rows, dtype=bool)
        return Money(np.zeros(rows, dtype=np.int64), ~no, no, no)

    def why(self, field: str, row: int) -> Message:
        """Why a cell is no amount, in words that name the cause."""
        column = self.body.raw[field]
        if column.kind[row] == CellKind.UNCOMPUTED:
            return message("ledger.formula_without_value")
        if column.kind[row] == CellKind.ERROR:
            return message("ledger.error_cell")
        return self.raw[field].why(row) or message("ledger.not_an_amount")

    def tell(self, severity: Severity, said: Message, field: str, row: int) -> None:
        """A problem at a money cell, with what the cell says."""
        self.body.place.tell(
            severity,
            said,
            row=row,
            column=self.body.column(field),
            raw=self.body.quote(field, row),
        )


@dataclass(frozen=True, slots=True)
class Amounts:
    """Per body row: amount, paid, open and disputed, and which rows have none."""

    amount: Ints
    paid: Ints
    open: Ints
    disputed: Ints
    missing: Mask  # no amount at all
    bad: Mask  # the cell that decides cannot be read
    decides: str  # the field that decides: open_minor, else amount_minor

    @property
    def unusable(self) -> Mask:
        """Rows whose money cannot be known."""
        return self.missing | self.bad


def resolve(cells: Cells, items: Mask) -> Amounts:
    """Amount, paid and open of every item row; the balance column wins.

    Without a balance: amount less paid and less what was written off or credited
    (核销金额, Credit Note), else the amount. A blank balance beside an amount is
    amount less paid where there is a paid column, else the whole amount, with a
    warning. An unreadable amount or paid cell beside a good balance is a warning; an
    unreadable balance is never replaced by a guess.
    """
    amount, paid, balance = (cells.get(f) for f in ("amount_minor", "paid_minor", "open_minor"))
    off = _written_off(cells, items)
    derived = amount.stated & ~paid.bad
    opens = np.where(balance.stated, balance.minor, amount.minor - paid.minor - off)
    billed = np.where(amount.stated, amount.minor, balance.minor + paid.minor + off)
    settled = np.where(paid.stated, paid.minor, 0) + off
    known_paid = paid.bad & balance.stated & amount.stated
    settled = np.where(known_paid, amount.minor - balance.minor, settled)
    missing = balance.blank & amount.blank
    bad = balance.bad | (balance.blank & ~amount.blank & ~derived)
    found = Amounts(
        billed, settled, opens, cells.get("disputed_minor").minor,
        missing, bad, "open_minor" if "open_minor" in cells.money else "amount_minor",
    )  # fmt: skip
    _warn(cells, found, items)
    return found


def _written_off(cells: Cells, items: Mask) -> Ints:
    """What to take off besides payments; only without a balance, and then said."""
    off = _deducted(cells)
    if "open_minor" in cells.money or _BAD_DEBT.search(
        simplified(cells.body.header("written_off"))
    ):
        return np.zeros_like(off)
    if (items & (off != 0)).any():
        said = message("reading.written_off", header=cells.body.header("written_off"))
        cells.body.place.tell(Severity.NOTICE, said, column=cells.body.column("written_off"))
    return off


def _deducted(cells: Cells) -> Ints:
    """A deduction (核销金额, Credit Note), whatever sign it is printed with."""
    return np.abs(cells.get("written_off").minor)


def _warn(cells: Cells, found: Amounts, items: Mask) -> None:
    good = items & ~found.unusable
    for field, money in cells.money.items():
        for row in np.flatnonzero(good & money.bad):
            said = message("ledger.side_amount_unreadable", header=cells.body.header(field),
                           why=cells.why(field, int(row)))  # fmt: skip
            cells.tell(Severity.WARNING, said, field, int(row))
        for row in np.flatnonzero(items & money.stray):
            cells.tell(Severity.WARNING, message("ledger.rounded"), field, int(row))
    _warn_blank_balance(cells, good)
    _warn_mismatch(cells, good)


def _warn_blank_balance(cells: Cells, good: Mask) -> None:
    if "open_minor" not in cells.money or "amount_minor" not in cells.money:
        return
    amount, paid = cells.get("amount_minor").minor, cells.get("paid_minor").minor
    blank = good & cells.get("open_minor").blank & (amount != 0)
    if settled := int((blank & (amount == paid)).sum()):
        said = message("ledger.blank_balance_settled", rows=settled)
        cells.body.place.tell(Severity.NOTICE, said, column=cells.body.column("open_minor"))
    key = "blank_balance_paid" if "paid_minor" in cells.money else "blank_balance"
    for row in np.flatnonzero(blank & (amount != paid)):
        cells.tell(Severity.WARNING, message(f"ledger.{key}"), "open_minor", int(row))


def _warn_mismatch(cells: Cells, good: Mask) -> None:
    amount, paid, balance = (cells.get(f) for f in ("amount_minor", "paid_minor", "open_minor"))
    if "paid_minor" not in cells.money:
        return
    rows = good & amount.stated & balance.stated & ~paid.bad
    rest = amount.minor - paid.minor
    rows &= (rest != balance.minor) & (rest - _deducted(cells) != balance.minor)
    for row in np.flatnonzero(rows):
        currency = cells.currency[row]
        said = message(
            "ledger.balance_mismatch",
            amount=show(int(amount.minor[row]), currency),
            paid=show(int(paid.minor[row]), currency),
            balance=show(int(balance.minor[row]), currency),
        )
        cells.tell(Severity.WARNING, said, "open_minor", int(row))
