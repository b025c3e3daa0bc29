"""Lists in groups: the name, the age or the sum stands on a row of its own."""

from __future__ import annotations

import pytest
from tests.ledger.layouts.made import balances, counts, delimited, keys, laid, table, ties_out

from arcollect.errors import LedgerError

ACME, BETA = ("Acme Inc", "CNY"), ("Beta LLC", "CNY")

NAMES_IN_FRONT = """|Type|Date|Num|P. O. #|Terms|Due Date|Aging|Open Balance
    Acme Inc||||||||
    |Invoice|09/15/2026|1010||Net 30|10/15/2026||1,000.00
    |Invoice|08/15/2026|1001||Net 30|09/14/2026|16|1,000.00
    Total Acme Inc||||||||2,000.00
    Beta LLC||||||||
    |Credit Memo|08/20/2026|1002|||08/20/2026|41|-50.00
    Total Beta LLC||||||||-50.00
    TOTAL||||||||1,950.00"""
NAMES_AS_TYPES = """Type|Date|Num|P. O. #|Terms|Due Date|Aging|Open Balance
    Acme Inc|||||||
    Invoice|09/15/2026|1010||Net 30|10/15/2026||1,000.00
    Invoice|08/15/2026|1001||Net 30|09/14/2026|16|1,000.00
    Total Acme Inc|||||||2,000.00
    Beta LLC|||||||
    Credit Memo|08/20/2026|1002|||08/20/2026|41|-50.00
    Total Beta LLC|||||||-50.00
    TOTAL|||||||1,950.00"""
NAMES_AS_DATES = """Date|Transaction type|Num|Due date|Amount|Open balance|Balance
    Acme Inc||||||
    08/15/2026|Invoice|1001|09/14/2026|2,000.00|1,000.00|1,000.00
    09/15/2026|Invoice|1010|10/15/2026|1,000.00|1,000.00|2,000.00
    Total for Acme Inc||||3,000.00|2,000.00|
    Beta LLC||||||
    08/20/2026|Credit Memo|1002|08/20/2026|-50.00|-50.00|-50.00
    Total for Beta LLC||||-50.00|-50.00|
    TOTAL||||2,950.00|1,950.00|"""
AGES_IN_FRONT = """|Type|Date|Num|P. O. #|Name|Terms|Due Date|Class|Aging|Open Balance
    Current||||||||||
    |Invoice|09/15/2026|1010||Acme Inc|Net 30|10/15/2026|||1,000.00
    Total Current||||||||||1,000.00
    1 - 30||||||||||
    |Invoice|08/15/2026|1001||Acme Inc|Net 30|09/14/2026||16|1,000.00
    |Credit Memo|08/20/2026|1002||Beta LLC||08/20/2026||41|-50.00
    Total 1 - 30||||||||||950.00
    TOTAL||||||||||1,950.00"""
AGES_AS_TYPES = """Type|Date|Num|Name|Due Date|Open Balance
    Current|||||
    Invoice|09/15/2026|1010|Acme Inc|10/15/2026|1,000.00
    Total Current|||||1,000.00
    1 - 30|||||
    Invoice|08/15/2026|1001|Acme Inc|09/14/2026|1,000.00
    Credit Memo|08/20/2026|1002|Beta LLC|08/20/2026|-50.00
    Total 1 - 30|||||950.00
    TOTAL|||||1,950.00"""
AGES_AS_DATES = """Date|Transaction type|Num|Customer full name|Due date|Amount|Open balance
    1 - 30 days past due||||||
    08/15/2026|Invoice|1001|Acme Inc|09/14/2026|1,000.00|1,000.00
    08/20/2026|Credit Memo|1002|Beta LLC|08/20/2026|-50.00|-50.00
    Total for 1 - 30 days past due|||||950.00|950.00
    Current||||||
    09/15/2026|Invoice|1010|Acme Inc|10/15/2026|1,000.00|1,000.00
    Total for Current|||||1,000.00|1,000.00
    TOTAL|||||1,950.00|1,950.00"""
