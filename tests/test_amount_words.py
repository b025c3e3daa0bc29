"""Amounts in words."""

from __future__ import annotations

import re

import pytest
from cn2an import an2cn
from hypothesis import example, given, settings
from hypothesis import strategies as st

from arcollect import money
from arcollect.amount_words import in_chinese, in_english


@pytest.mark.parametrize(
    ("minor", "words"),
    [  # the six examples of 支付结算办法 annex 1
        (140950, "人民币壹仟肆佰零玖元伍角"),
        (600714, "人民币陆仟零柒元壹角肆分"),
        (168032, "人民币壹仟陆佰捌拾元叁角贰分"),
        (10700053, "人民币壹拾万柒仟元伍角叁分"),
        (1640902, "人民币壹万陆仟肆佰零玖元零贰分"),
        (32504, "人民币叁佰贰拾伍元零肆分"),
        (12500000, "人民币壹拾贰万伍仟元整"),
        (50000500000, "人民币伍亿零伍仟元整"),
        (1000000000000_00, "人民币壹万亿元整"),
        (1000000010000_00, "人民币壹万亿零壹万元整"),
        (60000938836, "人民币陆亿零玖仟叁佰捌拾捌元叁角陆分"),  # nobody can put 万 in
        (100000100000, "人民币壹拾亿零壹仟元整"),
        (0, "人民币零元整"),
        (5, "人民币伍分"),
        (50, "人民币伍角"),
        (-10000, "人民币负壹佰元整"),
    ],
)
def test_chinese_words_of_the_official_examples(minor: int, words: str) -> None:
    assert in_chinese(minor) == words


def test_the_currency_is_named() -> None:
    assert in_chinese(12500000, "USD") == "美元壹拾贰万伍仟元整"
    assert in_chinese(125000, "JPY") == "日元壹拾贰万伍仟元整"
    assert in_chinese(1205, "KWD") == "科威特第纳尔壹元贰角零伍厘"
    assert in_chinese(100, "XTS") == "XTS壹元整"


@pytest.mark.parametrize(
    ("minor", "currency", "words"),
    [
        (1250050, "USD", "US dollars twelve thousand five hundred and 50/100"),
        (0, "EUR", "euros zero and 00/100"),
        (-2100, "CNY", "Chinese yuan minus twenty-one and 00/100"),
        (1000019, "JPY", "Japanese yen one million nineteen"),
        (
            100_000_115_05,
            "USD",
            "US dollars one hundred million one hundred fifteen and 05/100",
        ),
    ],
)
def test_english_words(minor: int, currency: str, words: str) -> None:
    assert in_english(minor, currency) == words


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 9 * 10**15))
@example(10**14)
@example(10**10 + 5)
@example(100_0000_0000_00)
def test_an_independent_writer_agrees_but_for_optional_zeros(minor: int) -> None:
    other = an2cn(f"{minor // 100}.{minor % 100:02d}", "rmb")
    assert re.sub("零", "", in_chinese(minor)) == "人民币" + re.sub("零", "", other)


@settings(max_examples=300, deadline=None)
@given(st.integers(-(10**17), 10**17), st.sampled_from(["CNY", "USD"]))
def test_words_read_back_as_the_same_amount(minor: int, currency: str) -> None:
    amount = money.parse_amount(in_chinese(minor, currency))
    assert isinstance(amount, money.Amount)
    assert amount.value == money.from_minor(minor, currency)
    assert amount.currency == currency
