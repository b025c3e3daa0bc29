"""The contact log: added, listed, exported, read back; nothing twice, nothing guessed."""

from __future__ import annotations

import csv
import datetime as dt
import io

import openpyxl
import pytest

AS_OF = ("--as-of", "2026-10-31")
STATED = ("--balances-as-of", "2026-10-31")
LATER = ("--as-of", "2026-11-10", "--balances-as-of", "2026-11-10")
CALL = ("--at", "2026-10-20 14:30", "--channel", "call", "--feedback", "同意付款")
PROMISED = ("--promise", "60@2026-10-24", "--promise", "40@2026-11-30")


def rows(run):
    return list(csv.DictReader(io.StringIO(run.out)))


@pytest.fixture
def logged(run, ledger):
    """One call with two promises."""
    done = run("log", "add", ledger, "--customer", "甲公司", *CALL, *PROMISED)
    assert done.code == 0
    return ledger


def test_a_call_with_two_promises_is_listed_with_what_came(run, logged):
    """R000-55; without receipts in the ledger an unchanged debt is a broken promise."""
    found = rows(run("log", "list", logged, *AS_OF, *STATED, "-f", "csv"))
    assert [row["承诺金额"] for row in found] == ["60.00", "40.00"]
    assert [row["实际还款情况"] for row in found] == ["未兑现", "未到期"]
    assert {(row["金额"], row["账龄"], row["联系时间"]) for row in found} == {
        ("100.00", "50", "2026-10-20 14:30")
    }


def test_the_log_is_listed_without_a_ledger(run, ledger, tmp_path):
    book = ("--register", tmp_path / "本.db")
    run("log", "add", ledger, "--customer", "甲公司", *CALL, *PROMISED, *book)
    found = rows(run("log", "list", *book, *AS_OF, "-f", "csv", "--lang", "zh"))
    assert [row["承诺金额"] for row in found] == ["60.00", "40.00"]
    assert [row["实际还款情况"] for row in found] == ["无法判断", "未到期"]
    out = tmp_path / "表.xlsx"
    assert run("log", "export", *book, "-o", out).code == 0
    assert out.exists()


def test_without_a_ledger_the_register_must_be_known(run):
    assert run("log", "list").code == 2
    assert run("log", "list", "--register", "x.db", "--no-register").code == 2


def test_the_same_entry_twice_is_one_entry(run, logged):
    again = run("log", "add", logged, "--customer", "甲公司", *CALL, *PROMISED)
    assert "没有新内容" in again.err
    assert len(rows(run("log", "list", logged, "-f", "csv"))) == 2


def test_what_was_exported_is_known_when_read_back(run, logged, tmp_path):
    out = tmp_path / "记录" / "表.xlsx"
    out.parent.mkdir()
    assert run("log", "export", logged, *AS_OF, "-o", out).code == 0
    back = rows(run("log", "import", logged, "--from", out.parent, "-f", "csv"))
    assert [row["结果"] for row in back] == ["以前记过", "以前记过"]


def test_a_new_register_takes_the_same_export(run, logged, tmp_path):
    out = tmp_path / "表.xlsx"
    run("log", "export", logged, *AS_OF, "-o", out)
    first = run("log", "list", logged, *AS_OF, "-f", "csv").out
    other = ("--register", tmp_path / "另一本.db")
    assert run("log", "import", logged, "--from", out, *other).code == 0
    assert run("log", "list", logged, *AS_OF, "-f", "csv", *other).out == first


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (("--customer", "甲", "--feedback", "x"), "名称相近的有：甲公司"),
        (("--customer", "甲公司"), "要记什么"),
        (("--customer", "甲公司", "--at", "2026-10-20 22:00", "--feedback", "x"), "8:00–22:00"),
        (("--customer", "甲公司", "--at", "2026-10-20 7:59", "--feedback", "x"), "8:00–22:00"),
        (("--customer", "甲公司", "--promise", "50"), "金额@日期"),
        (("--customer", "甲公司", "--promise", "五@2026-11-01"), "读不懂"),
        (("--customer", "甲公司", "--promise", "5@2020-10-01"), "早于联系日期"),
        (("--customer", "甲公司", "--channel", "鸽子"), "没有“鸽子”"),
        (("--withdraw", "P0"), "没有编号"),
    ],
)
def test_what_cannot_be_logged_is_refused_with_a_reason(run, ledger, said, why):
    done = run("log", "add", ledger, *said)
    assert (done.code, why in done.err) == (2, True), done.err


