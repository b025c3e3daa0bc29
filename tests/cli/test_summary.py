"""`arcollect LEDGER`: what to do first is what the worklist says first."""

from __future__ import annotations

import json

LEDGER = """\
客户名称,单据编号,到期日,未收金额
甲公司,A1,2026-08-12,300000
乙公司,B1,2026-05-04,280000
丙公司,C1,2026-01-01,900000
丙公司,R1,,-900000
"""


def test_the_first_line_is_the_head_of_the_worklist(run, tmp_path):
    """X-37: 280,000 x 30 % x 10 goes before 300,000 x 50 % x 5; 丙 is covered (U-02)."""
    path = tmp_path / "ledger.csv"
    path.write_text(LEDGER, "utf-8")
    asked = (path, "--as-of", "2026-11-20", "--lang", "zh")
    first = run(*asked, "-f", "table").out.splitlines()[-1]
    head = json.loads(run("worklist", *asked, "-f", "json").out)["tables"][0]["rows"][0]
    assert "乙公司" in first
    assert head["customer"] == "乙公司"


def test_where_the_cut_off_stands_is_said_in_words(run, ledger):
    named = ledger.rename(ledger.with_name("台账_截至20261031.csv"))
    assert "取自文件名" in run("summary", named, "--lang", "zh").out
    assert "见 文件名" in run("check", named, "--lang", "zh").out
    told = run("summary", named, "--balances-as-of", "2026-10-31", "--lang", "en").out
    assert "from the command line" in told
