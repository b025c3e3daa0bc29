"""Money cells, exactly."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.fake import Uncomputed, column

from arcollect.ledger.cells.amounts import Money, MoneyCells, Scaled, plain_numbers


def read(*cells: object, header: str = "金额", places: int = 2) -> Money:
    each = np.full(len(cells), places, dtype=np.int8)
    return MoneyCells(column(*cells), header).minor(each)


def test_numbers_and_texts_side_by_side() -> None:
    money = read(1234.5, "1,234.50", "(1,000.00)", None, "--", "abc", 0, float("inf"))
    assert money.minor.tolist() == [123450, 123450, -100000, 0, 0, 0, 0, 0]
    assert money.blank.tolist() == [False, False, False, True, True, False, False, False]
    assert money.bad.tolist() == [False] * 5 + [True, False, True]
    assert money.stated.tolist() == [True, True, True, False, False, False, True, False]
    assert not money.stray.any()


def test_an_error_or_an_uncomputed_formula_is_no_zero() -> None:
    money = read("#REF!", Uncomputed(), True, 1)
    assert money.bad.tolist() == [True, True, True, False]
    assert not money.blank.any()


def test_each_row_has_the_decimals_of_its_currency() -> None:
    cells = MoneyCells(column(1000.0, 1000.0, "1.5"))
    assert cells.minor(np.array([0, 3, 2], dtype=np.int8)).minor.tolist() == [1000, 1000000, 150]


def test_texts_have_them_as_well() -> None:
    cells = MoneyCells(column("1,000", "1.234", "1.5"))
    assert cells.minor(np.array([0, 3, 2], dtype=np.int8)).minor.tolist() == [1000, 0, 150]
    dinars = MoneyCells(column("KWD 1.234", "KWD 1.2344"))
    money = dinars.minor(np.array([3, 3], dtype=np.int8))
    assert (money.minor.tolist(), money.stray.tolist()) == ([1234, 1234], [False, True])


def test_a_cell_may_name_its_currency() -> None:
    named = MoneyCells(column("USD 1,200.00", "5", 7.0, "港币5元")).currencies()
    assert [named.words[code] for code in named.codes.tolist()] == ["USD", "", "", "HKD"]
    plain = MoneyCells(column("1,200.00", 7.0)).currencies()
    assert [plain.words[code] for code in plain.codes.tolist()] == ["", ""]


def test_a_cell_that_names_its_own_unit_is_not_multiplied_again() -> None:
    """1.5万元 under 余额（万元） is 15,000.00, like 1.5; the header beats the sheet's unit."""
    assert read("1.5万元", "1.5", header="余额（万元）").minor.tolist() == [1500000, 1500000]
    sheet = MoneyCells(column(2.0), "余额", "单位：万元").minor(np.array([2], dtype=np.int8))
    assert sheet.minor.tolist() == [2000000]
    own = MoneyCells(column(2.0), "余额（元）", "单位：万元").minor(np.array([2], dtype=np.int8))
    assert own.minor.tolist() == [200]


def test_where_a_scaled_cell_stands_and_times_what_it_counts() -> None:
    scaled = Scaled(column("1.5万元", "3", 2.0), first=4, factor=10_000)
    assert scaled.at(5) == ("1.5万元", 1)
    assert scaled.at(6) == ("3", 10_000)
    assert scaled.at(7)[1] == 10_000


def test_plain_numbers_from_both_kinds_of_cell() -> None:
    found = plain_numbers(column("half", 0.3, None, "x"), {"half": 0.5}.get)
    assert found.tolist()[:2] == [0.5, 0.3]
    assert np.isnan(found[2:]).all()


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
