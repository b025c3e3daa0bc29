"""Sheets that people made themselves: short headers, words of the trade."""

from __future__ import annotations

import pytest
from tests.ledger.layouts.made import balances, delimited, laid, table, ties_out

from arcollect.errors import LedgerError

PERSON = """姓名|货款|开单日|电话
    张三|800|2026-01-05|13800000000
    李四|2,000|2026-02-05|"""
SHOP = """店名|欠款|送货日期
    张三|800|2026.1.5
    李四|2000|2026.2.5"""
GOODS_MONEY = """客户|货款|已收货款|欠款|开单日期|收款日期
    张三|1000|200|800|2026.1.5|
    李四|2000||2000|2026.2.5|"""
FACTORY = """厂家|应收|已收|未收|开票时间|到期时间
    张三|1000|200|800|2026.1.5|2026.2.5
    李四|2000|0|2000|2026.2.5|2026.3.5"""
CONTRACTS = """客户|合同号|合同金额|已收款|余款|应付款时间
    张三|H1|1000|200|800|2026.1.5
    李四|H2|2000||2000|2026.2.5"""
DEBTORS = """欠款人|欠款数额|欠款日期|约定还款日
    张三|800|2026.1.5|2026.2.5
    李四|2000|2026.2.5|2026.3.5"""
SETTLED_OR_NOT = """购货单位|货款金额|发货日|账期|是否付清
    张三|800|2026.1.5|30天|否
    张三|500|2026.1.5|30天|是
    李四|2000|2026.2.5|月结60|"""
OWED = """Customer|Amount owed|Date|Due
    张三|800.00|2026-01-15|2026-02-14
    李四|2,000.00|2026-02-15|2026-03-14"""
SHORT = """Client|Inv #|Inv Date|Terms|Inv Amt|Bal Due
    张三|12|1/15/2026|Net 30|1,000.00|800.00
    李四|13|2/15/2026|Net 45|2,000.00|2,000.00"""
BY_HAND = {
    "person": PERSON, "shop": SHOP, "goods money": GOODS_MONEY, "factory": FACTORY,
    "contracts": CONTRACTS, "debtors": DEBTORS, "settled": SETTLED_OR_NOT, "owed": OWED,
    "short": SHORT,
}  # fmt: skip


@pytest.mark.parametrize("name", BY_HAND)
def test_a_hand_made_sheet_needs_no_option(name: str) -> None:
    ledger = laid(delimited(table(BY_HAND[name])), "欠款.csv")
    assert balances(ledger) == {("张三", "CNY"): 800_00, ("李四", "CNY"): 2_000_00}
    dated = ledger.items["issue_date"].notna() | ledger.items["due_date"].notna()
    assert dated.all()
    assert ties_out(ledger)


def test_terms_start_from_the_delivery_where_no_other_day_is_there() -> None:
    """2026-01-05 + 30 days; the end of February + 60 days."""
    items = laid(delimited(table(SETTLED_OR_NOT)), "欠款.csv").items
    assert [str(d)[:10] for d in items["due_date"]] == ["2026-02-04", "2026-02-04", "2026-04-29"]


DELIVERIES = """2026年3月对账单|||||
    客户名称：张三|||||
    日期|送货单号|品名|数量|单价|金额
    2026-03-01|S1|螺丝|10|5.00|50.00
    2026-03-01|S1|螺丝|10|5.00|50.00
    2026-03-09|S2|螺丝|20|5.00|100.00
    2026-03-09|S2|螺丝|20|5.00|100.00
    本月合计|||||300.00"""


def test_equal_lines_of_one_delivery_note_are_two_amounts() -> None:
    """Quantity times price is the line's own: 50 + 50 + 100 + 100."""
    ledger = laid(delimited(table(DELIVERIES)), "对账单.csv")
    assert balances(ledger) == {("张三", "CNY"): 300_00}
    assert ledger.items["document_no"].tolist() == ["S1", "S1", "S2", "S2"]
    assert ties_out(ledger)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("公司|金额|开票日期|到期日\n甲公司|100|2026-01-05|2026-02-05", "公司"),
        ("送给谁|单据编号|到期日|未收金额\n甲公司|A1|2026-02-05|100", "送给谁"),
        ("客户名称|合同编号|计划回款日期|未回款金额\n甲|H1|2026-02-05|100", "计划回款日期"),
    ],
)
def test_what_a_sheet_lacks_is_asked_by_the_column_that_may_be_it(text: str, column: str) -> None:
    with pytest.raises(LedgerError) as refused:
        laid(delimited(table(text)), "欠款.csv")
    assert refused.value.said.key == "ledger.no_items"
    assert refused.value.hint is not None
    assert refused.value.hint.key == "ledger.no_items.which"
    assert refused.value.hint.facts["column"] == column
