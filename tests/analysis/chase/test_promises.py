"""Promises against the money that came in."""

from __future__ import annotations

import dataclasses
import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.chase.promises import Judged, Kept, Promises, judge, unchecked
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


def test_money_one_day_late_pays_no_more_than_what_is_missing() -> None:
    """Promised for a Friday; of 400.00 on the Saturday 200.00 were missing."""
    came = "    甲公司    2023-07-13  300  -\n    甲公司    2023-07-15  400  -"
    first, second = judged([promise("2023-07-14", 500), promise("2023-07-17", 200)], came)
    assert (first.in_time_minor, first.late_minor, first.days_late) == (30_000, 20_000, 1)
    assert (second.state, second.days_late, second.days_late_rolled) == (Kept.KEPT, 0, 0)


def test_paid_late_in_two_parts_it_is_late_until_the_second() -> None:
    came = "    甲公司    2023-07-17  300  -\n    甲公司    2023-07-19  200  -"
    [one] = judged([promise("2023-07-14", 500)], came, "2023-07-31")
    assert (one.state, one.days_late, one.why.key) == (
        Kept.BROKEN, 5, "promises_why.broken_paid_late",
    )  # fmt: skip
    [still] = judged([promise("2023-07-14", 600)], came, "2023-07-31")
    assert (still.days_late, still.why.key) == (17, "promises_why.broken")


def test_a_withdrawn_promise_stands_until_that_day_and_uses_no_money_after_it() -> None:
    came = "    甲公司    2023-06-19  100  -"
    taken_back = promise("2023-06-20", 100, withdrawn_on=day("2023-07-10"))
    both = [taken_back, promise("2023-06-21", 100)]
    states = {
        as_of: [one.state for one in judged(both, came, as_of)]
        for as_of in ("2023-07-09", "2023-07-10")
    }
    assert states["2023-07-09"] == [Kept.KEPT, Kept.BROKEN]
    assert states["2023-07-10"] == [Kept.WITHDRAWN, Kept.KEPT]


def test_each_party_is_judged_by_its_own_money() -> None:
    theirs = promise("2023-07-14", 100, customer_key="乙公司", customer="乙公司")
    ours, other = judged([promise("2023-07-14", 100), theirs], "    甲公司    2023-07-10  100  -")
    assert (ours.state, other.state) == (Kept.KEPT, Kept.BROKEN)


def test_what_names_its_document_is_used_first() -> None:
    """So that what names none is left for the other promise."""
    both = [promise("2023-07-14", 100, document_no=name) for name in ("XS-1", "XS-2")]
    came = "    甲公司    2023-07-10  100  -\n    甲公司    2023-07-12  100  XS-1"
    assert [one.state for one in judged(both, came)] == [Kept.KEPT, Kept.KEPT]


def test_without_a_ledger_a_promise_is_open_until_its_day_and_then_unknown() -> None:
    history = History(promises=(promise("2023-07-14", 100),))

    def state(as_of: str) -> Kept:
        return unchecked(history, day(as_of), RULES).judged[0].state

    assert (state("2023-07-14"), state("2023-07-15")) == (Kept.OPEN, Kept.UNKNOWN)
    gone = promise("2023-07-14", 100, withdrawn_on=day("2023-07-01"))
    found = unchecked(History(promises=(gone,)), day("2023-07-15"), RULES)
    assert found.judged[0].state is Kept.WITHDRAWN


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


def test_only_what_the_party_owed_when_it_promised_is_compared() -> None:
    """180,000 then and now: what others owe, and what fell due later, changes nothing."""
    items = """
        customer  document_no  company  issue_date  due_date    amount   currency
        甲公司    XS-1         -        2023-03-01  2023-04-11  180,000  CNY
        甲公司    XS-2         -        2023-03-01  2023-06-30   20,000  CNY
        甲公司    XS-3         -        2023-03-01  2023-04-11   20,000  USD
        甲公司    XS-4         二分     2023-03-01  2023-04-11   20,000  CNY
        乙公司    XS-5         -        2023-03-01  2023-04-11   20,000  CNY
        """
    position = stand(ledger(items, cutoff=day("2023-07-18")), day("2023-07-18"), RULES)
    other = dataclasses.replace(contact(50_000), id="c0")
    said = History(
        contacts=(other, contact(180_000)), promises=(promise("2023-07-14", 100, contact="c1"),)
    )
    assert judge(said, position, RULES).judged[0].state is Kept.BROKEN


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


def test_a_ledger_up_to_the_promised_day_can_break_it() -> None:
    book = ledger(ITEMS.format(open="180,000"), receipts=RECEIPTS + OTHER, cutoff=day("2023-07-14"))
    position = stand(book, day("2023-07-18"), RULES)
    [one] = judge(History(promises=(promise("2023-07-14", 500),)), position, RULES).judged
    assert one.state is Kept.BROKEN


@pytest.mark.parametrize(("amount", "held"), [(79_999, 0), (80_000, 1), (500_000, 1)])
def test_a_promise_of_a_small_part_pauses_nothing(amount: int, held: int) -> None:
    """Of 160,000.00 half has to be promised for everybody to wait."""
    found = judged([promise("2023-07-31", amount)])
    party = found[0].promise.party
    waiting = Promises(tuple(found), day("2023-07-18")).holding(party, 160_000_00, Fraction(1, 2))
    assert len(waiting) == held
