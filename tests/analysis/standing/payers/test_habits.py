"""When customers pay, and how late, from small ledgers."""

from __future__ import annotations

from fractions import Fraction

from tests.analysis.build import day, ledger

from arcollect.analysis.position import Position, stand
from arcollect.analysis.standing.payers.habits import Habit, habits, paydays
from arcollect.analysis.standing.payers.lateness import Typical
from arcollect.policy import Policy

G07 = """
    customer  date        amount
    甲        2026-01-25  100.00
    甲        2026-02-25  100.00
    甲        2026-03-25  100.00
    甲        2026-04-25  100.00
    甲        2026-05-25  100.00
    甲        2026-06-24  250.00
"""
OPEN = """
    customer  document_no  issue_date  due_date    amount    open
    甲        A9           2026-10-01  2026-12-01  900.00    900.00
"""
SETTLED = """
    customer  document_no  issue_date  due_date    settled_date  amount   disputed  is_disputed
    甲        A1           2026-01-01  2026-02-01  2026-01-31    100.00   -         -
    甲        A2           2026-02-01  2026-03-01  2026-03-11    100.00   -         -
    甲        A3           2026-03-01  2026-04-01  2026-04-21    200.00   -         -
    甲        A4           2026-04-01  2026-05-01  2026-05-31    400.00   -         -
    甲        A5           2026-05-01  2026-06-01  2026-09-09    999.00   -         yes
    甲        A6           2026-06-01  2026-12-01  -             500.00   -         -
    乙        B1           2026-06-01  2026-07-01  -             500.00   -         -
"""


def position(items: str, as_of: str = "2026-11-21", **tables: str) -> Position:
    return stand(ledger(items, **tables), day(as_of), Policy())  # type: ignore[arg-type]


def of(position: Position, key: str = "甲") -> Habit:
    found = {one.party[1]: one for one in habits(position, Policy()).habits}
    return found[key]


def test_g07_in_a_ledger() -> None:
    found = of(position(OPEN, receipts=G07))
    assert found.payday is not None
    assert (found.payday.day, found.payday.next_on) == (25, day("2026-11-25"))
    assert found.payday.is_due(day("2026-11-21"))
    assert (found.payments, found.last_on, found.last_minor) == (6, day("2026-06-24"), 25_000)
    assert paydays(position(OPEN, receipts=G07), Policy()) == {("", "甲", "CNY"): found.payday}


def test_lateness_of_paid_documents() -> None:
    found = of(position(SETTLED))
    # -1, 10, 20 and 30 days; the disputed one and the open one are left out.
    mean = Fraction(-1 * 100 + 10 * 100 + 20 * 200 + 30 * 400, 800)
    assert found.typical == Typical(4, -1, 10, 20, mean, 1)
    assert found.typical.spread == 21
    assert found.open_minor == 50_000


def test_nothing_paid_is_nothing_known() -> None:
    found = of(position(SETTLED), "乙")
    assert (found.payday, found.typical, found.last_on, found.payments) == (None, None, None, 0)


def test_a_ledger_without_payments_says_so() -> None:
    found = habits(position(OPEN), Policy())
    assert not found.shows_payments
    assert [(one.payday, one.typical) for one in found.habits] == [(None, None)]


def test_currencies_and_own_companies_have_habits_of_their_own() -> None:
    receipts = G07.replace("customer  ", "company  currency  customer  ")
    both = "\n".join(
        line.replace("    甲  ", f"    {company}  {currency}  甲  ")
        for company, currency in (("东", "CNY"), ("西", "USD"))
        for line in receipts.splitlines()[2:]
    )
    items = OPEN.replace("customer  ", "company  customer  ").replace("    甲  ", "    东  甲  ")
    found = habits(
        position(items, receipts="\n" + receipts.splitlines()[1] + "\n" + both), Policy()
    )
    keys = {one.party for one in found.habits if one.payday}
    assert keys == {("东", "甲", "CNY"), ("西", "甲", "USD")}


def test_reminders_that_are_due_come_first() -> None:
    receipts = G07 + G07.replace("甲", "乙").split("\n", 2)[2].replace("-25", "-05")
    items = OPEN + OPEN.replace("甲", "乙").split("\n", 2)[2]
    found = habits(position(items, receipts=receipts), Policy()).habits
    assert [one.party[1] for one in found] == ["甲", "乙"]  # the 25th, then 5 December
