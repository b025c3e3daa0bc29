"""`arcollect clauses`."""

from __future__ import annotations

import pytest


def test_both_languages_unless_one_is_asked_for(run):
    both = run("clauses").out
    assert "每日0.05%" in both
    assert "0.05% of the unpaid amount" in both
    only = run("clauses", "--lang", "en").out
    assert "每日0.05%" not in only


@pytest.mark.parametrize("name", ["条款.docx", "clauses.md", "clauses.html", "clauses.txt"])
def test_a_file_by_its_suffix(run, tmp_path, name):
    assert run("clauses", "-o", name).code == 0
    assert (tmp_path / name).stat().st_size > 1000


def test_the_same_input_gives_the_same_bytes(run, tmp_path):
    run("clauses", "-o", "a.docx", "--as-of", "2026-10-31")
    run("clauses", "-o", "b.docx", "--as-of", "2026-10-31")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_an_unknown_format(run):
    assert run("clauses", "-o", "x.pages").code == 2


def test_filled_from_the_policy(run, tmp_path):
    (tmp_path / "arcollect.toml").write_text(
        '[clauses]\njurisdiction = "杭州市滨江区"\n', encoding="utf-8"
    )
    assert "杭州市滨江区" in run("clauses", "--lang", "zh").out
