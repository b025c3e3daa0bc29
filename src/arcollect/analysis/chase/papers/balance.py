"""The whole account of a customer, as our books show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.analysis.chase.account import rows
from arcollect.analysis.chase.papers.paper import Line
from arcollect.analysis.keys import PARTY

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.chase.account import Key
    from arcollect.analysis.position import Position

_LINE = (
    "document_no", "invoice_no", "order_no", "contract_no", "issue_date", "due_date",
    "amount_minor", "open_minor",
)  # fmt: skip


def balances(position: Position) -> dict[Key, tuple[Line, ...]]:
    """Every open document by party, oldest issue date first; nothing is left out.

    Also disputed items, retention, small differences and documents without a due
    date: they stand in our books, so both sides have to agree on them (U-23). The
    sum of a party is its open balance in the aging table.
    """
    found: dict[Key, list[Line]] = {}
    for row in rows(_open(position)):
        key = (str(row["company"]), str(row["customer_key"]), str(row["currency"]))
        found.setdefault(key, []).append(Line(*(row[name] for name in _LINE)))  # type: ignore[arg-type]
    return {key: tuple(sorted(lines, key=_by_issue)) for key, lines in found.items()}


def _open(position: Position) -> pd.DataFrame:
    """The open items with the numbers that the customer knows them by."""
    items = position.ledger.items
    numbers = ["invoice_no", "order_no", "contract_no"]
    more = items.loc[position.open["item"], numbers].reset_index(drop=True)
    kept = position.open[[*PARTY, "document_no", "issue_date", "due_date", "has_due_date"]]
    money = position.open[["amount_minor", "open_minor"]]
    frame = kept.join(money).reset_index(drop=True).join(more)
    return frame.assign(due_date=frame["due_date"].where(frame["has_due_date"]))


def _by_issue(line: Line) -> tuple[str, str]:
    return str(line.issue_date or ""), line.document_no
