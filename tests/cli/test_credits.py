"""One ledger in every `--credits` mode: figures by hand, nothing negative, all ties out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.program import run

LEDGER = """客户名称,单据编号,单据类型,单据日期,到期日,未收金额,备注
甲公司,A1,应收单,2026-02-01,2026-03-31,100.00,
甲公司,A2,应收单,2026-05-01,2026-06-30,50.00,
甲公司,C1,红字应收单,2026-07-01,,-20.00,冲 A2001
甲公司,R1,收款单,2026-07-10,,-110.00,
乙公司,B1,应收单,2026-02-01,2026-03-31,70.00,
乙公司,R2,收款单,2026-03-01,,-95.00,
丙公司,A2001,应收单,2026-05-01,2026-07-31,5.00,
"""
"""At 2026-07-18: A1 and B1 are 109 days late, A2 18 days, A2001 is not due. C1 names
a document of another customer, so by reference nothing is matched."""

MODES = {
    # mode: {customer: (open, unapplied)}, overdue in all
    "separate": ({"甲公司": (150, 130), "乙公司": (70, 95), "丙公司": (5, 0)}, 220),
    "by-reference": ({"甲公司": (150, 130), "乙公司": (70, 95), "丙公司": (5, 0)}, 220),
    "auto": ({"甲公司": (150, 130), "乙公司": (70, 95), "丙公司": (5, 0)}, 220),
    # A1 (oldest due) takes 100, A2 30; B1 70, 25 are left
    "fifo": ({"甲公司": (20, 0), "乙公司": (0, 25), "丙公司": (5, 0)}, 20),
    # the credits of 甲 are 17 and 8 days old and meet A2; R2 is 139 days old and meets B1
    "net": ({"甲公司": (100, 80), "乙公司": (0, 25), "丙公司": (5, 0)}, 100),
}


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.csv"
    path.write_text(LEDGER, "utf-8")
    return path


def table(ledger: Path, mode: str) -> dict[str, Any]:
    ran = run("aging", ledger, "--as-of", "2026-07-18", "--credits", mode, "-f", "json")
    found: dict[str, Any] = ran.json["tables"][0]
    return found


@pytest.mark.parametrize("mode", MODES)
def test_each_mode_by_hand(ledger: Path, mode: str) -> None:
    expected, overdue = MODES[mode]
    aging = table(ledger, mode)
    found = {
        row["customer"]: (float(row["open"]), float(row["unapplied"])) for row in aging["rows"]
    }
    assert found == expected
    assert float(aging["total"]["overdue"]) == overdue


@pytest.mark.parametrize("mode", MODES)
def test_the_net_balance_ties_out_and_no_bucket_is_negative(ledger: Path, mode: str) -> None:
    aging = table(ledger, mode)
    assert aging["total"]["balance"] == "0.00"  # 225 owed less 225 received and credited
    for row in aging["rows"]:
        buckets = [row[k] for k in row if k[0] in "0123456789>" or k == "not_due"]
        assert all(float(value) >= 0 for value in buckets)
        assert float(row["balance"]) == float(row["open"]) - float(row["unapplied"])


def test_each_mode_names_what_it_did(ledger: Path) -> None:
    said = {mode: " ".join(table(ledger, mode)["notes"]) for mode in MODES}
    assert len(set(said.values())) >= 4
    assert "到期日先后" in said["fifo"]
    assert "单列" in said["separate"]


def test_an_overpaid_customer_is_an_advance_not_a_negative_bucket(ledger: Path) -> None:
    (row,) = [r for r in table(ledger, "fifo")["rows"] if r["customer"] == "乙公司"]
    assert (row["unapplied"], row["balance"], row["documents"]) == ("25.00", "-25.00", 0)
