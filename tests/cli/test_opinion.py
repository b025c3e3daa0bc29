"""`alerts --opinion`: the checklist for complaints in public (R003-70)."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.program import EXAMPLE, run

BY = {
    "zh": ["1 小时内", "2 小时内", "24 小时内", "48 小时内", "7 天内"],
    "en": [
        "within 1 hour", "within 2 hours", "within 24 hours", "within 48 hours", "within 7 days",
    ],
}  # fmt: skip


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_five_steps_with_their_times_and_a_trigger_of_500(lang: str) -> None:
    (table,) = run("alerts", EXAMPLE, "--opinion", "-f", "json", "--lang", lang).json["tables"]
    assert [row["opinion_by"] for row in table["rows"]] == BY[lang]
    assert all(row["step_what"] and row["step_who"] for row in table["rows"])
    assert "500" in table["lead"][0]


def test_nothing_of_the_ledger_stands_on_it(tmp_path: Path) -> None:
    """X-21: what is handed round in such an hour names no debtor."""
    path = tmp_path / "ledger.csv"
    path.write_text("客户名称,单据编号,到期日,未收金额\n[/],D1,2026-01-31,77.77\n", "utf-8")
    out = run("alerts", path, "--opinion", "-f", "json", "--lang", "zh").out
    assert "[/]" not in out
    assert "77.77" not in out


def test_the_company_sets_its_own_number(tmp_path: Path) -> None:
    config = tmp_path / "arcollect.toml"
    config.write_text("[alerts]\nopinion_forwards = 80\n")
    ran = run("alerts", EXAMPLE, "--opinion", "--config", config, "-f", "json", "--lang", "en")
    assert "more than 80 times" in ran.json["tables"][0]["lead"][0]
