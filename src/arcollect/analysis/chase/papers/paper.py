"""What a paper is, before it has words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from arcollect.analysis.chase.notice import NoLetter, Notice
from arcollect.analysis.chase.papers.wish import Wish
from arcollect.analysis.claims.instalments import Instalment
from arcollect.workdays import IN_CHINA, Workdays


@dataclass(frozen=True, slots=True)
class Line:
    """One open document as our books show it, whether or not anybody may ask for it."""

    document_no: str
    invoice_no: str
    order_no: str
    contract_no: str
    issue_date: dt.date | None
    due_date: dt.date | None
    amount_minor: int
    open_minor: int


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper for one own company, customer and currency.

    notice: to whom, and the money: gross less unapplied is what the paper is about.
    lines: the whole account (reconciliation only; its notice has no items, and what is
    unapplied may exceed what is open: then we owe the customer).
    """

    wish: Wish
    as_of: dt.date
    written: dt.date
    notice: Notice
    plan: tuple[Instalment, ...] = ()
    lines: tuple[Line, ...] = ()
    balances_on: dt.date | None = None  # the cut-off of the ledger where it is earlier

    @property
    def net_minor(self) -> int:
        """What the paper is about; negative when the customer is in credit."""
        return self.notice.gross_minor - self.notice.unapplied_minor


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of a run, and the accounts that get none."""

    kind: str
    as_of: dt.date
    written: dt.date
    papers: tuple[Paper, ...]
    silent: tuple[NoLetter, ...]
    workdays: Workdays = IN_CHINA
