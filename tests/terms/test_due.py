"""Due dates from terms."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcollect.terms import Due, Start, Terms, due_date, explain, parse_terms, stage_dues
from arcollect.text import Lang, say

MARCH_5 = dt.date(2026, 3, 5)
EVENTS = {
    "issue": MARCH_5,
    "delivery": dt.date(2026, 3, 20),
    "invoice_received": dt.date(2026, 4, 2),
    "acceptance": dt.date(2026, 5, 31),
}


def terms(raw: str) -> Terms:
    read = parse_terms(raw)
    assert isinstance(read, Terms), read
    return read


@pytest.mark.parametrize(
    ("raw", "due", "start"),
    [
        ("月结60", dt.date(2026, 5, 30), Start.ISSUE),
        ("月结60天次月15日付", dt.date(2026, 6, 15), Start.ISSUE),
        ("月结60天25日付", dt.date(2026, 6, 25), Start.ISSUE),
        ("次月15日付款", dt.date(2026, 4, 15), Start.ISSUE),
        ("月结次月底付款", dt.date(2026, 4, 30), Start.ISSUE),
        ("EOM+30", dt.date(2026, 4, 30), Start.ISSUE),
        ("月结2个月", dt.date(2026, 5, 31), Start.ISSUE),
        ("票到月结30", dt.date(2026, 5, 30), Start.INVOICE),
        ("net 30", dt.date(2026, 4, 4), Start.ISSUE),
        ("票到30天", dt.date(2026, 5, 2), Start.INVOICE),
        ("货到60天", dt.date(2026, 5, 19), Start.DELIVERY),
        ("3个月", dt.date(2026, 6, 5), Start.ISSUE),
        ("月结60天30日付", dt.date(2026, 5, 30), Start.ISSUE),  # due on the pay day itself
        ("验收后1个月", dt.date(2026, 6, 30), Start.ACCEPTANCE),
        ("款到发货", MARCH_5, Start.ISSUE),
        ("30%预付 60%验收 10%质保12个月", dt.date(2027, 5, 31), Start.RETENTION),
    ],
)
def test_the_due_date_counts_from_the_right_event(raw: str, due: dt.date, start: Start) -> None:
    answer = due_date(terms(raw), **EVENTS)
    assert (answer.date, answer.start_used) == (due, start)


def test_without_its_receipt_an_invoice_counts_from_its_issue_and_says_so() -> None:
    answer = due_date(terms("票到30天"), issue=MARCH_5)
    assert (answer.date, answer.start_used) == (dt.date(2026, 4, 4), Start.ISSUE)
    assert answer.why.key == "terms.why_from_issue"


@pytest.mark.parametrize("raw", ["货到30天", "验收后30天", "30%预付 70%货到", "货到付款"])
def test_an_unknown_event_gives_no_due_date(raw: str) -> None:
    answer = due_date(terms(raw), issue=MARCH_5)
    assert answer.date is None
    assert answer.why.key == "terms.no_start"


def test_retention_without_a_period_has_no_due_date() -> None:
    dues = stage_dues(terms("30%预付 60%验收 10%质保"), **EVENTS)
    assert [d.due.date for d in dues] == [MARCH_5, dt.date(2026, 5, 31), None]
    assert [int(d.share_percent) for d in dues] == [30, 60, 10]
    assert dues[-1].due.why.key == "terms.no_retention_period"


def test_a_retention_counts_in_days_as_well() -> None:
    dues = stage_dues(terms("30%预付 60%验收 10%质保90天"), **EVENTS)
    assert dues[-1].due.date == dt.date(2026, 8, 29)


def test_a_month_end_stays_one_when_months_are_counted_from_a_short_month() -> None:
    answer = due_date(terms("月结2个月"), issue=dt.date(2026, 2, 10))
    assert answer.date == dt.date(2026, 4, 30)
    answer = due_date(terms("月结1个月"), issue=dt.date(2026, 2, 10))
    assert answer.date == dt.date(2026, 3, 31)


def test_terms_without_stages_are_one_share() -> None:
    (only,) = stage_dues(terms("net 30"), issue=MARCH_5)
    assert only.share_percent == Decimal(100)
    assert only.due.date == dt.date(2026, 4, 4)


@pytest.mark.parametrize(
    ("raw", "zh", "en"),
    [
        (
            "月结60天次月15日付",
            "开票当月月末后 60 天，次月 15 日付款",
            "60 days after the end of the month of the invoice date, "
            "then on day 15 of the following month",
        ),
        ("票到30天", "票到后 30 天", "30 days after receipt of the invoice"),
        (
            "2/10 net 30",
            "开票后 30 天；10 天内付款优惠 2%",
            "30 days after the invoice date; 2% off within 10 days",
        ),
        (
            "预付30% 货到70%",
            "分期：30% 下单（按开票日计）即付、70% 货到即付",
            "in stages: 30% due on the order (taken at the invoice date), 70% due on delivery",
        ),
    ],
)
def test_terms_are_explained_in_words(raw: str, zh: str, en: str) -> None:
    assert say(explain(terms(raw)), Lang.ZH) == zh
    assert say(explain(terms(raw)), Lang.EN) == en


def test_the_reason_shows_the_dates() -> None:
    answer: Due = due_date(terms("月结60"), issue=MARCH_5)
    assert say(answer.why, Lang.ZH) == "开票当月月末后 60 天：开票 2026-03-05 → 到期 2026-05-30"


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["月结60", "月结2个月次月15日付", "月结30天25日付", "net 30", "3个月", "EOM"]),
    st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)),
    st.integers(0, 70),
)
def test_a_later_invoice_is_never_due_earlier(raw: str, issue: dt.date, days: int) -> None:
    first = due_date(terms(raw), issue=issue).date
    second = due_date(terms(raw), issue=issue + dt.timedelta(days)).date
    assert first is not None
    assert second is not None
    assert issue <= first <= second
