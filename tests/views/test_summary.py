"""The one line "what to do first"."""

from __future__ import annotations

from tests.views.reading import findings_of, table

from arcollect.policy import Policy
from arcollect.text import Lang
from arcollect.views.boss import boss_page
from arcollect.views.summary import (
    aging_chart,
    debtors_table,
    headline_figures,
    summary_page,
    what_first,
)
from arcollect.views.table import Table

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
    assert list(names) == ["丙公司 · 甲贸易", "丙公司 · 乙贸易", "丁公司"]


def test_a_twin_that_is_not_in_the_list_still_tells_them_apart():
    csv = """
        我方公司,客户名称,单据编号,到期日,未收金额
        甲贸易,丙公司,A1,2026-10-01,100.00
        乙贸易,丙公司,B1,2026-12-31,30.00
        """
    found = findings_of(csv)
    names = debtors_table(found, found.aging.totals[0], Lang.ZH).columns[0].values
    assert list(names) == ["丙公司 · 甲贸易"]


def test_where_all_is_paid_one_sentence_says_so():
    csv = """
        客户名称,单据编号,单据日期,到期日,应收金额,未收金额
        丙公司,A1,2026-09-01,2026-10-01,100.00,0
        丁公司,A2,2026-09-01,2026-10-01,50.00,0
        """
    found = findings_of(csv)
    said = "截至 2026-10-31 没有未收款：文件中的 2 张单据都已结清。"
    assert said in summary_page(found, Lang.ZH).parts
    assert said in boss_page(found, Lang.ZH).parts


UNDATED = """
    客户名称,单据编号,单据日期,未收金额
    丙公司,A1,2026-01-01,100.00
    """


def test_without_a_due_date_nobody_is_told_that_nothing_is_overdue():
    found = findings_of(UNDATED, policy=Policy.model_validate({"aging": {"basis": "issue"}}))
    open_, overdue, *rest = headline_figures(found, found.aging.totals[0], Lang.ZH)
    assert open_.formula == "100.00"
    assert (overdue.shown, overdue.verdict) == ("—", "没有到期日，无从判断是否逾期")
    assert rest == []
    assert "补上到期日" in what_first(found, Lang.ZH)


def test_by_document_date_no_bucket_is_called_not_due():
    csv = UNDATED + "丁公司,A2,,50.00"
    found = findings_of(csv, policy=Policy.model_validate({"aging": {"basis": "issue"}}))
    bars = aging_chart(found, found.aging.totals[0], Lang.ZH).bars
    labels = ["0天", "1-30天", "31-90天", "91-180天", "180天以上", "无单据日期"]
    assert [bar.label for bar in bars] == labels


def test_two_currencies_stand_side_by_side_on_the_boss_page():
    csv = """
        客户名称,单据编号,到期日,币种,未收金额
        丙公司,A1,2026-10-01,CNY,100.00
        丁公司,A2,2026-10-01,USD,50.00
        """
    page = boss_page(findings_of(csv), Lang.ZH)
    beside = [page.parts[n] for n in page.beside]
    tables = [part.key for part in beside if isinstance(part, Table)]
    assert tables == ["debtors.USD"]


def test_the_pool_says_of_what_its_shares_are():
    """200.00 of 250.00 are 80 %; of all that is overdue, 350.00, they would be 57.14 %."""
    csv = """
        客户名称,单据编号,到期日,未收金额,客户类型
        甲公司,A1,2026-06-30,200.00,
        乙公司,B1,2026-10-30,50.00,
        丙公司,C1,2026-06-30,100.00,关联方
        """
    page = summary_page(findings_of(csv), Lang.EN)
    assert [str(row["share"]) for row in table(page, "pool")] == ["0.800000"]
    said = "CNY: the shares are of 250.00: 350.00 overdue less 100.00 that is listed apart."
    (pool,) = [p for p in page.parts if isinstance(p, Table) and p.key == "pool"]
    assert said in pool.notes


def test_where_the_shares_are_of_all_no_words_are_lost():
    csv = """
        客户名称,单据编号,到期日,未收金额
        甲公司,A1,2026-06-30,200.00
        """
    page = summary_page(findings_of(csv), Lang.EN)
    (pool,) = [p for p in page.parts if isinstance(p, Table) and p.key == "pool"]
    assert not [note for note in pool.notes if "listed apart" in note]
