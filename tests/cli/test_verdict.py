"""Exit codes that depend on what the ledger says."""

from __future__ import annotations

import pytest
from tests.program import run as run_here

AS_OF = ("--as-of", "2026-10-31", "--lang", "en")


@pytest.fixture
def spoilt(tmp_path):
    path = tmp_path / "spoilt.csv"
    path.write_text(
        "客户名称,单据编号,到期日,未收金额\n甲公司,A1,2026-11-30,100\n乙公司,B1,2026-11-30,lots\n",
        encoding="utf-8",
    )
    return path


def test_overdue_ratio_above_its_line_is_1_when_asked(run, ledger):
    assert run("aging", ledger, *AS_OF).code == 0
    done = run("aging", ledger, *AS_OF, "--fail-on", "overdue-ratio")
    assert done.code == 1
    assert "甲公司" in done.out
    assert "the overdue ratio is above" in done.err


def test_overdue_ratio_at_its_line_is_0(run, ledger, tmp_path):
    """100 of 300 is exactly one third: not above one third."""
    (tmp_path / "arcollect.toml").write_text('[ratios]\noverdue_warn_above = "1/3"\n')
    assert run("aging", ledger, *AS_OF, "--fail-on", "overdue-ratio").code == 0


def test_a_row_left_out_is_told_in_one_line(run, spoilt):
    done = run("aging", spoilt, *AS_OF)
    assert done.code == 0
    assert done.err.count("\n") == 1
    assert "1 row could not be used" in done.err
    assert run("aging", spoilt, *AS_OF, "-q").err == ""


def test_strict_refuses_a_ledger_with_a_row_left_out(run, spoilt):
    done = run("aging", spoilt, *AS_OF, "--strict")
    assert (done.code, done.out) == (3, "")


def test_strict_beats_a_finding(run, spoilt):
    done = run("check", spoilt, *AS_OF, "--strict", "--fail-on", "exclusions")
    assert done.code == 3
    assert "How the file was read" in done.out


def test_exclusions_can_be_a_finding(run, spoilt):
    assert run("aging", spoilt, *AS_OF, "--fail-on", "exclusions").code == 1
    assert run("aging", spoilt, *AS_OF, "--fail-on", "overdue-ratio,exclusions").code == 1


def test_missing_facts_can_be_a_finding(run, ledger):
    """No own company in the policy: the letter to C1 cannot be written."""
    assert run("letters", ledger, *AS_OF, "--dry-run", "--fail-on", "missing-facts").code == 1


def test_missing_facts_are_asked_of_letters_that_are_due(run, ledger):
    """What the customer contests is not demanded, so nothing is missing for it (R003-53)."""
    line = ("letters", ledger, *AS_OF, "--dry-run", "--fail-on", "missing-facts")
    contested = ("--document", "A1", "--dispute", "all", "--channel", "call", "--reason", "quality")
    assert run("log", "add", ledger, *AS_OF, "--customer", "C1", *contested).code == 0
    assert run(*line).code == 0


def test_column_names_of_the_policy_are_used(run, tmp_path):
    path = tmp_path / "odd.csv"
    path.write_text("谁,到期日,未收金额\n甲公司,2026-08-31,100\n", encoding="utf-8")
    assert run("aging", path, *AS_OF).code == 3
    assert run("aging", path, *AS_OF, "--map", "客户=谁").code == 0
    (tmp_path / "arcollect.toml").write_text('[columns]\n"客户" = "谁"\n', encoding="utf-8")
    assert "甲公司" in run("aging", path, *AS_OF).out


def test_facts_typed_in_by_people_are_joined_on_every_run(run, ledger, tmp_path):
    """U-42: a related party, marked in a file of its own, is listed apart."""
    (tmp_path / "arcollect.toml").write_text("[books]\ncustomers = 'who.csv'\n")
    assert "who.csv" in run("aging", ledger, *AS_OF).err
    (tmp_path / "who.csv").write_text(
        "客户编码,客户名称,付款条件,是否坏账\nC1,甲公司,月结30,是\n", encoding="utf-8"
    )
    graded = run("grade", ledger, *AS_OF, "--customer", "C1").out
    assert ",D," in graded


def test_merged_names_are_joined_from_wherever_the_ledger_is_named(tmp_path, monkeypatch):
    """U-42: 乙公司 is 甲公司; the policy beside the ledger names the book by its own folder."""
    beside = tmp_path / "ledgers"
    beside.mkdir()
    (beside / "arcollect.toml").write_text("[books]\ncustomers = 'who.csv'\n")
    (beside / "who.csv").write_text("客户编码,客户名称,归并到\nC2,乙公司,C1\n", encoding="utf-8")
    (beside / "a.csv").write_text(
        "客户编码,客户名称,单据编号,到期日,未收金额\n"
        "C1,甲公司,A1,2026-01-31,100.00\nC2,乙公司,A2,2026-01-31,20.00\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    rows = run_here("aging", "ledgers/a.csv", *AS_OF, "-f", "json").json["tables"][0]["rows"]
    assert [(row["customer_code"], row["open"]) for row in rows] == [("C1", "120.00")]


def test_an_empty_column_of_document_dates_stops_nothing(run, tmp_path):
    """Due dates are all there; only the audit table by document date is missing (U-10)."""
    path = tmp_path / "no-dates.csv"
    path.write_text(
        "客户名称,单据编号,开票日期,到期日,未收金额\n甲公司,A1,,2026-05-01,100\n", encoding="utf-8"
    )
    done = run(path, "--as-of", "2026-10-31", "--lang", "en")
    assert done.code == 0
    assert "100.00" in done.out
