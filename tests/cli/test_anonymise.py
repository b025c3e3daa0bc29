"""A layout with made-up contents: nothing real survives, everything reads as before."""

from __future__ import annotations

import io
import json

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

SECRET = ("绝密科技", "Zorblax", "XSFP", "98765432", "周密", "shadow", "4321.98", "2024-03-05")


def cells(path) -> list[str]:
    book = CalamineWorkbook.from_path(str(path))
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
    return [*book.sheet_names, *(str(cell) for row in rows for cell in row)]


def workbook(path, *sheets: tuple[str, list[list[object]]]) -> None:
    book = xlsxwriter.Workbook(str(path), {"strings_to_numbers": False})
    for name, rows in sheets:
        page = book.add_worksheet(name)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
        page.set_row(4, None, None, {"hidden": True})
        page.set_column(7, 7, None, None, {"hidden": True})
    book.close()


@pytest.fixture
def planted(tmp_path):
    path = tmp_path / "绝密.xlsx"
    rows: list[list[object]] = [
        ["绝密科技应收明细 截止日期：2024-03-31"],
        ["客户名称", "单据编号", "单据日期", "到期日", "应收金额", "未收金额", "业务员", "备注"],
        ["绝密科技(北京)有限公司", "XSFP98765432", "2024-03-05", "2024-04-05", 4321.98, 4321.98,
         "周密", "call shadow 13800138000"],
        ["绝密科技(北京)有限公司", "XSFP98765433", "2024-03-06", "2024-04-06", "4,321.98", "￥1,000.00",
         "周密", "Zorblax"],
        ["Zorblax Ltd", "XSFP98765434", "2024-03-07", "2024-04-07", 100, 50, "周密", ""],
        ["绝密科技(北京)有限公司(小计)", "", "", "", "", "", "", ""],
        ["合计", "", "", "", 8743.96, 5371.98, "", ""],
    ]  # fmt: skip
    workbook(path, ("绝密科技", rows))
    return path


def test_nothing_of_the_rows_survives(run, planted, tmp_path):
    done = run("check", planted, "--anonymise", tmp_path / "out.xlsx")
    assert done.code == 0, done.err
    everything = "\n".join(cells(tmp_path / "out.xlsx"))
    assert [word for word in SECRET if word in everything] == []
    assert "客户名称" in everything
    assert "未收金额" in everything
    assert "(小计)" in everything


def test_it_reads_as_the_original_and_foots(run, planted, tmp_path):
    run("check", planted, "--anonymise", tmp_path / "out.xlsx")
    before = run("check", planted, "-f", "json", "--lang", "en")
    after = run("check", tmp_path / "out.xlsx", "-f", "json", "--lang", "en")
    assert before.code == after.code == 0
    assert after.out.count("ties out") == before.out.count("ties out") >= 2
    assert "hidden" in after.out
    assert after.out.count("hidden") == before.out.count("hidden")


def test_a_file_that_is_no_ledger(run, tmp_path):
    path = tmp_path / "odd.csv"
    path.write_text("绝密科技,Zorblax,98765432\n周密,shadow,4321.98\n", encoding="utf-8")
    assert run("aging", path).code == 3
    done = run("check", path, "--anonymise", tmp_path / "out.xlsx")
    assert done.code == 0, done.err
    everything = "\n".join(cells(tmp_path / "out.xlsx"))
    assert [word for word in SECRET if word in everything] == []


def test_the_shape_of_ids_names_and_days_stays():
    from arcollect.ledger.disguise import Disguise

    made = Disguise()
    assert made.text("00123-AB 甲（x）", "id")[:2] == "00"
    assert made.text("甲公司", "id") == made.text("甲公司", "") != "甲公司"
    assert made.text("29/02/2024", "date")[:6] == "29/02/"
    assert made.text("1,28,500.00 Dr", "money").endswith(".00 Dr")
    assert made.text("月结60", "terms") == "月结60"
    whole, part = made.number(250.0, "money"), made.number(100.25, "money")
    assert whole + part == made.number(350.25, "money")


@pytest.mark.parametrize("target", ["out.csv", "planted"])
def test_a_target_that_cannot_be(run, planted, tmp_path, target):
    out = planted if target == "planted" else tmp_path / target
    before = planted.read_bytes()
    assert run("check", planted, "--anonymise", out).code == 2
    assert planted.read_bytes() == before


def test_errors_and_formulas_without_a_value_stay(run, tmp_path):
    book = xlsxwriter.Workbook(stream := io.BytesIO())
    page = book.add_worksheet()
    page.write_row(0, 0, ["客户名称", "单据编号", "到期日", "未收金额"])
    page.write_row(1, 0, ["甲公司", "A1", "2026-01-31", 10])
    page.write_row(2, 0, ["甲公司", "A2", "2026-01-31"])
    page.write_formula(2, 3, "=NA()", None, "#N/A")
    page.write_row(3, 0, ["甲公司", "A3", "2026-01-31"])
    page.write_formula(3, 3, "=1+1", None, "")
    book.close()
    (tmp_path / "t.xlsx").write_bytes(stream.getvalue())
    run("check", tmp_path / "t.xlsx", "--anonymise", tmp_path / "out.xlsx")
    for name in ("t.xlsx", "out.xlsx"):
        said = run("check", tmp_path / name, "-f", "json", "--lang", "en").out
        assert [w for w in ("error value", "no stored result") if w not in said] == [], name


def test_wide_figures_and_traditional_labels_keep_their_meaning(run, tmp_path):
    """The disguise of a ledger from Taiwan and of an account reads as they did."""
    rows: list[list[object]] = [
        ["客戶名稱", "日期", "憑證號", "摘要", "借方", "貸方", "方向", "餘額"],
        ["絕密科技", "", "", "期初餘額", "", "", "借", "１，０００．５０"],
        ["絕密科技", "2024-03-05", "記-1", "銷售", "2,000", "", "借", 3000.5],
        ["絕密科技", "2024-03-31", "", "本月合計", "2,000", "", "借", 3000.5],
        ["絕密科技", "2024-03-31", "", "結轉下年", "", "", "借", 3000.5],
        ["製表人：周密", "", "", "", "", "", "", "第1頁"],
    ]
    workbook(tmp_path / "in.xlsx", ("明細帳", rows))
    run("check", tmp_path / "in.xlsx", "--anonymise", tmp_path / "out.xlsx")
    before, after = (
        json.loads(run("check", tmp_path / name, "-f", "json", "--lang", "en").out)["tables"]
        for name in ("in.xlsx", "out.xlsx")
    )
    classes = [[(r["class"], r["rows"]) for r in t[2]["rows"]] for t in (before, after)]
    assert classes[0] == classes[1]
    everything = "\n".join(cells(tmp_path / "out.xlsx"))
    assert "絕密" not in everything
    assert "周密" not in everything
