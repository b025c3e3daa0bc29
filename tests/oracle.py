"""The aging once more, from the raw workbook, sharing no code with arcollect."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

EDGES = ((0, "not_due"), (30, "1-30"), (90, "31-90"), (180, "91-180"))
Row = dict[str, Any]
Key = tuple[str, str, str]  # company, customer code, currency
Money = defaultdict[str, Decimal]  # by bucket


@dataclass(frozen=True)
class Expected:
    """Money by bucket, for each (company, customer, currency) and each currency."""

    by_customer: dict[Key, Money]
    totals: dict[str, Money]


def recompute(path: Path, as_of: dt.date) -> Expected:
    """Open items by days past due; credits by reference, the rest shown apart.

    Receipts are history: those not matched yet are negative rows of the detail sheet.
    """
    sheets = load(path)
    terms = {r["客户编码"]: r["付款条件"] for r in sheets["客户资料"]}
    items = [r for r in sheets["应收明细"] if r["客户编码"] and cents(r["未收金额"])]
    debits = {r["单据编号"]: cents(r["未收金额"]) for r in items if r["未收金额"] > 0}
    money: dict[Key, Money] = defaultdict(nothing)
    for credit in (r for r in items if r["未收金额"] < 0):
        left = -cents(credit["未收金额"])
        paid = named(credit, items)
        if paid in debits:
            used = min(left, debits[paid])
            debits[paid] -= used
            left -= used
        money[key(credit)]["unapplied"] += left
    for row in items:
        left = debits.get(row["单据编号"], Decimal(0))
        if row["未收金额"] > 0 and left:
            due = day(row["到期日"]) or by_terms(row, row["付款条件"] or terms[row["客户编码"]])
            count(money[key(row)], left, due, as_of)
    totals: dict[str, Money] = defaultdict(nothing)
    for (_, _, currency), counted in money.items():
        for bucket, amount in counted.items():
            totals[currency][bucket] += amount
    return Expected(dict(money), dict(totals))


def nothing() -> Money:
    """No money yet, in any bucket."""
    return defaultdict(Decimal)


def load(path: Path) -> dict[str, list[Row]]:
    """Every sheet as rows by header; the detail sheet's header is in its row 4."""
    found = {}
    for sheet in openpyxl.load_workbook(path, data_only=True):
        lines = list(sheet.iter_rows(values_only=True))
        top = next(i for i, line in enumerate(lines) if sum(x is not None for x in line) > 4)
        head = [str(title) for title in lines[top]]
        found[sheet.title] = [dict(zip(head, r, strict=True)) for r in lines[top + 1 :]]
    return found


def cents(value: object) -> Decimal:
    """Exact money from what the cell shows; blank is nothing."""
    return Decimal(str(value or 0)).quantize(Decimal("0.01"))


def key(row: Row) -> Key:
    """Nothing is netted across companies, customers or currencies."""
    return row["公司"], row["客户编码"], row["币别"]


def day(value: object) -> dt.date | None:
    """The date of a date cell."""
    return value.date() if isinstance(value, dt.datetime) else None


def named(credit: Row, items: list[Row]) -> str:
    """The document of that customer which the credit's remark names, else nothing."""
    remark = credit["备注"] or ""
    same = (r for r in items if key(r) == key(credit) and r is not credit)
    return next((r["单据编号"] for r in same if r["单据编号"] in remark), "")


def by_terms(row: Row, terms: str | None) -> dt.date | None:
    """月结N: month end plus N days; N days: issue plus days; nothing: no due date."""
    issue, days = day(row["单据日期"]), re.search(r"\d+", terms or "")
    if issue is None or days is None or terms is None:
        return None
    if terms.startswith("月结"):
        following = dt.date(issue.year + issue.month // 12, issue.month % 12 + 1, 1)
        issue = following - dt.timedelta(days=1)
    return issue + dt.timedelta(days=int(days.group()))


def count(into: Money, left: Decimal, due: dt.date | None, as_of: dt.date) -> None:
    """Put one open amount into its bucket; due today is not late."""
    late = (as_of - due).days if due else 0
    bucket = next((name for last, name in EDGES if late <= last), ">180")
    into[bucket if due else "no_due_date"] += left
    into["open"] += left
    into["overdue"] += left if late > 0 else Decimal(0)
