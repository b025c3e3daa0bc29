"""One ledger, every output: all of them say the same amounts."""

from __future__ import annotations

import random
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from tests.program import EXAMPLE, run

Row = dict[str, Any]
Party = tuple[str, str, str]  # own company, customer code, currency
BUCKETS = ("not_due", "1-30", "31-90", "91-180", ">180", "no_due_date")


@pytest.fixture(scope="module")
def aging() -> list[Row]:
    return tables("aging")


@pytest.fixture(scope="module")
def letters() -> list[Row]:
    rows: list[Row] = tables("letters", "--dry-run")[0]["rows"]
    return rows


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    assert run("report", EXAMPLE, "-o", folder, "--lang", "zh").code == 0
    return folder


def tables(*line: str, ledger: Path = EXAMPLE) -> list[Row]:
    ran = run(*line, ledger, "-f", "json", "--lang", "zh")
    assert ran.code == 0, ran.err
    found: list[Row] = ran.json["tables"]
    return found


def money(shown: str | None) -> Decimal:
    """Amounts travel as text: never a float."""
    assert shown is None or isinstance(shown, str)
    return Decimal(shown or 0)


def by_party(aging: list[Row]) -> dict[Party, Row]:
    return {
        (row["company"], row["customer_code"], currency(table)): row
        for table in aging
        for row in table["rows"]
    }


def currency(table: Row) -> str:
    return str(table["key"]).partition(".")[2]


def test_the_file_is_the_aging(aging: list[Row]) -> None:
    classes = next(t for t in tables("check") if t["key"] == "classes")["rows"]
    held: dict[str, Decimal] = defaultdict(Decimal)
    for row in classes:
        if row["sheet"] == "应收明细" and row["class"] == "明细":
            held[row["currency"]] += money(row["money"])
    assert dict(held) == {currency(t): money(t["total"]["balance"]) for t in aging}
    assert sum(row["rows"] or 0 for row in classes if row["sheet"] == "应收明细") == raw_rows()


def raw_rows() -> int:
    return int(openpyxl.load_workbook(EXAMPLE)["应收明细"].max_row)


def test_columns_and_rows_add_up(aging: list[Row]) -> None:
    for table in aging:
        lines = [*table["rows"], table["total"]]
        for row in lines:
            assert sum(money(row[b]) for b in BUCKETS) == money(row["open"])
            assert money(row["open"]) - money(row["unapplied"]) == money(row["balance"])
        for name in (*BUCKETS, "open", "unapplied", "balance", "overdue", "over_1_year"):
            column = sum(money(row[name]) for row in table["rows"])
            assert column == money(table["total"][name])


def test_the_detail_is_the_aging(aging: list[Row]) -> None:
    for table, whole in zip(tables("aging", "--detail"), aging, strict=True):
        rows, total = table["rows"], whole["total"]
        assert sum(money(r["open"]) for r in rows) == money(total["open"])
        assert len(rows) == total["documents"]
        late = sum(money(r["open"]) for r in rows if (r["days_past_due"] or 0) > 0)
        assert late == money(total["overdue"])


@pytest.mark.parametrize("by", ["company", "salesperson", "region", "currency", "none"])
def test_every_grouping_has_the_same_totals(aging: list[Row], by: str) -> None:
    names = (*BUCKETS, "open", "unapplied", "overdue")
    grouped = tables("aging", "--by", by)
    assert [[t["total"][n] for n in names] for t in grouped] == [
        [t["total"][n] for n in names] for t in aging
    ]


def test_letters_cover_all_that_is_overdue(aging: list[Row], letters: list[Row]) -> None:
    index = {(r["company"], r["customer_code"], r["currency"]): r for r in letters}
    assert len(index) == len(letters)
    parties = by_party(aging)
    assert {k: r["overdue"] for k, r in index.items()} == {
        k: r["overdue"] for k, r in parties.items()
    }
    assert {k: r["open"] for k, r in index.items()} == {k: r["open"] for k, r in parties.items()}


def test_what_is_overdue_is_demanded_or_held_with_a_reason(letters: list[Row]) -> None:
    written = [r for r in letters if r["reference"] and r["level"] != "L0"]
    assert len(written) > 15
    for row in written:
        assert money(row["gross"]) + money(row["held"]) == money(row["overdue"])
        assert money(row["gross"]) - money(row["unapplied"]) == money(row["net"]) > 0
    silent = [r for r in letters if not r["reference"]]
    assert all(r["why"] and not money(r["net"]) for r in silent)


