"""Names that stand once for several rows: merged cells, 同上, group headers and parents."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from arcollect.errors import Severity, message
from arcollect.ledger.cells.amounts import hundredths
from arcollect.ledger.cells.column import text_flags
from arcollect.ledger.cells.texts import Texts, text_column
from arcollect.ledger.file.grid import CellKind, RawColumn, SheetFacts
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.forms.sheet.rows import (
    CODE,
    DATES,
    MONEY,
    NUMBERS,
    Mask,
    Rows,
    RowWord,
    row_word,
)
from arcollect.ledger.headers.periods import is_age
from arcollect.ledger.headers.row_words import is_ditto, may_hold_ditto
from arcollect.ledger.schema import RowClass

NEVER = frozenset(
    {
        "open_minor",
        "amount_minor",
        "paid_minor",
        "disputed_minor",
        "debit_minor",
        "credit_minor",
        "running_balance",
    }
)
"""A merged amount is one amount: it stays on its first row."""

_ON_ACCOUNT = re.compile(r"\W*on account\W*", re.IGNORECASE)
"""Tally's word for money that names no bill, under the party's own header."""


def fill_merges(body: Body, facts: SheetFacts) -> None:
    """Repeat a merged cell's value on the rows of the merge, and only there (T-17)."""
    first = body.place.first
    fields = {m.column: f for f, m in body.matches.items() if f not in NEVER}
    by_column: dict[int, list[tuple[int, int]]] = {}
    for top, left, bottom, _right in facts.merges:
        if left in fields and bottom > top >= first:
            by_column.setdefault(left, []).append((top - first, bottom - first))
    for column, spans in by_column.items():
        body.raw[fields[column]] = _spread_down(body.raw[fields[column]], spans)


def _spread_down(column: RawColumn, spans: list[tuple[int, int]]) -> RawColumn:
    source = np.arange(len(column))
    for top, bottom in spans:
        source[top : bottom + 1] = top
    return RawColumn(column.kind[source], column.number[source], column.text[source], column.pool)


def fill_dittos(body: Body) -> None:
    """Read 同上 and 〃 as what the item above says, and tell how many there were.

    Money is never repeated so: such a cell stays an amount that cannot be read. Under
    no item the mark says nothing.
    """
    fields = [f for f in body.raw if f not in NEVER]
    marked = {f: text_flags(body.raw[f], is_ditto, may_hold_ditto) for f in fields}
    marked = {f: marks for f, marks in marked.items() if marks.any()}
    if not marked:
        return
    stated = [body.filled(f) for f in MONEY if body.has(f)]
    labels = [text_flags(body.raw[f], _is_label) for f in fields]
    items = np.logical_or.reduce(stated) & ~np.logical_or.reduce(labels)
    for field, marks in marked.items():
        body.raw[field] = _repeated(body.raw[field], marks, items & ~marks)
    headers = [body.header(f).strip() for f in marked]
    cells = sum(int(marks.sum()) for marks in marked.values())
    body.place.tell(Severity.NOTICE, message("reading.ditto", cells=cells, headers=headers))


def _is_label(text: str) -> bool:
    return row_word(text, frozenset()) != RowWord.NONE


def _repeated(column: RawColumn, marks: Mask, says: Mask) -> RawColumn:
    """The column with each marked cell as the last of those that say something."""
    rows = np.arange(len(column))
    source = np.where(marks, np.maximum.accumulate(np.where(says, rows, -1)), rows)
    kind = np.where(source < 0, CellKind.EMPTY, column.kind[source]).astype(np.uint8)
    text = np.where(source < 0, -1, column.text[source]).astype(np.int32)
    return RawColumn(kind, np.where(source < 0, 0.0, column.number[source]), text, column.pool)


def settle_parents(body: Body, rows: Rows) -> None:
    """Take a customer's line for a group header where it only sums up the lines below.

    Odoo prints the name with its total, then the documents without a name. All or none:
    each such line must stand directly above a nameless line with a number or a date,
    and at least half of them must add up.
    """
    money = next((f for f in MONEY if body.has(f)), None)
    if money is None or not body.has("customer"):
        return
    named, stated = body.filled("customer"), body.filled(money)
    papers = np.logical_or.reduce([body.filled(f) for f in (*NUMBERS, *DATES)])
    items = rows.are(RowClass.ITEM)
    parents, children = items & named & stated & ~papers, items & ~named & papers
    below = np.append(children[1:], [False])
    if (
        parents.any()
        and below[parents].all()
        and _sum_up(parents, children, hundredths(body.raw[money]))
    ):
        rows.classes[parents] = CODE[RowClass.GROUP]


