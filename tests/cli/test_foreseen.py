"""`arcollect habits`, `forecast` and `finance` as their users see them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from tests.program import EXAMPLE, Ran, run

from arcollect.errors import ExitCode

COMMANDS = ("habits", "forecast", "finance")
HOSTILE = ("NA", "[/]", "=1+1", "../../x", "甲 & 乙 <贸易>")
G07 = """\
回款日期,客户名称,回款金额,核销单号
2026-01-25,甲公司,100.00,D1
2026-02-25,甲公司,100.00,D2
2026-03-25,甲公司,100.00,D3
2026-04-25,甲公司,100.00,D4
2026-05-25,甲公司,100.00,D5
2026-06-24,甲公司,100.00,D6
"""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.csv"
    rows = [f'"{name}",D{n},2026-12-01,60000.00' for n, name in enumerate(HOSTILE)]
    path.write_text("\n".join(["客户名称,单据编号,到期日,未收金额", *rows]) + "\n", "utf-8")
    return path


def asked(command: str, path: Path = EXAMPLE, *more: str | Path) -> Ran:
    ran = run(command, path, "--as-of", "2026-10-31", "-f", "json", *more)
    assert ran.code == ExitCode.OK, ran.err
    return ran


def tables(ran: Ran) -> dict[str, list[dict[str, str]]]:
    return {table["key"]: table["rows"] for table in ran.json["tables"]}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("lang", "form"), [("zh", "table"), ("en", "csv"), ("zh", "xlsx"), ("en", "html")]
)
def test_every_format(command: str, lang: str, form: str, tmp_path: Path) -> None:
    target = tmp_path / f"{command}.{form}"
    ran = run(command, EXAMPLE, "--lang", lang, "-f", form, "-o", target, "-q")
    assert (ran.code, ran.err) == (ExitCode.OK, "")
    assert target.stat().st_size > 1_000


@pytest.mark.parametrize("command", COMMANDS)
def test_a_raw_export_is_enough(command: str, hostile: Path) -> None:
    main = next(iter(tables(asked(command, hostile)).values()))
    if command == "forecast":
        main = tables(asked(command, hostile))["forecast.items.CNY"]
    assert {row["customer"] for row in main} == set(HOSTILE)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_same_input_gives_the_same_answer(command: str) -> None:
    assert asked(command).out == asked(command).out


def test_g07_from_a_file(tmp_path: Path) -> None:
    items, receipts = tmp_path / "应收.csv", tmp_path / "回款.csv"
    items.write_text(
        "客户名称,单据编号,单据日期,到期日,应收金额\n甲公司,D9,2026-10-01,2026-12-01,900.00\n",
        "utf-8",
    )
    receipts.write_text(G07, "utf-8")
    ran = run("habits", items, receipts, "--as-of", "2026-11-21", "-f", "json", "--lang", "en")
    (row,) = tables(ran)["habits.CNY"]
    assert (row["payday"], row["next_on"], row["remind_on"]) == (
        "day 25", "2026-11-25", "2026-11-20",
    )  # fmt: skip
    assert row["action"] == "remind today"


def test_a_customer_nobody_has_is_a_usage_error() -> None:
    assert run("habits", EXAMPLE, "--customer", "没有这家").code == ExitCode.USAGE
    (only,) = tables(asked("habits", EXAMPLE, "--customer", "丹崖"))["habits.CNY"]
    assert only["payday"] == "每月25日"  # the example's payer on the 25th


@pytest.mark.parametrize("weeks", ["1", "13", "26"])
def test_the_forecast_ties_out_to_the_aging_table(weeks: str) -> None:
    aging = run("aging", EXAMPLE, "--as-of", "2026-10-31", "-f", "json").json["tables"]
    found = {t["key"]: t for t in asked("forecast", EXAMPLE, "--weeks", weeks).json["tables"]}
    for table in aging:
        code = table["key"].rpartition(".")[2]
        total = found[f"forecast.{code}"]["total"]
        assert {total[case] for case in ("late", "likely", "early")} == {table["total"]["open"]}
        assert found[f"forecast.items.{code}"]["total"]["amount"] == table["total"]["open"]


def test_unusable_weeks_are_a_usage_error() -> None:
    for weeks in ("0", "54", "many"):
        assert run("forecast", EXAMPLE, "--weeks", weeks).code == ExitCode.USAGE


def test_the_error_on_the_past_is_shown() -> None:
    rows = tables(asked("forecast"))["forecast.error.CNY"]
    assert {row["trial_weeks"] for row in rows} == {4, 13}  # type: ignore[comparison-overlap]
    assert all(Decimal(row["error_weekly"]) > 0 for row in rows)


def test_without_history_it_says_what_would_help(hostile: Path) -> None:
    ran = run("forecast", hostile, "--as-of", "2026-10-31", "-f", "table", "--lang", "en")
    assert "too few to learn from" in ran.out
    assert "Not tested on the past" in ran.out


def test_finance_adds_up_and_names_its_source() -> None:
    found = {t["key"]: t for t in asked("finance", EXAMPLE, "--lang", "en").json["tables"]}
    fit = found["finance.CNY"]["total"]["fit_amount"]
    debtors = found["finance.debtors.CNY"]["total"]
    assert debtors["fit_amount"] == fit
    assert Decimal(debtors["within"]) + Decimal(debtors["above"]) == Decimal(fit)


def test_assets_typed_in_give_shares(hostile: Path) -> None:
    typed = ("--current-assets", "1,000,000", "--total-assets", "3,000,000")
    rows = tables(asked("finance", hostile, *typed))["finance.benchmarks"]
    assert [row["ours"] for row in rows] == ["0.3000", "0.1000", "0.0000"]
    assert run("finance", hostile, "--current-assets", "lots").code == ExitCode.USAGE
