"""`compare --pilot` and `--pilot-group` as their users see them (R003-18)."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.program import run

from arcollect.errors import ExitCode

HEAD = "客户名称,地区,单据编号,单据日期,到期日,应收金额,未收金额,结清日期"
COMMON = (
    "丙,=1+1,A0,2026-01-01,2026-02-01,500,0,2026-04-11",
    "丁,[/],B1,2026-03-01,2026-09-01,1000,1000,",
)


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    old = ("甲,=1+1,A1,2026-03-01,2026-04-01,600,600,", "乙,=1+1,A2,2026-03-01,2026-09-01,400,400,")
    new = ("甲,=1+1,A1,2026-03-01,2026-04-01,600,500,", "乙,=1+1,A2,2026-03-01,2026-09-01,500,500,",
           "丙,=1+1,A3,2026-03-01,2026-09-01,500,0,2026-05-20")  # fmt: skip
    paths = tmp_path / "old.csv", tmp_path / "new.csv"
    for path, rows in zip(paths, (old, new), strict=True):
        path.write_text("\n".join([HEAD, *rows, *COMMON]) + "\n", "utf-8")
    return paths


DAYS = ("--as-of", "2026-05-31", "--old-as-of", "2026-04-30", "-f", "json", "--no-register")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_one_ledger_is_enough_to_find_a_group(two: tuple[Path, Path], lang: str) -> None:
    ran = run("compare", two[1], "--pilot", "--as-of", "2026-05-31", "-f", "json",
              "--no-register", "--lang", lang)  # fmt: skip
    (table,) = ran.json["tables"]
    first, second = table["rows"]
    assert (first["group"], first["open"], first["overdue"]) == ("=1+1", "1000.00", "500.00")
    assert (first["share"], first["ratio"], first["line"]) == ("0.5000", "0.5000", "0.3000")
    assert (second["group"], second["ratio"]) == ("[/]", "0.0000")


@pytest.mark.parametrize("asked", ["=1+1", "region==1+1"])
def test_the_success_of_one_group(two: tuple[Path, Path], asked: str) -> None:
    """60 % to 50 % is -16.67 %, 100 to 80 days is -20 %: both reached."""
    (table,) = run("compare", *two, *DAYS, "--pilot-group", asked, "--lang", "zh").json["tables"]
    assert [row["change"] for row in table["rows"]] == ["-16.67%", "-20.00%"]
    assert [row["verdict"] for row in table["rows"]] == ["达到", "达到"]
    assert "满意度" in table["notes"][-1]


def test_a_harder_line_of_ones_own(two: tuple[Path, Path]) -> None:
    (two[1].parent / "arcollect.toml").write_text('[pilot]\noverdue_ratio_cut = "20%"\n')
    (table,) = run("compare", *two, *DAYS, "--pilot-group", "=1+1", "--lang", "en").json["tables"]
    assert [row["verdict"] for row in table["rows"]] == ["not met", "met"]


def test_a_group_that_is_not_there(two: tuple[Path, Path]) -> None:
    ran = run("compare", *two, *DAYS, "--pilot-group", "华东")
    assert ran.code == ExitCode.USAGE
    assert "region=[/]" in ran.err
