"""The late fees as people read them."""

from __future__ import annotations

import pytest
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.claims.by_law import fees_by_law
from arcollect.analysis.claims.late_fee import late_fee
from arcollect.analysis.position import stand
from arcollect.text import Lang
from arcollect.views.claims.fee_by_law import law_tables
from arcollect.views.claims.late_fee import fee_tables

JULY = day("2023-07-18")
ITEMS = """
    customer  document_no  due_date    amount   fee_rate_per_day
    甲        A1           2023-04-11  180,000  0.0005
    甲        A2           2023-04-11  20,000   0.0005
    乙        B1           2023-04-11  5,000    -
    """
RECEIPTS = "date  customer  reference  amount\n2023-05-21  甲  A2  20,000"
LPR = [{"since": "2022-08-22", "rate": "3.65%"}]


def tables(lang=Lang.ZH, *, steps_first=False, **fee):
    rules = policy(fee=fee)
    found = late_fee(stand(ledger(ITEMS, receipts=RECEIPTS), JULY, rules), rules)
    return {t.key: t for t in fee_tables(found, lang, steps_first=steps_first)}


def cells(table, key):
    return next(list(c.values) for c in table.columns if c.key == key)


def test_the_formula_can_be_repeated_by_hand():
    shown = tables()["fee.CNY"]
    assert cells(shown, "formula") == ["180,000.00×0.05%×98 = 8,820.00"]


def test_an_annual_rate_names_its_day_basis():
    items = "customer  document_no  due_date  amount\n甲  A1  2023-04-11  180,000"
    rules = policy(fee={"basis": "lpr", "lpr": LPR})
    found = late_fee(stand(ledger(items), JULY, rules), rules)
    shown = fee_tables(found, Lang.EN)[0]
    assert cells(shown, "formula") == ["180,000.00×4.745%÷365×98 = 2,293.20"]  # G-06f, U-33
    assert "published 2022-08-22" in cells(shown, "basis")[0]
    assert "over 365 days" in cells(shown, "basis")[0]


def test_what_was_paid_late_stands_in_its_own_table():
    kept = tables()["fee.settled.CNY"]
    assert cells(kept, "document_no") == ["A2"]
    assert str(kept.columns[5].total) == "400.00"  # 20,000 x 0.05 % x 40


@pytest.mark.parametrize("lang", Lang)
def test_what_has_no_basis_is_counted(lang):
    assert any("CNY 5,000.00" in note for note in tables(lang)["fee.CNY"].notes)


def test_the_yardstick_only_where_an_lpr_is_given():
    assert "fee.yardstick.CNY" not in tables()
    shown = tables(lpr=LPR)["fee.yardstick.CNY"]
    assert [str(v) for v in cells(shown, "four")] == ["7056.00", "320.00"]  # R-LAW-02
    assert "不是法定标准" in shown.notes[0]


def test_steps_may_be_the_main_table():
    assert next(iter(tables(steps_first=True))) == "fee.steps.CNY"
    assert cells(tables()["fee.steps.CNY"], "days") == [98, 40]


def test_by_law_beside_the_books():
    rules = policy(fee={"allocate": "law"})
    position = stand(ledger(ITEMS, receipts=RECEIPTS), JULY, rules)
    shown = {t.key: t for t in law_tables(fees_by_law(position, rules), Lang.ZH)}
    balances = shown["fee.law.CNY"]
    rows = dict(zip(cells(balances, "document_no"), cells(balances, "principal"), strict=True))
    # 20,000 on day 40: 400.00 of it to the fee, so that much principal stays open
    assert str(rows["A2"]) == "400.00"
    assert [str(v) for v in cells(shown["fee.shares.CNY"], "to_fee")] == ["400.00"]


def test_with_several_own_companies_each_fee_says_whose_it_is():
    """U-06: the sum of a currency is over both, what may be claimed is not."""
    rules = policy()
    two = """
        company  customer  document_no  due_date    amount   fee_rate_per_day
        子公司一   甲        A1           2023-04-11  180,000  0.0005
        子公司二   甲        A2           2023-04-11  20,000   0.0005
    """
    found = late_fee(stand(ledger(two), JULY, rules), rules)
    (shown, *_) = fee_tables(found, Lang.ZH)
    assert sorted(cells(shown, "company")) == ["子公司一", "子公司二"]
    assert not [c for c in tables()["fee.CNY"].columns if c.key == "company"]
