"""What reduced a document: credits of this run, receipts before it, the letter after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from arcollect.money import show
from arcollect.text import Lang, say, text
from arcollect.views.amounts import decimals
from arcollect.views.explain.cells import Cells
from arcollect.views.explain.open_documents import dates
from arcollect.views.table import Column, Kind, Part, Table, Value

if TYPE_CHECKING:
    from arcollect.analysis.chase.notice import Notice
    from arcollect.views.findings import Findings

Columns = dict[str, tuple[Kind, Sequence[Value]]]


def payment_parts(found: Findings, item: pd.Series, lang: Lang) -> Iterator[Part]:
    """Matched credits, receipts that are history, and what a letter demands."""
    cells = Cells(found.position.ledger)
    for table in (_matched(found, item, cells, lang), _received(found, item, cells, lang)):
        if len(table):
            yield table
    yield from _demanded(found, item, lang)


def number_of(row: pd.Series) -> str:
    """The document's number, else that of its invoice or bill; a dash without any."""
    return str(row["document_no"] or row["invoice_no"] or row["bill_no"] or "—")


def credit_names(found: Findings, credits_: pd.DataFrame) -> list[Value]:
    """What a credit is called: its own number, a receipt's reference or payer."""
    return [_credit_name(found, credit) for _, credit in credits_.iterrows()]


def credit_rows(found: Findings, credits_: pd.DataFrame) -> list[Value]:
    """Where each was booked: the row of the receipt, else that of the credit itself."""
    cells = Cells(found.position.ledger)
    return [_credit_row(found, credit, cells) for _, credit in credits_.iterrows()]


def _credit_name(found: Findings, credit: pd.Series) -> str:
    ledger = found.position.ledger
    if credit["receipt"] >= 0:
        receipt = ledger.receipts.loc[credit["receipt"]]
        return str(receipt["reference"] or receipt["payer"] or "—")
    return number_of(ledger.items.loc[credit["item"]]) if credit["item"] >= 0 else "—"


def _credit_row(found: Findings, credit: pd.Series, cells: Cells) -> str:
    ledger = found.position.ledger
    if credit["receipt"] >= 0:
        return cells.line(ledger.receipts.loc[credit["receipt"]])
    return cells.line(ledger.items.loc[credit["item"]]) if credit["item"] >= 0 else ""


def _matched(found: Findings, item: pd.Series, cells: Cells, lang: Lang) -> Table:
    """Credits that were matched with this item, or what this credit was matched with."""
    position = found.position
    own = position.credits.index[position.credits["item"] == item.name]
    mine = position.matches["item"] == item.name
    rows = position.matches[mine | position.matches["credit"].isin(own)]
    booked, paid = position.credits.loc[rows["credit"]], position.ledger.items.loc[rows["item"]]
    columns: Columns = {
        "credit": (Kind.ID, credit_names(found, booked)),
        "credit_row": (Kind.TEXT, credit_rows(found, booked)),
        "date": (Kind.DATE, dates(booked["date"])),
        "paid": (Kind.ID, [number_of(row) for _, row in paid.iterrows()]),
        "row": (Kind.TEXT, [cells.line(row) for _, row in paid.iterrows()]),
        "amount": (Kind.MONEY, decimals(rows["amount_minor"], str(item["currency"]))),
        "how": (Kind.TEXT, [text(f"explain.how_{how}", lang) for how in rows["how"]]),
    }
    return _table("matches", columns, lang, (say(position.credits_why, lang),))


def _received(found: Findings, item: pd.Series, cells: Cells, lang: Lang) -> Table:
    """Dated receipts that name this document and are in its balance already."""
    payments = found.position.payments
    rows = payments[(payments["item"] == item.name) & (payments["how"] == "receipt")]
    now = _matched_now(found, item)
    rows = rows.loc[
        [label for label, pair in zip(rows.index, _pairs(rows), strict=True) if pair not in now]
    ]
    columns: Columns = {
        "date": (Kind.DATE, dates(rows["date"])),
        "amount": (Kind.MONEY, decimals(rows["amount_minor"], str(item["currency"]))),
        "row": (Kind.TEXT, [_receipt_row(found, item, row, cells) for _, row in rows.iterrows()]),
    }
    return _table("receipts", columns, lang, (text("explain.receipts_why", lang),))


def _matched_now(found: Findings, item: pd.Series) -> set[tuple[object, object]]:
    """Day and amount of what this run matched with the item."""
    position = found.position
    rows = position.matches[position.matches["item"] == item.name]
    booked = position.credits.loc[rows["credit"], "date"].set_axis(rows.index)
    return set(_pairs(rows.assign(date=booked)))


def _pairs(rows: pd.DataFrame) -> list[tuple[object, object]]:
    return list(zip(rows["date"], rows["amount_minor"], strict=True))


def _receipt_row(found: Findings, item: pd.Series, payment: pd.Series, cells: Cells) -> str:
    """The row of a payment: the receipt of that day and amount that names the item."""
    receipts = found.position.ledger.receipts
    named = (
        receipts["reference"]
        .astype(str)
        .isin({str(item[name]) for name in ("document_no", "invoice_no", "bill_no")} - {""})
    )
    same = (receipts["date"] == payment["date"]) & (
        receipts["amount_minor"] == payment["amount_minor"]
    )
    hits = receipts[named & same]
    return cells.line(hits.iloc[0]) if len(hits) else ""


def _table(key: str, columns: Columns, lang: Lang, notes: tuple[str, ...]) -> Table:
    made = tuple(
        Column(name, text(f"explain.{name}", lang), kind, values)
        for name, (kind, values) in columns.items()
    )
    return Table(key, text(f"explain.{key}", lang), made, notes=notes)


def _demanded(found: Findings, item: pd.Series, lang: Lang) -> Iterator[str]:
    """What the letter demands of this document, and in all, net of credits (U-02)."""
    for notice in found.dunning.notices:
        for demand in notice.items:
            if demand.item == item.name:
                own = show(demand.demanded_minor, notice.currency)
                facts = {"level": notice.level, "own": own, "net": demand_line(notice, lang)}
                yield text("explain.demanded", lang, **facts)


def demand_line(notice: Notice, lang: Lang) -> str:
    """The demand of a letter as a sum: overdue documents less unapplied credits (U-02)."""
    minors = (notice.gross_minor, notice.unapplied_minor, notice.demand_minor)
    gross, unapplied, net = (show(minor, notice.currency) for minor in minors)
    return text("explain.demand_line", lang, gross=gross, unapplied=unapplied, net=net)
