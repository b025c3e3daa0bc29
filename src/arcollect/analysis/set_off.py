"""Who owes us and is owed by us: debts that might be set off (抵销)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from arcollect.analysis.asof.apart import Apart
from arcollect.analysis.keys import Ints
from arcollect.ledger.forms.identity import name_key
from arcollect.ledger.schema import RowClass

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.position import Position
    from arcollect.ledger.schema import SheetReading

Named: TypeAlias = tuple[str, str, str]
"""Own company, a name as the ledger compares names, currency."""

_NOT_DUE = (Apart.BILL, Apart.RETENTION, Apart.RED_BLUE)


@dataclass(frozen=True, slots=True)
class BothWays:
    """One name that owes us and that we owe, in minor units of `currency`.

    receivable: open items less unapplied receipts, bills in hand not counted; due: of it
    what is overdue and not disputed; payable: what we owe, less what we paid ahead.
    keys: our customers of that name.
    """

    company: str
    customer: str
    currency: str
    receivable_minor: int
    due_minor: int
    payable_minor: int
    keys: tuple[str, ...]

    @property
    def most_minor(self) -> int:
        """The smaller of both balances: more can never be set off."""
        return min(self.receivable_minor, self.payable_minor)

    @property
    def due_most_minor(self) -> int:
        """The same of what they owe us and is due: only that needs no consent of theirs."""
        return min(self.due_minor, self.payable_minor)


@dataclass(frozen=True, slots=True)
class SetOff:
    """Candidates, the largest first in each currency, and what they were looked for in.

    sheets: where the payables stand; suppliers: how many names we owe; owed_minor: how much by
    currency; left_out: rows of the payables that cannot be used. is_company_open: one of
    the files names no own company and the other several, so nobody can tell whose debts meet.
    """

    found: tuple[BothWays, ...]
    sheets: tuple[str, ...]
    suppliers: int
    owed_minor: tuple[tuple[str, int], ...]
    left_out: int
    is_company_open: bool
    cutoff: dt.date | None

    def payables(self) -> dict[tuple[str, str, str], int]:
        """What we owe each party (company, customer key, currency), where a name is one's."""
        return {
            (one.company, one.keys[0], one.currency): one.payable_minor
            for one in self.found
            if len(one.keys) == 1
        }


def set_off(position: Position, payables: Position) -> SetOff:
    """The same whole name in receivables and payables (三角债, R003-90).

    Names are compared as the ledger compares them, never by likeness; codes are not, for
    customers and suppliers are numbered apart. Per own company and currency (U-06).
    A journal, or a list with a direction column, shows what we owe as credits. Nothing is
    deducted from any balance: a set-off takes a notice (民法典 568). Minor units.
    """
    ours, theirs = _balances(position), _balances(payables)
    one, other = ({company for company, _, _ in side} for side in (ours, theirs))
    sign = -1 if _shows_credits(payables) else 1
    owed = Counter({_under(name, other, one): sign * minor for name, minor in theirs.items()})
    due, known = _due(position), _customers(position)
    found = []
    for name in ours:
        mine = _under(name, one, other)
        if ours[name] > 0 and owed[mine] > 0:
            called, keys = known[name]
            late = max(0, due[name])
            found.append(
                BothWays(name[0], called, name[2], ours[name], late, owed[mine], tuple(keys))
            )
    return SetOff(
        tuple(sorted(found, key=lambda b: (b.currency, -b.most_minor, b.customer, b.company))),
        tuple(f"{one.file}!{one.sheet}" for one in ledger_sheets(payables)),
        len({(name[0], name[1]) for name in +owed}),
        tuple(sorted(_by_currency(+owed).items())),
        _unusable(payables),
        "" in one | other and max(map(len, (one, other)), default=0) > 1 and one != other,
        payables.ledger.source.cutoff,
    )


def ledger_sheets(position: Position) -> list[SheetReading]:
    """The sheets whose documents count."""
    return [one for one in position.ledger.source.readings if one.role == "items"]


def _balances(position: Position) -> Counter[Named]:
    """Open items less unapplied receipts of every name; bills in hand are no account."""
    opened, credits_ = position.open, position.credits
    is_bill = (opened["apart"].astype(object) == Apart.BILL).to_numpy(bool)
    money = np.where(is_bill, 0, opened["open_minor"].to_numpy(np.int64))
    found = _sums(position, opened, money)
    found.subtract(_sums(position, credits_, credits_["unapplied_minor"].to_numpy(np.int64)))
    return found


def _due(position: Position) -> Counter[Named]:
    """Overdue and not disputed, less unapplied receipts: what a demand could name (U-02)."""
    opened, credits_ = position.open, position.credits
    late = (opened["days_past_due"] > 0) & ~opened["apart"].astype(object).isin(_NOT_DUE)
    money = (opened["open_minor"] - opened["disputed_minor"]).to_numpy(np.int64)
    found = _sums(position, opened, np.where(late.to_numpy(bool), money, 0))
    found.subtract(_sums(position, credits_, credits_["unapplied_minor"].to_numpy(np.int64)))
    return found


def _sums(position: Position, frame: pd.DataFrame, minor: Ints) -> Counter[Named]:
    total: Counter[Named] = Counter()
    for (name, _, _), money in zip(_named(position, frame), minor.tolist(), strict=True):
        if name[1]:
            total[name] += money
    return total


def _named(position: Position, frame: pd.DataFrame) -> Iterator[tuple[Named, str, str]]:
    """Of each row the name it counts under, the name as written, the customer's key.

    A row that knows only a code has no name ("").
    """
    codes = set(position.ledger.items["customer_code"].astype(object))
    columns = (frame[c].astype(object) for c in ("company", "customer", "currency", "customer_key"))
    called = cache(name_key)
    for company, customer, currency, key in zip(*columns, strict=True):
        is_code = customer == key and key in codes
        yield (company, "" if is_code else called(customer), currency), customer, key


def _customers(position: Position) -> dict[Named, tuple[str, list[str]]]:
    """The name as written first, and the keys of all customers called so."""
    found: dict[Named, tuple[str, set[str]]] = {}
    for frame in (position.open, position.credits):
        for name, customer, key in _named(position, frame):
            found.setdefault(name, (customer, set()))[1].add(key)
    return {name: (customer, sorted(keys)) for name, (customer, keys) in found.items()}


def _under(name: Named, mine: set[str], others: set[str]) -> Named:
    """The same name under the own company, where only the other file names one."""
    if mine == {""} and len(others) == 1:
        return (next(iter(others)), *name[1:])
    return name


def _shows_credits(payables: Position) -> bool:
    source = payables.ledger.source
    return source.form == "journal" or "direction" in source.has


def _by_currency(owed: Counter[Named]) -> Counter[str]:
    total: Counter[str] = Counter()
    for (_, _, currency), minor in owed.items():
        total[currency] += minor
    return total


def _unusable(payables: Position) -> int:
    classes = payables.ledger.control.classes
    return sum(one.rows for one in classes if one.row_class is RowClass.UNUSABLE)
