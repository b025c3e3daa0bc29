"""Arcollect and the oracle agree on every cent of the example ledger."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.oracle import Expected, recompute

LEDGER = Path(__file__).parents[1] / "examples" / "ledger.xlsx"
BUCKETS = ("not_due", "1-30", "31-90", "91-180", ">180", "no_due_date")
MONEY = (*BUCKETS, "open", "unapplied", "overdue")


def aging(*options: str) -> list[dict[str, Any]]:
    command = [
        sys.executable,
        "-m",
        "arcollect",
        "aging",
        str(LEDGER),
        "-f",
        "json",
        *options,
    ]
    ran = subprocess.run(command, capture_output=True, check=True)
    tables: list[dict[str, Any]] = json.loads(ran.stdout)["tables"]
    return tables


@pytest.fixture(scope="module", params=["2026-10-31", "2026-11-21"])
def both(request: pytest.FixtureRequest) -> tuple[list[dict[str, Any]], Expected]:
    as_of = dt.date.fromisoformat(request.param)
    return aging("--as-of", str(as_of)), recompute(LEDGER, as_of)


def amounts(row: dict[str, Any]) -> dict[str, Decimal]:
    return {name: Decimal(row[name] or 0) for name in MONEY}


def currency(table: dict[str, Any]) -> str:
    """One table per currency: `aging.CNY`."""
    return str(table["key"]).partition(".")[2]


def test_totals_agree(both: tuple[list[dict[str, Any]], Expected]) -> None:
    tables, expected = both
    found = {currency(t): amounts(t["total"]) for t in tables}
    assert found == {c: {m: t[m] for m in MONEY} for c, t in expected.totals.items()}


def test_customers_agree(both: tuple[list[dict[str, Any]], Expected]) -> None:
    tables, expected = both
    found = {
        (r["company"], r["customer_code"], currency(table)): amounts(r)
        for table in tables
        for r in table["rows"]
    }
    assert found == {k: {m: t[m] for m in MONEY} for k, t in expected.by_customer.items()}


def test_the_cut_off_of_the_title_is_the_default_date() -> None:
    assert aging() == aging("--as-of", "2026-10-31")


def test_the_two_customers_of_the_article_stand_where_they_should() -> None:
    expected = recompute(LEDGER, dt.date(2026, 10, 31))
    company = "苏州澄屿传动设备有限公司"
    assert expected.by_customer[company, "C001", "CNY"]["31-90"] == 150_000
    assert expected.by_customer[company, "C002", "CNY"]["91-180"] == 220_000
