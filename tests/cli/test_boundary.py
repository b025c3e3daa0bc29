"""Errors: one sentence, one remedy, one exit code, never a traceback."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["agin"], 2, 'no command "agin"; did you mean aging?'),
        (["aging"], 2, "LEDGER... is missing."),
        (["aging", "none.xlsx"], 3, "none.xlsx"),
        (["none.xlsx"], 3, "none.xlsx"),
        (["aging", "台账.csv", "--asof", "x"], 2, "did you mean --as-of?"),
        (["letters", "台账.csv", "--customer", "x"], 2, "There is no option --customer.\n"),
        (["evidence", "台账.csv", "-f", "x"], 2, "There is no option -f.\n"),
        (["register", "台账.csv"], 2, "One of path, journal, backup, rebuild comes first"),
        (["aging", "台账.csv", "--top"], 2, "--top needs a value"),
        (["aging", "台账.csv", "--top", "many"], 2, "--top cannot be used"),
        (["aging", "台账.csv", "--as-of", "soon"], 2, '"soon" after --as-of'),
        (["aging", "台账.csv", "--by", "colour"], 2, 'grouped by "colour"'),
        (["aging", "台账.csv", "--buckets", "90,30"], 2, "--buckets"),
        (["aging", "台账.csv", "--credits", "magic"], 2, "--credits"),
        (["aging", "台账.csv", "--top", "0"], 2, "--top cannot be used"),
        (["aging", "台账.csv", "--date-order", "xyz"], 2, "not xyz"),
        (["aging", "台账.csv", "./台账.csv"], 2, "named twice"),
        (["grade", "台账.csv", "--customer", "nobody"], 2, "nobody"),
        (["aging", "台账.csv", "-f", "pdf"], 2, '"pdf" is not known'),
        (["aging", "台账.csv", "-o", "x.pdf"], 2, "x.pdf"),
        (["aging", "台账.csv", "--map", "nonsense"], 2, '"nonsense" after --map'),
        (["aging", "台账.csv", "--fail-on", "rain"], 2, 'no "rain"'),
        (["aging", "台账.csv", "--config", "no.toml"], 2, "no.toml cannot be read"),
        (["check", "台账.csv", "--gl-balance", "1122"], 2, '"1122" after --gl-balance'),
        (["check", "台账.csv", "--gl-balance", "1122=nan"], 2, '"1122=nan" after --gl-balance'),
        (["check", "台账.csv", "--gl-balance", "1122=1.004"], 2, '"1122=1.004" after'),
        (["aging", "台账.csv", "--min", "nan"], 2, '"nan"'),
        (["explain", "台账.csv"], 2, "Explain what?"),
        (["explain", "台账.csv", "A9"], 2, 'nor a customer "A9"'),
        (["letters", "台账.csv", "--as", "rtf"], 2, '"rtf"'),
        (["letters", "台账.csv", "--templates", "nowhere"], 2, "nowhere"),
        (["aging", "--lang", "fr"], 2, '"fr" is not supported'),
        (["policy", "shew"], 2, "shew"),
    ],
    ids=lambda v: " ".join(v) if isinstance(v, list) else "",
)
@pytest.mark.usefixtures("ledger")
def test_a_mistake_is_one_sentence(run, words, code, said):
    done = run(*words) if "--lang" in words else run(*words, "--lang", "en")
    assert done.code == code
    assert done.out == ""
    assert said in done.err
    assert done.err.startswith("Error: ")
    assert "Traceback" not in done.err


def test_a_word_too_many_is_named_in_chinese(run):
    done = run("policy", "show", "我的", "台账", "--lang", "zh")
    assert (done.code, "unexpected" in done.err) == (2, False)
    assert "多出了“我的 台账”" in done.err or "多出了“台账”" in done.err


@pytest.mark.usefixtures("ledger")
def test_errors_are_chinese_where_the_locale_is(run):
    done = run("aging", "没有.xlsx", LANG="zh_CN.UTF-8")
    assert done.err.startswith("错误：")
    assert "怎么办：" in done.err


def test_the_unexpected_is_one_sentence_too(run, ledger, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("arcollect.cli.standing.aging.stand", broken)
    done = run("aging", ledger, "--lang", "en")
    assert done.code == 6
    assert done.out == ""
    assert "ZeroDivisionError" in done.err
    assert "Traceback" not in done.err


def test_with_debug_the_traceback_is_shown(run, ledger, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("arcollect.cli.standing.aging.stand", broken)
    with pytest.raises(ZeroDivisionError):
        run("aging", ledger, ARCOLLECT_DEBUG="1")


def test_ctrl_c_is_130(run, ledger, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("arcollect.cli.standing.aging.stand", interrupted)
    assert run("aging", ledger).code == 130


def test_a_ledger_without_header_is_3(run, tmp_path):
    path = tmp_path / "text.csv"
    path.write_text("hello,world\n1,2\n", encoding="utf-8")
    done = run(path, "--lang", "en")
    assert done.code == 3
    assert "Traceback" not in done.err
