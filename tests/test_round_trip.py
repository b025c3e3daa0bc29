"""What we write can be read again: by us, by openpyxl and by calamine, to the cent."""

from __future__ import annotations

import csv
import datetime as dt
import io
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import given, settings
from python_calamine import CalamineWorkbook
from tests.program import EXAMPLE, run
from tests.random_ledgers import COMPANIES, CUSTOMERS, Entry, as_csv, entries, major

from arcollect.ledger import LedgerFile, read
from arcollect.policy import Policy

DAY = "2026-10-31"
Item = tuple[str, str, str, Decimal]  # document, customer, due date, open amount
Row = tuple[object, ...]


def debits(drawn: list[Entry]) -> list[Entry]:
    """Open at the day: credits are no open items of the detail."""
    return [entry for entry in drawn if entry.minor > 0]


def source(drawn: list[Entry]) -> list[Item]:
    return sorted(
        (e.document, plain(e.customer), e.due.isoformat() if e.due else "", major(e)) for e in drawn
    )


def ours(path: Path) -> list[Item]:
    """The items of a file, read as a ledger."""
    items = read([LedgerFile(path)], Policy()).items
    places = {"JPY": 0}
    rows = zip(
        items["document_no"].astype(str), items["customer"].astype(str), items["due_date"],
        items["open_minor"], items["currency"].astype(str), strict=True,
    )  # fmt: skip
    return sorted(
        (number, plain(name), str(due)[:10].replace("NaT", ""),
         Decimal(int(minor)).scaleb(-places.get(code, 2)))
        for number, name, due, minor, code in rows
    )  # fmt: skip


def by_openpyxl(path: Path) -> Iterator[list[Row]]:
    for sheet in openpyxl.load_workbook(path, data_only=True):
        yield list(sheet.iter_rows(values_only=True))


def by_calamine(path: Path) -> Iterator[list[Row]]:
    book = CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        yield [tuple(row) for row in book.get_sheet_by_name(name).to_python()]


def by_csv(path: Path) -> Iterator[list[Row]]:
    text = path.read_text("utf-8-sig")
    yield [tuple(row) for row in csv.reader(io.StringIO(text))]


def detail(sheets: Iterator[list[Row]]) -> list[Item]:
    """The open items of the detail tables, as any other program sees them."""
    found: list[Item] = []
    for rows in sheets:
        head = next(
            (i for i, row in enumerate(rows) if "单据编号" in row and "逾期天数" in row), None
        )
        if head is None or "出处" not in rows[head]:
            continue
        at = [rows[head].index(word) for word in ("单据编号", "客户", "到期日", "未收金额")]
        picked = ([row[i] for i in at] for row in rows[head + 1 :])
        found += [_item(*cells) for cells in picked if str(cells[0] or "").startswith("DOC-")]
    return sorted(found)


def _item(number: object, name: object, due: object, amount: object) -> Item:
    day = due.strftime("%Y-%m-%d") if isinstance(due, dt.date) else str(due or "")
    return str(number), plain(str(name)), day, Decimal(str(amount))


def plain(name: str) -> str:
    """A customer whatever the width of its brackets, without the guard of a csv cell."""
    guarded = name.startswith(("'=", "'@"))
    return unicodedata.normalize("NFKC", name[1:] if guarded else name)


def written(drawn: list[Entry], folder: str, *line: str) -> None:
    ledger = Path(folder) / "台账.csv"
    ledger.write_bytes(as_csv(drawn))
    done = run(line[0], ledger, *line[1:], "--as-of", DAY, "--lang", "zh", "-q")
    assert done.code == 0, done.err


@settings(deadline=None, max_examples=4)
@given(entries().map(debits))
def test_the_aging_detail_as_a_workbook(drawn: list[Entry]) -> None:
    with TemporaryDirectory() as folder:
        out = Path(folder) / "out.xlsx"
        written(drawn, folder, "aging", "--detail", "-o", str(out))
        expected = source(drawn)
        assert ours(out) == expected
        assert detail(by_openpyxl(out)) == expected
        assert detail(by_calamine(out)) == expected


@settings(deadline=None, max_examples=4)
@given(entries().map(debits))
def test_the_aging_detail_as_csv(drawn: list[Entry]) -> None:
    with TemporaryDirectory() as folder:
        out = Path(folder) / "out.csv"
        written(drawn, folder, "aging", "--detail", "-o", str(out))
        assert ours(out) == source(drawn)
        assert detail(by_csv(out)) == source(drawn)


def test_the_report_workbook(tmp_path: Path) -> None:
    day = dt.date(2026, 5, 31)
    drawn = [
        Entry(COMPANIES[n % 2], name, f"DOC-{n:03}", day, None if n == 4 else day, code, 10**n + 5)
        for n, (name, code) in enumerate(zip(CUSTOMERS, ("CNY", "USD", "JPY") * 9, strict=False))
        if n < 13
    ]
    written(drawn, str(tmp_path), "report", "-o", str(tmp_path / "out"))
    path = tmp_path / "out" / "report.xlsx"
    assert ours(path) == detail(by_openpyxl(path)) == detail(by_calamine(path)) == source(drawn)


@pytest.mark.parametrize("name", ["detail.xlsx", "detail.csv"])
def test_the_example_keeps_its_currencies_apart(name: str, tmp_path: Path) -> None:
    run("aging", EXAMPLE, "--detail", "-o", tmp_path / name, "--as-of", DAY, "-q")
    first, second = (run("aging", f, "--as-of", DAY, "-f", "json").json["tables"]
                     for f in (EXAMPLE, tmp_path / name))  # fmt: skip
    assert [t["total"]["open"] for t in second[:2]] == [t["total"]["open"] for t in first[:2]]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_report_read_again_counts_each_document_once(lang: str, tmp_path: Path) -> None:
    line = ("--as-of", DAY, "--lang", lang, "-q")
    run("report", EXAMPLE, "-o", tmp_path, "--with", "recover", "--standard", "cas", *line)
    first, second = (run("aging", f, *line, "-f", "json").json["tables"]
                     for f in (EXAMPLE, tmp_path / "report.xlsx"))  # fmt: skip
    assert [t["total"]["open"] for t in second] == [t["total"]["open"] for t in first]
    checked = run("check", tmp_path / "report.xlsx", *line, "-f", "json").json["tables"][0]["rows"]
    assert sum(row["rows"] is not None for row in checked) == 2  # the details in CNY and USD
