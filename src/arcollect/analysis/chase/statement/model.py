"""What a statement is, before it has words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from arcollect.errors import Message
from arcollect.register.entries import Party


class Moved(StrEnum):
    """What moved the balance of a month; the order in which one day's lines stand."""

    INVOICE = "invoice"
    CREDIT = "credit"  # red-letter invoice, credit note
    RECEIPT = "receipt"
    BILL = "bill"  # a bill received, or one booked as a receivable (U-03)
    SETTLED = "settled"  # closed on that date, no receipt is known


@dataclass(frozen=True, slots=True)
class Movement:
    """One dated line; amount_minor > 0 is more owed, < 0 less."""

    day: dt.date
    kind: Moved
    document_no: str
    amount_minor: int
    maturity: dt.date | None = None  # of a bill


@dataclass(frozen=True, slots=True)
class OpenLine:
    """One document open at the end, or with open_minor < 0 what is not applied yet.

    mark: "" | "unapplied" (money) | "credit" (a credit note) | "disputed" | the reason
    why it stands apart (U-05).
    """

    document_no: str
    invoice_no: str
    contract_no: str
    issue_date: dt.date | None
    due_date: dt.date | None
    amount_minor: int
    open_minor: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One party's month: opening + movements + other = closing, to the minor unit (U-23).

    opening_minor is None where the ledger does not say when money came in; other_minor
    is what changed without a date in the ledger; returned_minor the part of the opening
    that only its payment in the month proves (its document is listed no more).
    """

    company: str
    customer_key: str
    customer: str
    currency: str
    opening_minor: int | None
    movements: tuple[Movement, ...]
    other_minor: int
    closing_minor: int
    open: tuple[OpenLine, ...]
    returned_minor: int = 0
    addressee: str = ""
    title: str = ""
    address: str = ""
    language: str = ""
    before_minor: int | None = None  # closing of the statement made for the month before

    @property
    def party(self) -> Party:
        """Whose debt to whom, in what currency."""
        return self.company, self.customer_key, self.currency

    def moved_minor(self, *kinds: Moved) -> int:
        """The sum of all movements of these kinds."""
        return sum(m.amount_minor for m in self.movements if m.kind in kinds)

    @property
    def bills_minor(self) -> int:
        """Bills in hand at the end, part of the closing balance (票据在途, U-03)."""
        return sum(line.open_minor for line in self.open if line.mark == "bill")

    @property
    def is_clear(self) -> bool:
        """Whether every change of the month is explained by a dated line."""
        return self.opening_minor is not None and not self.other_minor


@dataclass(frozen=True, slots=True)
class Statements:
    """Every statement of a month, in the order of company, customer and currency."""

    month: str  # 2026-09
    first: dt.date
    last: dt.date
    due_on: dt.date  # to be sent by (R003-45)
    reply_by: dt.date
    statements: tuple[Statement, ...]
    why_no_opening: Message | None = None
    cutoff: dt.date | None = None  # where the ledger ends inside the month
