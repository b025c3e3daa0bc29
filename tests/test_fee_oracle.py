"""Thirty invoices under four agreements: one figure in fee, letter, evidence and explain."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from tests.fee_oracle import AS_OF, ONE_DAY, Paper, Rate, fee, papers
from tests.program import run

HEADS = ("客户名称", "单据编号", "单据日期", "到期日", "应收金额", "合同编号")
OWN = '[[company]]\nname = "示例公司"\nbank = "示例银行"\nbank_account = "1"\nsigner = "王五"\n'
LPR = ((dt.date(2024, 10, 21), "3.1"), (dt.date(2025, 5, 20), "3"), (dt.date(2026, 3, 20), "2.85"))


@dataclass(frozen=True)
class Agreement:
    """What the policy or each row says, and what that means for one day."""

    policy: str
    rate: Rate
    heads: dict[str, str]
    grace: int = 0
    is_contract: bool = True


def _flat(_: Paper, __: dt.date) -> Decimal:
    return Decimal("0.0005")


def _tiered(paper: Paper, day: dt.date) -> Decimal:
    return Decimal("0.0005") if (day - paper.due).days <= 30 else Decimal("0.001")


def _retroactive(paper: Paper, _: dt.date) -> Decimal:
    """The higher rate from the first day on, once more than 30 days have passed."""
    paid_on = paper.paid[-1][0] if paper.is_settled else AS_OF
    return Decimal("0.0005") if (paid_on - paper.due).days <= 30 else Decimal("0.001")


def _lpr(_: Paper, day: dt.date) -> Decimal:
    """The LPR of that day and half as much, of a year of 360 days."""
    published = [Decimal(rate) for since, rate in LPR if since <= day][-1]
    return published / 100 * Decimal("1.5") / 360


AGREED = {
    "flat": Agreement("", _flat, {"日违约金率": "0.05%", "违约金条款": "第8条"}),
    "tiered, 5 days of grace": Agreement(
        '[fee]\nbasis = "contract"\nscheme = "tiered"\nclause = "第5条"\ngrace_days = 5\n', _tiered, {}, 5
    ),
    "retroactive": Agreement(
        '[[fee.agreed]]\ncontract = "HT1"\nclause = "第3条"\nscheme = "retroactive"\n'
        'rate_per_day = "0.05%"\ntier_rate_per_day = "0.1%"\n', _retroactive, {},
    ),
    "LPR that changes, margin 50%": Agreement(
        '[fee]\nbasis = "lpr"\nlpr_margin = "50%"\nlpr_follows = "changes"\nday_basis = 360\n'
        + "".join(f'[[fee.lpr]]\nsince = {since}\nrate = "{rate}%"\n' for since, rate in LPR),
        _lpr, {}, is_contract=False,
    ),
}  # fmt: skip


def written(folder: Path, found: list[Paper], agreed: Agreement) -> Path:
    """The ledger as a workbook: invoices, receipts, the boss of each customer."""
    book = openpyxl.Workbook()
    items, money, people = book.active, book.create_sheet("收款"), book.create_sheet("联系人")
    items.append([*HEADS, *agreed.heads])
    money.append(["客户名称", "收款日期", "收款金额", "核销单据号"])
    people.append(["客户名称", "联系人", "职务"])
    for p in found:
        start = p.due - 30 * ONE_DAY
        items.append([p.customer, p.number, start, p.due, p.amount, "HT1", *agreed.heads.values()])
        for day, paid in p.paid:
            money.append([p.customer, day, paid, p.number])
    for name in {p.customer: None for p in found}:
        people.append([name, "王总", "总经理"])
    book.save(folder / "台账.xlsx")
    (folder / "arcollect.toml").write_text(agreed.policy + OWN, encoding="utf-8")
    return folder / "台账.xlsx"


@pytest.fixture(params=AGREED)
def case(request, tmp_path):
    agreed = AGREED[request.param]
    found = papers(30, seed=len(request.param))
    fees = {p.number: fee(p, agreed.rate, agreed.grace) for p in found}
    return written(tmp_path, found, agreed), found, fees, agreed


def test_one_fee_everywhere(case, tmp_path):
    ledger, found, fees, agreed = case
    line = (ledger, "--as-of", AS_OF.isoformat(), "--lang", "zh")
    tables = {t["key"]: t["rows"] for t in run("fee", *line, "-f", "json").json["tables"]}
    of = {r["document_no"]: r["fee"] for t in ("fee.CNY", "fee.settled.CNY") for r in tables[t]}
    expected = {number: str(owed) for number, owed in fees.items() if owed}
    assert of == expected
    assert {p.number for p in found if p.is_settled} >= {
        r["document_no"] for r in tables["fee.settled.CNY"]
    }

    done = run("letters", *line, "-o", tmp_path / "函", "--as", "md", "--no-register")
    assert done.code == 0, done.err
    said = "".join(path.read_text("utf-8") for path in (tmp_path / "函").glob("催款函*L3*.md"))
    claimed = {p.number for p in found if not p.is_settled or agreed.is_contract} & expected.keys()
    assert {number for number in claimed if f"={Decimal(expected[number]):,}" not in said} == set()

    begins = {n: _first_charged(p, agreed.grace) for p in found if (n := p.number) in claimed}
    assert {n for n, day in begins.items() if f"| {n} | {day} |" not in said} == set()  # each step

    run("evidence", *line, "-o", tmp_path / "证据", "--no-register")
    packed = [str(cell.value) for book in (tmp_path / "证据").glob("*/*.xlsx")
              for sheet in openpyxl.load_workbook(book) for row in sheet for cell in row]  # fmt: skip
    assert {number for number in expected if not _stands(packed, number, expected[number])} == set()

    for number in list(expected)[:3]:
        assert f"{Decimal(expected[number]):,}" in run("explain", ledger, number, *line[1:]).out


def _first_charged(paper: Paper, grace: int) -> dt.date:
    return paper.due + (grace + 1) * ONE_DAY


def _stands(cells: list[str], number: str, owed: str) -> bool:
    """Whether a formula that ends in the fee stands in the same workbook as the number."""
    return number in cells and any(cell.endswith(f"= {Decimal(owed):,}") for cell in cells)
