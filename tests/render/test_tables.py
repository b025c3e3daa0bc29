"""The same table in every medium: exact, complete and literal."""

from __future__ import annotations

import datetime as dt
import io
import json as decoder
from decimal import Decimal

import openpyxl
import pytest
from rich.console import Console

from arcollect.errors import Problem, Severity, message
from arcollect.render import html, xlsx
from arcollect.render.data import csv, json, main_tables, md
from arcollect.render.screen import show
from arcollect.render.xlsx.workbook import sheet_name
from arcollect.text import Lang
from arcollect.views.table import Bar, Chart, Column, Figure, Kind, Page, Report, Table, Tone

NAMES = ["甲 & 乙 <贸易>", "=1+1", "[/]", "[red]x[/red]", "NA", "../../x", "{{7*7}}", "**x**"]
IDS = ["00123", "25312000000012345678", "-", "@x", "+1", "1E5", "a|b", ""]
MONEY = [Decimal(f"{n}.10") for n in range(8)]


def table() -> Table:
    return Table(
        "aging.CNY",
        "逾期账龄表（按到期日） CNY",
        (
            Column("customer", "客户", Kind.TEXT, NAMES, wide=True),
            Column("document_no", "单据编号", Kind.ID, IDS),
            Column("open", "未收", Kind.MONEY, MONEY, [Tone.BAD] * 8, Decimal("28.80"), sums=True),
            Column("due", "到期日", Kind.DATE, [dt.date(2026, 10, 31)] * 7 + [None]),
            Column("days", "天数", Kind.DAYS, list(range(8)), total=7),
        ),
        ("截至 2026-10-31",),
        ("口径",),
        "合计",
    )


def report() -> Report:
    chart = Chart("c", "按账龄", (Bar("未到期", Decimal("1.00"), Tone.GOOD),), "CNY")
    figure = Figure("f", "逾期率", "15.42%", Tone.BAD, "▲ 超过", "37/240")
    overview = Page("o", "总览", ((figure,), chart, "一句话"), first="先打电话")
    return Report(
        "周报", (overview, Page("a", "账龄", (table(),))), ("截至",), "脚", {"lang": "zh"}
    )


def grid() -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(io.BytesIO(xlsx.write(report())))["账龄"]


def test_csv_for_a_pipe_is_raw() -> None:
    lines = csv(table()).splitlines()
    assert lines[0] == "客户,单据编号,未收,到期日,天数"
    assert lines[2] == "=1+1,25312000000012345678,1.10,2026-10-31,1"
    assert lines[-1] == "合计,,28.80,,7"


def test_csv_for_excel_cannot_run_formulas() -> None:
    text = csv(table(), for_excel=True)
    assert "'=1+1" in text
    assert "'@x" in text
    assert ",-0.10" not in text.replace("'", "")


def test_negative_numbers_are_never_prefixed() -> None:
    column = Column("m", "m", Kind.MONEY, [Decimal("-1.00")])
    assert csv(Table("t", "t", (column,)), for_excel=True).split("\r\n")[1] == "-1.00"


def test_json_keeps_decimals_as_strings() -> None:
    problem = Problem(Severity.WARNING, message("common.none"), sheet="S", cell="B7", raw="x")
    answer = decoder.loads(json("aging", dt.date(2026, 10, 31), Lang.ZH, [table()], [problem]))
    assert answer["tables"][0]["rows"][1]["open"] == "1.10"
    assert answer["tables"][0]["rows"][7]["due"] is None
    assert answer["tables"][0]["total"] == {"open": "28.80", "days": 7}
    assert answer["problems"][0]["cell"] == "B7"


def test_markdown_keeps_pipes_and_stars_literal() -> None:
    text = md([table()])
    assert "a\\|b" in text
    assert "\\*\\*x\\*\\*" in text


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_screen_shows_every_name_whole(width: int) -> None:
    out = io.StringIO()
    show([table()], console=Console(file=out, width=width), lang=Lang.ZH)
    flat = "".join(out.getvalue().split()).replace("│", "")
    for name in NAMES:
        assert "".join(name.split()) in flat or width == 40
    assert "…" not in out.getvalue()


def test_narrow_screens_say_which_columns_are_missing() -> None:
    wide = Column("x", "很长的列", Kind.TEXT, ["y" * 60], minor=True)
    out = io.StringIO()
    first = Column("a", "客户", Kind.TEXT, ["甲"], wide=True)
    show([Table("t", "t", (first, wide))], console=Console(file=out, width=60), lang=Lang.ZH)
    assert "未显示 1 列：很长的列" in out.getvalue()


