"""How a sheet looks: widths by what is shown, words off the figures, lines that wrap."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
import pytest

from arcollect.render import xlsx
from arcollect.views.table import Bar, Chart, Column, Figure, Kind, Page, Part, Report, Table

CUSTOMER = Column("customer", "客户", Kind.TEXT, ["甲公司"], wide=True)
OPEN = Column("open", "未收", Kind.MONEY, [Decimal("1234.50")], (), Decimal("1234.50"), sums=True)
SHARE = Column("share", "占比", Kind.PERCENT, [Decimal(1) / Decimal(7)])
TIMES = Column("value", "数值", Kind.TEXT, ["5.78 次"], right=True)
WHY = Column("why", "理由", Kind.TEXT, ["逾期很久" * 8], wide=True)
LIST = Table("list", "逐笔", (CUSTOMER, OPEN, SHARE, TIMES), total_label="合计")
ADVICE = Table("advice", "建议", (Column("n", "序", Kind.COUNT, [1]), WHY))


def sheet(*parts: Part, **page: object) -> openpyxl.worksheet.worksheet.Worksheet:
    pages = (Page("p", "页", parts, **page),)  # type: ignore[arg-type]
    written = xlsx.write(Report("周报", pages, ("截至",), "脚", {"lang": "zh"}))
    return openpyxl.load_workbook(io.BytesIO(written))["页"]


def place(page: openpyxl.worksheet.worksheet.Worksheet, value: object) -> str:
    return str(next(c.coordinate for row in page.iter_rows() for c in row if c.value == value))


def test_a_share_of_28_digits_is_as_narrow_as_it_is_shown() -> None:
    columns = sheet(LIST).column_dimensions.values()
    (width,) = [column.width for column in columns if column.min <= 3 <= column.max]
    assert width < 13


def test_words_stand_off_the_figure_before_them_and_figures_in_words_stand_right() -> None:
    page = sheet(LIST)
    assert page[place(page, "甲公司")].alignment.indent == 1
    assert page[place(page, "5.78 次")].alignment.horizontal == "right"


def test_two_tables_of_other_shapes_keep_their_widths_and_their_live_totals() -> None:
    page = sheet(LIST, ADVICE)
    merged = {str(cells) for cells in page.merged_cells.ranges}
    assert any(cells.startswith(place(page, "逾期很久" * 8)) for cells in merged)
    (total,) = [c for row in page.iter_rows() for c in row if c.data_type == "f"]
    own = place(page, 1234.5)
    assert total.value == f"=ROUND(SUM({own}:{own}),2)"


def test_the_first_long_table_can_be_filtered_whatever_stands_with_it() -> None:
    names = Column("customer", "客户", Kind.TEXT, [f"客户{n}" for n in range(12)], wide=True)
    sums = Column("open", "未收", Kind.MONEY, [Decimal(n) for n in range(12)])
    page = sheet(ADVICE, LIST, Table("long", "逐户", (names, sums)))
    head, last = page[place(page, "客户0")].row - 1, page[place(page, "客户11")].row
    assert page.auto_filter.ref == f"A{head}:B{last}"
    assert not any(cells.min_row in range(head, last + 1) for cells in page.merged_cells.ranges)
    assert sheet(LIST, ADVICE).auto_filter.ref is None


def test_a_sentence_is_wrapped_inside_the_sheet() -> None:
    page = sheet("这一句话很长。" * 30, LIST)
    row = next(row for row in page.iter_rows() if str(row[0].value).startswith("这一句话"))[0].row
    assert any(cells.min_row == row for cells in page.merged_cells.ranges)
    assert page.row_dimensions[row].height > 40


def test_a_row_is_as_high_as_its_words_break_and_hidden_keys_make_none_higher() -> None:
    words = "逾期 181 天；XSFP2023110002 诉讼时效 2026-12-30 届满，还剩 60 天，请先确认"
    why = Column("why", "理由", Kind.TEXT, [words], wide=True)
    key = Column("key", "arcollect:customer_key_of_the_row", Kind.TEXT, ["x" * 90], hidden=True)
    page = sheet(Table("t", "表", (CUSTOMER, why, key)))
    row = page[place(page, words)].row
    assert page.row_dimensions[row].height == 2 * 14 + 2  # 46 characters to a line
    assert page.row_dimensions[row - 1].height in {None, 16.5}


def test_what_stands_beside_begins_on_the_same_row() -> None:
    figures = (Figure("open", "未收合计", "811.85 万元"),)
    page = sheet(figures, LIST, ADVICE, beside=range(1, 2), one_sheet=True)
    assert page[place(page, "逐笔")].row == page[place(page, "未收合计")].row
    assert page[place(page, "逐笔")].column > page[place(page, "811.85 万元")].column
    assert page[place(page, "建议")].column == 1
    assert page.page_setup.paperSize == 9


@pytest.mark.parametrize("bars", [3, 40])
def test_a_chart_is_never_cut_by_a_page(bars: int) -> None:
    rows = Table("rows", "行", (Column("n", "序", Kind.COUNT, list(range(10))),))
    chart = Chart("c", "图", tuple(Bar(f"{n}月", Decimal(n)) for n in range(bars)), "CNY")
    page = sheet(rows, chart)
    heading = page[place(page, "图")].row
    assert [found.id for found in page.row_breaks.brk][:1] == ([] if bars == 3 else [heading - 1])


def test_markup_of_the_library_is_words_like_any_other() -> None:
    name = "<r><t>甲</t></r>"
    page = sheet(name, Table("t", name, (Column("customer", name, Kind.TEXT, [name]),)), LIST)
    assert sum(str(cell.value).strip() == name for row in page.iter_rows() for cell in row) == 4


def test_a_hash_that_is_wider_than_its_cell_is_shown_whole() -> None:
    """64 characters without a blank in 46 that fit: two lines."""
    said = "a6a8e07a23111c550574da65c487623779a77d76d21578de640bb0c94fdec3f4"
    page = sheet(Table("facts", "参数", (Column("value", "内容", Kind.ID, [said], wide=True),)))
    row = page[place(page, said)].row
    assert page.row_dimensions[row].height == 2 * 14 + 2


def test_the_words_of_the_foot_fit_their_column() -> None:
    """Closing balance (31 October 2026): bold, and longer than every row above it."""
    label = "Closing balance (31 October 2026)"
    rows = Column("item", "Item", Kind.TEXT, ["Opening balance"], wide=True)
    money = Column("amount", "Amount", Kind.MONEY, [Decimal(1)], total=Decimal(1))
    page = sheet(Table("t", "Summary", (rows, money), total_label=label))
    column = place(page, label).rstrip("0123456789")
    assert page.column_dimensions[column].width >= len(label) * 1.1
