"""Money cells, exactly."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.fake import Uncomputed, column

from arcollect.ledger.cells.amounts import Money, MoneyCells


def read(*cells: object, header: str = "金额", places: int = 2) -> Money:
    each = np.full(len(cells), places, dtype=np.int8)
    return MoneyCells(column(*cells), header).minor(each)


def test_numbers_and_texts_side_by_side() -> None:
    money = read(1234.5, "1,234.50", "(1,000.00)", None, "--", "abc", 0, float("inf"))
    assert money.minor.tolist() == [123450, 123450, -100000, 0, 0, 0, 0, 0]
    assert money.blank.tolist() == [False, False, False, True, True, False, False, False]
    assert money.bad.tolist() == [False] * 5 + [True, False, True]


def test_an_error_or_an_uncomputed_formula_is_no_zero() -> None:
    money = read("#REF!", Uncomputed(), True, 1)
    assert money.bad.tolist() == [True, True, True, False]
    assert not money.blank.any()


def test_each_row_has_the_decimals_of_its_currency() -> None:
    cells = MoneyCells(column(1000.0, 1000.0, "1.5"))
    assert cells.minor(np.array([0, 3, 2], dtype=np.int8)).minor.tolist() == [1000, 1000000, 150]


def test_the_header_says_ten_thousands() -> None:
    assert read(12.3456, "1,000", header="余额（万元）").minor.tolist() == [12345600, 1000000000]


def test_digits_below_a_cent_are_rounded_half_up_and_marked() -> None:
    money = read(2.675, 1.005, 434.99999999999994, "0.005")
    assert money.minor.tolist() == [268, 101, 43500, 1]
    assert money.stray.tolist() == [True, True, False, True]


def test_a_refusal_says_why() -> None:
    cells = MoneyCells(column("约12万", 5, "1.234,50", "7.50"))
    assert [getattr(cells.why(i), "key", None) for i in range(3)] == [
        "money.about", None, "money.decimal_comma",
    ]  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(st.decimals("-1e9", "1e9", places=2), min_size=1))
def test_any_cents_survive_as_number_and_as_text(amounts: list[Decimal]) -> None:
    expected = [int(a.scaleb(2).quantize(Decimal(1), ROUND_HALF_UP)) for a in amounts]
    assert read(*map(float, amounts)).minor.tolist() == expected
    assert read(*(f"{a:,}" for a in amounts)).minor.tolist() == expected
