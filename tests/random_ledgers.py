"""Ledgers as people write them: any name, any amount, any layout."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from hypothesis import strategies as st

from arcollect.currencies import exponent
from arcollect.ledger.headers.names.fields import index_of
from arcollect.ledger.headers.normalise import normal

COMPANIES = ("甲方制造有限公司", "乙方贸易有限公司")
CUSTOMERS = (
    "NA", "null", "None", "nan", "=1+1", "@x", "[/]", "[red]x", "../../x", "CON", "甲 & 乙 <贸易>",
    "（甲）公司", "(甲)公司", "ＡＢＣ有限公司", "{{7*7}}", "**粗**", "O'Brien, Ltd",
    '"引号"公司', "长" * 60,
)  # fmt: skip
LEAP = (dt.date(2024, 2, 29), dt.date(2028, 2, 29))
FIELDS = ("company", "customer", "document", "issued", "due", "currency", "minor")
CANONICAL = {"document": "document_no", "issued": "issue_date", "due": "due_date",
             "minor": "open_minor"}  # fmt: skip
HEADS = ("我方公司", "客户名称", "单据编号", "单据日期", "到期日", "币种", "未收金额")


@dataclass(frozen=True)
class Entry:
    """One row that means something: what is open, in minor units."""

    company: str
    customer: str
    document: str
    issued: dt.date
    due: dt.date | None
    currency: str
    minor: int


@dataclass(frozen=True)
class Layout:
    """How the rows are written down."""

    heads: tuple[str, ...] = HEADS
    order: tuple[int, ...] = tuple(range(7))
    extras: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    total: str = ""
    money: Callable[[Decimal], str] = field(default=str)
    date: str = "%Y-%m-%d"


def minus_behind(amount: Decimal) -> str:
    """As SAP prints it: 5.00-."""
    return f"{-amount:,}-" if amount < 0 else f"{amount:,}"


def brackets(amount: Decimal) -> str:
    """As accountants print it: (5.00)."""
    return f"({-amount:,})" if amount < 0 else f"{amount:,}"


MONEY: tuple[Callable[[Decimal], str], ...] = (str, "{:,}".format, minus_behind, brackets)
DATES = ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%Y年%m月%d日", "%Y.%m.%d")


def days(first: str, last: str) -> st.SearchStrategy[dt.date]:
    return st.dates(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


def amounts() -> st.SearchStrategy[int]:
    usual = st.integers(-(10**9), 10**9) | st.integers(10_000, 10**8)
    return usual | st.sampled_from([1, -1, 29, 115, 435, 10**13, -(10**13)])


def entries(*, least: int = 1) -> st.SearchStrategy[list[Entry]]:
    """Rows with numbers of their own; the first is a plain debit with a due date."""
    row = st.builds(
        Entry,
        company=st.sampled_from(COMPANIES),
        customer=st.sampled_from(CUSTOMERS),
        document=st.just(""),
        issued=days("2022-01-01", "2026-06-30"),
        due=days("2022-01-01", "2028-12-31") | st.sampled_from(LEAP) | st.none(),
        currency=st.sampled_from(["CNY", "CNY", "USD", "JPY"]),
        minor=amounts(),
    )
    return st.lists(row, min_size=least, max_size=9).map(_numbered)


def _numbered(rows: Sequence[Entry]) -> list[Entry]:
    day = dt.date(2023, 5, 31)
    first = Entry(COMPANIES[0], "第一客户", "", day, day, "CNY", 1_234_567)
    return [replace(row, document=f"DOC-{n:03}") for n, row in enumerate([first, *rows])]


def layouts() -> st.SearchStrategy[Layout]:
    """Synonyms of every header, columns in any order, strange columns between them."""
    return st.builds(
        Layout,
        heads=st.tuples(*(st.sampled_from(synonyms(name)) for name in FIELDS)),
        order=st.permutations(range(7)).map(tuple),
        extras=st.lists(st.sampled_from(["瞎扯", "附加信息一", "Zzz 9"]), unique=True).map(tuple),
        title=st.sampled_from([(), ("应收账款明细表",), ("某某公司", "", "编制：张三")]),
        total=st.sampled_from(["", "合计", "总计", "Grand Total"]),
        money=st.sampled_from(MONEY),
        date=st.sampled_from(DATES),
    )


def synonyms(name: str) -> list[str]:
    """Every spelling of a field that has one meaning among open items."""
    index = index_of("items")
    spellings = index.fields[CANONICAL.get(name, name)].spellings
    return [word for word in spellings if normal(word) in index.sure]


def rows_of(entries: Sequence[Entry], layout: Layout) -> list[list[str]]:
    """The sheet as text: titles, header, entries, a total row of every currency together."""
    body = [layout.heads, *(_cells(entry, layout) for entry in entries)]
    if layout.total:
        whole = sum((major(e) for e in entries), Decimal(0))
        body.append((layout.total, "", "", "", "", "", layout.money(whole)))
    strange = [layout.extras, *(("?",) * len(layout.extras) for _ in entries)]
    strange += [("",) * len(layout.extras)] * (len(body) - len(strange))
    places = layout.order if not layout.total else sorted(layout.order)
    titles = [[line] for line in layout.title]
    pairs = zip(body, strange, strict=True)
    return [*titles, *([*(row[n] for n in places), *more] for row, more in pairs)]


def _cells(entry: Entry, layout: Layout) -> tuple[str, ...]:
    due = entry.due.strftime(layout.date) if entry.due else ""
    words = (entry.company, entry.customer, entry.document, entry.issued.strftime(layout.date))
    return (*words, due, entry.currency, layout.money(major(entry)))


def major(entry: Entry) -> Decimal:
    return Decimal(entry.minor).scaleb(-exponent(entry.currency))


def as_csv(entries: Sequence[Entry], layout: Layout | None = None) -> bytes:
    page = io.StringIO()
    csv.writer(page).writerows(rows_of(entries, layout or Layout()))
    return page.getvalue().encode()


def as_xlsx(entries: Sequence[Entry]) -> bytes:
    """A workbook with real numbers and dates."""
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet, day = book.add_worksheet("明细"), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, HEADS)
        for n, e in enumerate(entries, 1):
            for column, word in enumerate((e.company, e.customer, e.document)):
                sheet.write_string(n, column, word)
            for column, date in ((3, e.issued), (4, e.due)):
                if date:
                    sheet.write_datetime(n, column, date, day)
            sheet.write_string(n, 5, e.currency)
            sheet.write_number(n, 6, float(major(e)))
    return stream.getvalue()


def by_currency(entries: Sequence[Entry]) -> dict[str, int]:
    """What every report has to add up to, in minor units."""
    total: Counter[str] = Counter()
    for entry in entries:
        total[entry.currency] += entry.minor
    return {code: minor for code, minor in total.items() if minor}
