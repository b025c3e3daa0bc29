"""For which customers evidence is collected, and what there is of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from arcollect.analysis.asked import is_asked_for
from arcollect.analysis.chase.evidence.checklist import (
    Check,
    Document,
    Evidence,
    Month,
    Status,
    checklist,
    statement_months,
)
from arcollect.analysis.chase.evidence.masking import masked_contact
from arcollect.analysis.chase.evidence.papers import Collected, Paper, Sorted, sort_papers

if TYPE_CHECKING:
    import datetime as dt

    from arcollect.analysis.position import Position
    from arcollect.register.entries import ContactEntry, History, LetterEntry

Who = tuple[str, str]
_FIGURES = ("item", "amount_minor", "open_minor", "days_past_due")
MORE_THAN_DAYS = 90  # R000-19: over 90 days late

_TEXTS = (
    "invoice_no", "contract_no", "order_no", "terms", "fee_clause", "delivery_proof", "guarantor",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pack:
    """The evidence of one customer of one own company."""

    company: str
    customer_key: str
    customer: str
    worst_days: int
    documents: tuple[Document, ...]
    checks: tuple[Check, ...]
    months: tuple[Month, ...]
    contacts: tuple[ContactEntry, ...]
    letters: tuple[LetterEntry, ...]
    papers: tuple[Paper, ...]

    @property
    def missing(self) -> int:
        """How many points are missing or not complete."""
        return sum(c.status in {Status.MISSING, Status.PART} for c in self.checks)


@dataclass(frozen=True, slots=True)
class Packs:
    """All packs, the longest overdue first, and the files that belong to none."""

    packs: tuple[Pack, ...]
    unassigned: tuple[Collected, ...]
    as_of: dt.date


def collect(
    position: Position,
    history: History,
    files: Sequence[Collected] = (),
    customer: str | None = None,
) -> Packs:
    """The evidence of every customer over 90 days late, or of those that are named.

    customer: words in the name, or the code; then lateness does not matter. Files are
    given to a customer by the numbers in their names (`sort_papers`); all open documents
    of every customer count there, so that a file of somebody else is never taken.
    """
    by_customer = _documents(position)
    papers = _sorted(by_customer, files)
    rated = _rated(position)
    wanted = [
        _pack(who, name, documents, _Known(history, papers, rated, position.as_of))
        for who, (name, documents) in by_customer.items()
        if _is_wanted(who[1], name, documents, customer)
    ]
    order = sorted(wanted, key=lambda pack: (-pack.worst_days, pack.customer_key))
    return Packs(tuple(order), papers.unassigned, position.as_of)


def papers_of(position: Position, files: Sequence[Collected]) -> Mapping[Who, Sequence[Paper]]:
    """The files of each customer with open documents, by the numbers in their names."""
    return _sorted(_documents(position), files).papers


def _sorted(
    by_customer: Mapping[Who, tuple[str, list[Document]]], files: Sequence[Collected]
) -> Sorted:
    names = {who: [name] for who, (name, _) in by_customer.items()}
    numbers = {who: _numbers(documents) for who, (_, documents) in by_customer.items()}
    return sort_papers(files, numbers, names)


@dataclass(frozen=True, slots=True)
class _Known:
    history: History
    papers: Sorted
    rated: frozenset[int]
    as_of: dt.date


def _pack(who: Who, name: str, documents: Sequence[Document], known: _Known) -> Pack:
    def mine(entry: ContactEntry | LetterEntry) -> bool:
        return (entry.company, entry.customer_key) == who

    history = known.history
    contacts = tuple(masked_contact(c) for c in history.contacts if mine(c))
    letters = tuple(one for one in history.letters if mine(one))
    slips = [s for s in history.statements if (s.company, s.customer_key) == who]
    months = statement_months(documents, slips, known.as_of)
    papers = tuple(known.papers.papers.get(who, ()))
    rated = all(d.item in known.rated or d.fee_clause for d in documents)
    evidence = Evidence(tuple(documents), papers, contacts, letters, months, rated)
    return Pack(
        *who,
        name,
        max((d.days_past_due for d in documents), default=0),
        tuple(documents),
        checklist(evidence),
        months,
        contacts,
        letters,
        papers,
    )


def _is_wanted(key: str, name: str, documents: Sequence[Document], asked: str | None) -> bool:
    if asked is None:
        return any(d.days_past_due > MORE_THAN_DAYS for d in documents)
    return is_asked_for(asked, name, key)


def _documents(position: Position) -> dict[Who, tuple[str, list[Document]]]:
    opened = position.open
    more = position.ledger.items.loc[opened["item"], list(_TEXTS)].reset_index(drop=True)
    texts = {name: more[name].astype(str).tolist() for name in _TEXTS}
    for name in ("document_no", "currency", "company", "customer_key", "customer"):
        texts[name] = opened[name].astype(str).tolist()
    days = {
        name: opened[name].to_numpy("datetime64[D]").tolist() for name in ("issue_date", "due_date")
    }
    figures = {name: opened[name].tolist() for name in _FIGURES}
    found: dict[Who, tuple[str, list[Document]]] = {}
    for n in range(len(opened)):
        own: dict[str, Any] = {name: column[n] for name, column in (texts | days | figures).items()}
        who, name = (own.pop("company"), own.pop("customer_key")), own.pop("customer")
        found.setdefault(who, (name, []))[1].append(Document(**own))
    return found


def _numbers(documents: Sequence[Document]) -> list[str]:
    every = (
        number
        for d in documents
        for number in (d.document_no, d.invoice_no, d.contract_no, d.order_no, d.delivery_proof)
    )
    return list(dict.fromkeys(filter(None, every)))


def _rated(position: Position) -> frozenset[int]:
    """Documents whose row, or whose customer, has a rate of late fee."""
    items, customers = position.ledger.items, position.ledger.customers
    has = customers["fee_rate_per_day"].notna() | (customers["fee_clause"].astype(object) != "")
    keys = set(customers["customer_key"][has].astype(str))
    rated = items["fee_rate_per_day"].notna() | items["customer_key"].astype(str).isin(keys)
    return frozenset(int(label) for label in items.index[rated.to_numpy(bool)])
