"""Every document as it stood on any earlier day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from arcollect.analysis.asof.apart import Apart
from arcollect.analysis.asof.recorded import dates
from arcollect.analysis.keys import PARTY, Dates, Flags, Ints, group_codes, positions, sums
from arcollect.ledger.schema import ItemKind

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.position import Position

Party: TypeAlias = tuple[str, str, str]  # company, customer_key, currency


@dataclass(frozen=True, slots=True)
class Payments:
    """Dated payments: which document (row of `Past`), when, minor units, in cash or not."""

    row: Ints
    day: Dates
    minor: Ints
    is_cash: Flags


@dataclass(frozen=True, slots=True)
class Past:
    """All debit documents with a due date as arrays; minor units of the party's currency.

    settled: NaT while open, and where nobody knows when it was paid (then is_known is
    false). teaches: what a customer's habit may be learnt from: plain documents that are
    neither disputed nor bills, and were not closed by credit notes.
    """

    parties: tuple[Party, ...]
    party: Ints
    issue: Dates
    due: Dates
    settled: Dates
    amount: Ints
    open: Ints
    is_known: Flags
    teaches: Flags
    is_plain: Flags
    payments: Payments

    def open_at(self, day: dt.date) -> Ints:
        """What was open at the end of `day`: today's balance and what was paid since.

        0 for documents issued later, or of which nobody knows when they were issued or
        paid.
        """
        then, paid = np.datetime64(day, "D"), self.payments
        later = paid.day > then
        back = sums(paid.row[later], paid.minor[later], len(self.due))
        was_there = (self.issue <= then) & self.is_known & self.is_plain
        return np.where(was_there, np.minimum(self.open + back, self.amount), 0)


def past(position: Position) -> Past:
    """Every document of the position that has a due date, with its dated payments."""
    documents, items = position.documents, position.ledger.items
    (party,), table = group_codes([documents], PARTY)
    payments = _payments(position)
    settled, is_open = dates(documents["settled_date"]), documents["is_open"].to_numpy(bool)
    apart = documents["apart"].astype(object).to_numpy()
    kind = items.loc[documents["item"], "kind"].astype(object).to_numpy()
    plain = (kind != ItemKind.BILL) & ~np.isin(apart, [Apart.RELATED, Apart.WRITTEN_OFF])
    known = is_open | ~np.isnat(settled)
    free = (apart == Apart.NO) & ~documents["is_disputed"].to_numpy(bool)
    return Past(
        parties=tuple(parties(table)),
        party=party,
        issue=dates(documents["issue_date"]),
        due=dates(documents["due_date"]),
        settled=settled,
        amount=documents["amount_minor"].to_numpy(np.int64),
        open=documents["open_minor"].to_numpy(np.int64),
        is_known=known,
        teaches=plain & known & free & (is_open | _in_cash(payments, len(documents))),
        is_plain=plain,
        payments=payments,
    )


def parties(table: pd.DataFrame) -> Iterator[Party]:
    """The groups of `group_codes` by PARTY."""
    rows = zip(*(table[name] for name in PARTY), strict=True)
    return ((str(company), str(key), str(currency)) for company, key, currency in rows)


def _payments(position: Position) -> Payments:
    """The payments of these documents; those of documents without due date are no help."""
    frame: pd.DataFrame = position.payments
    index = position.documents.set_index("item").index
    row = positions(frame["item"].to_numpy(np.int64), index)
    use = (row >= 0) & frame["date"].notna().to_numpy(bool)
    return Payments(
        row[use],
        dates(frame["date"])[use],
        frame["amount_minor"].to_numpy(np.int64)[use],
        frame["is_cash"].to_numpy(bool)[use],
    )


def _in_cash(payments: Payments, count: int) -> Flags:
    """Documents of which at least half was paid in money: no credit note, no bill."""
    paid = sums(payments.row, payments.minor, count)
    cash = sums(payments.row[payments.is_cash], payments.minor[payments.is_cash], count)
    found: Flags = 2 * cash >= paid
    return found
