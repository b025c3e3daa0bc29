"""`explain`: every figure back to its cell or its rule."""

from __future__ import annotations

import pytest
from tests.views.reading import findings_of, table

from arcollect.errors import UsageError
from arcollect.policy import Policy
from arcollect.text import Lang, say
from arcollect.views.explain import explain_page
from arcollect.views.table import Table

LEDGER = """
    客户编码,客户名称,单据编号,发票号码,单据日期,付款条件,到期日,应收金额,已收金额,未收金额,日违约金率,违约金条款
    C1,甲公司,A1,2600001,2026-03-05,月结60,,180000.00,0,180000.00,0.0005,第8条
    C1,甲公司,A2,2600002,2026-10-01,,2026-11-30,50.00,20.00,30.00,,
    C2,乙公司,B1,2600003,2026-10-01,,,70.00,0,70.00,,
    C2,乙公司,A2,2600004,2026-08-01,,2026-09-01,10.00,0,10.00,,
"""


@pytest.fixture(scope="module")
def found():
    return findings_of(LEDGER)


def trail(found, what):
    page = explain_page(found, Lang.EN, what)
    return {row["what"]: (row["value"], row["from"]) for row in table(page, "trail")}


def test_figures_name_their_cells(found):
    facts = trail(found, "A1")
    assert facts["Customer name"] == ("甲公司", "账!B2")
    assert facts["Open amount"] == ("180,000.00", "账!J2")


def test_a_due_date_from_terms_names_the_terms(found):
    """U-01: 月结60, issued 2026-03-05: 2026-03-31 + 60 days = 2026-05-30."""
    value, origin = trail(found, "A1")["Due date"]
    assert value == "2026-05-30"
    assert "月结60" in origin


def test_days_and_bucket(found):
    facts = trail(found, "A1")
    assert facts["Days past due"][0] == "154"  # May 30 to October 31
    assert facts["Bucket"][0] == "91-180 days"


def test_without_due_date_it_says_so(found):
    facts = trail(found, "B1")
    assert facts["Due date"] == ("—", "no due date and no terms")
    assert facts["Bucket"][0] == "No due date"


def test_the_fee_is_shown_step_by_step(found):
    """180,000.00 at 0.05 % a day for 154 days = 13,860.00."""
    page = explain_page(found, Lang.EN, "A1")
    fees = [p for p in page.parts if isinstance(p, Table) and "fee" in p.key]
    values = [str(v) for t in fees for c in t.columns for v in c.values]
    assert "13860.00" in values
    assert "154" in values


def test_an_invoice_number_does_too(found):
    assert trail(found, " 2600001 ") == trail(found, "A1")


def test_a_number_of_two_customers_shows_both(found):
    page = explain_page(found, Lang.EN, "a2")
    assert sum(isinstance(p, Table) and p.key == "trail" for p in page.parts) == 2


def test_a_customer_shows_documents_grade_pool_and_letter(found):
    page = explain_page(found, Lang.EN, "乙公司")
    rows = table(page, "documents.CNY")
    assert [(r["document"], r["days"], str(r["open"])) for r in rows] == [
        ("A2", 60, "10.00"),
        ("B1", None, "70.00"),
    ]
    said = [part for part in page.parts if isinstance(part, str)]
    assert any("focus pool" in line for line in said)
    assert any("etter" in line for line in said)


def test_part_of_a_name_is_enough_if_it_is_one_customer(found):
    assert explain_page(found, Lang.ZH, "甲").parts == explain_page(found, Lang.ZH, "C1").parts


@pytest.mark.parametrize(("what", "said"), [("公司", "甲公司"), ("X99", "neither")])
def test_nobody_or_several_is_an_error(found, what, said):
    with pytest.raises(UsageError) as caught:
        explain_page(found, Lang.EN, what)
    assert said in say(caught.value.said, Lang.EN)


def test_the_nearest_number_is_offered(found):
    with pytest.raises(UsageError) as caught:
        explain_page(found, Lang.EN, "260001")
    hint = caught.value.hint
    assert hint is not None
    assert "2600001" in say(hint, Lang.EN)


def test_without_basis_no_fee_is_shown():
    page = explain_page(findings_of(LEDGER, policy=Policy()), Lang.EN, "2600004")
    assert "No contractual basis: no late fee." in page.parts


