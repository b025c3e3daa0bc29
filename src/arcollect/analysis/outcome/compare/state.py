"""How everything stands, as plain lines that can be kept and compared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from arcollect.analysis.keys import positions
from arcollect.analysis.position import Apart
from arcollect.register.entries import Snapshot, SnapshotHead, SnapshotLine

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.aging import Aging
    from arcollect.analysis.standing.grade import Grades
    from arcollect.analysis.standing.ratios import Ratios

_TEXT = ("company", "customer_key", "customer", "currency", "document_no", "kind")
_MONEY = ("amount_minor", "open_minor", "disputed_minor")


def state_of(
    position: Position, head: SnapshotHead, aging: Aging, ratios: Ratios, grades: Grades
) -> Snapshot:
    """A position as it is kept: open items, unapplied credits, grades and figures (R003-10).

    The lines sum to the ledger's balance: open debits less unapplied credits. Figures
    are exact: money in minor units, ratios as fractions. A grade is the customer's, for
    all own companies ("" as company).
    """
    return Snapshot(head, lines_of(position), _grades(grades), tuple(_figures(aging, ratios)))


def lines_of(position: Position) -> tuple[SnapshotLine, ...]:
    """Every open debit, then every credit that is not used up (open_minor < 0)."""
    return (*_debits(position), *_credits(position))


def number_of(document_no: str, invoice_no: str) -> str:
    """What a document goes by: its own number, else the invoice's."""
    return document_no or invoice_no


def _debits(position: Position) -> Iterator[SnapshotLine]:
    opened, items = position.open, position.ledger.items
    rows = positions(opened["item"].to_numpy(np.int64), items.index)
    invoices = items["invoice_no"].astype(object).to_numpy()[rows]
    money = zip(*(opened[n].tolist() for n in _MONEY), strict=True)
    texts = zip(*(opened[name].astype(object) for name in _TEXT), strict=True)
    values = zip(
        texts, _days(opened["issue_date"]), _days(opened["due_date"]), invoices,
        _people(position, opened["customer_key"], rows), opened["apart"].astype(object), money,
        strict=True,
    )  # fmt: skip
    for text, issued, due, invoice, person, apart, (amount, left, disputed) in values:
        company, key, name, currency, number, kind = text
        yield SnapshotLine(
            company, key, name, currency, number_of(number, invoice), kind, issued, due,
            amount, left, disputed, person, apart == Apart.WRITTEN_OFF,
        )  # fmt: skip


def _credits(position: Position) -> Iterator[SnapshotLine]:
    left = position.credits[position.credits["unapplied_minor"] != 0]
    rows = positions(left["item"].to_numpy(np.int64), position.ledger.items.index)
    values = zip(
        *(left[name].astype(object) for name in _TEXT),
        _days(left["date"]), left["amount_minor"].tolist(), left["unapplied_minor"].tolist(),
        _people(position, left["customer_key"], rows), strict=True,
    )  # fmt: skip
    for company, key, name, currency, number, kind, day, amount, unapplied, person in values:
        money = (-amount, -unapplied, 0)
        yield SnapshotLine(company, key, name, currency, number, kind, day, None, *money, person)


def _days(column: pd.Series) -> list[dt.date | None]:
    found = column.to_numpy("datetime64[D]").tolist()
    return list(found)


def _people(position: Position, customers: pd.Series, rows: np.ndarray) -> list[str]:
    """The document's salesperson, else the customer sheet's."""
    ledger = position.ledger
    sheet = dict(
        zip(ledger.customers["customer_key"], ledger.customers["salesperson"], strict=True)
    )
    own = np.append(ledger.items["salesperson"].astype(object).to_numpy(), "")[rows]
    return [str(name) or str(sheet.get(key, "")) for name, key in zip(own, customers, strict=True)]


def _grades(grades: Grades) -> tuple[tuple[str, str, str], ...]:
    return tuple(("", one.customer_key, one.letter) for one in grades.grades if one.letter)


def _figures(aging: Aging, ratios: Ratios) -> Iterator[tuple[str, str, str]]:
    for total in aging.totals:
        yield "open", total.currency, str(total.open_minor)
        yield "overdue", total.currency, str(total.overdue_minor)
        yield "unapplied", total.currency, str(total.unapplied_minor)
    for ratio in ratios.ratios:
        if ratio.value is not None:
            yield ratio.key, ratio.currency, str(ratio.value)
