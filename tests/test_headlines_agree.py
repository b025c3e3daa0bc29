"""One ledger, one truth: whatever prints a headline figure prints the same, in both languages.

Read is what is shown: the words of the screen, the page in a browser, the cells of the workbook.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tests.headline_ledgers import CASES, Case, Headline
from tests.program import run

from arcollect.text import Lang, text

Line = tuple[str, ...]  # what stands beside a label, from left to right
Sheet = list[tuple[Any, ...]]
FIGURES = ("open", "overdue", "unapplied", "balance", "no_due_date")
ASKED = ("overdue", "held", "gross", "unapplied", "net")
EDGES = ((1, 30), (31, 90), (91, 180))


@dataclass(frozen=True)
class Shown:
    """What one run of the report showed and wrote."""

    case: Case
    lang: Lang
    words: list[Path | str]
    screen: str
    page: str
    book: Mapping[str, Sheet]

    def word(self, key: str, **facts: Any) -> str:
        return text(key, self.lang, **facts)

    def sheet(self, key: str, currency: str) -> Sheet:
        name = self.word(f"report.{key}")
        return self.book[name if len(self.case.expected) == 1 else f"{name} {currency}"]


EVERY = [(name, lang) for name in CASES for lang in Lang]


@pytest.fixture(scope="module", params=EVERY, ids=[f"{name}-{lang}" for name, lang in EVERY])
def shown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Shown:
    name, lang = request.param
    folder = tmp_path_factory.mktemp("report")
    words = [*CASES[name].written(folder), "--lang", str(lang)]
    done = run("report", *words, "-o", folder / "out", "--no-letters", "--standard", "cas",
               terminal=True, COLUMNS="160", LINES="60", TERM="dumb")  # fmt: skip
    assert done.code == 0, done.err
    book = openpyxl.load_workbook(folder / "out" / "report.xlsx", data_only=True)
    sheets = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    page = (folder / "out" / "summary.html").read_text("utf-8")
    return Shown(CASES[name], lang, words, done.out, page, sheets)


def each(shown: Shown) -> Iterator[tuple[str, Headline]]:
    yield from shown.case.expected.items()


def test_screen_page_boss_page_and_overview_say_the_headline(shown: Shown) -> None:
    boss = left_of(shown.book[shown.word("boss.title")], shown.word("ratios.collection_title"))
    screen = [tuple(re.split(r"\s{2,}", line.strip())) for line in shown.screen.splitlines()]
    for currency, wanted in each(shown):
        overview = lines_of(shown.sheet("overview", currency))
        for where in (screen, figures_of(shown.page), boss, overview):
            assert headline(where, currency, shown) == wanted.shown


def test_the_charts_draw_the_buckets_of_the_aging(shown: Shown) -> None:
    for currency, wanted in each(shown):
        total = totals(shown, "aging", currency)
        assert [total[title] for title in buckets(shown)] == exact(wanted.buckets)
        rows = lines_of(shown.sheet("overview", currency))
        bars = {row[0]: row[1] for row in rows if len(row) == 2}
        assert exact(bars[title] for title in buckets(shown)) == exact(wanted.buckets)
        for bucket in wanted.buckets:
            assert f">{bucket}<" in shown.page
            assert re.search(rf"\s{re.escape(bucket)}\s", shown.screen)


@pytest.mark.parametrize("key", ["aging", "audit"])
def test_the_totals_of_both_agings_are_the_headline(shown: Shown, key: str) -> None:
    for currency, wanted in each(shown):
        total = totals(shown, key, currency)
        for name in FIGURES if key == "aging" else FIGURES[:-1]:
            assert total[shown.word(f"aging.{name}")] == wanted.money[name], name
        assert total[shown.word("aging.documents")] == wanted.documents


def test_the_documents_add_up_to_what_is_open(shown: Shown) -> None:
    for currency, wanted in each(shown):
        total = totals(shown, "detail", currency, shown.word("aging.document_no"))
        assert total[shown.word("aging.item_open")] == wanted.money["open"]


def test_worklist_and_limitation_add_up(shown: Shown) -> None:
    late = sums(shown, "worklist.title", "worklist.col.", "overdue")
    left = sums(shown, "limits.sheet", "limits.", "open")
    for currency, wanted in each(shown):
        assert late[currency] == wanted.money["overdue"]
        assert left[currency] == wanted.money["open"]


def test_the_forecast_is_of_all_that_is_open(shown: Shown) -> None:
    """One sentence for each own company and currency; bills in hand are named apart."""
    ties = shown.word("forecast.ties", whose="", open="|").strip("|")
    rows = lines_of(shown.book[shown.word("forecast.page")])
    said = [line[0].partition(ties)[2].split() for line in rows if ties in line[0]]
    for currency, wanted in each(shown):
        sums = (words[1].strip(".;；") for words in said if words[0] == currency)
        assert sum(exact(sums)) == wanted.money["open"]


def test_the_provision_says_where_all_that_is_open_went(shown: Shown) -> None:
    rows = lines_of(shown.book[shown.word("provision.page")])
    for currency, wanted in each(shown):
        below = rows[rows.index((shown.word("provision.scope", currency=currency),)) + 1 :]
        column = below[0].index(shown.word("provision.all_open"))
        label = shown.word("common.total")
        assert exact([next(r for r in below if r[0] == label)[column]])[0] == wanted.money["open"]


def test_the_ratio_is_the_same_among_the_ratios(shown: Shown) -> None:
    label = shown.word("ratios.overdue_ratio")
    ratios = [row for row in lines_of(shown.book[shown.word("report.ratios")]) if row[0] == label]
    assert {row[1]: row[2] for row in ratios} == {c: h.ratio for c, h in each(shown)}


def test_json_and_csv_of_the_aging_are_the_headline(shown: Shown) -> None:
    tables = run("aging", *shown.words, "-f", "json").json["tables"]
    said = {table["key"].partition(".")[2]: table["total"] for table in tables}
    for currency, wanted in each(shown):
        assert {name: Decimal(said[currency][name]) for name in FIGURES} == wanted.money
    rows = list(csv.DictReader(io.StringIO(run("aging", *shown.words, "-f", "csv").out)))
    coin, label = shown.word("aging.by_currency"), shown.word("common.total")
    last = {row.get(coin, "CNY"): row for row in rows if label in row.values()}
    for currency, wanted in each(shown):
        for name in FIGURES:
            assert Decimal(last[currency][shown.word(f"aging.{name}")]) == wanted.money[name]


def test_check_ends_with_the_net_balance(shown: Shown) -> None:
    """The file's money where nothing was paid or left out since, else the bridge from it."""
    tables = run("check", *shown.words, "-f", "json").json["tables"]
    rows = next(table["rows"] for table in tables if table["key"] == "figures")
    said = {row["key"]: row["shown"] for row in rows}
    for currency, wanted in each(shown):
        balance = said.get(f"balance.{currency}", said[f"money.{currency}"])
        assert exact([balance])[0] == wanted.money["balance"]


