"""Sheets beside the items that name no currency."""

from __future__ import annotations

import pytest
from tests.ledger.fake import Desk, sheet, table

from arcollect.policy import Policy

ITEMS = """客户名称|单据编号|到期日|未收金额|币种
    甲|A1|2026-02-01|100|GBP
    乙|B1|2026-02-02|50|{}"""
RECEIPTS = "收款日期|客户名称|收款金额\n2026-01-05|甲|30"
LIMITS = "客户名称|信用额度\n甲|100000"


@pytest.mark.parametrize(("second", "currency", "told"), [("GBP", "GBP", 2), ("USD", "CNY", 0)])
def test_they_are_in_the_only_currency_of_the_items(
    desk: Desk, second: str, currency: str, told: int
) -> None:
    """A receipt in another currency would never pay; with two currencies nothing is assumed."""
    asked = (table(ITEMS.format(second)), table(RECEIPTS), table(LIMITS))
    ledger = desk.read(*(sheet(rows, name) for rows, name in zip(asked, "明收客", strict=True)))
    assert ledger.receipts["currency"].tolist() == [currency]
    assert ledger.customers["currency"].tolist() == [currency]
    said = [p for p in ledger.problems if p.said.key == "reading.ledger_currency"]
    assert len(said) == told


def test_what_the_policy_says_of_such_amounts_holds(desk: Desk) -> None:
    rules = Policy(default_currency="CNY")
    sheets = sheet(table(ITEMS.format("GBP")), "明"), sheet(table(RECEIPTS), "收")
    ledger = desk.read(*sheets, policy=rules)
    assert ledger.receipts["currency"].tolist() == ["CNY"]
