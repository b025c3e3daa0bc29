"""What the later file says about how documents were settled."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from arcollect.analysis.asof.recorded import dates, is_snapshot
from arcollect.analysis.keys import positions
from arcollect.analysis.outcome.compare.pairing import Identity, identity
from arcollect.analysis.outcome.compare.state import number_of
from arcollect.ledger.schema import ItemKind
from arcollect.register.entries import Party, SnapshotLine

if TYPE_CHECKING:
    from arcollect.analysis.keys import Flags
    from arcollect.analysis.position import Position

_PARTY = ("company", "customer_key", "currency")


@dataclass(slots=True)
class Paid:
    """Money of one document or account in the period, minor units: used up as it explains.

    cash: dated receipts; settled: only a settled date says so; other: credit notes and
    bills not yet matured.
    """

    cash: int = 0
    settled: int = 0
    other: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was paid after the earlier day up to the later one, as the later file says.

    documents and accounts: money that names a document, and all money of a party.
    billed: documents issued and settled within the period; off: documents the file marks
    as written off. is_dated: the file says when money came in; unapplied receipts
    among balances do not: those applied are no longer there.
    listed: every document of the file, settled ones too; numbers: theirs, and their
    invoices'. settled: how many of the earlier day or before it keeps though they are settled;
    where it keeps none, one that is missing may simply be paid.
    """

    documents: dict[Identity, Paid] = field(default_factory=dict)
    accounts: dict[Party, Paid] = field(default_factory=dict)
    billed: tuple[SnapshotLine, ...] = ()
    off: frozenset[Identity] = frozenset()
    is_dated: bool = False
    listed: frozenset[Identity] = frozenset()
    numbers: frozenset[str] = frozenset()
    settled: int = 0


def evidence(position: Position, since: dt.date) -> Evidence:
    """Everything that the later file says about the time after `since`.

    A dishonoured bill is no money (U-03). Receipts that name no document of the file
    count for the one they name, else for the account. Minor units.
    """
    documents: dict[Identity, Paid] = defaultdict(Paid)
    accounts: dict[Party, Paid] = defaultdict(Paid)
    ids = _identities(position)
    _by_payments(position, since, ids, documents)
    _by_receipts(position, since, documents, accounts)
    _by_entries(position, since, accounts)
    off = position.ledger.items["is_written_off"].to_numpy(bool)
    return Evidence(
        dict(documents),
        dict(accounts),
        tuple(_settled_at_once(position, since)),
        frozenset(ids[row] for row in np.flatnonzero(off)),
        _is_dated(position),
        frozenset(ids),
        frozenset(number for _, number in _numbers(position)),
        settled_count(position, since),
    )


def settled_count(position: Position, since: dt.date) -> int:
    """How many documents of that day or before the file still lists though they are settled.

    One that a credit note cancels says nothing: exports of open items keep both.
    """
    items = position.ledger.items
    notes = position.credits[(position.credits["kind"].astype(object) == ItemKind.CREDIT)]
    cancelled = position.matches[position.matches["credit"].isin(notes.index)]["item"]
    gone = np.isin(items.index.to_numpy(), [*position.open["item"], *cancelled], invert=True)
    issued, due = dates(items["issue_date"]), dates(items["due_date"])
    earlier = np.where(np.isnat(issued), due, issued) <= np.datetime64(since, "D")
    billed = (items["amount_minor"] > 0).to_numpy(bool)
    return int((earlier & billed & gone).sum())


def _is_dated(position: Position) -> bool:
    ledger = position.ledger
    booked = bool((ledger.items["kind"] == ItemKind.RECEIPT).any())
    shown = booked and not is_snapshot(ledger)  # of balances only what was not applied is left
    return bool(len(ledger.receipts)) or shown or "settled_date" in ledger.source.has


def _identities(position: Position) -> list[Identity]:
    items = position.ledger.items
    values = zip(
        *(items[name].astype(object) for name in (*_PARTY, "document_no", "invoice_no")),
        items["issue_date"].to_numpy("datetime64[D]").tolist(),
        items["amount_minor"].tolist(), strict=True,
    )  # fmt: skip
    return [
        identity((company, key, currency), number_of(number, invoice), issued, amount)
        for company, key, currency, number, invoice, issued, amount in values
    ]


