"""Whether a balance column runs on from row to row, as in an account (往来明细账)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from arcollect.errors import Message
from arcollect.ledger.headers.row_words import is_closing, is_opening, is_subtotal, is_total
from arcollect.money import parse_amount

_ACCOUNT = ("debit_minor", "credit_minor", "running_balance")
_NAMES_OF_ITEMS = {
    "debit_minor": "amount_minor",
    "credit_minor": "paid_minor",
    "running_balance": "open_minor",
}
_NONE = Decimal(0)

Samples = Sequence[Sequence[object]]


def runs_on(columns: Mapping[str, int], samples: Samples) -> bool:
    """Whether each balance is the one above plus debit less credit, in most rows.

    columns: field → column; without a credit column the debits are signed. The
    balance of an open item is what is left of its own row; that of an account goes
    on. A row whose balance is its own amount says nothing: an account may begin there.
    Rows of totals are passed over. A direction column may keep the minus, so signs
    do not count. Two rows must show it, one where an opening balance (期初余额) stands.
    """
    if not columns.keys() >= {"debit_minor", "running_balance"}:
        return False
    entered = [row for row in samples if not _says(row, is_total, is_subtotal, is_closing)]
    rows = [[_number(row, columns.get(name)) for name in _ACCOUNT] for row in entered]
    lines = [(d or _NONE, c or _NONE, b) for d, c, b in rows if b is not None]
    moved = [(abs(a[2]), d - c, abs(b)) for a, (d, c, b) in pairwise(lines) if d or c]
    telling = [(a, own, b) for a, own, b in moved if b != abs(own)]
    held = sum(b in {abs(a + own), abs(own - a)} for a, own, b in telling)
    enough = 1 if any(_says(row, is_opening) for row in samples) else 2
    return held >= enough and held * 2 >= len(telling)


def account_columns(
    known: Mapping[str, int], items: Mapping[str, int], samples: Samples
) -> dict[str, int]:
    """The columns of an account that names its sides as open items do, {} for no account.

    known: what is an account's by its spelling; items: what the columns would be in
    a list of open items. 应收金额, 实收金额, 期末余额 (客户对账单) and Amount, Balance are
    debit, credit and balance where the balance runs on, else open items.
    """
    own = {name: known[name] for name in _ACCOUNT if name in known}
    if "debit_minor" in own:
        wanted: tuple[str, ...] = ("running_balance",)
    else:
        wanted = _ACCOUNT
    more = {n: items[_NAMES_OF_ITEMS[n]] for n in wanted if _NAMES_OF_ITEMS[n] in items}
    found = {**more, **own}
    return found if runs_on(found, samples) else {}


def _says(row: Sequence[object], *labels: object) -> bool:
    texts = [cell for cell in row if isinstance(cell, str)]
    return any(callable(label) and label(text) for label in labels for text in texts)


def _number(row: Sequence[object], column: int | None) -> Decimal | None:
    cell = row[column] if column is not None and column < len(row) else None
    if cell is None or isinstance(cell, bool):
        return None
    read = parse_amount(str(cell))
    return None if isinstance(read, Message) else read.value
