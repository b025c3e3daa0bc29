"""Headers of hand-made sheets, shortened as people shorten them."""

from __future__ import annotations

import pytest

from arcollect.ledger.headers.match import match_columns


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("开票日", "issue_date"),
        ("发票日", "issue_date"),
        ("欠款时间", "issue_date"),
        ("已收", "paid_minor"),
        ("未收", "open_minor"),
        ("尚欠", "open_minor"),
        ("未回款", "open_minor"),
    ],
)
def test_a_short_header_says_what_the_long_one_says(header: str, field: str) -> None:
    matching = match_columns(["客户", "应收金额", header], role="items")
    assert {m.field: m.header for m in matching.matches}[field] == header
