"""Rows of a log as contacts and promises: nothing guessed, nothing twice."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest
from tests.analysis.build import day, ledger

from arcollect.analysis.chase.log.entries import Taken, take, with_sheet
from arcollect.analysis.chase.log.parties import Known, Parties
from arcollect.analysis.chase.log.words import channel_of, proof_of, reason_of
from arcollect.errors import Message, message
from arcollect.ledger.log.row import Flaw, LogRow
from arcollect.register.entries import Channel, History, Proof, Reason
from arcollect.text import Lang
from arcollect.views.chase.worklist.sheet import word_of

BOOK = ledger("""
    company  customer  customer_key  customer_code  document_no  issue_date  due_date    amount  currency
    我方     甲公司    C1            C1             A1           2026-08-01  2026-08-31  100     CNY
    我方     甲公司    C1            C1             A2           2026-08-01  2026-08-31  70      USD
    我方     乙公司    C2            C2             B1           2026-08-01  2026-08-31  50      CNY
    他方     乙公司    C2            C2             B2           2026-08-01  2026-08-31  50      CNY
""")
PARTIES = Parties(BOOK)
SAID = {"customer": "甲公司", "currency": "CNY", "channel": "电话", "feedback": "同意付款"}


def row(time: dt.time | None = None, **texts: str) -> LogRow:
    days = {"date": day("2026-10-10"), "promised_on": day("2026-11-15")}
    amounts = {"promised": Decimal("80.5")}
    return LogRow("日志.xlsx", "表", 2, {**SAID, **texts}, days, amounts, time)


def taken(one: LogRow) -> Taken:
    [found] = take([one], PARTIES)
    return found


def test_a_row_is_a_contact_and_a_promise() -> None:
    found = taken(row(dt.time(14, 30)))
    assert found.contact
    assert found.promise
    assert (found.contact.party, found.contact.channel) == (("我方", "C1", "CNY"), Channel.CALL)
    assert found.contact.at == dt.datetime(2026, 10, 10, 14, 30)
    assert (found.promise.amount_minor, found.promise.due_on) == (8_050, day("2026-11-15"))
    assert found.promise.contact == found.contact.id


@pytest.mark.parametrize(
    ("time", "is_odd"), [("07:59", True), ("08:00", False), ("21:59", False), ("22:00", True)]
)
def test_what_the_customer_sent_at_night_is_kept_with_a_remark(time: str, is_odd: bool) -> None:
    """X-20, R003-67; a Saturday at 14:30 needs no remark."""
    found = taken(row(dt.time.fromisoformat(time)))
    assert found.contact
    assert [note.key for note in found.notes] == ["log_why.hours"] * is_odd


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("11月30日", "2026-11-30"),
        ("1月5日", "2027-01-05"),
        ("30-Nov", "2026-11-30"),
        ("11/30", "2026-11-30"),
        ("10月10日", "2026-10-10"),  # the same day
        ("10月9日", None),  # lies before
        ("11/5", None),  # or 5 November
    ],
)
def test_a_promised_day_without_its_year_comes_after_the_contact(raw, expected) -> None:
    """Contact on 2026-10-10; what is more than half a year away is not taken."""
    flaw = Flaw("D2", raw, message("dates.no_year", raw=raw), "promised_on")
    found = taken(dataclasses.replace(row(), days={"date": day("2026-10-10")}, flaws=(flaw,)))
    assert (found.promise and found.promise.due_on) == (expected and day(expected))
    assert (found.refused is None) == (expected is not None)
    assert "log_why.year" in [note.key for note in found.notes] or expected is None


def test_the_day_of_contact_itself_is_never_guessed() -> None:
    flaw = Flaw("A2", "11月3日", message("dates.no_year", raw="11月3日"), "date")
    [found] = take([dataclasses.replace(row(), days={}, flaws=(flaw,))], PARTIES, day("2026-11-01"))
    assert found.refused


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        ({"customer": "甲公司", "currency": ""}, "log_why.currency"),
        ({"customer": "乙公司"}, "log_why.company"),
        ({"customer": "甲"}, "log_why.unknown"),
        ({"customer": "乙公司", "company": "我方", "currency": "USD"}, "log_why.not_there"),
        ({"customer": ""}, "log_why.nobody"),
    ],
)
def test_who_is_meant_is_never_guessed(texts: dict[str, str], key: str) -> None:
    refused = taken(row(**texts)).refused  # type: ignore[arg-type]
    assert refused is not None
    assert refused.key == key


def test_each_company_is_named_once() -> None:
    """B Co. owes to two of our companies, to one of them in two currencies."""
    book = ledger("""
        company  customer  customer_key  document_no  issue_date  due_date    amount  currency
        我方     乙公司    C2            B1           2026-08-01  2026-08-31  50      CNY
        我方     乙公司    C2            B3           2026-08-01  2026-08-31  50      USD
        他方     乙公司    C2            B2           2026-08-01  2026-08-31  50      CNY
    """)
    refused = Parties(book).find("乙公司")
    assert isinstance(refused, Message)
    assert set(refused.facts["companies"]) == {"他方", "我方"}  # type: ignore[call-overload]


def test_a_customer_without_documents_is_told_as_such() -> None:
    """On the customers sheet alone: there is no "only as" to name."""
    customers = "customer_key  customer  customer_code\nC9            丙公司    C9"
    rows = "customer  document_no  due_date    amount\n甲公司    A1           2026-08-31  100"
    refused = Parties(ledger(rows, customers=customers)).find("丙公司")
    assert isinstance(refused, Message)
    assert (refused.key, dict(refused.facts)) == ("log_why.no_documents", {"named": "丙公司"})


def test_a_refusal_offers_the_nearest_names() -> None:
    refused = PARTIES.find("甲")
    assert isinstance(refused, Message)
    assert refused.facts["near"] == ["甲公司"]
    assert isinstance(PARTIES.find("C1", currency="cny"), Known)


def test_a_row_without_a_day_is_refused_unless_one_is_given() -> None:
    undated = dataclasses.replace(row(), days={})
    assert taken(undated).refused
    [found] = take([undated], PARTIES, day("2026-10-09"))
    assert found.contact
    assert found.contact.at == dt.datetime(2026, 10, 9)


def test_the_sheet_of_a_ledger_and_the_register_do_not_repeat_each_other() -> None:
    book = dataclasses.replace(BOOK, log=(row(), row()))
    once = with_sheet(History(), book)
    assert (len(once.contacts), len(once.promises)) == (1, 1)
    moved = dataclasses.replace(row(), source="清单.xlsx", row=9)
    assert with_sheet(once, dataclasses.replace(BOOK, log=(moved,))) == once


def test_what_was_corrected_does_not_come_back_from_the_sheet() -> None:
    first = taken(row()).contact
    assert first
    better = dataclasses.replace(first, id="C2", corrects=first.id)
    kept = History(contacts=(better,))
    assert with_sheet(kept, dataclasses.replace(BOOK, log=(row(),))) == kept


@pytest.mark.parametrize("lang", list(Lang))
def test_every_word_of_the_drop_downs_is_understood(lang: Lang) -> None:
    assert [channel_of(word_of(c, lang)) for c in Channel] == list(Channel)
    assert [reason_of(word_of(r, lang)) for r in Reason] == list(Reason)
    assert [proof_of(word_of(p, lang)) for p in Proof] == list(Proof)


@pytest.mark.parametrize(
    ("days", "key"),
    [
        ({"date": "2026-10-11"}, "log_why.to_come"),
        ({"date": "2026-10-10", "pause_until": "2026-10-09"}, "log_why.pause_past"),
        ({"date": "2026-10-10", "pause_until": "2026-10-10"}, None),
    ],
)
def test_days_that_cannot_be_are_refused(days, key) -> None:
    typed = dataclasses.replace(row(), days={name: day(value) for name, value in days.items()})
    [found] = take([typed], PARTIES, today=day("2026-10-10"))
    assert (found.refused and found.refused.key) == key


def test_nobody_promises_for_a_day_before_the_contact() -> None:
    typed = dataclasses.replace(
        row(), days={"date": day("2026-11-02"), "promised_on": day("2026-10-01")}
    )
    found = taken(typed)
    assert (found.contact, found.promise) == (None, None)
    assert found.refused is not None
    assert found.refused.key == "log_why.promise_past"
