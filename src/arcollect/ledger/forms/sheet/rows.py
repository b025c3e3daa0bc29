"""What every row of a sheet is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum
from functools import partial

import numpy as np
from numpy.typing import NDArray

from arcollect.dates import parse_date
from arcollect.errors import Message
from arcollect.ledger.cells.amounts import hundredths
from arcollect.ledger.cells.column import text_flags, used_texts
from arcollect.ledger.cells.texts import text_column
from arcollect.ledger.file.grid import RawColumn
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.headers.row_words import (
    is_balance_due,
    is_closing,
    is_footer,
    is_opening,
    is_subtotal,
    is_total,
    total_after,
    total_of,
)
from arcollect.ledger.schema import RowClass

CLASSES = tuple(RowClass)
CODE = {c: i for i, c in enumerate(CLASSES)}

_MAYBE_TOTAL = re.compile(r"\s*total", re.IGNORECASE)

MONEY = ("open_minor", "amount_minor", "paid_minor", "debit_minor", "credit_minor")
BALANCES = ("running_balance",)
PARTY = ("customer", "customer_code", "company")
NUMBERS = ("document_no", "invoice_no", "reference")
DATES = ("issue_date", "due_date", "date", "day")

Mask = NDArray[np.bool_]


class RowWord(IntEnum):
    """What a label cell says of its row."""

    NONE = 0
    OPENING = 1
    SUBTOTAL = 2
    TOTAL = 3
    FOOTER = 4
    CLOSING = 5


def row_word(text: str, names: frozenset[str]) -> RowWord:
    """What a whole cell says of its row.

    "Total NAME" and "NAME Total", as Excel's subtotals are called, only of a name in the sheet.
    """
    for word, says in (
        (RowWord.OPENING, is_opening),
        (RowWord.SUBTOTAL, is_subtotal),
        (RowWord.TOTAL, is_total),
        (RowWord.TOTAL, is_balance_due),
        (RowWord.FOOTER, is_footer),
        (RowWord.CLOSING, is_closing),
    ):
        if says(text):
            return word
    named = total_of(text) if _MAYBE_TOTAL.match(text) else total_after(text)
    return RowWord.SUBTOTAL if named and _plain(named) in names else RowWord.NONE


@dataclass(frozen=True, slots=True)
class Rows:
    """The class of each body row (codes of `CLASSES`), and which are openings (期初)."""

    classes: NDArray[np.int8]
    opening: Mask
    bare: Mask  # nothing but money: no name, number, date or remark
    labels: dict[int, str] = field(default_factory=dict)  # of total and subtotal rows

    def are(self, row_class: RowClass) -> Mask:
        """Which rows are of a class."""
        found: Mask = self.classes == CODE[row_class]
        return found


def classify(body: Body) -> Rows:
    """Say of every row what it is; what is left is an item.

    A label such as 合计 counts only on a row without a document number or without
    a date, so that a customer called so keeps its items. A customer's name alone
    is a group header, in whatever column it stands where the sheet has none for names.
    Nothing but one cell of words is a title or a footnote.
    """
    seen = _Seen(body)
    words, labels = _labels(body, seen)
    classes = np.full(body.rows, CODE[RowClass.ITEM], dtype=np.int8)
    for row_class, mask in (
        (RowClass.TITLE, _is_note(seen)),
        (RowClass.GROUP, _is_group(body, seen)),
        (RowClass.SUBTOTAL, (words == RowWord.SUBTOTAL) | (words == RowWord.CLOSING)),
        (RowClass.TOTAL, words == RowWord.TOTAL),
        (RowClass.TITLE, words == RowWord.FOOTER),
        (RowClass.HEADER, _is_header_again(body)),
        (RowClass.BLANK, seen.count == 0),
    ):
        classes[mask] = CODE[row_class]
    rows = Rows(classes, words == RowWord.OPENING, _only_money(seen), labels)
    rows.classes[_is_account_total(body, seen, rows)] = CODE[RowClass.SUBTOTAL]
    return rows


class _Seen:
    """Which kinds of cells each row fills."""

    def __init__(self, body: Body) -> None:
        self.filled = {f: body.filled(f) for f in body.raw}
        extra = [body.pools.filled(c) for c in body.extra.values()]
        self.rows = body.rows
        columns = {body.matches[f].column: m for f, m in self.filled.items()}
        masks = [*columns.values(), *extra]
        self.count = np.sum(masks, axis=0, dtype=np.int16) if masks else np.zeros(self.rows)
        self.money = self.any_of(*MONEY)
        self.balance = self.any_of(*BALANCES)
        self.party = self.any_of(*PARTY)
        self.numbered = self.any_of(*NUMBERS)
        self.dated = self.any_of(*DATES)
        self.loose = ~(self._or_none(self.numbered, NUMBERS) & self._or_none(self.dated, DATES))
        if not any(f in self.filled for f in (*NUMBERS, *DATES)):
            self.loose = np.ones(self.rows, dtype=bool)
        self.fronts = body.fronts(_columns_of(body, (*MONEY, *BALANCES)))
        self.headed = self._headed(body)

    def _headed(self, body: Body) -> Mask:
        """Rows with nothing but words in one of the first two columns: they head others.

        A lone document number is no heading where names have a column of their own.
        """
        found = np.zeros(self.rows, dtype=bool)
        named = any(f in self.filled for f in PARTY)
        dates, numbers = (_columns_of(body, names) for names in (DATES, NUMBERS))
        for number, column in self.fronts.items():
            if not (named and number in numbers):
                lone = np.flatnonzero((self.count == 1) & (column.text >= 0))
                tells = _is_words if number in dates else _has_words
                found[[row for row in lone if tells(column.pool[column.text[row]])]] = True
        return found

    def any_of(self, *fields: str) -> Mask:
        """Which rows fill at least one of the fields."""
        found = np.zeros(self.rows, dtype=bool)
        for name in fields:
            if name in self.filled:
                found |= self.filled[name]
        return found

    def _or_none(self, mask: Mask, fields: tuple[str, ...]) -> Mask:
        return mask if any(f in self.filled for f in fields) else np.ones(self.rows, dtype=bool)


def _is_note(seen: _Seen) -> Mask:
    lonely = ~seen.money & ~seen.balance & ~seen.numbered & ~seen.dated
    single = (seen.count == 1) & ~seen.money & ~seen.party & ~seen.balance
    found: Mask = (lonely & ~seen.party) | single | (seen.headed & ~seen.party)
    return found


def _is_group(body: Body, seen: _Seen) -> Mask:
    """A customer's name alone; without a customer column, words alone in front."""
    if not any(body.has(f) for f in PARTY):
        return seen.headed
    return seen.party & ~seen.money & ~seen.balance & ~seen.numbered & ~seen.dated


