"""The list for the post: written, filled in by hand, taken back, written again."""

from __future__ import annotations

import datetime as dt

import openpyxl
import pytest

from arcollect.register.entries import LetterState
from arcollect.register.store import whole

AS_OF = ("--as-of", "2026-10-31")


@pytest.fixture(autouse=True)
def company(own_company):
    """Letters need our own company."""


@pytest.fixture
def register(tmp_path):
    return tmp_path / "data" / "arcollect" / "示例贸易有限公司.db"


def filled_in(path, **facts):
    """What a person types into the blanks, saved by another program."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    header = next(row for row in sheet.iter_rows() if facts.keys() <= {c.value for c in row})
    places = {cell.value: cell.column for cell in header}
    for title, value in facts.items():
        sheet.cell(header[0].row + 1, places[title], value)
    book.save(path)


def test_the_list_comes_back_filled_in(run, ledger, register, tmp_path):
    run("letters", ledger, *AS_OF, "-o", "out", "--lang", "zh")
    listed = tmp_path / "out" / "邮寄清单.xlsx"
    day = dt.datetime(2026, 11, 2)
    filled_in(listed, 寄出日期=day, 方式="快递", 单号="SF1234567890123")
    taken = run("letters", ledger, "--import-sent", listed)
    assert taken.code == 0
    (entry,) = whole.history(register).letters
    assert (entry.state, str(entry.sent_on)) == (LetterState.SENT, "2026-11-02")
    assert (entry.by, entry.tracking) == ("courier", "SF1234567890123")


def test_what_was_filled_in_outlives_the_next_run(run, ledger, tmp_path):
    run("letters", ledger, *AS_OF, "-o", "out", "--lang", "zh")
    folder = tmp_path / "out"
    filled_in(folder / "邮寄清单.xlsx", 单号="SF9")
    written = (folder / "邮寄清单.xlsx").read_bytes()
    same = run("letters", ledger, *AS_OF, "-o", "out", "--lang", "zh")
    later = run("letters", ledger, "--as-of", "2026-11-20", "-o", "out", "--lang", "zh")
    assert (same.code, later.code) == (0, 0)
    assert "没有动它" in same.err
    assert "邮寄清单 (2).xlsx" in later.err
    assert (folder / "邮寄清单.xlsx").read_bytes() == written
    assert (folder / "邮寄清单 (2).xlsx").exists()


def test_customers_choose_language_and_channel(run, ledger, tmp_path):
    """Besides the formats of the run: a mail draft here, plain text there (R003-67)."""
    with ledger.open("a", encoding="utf-8") as more:
        more.write("C3,丙公司,D1,2026-08-01,2026-08-31,80.00,80.00,张三\n")
    with (tmp_path / "arcollect.toml").open("a", encoding="utf-8") as policy:
        policy.write("[books]\ncustomers = 'customers.csv'\n")
    wishes = "客户编码,客户名称,语言,发送方式\nC1,甲公司,en,邮件\nC3,丙公司,zh,微信\n"
    (tmp_path / "customers.csv").write_text(wishes, encoding="utf-8")
    assert run("letters", ledger, *AS_OF, "-o", "out", "--lang", "zh").code == 0
    names = {p.name for p in (tmp_path / "out").iterdir() if p.name[0] != "."}
    assert {n for n in names if "_L1_" in n} == {
        "letter_甲公司_L1_001.docx", "letter_甲公司_L1_001.eml",
        "催款函_丙公司_L1_002.docx", "催款函_丙公司_L1_002.txt",
    }  # fmt: skip
    assert {"催款函_打印合集.docx", "邮寄清单.xlsx"} <= names
