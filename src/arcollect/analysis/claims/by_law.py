"""Late fees with every payment allocated by law instead of as booked."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from arcollect.analysis.claims.allocation import Debt, Payment, Share, allocate
from arcollect.analysis.claims.fee_bases import FeeBases
from arcollect.analysis.claims.fee_basis import FeeBasis
from arcollect.analysis.claims.late_fee import ItemFee, document_of, item_fee

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    import pandas as pd

    from arcollect.analysis.position import Position
    from arcollect.policy import Policy

_Party: TypeAlias = tuple[str, str, str]  # company, customer_key, currency
_DESIGNATED = frozenset({"receipt", "reference", "settled"})


@dataclass(frozen=True, slots=True)
class Allocated:
    """One share of one payment, with the document it settled."""

    share: Share
    customer: str
    document_no: str
    currency: str


@dataclass(frozen=True, slots=True)
class LawBalance:
    """What is left of one document by law, beside what the books say. Minor units."""

    item: int
    customer: str
    document_no: str
    currency: str
    due_date: dt.date
    booked_minor: int
    principal_minor: int
    fee_minor: int  # 0 without a basis
    fee_paid_minor: int


@dataclass(frozen=True, slots=True)
class LawFees:
    """Fees, shares and balances; left_over: money that no debt was left for, by currency."""

    items: tuple[ItemFee, ...]
    shares: tuple[Allocated, ...]
    balances: tuple[LawBalance, ...]
    left_over: tuple[tuple[str, int], ...]


def fees_by_law(position: Position, policy: Policy) -> LawFees:
    """What would be owed if payments were allocated by 民法典 560 and 561 (R-LAW-03).

    Every dated payment that the ledger knows, unapplied receipts too, is laid on the
    documents of its own company, customer and currency anew. For each of them principal by
    law less principal as booked is what payments settled of the fee instead, less what
    was unapplied. Documents listed apart or without a due date stay as booked.
    """
    bases = FeeBases(position.ledger, policy)
    debts, rows = _debts(position, bases)
    owner = {debt.item: party for party, own in debts.items() for debt in own}
    payments = _payments(position, owner)
    shares: list[Share] = []
    left_over: dict[str, int] = defaultdict(int)
    for party, own in debts.items():
        made, rest = allocate(own, payments.get(party, ()))
        shares += made
        left_over[party[2]] += rest
    every = [debt for own in debts.values() for debt in own]
    return LawFees(
        tuple(_fees(every, rows, bases, position.as_of)),
        tuple(_named(share, rows[share.item]) for share in shares),
        tuple(_balance(debt, rows[debt.item], position.as_of) for debt in every),
        tuple(sorted((code, minor) for code, minor in left_over.items() if minor)),
    )


def _debts(
    position: Position, bases: FeeBases
) -> tuple[dict[_Party, list[Debt]], dict[int, Mapping[Hashable, Any]]]:
    """Every plain document as it stood before the payments we know of."""
    documents = position.documents
    plain = documents[documents["apart"].astype(object) == ""]
    open_ = position.open.set_index("item")["disputed_minor"]
    dated = position.payments[position.payments["date"].notna()]
    paid = dated.groupby("item")["amount_minor"].sum()
    debts: dict[_Party, list[Debt]] = defaultdict(list)
    rows: dict[int, Mapping[Hashable, Any]] = {}
    for row in plain.sort_values(["due_date", "item"]).to_dict("records"):
        item, found = int(row["item"]), bases.of(document_of(row))
        debt = Debt(
            item,
            row["due_date"].date(),
            int(row["open_minor"]) + int(paid.get(item, 0)),
            int(open_.get(item, 0)),
            found if isinstance(found, FeeBasis) else None,
            bases.policy.fee.grace_days,
        )
        debts[_party(row)].append(debt)
        rows[item] = row
    return debts, rows


def _payments(position: Position, owner: Mapping[int, _Party]) -> dict[_Party, list[Payment]]:
    found: dict[_Party, list[Payment]] = defaultdict(list)
    dated = position.payments[position.payments["date"].notna()]
    for row in dated.to_dict("records"):
        item, minor = int(row["item"]), int(row["amount_minor"])
        if item in owner:
            is_cash = bool(row["is_cash"])
            named = item if row["how"] in _DESIGNATED or not is_cash else None
            found[owner[item]].append(Payment(row["date"].date(), minor, named, is_cash))
    credits_ = position.credits
    is_free = (credits_["kind"] == "receipt") & (credits_["unapplied_minor"] > 0)
    for row in credits_[is_free & credits_["date"].notna()].to_dict("records"):
        day, minor = row["date"].date(), int(row["unapplied_minor"])
        found[_party(row)].append(Payment(day, minor))
    return found


def _fees(
    debts: list[Debt], rows: Mapping[int, Mapping[Hashable, Any]], bases: FeeBases, as_of: dt.date
) -> Iterator[ItemFee]:
    for debt in debts:
        steps = tuple(step for step in debt.steps(as_of) if step.base_minor)
        if debt.basis is None or not steps:
            continue
        base = max(debt.principal_minor - debt.disputed_minor, 0)
        yield item_fee(
            rows[debt.item], debt.basis, steps, bases, base_minor=base,
            disputed_minor=debt.disputed_minor, paid_minor=debt.fee_paid_minor,
        )  # fmt: skip


def _named(share: Share, row: Mapping[Hashable, Any]) -> Allocated:
    return Allocated(share, str(row["customer"]), str(row["document_no"]), str(row["currency"]))


def _balance(debt: Debt, row: Mapping[Hashable, Any], as_of: dt.date) -> LawBalance:
    return LawBalance(
        debt.item,
        str(row["customer"]),
        str(row["document_no"]),
        str(row["currency"]),
        debt.due,
        int(row["open_minor"]),
        debt.principal_minor,
        debt.fee_due(as_of),
        debt.fee_paid_minor,
    )


def _party(row: Mapping[Hashable, Any] | pd.Series) -> _Party:
    return str(row["company"]), str(row["customer_key"]), str(row["currency"])
