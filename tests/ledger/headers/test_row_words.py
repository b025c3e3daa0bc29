"""Rows that are no items, and customers that only sound like them."""

from __future__ import annotations

import pytest

from arcollect.ledger.headers.row_words import (
    is_balance_due,
    is_footer,
    is_opening,
    is_subtotal,
    is_total,
    total_of,
)


@pytest.mark.parametrize(
    "text",
    [
        "合计", "合 计：", "总计", "累计", "-总计",
        "人民币合计", "合计金额", "Total", "TOTAL ", "Grand Total",
        "Totals:", "合计（元）", "合计：1,234.00", "总计(人民币)", "合计12笔",
         "总计(CNY)", "共计应收余额", "合计应收金额", "应收账款余额合计", "未收合计", "所有客户合计",
        "总应收", "总金额", "欠款总额", "总欠款：", "本表合计", "Total receivable", "Total AR",
        "Total Outstanding Balance", "Total of all open invoices", "All customers", "所有客户",
    ],
)  # fmt: skip
def test_totals(text: str) -> None:
    assert is_total(text)
    assert not is_subtotal(text)


@pytest.mark.parametrize(
    "text",
    [
        "小计", "(小计)", "甲公司(小计)", "甲公司（小计）", "甲公司-总计",
        "甲公司合计", "甲公司 小计", "小计：甲公司",
        "本页合计", "本页小计", "Subtotal", "Sub-total", "Jones Ltd Subtotal",
        "Result",
    ],
)  # fmt: skip
def test_subtotals(text: str) -> None:
    assert is_subtotal(text)
    assert not is_total(text)


@pytest.mark.parametrize(
    "text",
    [
        "合计科技有限公司", "Total Energies", "Sino-Total", "TotalEnergies SE", "总计量仪器厂",
        "小计贸易有限公司",
        "累计达", "Results Ltd", "期初余额", "客户", "",
        "Totalise", "A-1", "总参大院", "余额宝公司", "金额", "Total Open Source GmbH", "Allcustomers AG",
        "应收余额",
    ],
)  # fmt: skip
def test_customers_are_no_totals(text: str) -> None:
    assert not is_total(text)
    assert not is_subtotal(text)


def test_a_party_total_names_its_party() -> None:
    assert total_of("Total Jones Ltd ") == "Jones Ltd"
    assert total_of("Total for Jones Ltd") == "Jones Ltd"
    assert total_of("TotalEnergies") is None


@pytest.mark.parametrize(
    "text",
    [
        "以上数据仅供参考，以系统为准", "共12笔", "共 1,024 条记录",
        "制表人：张三", "制表人: ",
        "打印时间：2026-10-31", "第1页/共3页", "Page 1 of 3",
        "Printed on 2026-10-31", "注：金额单位为元",
        "Percentage of total", "% of total", "占合计比例", "占总额的百分比",
    ],
)  # fmt: skip
def test_footers(text: str) -> None:
    assert is_footer(text)


@pytest.mark.parametrize(
    "text", ["共同科技有限公司", "注册资本公司", "Page Ltd", "备注", "12 Records Music"]
)
def test_names_are_no_footers(text: str) -> None:
    assert not is_footer(text)


@pytest.mark.parametrize(
    "text",
    [
        "期初余额",
        "上年结转",
        "年初余额",
        "期初",
        "承前页",
        "Opening Balance",
        "Brought forward",
        "B/F",
    ],
)
def test_opening_balances_are_money_not_totals(text: str) -> None:
    assert is_opening(text)
    assert not is_total(text)
    assert not is_footer(text)


def test_an_opening_company_is_no_opening_balance() -> None:
    assert not is_opening("期初科技有限公司")
    assert not is_opening("上年结转说明")


def test_quickbooks_totals_for_a_bucket_are_subtotals() -> None:
    assert is_subtotal("Total for 1 - 30 days past due")
    assert not is_subtotal("Total Energies")


@pytest.mark.parametrize(
    "text",
    [
        "Balance due",
        "BALANCE DUE: ",
        "Amount owing",
        "Net amount due $1,250.50",
        "应收余额",
        "欠款余额：",
    ],
)
def test_what_else_closes_a_list(text: str) -> None:
    assert is_balance_due(text)


@pytest.mark.parametrize("text", ["Balance Due Diligence Ltd", "Balance", "Outstanding Ltd", ""])
def test_customers_are_no_balance_due(text: str) -> None:
    assert not is_balance_due(text)
