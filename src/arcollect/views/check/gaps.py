"""The gap list (资料缺口): what open documents lack (U-15, R001-19, R003-30)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from arcollect.money import show
from arcollect.text import Lang, text
from arcollect.views.table import Column, Kind, Table, Tone

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.position import Position
    from arcollect.ledger.schema import Ledger, Source

PROOF_AFTER_DAYS = 3  # R003-30


@dataclass(frozen=True, slots=True)
class Gap:
    """One fact that open documents lack: how many of them, and their open money.

    has_column: False where the file has no such column at all.
    """

    key: str
    documents: int
    money: tuple[tuple[str, int], ...]
    has_column: bool


def gaps(ledger: Ledger, position: Position | None, as_of: dt.date) -> list[Gap]:
    """Every gap among the documents open at the as-of date, 0 where there is none.

    What is paid by then lacks nothing that anybody could use: documents and money are those
    of the aging. position None: the ledger cannot be aged, and its debits are taken as they are.
    """
    items = _open(ledger, position)
    return [
        _gap(key, items[lacks], ledger.source.has, needed)
        for key, needed, lacks in _tests(items, ledger, as_of)
    ]


def _open(ledger: Ledger, position: Position | None) -> pd.DataFrame:
    if position is None:
        return ledger.items[ledger.items["open_minor"] > 0]
    left = position.open["open_minor"].to_numpy(np.int64)
    return ledger.items.loc[position.open["item"]].assign(open_minor=left)


def gaps_table(found: list[Gap], lang: Lang) -> Table:
    """What is missing, for how many documents, and which command needs it."""
    rows = [gap for gap in found if gap.documents]
    tones = [Tone.BAD if gap.key == "due_date" else Tone.WATCH for gap in rows]
    cells: dict[str, tuple[Kind, list[str] | list[int]]] = {
        "gap": (Kind.TEXT, [text(f"check.gap.{gap.key}", lang) for gap in rows]),
        "documents": (Kind.COUNT, [gap.documents for gap in rows]),
        "money": (Kind.TEXT, [_money(gap, lang) for gap in rows]),
        "needed_for": (Kind.TEXT, [text(f"check.gap_for.{gap.key}", lang) for gap in rows]),
        "fill": (Kind.TEXT, [_fill(gap, lang) for gap in rows]),
    }
    columns = tuple(
        Column(
            key,
            text(f"check.{key}", lang),
            kind,
            values,
            tones if key == "gap" else (),
            wide=key in {"needed_for", "fill"},
        )
        for key, (kind, values) in cells.items()
    )
    notes = () if rows else (text("check.no_gaps", lang),)
    return Table("gaps", text("check.gaps", lang), columns, notes=notes)


def _tests(
    items: pd.DataFrame, ledger: Ledger, as_of: dt.date
) -> Iterator[tuple[str, tuple[str, ...], pd.Series]]:
    """(gap, columns that would fill it, which items lack it)."""
    customers, contacts = ledger.customers, ledger.contacts
    keys = items["customer_key"].astype(str)
    with_terms = set(customers.loc[customers["terms"] != "", "customer_key"].astype(str))
    has_clause = (customers["fee_clause"] != "") | customers["fee_rate_per_day"].notna()
    with_clause = set(customers.loc[has_clause, "customer_key"].astype(str))
    no_due = items["due_date"].isna()
    no_terms = (items["terms"] == "") & ~keys.isin(with_terms)
    no_clause = (items["fee_clause"] == "") & items["fee_rate_per_day"].isna()
    yield "due_date", ("due_date", "terms"), no_due
    nameless = (items["document_no"] == "") & (items["invoice_no"] == "")
    yield "document_no", ("document_no", "invoice_no"), nameless
    yield "terms", ("terms",), no_terms
    yield "contract_no", ("contract_no",), items["contract_no"] == ""
    yield "fee_clause", ("fee_clause", "fee_rate_per_day"), no_clause & ~keys.isin(with_clause)
    yield "contact", ("contact",), ~keys.isin(set(contacts["customer_key"].astype(str)))
    yield "salesperson", ("salesperson",), items["salesperson"] == ""
    if "delivery_date" in ledger.source.has and not _is_proven(ledger.source):
        limit = np.datetime64(as_of - dt.timedelta(days=PROOF_AFTER_DAYS))
        yield "proof", (), items["delivery_date"] < limit


def _is_proven(source: Source) -> bool:
    """Whether the file speaks of signed delivery notes at all (签收)."""
    headers = [m.header for r in source.readings for m in r.matches]
    headers += [name for r in source.readings for name in r.unmapped]
    return any(word in h.lower() for h in headers for word in ("签收", "signed", "proof"))


def _gap(key: str, lacking: pd.DataFrame, has: frozenset[str], needed: tuple[str, ...]) -> Gap:
    sums = lacking.groupby("currency", observed=True)["open_minor"].sum()
    money = tuple((str(currency), int(minor)) for currency, minor in sums.items())
    return Gap(key, len(lacking), money, any(name in has for name in needed))


def _money(gap: Gap, lang: Lang) -> str:
    shown = [f"{currency} {show(minor, currency)}" for currency, minor in gap.money]
    return text("check.list", lang, items=shown)


def _fill(gap: Gap, lang: Lang) -> str:
    remedy = text(f"check.gap_fill.{gap.key}", lang)
    if gap.has_column or gap.key == "contact":
        return remedy
    return text("check.no_column", lang, remedy=remedy)
