"""Money is read as written, or refused by name."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcollect import money
from arcollect.errors import Message
from arcollect.money import Amount

FAST = settings(max_examples=200, deadline=None)
CURRENCIES = st.sampled_from(["CNY", "USD", "HKD", "EUR", "JPY", "KWD"])
MINOR = st.integers(-(10**15), 10**15)


def read(raw: str) -> Decimal | None:
    amount = money.parse_amount(raw)
    assert isinstance(amount, Amount), amount
    return amount.value


def refused(raw: str) -> str:
    answer = money.parse_amount(raw)
    assert isinstance(answer, Message), answer
    return answer.key


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("0", "0"),
        ("12", "12"),
        (" 12 ", "12"),
        ("-12.50", "-12.50"),
        ("1,234.50", "1234.50"),
        ("1，234.50", "1234.50"),
        ("1,28,500.00", "128500.00"),
        ("1'234.50", "1234.50"),
        ("1\u00a0234.50", "1234.50"),
        ("1\u2009234\u2009567.8", "1234567.8"),
        ("1234567.891", "1234567.891"),
        (".5", "0.5"),
        ("-￥.5", "-0.5"),
        ("Rs.500", "500"),
        ("(1,000.00)", "-1000.00"),
        ("（1,000.00）", "-1000.00"),
        ("1,000.00-", "-1000.00"),
        ("\u22125.00", "-5.00"),
        ("－5.00", "-5.00"),
        ("+5", "5"),
        ("￥\uff11\uff12\uff13", "123"),
        ("￥-1,000", "-1000"),
        ("-￥1,000", "-1000"),
        ("(￥1,000)", "-1000"),
        ("1,000.00元", "1000.00"),
        ("12万", "120000"),
        ("12.5 万", "125000"),
        ("1.2亿", "120000000"),
        ("5百元", "500"),
        ("5萬", "50000"),
        ("3十万", "300000"),
        ("3百万", "3000000"),
        ("2千万", "20000000"),
        ("2億", "200000000"),
        ("2万亿", "2000000000000"),
        ("8,999,999,999,999,999.99", "8999999999999999.99"),
        ("-12.5万元", "-125000"),
        ("1,000.00 Dr", "1000.00"),
        ("1,000.00 CR", "-1000.00"),
        ("1,000.00Cr.", "-1000.00"),
        ("借 1,000.00", "1000.00"),
        ("1000.00贷", "-1000.00"),
        ("壹拾贰万伍仟元整", "125000"),
        ("人民币壹仟肆佰零玖元伍角", "1409.50"),
        ("人民币 陆仟零柒元壹角肆分", "6007.14"),
        ("壹拾万柒仟元零伍角叁分", "107000.53"),
        ("壹拾万零柒仟元零伍角叁分", "107000.53"),
        ("叁佰贰拾伍圆零肆分正", "325.04"),
        ("伍亿伍仟元整", "500005000"),
        ("壹万亿元整", "1000000000000"),
        ("负壹佰元整", "-100"),
        ("伍角", "0.5"),
        ("伍分", "0.05"),
        ("零元整", "0"),
        ("十二万五千", "125000"),
        ("五百", "500"),
    ],
)
def test_reads_what_people_write(raw: str, value: str) -> None:
    assert read(raw) == Decimal(value)


@pytest.mark.parametrize(
    "raw", ["", "  ", "-", "--", "—", "——", "/", "无", "N/A", "n/a", "NULL", "－", "￥ -", "$ - "]
)
def test_a_blank_mark_is_blank_and_not_zero(raw: str) -> None:
    assert money.parse_amount(raw) == Amount(None)


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("1.234,50", "money.decimal_comma"),
        ("12,34", "money.decimal_comma"),
        ("1e5", "money.exponent"),
        ("1.5E+05", "money.exponent"),
        ("12.5%", "money.percent"),
        ("12.5％", "money.percent"),
        ("约12万", "money.about"),
        ("12万左右", "money.about"),
        ("inf", "money.not_a_number"),
        ("nan", "money.not_a_number"),
        ("见附件", "money.not_a_number"),
        ("1.2.3", "money.not_a_number"),
        ("1²", "money.not_a_number"),
        ("1.5e", "money.not_a_number"),
        ("5 6 Cr", "money.not_a_number"),
        ("1,2345", "money.not_a_number"),
        ("0,123", "money.not_a_number"),
        ("1,000)", "money.not_a_number"),
        (")5", "money.not_a_number"),
        ("5(", "money.not_a_number"),
        (")5(", "money.not_a_number"),
        ("￥", "money.not_a_number"),
        ("2026-01-05", "money.not_a_number"),
        ("两万五", "money.not_a_number"),
        ("三千五", "money.not_a_number"),
        ("一", "money.not_a_number"),
        ("#REF!", "money.error_cell"),
        ("1.234", "money.point_or_thousands"),
        ("-(5)", "money.two_signs"),
        ("-5 Cr", "money.two_signs"),
        ("$5元", "money.two_currencies"),
        ("USD 5元", "money.two_currencies"),
        ("9,000,000,000,000,000", "money.too_large"),
        ("99999999999999999999", "money.too_large"),
    ],
)
def test_refuses_by_name_what_it_cannot_prove(raw: str, key: str) -> None:
    assert refused(raw) == key


def test_three_decimals_are_read_where_the_column_or_the_currency_has_three() -> None:
    assert money.parse_amount("1.234", three_decimals=True) == Amount(Decimal("1.234"))
    assert money.parse_amount("KWD 1.234") == Amount(Decimal("1.234"), "KWD")


@pytest.mark.parametrize(
    ("raw", "currency"),
    [
        ("￥5", "CNY"),
        ("¥5", "CNY"),
        ("RMB 5", "CNY"),
        ("5 USD", "USD"),
        ("US$5", "USD"),
        ("$ 5", "USD"),
        ("HK$5", "HKD"),
        ("€5", "EUR"),
        ("5万美元", "USD"),
        ("美元壹佰元整", "USD"),
        ("壹佰元整", "CNY"),
        ("人民币5元", "CNY"),
        ("港币5元", "HKD"),
        ("五百", ""),
        ("Rs.500", "INR"),
        ("5", ""),
    ],
)
def test_the_cell_names_its_currency(raw: str, currency: str) -> None:
    answer = money.parse_amount(raw)
    assert isinstance(answer, Amount)
    assert answer.currency == currency


def test_currency_words() -> None:
    words = [
        "人民币",
        "RMB",
        "cny",
        "CN",
        "￥",
        "元",
        "美元",
        "US$",
        "港币",
        "欧元",
        "日元",
    ]
    codes = ["CNY"] * 6 + ["USD", "USD", "HKD", "EUR", "JPY"]
    assert [money.currency_code(w) for w in words] == codes
    assert money.currency_code("英镑") == "GBP"
    assert money.currency_code("贝壳") is None


def test_exponents_of_iso_4217() -> None:
    assert [money.exponent(c) for c in ("CNY", "JPY", "KRW", "KWD", "XXX")] == [
        2,
        0,
        0,
        3,
        2,
    ]


@pytest.mark.parametrize(
    ("header", "factor"),
    [
        ("金额(元)", 1),
        ("金额", 1),
        ("金额（万元）", 10_000),
        ("余额（万）", 10_000),
        ("单位：千元", 1_000),
        ("应收余额(亿元)", 10**8),
        ("应收(百万元)", 10**6),
        ("金额(万美元)", 10_000),
        ("Amount (USD '000)", 1_000),
        ("In millions", 10**6),
        ("发票张数", 1),
    ],
)
def test_the_unit_in_a_header(header: str, factor: int) -> None:
    assert money.unit_factor(header) == factor


def test_minor_units_round_half_up_and_say_what_was_lost() -> None:
    assert money.to_minor(Decimal("434.99999999999994"), "CNY") == (43500, False)
    assert money.to_minor(Decimal("2.675"), "CNY") == (268, True)
    assert money.to_minor(Decimal("-1.005"), "CNY") == (-101, True)
    assert money.to_minor(Decimal("1.5"), "JPY") == (2, True)
    assert money.to_minor(Decimal("1.234"), "KWD") == (1234, False)
    assert money.to_minor(Decimal("1.000001"), "CNY") == (100, False)  # noise, up to here
    assert money.to_minor(Decimal("1.0000011"), "CNY") == (100, True)


def test_float_cells_become_the_cents_that_were_typed() -> None:
    cells = np.array([4.35, 2.675, 1.005, 434.99999999999994, -0.015, np.nan, np.inf, 1e18])
    minor, doubtful = money.minor_from_float(cells, 2)
    assert minor.tolist() == [435, 268, 101, 43500, -2, 0, 0, 0]
    assert doubtful.tolist() == [False, True, True, False, True, True, True, True]


def test_float_cells_of_trillions_keep_their_cents_and_what_int64_cannot_hold_is_doubted() -> None:
    cells = np.array([1_234_567_890_123.41, 89e15, 90e15, 91e15])
    minor, doubtful = money.minor_from_float(cells, 2)
    assert minor.tolist() == [123_456_789_012_341, 89 * 10**17, 0, 0]
    assert doubtful.tolist() == [False, False, True, True]


def test_float_cells_in_wan_yuan_keep_their_cents() -> None:
    minor, doubtful = money.minor_from_float(np.array([12.345, 12.3456785, 9e13]), 6)
    assert minor.tolist() == [12345000, 12345679, 0]
    assert doubtful.tolist() == [False, True, True]


@FAST
@given(
    st.floats(-1e14, 1e14) | st.decimals(-(10**9), 10**9, places=3).map(float),
    st.sampled_from([0, 2, 3]),
)
def test_float_cells_equal_the_decimal_of_their_repr(number: float, places: int) -> None:
    minor, _ = money.minor_from_float(np.array([number]), places)
    exact = Decimal(repr(number)).scaleb(places).quantize(Decimal(1), ROUND_HALF_UP)
    assert int(minor[0]) == int(exact)


@pytest.mark.parametrize(
    ("numerator", "denominator", "quotient"),
    [(5, 2, 3), (-5, 2, -3), (5, -2, -3), (4, 3, 1), (-4, 3, -1), (0, 7, 0), (1, 2, 1)],
)
def test_halves_go_away_from_zero(numerator: int, denominator: int, quotient: int) -> None:
    assert money.round_half_up_div(numerator, denominator) == quotient


@pytest.mark.parametrize(
    ("exact", "whole"),
    [(Fraction(5, 2), 3), (Fraction(-5, 2), -3), (Fraction(7, 3), 2), (Fraction(1, 3), 0), (4, 4)],
)
def test_an_exact_amount_is_rounded_half_up(exact: Fraction | int, whole: int) -> None:
    assert money.half_up(exact) == whole


def test_shown_as_people_write_it() -> None:
    assert money.show(123450, "CNY") == "1,234.50"
    assert money.show(-5, "CNY") == "-0.05"
    assert money.show(0, "CNY") == "0.00"
    assert money.show(1234, "JPY") == "1,234"
    assert money.show(100, "", symbol=True) == "1.00"
    assert money.show(-123450, "CNY", symbol=True) == "-￥1,234.50"
    assert money.show(100, "EUR", symbol=True) == "EUR 1.00"
    assert money.from_minor(12345, "CNY") == Decimal("123.45")


@FAST
@given(minor=MINOR, currency=CURRENCIES, symbol=st.booleans())
def test_what_is_shown_can_be_read_again(*, minor: int, currency: str, symbol: bool) -> None:
    shown = money.show(minor, currency, symbol=symbol)
    answer = money.parse_amount(shown, three_decimals=currency == "KWD")
    assert isinstance(answer, Amount)
    assert answer.value is not None
    assert money.to_minor(answer.value, currency) == (minor, False)
    assert answer.currency == (currency if symbol else "")


@FAST
@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(raw: str) -> None:
    assert isinstance(money.parse_amount(raw), Amount | Message)
