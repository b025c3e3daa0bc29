"""Where room is short, words give way before numbers."""

from __future__ import annotations

import io
import zipfile

import pytest
from tests.render.letters.papers import Sheet

from arcollect.render.letters.columns import _broken, _shared, columns
from arcollect.render.letters.docx import docx
from arcollect.render.letters.html import html
from arcollect.views.block import Align, Grid, PayTo


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


def test_a_short_table_and_the_pay_to_block_are_not_torn():
    """Every row but the last stays with the next one."""
    rows = tuple((str(n), "1.00") for n in range(3))
    grid = Grid(("单据号", "金额"), (Align.LEFT, Align.RIGHT), rows, (("合计", "3.00"),))
    pay = PayTo("收款账户", (("户名", "甲"), ("账号", "1"), ("付款附言", "2")))
    for block, kept in ((grid, 3), (pay, 2)):
        made = zipfile.ZipFile(io.BytesIO(docx(Sheet((block,)))))
        table = made.read("word/document.xml").decode().partition("<w:tbl>")[2]
        found = [row.count("<w:keepNext/>") > 0 for row in table.split("</w:tr>")[:-1]]
        data = [has for has, row in zip(found, table.split("<w:tr>")[1:], strict=True)
                if "tblHeader" not in row]  # fmt: skip
        assert data == [True] * kept + [False]


def test_a_long_table_keeps_its_last_rows_with_the_total():
    rows = tuple((str(n), "1.00") for n in range(60))
    grid = Grid(("单据号", "金额"), (Align.LEFT, Align.RIGHT), rows, (("合计", "60.00"),))
    made = zipfile.ZipFile(io.BytesIO(docx(Sheet((grid,)))))
    lines = made.read("word/document.xml").decode().split("</w:tr>")[1:-1]
    kept = ["<w:keepNext/>" in line for line in lines]
    assert (kept.count(True), kept[-1], all(kept[-7:-1])) == (6, False, True)


def test_rows_to_seal_have_room():
    grid = Grid(("甲方", "乙方"), (Align.LEFT, Align.LEFT), (("（盖章）", "（盖章）"),), room=44)
    made = zipfile.ZipFile(io.BytesIO(docx(Sheet((grid,)))))
    body = made.read("word/document.xml").decode()
    assert body.count('<w:trHeight w:val="880" w:hRule="atLeast"/>') == 1  # 44 points
    assert 'style="height:44pt"' in html(Sheet((grid,)))


def test_a_printed_page_shows_every_column_and_the_total_once():
    """The same size of print as on paper; a total at the foot of each page would be a lie."""
    row = ("XS2026000127", "2" * 20, "PO-07-001", "HT2026007", "118,058.97")
    grid = Grid(("单据号", "发票号", "订单号", "合同号", "金额"), (Align.LEFT,) * 5, (row,),
                (("合计", "", "", "", "118,058.97"),))  # fmt: skip
    said = html(Sheet((grid,)))
    size, _ = columns(grid)
    assert f'<table class="kept" style="font-size:{size / 2}pt">' in said
    assert "tfoot { display: table-row-group; }" in said
