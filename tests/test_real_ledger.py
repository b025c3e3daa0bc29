"""A real public ledger (IBM late payments) with no flag but --as-of."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[2] / "shared" / "data"
LEDGER = DATA / "ibm-late-payments.csv"
pytestmark = pytest.mark.skipif(not LEDGER.exists(), reason="the ledger is not here")
DATES = ("2012-12-31", "2013-06-30", "2013-12-31")
BUCKETS = ("not_due", "1-30", "31-90", "91-180", ">180")


@pytest.fixture(scope="module", params=DATES)
def both(request: pytest.FixtureRequest) -> tuple[dict[str, Any], dict[str, Any]]:
    command = [sys.executable, "-m", "arcollect", "aging", str(LEDGER), "-f", "json"]
    ran = subprocess.run([*command, "--as-of", request.param], capture_output=True, check=True)
    facts = json.loads((DATA / "ibm-late-payments.expected.json").read_text("utf-8"))
    expected = next(e for e in facts["open_items"] if e["as_of"] == request.param)
    return json.loads(ran.stdout)["tables"][0], expected


def test_totals_and_buckets(both: tuple[dict[str, Any], dict[str, Any]]) -> None:
    table, expected = both
    total = {name: Decimal(table["total"][name] or 0) for name in (*BUCKETS, "open", "overdue")}
    assert total == {
        **{b: Decimal(str(expected["buckets"][b]["amount"])) for b in BUCKETS},
        "open": Decimal(str(expected["total"])),
        "overdue": Decimal(str(expected["overdue"])),
    }


def test_counts(both: tuple[dict[str, Any], dict[str, Any]]) -> None:
    table, expected = both
    assert len(table["rows"]) == expected["customers"]
    assert sum(r["documents"] for r in table["rows"]) == expected["open_rows"]
    assert max(r["worst_days"] for r in table["rows"]) == expected["max_overdue_days"]


def test_largest_customers(both: tuple[dict[str, Any], dict[str, Any]]) -> None:
    table, expected = both
    largest = sorted(table["rows"], key=lambda r: -Decimal(r["open"]))[:5]
    assert [(r["customer"], Decimal(r["open"]), r["documents"]) for r in largest] == [
        (top["customer"], Decimal(str(top["amount"])), top["invoices"]) for top in expected["top5"]
    ]
