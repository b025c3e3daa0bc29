"""A journal by reference and by FIFO, read through the program."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.program import run

JOURNAL = """客户名称,日期,凭证号,摘要,借方,贷方
甲公司,2026-01-05,XS-001,销售,100.00,
甲公司,2026-02-05,XS-002,销售,50.00,
甲公司,2026-03-05,SK-001,收款 XS-002,,50.00
甲公司,2026-03-15,SK-002,收款,,30.00
乙公司,2026-01-05,XS-003,销售,10.00,
"""
WHEN = ("--as-of", "2026-03-31", "--terms", "net 30", "-f", "json")


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "journal.csv"
    path.write_text(JOURNAL, "utf-8")
    return path


def test_a_summary_names_the_document_that_a_receipt_pays(journal: Path) -> None:
    """XS-002 is paid by name; the rest of 30.00 goes to XS-001, the oldest."""
    rows = run("aging", journal, "--detail", *WHEN).json["tables"][0]["rows"]
    found = {row["document_no"]: row["open"] for row in rows if row["document_no"]}
    assert found == {"XS-001": "70.00", "XS-003": "10.00"}


def test_check_shows_what_fifo_changes_per_customer(journal: Path) -> None:
    tables = run("check", journal, *WHEN).json["tables"]
    (row,) = next(t["rows"] for t in tables if t["key"] == "matching")
    assert row["customer"] == "甲公司"
    assert (row["open_reference"], row["unapplied_reference"]) == ("100.00", "30.00")
    assert (row["open_fifo"], row["unapplied_fifo"]) == ("70.00", "0.00")
    assert (row["overdue_reference"], row["overdue_fifo"]) == ("100.00", "70.00")
    assert row["difference"] == "30.00"


def test_other_forms_have_no_such_table(tmp_path: Path) -> None:
    path = tmp_path / "open.csv"
    path.write_text("客户名称,单据编号,到期日,未收金额\n甲,A1,2026-01-01,1\n", "utf-8")
    tables = run("check", path, *WHEN).json["tables"]
    assert "matching" not in {t["key"] for t in tables}