def _sum_up(parents: Mask, children: Mask, minor: NDArray[np.int64]) -> bool:
    """Whether half of the parents are the sum of the children up to the next parent."""
    at = np.flatnonzero(parents)
    listed = np.concatenate([[0], np.cumsum(np.where(children, minor, 0))])
    sums = listed[np.append(at[1:], len(minor))] - listed[at]
    return bool((sums == minor[at]).sum() * 2 >= len(at))


def fill_closed(body: Body, rows: Rows) -> None:
    """Give nameless items the name above them where a printed subtotal proves it.

    A pivot table and unmerged cells print a name once: 甲公司, blank, blank, 甲公司 汇总.
    The subtotal must be the sum of a run that begins with a name and holds no other;
    elsewhere a missing name is a missing name.
    """
    money = next((f for f in MONEY if body.has(f)), None)
    own, items = body.text("customer"), rows.are(RowClass.ITEM)
    nameless = items & own.blank & body.text("customer_code").blank
    closes = rows.are(RowClass.SUBTOTAL)
    if money is None or not nameless.any() or not closes.any():
        return
    minor, codes = hundredths(body.raw[money]), own.codes.copy()
    listed = np.concatenate([[0], np.cumsum(np.where(items, minor, 0))])
    begins = {0: 0}
    for row in np.flatnonzero(closes):
        run = np.arange(begins.get(int(listed[row] - minor[row]), row), row)
        run = run[items[run]]
        named = np.unique(own.codes[run[~own.blank[run]]])
        if len(named) == 1 and own.codes[run[0]] == named[0]:
            codes[run[nameless[run]]] = named[0]
        begins[int(listed[row])] = int(row) + 1
    filled = int((codes != own.codes).sum())
    if filled:
        body.put("customer", Texts(codes, own.words))
        body.place.tell(Severity.NOTICE, message("reading.filled_closed", rows=filled))


def fill_groups(body: Body, rows: Rows) -> bool:
    """Give the items under a group header its customer (Xero, Tally, 金蝶).

    A journal may print the name on the opening balance (期初余额) only: it heads a group.
    Only in a sheet where at least half of the items have no customer of their own:
    elsewhere a missing name is a missing name. Whether the sheet is such a one.
    """
    own = body.text("customer") if body.has("customer") else body.text("customer_code")
    own = own.each(lambda w: "" if _ON_ACCOUNT.fullmatch(w) else w)
    items = rows.are(RowClass.ITEM)
    nameless = items & own.blank
    groups = _group_names(body, rows)
    if not nameless.any() or nameless.sum() * 2 < items.sum() or groups is None:
        return False
    body.put("customer", _carried(own if body.has("customer") else None, groups))
    return True


def _group_names(body: Body, rows: Rows) -> Texts | None:
    """The name on each group header row, "" elsewhere; an age (1 - 30) names nobody."""
    groups = rows.are(RowClass.GROUP)
    heads = groups | (rows.opening & rows.are(RowClass.ITEM))
    columns = [(body.raw[f], heads) for f in ("customer", "customer_code") if body.has(f)]
    columns += [(c, heads) for _n, c in sorted(body.extra.items())]
    columns += [(c, groups) for _n, c in sorted(body.fronts().items())]
    for column, here in columns:
        texts = text_column(column).texts.each(lambda w: "" if is_age(w) else w)
        if (here & ~texts.blank).any():
            return Texts(np.where(here, texts.codes, 0).astype(np.int32), texts.words)
    return None


def _carried(own: Texts | None, groups: Texts) -> Texts:
    rows = np.arange(len(groups))
    at = np.maximum.accumulate(np.where(groups.blank, -1, rows))
    codes: NDArray[np.int32] = np.where(at >= 0, groups.codes[at], 0).astype(np.int32)
    carried = Texts(codes, groups.words)
    return carried if own is None else own.or_else(carried)
