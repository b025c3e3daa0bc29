"""The contact log: added, listed, exported, read back; nothing twice, nothing guessed."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json

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
        (("--customer", "甲公司", "--promise", "50"), "金额@日期"),
        (("--customer", "甲公司", "--promise", "五@2026-11-01"), "读不懂"),
        (("--customer", "甲公司", "--promise", "5@2020-10-01"), "早于联系日期"),
        (("--customer", "甲公司", "--at", "2079-01-01", "--feedback", "x"), "在今天（"),
        (("--customer", "甲公司", "--complaint", "--pause-until", "2020-01-01"), "早于联系日期"),
        (("--customer", "甲公司", "--channel", "鸽子"), "没有“鸽子”"),
        (("--customer", "甲公司", "--reason", "天气"), "资金紧张（cash-tight）"),
        (("--withdraw", "P0"), "没有编号"),
    ],
)
def test_what_cannot_be_logged_is_refused_with_a_reason(run, ledger, said, why):
    done = run("log", "add", ledger, *said)
    assert (done.code, why in done.err) == (2, True), done.err


@pytest.mark.parametrize(
    ("said", "remark"),
    [
        (("--at", "2026-10-20 23:30", "--feedback", "x"), "8:00–22:00"),
        (("--promise", "150.01@2026-11-30"), "承诺 150.01 多于当时的欠款，台账上最多 150.00"),
    ],
)
def test_what_is_odd_is_kept_with_a_remark(run, ledger, said, remark):
    """A customer's own message at 23:30 is a fact; C1 owes 100 + 50."""
    done = run("log", "add", ledger, "--customer", "甲公司", *said)
    assert (done.code, remark in done.err) == (0, True), done.err
    assert "本.db" not in done.err
    assert len(rows(run("log", "list", ledger, "-f", "csv"))) == 1


def test_words_are_understood_as_on_a_sheet(run, ledger):
    said = (
        "--feedback",
        "x",
        "--reason",
        "cash flow",
        "--channel",
        "打电话",
        "--proof",
        "微信截图",
    )
    assert run("log", "add", ledger, "--customer", "甲公司", *said).code == 0
    [row] = rows(run("log", "list", ledger, "-f", "csv"))
    found = (row["未付原因"], row["联系方式"], row["留存凭证"])
    assert found == ("资金紧张", "电话", "聊天记录")


def test_a_promise_of_all_that_is_owed_needs_no_remark(run, ledger):
    done = run("log", "add", ledger, "--customer", "甲公司", "--promise", "150@2026-11-30")
    assert "多于" not in done.err


def test_what_is_logged_is_what_receipts_left_open(run, tmp_path):
    """100 less 40 received; a ledger of items and receipts has no balance column."""
    book = openpyxl.Workbook()
    book.active.append(["客户名称", "单据编号", "单据日期", "到期日", "应收金额"])
    book.active.append(["甲公司", "A1", "2026-08-01", "2026-08-31", 100])
    money = book.create_sheet("收款")
    money.append(["客户名称", "收款日期", "收款金额", "核销单据号"])
    money.append(["甲公司", "2026-09-10", 40, "A1"])
    book.save(tmp_path / "两张表.xlsx")
    file = tmp_path / "两张表.xlsx"
    said = ("--customer", "甲公司", "--at", "2026-09-30", "--feedback", "x")
    run("log", "add", file, *said, "--promise", "60.01@2026-11-30")
    [row] = rows(run("log", "list", file, "-f", "csv"))
    assert (row["金额"], row["账龄"]) == ("60.00", "30")


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
    assert (done.code, "有 2 行未采用" in done.err) == (0, True)


@pytest.mark.parametrize("more", [("--strict",), ()])
def test_rows_left_out_are_never_silent(run, ledger, tmp_path, more):
    """With --strict one is enough; without it, when nothing is left."""
    sheet, good = tmp_path / "跟进.csv", "甲公司,2026-10-09,无\n" if more else ""
    sheet.write_text(f"客户,联系日期,客户反馈\n{good}丁公司,2026-10-09,无\n", encoding="utf-8")
    done = run("log", "import", ledger, "--from", sheet, *more, "-f", "csv")
    assert (done.code, "有 1 行未采用，没有记下任何内容" in done.err) == (3, True), done.err
    assert [r["客户"] for r in rows(done)] == (["甲公司", "丁公司"] if more else ["丁公司"])
    assert not (tmp_path / "data").exists()


