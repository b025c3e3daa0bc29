"""Beginning with nothing: a workbook to fill and a policy."""

from __future__ import annotations

import datetime as dt
import json

import openpyxl
import pytest


def fill_in(path, customer, row=2):
    """What a person types: the example's values under a name of their own."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for cell in sheet[2]:
        sheet.cell(row, cell.column, cell.value)
    sheet.cell(row, 3, customer)
    book.save(path)


@pytest.mark.parametrize(("lang", "name"), [("zh", "应收台账.xlsx"), ("en", "ledger.xlsx")])
def test_the_written_workbook_is_a_ledger(run, tmp_path, lang, name):
    done = run("init", "new", "--lang", lang)
    assert done.code == 0
    assert done.out.splitlines() == [f"new/{name}", "new/arcollect.toml"]
    fill_in(tmp_path / "new" / name, "甲公司")
    table = run("aging", tmp_path / "new" / name, "--as-of", "2026-09-15", "--lang", lang)
    assert table.code == 0
    assert "C001" in table.out
    assert "100000.00" in table.out
    assert table.err == ""


@pytest.mark.parametrize(("lang", "name"), [("zh", "应收台账.xlsx"), ("en", "ledger.xlsx")])
def test_the_example_row_is_nobody_s_debt(run, tmp_path, lang, name):
    run("init", "--lang", lang)
    assert run("aging", tmp_path / name).code == 3  # nothing filled in yet
    fill_in(tmp_path / name, "甲公司", row=3)
    table = run("aging", tmp_path / name, "--as-of", "2026-11-30", "-f", "json")
    assert [row["customer"] for row in json.loads(table.out)["tables"][0]["rows"]] == ["甲公司"]
    notices = [p["cell"] for p in json.loads(table.out)["problems"]]
    assert notices.count("C2") == 3  # of items, contacts and receipts


def test_nothing_is_overwritten_without_force(run, tmp_path):
    (tmp_path / "arcollect.toml").write_text("language = 'zh'\n")
    done = run("init", "--lang", "en")
    assert (done.code, done.out) == (4, "")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["arcollect.toml"]
    assert run("init", "--force", "--lang", "en").code == 0
    assert (tmp_path / "ledger.xlsx").exists()


def test_the_same_workbook_every_time():
    from arcollect.render.xlsx.starter import starter
    from arcollect.text import Lang

    assert starter(Lang.ZH) == starter(Lang.ZH)


def test_policy_init_and_show(run):
    assert run("policy", "init", "--lang", "zh").out == "arcollect.toml\n"
    assert run("policy", "init").code == 4
    shown = run("policy", "show", "--lang", "en").out
    assert "grade.long_days,60,arcollect.toml:" in shown
    assert ",R000-43," in shown


CREDIT = {
    "zh": {"风险标记": "停产；股权变更", "资产负债率": 0.8, "联系人变更次数": 3, "可执行财产": 500, "收回机会": 0.6},
    "en": {
        "Flags": "production stopped; equity change", "Debt ratio": 0.8, "Contact changes": 3,
        "Enforceable assets": 500, "Chance of recovery": 0.6,
    },
}  # fmt: skip
LOG = {
    "zh": ("哪天", "谁（客户）", "怎么联系的", "答应哪天付", "答应付多少"),
    "en": ("When", "Who", "How", "Promised for", "Promised"),
}


def put(sheet, row, values):
    titles = {cell.value: cell.column for cell in sheet[1]}
    for title, value in values.items():
        sheet.cell(row, titles[title], value)


@pytest.mark.parametrize(("lang", "name"), [("zh", "应收台账.xlsx"), ("en", "ledger.xlsx")])
def test_credit_facts_and_the_log_read_back(run, tmp_path, lang, name):
    """U-42: what is typed into the new columns is seen by the lights and the log."""
    run("init", "--lang", lang)
    fill_in(tmp_path / name, "甲公司", row=3)
    book = openpyxl.load_workbook(tmp_path / name)
    who, customers, log = book.worksheets[1]["B1"].value, book.worksheets[1], book.worksheets[4]
    put(customers, 3, {customers["A1"].value: "C001", who: "甲公司", **CREDIT[lang]})
    day, party, channel, promised_on, promised = LOG[lang]
    put(log, 3, {day: dt.date(2026, 11, 2), party: "甲公司", channel: "电话"})
    put(log, 3, {promised_on: dt.date(2026, 12, 1), promised: 40})
    book.save(tmp_path / name)
    seen = run("alerts", name, "--as-of", "2026-11-30", "-f", "json", "--lang", "en").out
    rules = ("R003-59", "R003-86", "R003-25", "R002-16")
    assert [rule for rule in rules if rule not in seen] == []
    listed = run("log", "list", name, "--as-of", "2026-11-30", "-f", "json", "--lang", "en")
    assert "2026-12-01" in listed.out
    assert "40.00" in listed.out


def test_drop_downs_are_short_enough_for_excel():
    from arcollect.render.xlsx.starter import SHEETS
    from arcollect.text import Lang, text

    offered = {field.choices for fields in SHEETS.values() for field in fields if field.choices}
    said = [text(f"starter.choices.{key}", lang) for key in offered for lang in Lang]
    assert max(map(len, said)) <= 255


@pytest.mark.parametrize(
    ("lang", "name", "log"),
    [("zh", "应收台账.xlsx", "催收记录"), ("en", "ledger.xlsx", "contact log")],
)
def test_an_empty_log_is_a_log(run, tmp_path, lang, name, log):
    """Not "not used" in one table and "read as the contact log" in another."""
    run("init", "--lang", lang)
    fill_in(tmp_path / name, "甲公司")
    said = json.loads(run("check", tmp_path / name, "-f", "json", "--lang", lang).out)
    (sheets,) = [table for table in said["tables"] if table["key"] == "sheets"]
    assert [row["role"] for row in sheets["rows"]][4] == log
    told = [problem["message"] for problem in said["problems"] if log in problem["message"]]
    assert len(told) == 1
    assert "未采用" not in told[0]
    assert "not used" not in told[0]
