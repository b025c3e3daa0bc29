"""`arcollect compare`, and the report's memory of how things stood."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.program import EXAMPLE, Ran, run

from arcollect.errors import ExitCode

HEAD = "客户名称,单据编号,单据日期,到期日,未收金额"
HOSTILE = ("NA", "[/]", "=1+1", "../../x", "甲 & 乙 <贸易>")


def ledger(path: Path, *rows: str, title: str = "") -> Path:
    path.write_text("\n".join([*([title] if title else []), HEAD, *rows]) + "\n", "utf-8")
    return path


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Hostile names; the first one's document is gone, the last one's is half paid."""
    rows = [f'"{name}",D{n},2026-08-01,2026-09-01,100.00' for n, name in enumerate(HOSTILE)]
    new = [*rows[1:-1], rows[-1].replace("100.00", "40.00"), '"NA",D9,2026-10-02,2026-12-01,7.00']
    return ledger(tmp_path / "old.csv", *rows), ledger(tmp_path / "new.csv", *new)


def compare(*line: str | Path, **env: str) -> Ran:
    ran = run("compare", *line, "-f", "json", "--lang", "zh", "-q", **env)  # type: ignore[arg-type]
    assert ran.code == ExitCode.OK, ran.err
    return ran


def tables(ran: Ran) -> dict[str, Any]:
    return {table["key"]: table for table in ran.json["tables"]}


def test_two_raw_files_tie_out(two: tuple[Path, Path]) -> None:
    found = tables(compare(*two, "--old-as-of", "2026-09-30", "--as-of", "2026-10-31"))
    total = found["compare.walk.CNY"]["total"]
    assert (total["opening"], total["billed"], total["unsaid"]) == ("500.00", "7.00", "160.00")
    assert total["closing"] == "347.00"
    rows = {row["customer"]: row for row in found["compare.documents.CNY"]["rows"]}
    assert rows["甲 & 乙 <贸易>"]["what"] == "部分收款或冲减（未注明）"
    assert {row["shift"] for row in rows.values()} == {"", "变差（进入更长账龄段）"}


