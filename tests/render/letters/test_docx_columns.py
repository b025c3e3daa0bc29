"""Where room is short, words give way before numbers."""

from __future__ import annotations

import pytest

from arcollect.render.letters.columns import _broken, _shared, columns
from arcollect.views.block import Align, Grid


def test_numbers_keep_their_width():
    """16 columns at 76.7 twips are 1,227; the words share what is left of 5,000."""
    widths = _shared([16, 16, 26, 26], [True, True, False, False], 5_000, 76.7)
    assert widths[:2] == [1_227, 1_227]
    assert widths[2:] == [1_273, 1_273]


def test_with_room_all_grow_alike():
    assert _shared([10, 30], [True, False], 8_000, 76.7) == [2_000, 6_000]


def test_words_are_never_squeezed_to_nothing():
    widths = _shared([40, 20], [True, False], 3_300, 76.7)
    assert widths == [2_200, 1_100]


@pytest.mark.parametrize(
    ("title", "room", "shown"),
    [
        ("逾期天数", 8, "逾期天数"),
        ("逾期天数", 6, "逾期\n天数"),
        ("应收金额（元）", 12, "应收金额\n（元）"),
        ("Days past due", 5, "Days past due"),
    ],
)
def test_a_title_breaks_where_it_is_read_well(title, room, shown):
    assert _broken(title, room) == shown


def test_a_full_table_of_a_letter_is_set_in_readable_print():
    """All columns of U-24 with a 20-digit invoice number: 7 points and more."""
    titles = ("单据号", "发票号", "贵司订单号", "合同号", "到期日", "逾期天数", "应收金额（元）",
              "应付金额（元）")  # fmt: skip
    row = ("XS2026000127", "2" * 20, "PO-07-001", "HT2026007", "2026-09-11", "50", "118,058.97",
           "118,058.97")  # fmt: skip
    size, _ = columns(Grid(titles, (Align.LEFT,) * 8, (row,)))
    assert size >= 14
