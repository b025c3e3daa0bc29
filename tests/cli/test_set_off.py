"""`check --ap` and `recover --ap`: whom we owe as well (R003-90)."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from tests.program import run

from arcollect.errors import ExitCode

LEDGER = """客户编码,客户名称,单据编号,到期日,未收金额
C1,[/],D1,2026-01-31,"80,000.00"
C2,乙公司,D2,2026-01-31,"9,000.00"
"""
PAYABLES = """供应商编码,供应商名称,单据编号,到期日,应付金额,未付金额
S1,[/],B1,2026-12-31,"50,000.00","50,000.00"
S2,丙公司,B2,2026-12-31,"20,000.00","20,000.00"
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    ledger, payables = tmp_path / "ledger.csv", tmp_path / "ap.csv"
    ledger.write_text(LEDGER, "utf-8")
    payables.write_text(PAYABLES, "utf-8")
    return ledger, payables


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_check_shows_both_balances_and_the_smaller(files: tuple[Path, Path], lang: str) -> None:
    ran = run("check", files[0], "--ap", files[1], "--as-of", "2026-10-31", "-f", "json",
              "--lang", lang)  # fmt: skip
    parts = {part["key"]: part for part in ran.json["tables"]}
    (row,) = parts["set_off"]["rows"]
    assert (row["customer"], row["receivable"], row["payable"], row["most"]) == (
        "[/]", "80000.00", "50000.00", "50000.00",
    )  # fmt: skip
    said = " ".join(parts["set_off"]["notes"])
    assert "568" in said
    assert "70,000.00 CNY" in said


def test_chinese_law_is_not_exported(files: tuple[Path, Path], tmp_path: Path) -> None:
    config = tmp_path / "arcollect.toml"
    config.write_text('law = "other"\n')
    line = (
        "--ap",
        files[1],
        "--as-of",
        "2026-10-31",
        "-f",
        "json",
        "--config",
        config,
        "--lang",
        "en",
    )
    checked = run("check", files[0], *line)
    weighed = run("recover", files[0], "--customer", "C1", *line, "--no-register")
    for ran in (checked, weighed):
        assert "568" not in ran.out
        assert "ask a lawyer" in ran.out
    assert "Preservation" not in weighed.out


def test_without_payables_check_says_nothing_of_it(files: tuple[Path, Path]) -> None:
    assert "set_off" not in run("check", files[0], "--as-of", "2026-10-31", "-f", "json").out


def test_recover_reckons_with_what_the_payables_say(files: tuple[Path, Path]) -> None:
    """As much as we owe, unless somebody typed in another sum."""
    line = ("recover", files[0], "--customer", "C1", "--ap", files[1], "--as-of", "2026-10-31",
            "-f", "json", "--no-register")  # fmt: skip

    def nominal(*more: str) -> list[str]:
        rows = run(*line, *more).json["tables"][0]["rows"]
        return [row["nominal"] for row in rows if row["way"] == "抵销"]

    assert nominal() == ["50000.00"]
    assert nominal("--payables", "100") == ["100.00"]


def test_the_ledger_itself_is_no_payables(files: tuple[Path, Path]) -> None:
    files[1].write_text(LEDGER, "utf-8")
    assert run("check", files[0], "--ap", files[1]).code == ExitCode.LEDGER
    named = files[0].rename(files[0].with_name("应收应付.csv"))
    assert run("check", named, "--ap", named).code == ExitCode.USAGE


def test_one_workbook_may_hold_both(tmp_path: Path) -> None:
    """What we owe is no receivable: the sheet waits, and counts with --ap alone."""
    book = openpyxl.Workbook()
    head = ["往来单位", "单据编号", "日期", "到期日", "未收金额"]
    for name, rows in {
        "应收": [["甲", "A1", 80]],
        "应付": [["甲", "B1", 50], ["乙", "B2", 7]],
    }.items():
        sheet = book.create_sheet(name)
        sheet.append(head)
        for who, number, money in rows:
            sheet.append([who, number, "2026-01-01", "2026-01-31", money])
    del book["Sheet"]
    path = tmp_path / "往来.xlsx"
    book.save(path)
    line = ("--as-of", "2026-10-31", "-f", "json", "--lang", "zh")
    assert run("aging", path, *line).json["tables"][0]["total"]["open"] == "80.00"
    assert (
        run("aging", path, "--sheet", "应付", *line).json["tables"][0]["total"]["open"] == "57.00"
    )
    parts = {t["key"]: t for t in run("check", path, "--ap", path, *line).json["tables"]}
    (row,) = parts["set_off"]["rows"]
    assert (row["customer"], row["payable"], row["most"]) == ("甲", "50.00", "50.00")
    assert "往来.xlsx!应付" in parts["set_off"]["notes"][0]


def test_strict_holds_for_the_payables_too(files: tuple[Path, Path]) -> None:
    files[1].write_text(PAYABLES + "S3,丁公司,B3,2026-12-31,坏,坏\n", "utf-8")
    line = ("check", files[0], "--ap", files[1], "--as-of", "2026-10-31")
    assert run(*line).code == ExitCode.OK
    assert "有 1 行无法使用" in run(*line).out
    assert run(*line, "--strict").code == ExitCode.LEDGER