def test_rows_of_the_ledgers_own_log_are_not_lost_in_silence(run, tmp_path):
    """The customer is unknown in row 3, the day in A4; the row with both is a contact."""
    book = openpyxl.Workbook()
    book.active.append(["客户名称", "单据编号", "单据日期", "到期日", "未收金额"])
    book.active.append(["甲公司", "A1", "2026-08-01", "2026-08-31", 100])
    log = book.create_sheet("催收记录")
    log.append(["联系日期", "客户", "客户反馈", "下一步计划"])
    for day, who in (("2026-10-09", "甲公司"), ("2026-10-09", "丁公司"), ("昨天", "甲公司")):
        log.append([day, who, "同意", ""])
    book.save(tmp_path / "台账.xlsx")
    found = run("check", tmp_path / "台账.xlsx", *AS_OF, *STATED, "-f", "json").out
    problems = [p["message"] for p in json.loads(found)["problems"] if "没有采用" in p["message"]]
    assert [("丁公司" in said, "昨天" in said) for said in problems] == [
        (True, False),
        (False, True),
    ]
    assert "2 条提醒" in run("aging", tmp_path / "台账.xlsx", *AS_OF, *STATED, "-f", "csv").err


def test_a_dry_run_remembers_nothing(run, ledger, tmp_path):
    sheet = tmp_path / "跟进.csv"
    sheet.write_text("客户,联系日期,客户反馈\n甲公司,2026-10-09,无\n", encoding="utf-8")
    done = run("log", "import", ledger, "--from", sheet, "--dry-run", "-f", "csv")
    assert [row["结果"] for row in rows(done)] == ["已记入"]
    assert not (tmp_path / "data").exists()


def fill_in(path, **cells):
    """What a salesperson types into the first row of a worklist, by header."""
    book = openpyxl.load_workbook(path)
    headers = [
        (s, row) for s in book for row in s.iter_rows() if cells.keys() <= {c.value for c in row}
    ]
    [(sheet, head)] = headers
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


@pytest.mark.parametrize(
    ("lang", "date", "answer", "done"),
    [
        ("zh", "联系日期", "客户反馈", "催收措施"),
        ("en", "Contacted on", "Customer's answer", "Action"),
    ],
)
def test_what_was_advised_is_not_what_was_done(run, ledger, tmp_path, lang, date, answer, done):
    """The list says what to do; the log says only what somebody wrote down (R003-43)."""
    lists = tmp_path / "out"
    asked = ("--as-of", "2026-10-31", "--lang", lang)
    run("worklist", ledger, *asked, "--split-by", "salesperson", "-o", lists)
    [mine] = lists.glob("*张三*.xlsx")
    fill_in(mine, **{answer: "x", date: dt.date(2026, 10, 30)})
    assert run("log", "import", ledger, "--from", lists, *asked[2:]).code == 0
    [row] = rows(run("log", "list", ledger, *asked, "-f", "csv"))
    assert row[done] == ""


@pytest.mark.parametrize(
    ("lang", "date", "answer"),
    [("zh", "联系日期", "客户反馈"), ("en", "Contacted on", "Customer's answer")],
)
def test_the_whole_list_comes_back_beside_its_advice(run, ledger, tmp_path, lang, date, answer):
    """One workbook for all: its first sheet advises, and is no log of what was done."""
    whole = tmp_path / "list.xlsx"
    asked = ("--as-of", "2026-10-31", "--lang", lang)
    assert run("worklist", ledger, *asked, "-o", whole).code == 0
    assert len(openpyxl.load_workbook(whole).sheetnames) > 1
    fill_in(whole, **{answer: "x", date: dt.date(2026, 10, 30)})
    done = run("log", "import", ledger, "--from", whole, *asked[2:], "-f", "csv")
    assert done.code == 0, done.err
    assert len(rows(run("log", "list", ledger, *asked, "-f", "csv"))) == 1