DASHED = """Customer|Transaction Type|Date|Document Number|P.O. No.|Due Date|Age|Open Balance
    Acme Inc|||||||
    |Invoice|8/15/2026|1001|PO1|9/14/2026|16|1,000.00
    |Invoice|9/15/2026|1010|PO1|10/15/2026||1,000.00
    Total - Acme Inc|||||||2,000.00
    Beta LLC|||||||
    |Credit Memo|8/20/2026|1002||8/20/2026|41|(50.00)
    Total - Beta LLC|||||||(50.00)
    Total|||||||1,950.00"""
SUMMED = """Customer|Reference|Invoice Date|Due Date|At Date|1 - 30|31 - 60|Older|Total
    Acme Inc||||1000|1000|0|0|2000
    |INV/2026/0001|2026-08-15|2026-09-14|0|1000|0|0|1000
    |INV/2026/0002|2026-09-15|2026-10-15|1000|0|0|0|1000
    Beta LLC||||0|0|-50|0|-50
    |CM/2026/0001|2026-08-20|2026-08-20|0|0|-50|0|-50
    Total||||1000|1000|-50|0|1950"""
GROUPED = {
    "names in front": NAMES_IN_FRONT,
    "names as types": NAMES_AS_TYPES,
    "names as dates": NAMES_AS_DATES,
    "ages in front": AGES_IN_FRONT,
    "ages as types": AGES_AS_TYPES,
    "ages as dates": AGES_AS_DATES,
    "dashed totals": DASHED,
    "sums above": SUMMED,
}


@pytest.mark.parametrize("name", GROUPED)
def test_every_document_has_its_customer_and_no_sum_counts(name: str) -> None:
    """Two invoices of 1,000 each and a credit of 50, however they are grouped."""
    ledger = laid(delimited(table(GROUPED[name])), "open.csv")
    assert balances(ledger) == {ACME: 2_000_00, BETA: -50_00}
    assert counts(ledger)["item"] == 3
    assert ledger.items["stated_due_date"].notna().all()
    assert not {"ledger.no_customer", "ledger.printed_total"} & set(keys(ledger))
    assert ties_out(ledger)


def test_an_age_is_nobody_who_owes() -> None:
    alone = (
        "Date|Transaction type|Num|Due date|Open balance\n"
        "91 or more days past due||||\n"
        "08/15/2026|Invoice|1001|09/14/2026|1,000.00\n"
        "Current||||\n"
        "08/25/2026|Invoice|1003|09/24/2026|1,000.00\n"
        "TOTAL||||2,000.00\n"
    )
    with pytest.raises(LedgerError, match="no_items"):
        laid(delimited(table(alone)), "open.csv")


SHARES = """Date|Due Date|Number|Total
    Acme Inc|||
    2026-08-15|2026-09-14|1001|1,000.00
    Total Acme Inc|||1,000.00
    Total|||1,000.00
    Percentage of total|||1"""


def test_the_share_of_a_total_is_no_money() -> None:
    ledger = laid(delimited(table(SHARES)), "aged.csv")
    assert balances(ledger) == {ACME: 1_000_00}
    assert "ledger.bad_date" not in keys(ledger)


CLOSED = """客户|凭证编号|凭证类型|凭证日期|净到期日|净到期日后的逾期天数|本币金额|本币|文本|分配
    100012|1800000012|RV|2026/8/15|2026/9/14|16|1,000.00|CNY|a|b
    100012|1800000013|DG|2026/8/20|2026/8/20|41|50.00-|CNY|a|b
    100012||||||950.00|CNY||"""


def test_sap_repeats_the_currency_where_it_closes_an_account() -> None:
    ledger = laid(delimited(table(CLOSED)), "FBL5N.csv")
    assert balances(ledger) == {("100012", "CNY"): 950_00}
    assert counts(ledger) == {"header": 1, "item": 2, "subtotal": 1}


NOT_CLOSED = """客户编码|单据编号|到期日|未收金额
    1001|9001|2026-01-31|100.00
    1001|||70.00
    1002|9003|2026-01-31|70.00
    1002|||30.00"""


def test_a_row_that_adds_up_nothing_is_no_total_in_a_csv_either() -> None:
    ledger = laid(delimited(table(NOT_CLOSED)), "ledger.csv")
    assert balances(ledger) == {("1001", "CNY"): 170_00, ("1002", "CNY"): 100_00}
