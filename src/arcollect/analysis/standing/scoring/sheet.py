"""What people typed in about a customer."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Hashable

_INPUT = re.compile(r"\s*([^;；=:：]+?)\s*[=:：]\s*([0-9]+(?:\.[0-9]+)?)\s*")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One row of the customers sheet; None and "" where nothing is typed in.

    limit_minor, open_orders_minor: minor units of `currency`, 0 for none. debt_ratio,
    customers_lost: exact shares. points: typed-in indicators, 0 to 100.
    debt_type: project | dealer | manufacturer or other words; project, progress and funding
    belong to the first (R002-02).
    """

    flags: frozenset[str] = frozenset()
    is_bad_debt: bool = False
    currency: str = ""
    limit_minor: int = 0
    open_orders_minor: int = 0
    limit_approver: str = ""
    debt_ratio: Fraction | None = None
    customers_lost: Fraction | None = None
    contact_changes: int | None = None
    updated: dt.date | None = None
    since: dt.date | None = None
    terms: str = ""
    industry: str = ""
    points: Mapping[str, Fraction] = field(default_factory=dict)
    debt_type: str = ""
    project: str = ""
    progress: str = ""
    funding: str = ""


NOTHING = Sheet()


def sheets(customers: pd.DataFrame) -> dict[tuple[str, str], Sheet]:
    """The rows of the customers sheet by (own company, customer key).

    A row without own company speaks for all of them: look up ("", key) then.
    """
    rows = customers.to_dict("records")
    return {(str(r["company"]), str(r["customer_key"])): _sheet(r) for r in rows}


def _sheet(row: Mapping[Hashable, object]) -> Sheet:
    flags = (word.strip() for word in str(row["flags"]).split(";"))
    return Sheet(
        flags=frozenset(word for word in flags if word),
        is_bad_debt=bool(row["is_bad_debt"]),
        currency=str(row["currency"]),
        limit_minor=_minor(row, "credit_limit_minor"),
        open_orders_minor=_minor(row, "open_orders_minor"),
        limit_approver=_text(row, "limit_approver"),
        debt_ratio=_share(row, "debt_ratio"),
        customers_lost=_share(row, "customers_lost"),
        contact_changes=_whole(row, "contact_changes"),
        updated=_day(row, "credit_updated_date"),
        since=_day(row, "customer_since_date"),
        terms=_text(row, "terms"),
        industry=_text(row, "industry"),
        points=points(_text(row, "score_inputs")),
        debt_type=_text(row, "debt_type"),
        project=_text(row, "debt_project"),
        progress=_text(row, "project_progress"),
        funding=_text(row, "funding_source"),
    )


def points(written: str) -> dict[str, Fraction]:
    """Typed-in points by indicator: "行业景气度=70；管理水平：80"; more than 100 is 100."""
    found = {}
    for part in re.split(r"[;；,，、\n]", written):
        if matched := _INPUT.fullmatch(part):
            found[matched[1]] = min(Fraction(Decimal(matched[2])), Fraction(100))
    return found


def _text(row: Mapping[Hashable, object], name: str) -> str:
    value = row.get(name, "")
    return value.strip() if isinstance(value, str) else ""


def _minor(row: Mapping[Hashable, object], name: str) -> int:
    value = row.get(name, 0)
    return int(value) if isinstance(value, int) else 0


def _share(row: Mapping[Hashable, object], name: str) -> Fraction | None:
    """An exact share as the ledger writes it ("0.715"); None for blank."""
    try:
        return Fraction(Decimal(_text(row, name)))
    except InvalidOperation:
        return None


def _whole(row: Mapping[Hashable, object], name: str) -> int | None:
    found = _text(row, name)
    return int(found) if found.isdecimal() else None


def _day(row: Mapping[Hashable, object], name: str) -> dt.date | None:
    value = row.get(name)
    return value.date() if isinstance(value, dt.datetime) and value == value else None  # noqa: PLR0124
