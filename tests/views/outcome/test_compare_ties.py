"""What stands on the boss page ties from then to now."""

from __future__ import annotations

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

RULES = policy(aging={"credits": "separate"})
ITEMS = """
    customer  document_no  issue_date  due_date    amount
    甲        A1           2026-08-01  2026-09-01  100.00
    乙        B1           2026-08-01  2026-09-01  50.00
"""


def state(position: Position) -> Snapshot:
    aging = age(position, RULES)
    head = SnapshotHead(str(position.as_of), position.as_of, "", "")
    return state_of(position, head, aging, measure(position, aging, RULES), grade(position, RULES))


def test_the_few_lines_tie_also_with_money_that_pays_no_document() -> None:
    """7.00 come in for nothing named: what is open stays, the balance is 143.00."""
    first, last = day("2026-10-01"), day("2026-10-31")
    receipts = "date  customer  amount  reference\n2026-10-02  乙  7.00  -"
    old = stand(ledger(ITEMS), first, RULES)
    new = stand(ledger(ITEMS, receipts=receipts), last, RULES)
    found = compare(state(old), state(new), RULES.aging.buckets, evidence(new, first))
    (said,) = brief_table(found, Lang.EN).notes
    assert said.startswith("opening 150.00 + new 0.00 - collected 7.00 = closing 143.00.")
