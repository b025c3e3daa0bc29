"""What is open at the as-of date, after credits were treated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from arcollect.errors import Message, Problem

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.ledger.schema import Ledger
    from arcollect.policy import Policy


class Apart(StrEnum):
    """Why an open item is listed apart: in totals, but not graded nor dunned (U-05)."""

    NO = ""
    SMALL = "small"  # 尾差
    RELATED = "related"  # 关联方
    RETENTION = "retention"  # 质保金, not due yet
    RED_BLUE = "red-blue"  # 红蓝冲销 pair that cancels out
    BILL = "bill"  # 票据在途, not yet matured (U-03)
    WRITTEN_OFF = "written-off"  # 账销案存 (U-07)


OPEN_COLUMNS = (
    "item",  # row label in Ledger.items (int)
    "company", "customer_key", "customer", "currency", "document_no", "kind",
    "issue_date", "due_date", "days_past_due", "has_due_date",
    "amount_minor",  # the document's amount
    "recorded_minor",  # open at the as-of date before credits of this run
    "credited_minor",  # matched by this run (reference or FIFO), <= recorded
    "open_minor",  # recorded - credited, > 0
    "disputed_minor", "apart",
)
"""`Position.open`: one row per open debit item. days_past_due is int64, 0 where there
is no due date (see has_due_date); due today is 0, not due is negative (D-1)."""

CREDIT_COLUMNS = (
    "item",  # row label in Ledger.items, or -1 when from Ledger.receipts
    "receipt",  # row label in Ledger.receipts, or -1
    "company", "customer_key", "customer", "currency", "document_no", "kind", "date",
    "amount_minor",  # > 0: the credit as booked
    "matched_minor",  # used up by this run
    "unapplied_minor",  # the rest: shown in its own column, never in a bucket
)

MATCH_COLUMNS = ("credit", "item", "amount_minor", "how")
"""`Position.matches`: credit = row label of `credits`, item = label in Ledger.items;
how: "reference" | "fifo" | "net"."""

DOCUMENT_COLUMNS = (
    "item", "company", "customer_key", "customer", "currency", "document_no",
    "issue_date", "due_date", "settled_date", "amount_minor", "open_minor",
    "days_late",  # settled: settled - due; open: as-of - due; 0 at least
    "is_open", "is_disputed", "apart",
)
"""`Position.documents`: every debit document issued by the as-of date that has a due
date, settled ones too: the history that grades and ratios look at."""


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
    basis: str  # due | issue
    credits_mode: str  # the mode really used: separate | fifo | by-reference | net
    credits_why: Message  # what was done and why, for every output's foot
    rolled_back: bool = False  # settlements after as_of were added back
    left_out: Mapping[str, int] = field(default_factory=dict)  # issued after as_of: rows
    left_out_minor: Mapping[str, int] = field(default_factory=dict)  # by currency
    problems: tuple[Problem, ...] = ()


def stand(ledger: Ledger, as_of: dt.date, policy: Policy) -> Position:
    """What is open at `as_of`, after credits were treated as the policy says."""
    raise NotImplementedError
