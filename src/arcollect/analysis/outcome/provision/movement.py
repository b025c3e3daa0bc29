"""From the opening balance to the closing one, and what is booked."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from arcollect.analysis.outcome.provision.matrix import Matrix
from arcollect.analysis.rates import in_base
from arcollect.errors import Message, message
from arcollect.money import exponent, half_up, to_minor

if TYPE_CHECKING:
    from arcollect.policy import Policy


@dataclass(frozen=True, slots=True)
class Movement:
    """opening + charge - reversal - written off + recovered = closing, in base currency."""

    company: str
    currency: str
    opening_minor: int
    charge_minor: int
    reversal_minor: int
    written_off_minor: int
    recovered_minor: int
    closing_minor: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One journal entry; what, debit and credit are keys of the words of provision."""

    company: str
    what: str
    debit: str
    credit: str
    amount_minor: int


@dataclass(frozen=True, slots=True)
class Account:
    """The allowance of one own company: its movement, or what that would need."""

    company: str
    currency: str
    closing_minor: int | None
    movement: Movement | None
    entries: tuple[Entry, ...] = ()
    missing: Message | None = None


def accounts(matrices: tuple[Matrix, ...], policy: Policy) -> tuple[Account, ...]:
    """One allowance per own company, in base currency (U-30, U-06)."""
    companies = sorted({m.scope.company for m in matrices})
    is_only = len(companies) == 1
    return tuple(
        account(company, [m for m in matrices if m.scope.company == company], policy, is_only)
        for company in companies
    )


def account(company: str, matrices: list[Matrix], policy: Policy, is_only: bool) -> Account:  # noqa: FBT001
    """The closing balance and how it was reached; says what is missing otherwise."""
    base = policy.base_currency
    closing, missing = _closing(matrices, policy)
    if closing is None:
        return Account(company, base, None, None, (), missing)
    typed = _typed(company, policy, is_only)
    if typed is None:
        why = message("provision_why.no_opening" if is_only else "provision_why.no_openings")
        return Account(company, base, closing, None, (), why)
    moved = movement(company, base, typed, closing)
    return Account(company, base, closing, moved, entries(moved))


def movement(company: str, currency: str, typed: tuple[int, int, int], closing: int) -> Movement:
    """What has to be charged or reversed to arrive at the closing balance.

    typed: opening, written off, recovered of what was written off before.
    """
    opening, written_off, recovered = typed
    change = closing - (opening - written_off + recovered)
    return Movement(
        company, currency, opening, max(change, 0), max(-change, 0), written_off, recovered, closing
    )


def entries(moved: Movement) -> tuple[Entry, ...]:
    """The journal entries; money back of what was written off takes two (U-30)."""
    rows = (
        ("charge", "impairment", "allowance", moved.charge_minor),
        ("reversal", "allowance", "impairment", moved.reversal_minor),
        ("write_off", "allowance", "receivable", moved.written_off_minor),
        ("restore", "receivable", "allowance", moved.recovered_minor),
        ("collect", "bank", "receivable", moved.recovered_minor),
    )
    return tuple(Entry(moved.company, *row) for row in rows if row[-1])


def _closing(matrices: list[Matrix], policy: Policy) -> tuple[int | None, Message | None]:
    """The closing balance in base currency, or why there is none."""
    total = 0
    for one in matrices:
        if one.loss_minor is None:
            return None, message("provision_why.no_closing", currency=one.scope.currency)
        value = in_base(one.loss_minor, one.scope.currency, policy)
        if value is None and one.loss_minor:
            return None, message("provision_why.no_rate", currency=one.scope.currency)
        exact = (value or 0) * 10 ** exponent(policy.base_currency)
        total += half_up(exact)
    return total, None


def _typed(company: str, policy: Policy, is_only: bool) -> tuple[int, int, int] | None:  # noqa: FBT001
    """Opening, written off, recovered of this company, as somebody typed them in."""
    rules = policy.provision
    own = next((a for a in rules.account if a.company == company), None)
    if own is None and (rules.opening is None or not is_only):
        return None
    source = own or rules

    def minor(amount: Decimal | None) -> int:
        return to_minor(amount or Decimal(0), policy.base_currency)[0]

    return minor(source.opening), minor(source.written_off), minor(source.recovered)
