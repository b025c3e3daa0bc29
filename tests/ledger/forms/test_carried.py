"""Journals of several pages, months and years: nothing is counted twice."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.ledger.fake import Desk, sheet, table

from arcollect.analysis.position import stand
from arcollect.ledger.schema import Ledger
from arcollect.policy import Policy

HEAD = "客户名称|日期|凭证号|摘要|借方|贷方|方向|余额\n"


def entries(rows: str) -> list[list[object]]:
    return table(HEAD + rows)


def said(ledger: Ledger) -> dict[str, str]:
    return {p.said.key: p.cell for p in ledger.problems if "carried" in p.said.key}


JANUARY = """甲||| 期初余额|||借|1000
    甲|2026-01-05|记-1|销售|500||借|1500
    甲|2026-01-31||本月合计|500||借|1500"""
FEBRUARY = """甲||| 期初余额|||借|1500
    甲|2026-02-05|记-1|收款||200|借|1300
    甲|2026-02-28||本月合计||200|借|1300"""


@pytest.mark.parametrize("order", [(JANUARY, FEBRUARY), (FEBRUARY, JANUARY)])
def test_a_sheet_for_each_month_has_one_opening_balance(desk: Desk, order: tuple[str, str]) -> None:
    """1000 + 500 - 200 = 1300, in whatever order the sheets stand."""
    ledger = desk.read(*(sheet(entries(rows), f"{n}月") for n, rows in enumerate(order)))
    assert int(ledger.items["open_minor"].sum()) == 1300_00
    assert sorted(ledger.items["kind"]) == ["invoice", "opening", "receipt"]
    assert list(said(ledger)) == ["ledger.carried_once"]
    control = {(c.row_class, c.sheet): c.rows for c in ledger.control.classes}
    assert sum(control.values()) == 8


def test_pages_and_years_carry_forward(desk: Desk) -> None:
    rows = """甲|2025-01-01||上年结转|||借|1000
        甲|2025-05-05|记-1|销售|500||借|1500
        甲|||过次页|500||借|1500
        甲|||承前页|500||借|1500
        甲|2025-12-30|记-9|销售|100||借|1600
        甲|2025-12-31||结转下年|||借|1600
        甲|2026-01-01||上年结转|||借|1600
        甲|2026-02-05|记-1|收款||700|借|900"""
    ledger = desk.read(sheet(entries(rows)))
    assert int(ledger.items["open_minor"].sum()) == 900_00
    assert len(ledger.items) == 4
    assert list(said(ledger)) == ["ledger.carried_once"]


def test_months_that_are_missing_between_are_told(desk: Desk) -> None:
    """Known: 1500 at the end of January, 1800 at the beginning of March."""
    march = "甲||| 期初余额|||借|1800\n甲|2026-03-05|记-1|销售|50||借|1850"
    ledger = desk.read(sheet(entries(JANUARY), "1月"), sheet(entries(march), "3月"))
    assert int(ledger.items["open_minor"].sum()) == 1850_00
    assert said(ledger) == {"ledger.carried_gap": "H2"}
    assert ledger.items["amount_minor"].tolist() == [1000_00, 500_00, 300_00, 50_00]


def test_the_newest_entry_may_stand_first(desk: Desk) -> None:
    rows = """甲|2026-02-05|记-2|销售|200||借|1700
        甲|2026-01-05|记-1|销售|500||借|1500
        甲|2026-01-01||期初余额|||借|1000"""
    ledger = desk.read(sheet(entries(rows)))
    assert int(ledger.items["open_minor"].sum()) == 1700_00
    assert said(ledger) == {}


def test_a_customer_that_is_new_in_january_is_carried_into_february(desk: Desk) -> None:
    january = "甲|2026-01-05|记-1|销售|1500||借|1500"
    ledger = desk.read(sheet(entries(january), "1月"), sheet(entries(FEBRUARY), "2月"))
    assert int(ledger.items["open_minor"].sum()) == 1300_00
    assert list(said(ledger)) == ["ledger.carried_once"]


def test_two_accounts_of_one_customer_have_an_opening_each(desk: Desk) -> None:
    rows = """科目|客户名称|日期|凭证号|摘要|借方|贷方|方向|余额
        1122 应收账款|甲|||期初余额|||借|1000
        1122 应收账款|甲|2026-01-05|记-1|销售|500||借|1500
        1221 其他应收款|甲|||期初余额|||借|70
        1221 其他应收款|甲|2026-02-05|记-2|押金|30||借|100"""
    ledger = desk.read(sheet(table(rows)))
    assert int(ledger.items["open_minor"].sum()) == 1600_00
    assert said(ledger) == {}


def test_overlapping_days_are_no_continuation(desk: Desk) -> None:
    other = "甲||| 期初余额|||借|70\n甲|2026-01-04|记-3|押金|30||借|100\n甲|2026-01-09|记-4|退||30|借|70"
    ledger = desk.read(sheet(entries(JANUARY), "应收"), sheet(entries(other), "押金"))
    assert int(ledger.items["open_minor"].sum()) == 1570_00
    assert said(ledger) == {}


def test_a_balance_that_was_even_is_no_money(desk: Desk) -> None:
    rows = """甲|||上年结转|||平|
        甲|2026-01-06|记-4|销售|200||借|200
        乙|||期初余额|||贷|300
        乙|2026-03-01|记-5|销售|100||贷|200"""
    ledger = desk.read(sheet(entries(rows)))
    assert ledger.items.groupby("customer", observed=True)["open_minor"].sum().to_dict() == {
        "甲": 200_00, "乙": -200_00,
    }  # fmt: skip


def test_the_same_voucher_number_of_another_month_is_another_voucher(desk: Desk) -> None:
    """The receipt 记-1 of February pays the oldest, which is not 记-1 of January."""
    rows = """甲|2025-12-05|记-7|销售|300||借|300
        甲|2026-01-05|记-1|销售|500||借|800
        甲|2026-02-05|记-1|收款||300|借|500"""
    ledger = desk.read(sheet(entries(rows)))
    assert ledger.items["document_no"].tolist() == ["记-7", "2026-01/记-1", "2026-02/记-1"]
    position = stand(ledger, dt.date(2026, 6, 30), Policy())
    assert position.open["document_no"].tolist() == ["2026-01/记-1"]