def test_the_letters_index_is_of_all_that_is_open(shown: Shown) -> None:
    """Who gets a letter and who none; what is asked for is overdue less held less unapplied."""
    rows = run("letters", *shown.words, "--dry-run", "-f", "json").json["tables"][0]["rows"]
    for currency, wanted in each(shown):
        mine = [row for row in rows if row["currency"] == currency]
        for name in ("open", "overdue"):
            assert sum(exact(row[name] for row in mine)) == wanted.money[name]
        for row in mine:
            overdue, held, gross, unapplied, net = exact(row[name] for name in ASKED)
            assert gross == overdue - held
            assert net in {0, max(0, gross - unapplied)}


def test_the_files_hash_stands_on_every_page(shown: Shown) -> None:
    (path, *_) = shown.words
    begins = sha256(Path(path).read_bytes()).hexdigest()[:12]
    assert begins in shown.page or len(shown.case.files) > 1


# What is shown, as lines of cells ------------------------------------------


def lines_of(rows: Sheet) -> list[Line]:
    """The filled cells of every row, from left to right."""
    filled = [tuple(str(cell) for cell in row if cell not in (None, "")) for row in rows]
    return [line for line in filled if line]


def left_of(rows: Sheet, title: str) -> list[Line]:
    """The same of what stands left of the table with this title, where there is one."""
    at = [n for row in rows for n, cell in enumerate(row) if cell == title]
    return lines_of([row[: at[0]] if at and at[0] else row for row in rows])


