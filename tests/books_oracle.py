"""Two books of the same companies three months apart, and what must come of them.

Written and read by openpyxl; reckoned with decimal and datetime alone.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from random import Random
from typing import Any

import openpyxl

FIRST, LAST = dt.date(2026, 6, 30), dt.date(2026, 9, 30)
DAY, CENT, NOTHING = dt.timedelta(days=1), Decimal("0.01"), Decimal(0)
EDGES = (0, 30, 90, 180)
COMPANIES = ("甲方制造有限公司", "乙方贸易有限公司")
CUSTOMERS = ("NA", "=1+1", "../../x", "[/]", "甲 & 乙 <贸易>", "远山机械", "Nordic Ltd", "null")
HEADS = {
    "zh": ("公司", "客户名称", "单据编号", "单据日期", "到期日", "币别", "应收金额", "未收金额", "账销案存"),
    "en": ("Company", "Customer", "Invoice No", "Invoice Date", "Due Date", "Currency", "Amount",
           "Balance", "Written off"),
}  # fmt: skip
PAID = {
    "zh": ("收款记录", "收款日期", "公司", "客户名称", "币别", "收款金额", "核销单号"),
    "en": ("Receipts", "Receipt Date", "Company", "Customer", "Currency", "Amount", "Invoice No"),
}
Party = tuple[str, str, str]  # company, customer, currency
Walk = dict[str, Decimal]
PARTS = ("opening", "billed", "unlisted", "raised", "collected", "unsaid", "written_off", "gone",
         "closing")  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One document as a book shows it."""

    party: Party
    number: str
    issued: dt.date
    due: dt.date | None
    amount: Decimal
    left: Decimal
    is_off: bool = False


@dataclass(frozen=True)
class Money:
    """One receipt; reference "" where nobody said what it pays."""

    party: Party
    day: dt.date
    amount: Decimal
    reference: str = ""


@dataclass(frozen=True)
class Book:
    """One file: its documents, settled ones too, and its receipts."""

    rows: tuple[Row, ...]
    money: tuple[Money, ...]


# what happened ---------------------------------------------------------------
FATES = ("keep", "keep", "paid", "paid", "part", "part", "silent", "raised", "off", "gone", "late")


def books(seed: int, documents: int = 160) -> tuple[Book, Book]:
    """The book at FIRST and the book at LAST, every kind of change in them."""
    chance = Random(seed)
    old: list[Row] = []
    new: list[Row] = []
    money: list[Money] = []
    for n in range(documents):
        before, after, came = _story(f"D{seed}-{n:03}", chance)
        old += before
        new += after
        money += came
    for party in [row.party for row in chance.sample(new, 12)]:
        day = FIRST + chance.randrange(-90, 91) * DAY
        money.append(Money(party, day, _cents(chance, 5_000_000)))
    return Book(tuple(old), tuple(m for m in money if m.day <= FIRST)), Book(
        tuple(new), tuple(money)
    )


def _story(number: str, chance: Random) -> tuple[list[Row], list[Row], list[Money]]:
    party = (
        chance.choice(COMPANIES),
        chance.choice(CUSTOMERS),
        chance.choice(("CNY", "CNY", "USD")),
    )
    amount, fate = _cents(chance, 90_000_000), chance.choice(FATES)
    issued = FIRST + chance.randrange(-700, 91) * DAY
    due = None if not chance.randrange(20) else issued + chance.choice((0, 30, 60, 90)) * DAY
    whole = Row(party, number, issued, due, amount, amount)
    if issued > FIRST:
        return _since(whole, fate, chance)
    money, left = [], amount
    if chance.randrange(3) == 0:  # settled, or paid in part, before
        part = amount if chance.randrange(2) else _cents(chance, int(amount * 100))
        day = min(issued + chance.randrange(1, 300) * DAY, FIRST)
        money, left = [Money(party, day, part, number)], amount - part
    before = replace(whole, left=left)
    return _fates(before, fate, money, chance)


def _since(whole: Row, fate: str, chance: Random) -> tuple[list[Row], list[Row], list[Money]]:
    paid = {"paid": whole.amount, "part": whole.amount / 2}.get(fate, NOTHING).quantize(CENT)
    day = whole.issued + chance.randrange((LAST - whole.issued).days + 1) * DAY
    came = [Money(whole.party, day, paid, whole.number)] if paid else []
    return [], [replace(whole, left=whole.amount - paid)], came


def _fates(
    before: Row, fate: str, money: list[Money], chance: Random
) -> tuple[list[Row], list[Row], list[Money]]:
    left, day = before.left, FIRST + chance.randrange(1, 93) * DAY
    if not left or fate == "keep":
        return [before], [before], money
    if fate in {"paid", "part"}:
        part = left if fate == "paid" else (left / 3).quantize(CENT)
        came = [*money, Money(before.party, day, part, before.number)] if part else money
        return [before], [replace(before, left=left - part)], came
    if fate == "raised":
        more = _cents(chance, 100_000)
        after = replace(before, amount=before.amount + more, left=left + more)
        return [before], [after], money
    rest = {
        "silent": [replace(before, left=NOTHING)], "off": [replace(before, is_off=True)],
        "gone": [], "late": [before],
    }[fate]  # fmt: skip
    return [] if fate == "late" else [before], rest, money


def _cents(chance: Random, most: int) -> Decimal:
    return Decimal(chance.randrange(1, most + 1)) / 100


