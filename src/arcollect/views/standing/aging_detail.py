"""The aging detail: every open item, worst first (R000-02)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from arcollect.text import Lang, text
from arcollect.views.amounts import decimals
from arcollect.views.fold import Cut, fold
from arcollect.views.standing.aging import aging_lead, bucket_labels
from arcollect.views.table import Column, Kind, Table, Tone, Value

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.position import Position
    from arcollect.analysis.standing.aging import Aging

FROM_LEDGER = ("invoice_no", "order_no", "contract_no", "terms", "salesperson")


def detail_tables(
    aging: Aging, position: Position, lang: Lang, cut: Cut | None = None
) -> list[Table]:
    """One table per currency: unpaid amount, days past due, order and contract numbers.

    Sorted by days past due, then amount; the total foots to the aging table.
    """
    tables = (
        _table(aging, position, total.currency, total.open_minor, lang) for total in aging.totals
    )
    return [fold(table, cut or Cut(), lang) for table in tables]


def _table(aging: Aging, position: Position, currency: str, open_minor: int, lang: Lang) -> Table:
    items = aging.items[aging.items["currency"] == currency]
    order = np.lexsort((-items["open_minor"].to_numpy(), -items["days_past_due"].to_numpy()))
    rows = _Rows(items.iloc[order], position, lang)
    labels = bucket_labels(aging, lang)
    buckets = [labels[int(b)] for b in rows.items["bucket"]]
    (total,) = decimals([open_minor], currency)
    columns = [
        *rows.identity(),
        *rows.dates(),
        rows.days(),
        Column("bucket", text("aging.bucket", lang), Kind.TEXT, buckets),
        rows.money("amount_minor", "amount", minor=True),
        rows.money("credited_minor", "credited", minor=True),
        Column("open", text("aging.item_open", lang), Kind.MONEY,
               decimals(rows.items["open_minor"], currency), total=total, sums=True),
        rows.money("disputed_minor", "disputed", minor=True),
        rows.apart(),
        *rows.ledger_words(),
        rows.where(),
    ]  # fmt: skip
    title = f"{text('aging.detail_title', lang)} {currency}"
    lead = aging_lead(aging, position, lang)
    return Table(
        f"detail.{currency}",
        title,
        tuple(columns),
        lead,
        (),
        text("common.total", lang),
    )


class _Rows:
    """Open items of one currency in reading order, ready to become columns."""

    def __init__(self, items: pd.DataFrame, position: Position, lang: Lang) -> None:
        self.items, self.lang = items, lang
        self.currency = str(items["currency"].iloc[0]) if len(items) else ""
        self.source = position.ledger.items.loc[items["item"].to_numpy()]

    def word(self, key: str) -> str:
        """The title of a column."""
        return text(f"aging.{key}", self.lang)

    def identity(self) -> list[Column]:
        """Whose document it is, and its number."""
        columns = []
        if any(str(c) for c in self.items["company"].unique()):
            companies = [str(v) for v in self.items["company"]]
            columns.append(
                Column("company", self.word("company"), Kind.TEXT, companies, minor=True)
            )
        names = [str(v) for v in self.items["customer"]]
        columns.append(Column("customer", self.word("by_customer"), Kind.TEXT, names, wide=True))
        numbers = [str(v) for v in self.items["document_no"]]
        columns.append(Column("document_no", self.word("document_no"), Kind.ID, numbers))
        return columns

    def dates(self) -> list[Column]:
        """Document date and due date."""
        return [
            Column(
                key,
                self.word(key),
                Kind.DATE,
                _dates(self.items[key]),
                minor=key == "issue_date",
            )
            for key in ("issue_date", "due_date")
        ]

    def days(self) -> Column:
        """Days past due; negative is not due, blank where there is no due date."""
        pairs = zip(self.items["days_past_due"], self.items["has_due_date"], strict=True)
        values = [int(days) if known else None for days, known in pairs]
        tones = [_tone(days) for days in values]
        return Column("days_past_due", self.word("days_past_due"), Kind.DAYS, values, tones)

    def money(self, name: str, key: str, *, minor: bool = False) -> Column:
        """A money column with its own sum."""
        values = decimals(self.items[name], self.currency)
        (total,) = decimals([int(self.items[name].sum())], self.currency)
        return Column(key, self.word(key), Kind.MONEY, values, total=total, sums=True, minor=minor)

    def apart(self) -> Column:
        """Why an item is in the totals but neither graded nor dunned (U-05)."""
        words = {"": ""}
        values = []
        for reason in self.items["apart"].astype(str):
            if reason not in words:
                words[reason] = self.word(f"apart_{reason}")
            values.append(words[reason])
        return Column("apart", self.word("apart"), Kind.TEXT, values, minor=True)

    def ledger_words(self) -> list[Column]:
        """Numbers and names the file gives for the item, where it gives any."""
        columns = []
        for key in FROM_LEDGER:
            values = [str(v) for v in self.source[key]]
            if any(values):
                kind = Kind.ID if key.endswith("_no") else Kind.TEXT
                columns.append(Column(key, self.word(key), kind, values, minor=True))
        return columns

    def where(self) -> Column:
        """Sheet and row of the file: what an auditor ticks."""
        pairs = zip(self.source["sheet"], self.source["row"], strict=True)
        values = [f"{sheet}!{row}" if str(sheet) else str(row) for sheet, row in pairs]
        return Column("where", self.word("where"), Kind.TEXT, values, minor=True)


def _dates(series: pd.Series) -> list[Value]:
    days: list[Value] = series.to_numpy("datetime64[D]").tolist()  # NaT becomes None
    return days


def _tone(days: int | None) -> Tone:
    if days is None or days <= 0:
        return Tone.PLAIN
    return Tone.WATCH if days <= 90 else Tone.BAD
