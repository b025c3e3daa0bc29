"""One document: every figure with its cell or its rule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from arcollect.money import show
from arcollect.text import Lang, say, text
from arcollect.views.claims.late_fee import fee_tables
from arcollect.views.explain.cells import Cells
from arcollect.views.explain.payments import number_of, payment_parts
from arcollect.views.standing.aging import bucket_labels
from arcollect.views.table import Column, Kind, Part, Table

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.views.findings import Findings

Fact = tuple[str, str, str]  # what, value, where from

_TEXTS = (
    "company", "customer", "customer_code", "document_no", "invoice_no", "order_no",
    "contract_no", "goods", "salesperson", "terms",
)  # fmt: skip
_DATES = ("issue_date", "delivery_date", "invoice_received_date", "settled_date")
_MONEY = ("amount_minor", "paid_minor", "disputed_minor")


def document_parts(found: Findings, item: pd.Series, lang: Lang) -> list[Part]:
    """The trail of one item, the credits matched with it, and its fee step by step."""
    cells = Cells(found.position.ledger)
    parts: list[Part] = [_trail(found, item, cells, lang)]
    parts += payment_parts(found, item, lang)
    parts += _fee(found, item, lang)
    return parts


def _trail(found: Findings, item: pd.Series, cells: Cells, lang: Lang) -> Table:
    facts = [
        *_read(item, cells, lang),
        *_due(item, cells, lang),
        *_standing(found, item, lang),
    ]
    columns = tuple(
        Column(key, text(f"explain.{key}", lang), kind, [fact[n] for fact in facts], wide=n == 2)
        for n, (key, kind) in enumerate(
            (("what", Kind.TEXT), ("value", Kind.ID), ("from", Kind.TEXT))
        )
    )
    title = text("explain.document", lang, no=number_of(item), where=cells.line(item))
    return Table("trail", title, columns, lead=(text("explain.as_of", lang, as_of=_day(found)),))


def _read(item: pd.Series, cells: Cells, lang: Lang) -> Iterator[Fact]:
    """What stands in the file, cell by cell."""
    for field in _TEXTS:
        if item[field]:
            yield _word(field, lang), str(item[field]), cells.at(item, field)
    for field in _DATES:
        if (day := _date(item[field])) is not None:
            yield _word(field, lang), day.isoformat(), cells.at(item, field)
    currency = str(item["currency"])
    stated = cells.at(item, "currency") or text("explain.currency_from", lang)
    yield _word("currency", lang), currency, stated
    for field in _MONEY:
        if item[field] or field == "amount_minor":
            yield _word(field, lang), show(int(item[field]), currency), cells.at(item, field)
    where = cells.at(item, "open_minor") or text("explain.amount_less_paid", lang)
    yield _word("open_minor", lang), show(int(item["open_minor"]), currency), where


def _due(item: pd.Series, cells: Cells, lang: Lang) -> Iterator[Fact]:
    """The due date and where it comes from (U-01)."""
    due, word = _date(item["due_date"]), text("headers.field.due_date", lang)
    if due is None:
        yield word, "—", text("explain.due_none", lang)
        return
    origin = str(item["due_from"])
    facts = {"cell": cells.at(item, "due_date"), "terms": item["terms"]}
    key = origin.replace(":", "_") or "none"
    yield word, due.isoformat(), text(f"explain.due_{key}", lang, **facts)
    stated = _date(item["stated_due_date"])
    if stated is not None and stated != due:
        yield text("explain.stated_due", lang), stated.isoformat(), facts["cell"]


def _standing(found: Findings, item: pd.Series, lang: Lang) -> Iterator[Fact]:
    """Days, bucket and open money at the as-of date; or why it is closed."""
    lines = found.aging.items[found.aging.items["item"] == item.name]
    if len(lines):
        yield from _lateness(found, lines.iloc[0], lang)
        yield from _open(lines.iloc[0], str(item["currency"]), lang)
    else:
        why = _closed(found, item, lang)
        yield text("explain.state", lang), text("explain.closed", lang), why


def _lateness(found: Findings, line: pd.Series, lang: Lang) -> Iterator[Fact]:
    if line["has_due_date"]:
        days, due = int(line["days_past_due"]), _date(line["due_date"])
        formula = text("explain.days_formula", lang, as_of=_day(found), due=due)
        yield text("explain.days", lang), str(days), formula
    shown = bucket_labels(found.aging, lang)[int(line["bucket"])]
    yield text("explain.bucket", lang), shown, text(f"aging.rule_{found.aging.basis}", lang)


def _open(line: pd.Series, currency: str, lang: Lang) -> Iterator[Fact]:
    """Balance less credits; and why an item is listed apart (U-05)."""
    facts = {key: show(int(line[f"{key}_minor"]), currency) for key in ("recorded", "credited")}
    left = show(int(line["open_minor"]), currency)
    yield text("explain.open", lang), left, text("explain.open_formula", lang, **facts)
    if line["apart"]:
        why = text("explain.apart_why", lang)
        yield text("explain.apart", lang), text(f"explain.apart_{line['apart']}", lang), why


def _closed(found: Findings, item: pd.Series, lang: Lang) -> str:
    settled = _date(item["settled_date"])
    if settled is not None and settled <= found.position.as_of:
        return text("explain.closed_settled", lang, day=settled)
    issued = _date(item["issue_date"])
    if issued is not None and issued > found.position.as_of:
        return text("explain.closed_later", lang, day=issued)
    return text("explain.closed_paid" if item["open_minor"] >= 0 else "explain.is_credit", lang)


def _fee(found: Findings, item: pd.Series, lang: Lang) -> list[Part]:
    """The fee of this item, step by step, also of one paid late; nothing where in time."""
    own = tuple(fee for fee in found.fees.items if fee.item == item.name)
    kept = tuple(fee for fee in found.fees.settled if fee.item == item.name)
    if own or kept:
        only = replace(found.fees, items=own, settled=kept, not_charged=())
        tables = [table for table in fee_tables(only, lang) if len(table)]
        return [*tables, say((*own, *kept)[0].basis_why, lang)]
    late = found.aging.items
    is_late = ((late["item"] == item.name) & (late["days_past_due"] > 0)).any()
    return [text("explain.no_fee", lang)] if is_late else []


def _word(field: str, lang: Lang) -> str:
    return text(f"headers.field.{field}", lang)


def _day(found: Findings) -> dt.date:
    return found.position.as_of


def _date(value: object) -> dt.date | None:
    """A pandas timestamp as a date, NaT as None."""
    if value is None or value != value:  # noqa: PLR0124  (NaT is not itself)
        return None
    made: dt.date = value.date()  # type: ignore[attr-defined]
    return made
