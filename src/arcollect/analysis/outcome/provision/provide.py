"""What to book for money that may never come (坏账准备)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from arcollect.analysis.claims.governing import is_prc
from arcollect.analysis.outcome.provision.candidates import (
    Candidate,
    WrittenOff,
    candidates,
    written_off,
)
from arcollect.analysis.outcome.provision.matrix import Matrix, matrix
from arcollect.analysis.outcome.provision.movement import Account, accounts
from arcollect.analysis.outcome.provision.scope import scopes
from arcollect.analysis.outcome.unheard import unheard_of
from arcollect.dates import add_months

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.register.entries import History, Snapshot, SnapshotHead


class Standard(StrEnum):
    """The accounting standard; nobody but the accountant knows which (U-30)."""

    CAS = "cas"  # 企业会计准则第22号
    IFRS = "ifrs"  # IFRS 9
    SMALL = "small"  # 小企业会计准则: no provision


@dataclass(frozen=True, slots=True)
class Provision:
    """Everything about bad debts at the as-of date, in one standard.

    matrices and accounts are empty under the small-business standard: it books nothing
    before a loss has happened (art. 10).
    """

    standard: Standard
    matrices: tuple[Matrix, ...]
    accounts: tuple[Account, ...]
    candidates: tuple[Candidate, ...]
    written_off: tuple[WrittenOff, ...]
    policy: Policy
    unknown: tuple[str, ...] = ()  # names of the policy that the ledger lacks
    is_prc: bool = True  # whether China's tax rules apply


def provide(
    position: Position, policy: Policy, standard: Standard, before: Snapshot | None = None
) -> Provision:
    """The provision by matrix and by debtor, its movement and entries, and write-offs.

    cas and ifrs: lifetime expected loss, simplified approach (R-LAW-11, U-30). small:
    only the lists of what may be written off. Money in minor units per own company and
    currency; movements in base currency. `before`: an earlier state, for loss rates
    where the ledger itself holds no past (see `old_enough`).
    """
    small = standard is Standard.SMALL
    found = () if small else scopes(position, policy)
    matrices = tuple(matrix(position, policy, scope, before) for scope in found)
    rules = policy.provision
    named = (*rules.individual, *(account.company for account in rules.account))
    return Provision(
        standard, matrices, accounts(matrices, policy), candidates(position, policy),
        written_off(position), policy, unheard_of(named, position.ledger),
        is_prc(policy, position.open),
    )  # fmt: skip


def old_enough(history: History, position: Position, policy: Policy) -> SnapshotHead | None:
    """The oldest kept state within the history that has had time to become losses."""
    days = dt.timedelta(days=policy.aging.buckets[-1] + 1)
    since = add_months(position.as_of, -policy.provision.history_months)
    heads = [h for h in history.snapshots if since < h.as_of <= position.as_of - days]
    return min(heads, key=lambda head: head.as_of, default=None)
