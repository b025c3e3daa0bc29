"""Accounts whose columns bear the names of open items: every balance runs on."""

from __future__ import annotations

import pytest
from tests.ledger.layouts.made import balances, counts, delimited, keys, laid, table, ties_out

STATEMENT = """客户对账单||||||
    客户：甲公司||||||
    日期|单据类型|单据号|摘要|应收金额|实收金额|期末余额
    |||期初余额|||1000.00
    2026-01-05|销售出库|XS1|销售|500.00||1500.00
    2026-01-20|收款单|SK1|收款||700.00|800.00
    2026-02-05|销售出库|XS2|销售|300.00||1100.00
    |||合计|800.00|700.00|1100.00"""
SHOP = """往来对账|||||||
    单位名称：甲公司|||||||
    日期|单据编号|单据类型|摘要|应收增加|应收减少|应收余额|经办人
    |||上期结转|||1000.00|
    2026-01-05|XS1|销售单|销售|500.00||1500.00|张三
    2026-01-20|SK1|收款单|收款||700.00|800.00|张三
    2026-02-05|XS2|销售单|销售|300.00||1100.00|张三"""
DETAIL = """应收明细账||||||||
    单据日期|单据类型|单据编号|客户编码|客户|摘要|本期应收|本期收款|应收余额
    |||C1|甲公司|期初余额|||1000.00
    2026-01-05|销货单|XS1|C1|甲公司|销售|500.00||1500.00
    2026-01-20|收款单|SK1|C1|甲公司|收款||400.00|1100.00
    |||C1|甲公司|小计|500.00|400.00|1100.00
    |||||合计|500.00|400.00|1100.00"""


ASSIGNED = """核算项目明细账||||||||
    单位：某某公司||||期间：2026年01期至2026年03期||||
    日期|凭证字号|核算项目|科目|摘要|借方|贷方|方向|余额
    2026-01-01||甲公司|1122 应收账款|期初余额|||借|1000.00
    2026-01-05|记-1|甲公司|1122 应收账款|销售|500.00||借|1500.00
    2026-01-20|记-2|甲公司|1122 应收账款|收款||400.00|借|1100.00
    2026-01-31||甲公司|1122 应收账款|本期合计|500.00|400.00|借|1100.00
    2026-01-31||甲公司|1122 应收账款|本年累计|500.00|400.00|借|1100.00"""


@pytest.mark.parametrize("text", [STATEMENT, SHOP, DETAIL, ASSIGNED])
def test_a_running_balance_is_no_open_amount(text: str) -> None:
    """1,000 carried forward, and what came and went since: 1,100, never the sum of balances."""
    ledger = laid(delimited(table(text)), "对账.csv")
    assert ledger.source.form == "journal"
    assert balances(ledger) == {("甲公司", "CNY"): 1_100_00}
    assert ledger.items["kind"].tolist()[:3] == ["opening", "invoice", "receipt"]
    assert keys(ledger) == []
    assert ties_out(ledger)


SIGNED = """Type|Date|Num|Account|Amount|Balance
    Acme Inc|||||
    Invoice|08/15/2026|1001|1200 · Accounts Receivable|1,000.00|1,000.00
    Payment|08/25/2026|77|1200 · Accounts Receivable|-400.00|600.00
    Invoice|09/15/2026|1010|1200 · Accounts Receivable|300.00|900.00
    Total Acme Inc||||900.00|900.00
    Beta LLC|||||
    Invoice|08/20/2026|1002|1200 · Accounts Receivable|50.00|50.00
    Total Beta LLC||||50.00|50.00
    TOTAL||||950.00|950.00"""


def test_signed_amounts_beside_a_running_balance() -> None:
    """QuickBooks' customer balance detail: the account is the ledger's, not the customer's."""
    ledger = laid(delimited(table(SIGNED)), "Customer Balance Detail.csv")
    assert balances(ledger) == {("Acme Inc", "CNY"): 900_00, ("Beta LLC", "CNY"): 50_00}
    assert ledger.items["kind"].tolist() == ["invoice", "receipt", "invoice", "invoice"]
    assert counts(ledger) == {"header": 1, "group": 2, "item": 4, "subtotal": 2, "total": 1}
    assert ties_out(ledger)


NOTEBOOK = """客户|日期|送货金额|付款|结欠
    甲公司|2026-01-05|1000||1000
    甲公司|2026-01-15|500||1500
    甲公司|2026-01-25||700|800
    乙公司|2026-01-25|60||60"""
BY_NOTE = """客户|日期|单号|应收|已收|累计欠款
    甲公司|2026-01-05|1|1000||1000
    甲公司|2026-01-15|2|500||1500
    甲公司|2026-01-25|3||700|800
    乙公司|2026-01-25|4|60||60"""


@pytest.mark.parametrize("text", [NOTEBOOK, BY_NOTE])
def test_a_notebook_of_several_customers(text: str) -> None:
    """What is owed after each line is no document; where a customer begins it is its own line."""
    ledger = laid(delimited(table(text)), "欠款.csv")
    assert balances(ledger) == {("甲公司", "CNY"): 800_00, ("乙公司", "CNY"): 60_00}
    assert ledger.source.form == "journal"
    assert ties_out(ledger)


HALVED = """客户|单号|日期|应收|已收|余额
    甲公司|1|2026-01-05|400||400
    甲公司|2|2026-01-15|200||200
    甲公司|3|2026-01-25|100||100
    甲公司|4|2026-01-25|150|50|100"""


def test_open_items_that_halve_are_no_account() -> None:
    """400 less 200 is the 200 of the next row, by chance: each is its own row's amount."""
    ledger = laid(delimited(table(HALVED)), "欠款.csv")
    assert (ledger.source.form, balances(ledger)) == ("open-items", {("甲公司", "CNY"): 800_00})


CLASSIC = """应收账款明细账|||||||
    科目：1122 应收账款—甲公司|||||||
    2026年||凭证号|摘要|借方|贷方|借或贷|余额
    月|日||||||
    1|1||上年结转|||借|1000
    1|5|记1|销售|500||借|1500
    |9|记2|收款||700|借|800
    1|31||本月合计|500|700|借|800"""
ENGLISH = """Statement of account|||||
    Customer: 甲公司|||||
    Date|Reference|Description|Debit|Credit|Balance
    2026-01-01||Opening balance|||1,000.00
    2026-01-05|INV1|Invoice|500.00||1,500.00
    2026-01-09|R1|Payment||700.00|800.00
    2026-01-31||Closing balance|||800.00"""
BILLED = """Customer: 甲公司|||||
    Date|Reference|Description|Invoice Amount|Paid|Balance
    2026-01-01||Balance forward|||1,000.00
    2026-01-05|INV1|Invoice|500.00||1,500.00
    2026-01-09|R1|Payment||700.00|800.00"""


@pytest.mark.parametrize("text", [CLASSIC, ENGLISH, BILLED], ids=["classic", "english", "billed"])
def test_an_account_of_one_customer(text: str) -> None:
    """The customer stands in the title; the year of the classic form above 月 and 日."""
    ledger = laid(delimited(table(text)), "account.csv")
    assert balances(ledger) == {("甲公司", "CNY"): 800_00}
    assert ledger.items["kind"].tolist() == ["opening", "invoice", "receipt"]
    days = [str(d)[:10] for d in ledger.items["issue_date"]]
    assert days == ["NaT", "2026-01-05", "2026-01-09"]
    assert ties_out(ledger)
