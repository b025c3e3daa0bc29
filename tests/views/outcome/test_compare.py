"""What changed, in a few lines."""

from __future__ import annotations

import pytest
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.outcome.compare.comparison import compare
from arcollect.analysis.outcome.compare.evidence import evidence
from arcollect.analysis.outcome.compare.state import state_of
from arcollect.analysis.position import Position, stand
from arcollect.analysis.standing.aging import age
from arcollect.analysis.standing.grade import grade
from arcollect.analysis.standing.ratios import measure
from arcollect.register.entries import Snapshot, SnapshotHead
from arcollect.text import Lang
from arcollect.views.outcome.compare import brief_table

RULES = policy()
ITEMS = """
    customer  document_no  issue_date  due_date    amount  open
    乙        B1           2026-08-01  2026-09-01  50.00   50.00
"""
PAID = "甲        A1           2026-08-01  2026-09-01  100.00  100.00"
RECEIPT = "date  customer  amount  reference\n2026-10-02  丙  7.00  -"


def state(position: Position) -> Snapshot:
    aging = age(position, RULES)
    head = SnapshotHead(str(position.as_of), position.as_of, "", "")
    return state_of(position, head, aging, measure(position, aging, RULES), grade(position, RULES))


@pytest.mark.parametrize(("receipts", "collected"), [("", 0), (RECEIPT, 1)])
def test_what_came_in_is_only_said_where_the_file_says_it(receipts: str, collected: int) -> None:
    """A list of balances alone: 100.00 are gone, and "collected 0.00" would be untrue."""
    first, last = day("2026-10-01"), day("2026-10-31")
    old = stand(ledger(ITEMS + PAID), first, RULES)
    new = stand(ledger(ITEMS, receipts=receipts), last, RULES)
    found = compare(state(old), state(new), RULES.aging.buckets, evidence(new, first))
    labels = list(brief_table(found, Lang.EN).columns[0].values)
    assert sum("ollected" in str(label) for label in labels) == collected
