"""What lateness costs, day by day (违约金)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from arcollect.analysis.claims.fee_bases import Document, FeeBases
from arcollect.analysis.claims.fee_basis import FeeBasis, NoBasis
from arcollect.analysis.claims.fee_steps import FeeStep, Payments, steps_of, total
from arcollect.analysis.claims.yardstick import Yardstick, yardstick
from arcollect.errors import Message, message
from arcollect.money import show

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    import pandas as pd

    from arcollect.analysis.position import Position
    from arcollect.policy import Policy

__all__ = ["FeeStep", "Fees", "ItemFee", "NotCharged", "late_fee", "on_base", "steps_of"]

Row: TypeAlias = "Mapping[Hashable, Any]"
Paid: TypeAlias = dict[int, list[tuple[dt.date, int]]]


@dataclass(frozen=True, slots=True)
class ItemFee:
    """The late fee of one item, with its steps; basis_why says by which right.

    fee_minor is what can still be claimed: what the steps add up to, less
    fee_paid_minor (only where payments are allocated by law). base_minor is 0 where the
    principal was paid late and only the fee remains.
    """

    item: int
    company: str
    customer_key: str
    customer: str
    currency: str
    document_no: str
    due_date: dt.date
    days_past_due: int
    base_minor: int
    scheme: str  # flat | tiered | retroactive
    clause: str
    steps: tuple[FeeStep, ...]
    fee_minor: int
    basis_why: Message
    ground: str = "contract"  # contract | lpr | sme
    fee_paid_minor: int = 0
    yardstick: Yardstick | None = None  # only where the LPR of the breach is known


@dataclass(frozen=True, slots=True)
class NotCharged:
    """Overdue items that nobody may charge for, by reason and currency."""

    why: NoBasis
    currency: str
    count: int
    minor: int


@dataclass(frozen=True, slots=True)
class Fees:
    """All open items with a basis.

    settled: documents whose principal was paid late; their fee stays a claim.
    not_charged: what is late, but nobody may charge for.
    """

    items: tuple[ItemFee, ...]
    settled: tuple[ItemFee, ...] = ()
    not_charged: tuple[NotCharged, ...] = ()


def late_fee(position: Position, policy: Policy) -> Fees:
    """The late fee of every late item that has a basis (U-22, X-02, R-LAW-01).

    Basis: the row's own rate, else one agreed in the policy, else the customer sheet's,
    else what the policy says for all: its clause, LPR with a margin, or the SME rule;
    without one nothing is claimed. Charged days run from the day after the due date (and
    after the days of grace) to the as-of date, or to the day of payment. Base: what was
    unpaid on that day, the disputed part left out; a dated receipt that names the
    document counts from the day after it came in. Credits and items listed apart carry
    no fee. Exact; rounded half up once per item. Minor units.
    """
    apart = position.open["apart"].astype(object) != ""
    overdue = position.open[(position.open["days_past_due"] > 0) & ~apart]
    bases, paid = FeeBases(position.ledger, policy), _dated_payments(position)
    charged: list[ItemFee] = []
    refused: list[tuple[NoBasis, str, int]] = []
    possible = bases.possible(overdue)
    for row in overdue[possible].to_dict("records"):
        basis = bases.of(document_of(row))
        if isinstance(basis, NoBasis):
            refused.append((basis, str(row["currency"]), int(row["open_minor"])))
            continue
        payments = _since_due(paid.get(row["item"], []), row["due_date"].date())
        charged.append(_open_fee(row, basis, payments, bases))
    bare = overdue[~possible]
    codes = zip(bare["currency"].astype(object), bare["open_minor"], strict=True)
    refused += [(NoBasis.NONE, str(code), int(minor)) for code, minor in codes]
    settled = tuple(_settled(position, bases, paid))
    return Fees(tuple(charged), settled, _counted(refused))


def on_base(fee: ItemFee, base_minor: int) -> ItemFee:
    """The same fee where less is owed beyond dispute: the contested part bears none.

    For what was contested outside the ledger; every step's base falls by as much.
    """
    less = fee.base_minor - base_minor
    if less <= 0:
        return fee
    steps = tuple(_lowered(step, less) for step in fee.steps)
    return replace(fee, base_minor=base_minor, steps=steps, fee_minor=total(steps))


def _lowered(step: FeeStep, less: int) -> FeeStep:
    base = max(step.base_minor - less, 0)
    return replace(step, base_minor=base, fee_exact=base * step.rate_per_day * step.days)


def document_of(row: Row) -> Document:
    """The facts of a row that decide about its basis."""
    return Document(
        item=int(row["item"]),
        company=str(row["company"]),
        customer_key=str(row["customer_key"]),
        customer=str(row["customer"]),
        currency=str(row["currency"]),
        due_date=row["due_date"].date(),
    )


def item_fee(
    row: Row, basis: FeeBasis, steps: tuple[FeeStep, ...], bases: FeeBases, *,
    base_minor: int = 0, disputed_minor: int = 0, paid_minor: int = 0,
) -> ItemFee:  # fmt: skip
    """One item with its steps; base 0 is a document whose principal is paid."""
    currency, due = str(row["currency"]), row["due_date"].date()
    days = int((steps[-1].last - due).days) if steps else int(row["days_past_due"])
    return ItemFee(
        item=int(row["item"]),
        company=str(row["company"]),
        customer_key=str(row["customer_key"]),
        customer=str(row["customer"]),
        currency=currency,
        document_no=str(row["document_no"]),
        due_date=due,
        days_past_due=days,
        base_minor=base_minor,
        scheme=basis.scheme,
        clause=basis.clause,
        steps=steps,
        fee_minor=total(steps) - paid_minor,
        basis_why=basis.why(_disputed_out(disputed_minor, currency)),
        ground=str(basis.ground),
        fee_paid_minor=paid_minor,
        yardstick=yardstick(basis, due, currency, steps, bases.lpr, bases.policy.fee.day_basis),
    )


def _open_fee(row: Row, basis: FeeBasis, payments: Payments, bases: FeeBases) -> ItemFee:
    disputed = int(row["disputed_minor"])
    base = int(row["open_minor"]) - disputed
    due, days = row["due_date"].date(), int(row["days_past_due"])
    steps = steps_of(basis, due, days, base, payments, bases.policy.fee.grace_days)
    return item_fee(row, basis, steps, bases, base_minor=base, disputed_minor=disputed)


def _settled(position: Position, bases: FeeBases, paid: Paid) -> Iterator[ItemFee]:
    """Documents paid late, by money that names them or by their settled date."""
    documents = position.documents
    plain = (documents["apart"].astype(object) == "") & ~documents["is_disputed"]
    late = documents[plain & ~documents["is_open"] & (documents["days_late"] > 0)]
    for row in late[bases.possible(late)].to_dict("records"):
        payments = _since_due(paid.get(row["item"], []), row["due_date"].date())
        basis = bases.of(document_of(row)) if payments else NoBasis.NONE
        if isinstance(basis, NoBasis):
            continue
        last, grace = payments[-1][0], bases.policy.fee.grace_days
        if steps := steps_of(basis, row["due_date"].date(), last, 0, payments, grace):
            yield item_fee(row, basis, steps, bases)


def _dated_payments(position: Position) -> Paid:
    """Money in, by item, where a receipt names the document (not FIFO's guesses)."""
    payments = position.payments
    named = payments["how"].isin(["receipt", "settled"]) | (
        (payments["how"] == "reference") & payments["is_cash"]
    )
    found: Paid = defaultdict(list)
    rows: pd.DataFrame = payments[named & payments["date"].notna()]
    columns = (rows["item"], rows["date"].dt.date, rows["amount_minor"])
    for item, day, minor in zip(*columns, strict=True):
        found[int(item)].append((day, int(minor)))
    return found


def _since_due(paid: list[tuple[dt.date, int]], due: dt.date) -> Payments:
    """What came in late, by day past due."""
    late = (((day - due).days, minor) for day, minor in paid)
    return tuple(sorted(pair for pair in late if pair[0] > 0))


def _counted(refused: Iterable[tuple[NoBasis, str, int]]) -> tuple[NotCharged, ...]:
    found: dict[tuple[NoBasis, str], list[int]] = defaultdict(list)
    for why, currency, minor in refused:
        found[why, currency].append(minor)
    return tuple(NotCharged(*key, len(found[key]), sum(found[key])) for key in sorted(found))


def _disputed_out(minor: int, currency: str) -> Message:
    if not minor:
        return message("claims_why.nothing_disputed")
    return message("claims_why.disputed_out", amount=show(minor, currency))
