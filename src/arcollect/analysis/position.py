"""What is open at the as-of date, after credits were treated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from arcollect.analysis.asof.apart import Apart, mark
from arcollect.analysis.asof.credits import Matched, match
from arcollect.analysis.asof.documents import Standing, history, paid
from arcollect.analysis.asof.names import chosen_names, renamed
from arcollect.analysis.asof.recorded import Recorded, dates, record
from arcollect.errors import LedgerError, Message, Problem, message
from arcollect.ledger.schema import ITEM_COLUMNS, ItemKind

if TYPE_CHECKING:
    from arcollect.analysis.keys import Flags, Ints
    from arcollect.ledger.schema import Ledger
    from arcollect.policy import Policy

__all__ = [
    "CREDIT_COLUMNS", "DOCUMENT_COLUMNS", "MATCH_COLUMNS", "OPEN_COLUMNS",
    "PAYMENT_COLUMNS", "Apart", "Position", "stand",
]  # fmt: skip

OPEN_COLUMNS = (
    "item",  # row label in Ledger.items (int)
    "company", "customer_key", "customer", "currency",
    "document_no",  # the invoice's number where the document has none of its own
    "kind", "issue_date", "due_date", "days_past_due", "has_due_date",
    "amount_minor",  # the document's amount
    "recorded_minor",  # open at the as-of date before credits of this run
    "credited_minor",  # matched by this run (reference or FIFO), <= recorded
    "open_minor",  # recorded - credited, > 0
    "disputed_minor", "apart",
    "age_days",  # days since the basis date: due date, or issue date for basis "issue"
    "has_age",  # the basis date is known
)  # fmt: skip
"""`Position.open`: one row per open debit item. days_past_due is int64, 0 where there
is no due date (see has_due_date); due today is 0, not due is negative (D-1). It always
counts from the due date; only age_days follows the basis."""

CREDIT_COLUMNS = (
    "item",  # row label in Ledger.items, or -1 when from Ledger.receipts
    "receipt",  # row label in Ledger.receipts, or -1
    "company", "customer_key", "customer", "currency", "document_no", "kind", "date",
    "amount_minor",  # > 0: the credit as booked
    "matched_minor",  # used up by this run
    "unapplied_minor",  # the rest: shown in its own column, never in a bucket
)  # fmt: skip

MATCH_COLUMNS = ("credit", "item", "amount_minor", "how")
"""`Position.matches`: credit = row label of `credits`, item = label in Ledger.items;
how: "reference" | "fifo" | "net"."""

MOST_MINOR = 4e18  # half of what an int64 holds
_COPIED = frozenset(ITEM_COLUMNS) - {"open_minor", "disputed_minor"}

PAYMENT_COLUMNS = ("item", "date", "amount_minor", "how", "is_cash")
"""`Position.payments`: dated payments of documents up to the as-of date, history too;
item = label in Ledger.items; how: "receipt" (it names its document) | "reference" |
"fifo" | "net" | "settled" (only a settled date is known). is_cash is false for credit
notes and bills."""

DOCUMENT_COLUMNS = (
    "item", "company", "customer_key", "customer", "currency", "document_no",
    "issue_date", "due_date", "settled_date", "amount_minor", "open_minor",
    "days_late",  # settled: settled - due; open: as-of - due; 0 at least
    "is_open", "is_disputed", "apart",
)  # fmt: skip
"""`Position.documents`: every debit document issued by the as-of date that has a due
date, settled ones too: the history that grades and ratios look at. Closed with no date
known (settled_date NaT, is_open False): nobody can tell whether it was late."""


@dataclass(frozen=True, slots=True)
class Position:
    """What is open at `as_of`. Every analysis takes it.

    Invariant, per company and currency, to the cent (1, 2 of the invariants):
    sum(open.open_minor) - sum(credits.unapplied_minor) = ledger balance at as_of.
    """

    as_of: dt.date
    ledger: Ledger
    open: pd.DataFrame
    credits: pd.DataFrame
    matches: pd.DataFrame
    documents: pd.DataFrame
    payments: pd.DataFrame
    basis: str  # due | issue
    credits_mode: str  # the mode really used: separate | fifo | by-reference | net
    credits_why: Message  # what was done and why, for every output's foot
    rolled_back: bool = False  # settlements after as_of were added back
    left_out: Mapping[str, int] = field(default_factory=dict)  # issued after as_of: rows
    left_out_minor: Mapping[str, int] = field(default_factory=dict)  # by currency
    problems: tuple[Problem, ...] = ()
    converted: Message | None = None  # by which rates, where all is in base currency


def stand(ledger: Ledger, as_of: dt.date, policy: Policy) -> Position:
    """What is open at `as_of`, after credits were treated as the policy says.

    Documents issued later are left out and counted; settled or received on `as_of`
    counts as paid (U-04). With a balance column the balance holds and receipts that
    name a document are history; without one they pay it. Credits never cross a
    company, customer or currency. LedgerError when the file proves a later state
    that cannot be rolled back. Money in minor units.
    """
    _refuse_too_much(ledger)
    recorded = record(ledger, as_of)
    matched = match(ledger, recorded, as_of, policy)
    standing = _standing(ledger, recorded, matched, as_of, policy)
    payments = paid(ledger, recorded, matched, as_of)
    names = chosen_names(ledger)
    return Position(
        as_of,
        ledger,
        _numbered(
            renamed(_open(ledger, recorded, standing, as_of, policy.aging.basis), names), ledger
        ),
        renamed(_credits(ledger, matched), names),
        _matches(ledger, matched),
        _numbered(renamed(_documents(ledger, standing, payments, as_of), names), ledger),
        payments.assign(item=ledger.items.index.to_numpy()[payments["item"]]),
        basis=policy.aging.basis,
        credits_mode=matched.mode,
        credits_why=matched.why,
        rolled_back=recorded.rolled_back,
        left_out=recorded.left_out,
        left_out_minor=recorded.left_out_minor,
        problems=recorded.problems,
    )


def _refuse_too_much(ledger: Ledger) -> None:
    """Sums are int64 minor units: stop before they could wrap round in silence.

    No company is owed that much: an id column was taken for the amount.
    """
    for frame in (ledger.items, ledger.receipts):
        for name in (str(n) for n in frame if str(n).endswith("_minor")):
            if np.abs(frame[name].to_numpy(np.float64)).sum() > MOST_MINOR:
                raise LedgerError(
                    message("standing_why.too_much", column=name.removesuffix("_minor")),
                    message("standing_why.too_much_hint"),
                )


def _standing(
    ledger: Ledger,
    recorded: Recorded,
    matched: Matched,
    as_of: dt.date,
    policy: Policy,
) -> Standing:
    items = ledger.items
    left = np.maximum(recorded.minor, 0)
    np.subtract.at(left, matched.pairs.item, matched.pairs.amount)
    red_blue = _red_blue(items, matched)
    flagged = items["is_disputed"].to_numpy(bool)
    stated = items["disputed_minor"].to_numpy(np.int64)
    disputed = np.minimum(np.where(flagged & (stated == 0), left, stated), left)
    return Standing(
        left,
        mark(ledger, left, red_blue, as_of, policy),
        disputed,
        np.where(left > 0, (disputed == left), flagged),
    )


def _red_blue(items: pd.DataFrame, matched: Matched) -> Flags:
    """Documents that a red-letter one of the same number and amount cancels (U-05)."""
    pairs = matched.by_name
    red = matched.credits.iloc[pairs.credit]
    amount = items["amount_minor"].to_numpy(np.int64)
    cancels = (
        (red["kind"] == ItemKind.CREDIT).to_numpy(bool)
        & (pairs.amount == amount[pairs.item])
        & (pairs.amount == red["amount_minor"].to_numpy(np.int64))
    )
    cancelled = np.zeros(len(items), dtype=bool)
    cancelled[pairs.item[cancels]] = True
    return cancelled


def _open(
    ledger: Ledger, recorded: Recorded, standing: Standing, as_of: dt.date, basis: str
) -> pd.DataFrame:
    rows = np.flatnonzero(standing.left > 0)
    copied = [name for name in OPEN_COLUMNS if name in _COPIED]
    found = ledger.items[copied].iloc[rows]
    days, has_due = _days(found["due_date"], as_of)
    age, has_age = _days(found["issue_date"], as_of) if basis == "issue" else (days, has_due)
    return found.assign(
        item=ledger.items.index.to_numpy()[rows],
        days_past_due=days,
        has_due_date=has_due,
        recorded_minor=recorded.minor[rows],
        credited_minor=recorded.minor[rows] - standing.left[rows],
        open_minor=standing.left[rows],
        disputed_minor=standing.disputed[rows],
        apart=standing.apart[rows],
        age_days=age,
        has_age=has_age,
    )[list(OPEN_COLUMNS)].reset_index(drop=True)


def _numbered(frame: pd.DataFrame, ledger: Ledger) -> pd.DataFrame:
    """The number people know a document by: its own, else its invoice's."""
    invoices = ledger.items["invoice_no"]
    blank = (frame["document_no"] == "").to_numpy(bool)
    if not (blank.any() and (invoices != "").any()):
        return frame
    instead = invoices.loc[frame["item"]].astype(object).to_numpy()
    number = np.where(blank, instead, frame["document_no"].astype(object))
    return frame.assign(document_no=pd.Categorical(number))


