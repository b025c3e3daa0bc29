"""`arcollect trend`: with a ledger, with the register alone, and what it refuses."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.program import EXAMPLE, Ran, run

from arcollect.errors import ExitCode


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A register with two kept states of the example."""
    place = tmp_path_factory.mktemp("data")
    for day in ("2026-08-31", "2026-09-30"):
        line = ("report", EXAMPLE, "--as-of", day, "-o", place / day, "--no-letters", "-q")
        assert run(*line, XDG_DATA_HOME=str(place)).code == ExitCode.OK
    return str(place)


def trend(data: str, *line: str | Path) -> Ran:
    ran = run("trend", *line, "-f", "json", "--lang", "zh", "-q", XDG_DATA_HOME=data)
    assert ran.code == ExitCode.OK, ran.err
    return ran


def tables(ran: Ran) -> dict[str, Any]:
    return {table["key"]: table for table in ran.json["tables"]}


def test_kept_states_and_the_ledger_itself(data: str) -> None:
    rows = tables(trend(data, EXAMPLE, "--as-of", "2026-10-31"))["trend.CNY"]["rows"]
    assert [row["as_of"] for row in rows] == ["2026-08-31", "2026-09-30", "2026-10-31"]
    change = run("compare", EXAMPLE, "--as-of", "2026-10-31", "-f", "json", XDG_DATA_HOME=data)
    walk = tables(change)["compare.walk.CNY"]["total"]
    assert rows[-1]["collected"] == walk["collected"]


def test_the_register_alone(data: str) -> None:
    config = EXAMPLE.with_name("arcollect.toml")
    rows = tables(trend(data, "--config", config, "--period", "q"))["trend.CNY"]["rows"]
    assert [row["as_of"] for row in rows] == ["2026-09-30"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", ["table", "csv", "html", "xlsx"])
def test_every_format(data: str, lang: str, form: str, tmp_path: Path) -> None:
    target = tmp_path / f"t.{form}"
    line = ("trend", EXAMPLE, "--lang", lang, "-o", target, "-f", form, "-q")
    assert run(*line, XDG_DATA_HOME=data).code == ExitCode.OK
    assert target.stat().st_size > 200


def test_targets_plan_and_what_if(data: str, tmp_path: Path) -> None:
    config = tmp_path / "p.toml"
    config.write_text(
        '[ratios]\nannual_revenue = "40,000,000"\n'
        '[targets]\noverdue_ratio = "12%"\ndso = "45"\n'
        'kpi = [{ owner = "=1+1", name = "[/]", weight = "100%", target = "80%", actual = "1" }]\n'
        '[targets.plan]\n"2026-10" = "5,000,000"\n',
        "utf-8",
    )
    asked = ("--targets", "--plan", "--what-if-dso", "45")
    found = tables(trend(data, EXAMPLE, "--as-of", "2026-10-31", "--config", config, *asked))
    assert [row["verdict"] for row in found["trend.targets.CNY"]["rows"]] == ["未达到", "未达到"]
    assert found["trend.goals"]["rows"][0]["owner"] == "=1+1"
    (month,) = found["trend.plan.CNY"]["rows"]
    assert month["month"] == "2026-10"
    assert found["trend.release"]["rows"][0]["currency"] == "CNY"


def test_what_is_refused(tmp_path: Path) -> None:
    none = ("--register", tmp_path / "none.db")
    for line in (
        (*none,),
        (*none, "--targets"),
        (EXAMPLE, "--period", "x"),
        (EXAMPLE, "--what-if-dso", "-1"),
        (EXAMPLE, "--what-if-dso", "x"),
    ):
        assert run("trend", *line).code == ExitCode.USAGE
    config = tmp_path / "p.toml"
    config.write_text("[targets]\ndso = '45'\n", "utf-8")
    assert run("trend", EXAMPLE, "--config", config, "--plan").code == ExitCode.USAGE


def test_one_state_is_no_trend_yet(tmp_path: Path) -> None:
    ran = run("trend", EXAMPLE, "--lang", "en", "-f", "table", XDG_DATA_HOME=str(tmp_path))
    assert "only one state" in ran.out


def test_new_is_the_same_number_in_trend_and_compare(data: str) -> None:
    rows = tables(trend(data, EXAMPLE, "--as-of", "2026-10-31"))["trend.CNY"]["rows"]
    ran = run("compare", EXAMPLE, "--as-of", "2026-10-31", "-f", "json", XDG_DATA_HOME=data)
    walk = tables(ran)["compare.walk.CNY"]["total"]
    last = {name: Decimal(rows[-1][name]) for name in ("billed", "more", "down", "open")}
    assert last["billed"] == Decimal(walk["billed"]) > 0
    assert last["more"] == Decimal(walk["unlisted"]) + Decimal(walk["raised"])
    before = Decimal(rows[-2]["open"])
    assert before + last["billed"] + last["more"] - last["down"] == last["open"]
