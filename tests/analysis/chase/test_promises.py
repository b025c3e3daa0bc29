"""Promises against the money that came in."""

from __future__ import annotations

import dataclasses
import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.chase.promises import Judged, Kept, Promises, judge
from arcollect.analysis.position import stand
from arcollect.register.entries import Channel, ContactEntry, History, PromiseEntry

RULES = policy()
ITEMS = """
    customer  document_no  issue_date  due_date    amount   open
    甲公司    XS-1         2023-03-01  2023-04-11  180,000  {open}
"""
OTHER = "    乙公司    2023-07-10  5  -"
RECEIPTS = """
    customer  date        amount  reference
"""


def promise(due: str, amount: int, made: str = "2023-06-10", **more: object) -> PromiseEntry:
    name = f"{due}-{amount}-{more}"
    kept = PromiseEntry(name, "", "甲公司", "甲公司", "CNY", day(made), day(due), amount * 100)
    return dataclasses.replace(kept, **more)  # type: ignore[arg-type]


def judged(
    promises: list[PromiseEntry],
    receipts: str = "    乙公司    2023-06-12  1  -",
    as_of: str = "2023-07-18",
    left: str = "180,000",
) -> list[Judged]:
    came = RECEIPTS + receipts if receipts else ""
    book = ledger(ITEMS.format(open=left), receipts=came, cutoff=day(as_of))
    position = stand(book, day(as_of), RULES)
    return list(judge(History(promises=tuple(promises)), position, RULES).judged)


def test_a_promise_for_a_saturday_ends_on_monday() -> None:
    """G-13: 180,000 by Saturday 2023-07-15, nothing paid."""
    [one] = judged([promise("2023-07-15", 180_000)])
    assert (one.state, one.days_late, one.days_late_rolled) == (Kept.BROKEN, 3, 1)
    assert one.until == day("2023-07-17")


def test_nothing_is_broken_before_the_rolled_day_is_over() -> None:
    [one] = judged([promise("2023-07-15", 180_000)], as_of="2023-07-17")
    assert (one.state, one.days_late) == (Kept.OPEN, 0)


def test_money_on_the_rolled_day_is_in_time() -> None:
    [one] = judged([promise("2023-07-15", 500)], "    甲公司    2023-07-17  500  -")
    assert (one.state, one.in_time_minor, one.missing_minor) == (Kept.KEPT, 50_000, 0)


def test_a_part_in_time_and_the_rest_late() -> None:
    """R000-55: half now; the rest came on Wednesday, two days after Monday."""
    came = "    甲公司    2023-07-14  300  -\n    甲公司    2023-07-19  200  -"
    [one] = judged([promise("2023-07-15", 500)], came, "2023-07-31")
    assert (one.state, one.in_time_minor, one.late_minor) == (Kept.PARTLY, 30_000, 20_000)
    assert (one.days_late, one.days_late_rolled, one.is_unanswered) == (4, 2, False)


def test_two_promises_use_the_receipts_in_order() -> None:
    both = [promise("2023-06-20", 100), promise("2023-07-14", 100)]
    first, second = judged(both, "    甲公司    2023-06-19  150  -")
    assert (first.state, second.state) == (Kept.KEPT, Kept.PARTLY)
    assert second.in_time_minor == 5_000


def test_money_that_names_another_document_is_not_for_this_one() -> None:
    mine = promise("2023-07-14", 100, document_no="XS-1")
    [other] = judged([mine], "    甲公司    2023-07-10  100  XS-9")
    [named] = judged([mine], "    甲公司    2023-07-10  100  XS-9、XS-1")
    assert (other.state, named.state) == (Kept.BROKEN, Kept.KEPT)


def test_a_bill_is_no_payment() -> None:
    book = ledger(
        ITEMS.format(open="180,000"),
        receipts="customer  date  amount  method\n甲公司  2023-07-10  500  bill",
        cutoff=day("2023-07-18"),
    )
    position = stand(book, day("2023-07-18"), RULES)
    [one] = judge(History(promises=(promise("2023-07-14", 500),)), position, RULES).judged
    assert one.state is Kept.BROKEN


def test_money_before_the_promise_does_not_count() -> None:
    [one] = judged([promise("2023-07-14", 100)], "    甲公司    2023-06-09  100  -")
    assert one.state is Kept.BROKEN


def contact(owed: int) -> ContactEntry:
    at = dt.datetime(2023, 6, 10, 14, 30)
    made = ContactEntry("c1", at, "", "甲公司", "甲公司", "CNY", Channel.CALL)
    return dataclasses.replace(made, amount_minor=owed * 100)


def state_without_receipts(owed: int, left: str) -> Kept:
    position = stand(
        ledger(ITEMS.format(open=left), cutoff=day("2023-07-18")), day("2023-07-18"), RULES
    )
    said = promise("2023-07-14", 50_000, contact="c1")
    history = History(contacts=(contact(owed),), promises=(said,))
    return judge(history, position, RULES).judged[0].state


def test_without_receipts_only_an_unchanged_debt_is_a_broken_promise() -> None:
    assert state_without_receipts(180_000, "180,000") is Kept.BROKEN
    assert state_without_receipts(180_000, "130,000") is Kept.UNKNOWN
    assert state_without_receipts(0, "180,000") is Kept.UNKNOWN


@given(
    st.lists(st.tuples(st.integers(1, 28), st.integers(1, 900)), max_size=5),
    st.lists(st.tuples(st.integers(1, 28), st.integers(1, 900)), max_size=5),
)
def test_no_money_is_used_twice(
    promised: list[tuple[int, int]], received: list[tuple[int, int]]
) -> None:
    entries = [
        promise(f"2023-06-{d:02}", amount, "2023-06-01", id=str(n))
        for n, (d, amount) in enumerate(promised)
    ]
    rows = [f"    甲公司    2023-06-{d:02}  {amount}  -" for d, amount in received]
    found = judged(entries, "\n".join(rows) or "    乙公司    2023-06-12  1  -")
    used = sum(one.in_time_minor + one.late_minor for one in found)
    assert used <= sum(amount for _, amount in received) * 100
    assert all(0 <= one.missing_minor <= one.promise.amount_minor for one in found)


def test_an_old_ledger_cannot_break_a_promise() -> None:
    """It ends on 2023-07-12: what came by the 14th is not in it."""
    book = ledger(ITEMS.format(open="180,000"), receipts=RECEIPTS + OTHER, cutoff=day("2023-07-12"))
    position = stand(book, day("2023-07-18"), RULES)
    [one] = judge(History(promises=(promise("2023-07-14", 500),)), position, RULES).judged
    assert (one.state, one.days_late, one.why.facts["day"]) == (Kept.UNKNOWN, 0, day("2023-07-12"))


@pytest.mark.parametrize(("amount", "held"), [(79_999, 0), (80_000, 1), (500_000, 1)])
def test_a_promise_of_a_small_part_pauses_nothing(amount: int, held: int) -> None:
    """Of 160,000.00 half has to be promised for everybody to wait."""
    found = judged([promise("2023-07-31", amount)])
    party = found[0].promise.party
    waiting = Promises(tuple(found), day("2023-07-18")).holding(party, 160_000_00, Fraction(1, 2))
    assert len(waiting) == held