def test_the_example_against_its_own_past() -> None:
    line = (EXAMPLE, "--old-as-of", "2026-09-30", "--as-of", "2026-10-31")
    found = tables(compare(*line))
    aging = run("aging", EXAMPLE, "--as-of", "2026-10-31", "-f", "json").json["tables"]
    for table in aging:
        currency = table["key"].rpartition(".")[2]
        total = found[f"compare.walk.{currency}"]["total"]
        assert total["closing"] == table["total"]["balance"]
        rolled = found[f"compare.rolls_minor.{currency}"]["total"]
        assert rolled["to_0"] == table["total"]["not_due"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", ["table", "csv", "md", "html", "xlsx"])
def test_every_format(two: tuple[Path, Path], lang: str, form: str, tmp_path: Path) -> None:
    target = tmp_path / f"out.{form}"
    line = ("compare", *two, "--old-as-of", "2026-09-30", "--as-of", "2026-10-31")
    ran = run(*line, "--lang", lang, "-f", form, "-o", target, "-q")
    assert (ran.code, ran.err) == (ExitCode.OK, "")
    assert target.stat().st_size > 300


def test_an_old_file_without_a_day_is_refused(two: tuple[Path, Path]) -> None:
    ran = run("compare", *two, "--lang", "en")
    assert ran.code == ExitCode.USAGE
    assert "--old-as-of" in ran.err


def test_what_cannot_be_meant_is_refused(two: tuple[Path, Path]) -> None:
    assert run("compare", *two, two[0]).code == ExitCode.USAGE
    assert run("compare", *two, "--since", "2026-09-30").code == ExitCode.USAGE
    late = run("compare", *two, "--old-as-of", "2026-11-30", "--as-of", "2026-10-31")
    assert late.code == ExitCode.USAGE
    nothing = run("compare", EXAMPLE, "--lang", "en")
    assert nothing.code == ExitCode.USAGE
    assert "arcollect report" in nothing.err


def report(day: str, folder: Path, data: Path, path: Path = EXAMPLE) -> Path:
    line = ("report", path, "--as-of", day, "-o", folder, "--no-letters", "-q", "--lang", "zh")
    ran = run(*line, XDG_DATA_HOME=str(data))
    assert ran.code == ExitCode.OK, ran.err
    return folder / "report.xlsx"


def test_the_second_report_knows_the_first(tmp_path: Path) -> None:
    data = tmp_path / "data"
    first = openpyxl.load_workbook(report("2026-09-30", tmp_path / "a", data))
    assert "变化" not in first.sheetnames
    path = report("2026-10-31", tmp_path / "b", data)
    book = openpyxl.load_workbook(path)
    assert "变化" in book.sheetnames
    boss = [cell.value for row in book["老板页"].iter_rows() for cell in row]
    assert "与 2026-09-30 相比" in boss
    before = path.read_bytes()
    assert report("2026-10-31", tmp_path / "b", data).read_bytes() == before


def test_a_state_is_kept_once(tmp_path: Path) -> None:
    import sqlite3

    data = tmp_path / "data"
    for _ in range(2):
        report("2026-09-30", tmp_path / "a", data)
    (path,) = (data / "arcollect").glob("*.db")
    with sqlite3.connect(path) as file:
        assert file.execute("SELECT count(*) FROM snapshots").fetchone() == (1,)
    found = tables(compare(EXAMPLE, "--as-of", "2026-10-31", XDG_DATA_HOME=str(data)))
    rolled = tables(compare(EXAMPLE, "--old-as-of", "2026-09-30", "--as-of", "2026-10-31"))
    assert found["compare.walk.CNY"] == rolled["compare.walk.CNY"]


def test_since_names_the_kept_days(tmp_path: Path) -> None:
    data = tmp_path / "data"
    report("2026-09-30", tmp_path / "a", data)
    line = ("compare", EXAMPLE, "--since", "2026-08-31", "--as-of", "2026-10-31", "--lang", "en")
    ran = run(*line, XDG_DATA_HOME=str(data))
    assert ran.code == ExitCode.USAGE
    assert "2026-09-30" in ran.err


def test_nothing_is_kept_where_nothing_is_remembered(tmp_path: Path) -> None:
    line = ("report", EXAMPLE, "-o", tmp_path / "a", "--no-letters", "-q", "--no-register")
    assert run(*line, XDG_DATA_HOME=str(tmp_path / "data")).code == ExitCode.OK
    assert not list((tmp_path / "data").rglob("*.db"))


@pytest.mark.parametrize(("revenue", "fires"), [("300,000", True), ("300,051", False)])
def test_dso_20_percent_longer_is_told(tmp_path: Path, revenue: str, fires: bool) -> None:
    """G-05d end to end: 50 days in the kept state, then 60 or 59.99 with other sales."""
    data, policy = tmp_path / "data", tmp_path / "arcollect.toml"
    path = ledger(tmp_path / "l.csv", "甲,A1,2026-08-01,2026-12-31,50000.00")

    def sold(year: str) -> None:
        policy.write_text(f'[ratios]\nannual_revenue = "{year}"\n', "utf-8")

    sold("360,000")
    report("2026-09-30", tmp_path / "a", data, path)
    sold(revenue)
    line = ("alerts", path, "--as-of", "2026-10-31", "-f", "json", "-q")
    ran = run(*line, XDG_DATA_HOME=str(data))
    whole = next(t for t in ran.json["tables"] if t["key"] == "whole")
    assert any(row["source"] == "R003-58" for row in whole["rows"]) is fires


def test_rows_left_out_of_either_file_are_told(tmp_path: Path) -> None:
    row, bad = "甲,D1,2026-08-01,2026-09-01,100.00", "乙,D2,2026-08-01,2026-09-01,abc"
    nameless = ",D3,2026-08-01,2026-09-01,1234.50"
    files = ledger(tmp_path / "old.csv", row, bad, nameless), ledger(tmp_path / "new.csv", row)
    found = tables(compare(*files, "--old-as-of", "2026-09-30", "--as-of", "2026-10-31"))
    notes = " ".join(found["compare.walk.CNY"]["notes"])
    assert "旧文件 2 行（CNY 1,234.50；1 行的金额读不出）；新文件 没有" in notes


def test_a_state_after_the_as_of_date_is_refused(run, ledger):
    done = run("compare", ledger, "--since", "2026-12-01", "--as-of", "2026-10-31")
    assert done.code == 2


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("丙,C1,2026-08-01,2026-09-01,300.00", "没有一个相同的客户"),
        ("甲,C1,2026-08-01,2026-09-01,300.00", "有 1 个客户两边都有"),
    ],
)
def test_ledgers_with_nothing_in_common_are_told(tmp_path: Path, row: str, said: str) -> None:
    old = ledger(tmp_path / "old.csv", "甲,A1,2026-08-01,2026-09-01,100.00")
    line = (old, ledger(tmp_path / "new.csv", row), "--old-as-of", "2026-09-30")
    ran = run("compare", *line, "--as-of", "2026-10-31", "--lang", "zh", "-f", "json")
    assert ran.code == ExitCode.OK
    assert said in ran.err
    table = tables(ran)["compare.walk.CNY"]
    assert said in " ".join(table["lead"])
    assert table["total"]["unlisted"] == "300.00"


def test_nothing_open_on_either_side_is_said(tmp_path: Path) -> None:
    empty = ledger(tmp_path / "empty.csv", "甲,A1,2026-08-01,2026-09-01,0.00")
    some = ledger(tmp_path / "some.csv", "甲,A2,2026-10-02,2026-12-01,7.00")
    days = ("--old-as-of", "2026-09-30", "--as-of", "2026-10-31")
    assert [t["rows"] for t in compare(empty, empty, *days).json["tables"]] == [
        [{"note": "没有未收款项。"}]
    ]
    rows = tables(compare(empty, some, *days))["compare.figures"]["rows"]
    shown = {row["figure"]: (row["old"], row["new"]) for row in rows}
    assert shown["未收总额"] == ("0.00", "7.00")
