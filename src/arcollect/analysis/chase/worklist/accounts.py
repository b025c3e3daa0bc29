"""What each party owes, document by document, as the aging table counts it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from arcollect.analysis.chase.worklist.entry import Account, Document
from arcollect.analysis.standing.aging import age
from arcollect.ledger.schema import ItemKind

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.aging import Aging
    from arcollect.ledger.schema import Ledger
    from arcollect.policy import Policy
    from arcollect.register.entries import DisputeEntry, History, Party

_PEOPLE = ("salesperson", "department")
_FROM_ITEMS = ("delivery_date", "delivery_proof", "kind", "dispute_reason", *_PEOPLE)
_FROM_OPEN = (
    "item", "company", "customer_key", "currency", "document_no", "due_date",
    "has_due_date", "days_past_due", "open_minor", "disputed_minor", "apart",
)  # fmt: skip


def aged(position: Position, policy: Policy) -> Aging:
    """The aging table by due date, whatever basis the other tables have."""
    open_ = position.open.assign(
        age_days=position.open["days_past_due"], has_age=position.open["has_due_date"]
    )
    return age(replace(position, open=open_, basis="due"), policy)


def accounts(position: Position, aging: Aging, history: History, policy: Policy) -> list[Account]:
    """One account per (company, customer, currency) of the aging table.

    Disputes of the register are added to those of the ledger. A salesperson or
    department is that of the newest document that names one, else of the customers
    sheet: who has the customer now answers for the old debt too.
    """
    rows = _rows(position)
    by_party: dict[Party, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        by_party[row["company"], row["customer_key"], row["currency"]].append(row)
    disputes = _disputes(history, position.as_of)
    typed = _typed(position.ledger)
    found = []
    for group in aging.groups.to_dict("records"):
        party = (str(group["company"]), str(group["by"]), str(group["currency"]))
        mine = by_party.get(party, [])
        documents = tuple(_document(row, position, policy) for row in mine)
        if contested := disputes.get(party):
            documents = tuple(_contested(documents, contested))
        known = {name: _newest(mine, name) or typed.get((party[1], name), "") for name in _PEOPLE}
        found.append(_account(group, party, documents, known, len(aging.buckets)))
    return found


def _account(
    group: Mapping[Hashable, Any],
    party: Party,
    documents: tuple[Document, ...],
    known: Mapping[str, str],
    buckets: int,
) -> Account:
    asked = [d for d in documents if d.days_past_due > 0 and d.asked_minor > 0]
    minor = max(0, sum(d.asked_minor for d in asked) - int(group["unapplied"]))
    return Account(
        party=party,
        customer=str(group["label"]),
        customer_code=str(group["customer_code"]),
        not_due_minor=int(group["b0"]),
        bucket_minor=tuple(int(group[f"b{n}"]) for n in range(1, buckets)),
        no_due_date_minor=int(group["no_due_date"]),
        open_minor=int(group["open"]),
        unapplied_minor=int(group["unapplied"]),
        overdue_minor=int(group["overdue"]),
        worst_days=int(group["worst_days"]),
        documents=documents,
        asked_minor=minor,
        asked_days=max(d.days_past_due for d in asked) if minor else 0,
        **known,
    )


def _rows(position: Position) -> Iterable[Mapping[str, Any]]:
    known = position.open[list(_FROM_OPEN)].reset_index(drop=True)
    more = position.ledger.items.loc[known["item"], list(_FROM_ITEMS)].reset_index(drop=True)
    joined = known.join(more)
    order = np.argsort(-joined["days_past_due"].to_numpy(np.int64), kind="stable")
    names = list(joined.columns)
    columns = [_values(joined[name].iloc[order]) for name in names]
    return (dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True))


def _values(column: pd.Series) -> list[Any]:
    is_date = column.dtype.kind == "M"
    return list(column.to_numpy("datetime64[D]").tolist() if is_date else column.tolist())


def _document(row: Mapping[str, Any], position: Position, policy: Policy) -> Document:
    return Document(
        number=str(row["document_no"]),
        due_date=row["due_date"],
        days_past_due=int(row["days_past_due"]) if row["has_due_date"] else 0,
        open_minor=int(row["open_minor"]),
        disputed_minor=int(row["disputed_minor"]),
        apart=str(row["apart"]),
        delivery_date=row["delivery_date"],
        is_unconfirmed=_is_unconfirmed(row, position, policy),
        dispute_reason=str(row["dispute_reason"]),
    )


def _is_unconfirmed(row: Mapping[str, Any], position: Position, policy: Policy) -> bool:
    """Delivered more than three days ago and not signed for; only where a file tells."""
    if not {"delivery_date", "delivery_proof"} <= position.ledger.source.has:
        return False
    delivered: dt.date | None = row["delivery_date"]
    if delivered is None or row["delivery_proof"] or row["kind"] != ItemKind.INVOICE:
        return False
    return (position.as_of - delivered).days >= policy.worklist.delivery_days


def _newest(rows: Sequence[Mapping[str, Any]], name: str) -> str:
    """What the newest document says (rows stand oldest due first)."""
    return next((str(row[name]) for row in reversed(rows) if row[name]), "")


def _typed(ledger: Ledger) -> dict[tuple[str, str], str]:
    columns = ["customer_key", *_PEOPLE]
    found: dict[tuple[str, str], str] = {}
    for key, *people in ledger.customers[columns].astype(str).itertuples(index=False):
        found |= {(key, n): p for n, p in zip(_PEOPLE, people, strict=True) if p}
    return found


def _disputes(history: History, as_of: dt.date) -> dict[Party, list[DisputeEntry]]:
    found: dict[Party, list[DisputeEntry]] = defaultdict(list)
    for entry in history.disputes:
        if entry.opened_on <= as_of and (entry.closed_on is None or entry.closed_on > as_of):
            found[entry.party].append(entry)
    return found


def _contested(
    documents: Sequence[Document], disputes: Sequence[DisputeEntry]
) -> Iterable[Document]:
    """Documents with what the register says is contested; never more than is open.

    A dispute about the account as a whole takes the oldest documents first.
    """
    left = {d.id: d.amount_minor or None for d in disputes}
    for document in documents:
        free = document.open_minor - document.disputed_minor
        taken = 0
        for dispute in disputes:
            if dispute.document_no not in {"", document.number}:
                continue
            rest = left[dispute.id]
            took = free - taken if rest is None else min(free - taken, rest)
            left[dispute.id] = None if rest is None else rest - took
            taken += took
        yield replace(document, disputed_minor=document.disputed_minor + taken)
