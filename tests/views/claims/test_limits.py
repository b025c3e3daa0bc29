"""The limitation tables foot with what is open."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.views.reading import AS_OF, ledger_of

from arcollect.analysis.claims.limits.limitation import limitation
from arcollect.analysis.position import stand
from arcollect.policy import Policy
from arcollect.register.entries import History
from arcollect.text import Lang
from arcollect.views.claims.limits import limits_pages, limits_tables

LEDGER = """
    客户名称,单据编号,单据日期,到期日,币别,未收金额,保证人
    甲公司,A1,2023-08-01,2023-12-30,CNY,100.00,乙公司
    甲公司,A2,2026-10-01,2026-11-30,CNY,50.05,
    [/],=1+1,2026-10-01,2026-11-30,USD,7.00,
    丙公司,C1,2026-10-01,,CNY,3.00,
"""


def found():
    position = stand(ledger_of(LEDGER), AS_OF, Policy())
    return limitation(position, History(), Policy())


def column(table, key):
    return next(c for c in table.columns if c.key == key)


@pytest.mark.parametrize("every", [True, False])
@pytest.mark.parametrize("lang", list(Lang))
def test_both_tables_add_up_to_all_that_is_open(lang, every):
    documents, sums, guarantees = limits_tables(found(), lang, every=every)
    for table in (documents, sums):
        pairs = zip(column(table, "currency").values, column(table, "open").values, strict=True)
        money = list(pairs)
        assert sum(v for c, v in money if c == "CNY") == Decimal("153.05")
        assert sum(v for c, v in money if c == "USD") == Decimal("7.00")
    assert len(guarantees) == 1


def test_the_first_line_names_what_can_still_be_saved():
    [page] = limits_pages(found(), Lang.ZH)
    assert page.first.startswith("甲公司 的 A1 诉讼时效到 2026-12-30（还剩 60 天）")


def test_a_hostile_name_stays_what_it_is():
    documents = limits_tables(found(), Lang.EN, every=True)[0]
    assert "=1+1" in column(documents, "document_no").values
