"""What must hold for any list: locality, time, every overdue item somewhere."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.chase.worklist.entry import Entry, Section
from arcollect.analysis.chase.worklist.known import Known
from arcollect.analysis.chase.worklist.plan import plan
from arcollect.analysis.position import stand
from arcollect.analysis.standing.aging import age

JULY = day("2026-07-18")
RULES = policy(aging={"credits": "separate"})
ORDER = list(Section)
quick = settings(deadline=None, max_examples=15)
debts = st.lists(
    st.tuples(
        st.sampled_from(["甲", "乙", "[/]", "NA"]),
        st.integers(-40, 400),  # days past due
        st.integers(1, 10**7),
    ),
    min_size=1,
    max_size=8,
)
HEAD = "customer  document_no  issue_date  due_date  amount  settled_date"


def row(number: int, debt: tuple[str, int, int], settled: str = "-") -> str:
    who, late, minor = debt
    due = JULY - dt.timedelta(days=late)
    issued = due - dt.timedelta(days=60)
    return f"{who}  D{number}  {issued}  {due}  {minor / 100:.2f}  {settled}"


def listed(rows: list[str]) -> dict[str, Entry]:
    where = stand(ledger("\n".join([HEAD, *rows])), JULY, RULES)
    return {e.account.customer: e for e in plan(where, RULES, Known()).entries}


@quick
@given(debts)
def test_every_overdue_cent_is_in_a_row_with_an_action(found) -> None:
    rows = [row(n, debt) for n, debt in enumerate(found)]
    where = stand(ledger("\n".join([HEAD, *rows])), JULY, RULES)
    answer = plan(where, RULES, Known())
    (total,) = age(where, RULES).totals
    assert sum(e.account.overdue_minor for e in answer.entries) == total.overdue_minor
    assert all(e.actions and e.deadline > JULY for e in answer.entries)
    shares = [e.cumulative for e in answer.entries if e.cumulative is not None]
    assert shares == sorted(shares)
    assert shares[-1:] in ([], [1])


@quick
@given(debts)
def test_another_customer_changes_nothing(found) -> None:
    """8: rows of 甲 are the same with and without the others, but for who is called when."""
    mine = [row(n, debt) for n, debt in enumerate(found) if debt[0] == "甲"]
    others = [row(n + 50, debt) for n, debt in enumerate(found) if debt[0] != "甲"]
    filler = row(99, ("乙", 3, 100))
    alone, together = listed([*mine, filler]).get("甲"), listed([*mine, *others, filler]).get("甲")
    assert _kept(alone) == _kept(together)


def _kept(entry: Entry | None) -> object:
    if entry is None:
        return None
    return entry.account, entry.section, entry.why, entry.priority, entry.actions


@quick
@given(st.integers(-10, 300), st.integers(0, 400), st.integers(1, 10**7))
def test_paying_later_never_helps(late, more, minor) -> None:
    """15: the section is at least as important, the score at least as high."""
    sooner = listed([row(1, ("甲", late, minor))]).get("甲")
    later = listed([row(1, ("甲", late + more, minor))])["甲"]
    assert sooner is not None
    assert ORDER.index(later.section) <= ORDER.index(sooner.section)
    assert later.priority.score >= sooner.priority.score
