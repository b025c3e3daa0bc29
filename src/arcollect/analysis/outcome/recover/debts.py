"""Which debts are old or red enough to decide about, and what is known of the debtor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.asked import is_asked_for
from arcollect.analysis.keys import PARTY, group_codes, largest, sums
from arcollect.analysis.outcome.recover.known import Knowledge, Known
from arcollect.analysis.standing.pool import RED_FLAGS

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.claims.late_fee import Fees
    from arcollect.analysis.claims.limits.limitation import Limit, Limits
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.policy.outcome.recover import Case

BAD_DEBT = "bad-debt"
_APART = frozenset({"small", "related", "retention", "red-blue", "bill"})


@dataclass(frozen=True, slots=True)
class Debt:
    """What one party owes overdue, in minor units of `currency`.

    principal = overdue open items less the disputed part and unapplied credits, 0 at
    least (U-02); fee: the late fee that has a basis; claim = principal + fee (U-31).
    flags: red flags of the customers sheet, and "bad-debt".
    """

    company: str
    customer_key: str
    customer: str
    currency: str
    worst_days: int
    flags: tuple[str, ...]
    overdue_minor: int
    disputed_minor: int
    credits_minor: int
    fee_minor: int
    known: Known
    limit: Limit | None = None  # the document whose limitation ends first

    @property
    def principal_minor(self) -> int:
        """What is demanded without fee."""
        return max(0, self.overdue_minor - self.disputed_minor - self.credits_minor)

    @property
    def claim_minor(self) -> int:
        """What a court would be asked for."""
        return self.principal_minor + self.fee_minor


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose debts, what is typed in about that customer, and when limitation ends.

    payables: what we owe a party by our own payables (R003-90), minor units; what somebody
    typed in comes before it.
    """

    customer: str = ""
    typed: Case | None = None
    limits: Limits | None = None
    payables: Mapping[tuple[str, str, str], int] = field(default_factory=dict)


def debts(
    position: Position,
    fees: Fees,
    policy: Policy,
    asked: Asked,
) -> list[Debt]:
    """The debts to decide about, largest principal first within each currency.

    At least `recover.min_days` (181) past due, or a red flag, or marked as bad debt
    (R000-33, X-11). With a customer asked for (part of the name, or the code) all of its
    overdue debts, whatever their age. Small differences, related parties, retention not
    due and bills in hand are not among them; written-off debts still chased are (U-07).
    """
    found = [
        debt
        for debt in _all(position, fees, policy, asked)
        if (
            is_asked_for(asked.customer, debt.customer, debt.customer_key)
            if asked.customer
            else _counts(debt, policy)
        )
    ]
    return sorted(found, key=lambda d: (d.currency, -d.principal_minor, d.customer_key))


def _counts(debt: Debt, policy: Policy) -> bool:
    return debt.worst_days >= policy.recover.min_days or bool(debt.flags)


def _all(position: Position, fees: Fees, policy: Policy, asked: Asked) -> Iterator[Debt]:
    """Every party with overdue money, and what it owes."""
    late = _overdue(position.open)
    (of_item, of_credit), table = group_codes([late, position.credits], PARTY)
    count = len(table)
    overdue = sums(of_item, late["open_minor"].to_numpy(np.int64), count)
    disputed = sums(of_item, late["disputed_minor"].to_numpy(np.int64), count)
    credits_ = sums(of_credit, position.credits["unapplied_minor"].to_numpy(np.int64), count)
    worst = largest(of_item, late["days_past_due"].to_numpy(np.int64), count)
    names = dict(zip(of_item[::-1], late["customer"].astype(object)[::-1], strict=True))
    flags, charged, ends = _flags(position), _fees(fees), _limits(asked.limits)
    known = Knowledge(position.ledger.customers, policy, asked.typed)
    for n, party in enumerate(table.itertuples(index=False, name=None)):
        if overdue[n]:
            company, key, currency = party
            yield Debt(
                company, key, str(names[n]), currency, int(worst[n]), flags.get(key, ()),
                int(overdue[n]), int(disputed[n]), int(credits_[n]), charged.get(party, 0),
                _owing(known.of(key, str(names[n]), currency), asked.payables.get(party)),
                ends.get(party),
            )  # fmt: skip


def _owing(known: Known, payable: int | None) -> Known:
    """With what the payables say, where nobody typed in how much we owe."""
    return known if known.payables_minor is not None else replace(known, payables_minor=payable)


def _overdue(items: pd.DataFrame) -> pd.DataFrame:
    apart = items["apart"].astype(object).isin(_APART)
    return items[(items["days_past_due"] > 0) & ~apart]


def _fees(fees: Fees) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = {}
    for fee in fees.items:
        party = (fee.company, fee.customer_key, fee.currency)
        found[party] = found.get(party, 0) + fee.fee_minor
    return found


def _limits(limits: Limits | None) -> dict[tuple[str, ...], Limit]:
    """Of every party the document whose limitation ends first."""
    known = [one for one in limits.limits if one.days_left is not None] if limits else []
    first: dict[tuple[str, ...], Limit] = {}
    for one in sorted(known, key=lambda one: one.days_left or 0):
        first.setdefault((one.company, one.customer_key, one.currency), one)
    return first


def _flags(position: Position) -> dict[str, tuple[str, ...]]:
    """Red flags by customer, from the customers sheet and the bad-debt marks."""
    customers, items = position.ledger.customers, position.ledger.items
    found: dict[str, set[str]] = {}
    for key, words in zip(customers["customer_key"], customers["flags"], strict=True):
        red = {word.strip() for word in str(words).split(";")} & RED_FLAGS
        found.setdefault(str(key), set()).update(red)
    for frame in (customers, items):
        for key in frame.loc[frame["is_bad_debt"].to_numpy(bool), "customer_key"].unique():
            found.setdefault(str(key), set()).add(BAD_DEBT)
    return {key: tuple(sorted(flags)) for key, flags in found.items() if flags}
