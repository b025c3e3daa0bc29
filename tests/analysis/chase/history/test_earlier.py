"""A formal letter cites the letter before it and the promise not kept (U-20, R000-23)."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.analysis.chase.history.test_past import BOSS, PARTY, day, sent, written
from tests.analysis.chase.stood import NO_FEES, policy, position

from arcollect.analysis.chase.dunning import dun
from arcollect.analysis.chase.earlier import NOTHING, earlier
from arcollect.analysis.chase.ladder import Sent
from arcollect.analysis.chase.promises import Judged, Kept
from arcollect.errors import message
from arcollect.register.entries import Channel, ContactEntry, LetterState, PromiseEntry

ON = "2026-10-08"  # 99 days after 2026-07-01
RECEIPTS = """
    customer  document_no  issue_date  due_date    amount
    甲        A1           2026-01-01  2026-07-01  50,000
    甲        A2           2026-01-01  2026-07-02  50,000
"""


def cited(*letters, as_of=ON, **more):
    (notice,) = written(as_of, *letters, **more).notices
    return notice.earlier


def broken(promised, came, document="", due="2026-09-21"):
    """A promise of 2026-09-10 that was kept in part, in minor units."""
    entry = PromiseEntry(
        "p", "", "甲", "甲", "CNY", day("2026-09-10"), day(due), promised, document
    )
    return Judged(entry, Kept.PARTLY, day(due), came, 0, 17, 17, message("promises_why.partly"))


@pytest.mark.parametrize("last", ["L2", "L3"])
def test_a_second_demand_names_the_first(last):
    found = cited(sent(last, "2026-09-01"))
    assert (found.letter_on, found.deadline) == (dt.date(2026, 9, 1), dt.date(2026, 9, 8))
    assert found.number == f"催字〔2026〕{last}2026-09-01"
    assert found.is_about_all


def test_l2_after_l2_names_it_too():
    (notice,) = written("2026-08-25", sent("L2", "2026-08-01")).notices
    assert (notice.level, notice.earlier.letter_on) == ("L2", dt.date(2026, 8, 1))


def test_a_letter_about_some_of_the_items_is_not_said_to_be_about_all():
    assert not cited(sent("L2", "2026-09-01"), items=RECEIPTS).is_about_all
    assert cited(sent("L2", "2026-09-01", ("A1", "A2")), items=RECEIPTS).is_about_all


@pytest.mark.parametrize(
    "letter",
    [
        sent("L2", "2026-09-01", ("B9",)),  # what it was about is settled
        sent("L2", "2026-09-01", state=LetterState.DRAFTED, sent_on=None),
        sent("L2", "2026-09-01", state=LetterState.CANCELLED),
        sent("L2", "2026-09-01", kind="stop-supply"),
        sent("L0", "2026-06-25"),  # a reminder before the due date
    ],
)
def test_what_is_not_cited(letter):
    assert cited(letter).letter_on is None


def test_a_gentle_letter_cites_nothing():
    (notice,) = written("2026-07-20", sent("L1", "2026-07-05"), force=True).notices
    assert (notice.level, notice.earlier) == ("L1-short", NOTHING)


def test_a_letter_of_the_customers_sheet_has_a_date_and_no_number():
    typed = "customer  last_letter_level  last_letter_date\n甲  L2  2026-09-01\n"
    where = position(RECEIPTS, ON, typed, BOSS)
    (notice,) = dun(where, NO_FEES, policy()).notices
    found = notice.earlier
    assert (found.letter_on, found.number, found.deadline) == (dt.date(2026, 9, 1), "", None)
    assert not found.is_about_all


def test_a_promise_not_kept_is_cited_with_what_is_missing():
    """50,000 promised, 20,000 came: 30,000 are missing."""
    found = earlier("L2", Sent(), [broken(50_000_00, 20_000_00)], ["A1"], day(ON))
    assert (found.promised_on, found.promised_for) == (day("2026-09-10"), day("2026-09-21"))
    assert (found.promised_minor, found.missing_minor) == (50_000_00, 30_000_00)


def test_of_several_promises_the_latest_about_these_documents_is_cited():
    known = [
        broken(1_00, 0, due="2026-09-14"),
        broken(2_00, 0, "A1", due="2026-09-18"),
        broken(3_00, 0, "B9", due="2026-09-21"),
    ]
    assert earlier("L3", Sent(), known, ["A1"], day(ON)).promised_minor == 2_00
    assert earlier("L1", Sent(), known, ["A1"], day(ON)) is NOTHING


def test_the_promise_reaches_the_letter():
    """31 to 90 days with a broken promise are L2; what was owed then is owed now."""
    at = dt.datetime(2026, 8, 20, 9)
    call = ContactEntry("k", at, *PARTY[:2], "甲", "CNY", Channel.CALL, amount_minor=50_000_00)
    made = PromiseEntry(
        "p", *PARTY[:2], "甲", "CNY", at.date(), day("2026-09-04"), 40_000_00, contact="k"
    )
    found = cited(as_of="2026-09-08", promises=(made,), contacts=(call,))
    assert (found.promised_for, found.missing_minor) == (day("2026-09-04"), 40_000_00)
