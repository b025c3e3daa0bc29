"""Several files, folders and patterns are one ledger."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests import hostile_files as odd
from tests.program import run
from tests.xlsb_book import Tab, xlsb

from arcollect.errors import ExitCode

HEAD = "客户名称,单据编号,到期日,未收金额\n"
ONE = HEAD + "甲公司,A1,2026-09-30,100.00\n"
TWO = HEAD + "乙公司,A2,2026-09-30,20.50\n"
WHEN = ("--as-of", "2026-10-31", "-f", "json")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.csv").write_text(ONE, "utf-8")
    (tmp_path / "b.csv").write_text(TWO, "utf-8")
    (tmp_path / "notes.docx").write_bytes(b"not a ledger")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "old.csv").write_text(ONE, "utf-8")
    return tmp_path


@pytest.mark.parametrize("words", [["a.csv", "b.csv"], ["."], ["*.csv"], ["./[ab].csv"]])
def test_files_a_folder_and_a_pattern_give_the_same_ledger(
    folder: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    ran = run("aging", *words, *WHEN)
    assert ran.json["tables"][0]["total"]["balance"] == "120.50"
    assert ran.code == ExitCode.OK


def test_the_policy_beside_the_files_of_a_folder_holds(folder: Path) -> None:
    (folder / "arcollect.toml").write_text("[aging]\nbuckets = [7]\n", "utf-8")
    assert "1-7" in run("aging", folder, *WHEN).json["tables"][0]["rows"][0]


@pytest.mark.parametrize("words", [[""], ["*.csv"], ["a.csv", "~$a.csv", "b.csv"]])
def test_the_mark_of_an_open_file_is_passed_over_with_a_warning(
    folder: Path, words: list[str]
) -> None:
    (folder / "~$a.csv").write_bytes(b"\x04owner")
    ran = run("aging", *(folder / word for word in words), *WHEN)
    assert ran.json["tables"][0]["total"]["balance"] == "120.50"
    assert "a.csv is open in Excel" in ran.err


@pytest.mark.parametrize("word", ["below/*.xlsx", "empty"])
def test_nothing_to_read_is_said(folder: Path, word: str) -> None:
    (folder / "empty").mkdir()
    ran = run("aging", folder / word)
    assert ran.code == ExitCode.LEDGER
    assert "no spreadsheet" in ran.err


def test_a_file_named_twice_would_count_twice(folder: Path) -> None:
    ran = run("aging", folder, folder / "a.csv")
    assert ran.code == ExitCode.USAGE
    assert "twice" in ran.err


def test_a_copy_of_a_file_is_not_counted_again(folder: Path) -> None:
    (folder / "a (1).csv").write_text(ONE, "utf-8")
    ran = run("aging", folder, *WHEN)
    assert ran.code == ExitCode.LEDGER
    assert "a.csv has exactly the same content as a (1).csv" in ran.err


def test_a_closed_standard_input_is_an_empty_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    ran = run("aging", "-", *WHEN)
    assert ran.code == ExitCode.LEDGER
    assert "stdin is empty" in ran.err


def test_items_and_receipts_may_be_separate_files(tmp_path: Path) -> None:
    items, receipts = tmp_path / "应收.csv", tmp_path / "收款.csv"
    items.write_text(
        "客户名称,单据编号,单据日期,到期日,应收金额\n"
        "甲公司,A1,2026-08-01,2026-09-30,100.00\n"
        "甲公司,A2,2026-08-05,2026-10-05,50.00\n",
        "utf-8",
    )
    receipts.write_text(
        "收款日期,客户名称,收款金额,核销单据\n"
        "2026-09-10,甲公司,40.00,A1\n"
        "2026-10-02,甲公司,5.00,\n",
        "utf-8",
    )
    row = run("aging", items, receipts, *WHEN).json["tables"][0]["rows"][0]
    assert (row["open"], row["unapplied"], row["balance"]) == ("110.00", "5.00", "105.00")


DATA = Path(__file__).parents[1] / "ledger" / "file" / "data"
STREAMS: dict[str, Callable[[], bytes]] = {
    "xlsx": odd.good,
    "xlsb": lambda: xlsb(Tab([line.strip().split(",") for line in (odd.HEADER, odd.ROW)])),
    "xls": (DATA / "hidden.xls").read_bytes,
    "ods": (DATA / "hidden.ods").read_bytes,
    "html": odd.page,
    "mhtml": odd.archive,
    "xml": odd.spreadsheet_2003,
    "utf-16": lambda: (odd.HEADER + odd.ROW).encode("utf-16"),
    "big5": lambda: "客戶名稱,單據編號,到期日,未收金額\n甲公司,D1,2026-01-31,100.00\n".encode(
        "big5"
    ),
}


@pytest.mark.parametrize("kind", STREAMS)
def test_every_kind_of_file_comes_through_a_pipe(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = STREAMS[kind]()
    (tmp_path / "a.dat").write_bytes(data)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data), isatty=bool))
    piped, named = (run("aging", word, *WHEN) for word in ("-", tmp_path / "a.dat"))
    assert piped.code == named.code == ExitCode.OK
    assert piped.json["tables"][0] == named.json["tables"][0]
