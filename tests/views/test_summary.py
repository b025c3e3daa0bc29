"""The one line "what to do first"."""

from __future__ import annotations

from tests.views.reading import findings_of

from arcollect.policy import Policy
from arcollect.text import Lang
from arcollect.views.summary import debtors_table, what_first

RATES = Policy.model_validate({"rates": {"JPY": "0.005"}})


def test_the_worst_debtor_is_so_in_money_not_in_figures():
    """1,000,000 yen are 5,000.00 yuan here, less than 9,000.00 (900,000 fen)."""
    csv = """
        客户名称,单据编号,到期日,币种,未收金额
        日本客户,A1,2026-10-01,JPY,1000000
        国内客户,A2,2026-10-01,CNY,9000.00
        """
    assert "国内客户" in what_first(findings_of(csv, policy=RATES), Lang.EN)


def test_one_customer_of_two_own_companies_is_told_apart():
    csv = """
        我方公司,客户名称,单据编号,到期日,未收金额
        甲贸易,丙公司,A1,2026-10-01,100.00
        乙贸易,丙公司,B1,2026-10-01,30.00
        乙贸易,丁公司,B2,2026-10-01,20.00
        """
    found = findings_of(csv)
    names = debtors_table(found, found.aging.totals[0], Lang.ZH).columns[0].values
    assert list(names) == ["丙公司（甲贸易）", "丙公司（乙贸易）", "丁公司"]