def _only_money(seen: _Seen) -> Mask:
    sums = np.sum([seen.filled[f] for f in MONEY if f in seen.filled], axis=0)
    found: Mask = seen.money & (seen.count == sums)
    return found


def _labels(body: Body, seen: _Seen) -> tuple[NDArray[np.int8], dict[int, str]]:
    """The strongest label word of each loose row, and the words of total rows."""
    words = np.zeros(body.rows, dtype=np.int8)
    labels: dict[int, str] = {}
    if not seen.loose.any():
        return words, labels
    names = _names(body, seen)
    columns = {m.column: body.raw[f] for f, m in body.matches.items()} | body.extra
    for number in sorted(columns.keys() - _columns_of(body, MONEY)):
        found, texts = _words_of(columns[number], seen.loose, names)
        found[_says_no_more(body, seen, number, found)] = RowWord.NONE
        if number not in _columns_of(body, (*PARTY, *NUMBERS)) and number not in body.extra:
            found[[row for row, said in texts.items() if is_balance_due(said)]] = RowWord.NONE
        new = (found > 0) & (words == 0)
        words[new] = found[new]
        for row in np.flatnonzero(new & (found != RowWord.OPENING)):
            labels[int(row)] = texts[int(row)]
    return words, labels


def _says_no_more(body: Body, seen: _Seen, column: int, found: NDArray[np.int8]) -> Mask:
    """Remarks of items that only look like labels (备注：分期, 三月货款合计).

    A row with money and a party of its own is no footnote, whatever its remark says;
    nor is it a total where it has a due date (本月合计 of a journal has the day only)
    or a number in another column.
    """
    if column in _columns_of(body, (*PARTY, *DATES)):
        return body.nowhere()
    owed = seen.money & seen.party
    totals = (found == RowWord.TOTAL) | (found == RowWord.SUBTOTAL)
    papers = seen.any_of("due_date")
    if column not in _columns_of(body, NUMBERS):
        papers |= seen.numbered
    remarks: Mask = owed & ((found == RowWord.FOOTER) | (totals & papers))
    if not seen.any_of("debit_minor", "credit_minor").any():
        remarks |= found == RowWord.CLOSING  # 期末余额 is a word of journals
    return remarks


