"""When each item is due, and where that date comes from (U-01)."""

from __future__ import annotations

import pytest
from tests.ledger.fake import Desk, sheet, table

from arcollect.errors import LedgerError, UsageError
from arcollect.ledger.schema import Ledger
from arcollect.policy import Policy


def dues(ledger: Ledger) -> list[str]:
    return [str(d)[:10] for d in ledger.items["due_date"]]


def told(ledger: Ledger) -> set[str]:
    return {p.said.key for p in ledger.problems}


def test_the_stated_date_wins_and_a_contradiction_is_said(desk: Desk) -> None:
    # delivered 2023-06-03, 60 days: 2023-08-02, not the 3 June that is stated
    rows = """客户名称|单据编号|送货日期|到期日|付款条件|未收金额
        甲|HT20230503|2023-06-03|2023-06-03|货到60天|125000
        乙|HT2|2023-06-03||货到60天|1"""
    ledger = desk.read(sheet(table(rows)))
    assert dues(ledger) == ["2023-06-03", "2023-08-02"]
    assert ledger.items["due_from"].tolist() == ["column", "terms:row"]
    (said,) = [p.said for p in ledger.problems if p.said.key == "ledger.due_date_against_terms"]
    assert said.facts["computed"] == "2023-08-02"


def test_terms_of_row_customer_and_flag_in_that_order(desk: Desk) -> None:
    items = """客户编码|单据编号|单据日期|付款条件|未收金额
        C1|A1|2026-03-05|月结60|1
        C2|A2|2026-03-05||1
        C3|A3|2026-03-05||1"""
    customers = "客户编码|客户名称|付款条件|信用额度\nC1|甲|30天|10\nC2|乙|30天|10\nC3|丙||10"
    ledger = desk.read(
        sheet(table(items)), sheet(table(customers), "客户资料"), default_terms="net 10"
    )
    assert dues(ledger) == ["2026-05-30", "2026-04-04", "2026-03-15"]
    assert ledger.items["due_from"].tolist() == ["terms:row", "terms:customer", "terms:policy"]


def test_terms_are_those_agreed_with_the_own_company(desk: Desk) -> None:
    # U-06: one customer of two own companies; 月结30 of January ends on 2 March
    items = """公司|客户名称|单据编号|单据日期|未收金额
        甲方一|乙|A1|2026-01-05|1
        甲方二|乙|A2|2026-01-05|1
        甲方三|乙|A3|2026-01-05|1"""
    customers = """公司|客户名称|付款条件|信用额度
        甲方一|乙|月结30|10
        |乙|30天|10
        甲方二|乙|月结90|10"""
    ledger = desk.read(sheet(table(items)), sheet(table(customers), "客户资料"))
    assert dues(ledger) == ["2026-03-02", "2026-05-01", "2026-02-04"]


def test_unknown_terms_are_told_once_and_give_no_date(desk: Desk) -> None:
    rows = """客户名称|单据编号|单据日期|付款条件|未收金额
        甲|A1|2026-03-05|老规矩|1
        乙|A2|2026-03-06|老规矩|1"""
    ledger = desk.read(sheet(table(rows)))
    assert dues(ledger) == ["NaT", "NaT"]
    (said,) = [p.said for p in ledger.problems if p.said.key == "ledger.unknown_terms"]
    assert said.facts["rows"] == 2


def test_terms_codes_of_the_policy(desk: Desk) -> None:
    policy = Policy.model_validate({"terms": {"ZB30": "net 30"}})
    rows = "客户名称|单据编号|单据日期|付款条件|未收金额\n甲|A1|2026-03-05|ZB30|1"
    assert dues(desk.read(sheet(table(rows)), policy=policy)) == ["2026-04-04"]


def test_impossible_default_terms_are_a_usage_error(desk: Desk) -> None:
    rows = "客户名称|单据编号|单据日期|未收金额\n甲|A1|2026-03-05|1"
    with pytest.raises(UsageError) as refused:
        desk.read(sheet(table(rows)), default_terms="月结")
    assert refused.value.said.key == "ledger.default_terms"