def _within(position: Position, column: pd.Series, since: dt.date) -> Flags:
    days = dates(column)
    inside: Flags = (days > np.datetime64(since, "D")) & (
        days <= np.datetime64(position.as_of, "D")
    )
    return inside


def _by_payments(
    position: Position, since: dt.date, ids: list[Identity], found: dict[Identity, Paid]
) -> None:
    payments = position.payments[_within(position, position.payments["date"], since)]
    rows = positions(payments["item"].to_numpy(np.int64), position.ledger.items.index)
    columns = (payments[name].tolist() for name in ("amount_minor", "how", "is_cash"))
    for row, minor, how, is_cash in zip(rows.tolist(), *columns, strict=True):
        paid = found[ids[row]]
        if how == "settled":
            paid.settled += minor
        elif is_cash:
            paid.cash += minor
        else:
            paid.other += minor


def _by_receipts(
    position: Position,
    since: dt.date,
    documents: dict[Identity, Paid],
    accounts: dict[Party, Paid],
) -> None:
    receipts = position.ledger.receipts
    held = ~receipts["is_dishonoured"].to_numpy(bool)
    rows = receipts[_within(position, receipts["date"], since) & held]
    known = _numbers(position)
    later = rows["bill_maturity"].to_numpy("datetime64[D]") > np.datetime64(position.as_of, "D")
    is_bill = (rows["method"].astype(object) == "bill").to_numpy(bool) & later
    columns = (rows[name].astype(object) for name in (*_PARTY, "reference"))
    money = rows["amount_minor"].tolist()
    for company, key, currency, named, minor, bill in zip(
        *columns, money, is_bill.tolist(), strict=True
    ):
        party, part = (company, key, currency), "other" if bill else "cash"
        _add(accounts[party], part, minor)
        if named and (key, named) not in known:
            _add(documents[identity(party, named, None, 0)], part, minor)


def _numbers(position: Position) -> set[tuple[str, str]]:
    """Documents of the file that a receipt may name, by customer."""
    items = position.ledger.items
    keys = items["customer_key"].astype(object)
    names = ("document_no", "invoice_no")
    return {p for n in names for p in zip(keys, items[n].astype(object), strict=True) if p[1]}


def _by_entries(position: Position, since: dt.date, accounts: dict[Party, Paid]) -> None:
    """Receipts and credit notes that stand among the documents."""
    items = position.ledger.items
    credit = items["kind"].isin([ItemKind.RECEIPT, ItemKind.CREDIT]).to_numpy(bool)
    rows = items[credit & _within(position, items["issue_date"], since)]
    columns = (rows[name].astype(object) for name in (*_PARTY, "kind"))
    for company, key, currency, kind, minor in zip(
        *columns, rows["amount_minor"].tolist(), strict=True
    ):
        part = "cash" if kind == ItemKind.RECEIPT else "other"
        _add(accounts[company, key, currency], part, -minor)


def _add(paid: Paid, part: str, minor: int) -> None:
    setattr(paid, part, getattr(paid, part) + minor)


def _settled_at_once(position: Position, since: dt.date) -> Iterator[SnapshotLine]:
    """Documents issued within the period and no longer open at its end."""
    items = position.ledger.items
    left = np.zeros(len(items), dtype=bool)
    left[positions(position.open["item"].to_numpy(np.int64), items.index)] = True
    is_new = _within(position, items["issue_date"], since) & ~left
    rows = items[is_new & (items["amount_minor"] > 0).to_numpy(bool)]
    names = (*_PARTY, "customer", "document_no", "invoice_no", "kind", "salesperson")
    days = (rows[n].to_numpy("datetime64[D]").tolist() for n in ("issue_date", "due_date"))
    for company, key, currency, name, number, invoice, kind, person, issued, due, minor in zip(
        *(rows[n].astype(object) for n in names), *days, rows["amount_minor"].tolist(), strict=True
    ):
        known = number_of(number, invoice)
        yield SnapshotLine(
            company, key, name, currency, known, kind, issued, due, minor, 0, 0, person
        )
