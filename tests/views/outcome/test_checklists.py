"""What is asked before anybody is entrusted with a claim (R001-23)."""

from __future__ import annotations

import pytest

from arcollect.text import Lang, text
from arcollect.views.outcome.recover.page import LISTS


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        (1, ("执业许可证", "资产管理", "不找讨债公司"), ("Licence", "no debt-collection firm")),
        (2, ("同类案件",), ("Similar cases",)),
        (3, ("行业评价",), ("Reputation",)),
        (4, ("服务内容",), ("services",)),
        (5, ("收费标准",), ("Fees",)),
        (6, ("保密", "个人信息"), ("Confidentiality", "personal data")),
    ],
)
def test_the_agent_is_asked_for_everything_the_rule_names(number, zh, en):
    """Qualification, cases, reputation; services, fees, confidentiality."""
    assert number <= LISTS["agent"] == 6
    assert all(word in text(f"recover.agent_{number}", Lang.ZH) for word in zh)
    assert all(word in text(f"recover.agent_{number}", Lang.EN) for word in en)
