"""Ledgers written as tables in a test: straight through the schema, no reader.

Columns stand apart by two or more spaces; "-" is blank; money in major units under
its short name (amount, paid, open, disputed).
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from functools import cache
from textwrap import dedent

import pandas as pd

from arcollect.ledger.schema import (
    CONTACT_COLUMNS,
    CUSTOMER_COLUMNS,
    ITEM_COLUMNS,
    RECEIPT_COLUMNS,
    SALES_COLUMNS,
    Control,
    Ledger,
    Source,
    dtype_of,
    empty,
)
from arcollect.money import to_minor
from arcollect.policy import Policy

DEFAULTS = {"currency": "CNY", "kind": "invoice", "sheet": "明细", "method": "cash"}
MONEY = (
    "amount", "paid", "open", "disputed", "annual_purchases", "assets", "credit_limit",
    "open_orders", "approved_limit",
)  # fmt: skip


def ledger(
    items: str = "",
    *,
    receipts: str = "",
    customers: str = "",
    sales: str = "",
    contacts: str = "",
    form: str = "open-items",
    cutoff: dt.date | None = None,
) -> Ledger:
    """A ledger from text tables; `open` defaults to amount less paid."""
    rows = _rows(items)
    for row in rows:
        row.setdefault("open", _rest(row))
    has = frozenset(_canonical(name) for name in _header(items))
    source = Source((), "", (), form, cutoff=cutoff, has=has)
    return Ledger(
        items=frame(ITEM_COLUMNS, rows),
        receipts=frame(RECEIPT_COLUMNS, _rows(receipts)),
        customers=frame(CUSTOMER_COLUMNS, _rows(customers)),
        contacts=frame(CONTACT_COLUMNS, _rows(contacts)),
        sales=frame(SALES_COLUMNS, _rows(sales)),
        source=source,
        control=Control(()),
    )


def policy(**sections: object) -> Policy:
    """The default policy with some values changed: ``policy(fee={"basis": ...})``."""
    return Policy.model_validate(sections)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def frame(columns: tuple[str, ...], rows: list[dict[str, str]]) -> pd.DataFrame:
    """Rows as a frame of the schema's own types; what is not written is blank."""
    if not rows:
        return empty(columns)
    made = _blank(columns, len(rows)).copy()
    named = {_canonical(name) for row in rows for name in row}
    for name in columns:
        if name in named or (name == "customer_key" and "customer" in named):
            made[name] = _column(name, rows)
    return made


@cache
def _blank(columns: tuple[str, ...], count: int) -> pd.DataFrame:
    return pd.DataFrame({name: _column(name, [{}] * count) for name in columns})


def _column(name: str, rows: list[dict[str, str]]) -> pd.Series:
    values = pd.Series([_value(name, row) for row in rows], dtype=_dtype(name))
    return pd.DataFrame({name: values}).astype({name: dtype_of(name)})[name]


def _dtype(name: str) -> str | None:
    return "object" if dtype_of(name) == "category" else None


def _value(name: str, row: dict[str, str]) -> object:
    text = row.get(name, "")
    if name.endswith("_minor"):
        text = row.get(name.removesuffix("_minor"), "") or "0"
        return to_minor(Decimal(text.replace(",", "")), row.get("currency", "CNY"))[0]
    if name == "customer_key":
        return text or row.get("customer", "")
    typed = {
        "int64": lambda: int(text or 0),
        "bool": lambda: text == "yes",
        "float64": lambda: float(text or "nan"),
        "datetime64[s]": lambda: pd.Timestamp(text) if text else pd.NaT,
    }
    return typed.get(dtype_of(name), lambda: text or DEFAULTS.get(name, ""))()


def _rest(row: dict[str, str]) -> str:
    paid = Decimal((row.get("paid") or "0").replace(",", ""))
    return str(Decimal(row["amount"].replace(",", "")) - paid)


def _header(table: str) -> list[str]:
    lines = dedent(table).strip().splitlines()
    return re.split(r"\s{2,}", lines[0].strip()) if lines else []


def _canonical(name: str) -> str:
    return f"{name}_minor" if name in MONEY else name


def _rows(table: str) -> list[dict[str, str]]:
    names = _header(table)
    lines = [line for line in dedent(table).strip().splitlines()[1:] if line.strip()]
    cells = [re.split(r"\s{2,}", line.strip()) for line in lines]
    blank = {"-": ""}
    return [{n: blank.get(c, c) for n, c in zip(names, row, strict=True)} for row in cells]
