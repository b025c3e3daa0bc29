"""Beginning with nothing: a workbook to fill and a policy."""

from __future__ import annotations

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
    table = run("aging", tmp_path / "new" / name, "--as-of", "2026-11-30", "--lang", lang)
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
