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
