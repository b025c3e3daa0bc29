"""Dates are read strictly, or refused by name."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcollect import dates
from arcollect.dates import Order
from arcollect.errors import Message

FAST = settings(max_examples=200, deadline=None)
DAYS = st.dates(dates.EARLIEST, dates.LATEST)
JAN_5 = dt.date(2026, 1, 5)


@pytest.mark.parametrize(
    "raw",
    [
        "2026-01-05",
        "2026/1/5",
        "2026.1.5",
        "2026. 1. 5",
        "20260105",
        "2026年1月5日",
        "2026 年 01 月 05 日",
        "2026年1月5日 星期一",
        "2026-01-05 周一",
        "二\u3007二六年一月五日",
        "\uff12\uff10\uff12\uff16－\uff10\uff11－\uff10\uff15",
        "2026-01-05 20:37:39",
        "2026-01-05  20:37",
        "2026-01-05T20:37:39.123Z",
        "2026/1/5 8:00:00 PM",
        "2026年1月5日 20:37:39",
        "2026/1/5 星期一 上午 12:00:00",
        "Mon, 5 Jan 2026",
        "5-Jan-2026",
        "05 January 2026",
        "5th Jan 2026",
        "Jan 5 2026",
        "January 5, 2026",
        "5.Jan.2026",
        "2026-Jan-05",
        "民国115年1月5日",
        "中华民国115年1月5日",
        "截至2026年1月5日",
        "截止日期：2026-01-05",
        "As at 5 January 2026",
        "46027",
        "46027.86",
    ],
)
def test_reads_what_programs_and_people_write(raw: str) -> None:
    assert dates.parse_date(raw) == JAN_5


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("12-Aug-2026", dt.date(2026, 8, 12)),
        ("Jan 28 2021", dt.date(2021, 1, 28)),
        ("21 November 2026", dt.date(2026, 11, 21)),
        ("Sept 30, 2026", dt.date(2026, 9, 30)),
        ("二\u3007二六年十一月二十一日", dt.date(2026, 11, 21)),
        ("二\u3007二六年十月三十日", dt.date(2026, 10, 30)),
        ("2024-02-29", dt.date(2024, 2, 29)),
        ("民国114年1月5日", dt.date(2025, 1, 5)),
    ],
)
def test_reads_other_days(raw: str, day: dt.date) -> None:
    assert dates.parse_date(raw) == day


@pytest.mark.parametrize(
    ("raw", "order", "day"),
    [
        ("03/04/2026", "dmy", dt.date(2026, 4, 3)),
        ("03/04/2026", "mdy", dt.date(2026, 3, 4)),
        ("3-4-2026 10:00", "dmy", dt.date(2026, 4, 3)),
        ("31.10.2026", None, dt.date(2026, 10, 31)),
        ("5/5/2026", None, dt.date(2026, 5, 5)),
        ("23/7/18", "ymd", dt.date(2023, 7, 18)),
        ("18/7/23", "dmy", dt.date(2023, 7, 18)),
        ("7/18/23", "mdy", dt.date(2023, 7, 18)),
        ("12-Aug-26", "dmy", dt.date(2026, 8, 12)),
        ("1/2/79", "dmy", dt.date(2079, 2, 1)),
        ("1/2/95", "dmy", dt.date(1995, 2, 1)),
    ],
)
def test_day_and_month_follow_the_order_of_the_column(
    raw: str, order: Order | None, day: dt.date
) -> None:
    assert dates.parse_date(raw, order) == day


@pytest.mark.parametrize(
    ("raw", "order", "key"),
    [
        ("03/04/2026", None, "dates.no_order"),
        ("03/04/2026", "ymd", "dates.no_order"),
        ("13/04/2026", "mdy", "dates.against_order"),
        ("23/7/18", None, "dates.two_digit_year"),
        ("12-Aug-26", None, "dates.two_digit_year"),
        ("2026年7月", None, "dates.no_day"),
        ("2026-07", None, "dates.no_day"),
        ("202607", None, "dates.no_day"),
        ("Jul 2026", None, "dates.no_day"),
        ("01/05", None, "dates.no_year"),
        ("7月18日", None, "dates.no_year"),
        ("00:00.0", None, "dates.destroyed"),
        ("########", None, "dates.destroyed"),
        ("2026-02-30", None, "dates.impossible"),
        ("2026-13-01", None, "dates.impossible"),
        ("31/31/2026", "dmy", "dates.impossible"),
        ("1900-01-01", None, "dates.outside"),
        ("1989-12-31", None, "dates.outside"),
        ("2080-01-01", None, "dates.outside"),
        ("9999-12-31", None, "dates.outside"),
        ("99991231", None, "dates.outside"),
        ("2203-07-18", None, "dates.outside"),
        ("0023-07-18", None, "dates.outside"),
        ("12345", None, "dates.outside"),
        ("2026-1/5", None, "dates.not_a_date"),
        ("7月底", None, "dates.not_a_date"),
        ("待定", None, "dates.not_a_date"),
        ("60", None, "dates.not_a_date"),
        ("2026年1月5日起", None, "dates.not_a_date"),
    ],
)
def test_refuses_by_name(raw: str, order: Order | None, key: str) -> None:
    answer = dates.parse_date(raw, order)
    assert isinstance(answer, Message), answer
    assert answer.key == key


def test_the_first_and_the_last_day_that_are_read() -> None:
    assert dates.parse_date("1990-01-01") == dates.EARLIEST == dt.date(1990, 1, 1)
    assert dates.parse_date("2079-12-31") == dates.LATEST == dt.date(2079, 12, 31)


@pytest.mark.parametrize("raw", ["", " ", "-", "—", "/", "无", "无期限", "N/A", "0000-00-00"])
def test_blank_marks_are_no_date(raw: str) -> None:
    assert dates.parse_date(raw) is None


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["03/04/2026", "13/04/2026"], "dmy"),
        (["03/04/2026", "04/13/2026"], "mdy"),
        (["03/04/2026", "05/06/2026"], None),
        (["2026-01-05", "20260106", ""], None),
        (["23/7/18", "21/1/05"], None),
        (["23/7/18", "32/1/5"], "ymd"),
        (["18/7/23", "1/7/45"], "dmy"),
        (["12-Aug-26", "31-Aug-26"], "dmy"),
        (["99/99/2026", "13/04/2026"], "dmy"),
    ],
)
def test_the_column_proves_the_order(column: list[str], order: str | None) -> None:
    assert dates.date_order(column) == order


def test_contradicting_proofs_name_both_cells() -> None:
    answer = dates.date_order(["13/04/2026", "03/04/2026", "04/14/2026"])
    assert isinstance(answer, Message)
    assert answer.key == "dates.conflicting_orders"
    assert answer.facts == {"first": "13/04/2026", "second": "04/14/2026"}


@FAST
@given(st.lists(DAYS, min_size=1, max_size=20), st.sampled_from(["%d/%m/%Y", "%m/%d/%Y"]))
def test_a_proven_order_reads_every_day_back(column: list[dt.date], form: str) -> None:
    raws = [day.strftime(form) for day in column]
    order = dates.date_order(raws)
    assert not isinstance(order, Message)
    if order:
        assert [dates.parse_date(raw, order) for raw in raws] == column


@FAST
@given(
    DAYS,
    st.sampled_from(["%Y-%m-%d", "%Y%m%d", "%d-%b-%Y", "%Y年%m月%d日", "%B %d, %Y"]),
)
def test_a_day_written_in_any_clear_form_reads_back(day: dt.date, form: str) -> None:
    assert dates.parse_date(day.strftime(form)) == day


@FAST
@given(st.text(max_size=14))
def test_any_text_is_read_or_refused(raw: str) -> None:
    answer = dates.parse_date(raw, "dmy")
    assert answer is None or isinstance(answer, dt.date | Message)


def test_excel_serials() -> None:
    assert dates.serial_to_date(46027) == JAN_5
    assert dates.serial_to_date(46027.99) == JAN_5
    assert dates.serial_to_date(32874) == dt.date(1990, 1, 1)
    assert dates.serial_to_date(65745) == dt.date(2079, 12, 31)
    assert dates.serial_to_date(20260105) == JAN_5
    assert dates.serial_to_date(19900101) == dt.date(1990, 1, 1)
    assert dates.serial_to_date(20791231) == dt.date(2079, 12, 31)
    bad = [
        0,
        -5,
        60,
        32873,
        65746,
        20260230,
        20801231,
        float("nan"),
        float("inf"),
        2958466,
    ]
    assert [dates.serial_to_date(number) for number in bad] == [None] * len(bad)


@FAST
@given(st.lists(st.floats(allow_nan=True) | st.floats(32000, 66000) | st.just(20260105.0)))
def test_serials_of_a_column_agree_with_single_ones(serials: list[float]) -> None:
    days = dates.serials_to_days(np.array(serials, dtype=float))
    assert days.astype(object).tolist() == [dates.serial_to_date(one) for one in serials]


def test_serials_at_the_ends_of_the_window() -> None:
    serials = np.array([32873.9, 32874, 65745.99, 65746, 19900101, 20791231, 20260230])
    ends = [dt.date(1990, 1, 1), dt.date(2079, 12, 31)]
    assert dates.serials_to_days(serials).astype(object).tolist() == [
        None,
        *ends,
        None,
        *ends,
        None,
    ]


NOVEMBER = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("11月30日", dt.date(2026, 11, 30)),
        ("11月22日", NOVEMBER),  # today is not past
        ("30-Nov", dt.date(2026, 11, 30)),
        ("12/13", dt.date(2026, 12, 13)),
        ("13/12", dt.date(2026, 12, 13)),
        ("12/12", dt.date(2026, 12, 12)),
        ("12/11", None),  # 12 November or 11 December
        ("5月24日", dt.date(2027, 5, 24)),  # 183 days ahead
        ("5月25日", None),  # rather the one that is past
        ("2月29日", None),  # neither 2026 nor 2027 has one
        ("13/13", None),
        ("2026-11-30", None),
        ("待定", None),
    ],
)
def test_a_date_without_its_year_is_the_next_one(raw: str, day: dt.date | None) -> None:
    assert dates.next_without_year(raw, NOVEMBER) == day


def test_months_end_where_they_end() -> None:
    assert dates.month_end(dt.date(2024, 2, 3)) == dt.date(2024, 2, 29)
    assert dates.month_end(dt.date(2026, 12, 31)) == dt.date(2026, 12, 31)
    assert dates.add_months(dt.date(2026, 1, 31), 1) == dt.date(2026, 2, 28)
    assert dates.add_months(dt.date(2026, 11, 30), 3) == dt.date(2027, 2, 28)
    assert dates.add_months(dt.date(2026, 1, 15), -1) == dt.date(2025, 12, 15)


@pytest.mark.parametrize(
    "text",
    [
        "截止日期：2026-10-31",
        "截止日期 2026年10月31日    打印日期 2026-11-02",
        "打印日期：2026-11-02  截至2026年10月31日",
        "数据截至 2026/10/31 单位：元",
        "As at 31 October 2026",
        "As of Oct 31, 2026",
        "期间：202601-202610",
        "会计期间：2026.01-2026.10",
        "核算期间：2026年第1期至2026年第10期",
        "公司名称：甲 期间：2026年01期至2026年10期 币别：人民币",
        "期间：2026年1期-10期",
        "期间：2026年1月-10月",
        "期间：2026年1月1日至2026年10月31日",
        "期间：2026年1月1日至10月31日",
        "Period: 2026-01-01 to 2026-10-31",
        "截至2026年10月",
        "截至二\u3007二六年十月三十一日",
        "应收账款账龄分析表 2026年10月31日",
        "应收账龄_20261031.xlsx",
        "应收20260101-20261031.xlsx",
        "ledger as_of 31.10.2026.csv",
        "AR_2026-10-31_v2.xlsx",
    ],
)
def test_a_title_or_a_file_name_states_its_cut_off(text: str) -> None:
    assert dates.find_as_of(text) == dt.date(2026, 10, 31)


@pytest.mark.parametrize(
    "text",
    [
        "应收账款明细表",
        "打印日期：2026-11-02",
        "Printed 2026-11-02 10:00",
        "As of 03/04/2026",
        "2026年10月应收账款",
        "2026-10-31 / 2026-11-30",
        "合同编号 20261031",
        "单位：元 客户 12345678",
        "截止日期：",
        "截止日期：99999999",
    ],
)
def test_no_cut_off_is_guessed(text: str) -> None:
    assert dates.find_as_of(text) is None


@FAST
@given(st.text(alphabet="截至as of期间2026年0110月-/.日_ ", max_size=24))
def test_looking_for_a_cut_off_never_fails(text: str) -> None:
    found = dates.find_as_of(text)
    assert found is None or dates.EARLIEST <= found <= dates.LATEST
