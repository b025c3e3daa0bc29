"""What one row of the worklist knows, before it has words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from arcollect.errors import Message
from arcollect.register.entries import ContactEntry, Party, Reason


class Section(StrEnum):
    """Why somebody is on the list, most important first; a row stands in one only (R002-18)."""

    URGENT = "urgent"  # >= 91 days, a red flag, or limitation near (R000-09, R000-18)
    BROKEN = "broken"  # a promise was not kept
    DISPUTE = "dispute"  # contested: settle within 48 hours (R003-53)
    GOLDEN = "golden"  # 31-90 days (R000-10, X-37)
    EARLY = "early"  # 8-30 days
    FRESH = "fresh"  # 1-7 days (R001-33)
    INTERNAL = "internal"  # overdue, but nobody to ask: settle it in our own books
    PREDUE = "predue"  # falls due within ten days (R003-31, X-27)
    SEASON = "season"  # falls due around a long holiday, quarter or year end (R001-34)
    DELIVERY = "delivery"  # delivered, receipt not confirmed (R003-30)


class Post(StrEnum):
    """Who is responsible (R003-33; the collection team R003-34)."""

    SALES = "sales"
    SUPERVISOR = "supervisor"
    FINANCE = "finance"
    LEGAL = "legal"
    COLLECTOR = "collector"
    TEAM_LEAD = "team_lead"
    DIRECTOR = "director"


@dataclass(frozen=True, slots=True)
class Document:
    """One open document of a party; minor units; days past due are negative before."""

    number: str
    due_date: dt.date | None
    days_past_due: int
    open_minor: int
    disputed_minor: int
    apart: str
    delivery_date: dt.date | None = None
    is_unconfirmed: bool = False  # delivered some days ago, no signed receipt
    dispute_reason: str = ""

    @property
    def asked_minor(self) -> int:
        """What may be asked for: nothing of a document that stands apart (U-02, U-05)."""
        return 0 if self.apart else self.open_minor - self.disputed_minor


@dataclass(frozen=True, slots=True)
class Account:
    """Everything open of one party, as the aging table shows it; minor units.

    not_due + sum(buckets) + no_due_date = open; open - unapplied = balance.
    asked_minor: overdue, not contested, not apart, less what waits to be matched (U-02);
    asked_days: the worst days past due of it, 0 for none (X-12).
    """

    party: Party
    customer: str
    customer_code: str
    not_due_minor: int
    bucket_minor: tuple[int, ...]
    no_due_date_minor: int
    open_minor: int
    unapplied_minor: int
    overdue_minor: int
    worst_days: int
    documents: tuple[Document, ...]
    salesperson: str = ""
    department: str = ""
    asked_minor: int = 0
    asked_days: int = 0

    @property
    def balance_minor(self) -> int:
        """What is owed after unapplied receipts and credits."""
        return self.open_minor - self.unapplied_minor

    @property
    def asked(self) -> tuple[Document, ...]:
        """Overdue documents of which something may be asked for, oldest first."""
        return tuple(d for d in self.documents if d.days_past_due > 0 and d.asked_minor > 0)

    @property
    def disputed_minor(self) -> int:
        """What is contested, due or not."""
        return sum(d.disputed_minor for d in self.documents)


@dataclass(frozen=True, slots=True)
class Priority:
    """score = asked x recoverable x urgency x broken, in minor units (X-37); exact."""

    asked_minor: int
    recoverable: Fraction
    urgency: Fraction
    broken: Fraction  # 1 unless a promise was broken
    score: Fraction
    in_base: Fraction | None  # the same in base currency units; None without a rate


@dataclass(frozen=True, slots=True)
class Owner:
    """The post that is responsible, and who holds it ("" where nobody knows)."""

    post: Post
    name: str
    is_takeover: bool = False  # overdue too long too often (R003-87)


@dataclass(frozen=True, slots=True)
class Person:
    """Whom to call; nothing beyond what a call needs (R-LAW-13)."""

    name: str
    role: str
    title: str
    phone: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: one company, customer and currency, in its most important section.

    why: how it came into its section; actions: what to do, first things first, `main`
    the one that its section asks for;
    slot: the next moment a call is allowed (None: not to be called); share and
    cumulative: of all overdue money of the currency, in the order of the list (X-30);
    upcoming: what a reminder ahead is about, and when the first of it falls due.
    """

    account: Account
    section: Section
    why: tuple[Message, ...]
    priority: Priority
    owner: Owner
    main: Message
    actions: tuple[Message, ...]
    deadline: dt.date
    slot: dt.datetime | None
    slot_why: Message | None  # why it is not the very next slot
    reason: Reason | None
    last_contact: ContactEntry | None
    last_paid: dt.date | None = None
    last_paid_minor: int = 0
    sales_minor: int | None = None
    limit_minor: int | None = None
    bills_minor: int = 0
    grade: str = ""
    segment: str = ""
    letter: str = ""
    limitation_days: int | None = None
    promised_on: dt.date | None = None
    promised_minor: int = 0
    is_broken: bool = False
    upcoming_minor: int = 0
    upcoming_on: dt.date | None = None
    cumulative: Fraction | None = None
    person: Person | None = None

    @property
    def party(self) -> Party:
        """Whose debt to whom, in what currency."""
        return self.account.party


@dataclass(frozen=True, slots=True)
class Pareto:
    """How few customers make most of the overdue money of a currency (X-30)."""

    currency: str
    overdue_minor: int
    customers: int  # with overdue money
    needed: int  # the fewest that make `share` of it
    share: Fraction
    urgent: int  # customers in the urgent section
    urgent_minor: int


@dataclass(frozen=True, slots=True)
class Worklist:
    """Rows in order, totals that foot with the aging table, and what was not known."""

    as_of: dt.date
    bucket_names: tuple[tuple[int, int | None], ...]  # first and last day of each
    entries: tuple[Entry, ...]
    pareto: tuple[Pareto, ...]
    notes: tuple[Message, ...] = ()
    is_sales_typed: bool = False  # sales from the sales sheet, else from invoices
    track: str = "department"