PAID = """
    客户编码,客户名称,单据编号,发票号码,单据日期,到期日,应收金额,单据类型
    C1,甲公司,,F1,2026-06-01,2026-07-01,1000.00,销售发票
    C1,甲公司,R7,F1,2026-08-10,,400.00,收款单
    C2,甲方公司,,F2,2026-06-01,2026-07-01,500.00,销售发票
    C2,甲方公司,R8,,2026-08-11,,200.00,收款单
"""


def test_a_receipt_is_named_with_its_own_row():
    page = explain_page(findings_of(PAID), Lang.EN, "F2")
    (row,) = table(explain_page(findings_of(PAID), Lang.EN, "R7"), "matches")
    assert (row["credit"], row["credit_row"], row["row"]) == ("R7", "账!3", "账!2")
    assert row["paid"] == "F1"
    assert not [p for p in page.parts if isinstance(p, Table) and p.key == "matches"]


def test_a_fragment_says_whose_page_it_is():
    page = explain_page(findings_of(PAID), Lang.EN, "方公")
    assert page.title == "Where it comes from: 甲方公司"


def test_two_customers_of_one_fragment_are_named():
    with pytest.raises(UsageError) as caught:
        explain_page(findings_of(PAID), Lang.EN, "甲")
    assert caught.value.said.facts["names"] == ["甲公司", "甲方公司"]


def test_a_unit_in_the_header_is_shown_with_the_cell():
    book = findings_of("""
        客户名称,单据编号,到期日,应收金额(万元),未收金额(万元)
        甲公司,A1,2026-06-30,1.5,1.00
    """)
    facts = trail(book, "A1")
    assert facts["Invoice amount"] == ("15,000.00", "账!D2: 1.5 × 10,000")
    assert facts["Open amount"] == ("10,000.00", "账!E2: 1.00 × 10,000")


def test_a_cell_that_names_its_own_unit_is_multiplied_by_nothing():
    book = findings_of("""
        客户名称,单据编号,到期日,应收金额(万元),未收金额(万元)
        甲公司,A1,2026-06-30,12.5万,"50,000元"
    """)
    facts = trail(book, "A1")
    assert facts["Invoice amount"] == ("125,000.00", "账!D2: 12.5万")
    assert facts["Open amount"] == ("50,000.00", "账!E2: 50,000元")


TWO_COMPANIES = """
    我方公司,客户名称,单据编号,单据日期,到期日,应收金额,未收金额
    甲贸易,丙公司,A1,2026-08-01,2026-09-01,100.00,100.00
    乙贸易,丙公司,B1,2026-08-01,2026-09-01,30.00,30.00
"""


def test_the_documents_of_two_own_companies_are_never_added():
    """U-06: one table of each, 100.00 and 30.00."""
    page = explain_page(findings_of(TWO_COMPANIES), Lang.ZH, "丙公司")
    tables = {t.title: t for t in page.parts if isinstance(t, Table) and "未收单据" in t.title}
    assert set(tables) == {"甲贸易的未收单据（CNY）", "乙贸易的未收单据（CNY）"}


TWO = """
    我方公司,客户名称,单据编号,单据日期,到期日,未收金额
    甲贸易,丙公司,A1,2026-08-01,2026-09-01,100.00
    乙贸易,丙公司,B1,2026-08-01,2026-09-01,30.00
    乙贸易,丙公司,R1,2026-10-01,,-20.00
"""


def test_a_credit_names_its_row_and_whose_it_is():
    """Two own companies: a credit of one of them pays nothing of the other (U-06)."""
    (row,) = table(explain_page(findings_of(TWO), Lang.EN, "丙公司"), "credits")
    assert (row["credit"], row["credit_row"], row["company"]) == ("R1", "账!4", "乙贸易")


def test_reasons_of_a_letter_stand_one_after_the_other():
    company = {"name": "乙贸易", "bank": "示例", "bank_account": "1", "signer": "王五"}
    policy = Policy.model_validate({"company": [company], "letters": {"min_demand": "1"}})
    page = explain_page(findings_of(TWO, policy=policy), Lang.ZH, "丙公司")
    (said,) = [p for p in page.parts if isinstance(p, str) and "减未核销 20.00" in p]
    assert "；有未核销收款，级别按冲抵最早欠款后的天数确定" in said
