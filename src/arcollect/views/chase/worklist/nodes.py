"""The steps against a high-risk customer, one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from arcollect.register.entries import LetterState
from arcollect.text import Lang, text
from arcollect.views.columns import Columns
from arcollect.views.table import Kind, Table

if TYPE_CHECKING:
    from arcollect.analysis.chase.worklist.brief import Brief
    from arcollect.policy import Policy

_Seen: TypeAlias = Callable[["Brief"], dt.date | None]

STEPS = ("talk",) * 4 + ("press",) * 4 + ("sue",) * 4
"""协商, 催收, 诉讼: the article gives three steps and the number 12; the nodes are ours."""


def nodes_table(one: Brief, policy: Policy, lang: Lang) -> Table | None:
    """Twelve nodes with the day the register knows of; None below high risk (R003-88).

    From `alerts.red_days` on (91, R000-18); days since the oldest open document fell due.
    `worklist.nodes` of the policy replaces our words, one node each; of those nobody knows
    when they were done.
    """
    if one.account.worst_days < policy.alerts.red_days or not one.account.overdue_minor:
        return None
    rows = _rows(one, policy, lang)
    column = Columns("worklist.node_", rows, lang)
    columns = (
        column("no", Kind.COUNT, lambda row: row[0]),
        column("step", Kind.TEXT, lambda row: row[1]),
        column("what", Kind.TEXT, lambda row: row[2], wide=True),
        column("done", Kind.DATE, lambda row: row[3]),
    )
    heading = "worklist.nodes_own" if policy.worklist.nodes else "worklist.nodes"
    note = text(f"{heading}_note", lang, days=policy.alerts.red_days)
    return Table("worklist.nodes", text(heading, lang), columns, notes=(note,))


def _rows(one: Brief, policy: Policy, lang: Lang) -> list[tuple[int, str, str, dt.date | None]]:
    if policy.worklist.nodes:
        return [(n, "", said, None) for n, said in enumerate(policy.worklist.nodes, 1)]
    return [
        (n, text(f"worklist.step_{step}", lang), text(f"worklist.node_{n}", lang), _seen(n, one))
        for n, step in enumerate(STEPS, 1)
    ]


def _seen(number: int, one: Brief) -> dt.date | None:
    """The last day of it since the oldest open document fell due: older debts are not it."""
    asked = _KNOWN.get(number)
    day = asked(one) if asked else None
    late = [d.due_date for d in one.account.documents if d.days_past_due > 0 and d.due_date]
    return day if day and late and day >= min(late) else None


def _confirmed(one: Brief) -> dt.date | None:
    days = (c.at.date() for c in one.contacts if c.confirmed_minor is not None)
    return max(days, default=None)


def _reason(one: Brief) -> dt.date | None:
    return max((c.at.date() for c in one.contacts if c.reason is not None), default=None)


def _promised(one: Brief) -> dt.date | None:
    return max((j.promise.made_on for j in one.promises), default=None)


def _sent(level: str) -> _Seen:
    def day(one: Brief) -> dt.date | None:
        days = (
            letter.sent_on
            for letter in one.letters
            if letter.level == level and letter.state is LetterState.SENT and letter.sent_on
        )
        return max(days, default=None)

    return day


_KNOWN: Mapping[int, _Seen] = {
    1: _confirmed, 2: _reason, 3: _promised, 5: _sent("L2"), 6: _sent("L3"), 11: _sent("L4"),
}  # fmt: skip
