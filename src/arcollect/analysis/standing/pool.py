"""The few names to start with (重点催收池)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.keys import PARTY, group_codes, largest, sums
from arcollect.analysis.rates import in_base, rate
from arcollect.errors import Message, message
from arcollect.money import show

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.position import Position
    from arcollect.policy import Policy

RED_FLAGS = frozenset(
    {
        "lost", "refuses", "bankrupt", "wilful", "dishonest-list", "transfer-risk",
        "litigation",
    }
)  # fmt: skip
"""Flags of the customers sheet that qualify at any age (X-07, R000-33, R003-26)."""
STOP_FLAGS = frozenset({"wilful", "refuses", "bankrupt", "lost"})
"""Those for which supply is to be stopped, not only secured (R002-10)."""


@dataclass(frozen=True, slots=True)
class PoolMember:
    """One customer of the focus pool, with the reason, worst first."""

    company: str
    customer_key: str
    customer: str
    currency: str
    overdue_minor: int
    worst_days: int
    reason: Message
    cumulative_share: float  # of the overdue money that counts, this row included


@dataclass(frozen=True, slots=True)
class Counted:
    """Of which money the shares of a currency are: overdue less what is listed apart."""

    currency: str
    overdue_minor: int  # all of it, as in the aging
    apart_minor: int  # of that listed apart (U-05): not in the shares


@dataclass(frozen=True, slots=True)
class Pool:
    """Members in order; `left_out` qualified, but fell to the cap of 80 % or 30 names."""

    members: tuple[PoolMember, ...]
    left_out: tuple[PoolMember, ...] = ()
    not_tested: tuple[str, ...] = ()  # currencies without a rate to base
    counted: tuple[Counted, ...] = ()  # one per currency that has members


@dataclass(frozen=True, slots=True)
class _Party:
    """Who owes whom in which currency: how much is late (minor units), and how long.

    owed, asked: everything open, and what is overdue, after unapplied money.
    """

    company: str
    customer_key: str
    customer: str
    currency: str
    overdue_minor: int
    worst_days: int
    owed_minor: int
    asked_minor: int


def focus(position: Position, policy: Policy) -> Pool:
    """Who belongs to the focus pool: X-07, capped by U-14.

    In: over 90 days late (>= 91), or >= 61 days and at least 100,000 overdue in base
    currency, or a red flag of the customers sheet. Per currency the largest overdue
    come first, and the list ends with the name that reaches 80 % of all overdue money,
    or with the 30th. Items listed apart (U-05) do not count, nor does a party whose
    unapplied receipts and credits cover what is overdue: nothing can be asked for (U-02).
    A currency without a rate is not tested for the amount.
    """
    plain = position.open[position.open["apart"].astype(object) == ""]
    parties = _parties(plain, position.credits)
    flags = _flags(position.ledger.customers)
    members: list[PoolMember] = []
    left_out: list[PoolMember] = []
    for currency in sorted({party.currency for party in parties}):
        ranked = [party for party in parties if party.currency == currency]
        inside, outside = _capped(ranked, flags, policy)
        members += inside
        left_out += outside
    untested = {p.currency for p in parties if rate(p.currency, policy) is None}
    counted = _counted(position.open, {member.currency for member in members})
    return Pool(tuple(members), tuple(left_out), tuple(sorted(untested)), counted)


def _counted(items: pd.DataFrame, currencies: set[str]) -> tuple[Counted, ...]:
    late = items[items["days_past_due"] > 0]
    of_all = late["currency"].astype(object)
    is_apart = late["apart"].astype(object) != ""
    money = late["open_minor"]
    return tuple(
        Counted(c, int(money[of_all == c].sum()), int(money[(of_all == c) & is_apart].sum()))
        for c in sorted(currencies)
    )


def _parties(items: pd.DataFrame, credits_: pd.DataFrame) -> list[_Party]:
    """Overdue money (minor units) and worst days, largest first."""
    (of_item, of_credit), table = group_codes([items, credits_], PARTY)
    days = items["days_past_due"].to_numpy(np.int64)
    debit = items["open_minor"].to_numpy(np.int64)
    money = np.where(days > 0, debit, 0)
    overdue, worst = sums(of_item, money, len(table)), largest(of_item, days, len(table))
    less = sums(of_credit, credits_["unapplied_minor"].to_numpy(np.int64), len(table))
    figures = np.stack([overdue, worst, sums(of_item, debit, len(table)) - less, overdue - less])
    names = items["customer"].astype(object).to_numpy()
    first = dict(zip(*np.unique(of_item, return_index=True), strict=True))
    rows = list(zip(table["company"], table["customer_key"], table["currency"], strict=True))
    found = [
        _Party(*rows[n][:2], str(names[at]), rows[n][2], *figures[:, n].tolist())
        for n, at in first.items()
    ]
    return sorted(found, key=lambda p: (-p.overdue_minor, -p.worst_days, p.customer_key))


def _capped(
    ranked: list[_Party], flags: dict[str, list[str]], policy: Policy
) -> tuple[list[PoolMember], list[PoolMember]]:
    all_overdue = sum(party.overdue_minor for party in ranked)
    members: list[PoolMember] = []
    left_out: list[PoolMember] = []
    running = 0
    for party in ranked:
        reason = _reason(party, flags.get(party.customer_key, []), policy)
        if reason is None:
            continue
        full = len(members) >= policy.pool.max_names or _reached(running, all_overdue, policy)
        running += party.overdue_minor
        share = float(Fraction(running, all_overdue)) if all_overdue else 0.0
        member = _member(party, reason, share)
        (left_out if full else members).append(member)
    return members, left_out


def _reached(running: int, all_overdue: int, policy: Policy) -> bool:
    return running > 0 and running >= policy.pool.share * all_overdue


def _reason(party: _Party, flags: list[str], policy: Policy) -> Message | None:
    pool = policy.pool
    if flags and party.owed_minor > 0:
        return message("standing_why.pool_flag", flags=_flag_words(flags))
    if party.asked_minor <= 0:
        return None
    if party.worst_days >= pool.min_days:
        return message("standing_why.pool_days", days=party.worst_days)
    in_money = in_base(party.overdue_minor, party.currency, policy)
    if in_money is None or party.worst_days < pool.large_min_days:
        return None
    if in_money < Fraction(pool.large_amount):
        return None
    overdue = show(party.overdue_minor, party.currency)
    return message("standing_why.pool_large", days=party.worst_days, amount=overdue)


def _flag_words(flags: list[str]) -> list[Message]:
    return [message(f"standing_why.flag_{flag.replace('-', '_')}") for flag in flags]


def _member(party: _Party, reason: Message, share: float) -> PoolMember:
    return PoolMember(
        party.company, party.customer_key, party.customer, party.currency,
        party.overdue_minor, party.worst_days, reason, share,
    )  # fmt: skip


def _flags(customers: pd.DataFrame) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    pairs = zip(customers["customer_key"], customers["flags"], strict=True)
    for key, text in pairs:
        words = {word.strip() for word in str(text).split(";")} & RED_FLAGS
        if words:
            found.setdefault(str(key), []).extend(sorted(words))
    return found
