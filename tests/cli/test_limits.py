"""`arcollect limits` and `--fail-on limitation`."""

from __future__ import annotations

OLD = """\
客户名称,单据编号,单据日期,到期日,未收金额
甲公司,A1,2023-08-01,2023-12-30,100.00
"""


def test_a_claim_near_its_end_fails_when_asked(run, ledger):
    ledger.write_text(OLD, encoding="utf-8")
    asked = ("limits", ledger, "--fail-on", "limitation", "--as-of")
    assert run(*asked, "2026-10-31").code == 1
    assert run(*asked, "2025-10-31").code == 0


def test_all_lists_what_is_far_away(run, ledger):
    folded = run("limits", ledger, "--as-of", "2026-10-31", "-f", "csv").out
    every = run("limits", ledger, "--as-of", "2026-10-31", "-f", "csv", "--all").out
    assert "其他（3 笔）" in folded
    assert all(number in every for number in ("A1", "A2", "B1"))
