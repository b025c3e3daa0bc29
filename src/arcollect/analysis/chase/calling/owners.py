"""Who is responsible for whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from arcollect.analysis.chase.worklist.entry import Account, Owner, Post

if TYPE_CHECKING:
    from arcollect.policy.worklist import WorklistPolicy

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
