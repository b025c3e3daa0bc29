"""Payment terms are understood or refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcollect.errors import Message
from arcollect.terms import Discount, Kind, Start, Terms, parse_terms

NET, MONTH_END, IMMEDIATE = Kind.NET, Kind.MONTH_END, Kind.IMMEDIATE


def understood(raw: str) -> Terms:
    terms = parse_terms(raw)
    assert isinstance(terms, Terms), terms
    return terms


@pytest.mark.parametrize(
    ("raw", "kind", "days", "start"),
    [
        ("月结30", MONTH_END, 30, Start.ISSUE),
        ("月结60天", MONTH_END, 60, Start.ISSUE),
        ("月结 90 天", MONTH_END, 90, Start.ISSUE),
        ("月结六十天", MONTH_END, 60, Start.ISSUE),
        ("票到月结30天", MONTH_END, 30, Start.INVOICE),
        ("EOM+30", MONTH_END, 30, Start.ISSUE),
        ("30 EOM", MONTH_END, 30, Start.ISSUE),
        ("net 30 EOM", MONTH_END, 30, Start.ISSUE),
        ("30 days end of month", MONTH_END, 30, Start.ISSUE),
        ("EOM", MONTH_END, 0, Start.ISSUE),
        ("票到30天", NET, 30, Start.INVOICE),
        ("收到发票后30天内付款", NET, 30, Start.INVOICE),
        ("开票后45天", NET, 45, Start.ISSUE),
        ("货到60天", NET, 60, Start.DELIVERY),
        ("签收后15日内", NET, 15, Start.DELIVERY),
        ("发票签收后60天", NET, 60, Start.INVOICE),
        ("到货后30日内付清", NET, 30, Start.DELIVERY),
        ("验收后30天", NET, 30, Start.ACCEPTANCE),
        ("验收合格之日起30日内", NET, 30, Start.ACCEPTANCE),
        ("30 days after delivery", NET, 30, Start.DELIVERY),
        ("net 30", NET, 30, Start.ISSUE),
        ("NET30", NET, 30, Start.ISSUE),
        ("N30", NET, 30, Start.ISSUE),
        ("n/30", NET, 30, Start.ISSUE),
        ("Net30 days", NET, 30, Start.ISSUE),
        ("30天", NET, 30, Start.ISSUE),
        ("30 days", NET, 30, Start.ISSUE),
        ("30 days net", NET, 30, Start.ISSUE),
        ("账期30天", NET, 30, Start.ISSUE),
        ("账期：30天", NET, 30, Start.ISSUE),
        ("30天账期", NET, 30, Start.ISSUE),
        ("60", NET, 60, Start.ISSUE),
        ("60.0", NET, 60, Start.ISSUE),
        ("0", NET, 0, Start.ISSUE),
        ("６０天", NET, 60, Start.ISSUE),
        ("Due in 30 days", NET, 30, Start.ISSUE),
        ("月结45天（电汇）", MONTH_END, 45, Start.ISSUE),
        ("见票即付", NET, 0, Start.INVOICE),
        ("Due on receipt", NET, 0, Start.INVOICE),
        ("货到付款", NET, 0, Start.DELIVERY),
        ("款到发货", IMMEDIATE, 0, Start.ISSUE),
        ("先款后货", IMMEDIATE, 0, Start.ISSUE),
        ("现款现货", IMMEDIATE, 0, Start.ISSUE),
        ("COD", IMMEDIATE, 0, Start.ISSUE),
        ("预付100%", IMMEDIATE, 0, Start.ISSUE),
        ("Prepaid", IMMEDIATE, 0, Start.ISSUE),
    ],
)
def test_terms_as_they_are_written(raw: str, kind: Kind, days: int, start: Start) -> None:
    assert understood(raw) == Terms(kind, days, start=start, raw=raw)


def test_months() -> None:
    assert understood("1年") == Terms(NET, months=12, raw="1年")
    assert understood("票到2个月") == Terms(NET, months=2, start=Start.INVOICE, raw="票到2个月")
    assert understood("月结3个月") == Terms(MONTH_END, months=3, raw="月结3个月")


@pytest.mark.parametrize(
    ("raw", "days", "pay_day", "pays_next_month"),
    [
        ("月结60天次月15日付", 60, 15, True),
        ("月结30天，次月10号付款", 30, 10, True),
        ("月结60天25日付", 60, 25, False),
        ("次月15日付款", 0, 15, True),
        ("月结60天，次月10日前付清", 60, 10, True),
        ("15th of next month", 0, 15, True),
        ("月结次月底付款", 0, 31, True),
    ],
)
def test_a_pay_day(raw: str, days: int, pay_day: int, *, pays_next_month: bool) -> None:
    terms = understood(raw)
    assert (terms.kind, terms.days, terms.pay_day) == (MONTH_END, days, pay_day)
    assert terms.pays_next_month == pays_next_month


@pytest.mark.parametrize("raw", ["2/10 net 30", "2/10, n/30", "2% 10 net 30"])
def test_a_discount_for_paying_early(raw: str) -> None:
    terms = understood(raw)
    assert (terms.kind, terms.days) == (NET, 30)
    assert terms.discount == Discount(Decimal(2), 10)


@pytest.mark.parametrize(
    ("raw", "stages"),
    [
        ("预付30% 发货70%", [(30, Start.ORDER, 0, 0), (70, Start.DELIVERY, 0, 0)]),
        ("预付30%发货70%", [(30, Start.ORDER, 0, 0), (70, Start.DELIVERY, 0, 0)]),
        ("预付30%，余款70%发货前付清", [(30, Start.ORDER, 0, 0), (70, Start.DELIVERY, 0, 0)]),
        ("预付30%，发货前付70%", [(30, Start.ORDER, 0, 0), (70, Start.DELIVERY, 0, 0)]),
        ("30%预付70%货到30天", [(30, Start.ORDER, 0, 0), (70, Start.DELIVERY, 30, 0)]),
        (
            "30%预付 60%验收 10%质保",
            [(30, Start.ORDER, 0, 0), (60, Start.ACCEPTANCE, 0, 0), (10, Start.RETENTION, 0, 0)],
        ),
        (
            "30%预付款，60%到货后 30天内，10%质保期1年",
            [(30, Start.ORDER, 0, 0), (60, Start.DELIVERY, 30, 0), (10, Start.RETENTION, 0, 12)],
        ),
        (
            "30% deposit, 70% before shipment",
            [(30, Start.ORDER, 0, 0), (70, Start.DELIVERY, 0, 0)],
        ),
    ],
)
def test_staged_terms(raw: str, stages: list[tuple[int, Start, int, int]]) -> None:
    read = understood(raw).stages
    assert [
        (int(s.share_percent), s.terms.start, s.terms.days, s.terms.months) for s in read
    ] == stages


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("", "terms.blank"),
        ("月结", "terms.monthly_unclear"),
        ("当月结", "terms.monthly_unclear"),
        ("3331", "terms.ratio_code"),
        ("3-3-3-1", "terms.ratio_code"),
        ("(2.5)(3.5)(3)(1)", "terms.ratio_code"),
        ("361", "terms.ratio_code"),
        ("0001", "terms.ratio_code"),
        ("预付30%", "terms.shares"),
        ("预付30% 发货60%", "terms.shares"),
        ("预付30% 尾款70%", "terms.stage_unknown"),
        ("预付30% 月结60天70%", "terms.stage_unknown"),
        ("30%/60%/10%", "terms.ratio_code"),
        ("—", "terms.blank"),
        ("预付30% 6月付70%", "terms.stage_unknown"),
        ("预付30% 货到6月付70%", "terms.stage_unknown"),
        ("ZB30", "terms.unknown"),
        ("90天承兑", "terms.unknown"),
        ("30天+90天承兑", "terms.unknown"),
        ("按合同", "terms.unknown"),
        ("30天左右", "terms.unknown"),
        ("票到30个工作日", "terms.unknown"),
        ("9999天", "terms.too_long"),
    ],
)
def test_what_is_unclear_is_refused(raw: str, key: str) -> None:
    terms = parse_terms(raw)
    assert isinstance(terms, Message), terms
    assert terms.key == key


def test_the_company_explains_its_own_codes() -> None:
    codes = {"ZB30": "net 30", "月结": "月结30", "0001": "款到发货"}
    assert parse_terms("zb30", codes) == Terms(NET, 30, raw="zb30")
    assert parse_terms("月结", codes) == Terms(MONTH_END, 30, raw="月结")
    assert parse_terms(" 0001 ", codes) == Terms(IMMEDIATE, raw="0001")


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="月结票到货预付发验收后net/eom+0123%天日 ,", max_size=14))
def test_any_text_is_understood_or_refused(raw: str) -> None:
    assert isinstance(parse_terms(raw), Terms | Message)
