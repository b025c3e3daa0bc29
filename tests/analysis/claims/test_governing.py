"""Chinese law is spoken of only where it may govern."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.chase.deadline import pay_by
from arcollect.analysis.claims.governing import is_prc, placed
from arcollect.analysis.claims.late_fee import late_fee
from arcollect.analysis.claims.limits.limitation import limitation
from arcollect.analysis.outcome.provision.provide import Standard, provide
from arcollect.analysis.outcome.recover.option import Way
from arcollect.analysis.outcome.recover.weigh import recover
from arcollect.analysis.position import stand
from arcollect.register.entries import History
from arcollect.text import Lang, text
from arcollect.views.claims.clauses import Layout, clause, clause_paper
from arcollect.views.claims.limits import limits_tables
from arcollect.views.outcome.provision.page import provision_pages
from arcollect.views.outcome.recover.page import notes
from arcollect.views.table import Table

BRISTOL = {"company": [{"name": "Quay Parts Ltd", "address": "3 Quay Road, Bristol BS1, UK"}]}
OLD = """
    customer       due_date    amount   currency
    Albion Ltd     2022-10-30  9,000    GBP
"""
AS_OF = day("2026-10-31")


@pytest.mark.parametrize(
    ("company", "governs"),
    [
        ({"name": "宏远轴承有限公司"}, True),
        ({"name": "Hongyuan Co., Ltd", "address_en": "Ningbo, P.R. China"}, True),
        ({"name": "Hongyuan Co., Ltd", "address": "Ningbo, PRC"}, True),
        (BRISTOL["company"][0], False),
        ({"name": "China Street Foods Ltd", "address": "Leeds"}, False),
        ({"name": "Quay Parts (China) Ltd"}, True),
    ],
)
def test_our_own_name_and_place_come_first(company, governs):
    items = ledger("customer  due_date  amount  currency\nA  2026-01-01  1  CNY").items
    assert is_prc(policy(company=[company]), items) is governs
    assert not is_prc(policy(company=[company], law="other"), items)
    assert is_prc(policy(company=[company], law="prc"), items)


@pytest.mark.parametrize(
    ("rows", "governs"),
    [
        ("Albion  2026-01-01  1  USD", False),
        ("Albion  2026-01-01  1  USD\nB  2026-01-01  1  CNY", True),
        ("甲公司  2026-01-01  1  USD", True),
        ("甲公司  2026-01-01  1  USD\nA  2026-01-01  1  USD\nB  2026-01-01  1  USD", False),
    ],
)
def test_else_the_yuan_or_the_customers_names_tell(rows, governs):
    items = ledger(f"customer  due_date  amount  currency\n{rows}").items
    assert is_prc(policy(), items) is governs


def test_an_own_company_in_the_ledger_tells_too():
    items = ledger(
        "company  customer  due_date  amount  currency\n宁波  A  2026-01-01  1  USD"
    ).items
    assert is_prc(policy(), items)


def stood(**sections):
    rules = policy(**sections)
    return stand(ledger(OLD), AS_OF, rules), rules


@pytest.mark.parametrize("lang", Lang)
def test_limitation_abroad_is_an_assumption_and_a_question(lang):
    position, rules = stood(**BRISTOL)
    found = limitation(position, History(), rules)
    said = " ".join(n for t in limits_tables(found, lang) for n in t.notes)
    assert not any(word in said for word in ("Civil Code", "民法典"))
    assert "limits.years" in said
    home, at_home = stood(law="prc")
    said = " ".join(
        n for t in limits_tables(limitation(home, History(), at_home), lang) for n in t.notes
    )
    assert any(word in said for word in ("Civil Code 188", "民法典第188"))


def test_no_chinese_court_fee_on_a_foreign_claim():
    position, rules = stood(**BRISTOL, rates={"GBP": "9"})
    found = recover(position, late_fee(position, rules), rules)
    (weighed,) = found.weighed
    keys = {o.way: o.missing and o.missing.key for o in weighed.options}
    for way in (Way.LAWSUIT, Way.SMALL_CLAIMS, Way.PAYMENT_ORDER):
        assert keys[way] == "recover_why.court_elsewhere"
    assert text("recover.licensed", Lang.EN) not in notes(found, Lang.EN)


def test_nothing_is_said_about_tax_abroad():
    position, rules = stood(**BRISTOL)
    found = provide(position, rules, Standard.IFRS)
    assert {c.list for c in found.candidates} == {"internal", "books"}
    tables = [
        t
        for page in provision_pages(found, AS_OF, Lang.EN)
        for t in page.parts
        if isinstance(t, Table)
    ]
    assert "provision.proof" not in {t.key for t in tables}
    assert not any("tax" in t.title.lower() for t in tables)
    assert not any("State Taxation" in n or "Income Tax Law" in n for t in tables for n in t.notes)


@pytest.mark.parametrize("lang", Lang)
def test_clauses_abroad_ask_a_lawyer_instead(lang):
    paper = str(clause_paper(policy(**BRISTOL), lang, AS_OF, Layout.ONE).blocks)
    assert not any(word in paper for word in ("Civil Code", "LPR", "民法典", "people's court"))
    assert "Bristol" in clause(
        policy(**BRISTOL, clauses={"jurisdiction": "Bristol"}), "jurisdiction", lang
    )


def test_a_letter_from_abroad_keeps_its_day():
    """A week from 25 September is 2 October: a holiday in China, a Friday in Bristol."""
    items = ledger(OLD).items
    written = dt.date(2026, 9, 25)
    assert pay_by(written, placed(policy(**BRISTOL), items)) == dt.date(2026, 10, 2)
    china = placed(policy(**BRISTOL, calendar="china"), items)
    assert pay_by(written, china) == dt.date(2026, 10, 8)
    assert pay_by(written, placed(policy(law="prc"), items)) == dt.date(2026, 10, 8)
