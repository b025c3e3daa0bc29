"""`arcollect worklist` as its users see it."""

from __future__ import annotations

import sys

import pytest
from rich.cells import cell_len

from arcollect.views.chase.worklist.sheet import HIDDEN, hidden_title

LEDGER = """\
客户编码,客户名称,单据编号,单据日期,到期日,未收金额,业务员
C1,甲公司,A1,2026-06-01,2026-08-31,100.00,张三
C2,../../x,B1,2026-06-01,2026-07-01,300.00,李/四
C3,[/],D1,2026-06-01,2026-10-01,50.00,
C4,NA,E1,2026-06-01,2026-12-31,70.00,张三
"""
PHONE = "13800138000"
CONTACTS = f"客户编码,客户名称,联系人,职务,电话\nC1,甲公司,王总,总经理,{PHONE}\n"
AS_OF = ("--as-of", "2026-10-31", "--lang", "zh")


@pytest.fixture
def book(tmp_path):
    """Three customers overdue, one not yet due; one contact with a phone."""
    (tmp_path / "台账.csv").write_text(LEDGER, encoding="utf-8")
    (tmp_path / "contacts.csv").write_text(CONTACTS, encoding="utf-8")
    (tmp_path / "arcollect.toml").write_text('[books]\ncontacts = "contacts.csv"\n', "utf-8")
    return tmp_path / "台账.csv"


def test_csv_has_every_overdue_customer(run, book):
    ran = run("worklist", book, *AS_OF)
    assert ran.code == 0
    rows = ran.out.splitlines()
    assert len(rows) == 4 + 1  # header, three customers, the total
    assert [name in ran.out for name in ("甲公司", "../../x", "[/]", "NA,")] == [True] * 3 + [False]
    assert not any(hidden_title(key) in ran.out for key in HIDDEN)


def test_no_phone_on_a_screen_or_in_a_log(run, book):  # invariant 14
    for more in (("-f", "table"), (), ("-f", "json"), ("--customer", "甲公司")):
        ran = run("worklist", book, *AS_OF, *more)
        assert ran.code == 0
        assert PHONE not in ran.out + ran.err


def test_every_workbook_brings_the_rules_to_sign(run, book, tmp_path):  # R003-67, R003-68
    import openpyxl

    run("worklist", book, *AS_OF, "--split-by", "salesperson", "-o", tmp_path / "分发")
    [mine] = (tmp_path / "分发").glob("*张三*.xlsx")
    rules = openpyxl.load_workbook(mine).worksheets[1]
    said = [str(cell.value) for row in rules.iter_rows() for cell in row if cell.value]
    assert any("22:00" in line for line in said)
    assert any("第三方" in line for line in said)
    assert any("承诺人" in line for line in said)


def test_one_workbook_and_chat_per_salesperson(run, book, tmp_path):
    target = tmp_path / "分发"
    ran = run("worklist", book, *AS_OF, "--split-by", "salesperson", "-o", target)
    names = sorted(p.name for p in target.iterdir() if not p.name.startswith("."))
    assert names == sorted(
        [
            "催收清单_张三_20261031.txt",
            "催收清单_张三_20261031.xlsx",
            "催收清单_李_四_20261031.txt",
            "催收清单_李_四_20261031.xlsx",
            "催收清单_(未指定业务员)_20261031.txt",
            "催收清单_(未指定业务员)_20261031.xlsx",
        ]
    )
    assert ran.code == 0
    assert len([line for line in ran.out.splitlines() if line]) == 9
    assert run("worklist", book, *AS_OF, "--split-by", "salesperson", "-o", target).code == 0


def test_a_filled_in_workbook_is_never_overwritten(run, book, tmp_path):
    target = tmp_path / "分发"
    line = ("worklist", book, *AS_OF, "--split-by", "salesperson", "-o", target)
    run(*line)
    filled = next(target.glob("*张三*.xlsx"))
    filled.write_bytes(b"filled in")
    again = run(*line)
    assert (again.code, filled.name in again.err) == (0, True)
    assert filled.read_bytes() == b"filled in"


def test_the_calendar_is_stable(run, book, tmp_path):
    pytest.importorskip("icalendar")
    path = tmp_path / "a.ics"
    run("worklist", book, *AS_OF, "--ics", path)
    first = path.read_bytes()
    run("worklist", book, *AS_OF, "--ics", path)
    assert path.read_bytes() == first
    assert first.count(b"BEGIN:VEVENT") == 3
    assert b"DTSTART:20261102T070000Z" in first  # Monday 15:00 in Shanghai
    assert PHONE.encode() not in first


def test_one_owner_only(run, book):
    assert "../../x" not in run("worklist", book, *AS_OF, "--owner", "张三").out
    ran = run("worklist", book, *AS_OF, "--owner", "赵六")
    assert (ran.code, "赵六" in ran.err) == (2, True)


def test_groups(run, book):
    ran = run("worklist", book, *AS_OF, "--by", "salesperson", "-f", "table")
    assert "（未指定业务员）" in ran.out
    assert run("worklist", book, *AS_OF, "--by", "nobody").code == 2


def test_looking_further_ahead(run, book):
    assert "E1" not in run("worklist", book, *AS_OF).out
    assert "NA" in run("worklist", book, *AS_OF, "--days", "70").out


def test_the_brief_of_one_customer(run, book, tmp_path):
    ran = run("worklist", book, *AS_OF, "--customer", "C1")
    assert ran.code == 0
    assert "A1" in ran.out
    page = tmp_path / "甲.html"
    run("worklist", book, *AS_OF, "--customer", "C1", "-o", page)
    assert PHONE in page.read_text("utf-8")
    assert run("worklist", book, *AS_OF, "--customer", "没有").code == 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_both_languages_at_any_width(run, book, lang):
    ran = run(
        "worklist", book, "--as-of", "2026-10-31", "--lang", lang, "-f", "table", COLUMNS="80"
    )
    assert ran.code == 0
    assert max(cell_len(line) for line in ran.out.splitlines()) <= 80


def test_without_the_extra_it_says_what_to_install(run, book, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "icalendar", None)
    ran = run("worklist", book, *AS_OF, "--ics", tmp_path / "a.ics")
    assert ran.code == 2
    assert 'pip install "arcollect[ics]"' in ran.err
    assert not (tmp_path / "a.ics").exists()
