"""What lateness costs, day by day (违约金)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from arcollect.analysis.claims.fee_basis import FeeBases, FeeBasis
from arcollect.errors import Message, message
from arcollect.money import round_half_up_div, show

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from arcollect.analysis.position import Position
    from arcollect.policy import Policy


@dataclass(frozen=True, slots=True)
class FeeStep:
    """One row of the calculation: base x rate x days, rounded half up at the item.

    first and last are both charged days; days = last - first + 1.
    fee is exact (a Fraction of minor units): only the item's sum is rounded.
    """

    first: dt.date
    last: dt.date
    days: int
    base_minor: int
    rate_per_day: Fraction
    fee_exact: Fraction


@dataclass(frozen=True, slots=True)
class ItemFee:
    """The late fee of one item, with its steps; basis_why says by which clause."""

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


@dataclass(frozen=True, slots=True)
class Fees:
    """All items with a basis; `without_basis` counts overdue items nobody may charge for."""

    items: tuple[ItemFee, ...]
    without_basis: int
    without_basis_minor: tuple[tuple[str, int], ...]


Payments = tuple[tuple[int, int], ...]
"""(day past due on which money came in, minor units), in order."""


def late_fee(position: Position, policy: Policy) -> Fees:
    """The late fee of every overdue item that has a contractual basis (U-22, X-02).

    Basis: the row's own rate, else the customer sheet's, else the policy's clause when
    its basis is "contract"; without one nothing is claimed. Charged days run from the
    day after the due date (and after the days of grace) to the as-of date. Base: what
    was unpaid on that day, the disputed part left out; a dated receipt that names the
    document counts from the day after it came in. Credits and items listed apart carry
    no fee. Exact; rounded half up once per item. Minor units.
    """
    apart = position.open["apart"].astype(object) != ""
    overdue = position.open[(position.open["days_past_due"] > 0) & ~apart]
    bases, paid = FeeBases(position.ledger, policy), _dated_payments(position)
    charged: list[ItemFee] = []
    for row in overdue[bases.possible(overdue)].to_dict("records"):
        basis = bases.of(row["item"], row["company"], row["customer_key"])
        if basis is not None:
            payments = _since_due(paid.get(row["item"], []), row["due_date"].date())
            charged.append(_item_fee(row, basis, payments, policy.fee.grace_days))
    bare = overdue[~overdue["item"].isin([fee.item for fee in charged])]
    money = bare.groupby(bare["currency"].astype(object))["open_minor"].sum()
    without = tuple((str(code), int(minor)) for code, minor in money.items())
    return Fees(tuple(charged), len(bare), without)


def steps_of(
    basis: FeeBasis, due: dt.date, days: int, base_minor: int, payments: Payments,
    grace_days: int = 0,
) -> tuple[FeeStep, ...]:  # fmt: skip
    """The calculation of one document, one row per rate and per base.

    Day n past due is due + n. Money that came in on day n still bears the fee of that
    day. base_minor is what is open now; earlier days add what was paid since.
    """
    rates = basis.pieces(days)
    cuts = {day for day, _ in payments if grace_days < day < days}
    cuts |= {last for last, _ in rates if last > grace_days}
    steps, first = [], grace_days + 1
    for last in sorted(cuts):
        base = base_minor + sum(money for day, money in payments if first <= day)
        rate = next(rate for end, rate in rates if first <= end)
        steps.append(_step(due, (first, last), base, rate))
        first = last + 1
    return tuple(steps)


def _step(due: dt.date, span: tuple[int, int], base: int, rate: Fraction) -> FeeStep:
    first, last = span
    count = last - first + 1
    return FeeStep(
        due + dt.timedelta(days=first), due + dt.timedelta(days=last), count, base, rate,
        base * rate * count,
    )  # fmt: skip


def _dated_payments(position: Position) -> dict[int, list[tuple[dt.date, int]]]:
    """Money in, by item, where a receipt names the document (not FIFO's guesses)."""
    payments = position.payments
    named = (payments["how"] == "receipt") | (
        (payments["how"] == "reference") & payments["is_cash"]
    )
    found: dict[int, list[tuple[dt.date, int]]] = {}
    rows = payments[named & payments["date"].notna()]
    columns = (rows["item"], rows["date"].dt.date, rows["amount_minor"])
    for item, day, minor in zip(*columns, strict=True):
        found.setdefault(int(item), []).append((day, int(minor)))
    return found


def _since_due(paid: list[tuple[dt.date, int]], due: dt.date) -> Payments:
    """What came in late, by day past due."""
    late = (((day - due).days, minor) for day, minor in paid)
    return tuple(sorted(pair for pair in late if pair[0] > 0))


def _item_fee(
    row: Mapping[Hashable, Any], basis: FeeBasis, payments: Payments, grace_days: int
) -> ItemFee:
    due, days = row["due_date"].date(), int(row["days_past_due"])
    disputed = int(row["disputed_minor"])
    base = int(row["open_minor"]) - disputed
    steps = steps_of(basis, due, days, base, payments, grace_days)
    exact = sum((step.fee_exact for step in steps), Fraction(0))
    return ItemFee(
        item=int(row["item"]),
        company=str(row["company"]),
        customer_key=str(row["customer_key"]),
        customer=str(row["customer"]),
        currency=str(row["currency"]),
        document_no=str(row["document_no"]),
        due_date=due,
        days_past_due=days,
        base_minor=base,
        scheme=basis.scheme,
        clause=basis.clause,
        steps=steps,
        fee_minor=round_half_up_div(exact.numerator, exact.denominator),
        basis_why=basis.why(_disputed_out(disputed, str(row["currency"]))),
    )


def _disputed_out(minor: int, currency: str) -> Message:
    if not minor:
        return message("claims_why.nothing_disputed")
    return message("claims_why.disputed_out", amount=show(minor, currency))
