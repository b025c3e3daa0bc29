"""Limitation: G-23 by hand, and what interrupts it."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.claims.limits.clock import Event, Kind, run
from arcollect.analysis.claims.limits.limitation import Alarm, Limit, Limits, limitation
from arcollect.analysis.position import stand
from arcollect.register.entries import (
    Channel,
    ClaimedItem,
    ContactEntry,
    History,
    LetterEntry,
    LetterState,
    PromiseEntry,
    Proof,
    StatementEntry,
)

EMPTY = History()
ONE = """
    customer  document_no  issue_date  due_date    amount
    甲公司    XS-1         2023-03-01  2023-04-11  180,000
"""
PARTY = ("", "甲公司", "甲公司", "CNY")


def limits(
    items: str = ONE,
    history: History = EMPTY,
    as_of: str = "2023-08-01",
    receipts: str = "",
    **rules: object,
) -> Limits:
    law = policy(limits=rules, aging={"credits": "fifo"})
    return limitation(stand(ledger(items, receipts=receipts), day(as_of), law), history, law)


def only(found: Limits) -> Limit:
    [one] = found.limits
    return one


def end(found: Limits) -> str:
    clock = only(found).clock
    assert clock is not None
    return clock.end.isoformat()


def letter(arrived: str | None, number: str = "催字〔2023〕001号") -> LetterEntry:
    claimed = ClaimedItem("XS-1", day("2023-04-11"), 18_000_000, 18_000_000)
    return LetterEntry(
        number, "", "甲公司", "甲公司", "CNY", "dunning", "L2", day("2023-07-14"),
        day("2023-07-14"), day("2023-07-21"), 18_000_000, 0, (claimed,), "", "",
        LetterState.SENT, day("2023-07-15"), "courier", "SF1",
        day(arrived) if arrived else None,
    )  # fmt: skip


def contact(proof: Proof, admitted: int | None, name: str = "c1") -> ContactEntry:
    at = dt.datetime(2023, 7, 15, 14, 30)
    made = ContactEntry(name, at, *PARTY, Channel.CALL, proof=proof)
    minor = None if admitted is None else admitted * 100
    return dataclasses.replace(made, confirmed_minor=minor)


def promise(document: str = "XS-1", amount: int = 100) -> PromiseEntry:
    days = day("2023-07-15"), day("2023-08-15")
    return PromiseEntry("p1", *PARTY, *days, amount * 100, document, contact="c1")


def test_three_years_from_the_due_date_and_never_rolled() -> None:
    """G-23a; 2026-04-11 is a Saturday."""
    assert end(limits()) == "2026-04-11"


def test_a_demand_counts_from_the_day_it_arrived() -> None:
    """G-23b."""
    assert end(limits(history=History(letters=(letter("2023-07-18"),)))) == "2026-07-18"


def test_a_letter_not_known_to_have_arrived_is_to_be_proven() -> None:
    found = limits(history=History(letters=(letter(None),)))
    assert (end(found), only(found).perhaps) == ("2026-04-11", day("2026-07-15"))
    assert only(found).unproven[0].kind is Kind.LETTER


def test_a_proven_promise_counts_from_its_day() -> None:
    """G-23c."""
    said = History(contacts=(contact(Proof.RECORDING, None),), promises=(promise(),))
    assert end(limits(history=said)) == "2026-07-15"


def test_a_part_payment_of_the_document_counts() -> None:
    """G-23c."""
    paid = "customer  date  amount  reference\n甲公司  2023-07-15  1,000  XS-1"
    found = limits(receipts=paid)
    assert end(found) == "2026-07-15"


def test_a_payment_that_names_nothing_may_count() -> None:
    """U-28."""
    paid = "customer  date  amount\n甲公司  2023-07-15  1,000"
    found = limits(receipts=paid)
    assert (end(found), only(found).perhaps) == ("2026-04-11", day("2026-07-15"))


def test_the_last_of_february() -> None:
    """G-23d."""
    assert run(day("2024-02-29"), (), 3).end == day("2027-02-28")


def test_the_guarantee_ends_after_six_months_whatever_happens() -> None:
    """G-23e."""
    guaranteed = """
        customer  document_no  issue_date  due_date    amount  guarantor  guarantee_end_date
        甲公司    XS-1         2023-03-01  2023-04-11  180,000  乙公司    {}
    """
    told = History(letters=(letter("2023-07-18"),))
    default = only(limits(guaranteed.format("-"), told)).guarantee
    assert default
    assert (default.end, default.days_left) == (day("2023-10-11"), 71)
    agreed = only(limits(guaranteed.format("2024-04-11"), told)).guarantee
    assert agreed
    assert (agreed.end, agreed.is_agreed) == (day("2024-04-11"), True)


def test_there_is_no_guarantee_without_a_name_or_an_end() -> None:
    assert only(limits()).guarantee is None
    undated = ONE.replace("amount", "amount  guarantor").replace("180,000", "180,000  乙公司")
    assert only(limits(undated)).guarantee
    assert only(limits(undated.replace("2023-04-11", "-"))).guarantee is None


def test_a_guarantee_that_ends_soon_alarms_though_the_claim_does_not() -> None:
    held = ONE.replace("amount", "amount  guarantor").replace("180,000", "180,000  乙公司")
    assert not limits().is_alarming
    found = limits(held, as_of="2023-10-11")  # its last day
    assert (only(found).alarm, found.is_alarming) == (Alarm.FAR, True)


def test_what_cannot_be_proven_is_told_only_where_it_would_change_the_end() -> None:
    told = contact(Proof.NONE, None, "c1"), contact(Proof.NONE, 200_000, "c2")
    later = only(limits(history=History(letters=(letter("2023-07-18"),), contacts=told)))
    assert (later.perhaps, later.unproven) == (None, ())
    never = only(limits(history=History(contacts=told)))
    assert (never.perhaps, len(never.unproven)) == (day("2026-07-15"), 1)


@pytest.mark.parametrize(
    ("as_of", "alarm"),
    [
        ("2025-10-12", Alarm.FAR),  # 181 days left
        ("2025-10-13", Alarm.NEAR),  # 180
        ("2026-01-10", Alarm.NEAR),  # 91
        ("2026-01-11", Alarm.URGENT),  # 90
        ("2026-04-11", Alarm.URGENT),  # the last day
        ("2026-04-12", Alarm.EXPIRED),
    ],
)
def test_colours_change_on_their_days(as_of: str, alarm: Alarm) -> None:
    """R-LAW-05."""
    assert only(limits(as_of=as_of)).alarm is alarm


def test_what_comes_after_the_end() -> None:
    """A demand is too late; the debtor's own consent is not (192)."""
    late = day("2027-01-05")
    assert run(day("2023-04-11"), [Event(late, Kind.LETTER, True)], 3).end == day("2026-04-11")
    assert run(day("2023-04-11"), [Event(late, Kind.PROMISE, True)], 3).end == day("2030-01-05")


