"""R003-88: three steps against a high-risk customer, in twelve nodes."""

from __future__ import annotations

import pytest

AS_OF = ("--as-of", "2026-10-31")
LEDGER = """\
客户编码,客户名称,单据编号,单据日期,到期日,应收金额,未收金额
C1,甲公司,A1,2026-07-01,2026-{due},100.00,100.00
"""

pytestmark = pytest.mark.usefixtures("own_company")


@pytest.fixture
def ledger(tmp_path):
    """91 days past due on 2026-10-31."""
    path = tmp_path / "台账.csv"
    path.write_text(LEDGER.format(due="08-01"), encoding="utf-8")
    return path


def nodes(run, ledger):
    """The twelve rows: step, node, day."""
    said = run("worklist", ledger, *AS_OF, "--customer", "甲公司", "-f", "md").out
    rows = [line.split("|")[1:-1] for line in said.partition("节点")[2].splitlines()]
    return [[cell.strip() for cell in row] for row in rows if row and row[0].strip().isdecimal()]


def test_there_are_twelve_nodes_in_three_steps(run, ledger):
    found = nodes(run, ledger)
    assert [row[0] for row in found] == [str(n) for n in range(1, 13)]
    assert [row[1] for row in found] == ["协商"] * 4 + ["催收"] * 4 + ["诉讼"] * 4
    assert {row[3] for row in found} == {""}


def test_only_high_risk_has_them(run, ledger):  # R000-18: from 91 days on
    ledger.write_text(LEDGER.format(due="08-02"), encoding="utf-8")
    assert nodes(run, ledger) == []


def test_what_the_register_knows_has_its_day(run, ledger):
    run("log", "add", ledger, *AS_OF, "--customer", "C1", "--at", "2026-10-20 10:00",
        "--channel", "call", "--reason", "cash-tight", "--promise", "100@2026-11-05")  # fmt: skip
    run("letters", ledger, *AS_OF, "-o", "out", "--force")
    run("letters", "--sent", "1", "--on", "2026-10-31", "--by", "courier")
    days = {row[0]: row[3] for row in nodes(run, ledger) if row[3]}
    assert days == {"2": "2026-10-20", "3": "2026-10-20", "5": "2026-10-31"}


def test_what_was_done_about_an_older_debt_does_not_count(run, ledger):
    run("log", "add", ledger, *AS_OF, "--customer", "C1", "--at", "2026-07-20 10:00",
        "--channel", "call", "--reason", "cash-tight")  # fmt: skip
    assert {row[3] for row in nodes(run, ledger)} == {""}


def test_the_policy_may_name_its_own(run, ledger, tmp_path):
    path = tmp_path / "arcollect.toml"
    path.write_text(path.read_text("utf-8") + '[worklist]\nnodes = ["约谈 [/]", "=1+1"]\n', "utf-8")
    found = nodes(run, ledger)
    assert [row[:3] for row in found] == [["1", "", r"约谈 \[/\]"], ["2", "", "=1+1"]]
