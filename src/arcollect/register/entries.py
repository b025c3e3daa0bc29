"""Plain records of what was sent, said, promised and disputed; no database in sight.

Amounts are minor units of `currency`. A party is (company, customer_key, currency):
nothing is ever mixed across the three (U-06). `company` is "" where a ledger names none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Party: TypeAlias = tuple[str, str, str]  # company, customer_key, currency
DUNNING = "dunning"
"""The kind of paper that has levels; others neither escalate nor make anybody wait."""

WAYS = ("post", "courier", "email", "hand", "wechat")
"""How a letter goes out; another way is kept as it was typed."""


class LetterState(StrEnum):
    """How far a letter has come; only SENT lets the next one be firmer (U-20)."""

    DRAFTED = "drafted"
    SENT = "sent"
    CANCELLED = "cancelled"


class Channel(StrEnum):
    """How a customer was reached."""

    CALL = "call"
    VISIT = "visit"
    EMAIL = "email"
    SMS = "sms"
    WECHAT = "wechat"
    LETTER = "letter"
    MEETING = "meeting"
    OTHER = "other"


class Reason(StrEnum):
    """Why a customer has not paid, in the words of the log (R002-01, R003-37)."""

    CASH_TIGHT = "cash-tight"
    WILFUL = "wilful"
    STRETCHING = "stretching"  # has the money and keeps it longer (R000-11)
    QUALITY = "quality"
    INVOICE = "invoice"  # no invoice received
    RECONCILE = "reconcile"  # figures differ
    APPROVAL = "approval"  # the boss is away, in approval
    DOWNSTREAM = "downstream"  # waits for its own customer's money
    DELIVERY = "delivery"
    PRICE = "price"
    FORGOTTEN = "forgotten"
    OTHER = "other"


class Proof(StrEnum):
    """What proves a contact (R003-69)."""

    NONE = ""
    RECORDING = "recording"
    VIDEO = "video"
    SIGNATURE = "signature"
    SEND_RECORD = "send-record"  # mail server's or carrier's
    DELIVERY = "delivery"  # signed or arrived: what interrupts limitation
    CHAT = "chat"


@dataclass(frozen=True, slots=True)
class ClaimedItem:
    """One document as a letter claimed it."""

    document_no: str
    due_date: dt.date | None
    open_minor: int
    demanded_minor: int
    fee_minor: int = 0


@dataclass(frozen=True, slots=True)
class OfferEntry:
    """What a letter held out for paying by a day, and who approved it (R000-16, W-16).

    kind: discount | warranty; size: "5%" of the next order's price, or months ("3").
    """

    kind: str
    size: str
    pay_by: dt.date
    approved_by: str


@dataclass(frozen=True, slots=True)
class LetterEntry:
    """One letter: drafted, then perhaps sent or cancelled.

    kind: "dunning" or the name of another paper (stop-supply, statement …); arrived_on:
    proven arrival, what interrupts limitation (民法典 195); run: id of the run.
    """

    number: str  # 催字〔2026〕001号
    company: str
    customer_key: str
    customer: str
    currency: str
    kind: str
    level: str  # L0 … L4, "" for other papers
    as_of: dt.date
    written: dt.date
    deadline: dt.date | None
    demand_minor: int
    fee_minor: int
    items: tuple[ClaimedItem, ...]
    sha256: str
    run: str
    state: LetterState = LetterState.DRAFTED
    sent_on: dt.date | None = None
    by: str = ""  # post, courier, email, hand, wechat …
    tracking: str = ""
    arrived_on: dt.date | None = None
    is_forced: bool = False
    sequence: str = ""  # what counts by itself: 催字〔2026〕 = "催字/2026"
    running: int = 0  # 1, 2, 3 … within the sequence; given once
    offer: OfferEntry | None = None

    @property
    def party(self) -> Party:
        """Whose debt to whom, in what currency."""
        return self.company, self.customer_key, self.currency


@dataclass(frozen=True, slots=True)
class ContactEntry:
    """One contact with a customer: the eight columns of the follow-up sheet (R003-43).

    at: local time; action 催收措施, feedback 客户反馈, next_step 下一步计划; confirmed_minor:
    the debt the customer admitted, None when it did not. corrects: id of the entry that
    this one replaces (nothing is overwritten).
    """

    id: str
    at: dt.datetime
    company: str
    customer_key: str
    customer: str
    currency: str
    channel: Channel
    ours: str = ""  # who of us
    person: str = ""  # who of them
    amount_minor: int = 0
    days_past_due: int = 0
    action: str = ""
    feedback: str = ""
    next_step: str = ""
    next_on: dt.date | None = None
    reason: Reason | None = None
    proof: Proof = Proof.NONE
    proof_ref: str = ""
    confirmed_minor: int | None = None
    is_complaint: bool = False
    pause_until: dt.date | None = None  # a complaint pauses letters until then (R003-89)
    corrects: str = ""
    source: str = ""  # "" typed in, else file and row

    @property
    def party(self) -> Party:
        """Whose debt to whom, in what currency."""
        return self.company, self.customer_key, self.currency


@dataclass(frozen=True, slots=True)
class PromiseEntry:
    """So much by then (付款承诺); kept or broken is judged against receipts on each run."""

    id: str
    company: str
    customer_key: str
    customer: str
    currency: str
    made_on: dt.date
    due_on: dt.date
    amount_minor: int
    document_no: str = ""  # "" = the account as a whole
    person: str = ""
    contact: str = ""  # id of the contact it was made in
    withdrawn_on: dt.date | None = None

    @property
    def party(self) -> Party:
        """Whose debt to whom, in what currency."""
        return self.company, self.customer_key, self.currency


@dataclass(frozen=True, slots=True)
class DisputeEntry:
    """A part that the customer contests: not demanded until it is settled (R003-53)."""

    id: str
    company: str
    customer_key: str
    customer: str
    currency: str
    opened_on: dt.date
    amount_minor: int  # 0 = the whole document, or with no document the whole account
    document_no: str = ""
    reason: str = ""
    owner: str = ""
    closed_on: dt.date | None = None

    @property
    def party(self) -> Party:
        """Whose debt to whom, in what currency."""
        return self.company, self.customer_key, self.currency


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """One monthly statement (对账单) and what came back of it (U-23)."""

    month: str  # 2026-09
    company: str
    customer_key: str
    customer: str
    currency: str
    closing_minor: int
    made_on: dt.date
    sha256: str
    run: str
    sent_on: dt.date | None = None
    slip: str = ""  # "" not returned | agrees | differs
    returned_on: dt.date | None = None
    pays: bool = False  # "confirms and agrees to pay": that interrupts limitation

    @property
    def party(self) -> Party:
        """Whose debt to whom, in what currency."""
        return self.company, self.customer_key, self.currency


@dataclass(frozen=True, slots=True)
class SnapshotLine:
    """One open item, or one unapplied credit (open_minor < 0), as it stood."""

    company: str
    customer_key: str
    customer: str
    currency: str
    document_no: str
    kind: str
    issue_date: dt.date | None
    due_date: dt.date | None
    amount_minor: int
    open_minor: int
    disputed_minor: int
    salesperson: str
    is_written_off: bool = False


@dataclass(frozen=True, slots=True)
class SnapshotHead:
    """When a state was kept, and of which file; kept once per as-of and file (R003-10)."""

    id: str
    as_of: dt.date
    ledger_sha256: str
    run: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """How everything stood at a date."""

    head: SnapshotHead
    lines: tuple[SnapshotLine, ...]
    grades: tuple[tuple[str, str, str], ...] = ()  # company, customer_key, grade
    figures: tuple[tuple[str, str, str], ...] = ()  # name, currency, exact number as text


@dataclass(frozen=True, slots=True)
class RunEntry:
    """One run in the journal (R001-22): what was computed from what; no personal data.

    For `lint` the ledger's hash is that of the texts, and `rows` how many there were.
    """

    id: str
    at: dt.datetime
    command: str
    version: str
    as_of: dt.date
    ledger_sha256: str
    policy_sha256: str
    rows: int
    totals: tuple[tuple[str, int], ...] = ()  # currency -> open minor units
    wrote: int = 0  # letters, or files
    allowed: tuple[tuple[str, str], ...] = ()  # rule of the wording check -> why it may pass


@dataclass(frozen=True, slots=True)
class History:
    """All that is remembered; empty where there is no register yet.

    Entries are in the order they were made. `contacts` holds what holds now: entries that
    another one corrects are left out (the store keeps them).
    """

    letters: tuple[LetterEntry, ...] = ()
    contacts: tuple[ContactEntry, ...] = ()
    promises: tuple[PromiseEntry, ...] = ()
    disputes: tuple[DisputeEntry, ...] = ()
    statements: tuple[StatementEntry, ...] = ()
    snapshots: tuple[SnapshotHead, ...] = ()

    def letters_of(self, party: Party) -> Iterator[LetterEntry]:
        """Every letter of one party, oldest first."""
        return (entry for entry in self.letters if entry.party == party)
