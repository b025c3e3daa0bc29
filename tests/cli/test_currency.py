"""`--base CNY --rate USD=7.12`: one currency, and by which rate."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.program import run

from arcollect.errors import ExitCode

PLAIN = """客户名称,单据编号,单据日期,到期日,币种,未收金额
甲公司,A1,2026-08-01,2026-09-30,人民币,100.00
甲公司,A2,2026-08-01,2026-09-30,USD,10.01
乙公司,A3,2026-08-01,2026-10-30,美元,-3.00
丙公司,A4,2026-08-01,2026-12-30,RMB,50.00
"""
"""10.01 x 7.12 = 71.2712; 3.00 x 7.12 = 21.36."""

OWN = """客户名称,单据编号,业务日期,到期日,币别,尚未收款金额（原币）,尚未收款金额（本位币）
甲公司,A1,2026-08-01,2026-09-30,人民币,100.00,100.00
甲公司,A2,2026-08-01,2026-09-30,美元,10.01,71.99
"""


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.csv"
    path.write_text(PLAIN, "utf-8")
    return path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(OWN, "utf-8")
    return path


def aging(path: Path, *more: str, command: str = "aging") -> dict[str, dict[str, str]]:
    """The total of each table by currency."""
    ran = run(command, path, "--as-of", "2026-10-31", "-f", "json", *more)
    assert ran.code == ExitCode.OK, ran.err
    return {t["key"].partition(".")[2]: t["total"] for t in ran.json["tables"]}


def test_two_currencies_never_add_up(plain: Path) -> None:
    totals = aging(plain)
    assert {c: t["balance"] for c, t in totals.items()} == {"CNY": "150.00", "USD": "7.01"}


def test_converted_by_the_rate_of_the_command_line(plain: Path) -> None:
    (total,) = aging(plain, "--base", "CNY", "--rate", "USD=7.12").values()
    assert (total["open"], total["unapplied"], total["balance"]) == ("221.27", "21.36", "199.91")


def test_converted_by_the_rate_of_the_policy(plain: Path) -> None:
    policy = 'in_base_currency = true\n[rates]\nUSD = "7.12"\n'
    (plain.parent / "arcollect.toml").write_text(policy, "utf-8")
    (total,) = aging(plain).values()
    assert total["balance"] == "199.91"


def test_another_base_drops_the_rates_of_the_policy(plain: Path) -> None:
    (plain.parent / "arcollect.toml").write_text('[rates]\nUSD = "7.12"\n', "utf-8")
    (total,) = aging(plain, "--base", "USD", "--rate", "CNY=0.1").values()
    assert total["balance"] == "22.01"  # 150 x 0.1 + 7.01


def test_the_base_column_of_the_file_comes_before_the_rate(own: Path) -> None:
    (total,) = aging(own, "--base", "人民币", "--rate", "USD=7.12").values()
    assert total["balance"] == "171.99"
    (without,) = aging(own, "--base", "CNY").values()
    assert without["balance"] == "171.99"


@pytest.mark.parametrize("command", ["summary", "aging", "pool", "grade", "ratios"])
def test_every_output_names_the_rate(plain: Path, command: str) -> None:
    options = ("--as-of", "2026-10-31", "--base", "CNY", "--rate", "USD=7.12")
    ran = run(command, plain, *options, "-f", "table")
    assert "1 USD = 7.12 CNY" in ran.out
    assert "1 USD = 7.12 CNY" in run(command, plain, *options, "-f", "csv").err


def test_a_rate_that_is_missing_is_asked_for(plain: Path) -> None:
    ran = run("aging", plain, "--base", "CNY")
    assert ran.code == ExitCode.USAGE
    assert "--rate USD=7.12" in ran.err


@pytest.mark.parametrize("words", [["--rate", "USD"], ["--rate", "USD=0"], ["--rate", "金币=2"],
                                   ["--base", "gold"]])  # fmt: skip
def test_rates_that_cannot_be_read(plain: Path, words: list[str]) -> None:
    ran = run("aging", plain, *words)
    assert ran.code == ExitCode.USAGE


def test_a_receipt_in_one_currency_never_pays_an_invoice_in_another(tmp_path: Path) -> None:
    path = tmp_path / "mixed.csv"
    path.write_text(
        "客户名称,单据编号,单据日期,到期日,币种,未收金额\n"
        "甲公司,A1,2026-08-01,2026-09-30,USD,10.00\n"
        "甲公司,S1,2026-08-01,,CNY,-50.00\n",
        "utf-8",
    )
    (total,) = aging(path, "--credits", "fifo", "--base", "CNY", "--rate", "USD=7").values()
    assert (total["open"], total["unapplied"]) == ("70.00", "50.00")


def test_claims_stay_in_the_currency_of_the_invoice(plain: Path) -> None:
    ran = run("fee", plain, "--as-of", "2026-10-31", "--base", "CNY", "-f", "json")
    assert {t["key"] for t in ran.json["tables"]} != set()
    assert ran.code == ExitCode.OK


POUNDS = """\
Customer,Document No,Issue Date,Due Date,Amount,Currency
Acme Ltd,A1,2026-07-01,2026-08-20,999.99,GBP
Beta Ltd,B1,2026-07-01,2026-08-20,1000.00,GBP
Gamma Ltd,C1,2026-07-01,2026-08-20,150000.00,GBP
"""


def test_a_ledger_in_pounds_has_its_limits_in_pounds(tmp_path: Path) -> None:
    """U-26 and X-07: 1,000 is the smallest demand, 100,000 is large; --base names another."""
    path = tmp_path / "ledger.csv"
    path.write_text(POUNDS, "utf-8")
    company = tmp_path / "arcollect.toml"
    company.write_text('[[company]]\nname = "Own Ltd"\n', "utf-8")
    letters = run("letters", path, "--as-of", "2026-10-31", "--dry-run", "-f", "json")
    rows = letters.json["tables"][0]["rows"]
    assert {row["customer"] for row in rows if row["reference"]} == {"Beta Ltd", "Gamma Ltd"}
    pool = run("pool", path, "--as-of", "2026-10-31", "-f", "json").json
    assert [row["customer"] for row in pool["tables"][0]["rows"]] == ["Gamma Ltd"]
    company.write_text('base_currency = "CNY"\n', "utf-8")
    pool = run("pool", path, "--as-of", "2026-10-31", "-f", "json").json
    assert pool["tables"][0]["rows"] == []
