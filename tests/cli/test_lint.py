"""`arcollect lint`: any text, any file."""

from __future__ import annotations

import io
import sys

import pytest

from arcollect.register.store import whole

GOOD = "致：甲公司\n货款100.00元已逾期61天，请安排付款。\n"


@pytest.fixture
def write(tmp_path):
    def written(said, name="函.txt"):
        (tmp_path / name).write_text(said, encoding="utf-8")
        return name

    return written


def test_a_clean_text_is_exit_0_and_says_so(run, write):
    found = run("lint", write(GOOD), "-f", "table")
    assert found.code == 0
    assert "没有发现问题" in found.out


def test_a_block_is_exit_1_with_place_why_and_better(run, write):
    found = run("lint", write("您好\n不还钱就让你好看\n"), "-f", "csv")
    assert found.code == 1
    assert "第 2 行,W-01,必须修改,让你好看" in found.out
    assert "违约责任" in found.out


def test_a_warning_alone_is_exit_0(run, write):
    assert run("lint", write("你们好，请付款。")).code == 0


def test_a_warning_may_pass_with_its_reason(run, write):
    found = run("lint", write("你们好，请付款。"), "--allow", "W-10=老客户", "-f", "csv")
    assert "已放行：老客户" in found.out


@pytest.mark.usefixtures("own_company")
def test_the_reason_is_kept_in_the_journal_without_numbers_of_anybody(run, write, tmp_path):
    """R001-22: who let what pass, and why; no telephone."""
    asked = ("--allow", "W-10=老客户，电话13800000000", "--allow", "W-11=没用上")
    done = run("lint", write("你们好，请付款。"), *asked)
    assert "登记簿" in done.err
    (kept,) = whole.journal(tmp_path / "data" / "arcollect" / "示例贸易有限公司.db")
    assert (kept.command, kept.allowed) == ("lint", (("W-10", "老客户，电话…"),))
    assert "W-10 老客户" in run("register", "journal", "-f", "csv").out


def test_nothing_is_kept_where_no_register_is_known(run, write, tmp_path):
    done = run("lint", write("你们好，请付款。"), "--allow", "W-10=老客户")
    assert (done.code, "--register" in done.err) == (0, True)
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("asked", ["W-01=x", "W-10", "W-10=", "W-99=x"])
def test_a_block_cannot_be_silenced(run, write, asked):
    assert run("lint", write("你们好"), "--allow", asked).code == 2


def test_standard_input(run, monkeypatch):
    said = io.BytesIO(b"We will call at 11 pm.\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(said))
    found = run("lint", "-", "-f", "csv")
    assert found.code == 1
    assert "line 1,W-04,must change" in found.out


def test_the_language_of_the_text_unless_asked(run, write):
    assert "Wording check" in run("lint", write("Please pay."), "-f", "md").out
    assert "Wording check" in run("lint", write(GOOD), "--lang", "en", "-f", "md").out


def test_amounts_and_days_against_a_ledger(run, write, ledger):
    asked = ("--ledger", ledger, "--customer", "C1", "--as-of", "2026-10-31", "-f", "csv")
    assert run("lint", write(GOOD), *asked).code == 0
    wrong = run("lint", write("货款200.00元已逾期45天。"), *asked)
    assert wrong.code == 1
    assert wrong.out.count("W-09") == 2


def test_a_ledger_needs_a_customer(run, write, ledger):
    assert run("lint", write(GOOD), "--ledger", ledger).code == 2


@pytest.mark.parametrize("name", ["missing.txt", "x.pdf"])
def test_what_cannot_be_read_is_told(run, tmp_path, name):
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7")
    found = run("lint", name)
    assert found.code == 2
    assert name in found.err


def test_an_unknown_level(run, write):
    assert run("lint", write(GOOD), "--level", "L9").code == 2
