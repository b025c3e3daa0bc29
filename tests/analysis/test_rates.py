"""In which currency limits count."""

from __future__ import annotations

import pytest
from tests.analysis.build import ledger, policy

from arcollect.analysis.rates import settled

POUNDS = "customer  due_date  amount  currency\n甲  2026-01-01  100  GBP"
BOTH = f"{POUNDS}\n乙  2026-01-01  100  USD"


@pytest.mark.parametrize(
    ("rows", "said", "expected"),
    [
        (POUNDS, {}, "GBP"),
        (BOTH, {}, "CNY"),  # two: neither is the one
        (POUNDS, {"base_currency": "CNY"}, "CNY"),  # typed in, even as the default
        (POUNDS, {"rates": {"GBP": "9.1"}}, "CNY"),  # a rate says what the base is
        (POUNDS.replace("GBP", "CNY"), {}, "CNY"),
        (POUNDS, {"in_base_currency": True}, "GBP"),
    ],
)
def test_limits_count_in_the_only_currency_of_the_ledger(rows, said, expected):
    assert settled(policy(**said), ledger(rows)).base_currency == expected


def test_receipts_count_too():
    paid = "customer  date  amount  currency\n甲  2026-01-01  1  EUR"
    assert settled(policy(), ledger(POUNDS, receipts=paid)).base_currency == "CNY"
