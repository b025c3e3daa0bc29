"""The checklist of one customer: what proves the claim, and what is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from arcollect.analysis.chase.evidence.papers import Kind, Paper
from arcollect.analysis.chase.log.proof import lacks_proof
from arcollect.register.entries import LetterState

if TYPE_CHECKING:
    from arcollect.register.entries import ContactEntry, LetterEntry, StatementEntry


class Status(StrEnum):
    """How a point of the checklist stands."""

    HAVE = "have"
    PART = "part"
    MISSING = "missing"
    LOOK = "look"  # only a look at the paper can tell
    NOT_NEEDED = "not-needed"


@dataclass(frozen=True, slots=True)
class Document:
    """One open document, as far as evidence cares; minor units."""

    item: int
    document_no: str
    invoice_no: str
    contract_no: str
    order_no: str
    currency: str
    issue_date: dt.date | None
    due_date: dt.date | None
    amount_minor: int
    open_minor: int
    days_past_due: int
    terms: str
    fee_clause: str
    delivery_proof: str
    guarantor: str

    @property
    def number(self) -> str:
        """What the document goes by."""
        return self.document_no or self.invoice_no or self.contract_no


@dataclass(frozen=True, slots=True)
class Check:
    """One point: how many of how many there are, in which files, what lacks it.

    files: the electronic copies; recorded: what the ledger or the register says of it.
    """

    key: str
    status: Status
    have: int
    of: int
    files: tuple[str, ...] = ()
    recorded: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Month:
    """One month's statement: "sealed", "sent", "made" or "none" (R000-22)."""

    month: str
    state: str
    sent_on: dt.date | None = None
    returned_on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of one customer, before it is judged."""

    documents: tuple[Document, ...]
    papers: tuple[Paper, ...]
    contacts: tuple[ContactEntry, ...]
    letters: tuple[LetterEntry, ...]
    months: tuple[Month, ...]
    has_fee_rate: bool


def checklist(known: Evidence) -> tuple[Check, ...]:
    """Every point of R000-20 to R000-23, R003-46 and R003-69, in the order of a file.

    Have: each document has its own; part: some have; look: there is a paper, and only
    reading it can tell (a seal, a clause). Identity numbers of consignees are not
    needed and never kept (X-24).
    """
    return tuple(_checks(known))


def statement_months(
    documents: Sequence[Document], statements: Sequence[StatementEntry], as_of: dt.date
) -> tuple[Month, ...]:
    """Each whole month since the oldest open document, and what became of its statement."""
    days = [d.issue_date or d.due_date for d in documents]
    first = min((day for day in days if day is not None), default=None)
    if first is None:
        return ()
    of = {entry.month: entry for entry in statements}
    return tuple(_month(name, of.get(name)) for name in _months(first, as_of))


def _checks(known: Evidence) -> Iterator[Check]:
    contracts = _papers(known, Kind.CONTRACT)
    yield _each(known, "contract", Kind.CONTRACT, lambda d: d.contract_no)
    yield Check("sealed", Status.LOOK if contracts else Status.MISSING, 0, 0)
    yield _recorded(known, "payment_date", lambda d: d.due_date is not None)
    yield _recorded(known, "fee_clause", lambda d: bool(d.fee_clause) or known.has_fee_rate)
    yield Check("jurisdiction", Status.LOOK if contracts else Status.MISSING, 0, 0)
    yield _each(known, "delivery", Kind.DELIVERY, lambda d: d.delivery_proof)
    yield Check("identity", Status.NOT_NEEDED, 0, 0)
    yield _each(known, "invoice", Kind.INVOICE, lambda d: d.invoice_no)
    yield _statements(known)
    yield _calls(known)
    yield _letters(known)
    yield _guarantee(known)
    yield _whole(known, "credit", Kind.CREDIT)


def _each(known: Evidence, key: str, kind: Kind, record: Callable[[Document], str]) -> Check:
    """A paper wanted for each document; a number in the ledger is not the paper."""
    papers = _papers(known, kind)
    named = {number for paper in papers for number in paper.numbers}
    lacking = [d for d in known.documents if not named & _numbers(d)]
    recorded = tuple(dict.fromkeys(filter(None, map(record, known.documents))))
    have = len(known.documents) - len(lacking)
    return Check(
        key,
        _status(have, len(known.documents)),
        have,
        len(known.documents),
        tuple(paper.file.path for paper in papers),
        recorded,
        tuple(d.number for d in lacking),
    )


def _recorded(known: Evidence, key: str, is_known: Callable[[Document], bool]) -> Check:
    """A clause: where the ledger has it everywhere, the contract still has to be read."""
    lacking = [d for d in known.documents if not is_known(d)]
    have = len(known.documents) - len(lacking)
    numbers = tuple(d.number for d in lacking)
    status = _status(have, len(known.documents))
    if status is Status.HAVE:
        status = Status.LOOK
    return Check(key, status, have, len(known.documents), (), (), numbers)


def _statements(known: Evidence) -> Check:
    sealed = [m.month for m in known.months if m.state == "sealed"]
    files = tuple(p.file.path for p in _papers(known, Kind.STATEMENT))
    lacking = tuple(m.month for m in known.months if m.state != "sealed")
    status = _status(len(sealed), len(known.months)) if known.months else Status.NOT_NEEDED
    return Check("statements", status, len(sealed), len(known.months), files, (), lacking)


def _calls(known: Evidence) -> Check:
    proven = [c for c in known.contacts if c.proof and not lacks_proof(c)]
    files = tuple(p.file.path for p in (*_papers(known, Kind.CALL), *_papers(known, Kind.CHAT)))
    lacking = tuple(f"{c.at:%Y-%m-%d}" for c in known.contacts if c not in proven)
    recorded = tuple(c.proof_ref for c in proven if c.proof_ref)
    status = _status(len(proven), len(known.contacts))
    return Check("calls", status, len(proven), len(known.contacts), files, recorded, lacking)


def _letters(known: Evidence) -> Check:
    sent = [one for one in known.letters if one.state is LetterState.SENT]
    arrived = [one for one in sent if one.arrived_on is not None]
    kinds = (Kind.LETTER, Kind.RECEIPT_OF_LETTER)
    files = tuple(p.file.path for kind in kinds for p in _papers(known, kind))
    lacking = tuple(one.number for one in sent if one not in arrived)
    recorded = tuple(one.tracking for one in sent if one.tracking)
    status = _status(len(arrived), len(sent))
    return Check("letters", status, len(arrived), len(sent), files, recorded, lacking)


def _guarantee(known: Evidence) -> Check:
    guarantors = tuple(dict.fromkeys(d.guarantor for d in known.documents if d.guarantor))
    papers = _papers(known, Kind.GUARANTEE)
    if not guarantors and not papers:
        return Check("guarantee", Status.NOT_NEEDED, 0, 0)
    status = Status.HAVE if papers else Status.MISSING
    files = tuple(p.file.path for p in papers)
    return Check("guarantee", status, len(papers), len(guarantors) or 1, files, guarantors)


def _whole(known: Evidence, key: str, kind: Kind) -> Check:
    files = tuple(p.file.path for p in _papers(known, kind))
    return Check(key, Status.HAVE if files else Status.MISSING, len(files), 1, files)


def _papers(known: Evidence, kind: Kind) -> list[Paper]:
    return [paper for paper in known.papers if paper.kind is kind]


def _numbers(document: Document) -> set[str]:
    numbers = {document.document_no, document.invoice_no, document.contract_no, document.order_no}
    return {*numbers, document.delivery_proof} - {""}


def _status(have: int, of: int) -> Status:
    if not have:
        return Status.MISSING
    return Status.HAVE if have >= of else Status.PART


def _month(name: str, entry: StatementEntry | None) -> Month:
    if entry is None:
        return Month(name, "none")
    if entry.slip and entry.returned_on:
        return Month(name, "sealed", entry.sent_on, entry.returned_on)
    return Month(name, "sent" if entry.sent_on else "made", entry.sent_on)


def _months(first: dt.date, as_of: dt.date) -> Iterator[str]:
    """The whole months from `first` on that ended by `as_of`."""
    year, month = first.year, first.month
    after = as_of + dt.timedelta(days=1)
    while (year, month) < (after.year, after.month):
        yield f"{year}-{month:02}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
