"""Who is responsible for whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.chase.worklist.entry import Account, Owner, Post

if TYPE_CHECKING:
    from arcollect.policy.chase.worklist import WorklistPolicy
    from arcollect.register.entries import Party, Snapshot

TAKEOVER_STATES = 3  # kept states in a row (R003-87)
TAKEOVER_SHARE = Fraction(1, 2)  # ours: more than half of the open money overdue
DEPARTMENT = ((30, Post.SALES), (60, Post.SUPERVISOR), (90, Post.FINANCE))
TEAM = ((60, Post.COLLECTOR), (120, Post.TEAM_LEAD))


def post_for(days: int, track: str) -> Post:
    """The post for so many days past due.

    Departments (R003-33): sales to 30, their supervisor to 60, the finance manager to
    90, the legal director from 91. A collection team (R003-34, X-09): collector to 60,
    team lead to 120, director from 121.
    """
    steps, last = (TEAM, Post.DIRECTOR) if track == "team" else (DEPARTMENT, Post.LEGAL)
    return next((post for limit, post in steps if days <= limit), last)


def owner_of(account: Account, rules: WorklistPolicy, *, is_takeover: bool) -> Owner:
    """Who has it: the salesperson's own name, else who holds the post by the policy.

    A customer that stays overdue is taken over by the collection side (R003-87): a
    salesperson no longer has it, however fresh the newest item is.
    """
    post = post_for(account.asked_days or account.worst_days, rules.track)
    if is_takeover and post in {Post.SALES, Post.SUPERVISOR}:
        post = Post.FINANCE
    name = _name(post, account, rules.owners)
    return Owner(post, name, is_takeover)


def _name(post: Post, account: Account, owners: Mapping[str, str]) -> str:
    if post is Post.SALES and account.salesperson:
        return account.salesperson
    return owners.get(str(post), "")


def taken_over(states: Sequence[Snapshot]) -> frozenset[Party]:
    """Who was more than half overdue in each of the last three kept states (R003-87).

    Overdue and open are debits; written-off items are not counted. With fewer than
    three states nobody is.
    """
    last = sorted(states, key=lambda state: state.head.as_of)[-TAKEOVER_STATES:]
    if len(last) < TAKEOVER_STATES:
        return frozenset()
    return frozenset.intersection(*(_mostly_overdue(state) for state in last))


def _mostly_overdue(state: Snapshot) -> frozenset[Party]:
    open_: Counter[Party] = Counter()
    overdue: Counter[Party] = Counter()
    for line in state.lines:
        if line.open_minor <= 0 or line.is_written_off:
            continue
        party = (line.company, line.customer_key, line.currency)
        open_[party] += line.open_minor
        if line.due_date is not None and line.due_date < state.head.as_of:
            overdue[party] += line.open_minor
    return frozenset(p for p, minor in overdue.items() if minor > TAKEOVER_SHARE * open_[p])