def test_workbook_cells_have_their_true_type() -> None:
    sheet = grid()
    cells = {str(c.value): c for row in sheet.iter_rows() for c in row if c.value is not None}
    assert cells["=1+1"].data_type == "s"
    assert cells["00123"].data_type == "s"
    assert cells["25312000000012345678"].data_type == "s"
    assert cells["0.1"].number_format.startswith("#,##0.00")
    assert cells["2026-10-31 00:00:00"].is_date


def test_totals_are_live_formulas_with_the_true_cached_value() -> None:
    live = [c for row in grid().iter_rows() for c in row if c.data_type == "f"]
    cached = openpyxl.load_workbook(io.BytesIO(xlsx.write(report())), data_only=True)["账龄"]
    assert [c.value for c in live] == ["=ROUND(SUM(C5:C12),2)"]
    assert cached[live[0].coordinate].value == 28.8


def test_the_same_report_gives_the_same_bytes() -> None:
    assert xlsx.write(report()) == xlsx.write(report())
    assert html.write(report(), Lang.ZH) == html.write(report(), Lang.ZH)


def test_html_escapes_customers() -> None:
    page = html.write(report(), Lang.ZH).decode()
    assert "甲 &amp; 乙 &lt;贸易&gt;" in page
    assert "<贸易>" not in page
    assert "15.42%" in page


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("a/b:c", "a_b_c"),
        ("History", "History_"),
        ("'q'", "q"),
        ("", "Sheet"),
        ("长" * 40, "长" * 31),
    ],
)
def test_sheet_names_are_legal(title: str, name: str) -> None:
    assert sheet_name(title, set()) == name


def test_sheet_names_are_unique_without_case() -> None:
    taken: set[str] = set()
    assert [sheet_name(t, taken) for t in ("Aging", "aging", "AGING")] == [
        "Aging",
        "aging (2)",
        "AGING (3)",
    ]


def test_no_currency_is_lost_in_a_csv() -> None:
    names = Column("name", "客户", Kind.TEXT, ["甲"], wide=True)
    tables = [
        Table(
            f"aging.{code}",
            "账龄",
            (names, Column("open", "未收", Kind.MONEY, [Decimal(n)], total=Decimal(n))),
            total_label="合计",
        )
        for code, n in (("CNY", "1.00"), ("USD", "2.00"))
    ]
    lines = "".join(csv(t, header=not n) for n, t in enumerate(main_tables(tables, "币种")))
    assert lines.splitlines() == [
        "客户,币种,未收", "甲,CNY,1.00", "合计,CNY,1.00", "甲,USD,2.00", "合计,USD,2.00",
    ]  # fmt: skip
    alone = csv(main_tables(tables[:1], "币种")[0])
    assert alone.splitlines() == lines.splitlines()[:3]


def test_a_currency_as_it_was_written_is_neither_lost_nor_run_as_a_formula() -> None:
    open_ = Column("open", "未收", Kind.MONEY, [Decimal("2.00")], total=Decimal("2.00"))
    coded = Column("customer_code", "编码", Kind.ID, ["C1"])
    name = Column("name", "客户", Kind.TEXT, ["甲"], wide=True)
    tables = [
        Table("aging.CNY", "账龄", (coded, name, open_), total_label="合计"),
        Table("aging.=1+RS.", "账龄", (name, open_), total_label="合计"),
    ]
    main = main_tables(tables, "币种")
    lines = "".join(csv(t, header=not n, for_excel=True) for n, t in enumerate(main))
    assert lines.splitlines() == [
        "编码,客户,币种,未收", "C1,甲,CNY,2.00", ",合计,CNY,2.00",
        ",甲,'=1+RS.,2.00", ",合计,'=1+RS.,2.00",
    ]  # fmt: skip


@pytest.mark.parametrize(("words", "is_long"), [("先打电话", False), ("先打电话" * 40, True)])
def test_a_long_first_line_takes_several_lines_not_the_paper(words: str, is_long: bool) -> None:
    pages = (Page("a", "账龄", (table(),), first=words),)
    book = openpyxl.load_workbook(io.BytesIO(xlsx.write(Report("周报", pages, (), "脚"))))
    cell = book["账龄"]["A2"]
    assert cell.value == words
    assert bool(cell.alignment.wrap_text) is is_long
    assert bool(book["账龄"].merged_cells.ranges) is is_long
