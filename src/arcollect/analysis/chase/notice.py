"""What a letter is, before it has words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from arcollect.analysis.chase.earlier import NOTHING, Earlier
from arcollect.analysis.claims.fee_kept import KeptFee
from arcollect.analysis.claims.fee_steps import FeeStep
from arcollect.errors import Message
from arcollect.register.entries import Party

LEVELS = ("L0", "L1-short", "L1", "L2", "L3", "L4")


@dataclass(frozen=True, slots=True)
class Demand:
    """One document of a letter; demanded_minor excludes the disputed part (U-02)."""

    item: int
    document_no: str
    invoice_no: str
    order_no: str
    contract_no: str
    goods: str
    issue_date: dt.date | None
    delivery_date: dt.date | None
    terms: str
    due_date: dt.date
    days_past_due: int
    amount_minor: int
    open_minor: int
    disputed_minor: int
    demanded_minor: int
    fee_minor: int  # 0 without a basis
    clause: str = ""  # the contract's late-fee clause, "" when unknown
    fee_steps: tuple[FeeStep, ...] = ()
    ground: str = "contract"  # what the fee stands on: contract | lpr | sme


@dataclass(frozen=True, slots=True)
class Offer:
    """What a letter holds out if all it asks for arrives by a day (R000-16, R000-17).

    kind: discount (`share` of the next order's price) or warranty (`months` longer on its
    goods); never anything off the debt. approved_by: whoever of us answers for it (W-16).
    """

    kind: str
    pay_by: dt.date
    approved_by: str
    share: Fraction = Fraction(0)
    months: int = 0


@dataclass(frozen=True, slots=True)
class Notice:
    """One letter: per own company, customer and currency, at one level.

    demand_minor = max(0, sum(demanded) - unapplied_minor): demands are net (U-02).
    For L0 the items are those about to fall due and nothing is demanded yet.
    fee_minor is 0 below L3 (U-22), and while a receipt waits to be matched:
    which item it pays, and so how long each was late, is not yet known.
    """

    company: str
    customer_key: str
    customer: str
    currency: str
    level: str
    table_level: str  # what section 8 says before U-20 capped it
    level_why: tuple[Message, ...]
    items: tuple[Demand, ...]
    gross_minor: int
    unapplied_minor: int
    demand_minor: int
    not_demanded: tuple[tuple[str, int], ...]  # reason -> minor: small, bill, disputed …
    fee_minor: int
    worst_days: int
    deadline: dt.date
    appointment: dt.datetime | None  # L3: next permitted slot (R000-52)
    addressee: str
    addressee_title: str
    cc: tuple[str, ...]  # purchasing and finance contacts of the same customer (R000-31)
    language: str  # "" = the report's
    would_improve: tuple[str, ...]  # names of optional facts that are missing
    address: str = ""  # the customer's postal address
    cc_titles: tuple[str, ...] = ()  # one per cc, "" where unknown
    open_minor: int = 0  # the whole account, as aging shows it
    overdue_minor: int = 0  # of which overdue: demanded and not
    variant: str = ""  # cash-tight | wilful: another wording of the same level (R001-09)
    segment: str = ""  # core | potential | risk | recovery, where known (R003-22)
    customer_type: str = ""  # large | public | sme | other, as the customers sheet says
    credited_minor: int = 0  # of unapplied_minor: our own credit notes
    paid_late: tuple[KeptFee, ...] = ()  # principal paid, contractual fee not (U-22)
    earlier: Earlier = NOTHING  # the letter and the promise that this one cites
    offer: Offer | None = None  # for paying at once, where somebody asked for it
    offer_why: Message | None = None  # what is held out, or why nothing is

    @property
    def party(self) -> Party:
        """Whose debt to whom, in what currency."""
        return self.company, self.customer_key, self.currency

    @property
    def paid_late_minor(self) -> int:
        """The fee of what was paid late: beside the principal and `fee_minor`, never in them."""
        return sum(kept.fee_minor for kept in self.paid_late)


@dataclass(frozen=True, slots=True)
class NoLetter:
    """A customer that gets no letter, and why."""

    company: str
    customer_key: str
    customer: str
    currency: str
    open_minor: int
    overdue_minor: int
    why: Message
    missing: tuple[str, ...] = ()  # mandatory facts (U-21)
    until: dt.date | None = None  # the day from which a letter that waits can be written
    unapplied_minor: int = 0
    not_demanded: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact that is missing: without a mandatory one the document is not demanded."""

    company: str
    customer_key: str
    customer: str
    currency: str
    document: str  # "" when the fact belongs to the customer or the own company
    row: str  # where the document stands: file, sheet, row
    fact: str
    is_mandatory: bool
    amount_minor: int = 0


@dataclass(frozen=True, slots=True)
class Dunning:
    """Letters and non-letters; together they cover every (company, customer, currency)."""

    as_of: dt.date
    written: dt.date  # the date of the letters; deadlines count from it
    notices: tuple[Notice, ...]
    silent: tuple[NoLetter, ...]
    gaps: tuple[Gap, ...] = ()
    balances_on: dt.date | None = None  # the cut-off where it is earlier; days are as-of's
