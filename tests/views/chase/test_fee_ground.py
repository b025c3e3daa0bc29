"""A letter claims a fee by the right it really has, and calls it by its name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.analysis.build import day, frame, ledger, policy

from arcollect.analysis.chase.dunning import dun
from arcollect.analysis.claims.late_fee import late_fee
from arcollect.analysis.position import stand
from arcollect.ledger.schema import CONTACT_COLUMNS
from arcollect.text import Lang
from arcollect.views.chase.letter import compose

US = {"name": "我司有限公司", "is_sme": True}
ITEMS = """
    customer  document_no  due_date    amount   customer_type
    甲厂      A1           2025-07-01  180,000  large
    """


def said(lang, **fee):
    rules = policy(fee=fee, company=[US])
    boss = [{"customer": "甲厂", "contact": "刘总", "role": "owner"}]
    book = replace(ledger(ITEMS), contacts=frame(CONTACT_COLUMNS, boss))
    position = stand(book, day("2025-10-20"), rules)  # 111 days: L3
    (letter,) = compose(dun(position, late_fee(position, rules), rules), rules, lang)
    assert letter.notice.level == "L3"
    return repr(letter.blocks)


@pytest.mark.parametrize(
    ("lang", "cites"),
    [
        (Lang.ZH, "根据《保障中小企业款项支付条例》第十七条，逾期付款按每日万分之五计收逾期利息"),
        (Lang.EN, "Under article 17 of the Regulations on Ensuring Payments"),
    ],
)
def test_the_sme_rule_is_cited_and_no_contract(lang, cites):
    letter = said(lang, basis="sme")
    assert cites in letter
    assert "违约金" not in letter
    assert "9,990.00" in letter  # 180,000 x 0.05 % x 111


def test_an_lpr_shows_its_annual_rate_and_day_basis():
    lpr = [{"since": "2025-05-20", "rate": "3.00%"}]
    letter = said(Lang.ZH, basis="lpr", lpr=lpr)
    assert "第十八条第四款，逾期付款按年利率3.9%（一年按365天折算）计收逾期付款损失" in letter
    assert "180,000.00×3.9%÷365×111天=2,134.85" in letter  # 180,000 x 0.039 x 111 / 365
    assert "违约金" not in letter


def test_a_contract_is_cited_as_before():
    letter = said(Lang.ZH, basis="contract", clause="第5条")
    assert "根据合同第5条，逾期付款按每日万分之五计收违约金" in letter