def test_letters_say_what_the_index_says(letters: list[Row], report: Path) -> None:
    for row in (r for r in letters if r["file"]):
        said = text_of(report / "函件" / row["file"])
        assert row["customer"] in said
        assert f"{money(row['net']):,.2f}" in said
        if money(row["fee"]):
            assert f"{money(row['fee']):,.2f}" in said


def test_the_print_file_holds_every_letter_but_drafts(letters: list[Row], report: Path) -> None:
    said = text_of(report / "催款函_打印合集.docx")
    for row in (r for r in letters if r["file"] and r["level"] != "L4"):
        assert row["reference"] in said
        assert f"{money(row['net']):,.2f}" in said


def text_of(letter: Path) -> str:
    document = docx.Document(str(letter))
    return "".join(str(part.text) for part in document.element.body.iter() if is_text(part))


def is_text(part: Any) -> bool:
    return str(part.tag).endswith("}t")


def sheet_total(sheet: Any, label: str = "合计") -> Row:
    """The total row by header: both stand once on a sheet."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    at = next(n for n, row in enumerate(rows) if label in row and row.count(None) < len(row) - 3)
    head = next(row for row in reversed(rows[:at]) if "客户" in row)
    return dict(zip(head, rows[at], strict=True))


@pytest.mark.parametrize("code", ["CNY", "USD"])
def test_the_workbook_has_the_same_totals(aging: list[Row], report: Path, code: str) -> None:
    total = next(t for t in aging if currency(t) == code)["total"]
    book = openpyxl.load_workbook(report / "report.xlsx", data_only=True)
    shown = sheet_total(book[f"逾期账龄 {code}"])
    names = {"未到期": "not_due", "180天以上": ">180", "未收合计": "open", "其中逾期": "overdue"}
    for title, name in names.items():
        assert cents(shown[title]) == money(total[name])
    assert cents(sheet_total(book[f"账龄明细 {code}"])["未收金额"]) == money(total["open"])
    assert cents(sheet_total(book[f"审计账龄 {code}"])["未收合计"]) == money(total["open"])


def test_totals_in_the_workbook_are_live(report: Path) -> None:
    book = openpyxl.load_workbook(report / "report.xlsx")
    shown = sheet_total(book["逾期账龄 CNY"])
    assert str(shown["未收合计"]).startswith("=ROUND(SUM(")


def test_the_index_sheet_is_the_index(letters: list[Row], report: Path) -> None:
    sheet = openpyxl.load_workbook(report / "report.xlsx", data_only=True)["函件索引"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    at = next(n for n, row in enumerate(rows) if "净额" in row)
    lines = [dict(zip(rows[at], row, strict=True)) for row in rows[at + 1 : at + 1 + len(letters)]]
    shown = {(r["我方公司"], r["客户编号"], r["币种"]): cents(r["净额"]) for r in lines}
    assert shown == {
        (r["company"], r["customer_code"], r["currency"]): money(r["net"]) for r in letters
    }


def cents(value: object) -> Decimal:
    return Decimal(str(value or 0)).quantize(Decimal("0.01"))


def test_a_shuffled_workbook_says_the_same(aging: list[Row], tmp_path: Path) -> None:
    mixed = shuffled(tmp_path / "ledger.xlsx")
    again = tables("aging", "--config", str(EXAMPLE.parent / "arcollect.toml"), ledger=mixed)
    figures = (*BUCKETS, "open", "unapplied", "balance", "overdue", "worst_days", "documents")
    for before, after in zip(aging, again, strict=True):
        assert before["total"] == after["total"]
        assert {k: [r[f] for f in figures] for k, r in by_party([before]).items()} == {
            k: [r[f] for f in figures] for k, r in by_party([after]).items()
        }


def shuffled(target: Path) -> Path:
    """The example with rows, columns and sheets in another order."""
    dice = random.Random(7)
    old, new = openpyxl.load_workbook(EXAMPLE, data_only=True), openpyxl.Workbook(write_only=True)
    for name in reversed(old.sheetnames):
        rows = [list(row) for row in old[name].iter_rows(values_only=True)]
        head = next(n for n, row in enumerate(rows) if sum(c is not None for c in row) > 4)
        body = [row for row in rows[head + 1 :] if row[1] is not None]
        order = dice.sample(range(len(rows[head])), len(rows[head]))
        sheet = new.create_sheet(name)
        for row in rows[:head]:
            sheet.append(row)
        for row in (rows[head], *dice.sample(body, len(body))):
            sheet.append([row[n] for n in order])
    new.save(target)
    return target