class Figures(HTMLParser):
    """The headline boxes of the page: label, amount, verdict, formula."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[list[str]] = []
        self.is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "div":
            self.is_inside = str(dict(attrs).get("class")).startswith("figure ")
            self.lines += [[]] if self.is_inside else []

    def handle_endtag(self, tag: str) -> None:
        self.is_inside = self.is_inside and tag != "div"

    def handle_data(self, data: str) -> None:
        if self.is_inside and data.strip():
            self.lines[-1].append(data.strip())


def figures_of(page: str) -> list[Line]:
    parser = Figures()
    parser.feed(page)
    return [tuple(line) for line in parser.lines]


def headline(lines: Sequence[Line], currency: str, shown: Shown) -> dict[str, str]:
    """Every figure of one currency by its name, to the cent; those not said are left out."""
    said = {}
    for name in (*FIGURES, "overdue_ratio"):
        label = shown.word(f"summary.{name}", currency=currency)
        found = [" ".join(beside(line, label)) for line in lines if label in line]
        assert len(found) <= 1, label
        if found:
            said[name] = figure(found[0], currency)
        if name == "open":
            said["counted"] = " ".join(re.findall(r"(?<![\d.,])\d+(?![\d.,])", found[0]))
    return said


def beside(line: Line, label: str) -> Line:
    """The cells right of a label, up to the label of another currency."""
    right = line[line.index(label) + 1 :]
    ends = (n for n, cell in enumerate(right) if re.search(r"[(（][A-Z]{3}[)）]$", cell))
    return right[: next(ends, len(right))]


def figure(words: str, currency: str) -> str:
    """The exact amount: what a formula ends with, else after the currency, else the last word."""
    if "%" in words:
        return words.split(maxsplit=1)[0]
    named = re.match(rf"{currency} (\S+)", words)
    return named[1] if named and "=" not in words else words.rsplit(maxsplit=1)[-1]


def buckets(shown: Shown) -> list[str]:
    """What the buckets of 30, 90 and 180 days are called."""
    between = [shown.word("aging.between", first=a, last=b) for a, b in EDGES]
    return [shown.word("aging.not_due"), *between, shown.word("aging.above", days=180)]


def totals(shown: Shown, key: str, currency: str, title: str = "") -> dict[str, Decimal]:
    """The total row of the table on one sheet, by the titles of its columns.

    The last row that is not a note: below it stand sentences alone.
    """
    rows = shown.sheet(key, currency)
    at = next(n for n, row in enumerate(rows) if (title or shown.word("aging.open")) in row)
    (total,) = [row for row in rows[at:] if shown.word("common.total") in row[:3]]
    pairs = zip(rows[at], total, strict=True)
    return {t: exact([v])[0] for t, v in pairs if t and isinstance(v, int | float)}


def sums(shown: Shown, sheet: str, stem: str, money: str) -> dict[str, Decimal]:
    """What the rows of the first table of a sheet add up to, per currency."""
    rows, title = shown.book[shown.word(sheet)], shown.word(f"{stem}{money}")
    at = next(n for n, row in enumerate(rows) if title in row)
    column, coin = rows[at].index(title), rows[at].index(shown.word(f"{stem}currency"))
    found: dict[str, Decimal] = defaultdict(Decimal)
    for row in rows[at + 1 :]:
        if row[coin] in (None, ""):
            break
        found[row[coin]] += exact([row[column]])[0]
    return found


def exact(values: Iterable[Any]) -> list[Decimal]:
    """To the cent, as a cell shows it."""
    return [Decimal(str(v).replace(",", "")).quantize(Decimal("0.01")) for v in values]
