"""One report: its sheets say the same of every customer, and so do the commands."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import assume, given, settings
from tests.program import EXAMPLE, run
from tests.random_ledgers import Entry, as_csv, entries

from arcollect.analysis.chase.worklist.known import known_about
from arcollect.analysis.chase.worklist.plan import plan
from arcollect.analysis.claims.limits.limitation import limitation
from arcollect.analysis.position import stand
from arcollect.analysis.standing.aging import age
from arcollect.ledger import LedgerFile, read
from arcollect.policy import Policy
from arcollect.register.entries import History

Row = dict[str, Any]
Sheets = Mapping[str, list[tuple[Any, ...]]]
DAY = dt.date(2026, 10, 31)
PARTY = ("我方公司", "客户", "币种")


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> Sheets:
    folder = tmp_path_factory.mktemp("report")
    done = run("report", EXAMPLE, "-o", folder, "--lang", "zh", "--with", "recover",
               "--standard", "cas")  # fmt: skip
    assert done.code == 0, done.err
    book = openpyxl.load_workbook(folder / "report.xlsx", data_only=True)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def rows(sheets: Sheets, name: str, *titles: str) -> list[Row]:
    """The rows of the table with these titles, up to its total or its end."""
    found = sheets[name]
    at = next(n for n, row in enumerate(found) if set(titles) <= set(row))
    named = {n: title for n, title in enumerate(found[at]) if title is not None}
    below = [{title: row[n] for n, title in named.items()} for row in found[at + 1 :]]
    end = next((n for n, row in enumerate(below) if filled(row) < 2), len(below))
    return [row for row in below[:end] if row[found[at][0]] != "合计"]


def filled(row: Row) -> int:
    """How many cells of a row hold something: one alone is a note or a heading."""
    return sum(value not in (None, "") for value in row.values())


def sums(lines: list[Row], title: str) -> dict[str, Decimal]:
    found: dict[str, Decimal] = defaultdict(Decimal)
    for row in lines:
        found[row["币种"]] += Decimal(str(row[title] or 0)).quantize(Decimal("0.01"))
    return dict(found)


def aging(name: str) -> dict[str, Decimal]:
    tables = run("aging", EXAMPLE, "-f", "json", "--lang", "zh").json["tables"]
    return {t["key"].partition(".")[2]: Decimal(t["total"][name]) for t in tables}


@pytest.mark.parametrize(
    ("sheet", "titles"),
    [
        ("催收清单", ("序号", "逾期金额")),
        ("催收清单（填写）", ("序号", "逾期金额")),
        ("应收周例会", ("分段", "逾期金额")),
        ("催收统计", ("已知原因", "逾期金额")),
        ("催收统计", ("分组", "逾期金额")),
    ],
)
def test_all_that_is_overdue_is_on_the_list(
    sheets: Sheets, sheet: str, titles: tuple[str, ...]
) -> None:
    assert sums(rows(sheets, sheet, *titles), "逾期金额") == aging("overdue")


def test_limitation_looks_at_all_that_is_open(sheets: Sheets) -> None:
    assert sums(rows(sheets, "时效", "单据数", "未收金额"), "未收金额") == aging("open")
    assert sums(rows(sheets, "时效", "单据编号", "未收金额"), "未收金额") == aging("open")


def test_letters_list_and_sheets_agree_on_every_level(sheets: Sheets) -> None:
    index = rows(sheets, "函件索引", "编号", "级别", "净额")
    levels = {party(r): r["级别"] for r in index if r["编号"]}
    worked = rows(sheets, "催收清单", "序号", "应发函件")
    assert {party(r): r["应发函件"] for r in worked if r["应发函件"]} == levels
    assert set(levels.values()) >= {"L1-short", "L1", "L2", "L3", "L4"}


def test_the_commands_say_the_same_levels(sheets: Sheets) -> None:
    index = rows(sheets, "函件索引", "编号", "级别", "净额")
    levels = {party(r): r["级别"] for r in index if r["编号"]}
    keys = ("company", "customer", "currency")
    letters = json_rows("letters", "--dry-run")
    assert {tuple(r[k] for k in keys): r["level"] for r in letters if r["reference"]} == levels
    worklist = json_rows("worklist")
    assert {tuple(r[k] for k in keys): r["letter"] for r in worklist if r["letter"]} == levels


def test_grade_and_segment_are_those_of_the_grades_sheet(sheets: Sheets) -> None:
    graded = {r["客户"]: r for r in rows(sheets, "信用等级", "客户", "等级")}
    for row in rows(sheets, "催收清单", "序号", "客户分层"):
        assert graded[row["客户"]]["分层"] == row["客户分层"]
        assert str(graded[row["客户"]]["等级"]).startswith(row["等级"])


def test_what_to_do_first_is_the_first_row(sheets: Sheets) -> None:
    (first, *_) = rows(sheets, "催收清单", "序号", "客户")
    for name in ("老板页", "总览 CNY", "催收清单", "应收周例会"):
        said = [str(row[0]) for row in sheets[name] if str(row[0]).startswith("先做这一件：")]
        assert len(said) == 1
        assert first["客户"] in said[0]


@settings(deadline=None, max_examples=15)
@given(entries())
def test_whatever_the_ledger_worklist_and_limits_foot(drawn: list[Entry]) -> None:
    policy, nothing = Policy(), History()
    ledger = read([LedgerFile(data=as_csv(drawn), name="台账.csv")], policy)
    position = stand(ledger, DAY, policy)
    assume(bool(position.open["has_due_date"].any()))
    totals = {t.currency: t for t in age(position, policy).totals}
    found = plan(position, policy, known_about(position, policy, nothing))
    late, open_ = Counter[str](), Counter[str]()
    for entry in found.entries:
        late[entry.party[2]] += entry.account.overdue_minor
    for one in limitation(position, nothing, policy).limits:
        open_[one.currency] += one.open_minor
    assert late == Counter({c: t.overdue_minor for c, t in totals.items()})
    assert open_ == Counter({c: t.open_minor for c, t in totals.items()})


def party(row: Row) -> tuple[Any, ...]:
    return tuple(row[title] for title in PARTY)


def json_rows(*line: str) -> list[Row]:
    ran = run(*line, EXAMPLE, "-f", "json", "--lang", "zh")
    assert ran.code == 0, ran.err
    found: list[Row] = ran.json["tables"][0]["rows"]
    return found
