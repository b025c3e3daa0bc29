"""What the provision looks at: portfolio, individual debts, and what is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.keys import PARTY, Flags, Ints, group_codes, sums
from arcollect.analysis.outcome.own_credits import OUT, is_out, own_credits
from arcollect.analysis.standing.aging import Bucket, due_buckets

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy


@dataclass(frozen=True, slots=True)
class Single:
    """One debtor assessed alone: bad-debt mark, or named by the policy."""

    company: str
    customer_key: str
    customer: str
    currency: str
    why: str  # flag | policy
    open_minor: int
    credits_minor: int

    @property
    def exposure_minor(self) -> int:
        """What may be lost: open less the debtor's own unapplied money. Minor units."""
        return self.open_minor - self.credits_minor


@dataclass(frozen=True, slots=True)
class Scope:
    """The open money of one own company in one currency, each piece in one place.

    open_minor and credits_minor by bucket; undated_minor has no due date and fits no
    bucket; out_minor by reason. portfolio + undated + singles + out = all that is open.
    """

    company: str
    currency: str
    open_minor: tuple[int, ...]
    credits_minor: tuple[int, ...]
    undated_minor: int
    singles: tuple[Single, ...]
    out_minor: tuple[tuple[str, int], ...]

    @property
    def all_open_minor(self) -> int:
        """Everything open: ties out to the aging table."""
        out = sum(minor for _, minor in self.out_minor)
        alone = sum(single.open_minor for single in self.singles)
        return sum(self.open_minor) + self.undated_minor + alone + out


def scopes(position: Position, policy: Policy) -> tuple[Scope, ...]:
    """The open money sorted for the provision, by own company and currency (U-06).

    A customer's own unapplied credits are taken off as `own_credits` says; what is left of
    them is an advance and reduces nobody else's debt (U-11). Always by due date.
    """
    items = position.open
    (of_item,), table = group_codes([items], ["company", "currency"])
    sheet = _Sheet(position, policy, own_credits(position))
    owners = zip(table["company"], table["currency"], strict=True)
    return tuple(
        sheet.scope(company, currency, of_item == n) for n, (company, currency) in enumerate(owners)
    )


class _Sheet:
    """The open items with what is known of each, to be cut by owner."""

    def __init__(self, position: Position, policy: Policy, used: Ints) -> None:
        self.items, self.used = position.open, used
        self.money = self.items["open_minor"].to_numpy(np.int64)
        edges = np.array([0, *policy.aging.buckets], dtype=np.int64)
        bucket = np.searchsorted(edges, self.items["days_past_due"].to_numpy(np.int64))
        self.bucket = np.where(self.items["has_due_date"].to_numpy(bool), bucket, -1)
        self.count = len(edges) + 1
        self.out = is_out(self.items)
        self.why = _assessed_alone(position, policy)
        keys = self.items["customer_key"].astype(object)
        self.alone = keys.isin(list(self.why)).to_numpy(bool) & ~self.out

    def scope(self, company: str, currency: str, mine: Flags) -> Scope:
        """One own company and currency."""
        dated = mine & ~self.out & ~self.alone & (self.bucket >= 0)
        undated = mine & ~self.out & ~self.alone & (self.bucket < 0)
        tiers = self.bucket[dated]
        opened = sums(tiers, self.money[dated], self.count)
        covered = sums(tiers, self.used[dated], self.count)
        return Scope(
            company, currency, tuple(map(int, opened)), tuple(map(int, covered)),
            int(self.money[undated].sum()), tuple(self._singles(mine & self.alone)),
            tuple(self._out(mine & self.out)),
        )  # fmt: skip

    def _singles(self, rows: Flags) -> list[Single]:
        found = self.items[rows]
        (of_item,), table = group_codes([found], PARTY)
        money = sums(of_item, self.money[rows], len(table))
        used = sums(of_item, self.used[rows], len(table))
        names = dict(zip(of_item[::-1], found["customer"].astype(object)[::-1], strict=True))
        return [
            Single(
                company, key, str(names[n]), currency, self.why[key], int(money[n]), int(used[n])
            )
            for n, (company, key, currency) in enumerate(table.itertuples(index=False, name=None))
        ]

    def _out(self, rows: Flags) -> list[tuple[str, int]]:
        reasons = self.items["apart"].astype(object).to_numpy()
        money = [(reason, int(self.money[rows & (reasons == reason)].sum())) for reason in OUT]
        return [(reason, minor) for reason, minor in money if minor]


def _assessed_alone(position: Position, policy: Policy) -> dict[str, str]:
    """Customers that are not in the portfolio: by the policy's list, or a bad-debt mark."""
    found: dict[str, str] = {}
    for frame in (position.ledger.customers, position.ledger.items):
        marked = frame.loc[frame["is_bad_debt"].to_numpy(bool), "customer_key"]
        found |= dict.fromkeys(map(str, marked.unique()), "flag")
    listed = set(policy.provision.individual)
    items = position.open
    for key, name in zip(items["customer_key"], items["customer"], strict=True):
        if listed & {key, name}:
            found[str(key)] = "policy"
    return found


def tiers(policy: Policy) -> tuple[Bucket, ...]:
    """The buckets of the matrix: not due, then those of the aging table."""
    return due_buckets(policy.aging.buckets)
