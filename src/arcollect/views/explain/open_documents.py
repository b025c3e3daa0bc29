"""What a customer has open: each document with its row and its due date's origin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.text import Lang, text
from arcollect.views.amounts import decimals
from arcollect.views.explain.cells import Cells
from arcollect.views.standing.aging import bucket_labels
from arcollect.views.table import Column, Kind, Table, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from arcollect.views.findings import Findings


def open_documents(
    found: Findings, rows: pd.DataFrame, currency: str, lang: Lang, company: str | None = None
) -> Table:
    """The open items of one customer and currency, latest first, undated ones last.

    `company` names our own company where the customer owes several: never added (U-06).
    """
    rows = rows.sort_values(["has_due_date", "days_past_due"], ascending=False, kind="stable")
    columns = (
        *_papers(found, rows, lang),
        *_lateness(found, rows, lang),
        *_money(rows, currency, lang),
    )
    title = text("explain.documents", lang, currency=currency)
    name = f"documents.{currency}"
    if company is not None:
        title = text("explain.documents_of", lang, currency=currency, company=company or "—")
        name = f"documents.{company}.{currency}"
    return Table(name, title, columns, total_label=text("common.total", lang))


def dates(values: pd.Series) -> list[Value]:
    """Pandas timestamps as dates, NaT as None."""
    return [None if stamp != stamp else stamp.date() for stamp in values]  # noqa: PLR0124


def _papers(found: Findings, rows: pd.DataFrame, lang: Lang) -> Iterator[Column]:
    """Which document, on which row, issued and due when, and by what."""
    cells = Cells(found.position.ledger)
    items = found.position.ledger.items.loc[rows["item"]]
    lines = [cells.line(row) for _, row in items.iterrows()]
    origins = [str(origin).replace(":", "_") or "none" for origin in items["due_from"]]
    by = [_word(f"by_{origin}", lang) for origin in origins]
    numbers: list[Value] = [str(number) for number in rows["document_no"]]
    yield Column("document", _word("paid", lang), Kind.ID, numbers)
    yield Column("row", _word("row", lang), Kind.TEXT, lines)
    yield Column("issued", _word("issued", lang), Kind.DATE, dates(rows["issue_date"]), minor=True)
    due = text("headers.field.due_date", lang)
    yield Column("due", due, Kind.DATE, dates(rows["due_date"]))
    yield Column("from", _word("due_by", lang), Kind.TEXT, by, minor=True)


def _lateness(found: Findings, rows: pd.DataFrame, lang: Lang) -> Iterator[Column]:
    known = zip(rows["days_past_due"], rows["has_due_date"], strict=True)
    days = [int(late) if has_due else None for late, has_due in known]
    names = bucket_labels(found.aging, lang)
    yield Column("days", _word("days", lang), Kind.DAYS, days)
    yield Column("bucket", _word("bucket", lang), Kind.TEXT, [names[b] for b in rows["bucket"]])


def _money(rows: pd.DataFrame, currency: str, lang: Lang) -> Iterator[Column]:
    """Balance less what was matched is what is open; and why an item is listed apart."""
    for key in ("recorded", "credited"):
        amounts = decimals(rows[f"{key}_minor"], currency)
        yield Column(key, _word(key, lang), Kind.MONEY, amounts, minor=True)
    left = decimals(rows["open_minor"], currency)
    yield Column("open", _word("open", lang), Kind.MONEY, left, total=sum(left), sums=True)
    apart = [_word(f"apart_{why}", lang) if why else "" for why in rows["apart"]]
    yield Column("apart", _word("apart", lang), Kind.TEXT, apart, minor=True)


def _word(key: str, lang: Lang) -> str:
    return text(f"explain.{key}", lang)
