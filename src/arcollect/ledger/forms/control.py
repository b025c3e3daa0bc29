"""The tie-out: every row of every sheet by class, with its money."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from arcollect.errors import Severity, message
from arcollect.ledger.forms.items.build import ItemSheet
from arcollect.ledger.forms.sheet.found import FoundSheet
from arcollect.ledger.forms.sheet.rows import CLASSES, CODE, Rows
from arcollect.ledger.forms.tables.build import TableSheet
from arcollect.ledger.headers.normalise import as_text
from arcollect.ledger.schema import ClassTotal, PrintedTotal, RowClass
from arcollect.money import show

Ints = NDArray[np.int64]
PRINTED = ("amount_minor", "paid_minor", "open_minor")
_LEVELS = 40  # inner subtotals that an outer one may close: months of three years


def class_totals(sheet: ItemSheet) -> list[ClassTotal]:
    """Rows and money of each class; the rows add up to the sheet's rows (invariant 1).

    Money is the balance column's where there is one, else the amount's, as used:
    what the items hold is what the item class says.
    """
    money = counted(sheet)
    known = _known_unusable(sheet)
    totals = []
    for row_class, rows in _counts(sheet.found, sheet.rows).items():
        mask = sheet.rows.are(row_class)
        if row_class in {RowClass.TOTAL, RowClass.SUBTOTAL}:
            sums = _by_currency(sheet, mask, _printed_money(sheet))
        elif row_class is RowClass.UNUSABLE:
            sums = _by_currency(sheet, mask & known, money)
        elif row_class in {RowClass.ITEM, RowClass.LINE}:
            sums = _by_currency(sheet, mask, money)
        else:
            sums = {}
        totals.append(ClassTotal(sheet.found.file, sheet.found.name, row_class, rows, sums))
    return totals


def table_totals(sheet: TableSheet) -> list[ClassTotal]:
    """Rows by class of a receipts, customers, contacts or sales sheet.

    Receipts have money too: what is used, and what was left out and can be read.
    """
    found = sheet.found
    money = _receipts_money(sheet) if found.role == "receipts" else {}
    return [
        ClassTotal(found.file, found.name, c, n, money.get(c, {}), found.role)
        for c, n in _counts(found, sheet.rows).items()
    ]


def _receipts_money(sheet: TableSheet) -> dict[RowClass, dict[str, int]]:
    used: Counter[str] = Counter()
    if "amount_minor" in sheet.draft.arrays:
        codes, words = sheet.draft.text("currency").codes, sheet.draft.text("currency").words
        for code in np.unique(codes):
            used[words[code]] = int(sheet.draft.arrays["amount_minor"][codes == code].sum())
    left: Counter[str] = Counter()
    for problem in sheet.place.problems:
        if problem.severity is Severity.EXCLUDED and problem.amount_minor is not None:
            left[problem.currency] += problem.amount_minor
    return {RowClass.ITEM: dict(used), RowClass.UNUSABLE: dict(left)}


def counted(sheet: ItemSheet) -> Ints:
    """The money that control totals count: the balance where there is one."""
    has_balance = "open_minor" in sheet.cells.money
    return sheet.amounts.open if has_balance else sheet.amounts.amount


def money_field(sheets: list[ItemSheet]) -> str:
    """Which money the control totals count."""
    has_balance = any("open_minor" in s.cells.money for s in sheets)
    return "open_minor" if has_balance else "amount_minor"


def _known_unusable(sheet: ItemSheet) -> NDArray[np.bool_]:
    return ~sheet.amounts.unusable


def _printed_money(sheet: ItemSheet) -> Ints:
    field = "open_minor" if "open_minor" in sheet.cells.money else sheet.amounts.decides
    return sheet.cells.get(field).minor


def _by_currency(sheet: ItemSheet, mask: NDArray[np.bool_], money: Ints) -> dict[str, int]:
    codes = sheet.cells.currency.codes[mask]
    found: dict[str, int] = {}
    for code in np.unique(codes):
        word = sheet.cells.currency.words[code]
        found[word] = int(money[mask][codes == code].sum())
    return found


def _counts(found: FoundSheet, rows: Rows) -> dict[RowClass, int]:
    """How many rows of each class: above the header, the header, the body."""
    counts: Counter[RowClass] = Counter()
    total = found.sheet.facts.rows
    header = (found.header.row_first, found.first) if found.header else (0, 0)
    for row in found.head[: header[0]]:
        filled = any(as_text(c).strip() for c in row)
        counts[RowClass.TITLE if filled else RowClass.BLANK] += 1
    counts[RowClass.HEADER] += header[1] - header[0]
    for code, number in zip(*np.unique(rows.classes, return_counts=True), strict=True):
        counts[CLASSES[code]] += int(number)
    rest = total - sum(counts.values())
    counts[RowClass.BLANK] += max(rest, 0)
    return {c: counts[c] for c in RowClass if counts[c]}


def printed_totals(sheet: ItemSheet) -> Iterator[PrintedTotal]:
    """The totals that the sheet prints, each against ours; a difference is a warning.

    Real exports print wrong totals, so a total is never taken for a checksum. In a
    sheet of several currencies a total may be of its row's currency or, as a
    spreadsheet adds up, of all figures that the column shows.
    """
    if sheet.found.role == "journal":
        return
    used = {
        "amount_minor": sheet.amounts.amount,
        "paid_minor": sheet.amounts.paid,
        "open_minor": sheet.amounts.open,
    }
    marks = sheet.rows.are(RowClass.TOTAL) | sheet.rows.are(RowClass.SUBTOTAL)
    for field in PRINTED:
        cells = sheet.cells.get(field)
        for row in np.flatnonzero(marks & cells.stated):
            total = _compared(sheet, field, int(row), used[field])
            _tell(sheet, total, int(row))
            yield total


def _compared(sheet: ItemSheet, field: str, row: int, values: Ints) -> PrintedTotal:
    printed = int(sheet.cells.get(field).minor[row])
    currency = _currency_of_total(sheet, row)
    own = sheet.cells.currency.test(lambda c: c == currency)
    shown = values * sheet.cells.get(field).stated
    sums = [s for v in (values * own, values, shown) for s in _likely_sums(sheet, row, v)]
    computed = printed if printed in sums else sums[0]
    cell = sheet.place.cell(row, sheet.body.column(field))
    label = sheet.rows.labels.get(row, "")
    return PrintedTotal(sheet.found.name, cell, label, field, printed, computed, currency)


def _currency_of_total(sheet: ItemSheet, row: int) -> str:
    """The items' only currency, else that of the total's own row."""
    items = sheet.draft.text("currency")
    only = np.unique(items.codes)
    return items.words[int(only[0])] if len(only) == 1 else sheet.cells.currency[row]


def _likely_sums(sheet: ItemSheet, row: int, values: Ints) -> list[int]:
    """What a total may add up: since the last one of its kind, or the whole sheet.

    A subtotal may close several inner ones (1月小计, 2月小计, 甲公司合计).
    """
    items = sheet.rows.are(RowClass.ITEM) | sheet.rows.are(RowClass.LINE)
    listed = np.concatenate([[0], np.cumsum(np.where(items, values, 0))])

    def since(*kinds: RowClass) -> int:
        marks = np.isin(sheet.rows.classes[:row], [CODE[k] for k in kinds])
        at = np.flatnonzero(marks)
        return int(listed[row] - (listed[at[-1] + 1] if len(at) else 0))

    above, whole = int(listed[row]), int(listed[-1])
    last = since(RowClass.SUBTOTAL, RowClass.TOTAL)
    if sheet.rows.are(RowClass.TOTAL)[row]:
        added = items[row - 1] if row else False
        return [above, whole, since(RowClass.TOTAL), *([last] if added else [])]
    outer = np.flatnonzero(sheet.rows.are(RowClass.SUBTOTAL)[:row])[-_LEVELS:]
    return [last, since(RowClass.GROUP), above, *(listed[row] - listed[outer + 1]).tolist()]


def _tell(sheet: ItemSheet, total: PrintedTotal, row: int) -> None:
    if total.printed_minor == total.computed_minor:
        return
    said = message(
        "ledger.printed_total",
        label=total.label or sheet.body.header(total.field),
        printed=show(total.printed_minor, total.currency),
        computed=show(total.computed_minor, total.currency),
    )
    sheet.place.tell(Severity.WARNING, said, row=row, column=sheet.body.column(total.field))