def test_a_correction_keeps_history_and_withdraws_its_promises(run, logged):
    [mark] = {row["编号"] for row in rows(run("log", "list", logged, "-f", "csv"))}
    done = run(
        "log",
        "add",
        logged,
        "--customer",
        "C1",
        *CALL[:4],
        "--feedback",
        "再等",
        "--corrects",
        mark,
    )
    assert done.code == 0
    found = rows(run("log", "list", logged, "-f", "csv"))
    assert [row["客户反馈"] for row in found] == ["再等"]
    promises = run("log", "list", logged, "-f", "md").out
    assert promises.count("已撤回") >= 2


def test_a_dispute_is_opened_and_closed(run, ledger):
    opened = run(
        "log", "add", ledger, "--customer", "甲公司", "--document", "A1", "--dispute", "all",
        "--reason", "quality",
    )  # fmt: skip
    mark = opened.out.split()[-1]
    assert "整张单据 | 质量异议" in run("log", "list", ledger, "-f", "md").out
    run("log", "add", ledger, "--close-dispute", mark, "--at", "2026-10-30")
    assert "2026-10-30" in run("log", "list", ledger, "-f", "md").out


def test_a_folder_says_row_by_row_what_was_not_taken(run, ledger, tmp_path):
    folder = tmp_path / "清单"
    folder.mkdir()
    (folder / "张三.csv").write_text(
        "客户,联系日期,客户反馈,承诺还款时间\n甲公司,2026-10-09,无,\n丁公司,2026-10-09,无,\n"
        "甲公司,2026-10-09,无,下周\n",
        encoding="utf-8",
    )
    (folder / "坏.xlsx").write_bytes(b"PK\x03\x04 broken")
    done = run("log", "import", ledger, "--from", folder, "-f", "csv")
    assert [(r["位置"], r["结果"]) for r in rows(done)] == [
        ("张三!2", "已记入"), ("张三!3", "未采用"), ("张三!D4", "未采用")
    ]  # fmt: skip
    assert "坏.xlsx" in done.err


def test_a_dry_run_remembers_nothing(run, ledger, tmp_path):
    sheet = tmp_path / "跟进.csv"
    sheet.write_text("客户,联系日期,客户反馈\n甲公司,2026-10-09,无\n", encoding="utf-8")
    run("log", "import", ledger, "--from", sheet, "--dry-run")
    assert not (tmp_path / "data").exists()


def fill_in(path, **cells):
    """What a salesperson types into the first row of a worklist, by header."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    [head] = [row for row in sheet.iter_rows() if cells.keys() & {c.value for c in row}]
    for cell in head:
        if cell.value in cells:
            sheet.cell(cell.row + 1, cell.column).value = cells[cell.value]
    book.save(path)


@pytest.mark.parametrize("again", [1, 2])
def test_a_filled_in_worklist_makes_the_round_trip(run, ledger, tmp_path, again):
    """U-41: handed out, filled in, taken in, judged; a second time adds nothing."""
    lists = tmp_path / "清单"
    asked = ("--split-by", "salesperson", "-o", lists)
    assert run("worklist", ledger, *AS_OF, *asked).code == 0
    [mine] = lists.glob("*张三*.xlsx")
    typed = {"联系日期": dt.date(2026, 11, 2), "联系方式": "电话", "客户反馈": "承诺付款"}
    promised = {"承诺付款日": dt.date(2026, 11, 6), "未付原因": "资金紧张", "留存凭证": "通话录音"}
    fill_in(mine, **typed, **promised)
    for _ in range(again):
        assert run("log", "import", ledger, "--from", lists).code == 0
    [row] = rows(run("log", "list", ledger, *LATER, "-f", "csv"))
    assert (row["客户"], row["金额"], row["承诺金额"]) == ("甲公司", "100.00", "100.00")
    assert (row["未付原因"], row["留存凭证"]) == ("资金紧张", "通话录音")
    assert row["实际还款情况"] == "未兑现"