def _days(column: pd.Series, as_of: dt.date) -> tuple[Ints, Flags]:
    day = dates(column)
    known = ~np.isnat(day)
    past = (np.datetime64(as_of, "D") - day).astype(np.int64)
    return np.where(known, past, 0), known


def _credits(ledger: Ledger, matched: Matched) -> pd.DataFrame:
    found = matched.credits
    used = np.zeros(len(found), dtype=np.int64)
    np.add.at(used, matched.pairs.credit, matched.pairs.amount)
    return found.assign(
        item=_labels(ledger.items.index, found["item"]),
        receipt=_labels(ledger.receipts.index, found["receipt"]),
        matched_minor=used,
        unapplied_minor=found["amount_minor"].to_numpy(np.int64) - used,
    )[list(CREDIT_COLUMNS)]


def _labels(index: pd.Index, rows: pd.Series) -> Ints:
    labels = np.append(index.to_numpy(np.int64), -1)
    found: Ints = labels[rows.to_numpy(np.int64)]
    return found


def _matches(ledger: Ledger, matched: Matched) -> pd.DataFrame:
    pairs = matched.pairs
    return pd.DataFrame(
        {
            "credit": pairs.credit,
            "item": ledger.items.index.to_numpy()[pairs.item],
            "amount_minor": pairs.amount,
            "how": pd.Categorical(matched.how, categories=["reference", "fifo", "net"]),
        }
    )


def _documents(
    ledger: Ledger, standing: Standing, payments: pd.DataFrame, as_of: dt.date
) -> pd.DataFrame:
    found = history(ledger, standing, payments, as_of)
    return found[list(DOCUMENT_COLUMNS)].reset_index(drop=True)