def test_never_more_than_twenty_years() -> None:
    every = [Event(day(f"{year}-01-05"), Kind.PROMISE, True) for year in range(2004, 2024, 2)]
    assert run(day("2003-04-11"), every, 3).end == day("2023-04-11")


TWO = """
    customer  document_no  issue_date  due_date    amount
    甲公司    XS-1         2023-03-01  2023-04-11  180,000
    甲公司    XS-2         2023-03-02  2023-05-11   20,000
"""


@pytest.mark.parametrize(("admitted", "is_proven"), [(200_000, True), (180_000, False)])
def test_an_admission_must_cover_everything_owed_then(admitted: int, is_proven: bool) -> None:
    said = History(contacts=(contact(Proof.RECORDING, admitted),))
    found = limits(TWO, said)
    ends = {one.clock.end for one in found.limits if one.clock}
    assert (ends == {day("2026-07-15")}) is is_proven
    assert all(bool(one.unproven) is not is_proven for one in found.limits)


def test_only_a_statement_that_agrees_to_pay_interrupts() -> None:
    slip = StatementEntry(
        "2023-06", *PARTY, 18_000_000, day("2023-07-03"), "", "", day("2023-07-03"),
        "agrees", day("2023-07-10"),
    )  # fmt: skip
    assert end(limits(history=History(statements=(slip,)))) == "2026-04-11"
    pays = dataclasses.replace(slip, pays=True)
    assert end(limits(history=History(statements=(pays,)))) == "2026-07-10"


def test_parts_of_one_document_count_from_the_last() -> None:
    """民法典 189."""
    parts = TWO.replace("XS-2", "XS-1")
    found = limits(parts)
    assert {one.clock.end for one in found.limits if one.clock} == {day("2026-05-11")}


def test_a_credit_with_the_number_of_a_document_is_no_part_of_it() -> None:
    credit = "\n    甲公司    XS-1         2023-03-02  2023-06-11  -20,000"
    assert only(limits(ONE.rstrip() + credit)).clock == run(day("2023-04-11"), (), 3)


CONTRACTS = """
    customer  document_no  contract_no  due_date    amount
    甲公司    XS-1         HT-1         2023-04-11  180,000
    甲公司    XS-2         HT-1         2023-05-11   20,000
    甲公司    XS-3         HT-2         2023-04-12   30,000
    甲公司    XS-4         HT-2         2023-07-12   40,000
"""


def test_contracts_that_the_policy_lists_count_from_their_last_part() -> None:
    """民法典 189: HT-1 is paid in parts, HT-2 is many sales under one frame."""
    found = {
        one.document_no: one for one in limits(CONTRACTS, instalment_contracts=["HT-1"]).limits
    }
    ends = {number: one.clock.end.isoformat() for number, one in found.items() if one.clock}
    assert ends == {
        "XS-1": "2026-05-11", "XS-2": "2026-05-11", "XS-3": "2026-04-12", "XS-4": "2026-07-12",
    }  # fmt: skip
    assert [n for n, one in found.items() if one.is_last_part] == ["XS-1"]
    assert end(limits()) == "2026-04-11"


def test_without_a_due_date_the_clock_has_not_started() -> None:
    undated = ONE.replace("2023-04-11", "-")
    assert only(limits(undated)).alarm is Alarm.UNDATED
    told = limits(undated, History(letters=(letter("2023-07-18"),)))
    assert end(told) == "2026-07-21"  # the deadline that the letter set


def test_the_worst_comes_first_and_nothing_is_lost() -> None:
    found = limits(TWO, as_of="2026-04-20")
    assert [one.alarm for one in found.limits] == [Alarm.EXPIRED, Alarm.URGENT]
    assert sum(one.open_minor for one in found.limits) == 20_000_000
    assert found.nearest()[("", "甲公司", "CNY")].document_no == "XS-2"


@pytest.mark.parametrize("as_of", ["2023-08-01", "2026-04-11"])
def test_the_nearest_document_of_a_customer_up_to_its_last_day(as_of: str) -> None:
    assert limits(TWO, as_of=as_of).nearest()["", "甲公司", "CNY"].document_no == "XS-1"