def test_staged_terms_become_stages_that_sum_exactly(desk: Desk) -> None:
    rows = """客户名称|单据编号|单据日期|送货日期|付款条件|应收金额|已收金额
        甲|A1|2026-01-01|2026-03-01|30%预付 70%货到30天|100.01|40"""
    ledger = desk.read(sheet(table(rows)))
    assert dues(ledger) == ["2026-01-01", "2026-03-31"]
    assert ledger.items["amount_minor"].tolist() == [3000, 7001]
    assert ledger.items["paid_minor"].tolist() == [3000, 1000]
    assert ledger.items["open_minor"].tolist() == [0, 6001]
    assert ledger.items["document_no"].tolist() == ["A1", "A1"]


def test_an_unreadable_due_date_keeps_the_money(desk: Desk) -> None:
    rows = "客户名称|单据编号|到期日|未收金额\n甲|A1|下个月|1\n甲|A2||2\n甲|A3|2026-02-30|3"
    ledger = desk.read(sheet(table(rows)))
    assert ledger.items["open_minor"].sum() == 600
    cells = [p.cell for p in ledger.problems if p.said.key == "ledger.due_date_unreadable"]
    assert cells == ["C2", "C4"]
    assert "ledger.no_due_date" in told(ledger)


def test_the_day_order_is_decided_by_the_whole_column(desk: Desk) -> None:
    rows = "客户名称|单据编号|到期日|未收金额\n甲|A1|01/02/2026|1\n甲|A2|13/02/2026|2"
    assert dues(desk.read(sheet(table(rows)))) == ["2026-02-01", "2026-02-13"]


def test_another_column_of_the_sheet_may_prove_the_order(desk: Desk) -> None:
    rows = "客户名称|单据编号|单据日期|到期日|未收金额\n甲|A1|13/01/2026|01/02/2026|1"
    ledger = desk.read(sheet(table(rows)))
    assert dues(ledger) == ["2026-02-01"]
    assert "ledger.date_order_borrowed" in told(ledger)


@pytest.mark.parametrize(
    ("dates", "key"),
    [
        (("01/02/2026", "03/04/2026"), "ledger.date_order_unknown"),
        (("13/02/2026", "02/13/2026"), "ledger.date_orders_conflict"),
    ],
)
def test_an_order_that_nothing_proves_is_refused(
    desk: Desk, dates: tuple[str, str], key: str
) -> None:
    rows = f"客户名称|单据编号|到期日|未收金额\n甲|A1|{dates[0]}|1\n甲|A2|{dates[1]}|2"
    with pytest.raises(LedgerError) as refused:
        desk.read(sheet(table(rows)))
    assert (refused.value.said.key, refused.value.said.facts["header"]) == (key, "到期日")


def test_the_user_may_tell_the_order(desk: Desk) -> None:
    rows = "客户名称|单据编号|到期日|未收金额\n甲|A1|01/02/2026|1"
    assert dues(desk.read(sheet(table(rows)), date_order="mdy")) == ["2026-01-02"]


def test_serials_and_figures_are_dates_too(desk: Desk) -> None:
    rows = "客户名称|单据编号|到期日|未收金额\n甲|A1|46000|1\n甲|A2|20260105|2"
    assert dues(desk.read(sheet(table(rows)))) == ["2025-12-09", "2026-01-05"]


@pytest.mark.parametrize(("disputed", "parts"), [(100, [100, 0, 0]), (400, [300, 100, 0])])
def test_a_dispute_over_stages_sums_to_what_is_disputed(
    desk: Desk, disputed: int, parts: list[int]
) -> None:
    rows = f"""客户名称|单据编号|单据日期|送货日期|验收日期|付款条件|金额|争议金额
        甲|A1|2026-01-05|2026-01-05|2026-02-01|30%预付 60%验收 10%质保|1000|{disputed}"""
    ledger = desk.read(sheet(table(rows)))
    assert ledger.items["disputed_minor"].tolist() == [100 * part for part in parts]
    assert ledger.items["is_disputed"].tolist() == [part > 0 for part in parts]
