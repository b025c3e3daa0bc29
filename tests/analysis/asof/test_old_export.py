"""A file that nobody exported again shows no money that came since."""

from __future__ import annotations

import pytest
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.position import stand

ITEMS = """
    customer  document_no  issue_date  due_date    amount
    甲        A1           2026-08-01  2026-09-30  100.00
"""


@pytest.mark.parametrize(("as_of", "warned"), [("2026-09-01", 0), ("2026-09-02", 1)])
def test_a_month_without_an_entry_is_told(as_of, warned):
    problems = stand(ledger(ITEMS), day(as_of), policy()).problems
    assert [p.said.key for p in problems] == ["standing_why.looks_old"] * warned


def test_a_stated_cut_off_speaks_for_itself():
    position = stand(ledger(ITEMS, cutoff=day("2026-12-31")), day("2026-12-31"), policy())
    assert position.problems == ()
