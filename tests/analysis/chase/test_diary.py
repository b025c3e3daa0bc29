"""One call at a time."""

from __future__ import annotations

import datetime as dt

from tests.analysis.build import day, ledger, policy

from arcollect.analysis.chase.worklist.entry import Entry
from arcollect.analysis.chase.worklist.known import Known
from arcollect.analysis.chase.worklist.plan import plan
from arcollect.analysis.position import stand
from arcollect.policy import Policy

HEAD = "customer  document_no  issue_date  due_date  amount  currency  salesperson"
TUESDAY = "2023-07-18"


def listed(count: int, as_of: str, minutes: int = 15, extra: str = "") -> tuple[Entry, ...]:
    """So many customers of one salesperson, each 5 days late, the first owes most."""
    due = day(as_of) - dt.timedelta(days=5)
    rows = [f"客{n:02}  A{n}  2023-01-01  {due}  {1000 - n}.00  CNY  张三" for n in range(count)]
    rules = policy(aging={"credits": "separate"}, worklist={"call_minutes": minutes})
    where = stand(ledger("\n".join([HEAD, *rows, *filter(None, [extra])])), day(as_of), rules)
    return plan(where, rules, Known()).entries


def moments(entries: tuple[Entry, ...]) -> list[str]:
    return [f"{e.slot:%m-%d %H:%M}" for e in entries if e.slot is not None]


def test_calls_stand_apart_in_the_order_of_the_list() -> None:  # G-12 holds for the first
    assert moments(listed(3, TUESDAY)) == ["07-19 10:00", "07-19 10:15", "07-19 10:30"]


def test_a_window_ends_at_noon_and_a_day_at_five() -> None:
    found = listed(18, TUESDAY)
    assert moments(found)[7:9] == ["07-19 11:45", "07-19 15:00"]
    assert moments(found)[15:] == ["07-19 16:45", "07-20 10:00", "07-20 10:15"]
    assert [e.slot_why.key for e in found[16:] if e.slot_why] == ["worklist_why.day_full"] * 2
    assert all(e.slot_why is None for e in found[:16])


def test_friday_runs_over_into_monday_afternoon() -> None:  # R000-52
    assert moments(listed(9, "2023-07-20"))[7:] == ["07-21 11:45", "07-24 15:00"]


def test_the_minutes_are_the_company_s() -> None:
    assert moments(listed(3, TUESDAY, 60)) == ["07-19 10:00", "07-19 11:00", "07-19 15:00"]
    assert moments(listed(2, TUESDAY, 0)) == ["07-19 10:00"] * 2
    assert Policy().worklist.call_minutes == 15


def test_two_people_call_at_the_same_time() -> None:
    other = f"他  B1  2023-01-01  {day(TUESDAY) - dt.timedelta(days=5)}  1.00  CNY  李四"
    assert moments(listed(1, TUESDAY, extra=other)) == ["07-19 10:00"] * 2


def test_two_currencies_of_a_customer_are_one_call() -> None:  # R003-42
    same = f"客00  B1  2023-01-01  {day(TUESDAY) - dt.timedelta(days=5)}  1.00  USD  张三"
    found = listed(2, TUESDAY, extra=same)
    slots = {e.party[1:]: e.slot for e in found}
    assert slots["客00", "CNY"] == slots["客00", "USD"] == dt.datetime(2023, 7, 19, 10)