def _columns_of(body: Body, fields: tuple[str, ...]) -> set[int]:
    return {body.matches[f].column for f in fields if f in body.matches}


def _names(body: Body, seen: _Seen) -> frozenset[str]:
    """The names that "Total NAME" may close, without spaces and case.

    Customers, and what heads a group of rows (QuickBooks: Current, 1 - 30).
    """
    columns = [body.raw[f] for f in ("customer", "customer_code") if body.has(f)]
    columns = columns or list(body.extra.values())
    names = {c.pool[i] for c in columns for i in used_texts(c)}
    for column in seen.fronts.values():
        texts = column.text[seen.headed & (column.text >= 0)]
        names |= {column.pool[i] for i in np.unique(texts)}
    return frozenset(map(_plain, names)) - {""}


def _has_words(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _is_words(text: str) -> bool:
    """Whether a cell of a date column says anything but a day."""
    return any(c.isalpha() for c in text) and isinstance(parse_date(text), Message)


def _words_of(
    column: RawColumn, loose: Mask, names: frozenset[str]
) -> tuple[NDArray[np.int8], dict[int, str]]:
    rows = np.flatnonzero(loose & (column.text >= 0))
    codes, back = np.unique(column.text[rows], return_inverse=True)
    kinds = np.array([row_word(column.pool[c], names) for c in codes], dtype=np.int8)
    found = np.zeros(len(column), dtype=np.int8)
    if len(rows):
        found[rows] = kinds[back]
    texts = {int(r): column.pool[column.text[r]].strip() for r in np.flatnonzero(found)}
    return found, texts


def _is_header_again(body: Body) -> Mask:
    """Rows whose money column says its own header: the header printed again."""
    found = body.nowhere()
    for name in MONEY:
        if body.has(name):
            header = _plain(body.header(name))
            found |= text_flags(body.raw[name], partial(_says, header))
    return found


def _says(header: str, text: str) -> bool:
    """Whether a cell says what the header says; figures never do."""
    return not text[:1].isdigit() and bool(header) and _plain(text) == header


def _plain(text: str) -> str:
    return "".join(text.split()).lower() if not text.isdigit() else ""


def _is_account_total(body: Body, seen: _Seen, rows: Rows) -> Mask:
    """Rows with nothing but an account and an amount under that account's items.

    SAP lists close each account so. It takes more than the look: such rows must
    close at least half of the accounts, and at least half of them must add up.
    """
    money = next((f for f in MONEY if body.has(f)), None)
    account = next((f for f in ("customer_code", "customer") if body.has(f)), None)
    papers = any(body.has(f) for f in (*NUMBERS, *DATES))
    if money is None or account is None or not papers:
        return body.nowhere()
    sums = np.sum([seen.filled[f] for f in MONEY if f in seen.filled], axis=0)
    sides = np.sum([seen.filled[f] for f in (*PARTY, "currency") if f in seen.filled], axis=0)
    bare: Mask = rows.are(RowClass.ITEM) & seen.money & (seen.count == sums + sides)
    bare &= seen.filled[account]
    if not bare.any():
        return bare
    items = rows.are(RowClass.ITEM) & ~bare
    codes = text_column(body.raw[account]).texts.codes
    return _closing(bare, items, codes, hundredths(body.raw[money]))


def _closing(bare: Mask, items: Mask, codes: NDArray[np.int32], amounts: NDArray[np.int64]) -> Mask:
    """Which bare rows close a run of the same account's items, all or none."""
    rows = np.arange(len(bare))
    before = np.maximum.accumulate(np.where(items, rows, -1))
    closes = bare & (before >= 0) & (codes == codes[before])
    listed = np.cumsum(np.where(items, amounts, 0))
    at = np.flatnonzero(closes)
    runs = np.concatenate([[0], listed[at][:-1]])
    ties = listed[at] - runs == amounts[at]
    accounts = len(np.unique(codes[items])) if items.any() else 0
    structural = len(at) * 2 >= accounts and ties.sum() * 2 >= len(at) > 0
    return closes if structural else np.zeros(len(bare), dtype=bool)
