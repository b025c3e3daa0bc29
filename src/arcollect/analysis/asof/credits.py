"""Money that came in and what it pays: separate, by reference, FIFO or net."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from arcollect.analysis.asof.matching import Allocation, allocate
from arcollect.analysis.asof.recorded import (
    SNAPSHOT,
    Recorded,
    counts_as_money,
    dates,
    is_snapshot,
)
from arcollect.analysis.asof.references import by_reference, joined
from arcollect.analysis.keys import PARTY, Flags, Ints, group_codes
from arcollect.errors import Message, message
from arcollect.ledger.schema import ItemKind

if TYPE_CHECKING:
    from arcollect.ledger.schema import Ledger
    from arcollect.policy import Policy

_DEBIT_COLUMNS = (*PARTY, "document_no", "invoice_no", "due_date", "issue_date")
_SHARED = (*PARTY, "customer", "document_no", "invoice_no", "kind")
_CREDIT_COLUMNS = (
    "item", "receipt", *PARTY, "customer", "document_no", "invoice_no", "reference",
    "mention", "kind", "date", "amount_minor",
)  # fmt: skip

SAME_MONEY_WITHIN = dt.timedelta(days=7)
SEVERAL = 3
UNMATCHED_PART = 5  # credits of at least one fifth of the debits, none of them matched
_Booking = tuple[str, dt.date | None]  # own company, day


@dataclass(frozen=True, slots=True)
class Matched:
    """Credits of the run, and the pairs (item row, row of `credits`, minor units).

    credits.item and credits.receipt are row numbers, -1 for none. by_name: all pairs
    found by reference, also where the mode does not use them.
    """

    credits: pd.DataFrame
    pairs: Allocation
    how: tuple[str, ...]
    by_name: Allocation
    mode: str
    why: Message


def match(ledger: Ledger, recorded: Recorded, as_of: dt.date, policy: Policy) -> Matched:
    """Treat every credit as the policy says; what is not matched stays unapplied.

    auto: by reference, and FIFO for a debit/credit journal or where the file is plainly
    unmatched. Receipts that name their document pay it in every mode when the ledger has
    neither balances nor payments; otherwise they are history. fifo: by reference first,
    the rest against the oldest due date. net: against documents in the bucket of the
    credit's own date. Never across companies, customers or currencies.
    """
    credits_ = _credits(ledger, recorded, as_of)
    rows, debits = _debits(ledger.items, recorded.minor, credits_)
    left = recorded.minor[rows]
    by_name = by_reference(debits, left, credits_, _amounts(credits_))
    is_unmatched = _is_unmatched(ledger, credits_, recorded.minor, by_name)
    mode = _mode(ledger, policy, is_unmatched)
    first = by_name if mode in {"by-reference", "fifo"} else _designated(debits, left, credits_)
    then = _rest(debits, left, credits_, first, _Rest(mode, as_of, policy))
    how = ("reference",) * len(first.item) + (mode,) * len(then.item)
    pairs = joined([first, then])
    return Matched(
        credits_,
        Allocation(rows[pairs.item], pairs.credit, pairs.amount),
        how,
        Allocation(rows[by_name.item], by_name.credit, by_name.amount),
        mode,
        _because(is_unmatched, policy, _why(ledger, credits_, mode)),
    )


def _mode(ledger: Ledger, policy: Policy, is_unmatched: bool) -> str:  # noqa: FBT001
    """The way that is really used."""
    if policy.aging.credits != "auto":
        return policy.aging.credits
    return "fifo" if ledger.source.form == "journal" or is_unmatched else "by-reference"


def _is_unmatched(ledger: Ledger, credits_: pd.DataFrame, minor: Ints, by_name: Allocation) -> bool:
    """Whether nobody has matched money to documents yet: then no column says what is open.

    No balances, payments or settled dates, several credits of which not one names a
    document, and together they are a fifth of all that was billed at least. A few
    payments on account in a list of open items stay in their own column. What a customer
    paid on one day counts once: a receipt booked in parts is one receipt.
    """
    known = {*SNAPSHOT, "settled_date"} & ledger.source.has
    if known or len(by_name.item) or len(credits_) < SEVERAL:
        return False
    if len(credits_[[*_SHARED, "date"]].drop_duplicates()) < SEVERAL:
        return False
    return int(_amounts(credits_).sum()) * UNMATCHED_PART >= int(minor[minor > 0].sum()) > 0


def _amounts(credits_: pd.DataFrame) -> Ints:
    return credits_["amount_minor"].to_numpy(np.int64)


def _credits(ledger: Ledger, recorded: Recorded, as_of: dt.date) -> pd.DataFrame:
    both = [_item_credits(ledger, recorded.minor)]
    if len(ledger.receipts):
        both.append(_receipt_credits(ledger, recorded, as_of))
    credits_ = pd.concat(both, ignore_index=True)
    order = np.argsort(dates(credits_["date"]), kind="stable")
    return credits_.iloc[order].reset_index(drop=True)


def _item_credits(ledger: Ledger, minor: Ints) -> pd.DataFrame:
    """Credits among the items; the number that a remark mentions counts as named.

    Of red-letter invoices, and in a journal of receipts too: only its summary
    (收款 XS-001) says what an entry pays.
    """
    rows = np.flatnonzero(minor < 0)
    found = ledger.items[[*_SHARED, "issue_date", "remark"]].iloc[rows]
    red = (found["kind"].astype(object) == ItemKind.CREDIT).to_numpy()
    red = red | (ledger.source.form == "journal")
    return _texts(found).assign(
        item=rows,
        receipt=-1,
        reference="",
        mention=np.where(red, found["remark"].astype(object), ""),
        date=found["issue_date"],
        amount_minor=-minor[rows],
    )[list(_CREDIT_COLUMNS)]


def _receipt_credits(ledger: Ledger, recorded: Recorded, as_of: dt.date) -> pd.DataFrame:
    receipts = ledger.receipts
    left = _still_to_apply(ledger, recorded)
    left[dates(receipts["date"]) > np.datetime64(as_of, "D")] = 0
    rows = np.flatnonzero(left)
    found = receipts.iloc[rows]
    is_bill = (found["method"].astype(object) == "bill").to_numpy()
    return _texts(found.assign(document_no="", invoice_no="", kind="")).assign(
        item=-1,
        receipt=rows,
        mention="",
        kind=np.where(is_bill, ItemKind.BILL, ItemKind.RECEIPT),
        amount_minor=left[rows],
    )[list(_CREDIT_COLUMNS)]


def _still_to_apply(ledger: Ledger, recorded: Recorded) -> Ints:
    """Money of each receipt that the ledger's items do not reflect yet.

    With balances: receipts without a reference (unless no receipt names anything: then
    the sheet is a bank history), and what was paid ahead on documents issued after the
    as-of date. Without balances: all receipts, less what paid documents that a settled
    date closes anyway. Never a receipt that stands among the items as well.
    """
    receipts, past = ledger.receipts, recorded.history
    money: Ints = receipts["amount_minor"].to_numpy(np.int64).copy()
    money[~counts_as_money(receipts) | among_items(ledger)] = 0
    live = recorded.live[past.item]
    if not is_snapshot(ledger):
        closed = live & (recorded.minor[past.item] == 0)
        return np.where(money == 0, 0, money - _by_receipt(past, closed, money))
    ahead = np.minimum(_by_receipt(past, ~live, money), money)
    if not _is_named(receipts).any():
        return ahead
    return np.where(_is_named(receipts), ahead, money)


def among_items(ledger: Ledger) -> Flags:
    """Receipts booked among the items too: the same money of the same days.

    Same customer, currency and amount, the same company where both name one, and dates
    at most a week apart (bank day and booking day differ). One booking answers for one
    receipt only.
    """
    items, receipts = ledger.items, ledger.receipts
    booked = items[(items["kind"].astype(object) == ItemKind.RECEIPT).to_numpy(bool)]
    booked = booked.assign(amount_minor=-booked["amount_minor"], date=booked["issue_date"])
    twins: dict[tuple[object, ...], list[_Booking]] = defaultdict(list)
    for key, booking in _bookings(booked):
        twins[key].append(booking)
    found = np.zeros(len(receipts), dtype=bool)
    if not twins:
        return found
    named = _is_named(receipts)
    for rows in (np.flatnonzero(~named), np.flatnonzero(named)):
        for row, (key, booking) in zip(rows, _bookings(receipts.iloc[rows]), strict=True):
            same = next((other for other in twins[key] if _same(booking, other)), None)
            if same is not None:
                twins[key].remove(same)
                found[row] = True
    return found


def _bookings(frame: pd.DataFrame) -> Iterator[tuple[tuple[object, ...], _Booking]]:
    keys = (frame[name].tolist() for name in ("customer_key", "currency", "amount_minor"))
    days = dates(frame["date"]).tolist()
    yield from zip(
        zip(*keys, strict=True), zip(frame["company"].tolist(), days, strict=True), strict=True
    )


def _same(one: _Booking, other: _Booking) -> bool:
    (company, day), (other_company, other_day) = one, other
    if company and other_company and company != other_company:
        return False
    return day is None or other_day is None or abs(day - other_day) <= SAME_MONEY_WITHIN


def _by_receipt(pairs: Allocation, use: Flags, like: Ints) -> Ints:
    total = np.zeros_like(like)
    np.add.at(total, pairs.credit[use], pairs.amount[use])
    return total


def _is_named(receipts: pd.DataFrame) -> Flags:
    return (receipts["reference"].astype(object) != "").to_numpy(bool)


def _receipts_are(ledger: Ledger, credits_: pd.DataFrame) -> str:
    """The role of the receipts: none, paying, history, among_items or unapplied."""
    if not len(ledger.receipts):
        return "none"
    if (credits_["receipt"] >= 0).any():
        return "unapplied" if is_snapshot(ledger) else "paying"
    return "among_items" if among_items(ledger).any() else "history"


def _texts(frame: pd.DataFrame) -> pd.DataFrame:
    """Text columns as plain objects: these are few rows, from different frames."""
    names = [name for name in _CREDIT_COLUMNS if name in frame]
    found = frame[names].copy()
    for name in names:
        if isinstance(found[name].dtype, pd.CategoricalDtype):
            found[name] = found[name].astype(object)
    return found


def _debits(items: pd.DataFrame, minor: Ints, credits_: pd.DataFrame) -> tuple[Ints, pd.DataFrame]:
    """Open documents of customers with credits: oldest due first, undated before all."""
    names = set(credits_["customer_key"])
    known = pd.Categorical(items["customer_key"])
    wanted = np.array([*(name in names for name in known.categories), False], bool)
    rows = np.flatnonzero((minor > 0) & wanted[known.codes])
    found = items[list(_DEBIT_COLUMNS)].iloc[rows]
    due, issued = (
        found[name].to_numpy("datetime64[D]").astype(np.int64)
        for name in ("due_date", "issue_date")
    )
    order = np.lexsort((minor[rows], issued, due))
    return rows[order].astype(np.int64), found.iloc[order].reset_index(drop=True)


def _designated(debits: pd.DataFrame, left: Ints, credits_: pd.DataFrame) -> Allocation:
    rows = np.flatnonzero(credits_["receipt"].to_numpy() >= 0)
    some = credits_.iloc[rows]
    pairs = by_reference(debits, left, some, _amounts(some))
    return Allocation(pairs.item, rows[pairs.credit].astype(np.int64), pairs.amount)


@dataclass(frozen=True, slots=True)
class _Rest:
    """How what the references leave over is matched."""

    mode: str
    as_of: dt.date
    policy: Policy


def _rest(
    debits: pd.DataFrame,
    left: Ints,
    credits_: pd.DataFrame,
    first: Allocation,
    rest: _Rest,
) -> Allocation:
    """What is left after the references: oldest first, or within its own bucket."""
    if rest.mode not in {"fifo", "net"}:
        return joined([])
    still, unused = left.copy(), _amounts(credits_).copy()
    np.subtract.at(still, first.item, first.amount)
    np.subtract.at(unused, first.credit, first.amount)
    (debit_group, credit_group), _ = group_codes([debits, credits_], PARTY)
    if rest.mode == "net":
        basis = "issue_date" if rest.policy.aging.basis == "issue" else "due_date"
        debit_group = _in_bucket(debit_group, debits[basis], rest)
        credit_group = _in_bucket(credit_group, credits_["date"], rest)
    return allocate(debit_group, still, credit_group, unused)


def _in_bucket(group: Ints, column: pd.Series, rest: _Rest) -> Ints:
    day = dates(column)
    age = (np.datetime64(rest.as_of, "D") - day).astype(np.int64)
    edges = np.array([0, *rest.policy.aging.buckets], dtype=np.int64)
    bucket = np.where(np.isnat(day), len(edges) + 1, np.searchsorted(edges, age))
    return group * (len(edges) + 2) + bucket


def _because(is_unmatched: bool, policy: Policy, said: Message) -> Message:  # noqa: FBT001
    """What was done, and where the program chose it, why."""
    if policy.aging.credits == "auto" and is_unmatched:
        return message("standing_why.credits_unmatched", said=said)
    return said


def _why(ledger: Ledger, credits_: pd.DataFrame, mode: str) -> Message:
    receipts = message(f"standing_why.receipts_{_receipts_are(ledger, credits_)}")
    twins = int(among_items(ledger).sum())
    if twins:
        receipts = message("standing_why.receipts_twins", role=receipts, count=twins)
    key = f"standing_why.credits_{mode.replace('-', '_')}"
    return message(key, receipts=receipts)
