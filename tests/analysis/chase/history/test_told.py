"""What the register tells the forecast."""

from __future__ import annotations

from tests.analysis.build import day, ledger

from arcollect.analysis.chase.history.told import told
from arcollect.analysis.position import Position, stand
from arcollect.analysis.standing.payers.forecast import forecast
from arcollect.analysis.standing.payers.lines import Not, Promised, Told
from arcollect.policy import Policy
from arcollect.register.entries import DisputeEntry, History, PromiseEntry

PARTY = ("", "甲", "CNY")
ITEMS = """
    customer  document_no  issue_date  due_date    amount
    甲        A1           2026-05-01  2026-07-01  300.00
    甲        A2           2026-05-01  2026-07-20  100.00
"""
PAID = """
    customer  date        amount  reference
    甲        2026-06-20  40.00   -
"""


def stood() -> Position:
    return stand(ledger(ITEMS, receipts=PAID), day("2026-06-30"), Policy())


def promise(due_on: str, withdrawn_on: str = "") -> History:
    days = (day("2026-06-10"), day(due_on))
    withdrawn = day(withdrawn_on) if withdrawn_on else None
    entry = PromiseEntry("p", *PARTY[:2], "甲", "CNY", *days, 100_00, withdrawn_on=withdrawn)
    return History(promises=(entry,))


def test_an_open_promise_with_what_is_still_missing() -> None:
    found = told(stood(), promise("2026-07-08"), Policy())
    assert found.promised == (Promised(PARTY, day("2026-07-08"), 60_00),)
    lines = forecast(stood(), Policy(), found).lines
    on = {line.expected.likely: line.minor for line in lines if line.expected}
    assert on[day("2026-07-08")] == 60_00


def test_broken_and_withdrawn_promises_foretell_nothing() -> None:
    assert told(stood(), promise("2026-06-15"), Policy()).promised == ()
    assert told(stood(), promise("2026-07-08", "2026-06-25"), Policy()).promised == ()


def test_a_dispute_is_laid_on_its_document() -> None:
    entry = DisputeEntry("d", *PARTY[:2], "甲", "CNY", day("2026-06-01"), 50_00, "A2")
    found = forecast(stood(), Policy(), told(stood(), History(disputes=(entry,)), Policy()))
    disputed = [line for line in found.lines if line.why_not is Not.DISPUTED]
    assert [(line.document_no, line.minor) for line in disputed] == [("A2", 50_00)]


def test_an_empty_register_tells_nothing() -> None:
    assert told(stood(), History(), Policy()) == Told()