# written, and read again -----------------------------------------------------
def write(book: Book, path: Path, lang: str) -> Path:
    """The book as a workbook: documents on the first sheet, receipts on the second."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(HEADS[lang])
    for row in book.rows:
        off = {"zh": "是", "en": "yes"}[lang] if row.is_off else ""
        company, customer, currency = row.party
        sheet.append([company, "", row.number, row.issued, row.due, currency,
                      float(row.amount), float(row.left), off])  # fmt: skip
        _as_text(sheet.cell(sheet.max_row, 2), customer)
    title, *heads = PAID[lang]
    other = made.create_sheet(title)
    other.append(heads)
    for money in book.money:
        company, customer, currency = money.party
        other.append([money.day, company, "", currency, float(money.amount), money.reference])
        _as_text(other.cell(other.max_row, 3), customer)
    made.save(path)
    return path


def _as_text(cell: Any, text: str) -> None:
    cell.value, cell.data_type = text, "s"


def load(path: Path) -> Book:
    """The book as its cells say it."""
    items, paid = list(openpyxl.load_workbook(path, data_only=False))
    return Book(
        tuple(_row(cells) for cells in items.iter_rows(min_row=2, values_only=True)),
        tuple(_money(cells) for cells in paid.iter_rows(min_row=2, values_only=True)),
    )


def _row(cells: tuple[Any, ...]) -> Row:
    company, customer, number, issued, due, currency, amount, left, off = cells
    party = (company, customer, currency)
    return Row(
        party, number, issued.date(), due and due.date(), _exact(amount), _exact(left), bool(off)
    )


def _money(cells: tuple[Any, ...]) -> Money:
    day, company, customer, currency, amount, reference = cells
    return Money((company, customer, currency), day.date(), _exact(amount), reference or "")


def _exact(value: float) -> Decimal:
    return Decimal(str(value)).quantize(CENT)


# what must come of it: the walk ----------------------------------------------
def walks(old: Book, new: Book) -> dict[Party, Walk]:
    """From opening to closing of every party; what the new book says decides."""
    found: dict[Party, Walk] = defaultdict(lambda: dict.fromkeys(PARTS, NOTHING))
    before, after = ({row.number: row for row in book.rows} for book in (old, new))
    paid: dict[str, Decimal] = defaultdict(Decimal)
    for money in new.money:
        if money.day > FIRST:
            paid[money.reference] += money.amount if money.reference else NOTHING
    for number in {**before, **after}:
        row = after.get(number) or before[number]
        for part, amount in _document(before.get(number), after.get(number), paid[number]):
            found[row.party][part] += amount
    for part, day, book in (("opening", FIRST, old), ("closing", LAST, new)):
        for money in book.money:
            if not money.reference and money.day <= day:
                found[money.party][part] -= money.amount
    for money in new.money:
        if not money.reference and money.day > FIRST:
            found[money.party]["collected"] += money.amount
    return dict(found)


def _document(old: Row | None, new: Row | None, paid: Decimal) -> Iterator[tuple[str, Decimal]]:
    opening = old.left if old else NOTHING
    closing = new.left if new and not new.is_off else NOTHING
    yield from (("opening", opening), ("closing", closing))
    more = closing - opening if old else NOTHING
    if old is None and new is not None:
        is_late = new.issued <= FIRST
        more = new.left if is_late else new.amount
        yield ("unlisted" if is_late else "billed"), more
    elif more > 0:
        yield "raised", more
    less = opening + max(more, NOTHING) - closing
    named = min(paid, less)
    yield "collected", named
    why = "gone" if new is None else ("written_off" if new.is_off else "unsaid")
    yield why, less - named


# what must come of it: the provision -----------------------------------------
def exposures(book: Book) -> dict[tuple[str, str], list[Decimal]]:
    """Open less own credits by bucket, of every own company and currency.

    Credits cover what has no due date first, then the oldest due.
    """
    waiting: dict[Party, Decimal] = defaultdict(Decimal)
    for money in book.money:
        waiting[money.party] += NOTHING if money.reference else money.amount
    found: dict[tuple[str, str], list[Decimal]] = defaultdict(lambda: [NOTHING] * 5)
    for row in sorted(book.rows, key=lambda r: (r.due or dt.date.min, r.issued, r.left)):
        if row.is_off or not row.left:
            continue
        covered = min(waiting[row.party], row.left)
        waiting[row.party] -= covered
        if row.due:
            found[row.party[0], row.party[2]][_bucket(LAST - row.due)] += row.left - covered
    return dict(found)


def _bucket(late: dt.timedelta) -> int:
    return sum(late.days > edge for edge in EDGES)


def losses(exposure: list[Decimal], rates: list[Decimal]) -> list[Decimal]:
    """Bucket by bucket, half a cent up."""
    pairs = zip(exposure, rates, strict=True)
    return [(money * rate).quantize(CENT, ROUND_HALF_UP) for money, rate in pairs]


def history(book: Book, since: dt.date) -> dict[tuple[str, str], list[tuple[Decimal, Decimal]]]:
    """Of every bucket what ever got into it and what never came, by own company and currency.

    Documents due after `since` that have had 181 days; a written-off rest never came.
    """
    paid: dict[str, list[Money]] = defaultdict(list)
    for money in book.money:
        paid[money.reference].append(money)
    found: dict[tuple[str, str], list[tuple[Decimal, Decimal]]] = {}
    for row in book.rows:
        if row.due and since < row.due <= LAST - 181 * DAY:
            mine = found.setdefault((row.party[0], row.party[2]), [(NOTHING, NOTHING)] * 5)
            for n, edge in enumerate((None, *EDGES)):
                stood = row.amount if edge is None else _after(row, paid[row.number], edge)
                mine[n] = (mine[n][0] + stood, mine[n][1] + row.left)
    return found


def _after(row: Row, paid: list[Money], edge: int) -> Decimal:
    """What was still unpaid when it got into the bucket beyond `edge` days."""
    assert row.due is not None
    day = row.due + (edge + 1) * DAY
    return row.left + sum((money.amount for money in paid if money.day >= day), NOTHING)
