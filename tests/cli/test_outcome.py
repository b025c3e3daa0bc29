"""`arcollect recover` and `arcollect provision` as their users see them."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from tests.program import EXAMPLE, Ran, run

from arcollect.errors import ExitCode

HOSTILE = ("NA", "[/]", "=1+1", "../../x", "甲 & 乙 <贸易>")
RATES = "1%,5%,10%,30%,100%"


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.csv"
    rows = [f'"{name}",D{n},2025-01-01,100.00' for n, name in enumerate(HOSTILE)]
    path.write_text("\n".join(["客户名称,单据编号,到期日,未收金额", *rows]) + "\n", "utf-8")
    return path


def recover(path: Path = EXAMPLE, *more: str) -> Ran:
    ran = run("recover", path, "--as-of", "2026-10-31", "-f", "json", *more)
    assert ran.code == ExitCode.OK, ran.err
    return ran


def provision(path: Path = EXAMPLE, *more: str) -> Ran:
    line = ("provision", path, "--as-of", "2026-10-31", "-f", "json", "--standard")
    ran = run(*line, *(more or ("cas",)))
    assert ran.code == ExitCode.OK, ran.err
    return ran


def tables(ran: Ran) -> dict[str, list[dict[str, str]]]:
    return {table["key"]: table["rows"] for table in ran.json["tables"]}


def test_a_raw_export_is_enough_for_recover(hostile: Path) -> None:
    found = tables(recover(hostile))
    assert {row["customer"] for row in found["recover.advice.CNY"]} == set(HOSTILE)
    sold = [row for row in found["recover.CNY"] if row["way"] == "债权转让"]
    assert {row["nominal"] for row in sold} == {"30.00"}


def test_one_customer_alone(hostile: Path) -> None:
    found = tables(recover(hostile, "--customer", "=1+1"))
    assert {row["customer"] for row in found["recover.CNY"]} == {"=1+1"}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", ["table", "csv", "xlsx"])
def test_both_commands_in_every_format(lang: str, form: str, tmp_path: Path) -> None:
    for command in (("recover",), ("provision", "--standard", "ifrs")):
        target = tmp_path / f"{command[0]}.{form}"
        ran = run(command[0], EXAMPLE, *command[1:], "--lang", lang, "-f", form, "-o", target, "-q")
        assert (ran.code, ran.err) == (ExitCode.OK, "")
        assert target.stat().st_size > 1_000


def test_facts_typed_in_change_the_advice() -> None:
    known = ("--customer", "C010", "--assets", "300,000", "--chance", "100%")
    rows = tables(recover(EXAMPLE, *known))["recover.CNY"]
    chosen = [row for row in rows if row["best"]]
    assert [row["chance_from"] for row in chosen] == ["按该客户填写"]


def test_typed_facts_need_one_customer() -> None:
    assert run("recover", EXAMPLE, "--assets", "1").code == ExitCode.USAGE
    several = run("recover", EXAMPLE, "--assets", "1", "--customer", "有限公司")
    assert several.code == ExitCode.USAGE
    nobody = run("recover", EXAMPLE, "--customer", "没有这家")
    assert nobody.code == ExitCode.USAGE
    assert "没有这家" in nobody.err


def test_no_standard_is_assumed() -> None:
    ran = run("provision", EXAMPLE, "--lang", "en")  # U-30
    assert ran.code == ExitCode.USAGE
    assert "small-business standard" in ran.err
    assert run("provision", EXAMPLE, "--standard", "gaap").code == ExitCode.USAGE


def test_the_provision_ties_out_to_the_aging_table() -> None:
    aging = run("aging", EXAMPLE, "--as-of", "2026-10-31", "-f", "json").json["tables"]
    found = {t["key"]: t for t in provision().json["tables"]}
    for table in aging:
        currency = table["key"].rpartition(".")[2]
        assert found[f"provision.scope.{currency}"]["total"]["all_open"] == table["total"]["open"]


def test_one_company_movement_and_entries(hostile: Path) -> None:
    typed = ("cas", "--rates", RATES, "--opening", "300", "--written-off", "20", "--recovered", "5")
    found = tables(provision(hostile, *typed))
    (moved,) = found["provision.movement.CNY"]
    assert moved["closing"] == "500.00"
    assert moved["charge"] == "215.00"  # 300 + 215 - 20 + 5
    amounts = [row["amount"] for row in found["provision.entries.CNY"]]
    assert amounts == ["215.00", "20.00", "5.00", "5.00"]


def test_the_small_standard_lists_and_books_nothing(hostile: Path) -> None:
    found = tables(provision(hostile, "small"))
    assert set(found) == {"provision.candidates", "provision.proof"}
    lists = {row["list"] for row in found["provision.candidates"]}
    assert lists == {"内部审批", "税前扣除"}


def test_the_same_input_gives_the_same_answer() -> None:
    assert recover().out == recover().out
    assert provision().out == provision().out


def test_the_customers_sheet_says_assets_and_chance(tmp_path: Path) -> None:
    ledger, customers = tmp_path / "ledger.csv", tmp_path / "customers.csv"
    ledger.write_text(
        "客户名称,单据编号,到期日,未收金额\n甲公司,A1,2025-01-01,100000.00\n", "utf-8"
    )
    customers.write_text("客户名称,客户标记,可执行财产(万元),收回机会\n甲公司,,8,70%\n", "utf-8")
    (tmp_path / "arcollect.toml").write_text('[books]\ncustomers = "customers.csv"\n', "utf-8")
    rows = tables(recover(ledger))["recover.CNY"]
    suit = next(row for row in rows if row["way"] == "诉讼、保全与执行")
    # min(100,000, 80,000 x 70 %) / 1.03 - (2,300 + 1,020 + 200 + 10,000)
    assert suit["expected"] == "40848.93"
    assert suit["chance_from"] == "按该客户填写"


def test_write_off_candidates_are_a_form_in_the_workbook(tmp_path: Path) -> None:
    """R003-78: blank columns for evidence and decision, and a line to sign; not on screen."""
    line = ("report", EXAMPLE, "--standard", "cas", "--no-letters", "--lang", "zh", "-q")
    assert run(*line, "-o", tmp_path / "r").code == ExitCode.OK
    sheet = openpyxl.load_workbook(tmp_path / "r" / "report.xlsx")["坏账准备"]
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    assert {"证据（填写）", "审批意见（填写）", "批准："} <= {str(value) for value in cells}
    assert "审批意见" not in run("provision", EXAMPLE, "--standard", "cas", "--lang", "zh").out


def test_instalments_become_promises(hostile: Path, tmp_path: Path) -> None:
    """R001-14: what recover proposes is logged as it stands, and then watched."""
    register = ("--register", tmp_path / "register.db", "--as-of", "2026-10-31")
    rows = tables(recover(hostile, "--customer", "[/]"))["recover.schedules.CNY"]
    plan = [row["promise"] for row in rows if row["way"] == "首付加分期（展期）"]
    assert plan[:2] == ["30.00@2026-11-02", "11.67@2026-11-30"]
    promised = [word for one in plan for word in ("--promise", one)]
    ran = run(
        "log", "add", hostile, "--customer", "[/]", "--at", "2026-10-31", *promised, *register
    )
    assert ran.code == ExitCode.OK, ran.err
    listed = run("log", "list", "--register", register[1], "-f", "json")
    kept = next(t for t in listed.json["tables"] if "promise" in t["key"])["rows"]
    assert len(kept) == 7


def test_the_ladder_from_talking_to_recovering(tmp_path: Path) -> None:
    """R003-35: 45 days agree on a plan, 95 prepare the law, 185 recover; write-off by approval."""
    path = tmp_path / "ledger.csv"
    due = {"甲": "2026-09-16", "乙": "2026-07-28", "丙": "2026-04-29"}
    rows = [f"{name},{name}1,{day},200000.00" for name, day in due.items()]
    path.write_text("\n".join(["客户名称,单据编号,到期日,未收金额", *rows]) + "\n", "utf-8")
    line = (path, "--as-of", "2026-10-31", "-f", "json", "--no-register", "--lang", "zh")
    work = run("worklist", *line).json["tables"][0]["rows"]
    done = {row["customer"]: row["action"] for row in work}
    assert "约定付款日期和金额" in done["甲"]
    assert "走法律程序的准备" not in done["甲"]
    assert all("走法律程序的准备" in done[name] for name in "乙丙")
    assert {r["customer"] for r in tables(recover(path))["recover.advice.CNY"]} == {"丙"}
    off = run("provision", *line, "--standard", "small").out
    assert '"乙"' in off
    assert '"甲"' not in off
