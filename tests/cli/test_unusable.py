"""A ledger that cannot be used: what is missing, and only remedies that would help."""

from __future__ import annotations


def test_no_amount_column_names_what_stands_there(run, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("客户,单据日期,到期日\n甲,2026-08-01,2026-08-31", encoding="utf-8")
    done = run("aging", path)
    assert done.code == 3
    assert "金额" in done.err  # in Chinese, though neither flag nor locale says so
    assert "客户、单据日期、到期日" in done.err


def test_a_balance_list_is_refused_in_the_language_of_its_headers(run, tmp_path):
    path = tmp_path / "balances.csv"
    path.write_text("客户编码,客户名称,期初余额,期末余额\n001,甲,0,100.00\n", encoding="utf-8")
    assert "只有客户余额" in run("aging", path).err
    assert "only lists balances" in run("aging", path, "--lang", "en").err


def test_an_error_speaks_the_language_of_the_headers(run, ledger):
    assert "错误：" in run("aging", ledger, "--map", "客户=没有这列").err
    assert "Error: " in run("aging", ledger, "--map", "客户=没有这列", "--lang", "en").err


def test_without_any_date_terms_are_no_remedy(run, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("客户,单号,未收金额\n甲,1,100\n", encoding="utf-8")
    done = run("aging", path, "--lang", "zh")
    assert done.code == 3
    assert "文件里也没有单据日期" in done.err
    assert "--basis issue" not in done.err


def test_text_under_the_name_of_a_workbook_is_said(run, tmp_path, ledger):
    path = tmp_path / "台账.xlsx"
    path.write_bytes(ledger.read_bytes())
    done = run("check", path, "--as-of", "2026-10-31", "-f", "json")
    assert done.code == 0
    assert "台账.xlsx 的内容是文本（CSV）" in done.out


def test_unknown_terms_are_said_once(run, ledger):
    done = run("aging", ledger, "--terms", "月截", "--lang", "zh")
    assert done.code == 2
    assert done.err.count("月截") == 1
    assert "--terms" not in done.err  # that is what was just given
