"""`arcollect audit` as its users see it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.program import EXAMPLE, Ran, run

from arcollect.cli.fail_on import FOUND_BY
from arcollect.cli.words.findings import FINDINGS
from arcollect.errors import ExitCode
from arcollect.text import Lang, text

HOSTILE = ("NA", "[/]", "=1+1", "../../x", "甲 & 乙 <贸易>")


def write(folder: Path, receipts: list[str]) -> tuple[Path, Path]:
    items, paid = folder / "ledger.csv", folder / "收款记录.csv"
    rows = [f'"{name}",D{n},2026-08-01,2026-09-01,100.00' for n, name in enumerate(HOSTILE)]
    items.write_text("\n".join(["客户名称,单据编号,单据日期,到期日,未收金额", *rows]), "utf-8")
    paid.write_text("\n".join(["客户名称,收款日期,收款金额,付款单位,付款账号", *receipts]), "utf-8")
    return items, paid


def audit(*paths: Path | str) -> Ran:
    ran = run("audit", *paths, "--as-of", "2026-10-31", "-f", "json", "-q")
    assert ran.code == ExitCode.OK, ran.err
    return ran


def tables(ran: Ran) -> dict[str, list[dict[str, str]]]:
    return {table["key"]: table["rows"] for table in ran.json["tables"]}


def test_the_example_gives_a_short_list() -> None:
    found = tables(audit(EXAMPLE))
    assert 0 < len(found["audit"]) <= 15
    assert {row["weight"] for row in found["audit"]} <= {"其次", "有空看"}
    assert "催收轮岗" in {row["check"] for row in found["audit.unchecked"]}
    assert sum(int(row["hints"]) for row in found["audit.checks"]) == len(found["audit"])


def test_hostile_names_stay_as_they_are(tmp_path: Path) -> None:
    rows = [f'"{name}",2026-10-08,5.00,"付款公司",' for name in HOSTILE]
    found = tables(audit(*write(tmp_path, rows)))
    payers = [row for row in found["audit"] if row["check"] == "付款人不是客户"]
    assert {row["customer"] for row in payers} == set(HOSTILE)


def test_accounts_show_their_end_only(tmp_path: Path) -> None:
    rows = [f'"{name}",2026-10-08,5.00,,6222021234567890' for name in HOSTILE]
    ran = audit(*write(tmp_path, rows))
    (row,) = (r for r in tables(ran)["audit"] if r["check"] == "客户资料相同")
    assert "尾号 7890" in row["measured"]
    assert "6222021234567890" not in ran.out
    assert row["where"] == "收款记录!2–6"


def test_json_has_every_row_with_customer_day_and_amount(tmp_path: Path) -> None:
    rows = [f'"{name}",2026-10-08,5.00,"付款公司",' for name in HOSTILE]
    found = tables(audit(*write(tmp_path, rows)))
    mine = [row for row in found["audit.rows"] if row["check"] == "付款人不是客户"]
    assert sorted(row["customer"] for row in mine) == sorted(HOSTILE)
    assert {(row["day"], row["amount"]) for row in mine} == {("2026-10-08", "5.00")}
    assert {row["place"] for row in mine} == {f"收款记录!{n}" for n in range(2, 7)}


def test_fail_on_audit_asks_for_the_heaviest(tmp_path: Path) -> None:
    rows = [f'"{name}",2026-10-08,5.00,,6222021234567890' for name in HOSTILE]
    line = ("--as-of", "2026-10-31", "--fail-on", "audit", "-q")
    assert run("audit", *write(tmp_path, rows), *line).code == ExitCode.FINDING
    assert run("audit", EXAMPLE, *line).code == ExitCode.OK


def test_everything_to_fail_on_is_looked_for() -> None:
    assert set(FOUND_BY) == set(FINDINGS)


def test_the_help_names_everything_to_fail_on() -> None:
    for lang in Lang:
        said = text("help.fail_on", lang)
        assert [name for name in FINDINGS if name not in said] == []
        assert text("audit.weight_3", lang) in said


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", ["table", "csv", "md", "xlsx"])
def test_every_format(lang: str, form: str, tmp_path: Path) -> None:
    target = tmp_path / f"audit.{form}"
    ran = run("audit", EXAMPLE, "--lang", lang, "-f", form, "-o", target, "-q")
    assert (ran.code, ran.err) == (ExitCode.OK, "")
    assert target.stat().st_size > 1_000


def test_a_ledger_with_nothing_to_say_says_what_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    path.write_text("客户名称,单据编号,到期日,未收金额\n甲,1,2026-09-01,5", "utf-8")
    ran = audit(path)
    found = tables(ran)
    assert found["audit"] == []
    assert len(found["audit.unchecked"]) >= 10
    done = sum(int(row["looked_at"]) > 0 for row in found["audit.checks"])
    assert f"共 17 项检查，能查的 {done} 项没有可提示的" in ran.out
