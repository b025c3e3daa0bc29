"""What a statement says, and what it must never say."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from tests.analysis.build import day, ledger, policy
from tests.analysis.chase.statement.test_drawn import ITEMS, RECEIPTS
from tests.views.chase.papers.test_papers import golden

from arcollect.analysis.chase.statement.drawn import draw_up
from arcollect.analysis.position import stand
from arcollect.register.entries import History, StatementEntry
from arcollect.render.letters.txt import txt
from arcollect.text import Lang
from arcollect.views.chase.statement.index import index_table
from arcollect.views.chase.statement.paper import papers
from arcollect.views.chase.statement.replies import replies_table
from arcollect.views.chase.statement.workbook import statement_report
from arcollect.views.table import Table

OURS = {"name": "宏远轴承有限公司", "name_en": "Hongyuan Bearings Co., Ltd.", "bank_account": "33"}
SILENCE = re.compile(
    r"(视为|视同|即为).{0,6}(确认|认可|无异议)|deemed|taken as (agreement|confirm)"
)


def drawn(items=ITEMS, receipts=RECEIPTS, company=(OURS,)):
    rules = policy(company=company)
    position = stand(ledger(items, receipts=receipts), day("2026-09-30"), rules)
    return draw_up(position, rules, History()), rules


@pytest.mark.parametrize("lang", list(Lang))
def test_golden_statements(lang):
    golden(f"{lang}-statement", "\n".join(said(lang)))


def said(lang, **change):
    answer, rules = drawn(**change)
    return [txt(paper) for paper in papers(answer, rules, lang, day("2026-09-30"))]


@pytest.mark.parametrize("lang", list(Lang))
def test_figures_reservation_and_no_consent_by_silence(lang):
    """民法典 140: silence agrees only where law, contract or custom says so; R-LAW-04."""
    text = said(lang)[-1]
    for figure in ("60.00", "50.00", " 90.00", "20.00", "A2", "2026-10-05"):
        assert figure in text
    assert not SILENCE.search(text)
    kept = {"zh": "不含逾期付款违约金", "en": "without late-payment damages"}
    assert kept[lang] in text
    assert "询证函" in text or "auditor" in text


def test_agreeing_to_pay_is_ticked_apart_from_agreeing_with_the_figure():
    text = said(Lang.ZH)[-1]
    agrees, pays = text.index("□ 相符"), text.index("□ 我司确认上述欠款，并同意支付")
    assert agrees < text.index("□ 不符") < text.index("另行勾选") < pays
    assert "财务专用章" in text
    assert "贰拾元整" in text


def test_nothing_to_pay_no_promise_to_pay():
    """The customer has paid 10 in advance."""
    ahead = "date        customer  amount  reference\n2026-09-10  丙公司    10.00   -"
    items = "customer  document_no  issue_date  due_date  amount  paid\n丙公司  C1  2026-07-01  2026-07-31  5.00  5.00"
    text = said(Lang.ZH, items=items, receipts=ahead)[0]
    assert "同意支付" not in text
    assert "收款账户" not in text


@pytest.mark.parametrize(
    "name", ["甲 & 乙 <贸易>", "[/]", "=1+1", "{{7*7}}", "**x**", "../../x", "NA"]
)
def test_names_are_printed_as_they_are(name):
    items = "customer  document_no  issue_date  due_date  amount\n"
    (text,) = said(Lang.ZH, items=f"{items}{name}  A1  2026-09-01  2026-09-30  1.00", receipts="")
    assert text.count(name) == 2  # addressee and slip


def test_two_accounts_of_one_customer_are_two_files():
    items = "customer  document_no  issue_date  due_date  currency  amount\n"
    items += "".join(f"甲公司  A{c}  2026-09-01  2026-09-30  {c}  1.00\n" for c in ("CNY", "USD"))
    answer, rules = drawn(items, "")
    stems = [p.stem for p in papers(answer, rules, Lang.ZH, day("2026-09-30"))]
    assert stems == ["对账单_2026-09_甲公司", "对账单_2026-09_甲公司_2"]


def test_without_our_own_name_only_the_list():
    answer, rules = drawn(company=())
    assert papers(answer, rules, Lang.ZH, day("2026-09-30")) == ()
    assert len(index_table(answer, Lang.ZH)) == 2


def test_the_list_adds_up():
    answer, _ = drawn()
    table = index_table(answer, Lang.EN)
    totals = {c.key: str(c.total) for c in table.columns if c.total is not None}
    assert totals == {
        "opening": "70.00", "invoice": "50.00", "receipt": "90.00", "closing": "30.00",
    }  # fmt: skip
    opening, invoice, receipt, closing = (Decimal(totals[name]) for name in totals)
    assert opening + invoice - receipt == closing  # as the formula below the list says


def entry(month, customer, slip="", *, pays=False):
    return StatementEntry(
        month, "", customer, customer, "CNY", 1, day("2026-10-01"), "", "", slip=slip, pays=pays
    )


def test_months_without_a_slip_come_first():
    entries = [
        entry("2026-08", "甲", "agrees"),
        entry("2026-09", "甲", "differs", pays=True),
        entry("2026-08", "乙"),
        entry("2026-09", "乙"),
    ]
    table = replies_table(entries, Lang.ZH)
    rows = list(zip(*(c.values for c in table.columns), strict=True))
    assert rows == [
        ("", "乙", "CNY", 2, "未回", "未回"),
        ("", "甲", "CNY", 0, "相符", "不符，同意支付"),
    ]


def test_half_of_the_movements_is_none():
    """No receipts in the ledger: no zero under received, no list that looks complete."""
    items = "customer  document_no  issue_date  due_date  amount\n甲公司  A1  2026-09-05  2026-10-05  5.00"
    answer, rules = drawn(items, "")
    (paper,) = papers(answer, rules, Lang.ZH, day("2026-09-30"))
    assert "本月往来明细" not in txt(paper)
    assert "期初余额" not in txt(paper)
    assert "期末余额（2026年9月30日）" in txt(paper)
    columns = {c.key: list(c.values) for c in index_table(answer, Lang.ZH).columns}
    assert columns["opening"] == columns["receipt"] == [None]


def test_a_customer_in_credit_confirms_no_negative_sum():
    """A credit note of 2.00 alone: 2.00 in the customer's favour, no minus after "less"."""
    items = """
        customer  document_no  kind    issue_date  due_date    amount  open
        甲公司    C1           credit  2026-09-10  2026-09-10  -2.00   -2.00
    """
    text = said(Lang.ZH, items=items)[-1].replace("\n", "")
    assert "减：红字发票及贷项" in text
    assert "-2.00" not in text.partition("期末余额（")[0]
    assert "期末余额为人民币2.00元（贵司预收我司）" in text
    assert "红字或贷项，尚未抵减" in text
    assert "已收未核销" not in text


IN_CREDIT = """
    customer  document_no  kind     issue_date  due_date    amount  open
    甲公司    A1           invoice  2026-09-01  2026-09-30  30.00   30.00
    甲公司    R1           receipt  2026-09-20  2026-09-20  -80.00  -80.00
"""


def test_the_workbook_says_what_the_paper_says():
    """30.00 invoiced, 80.00 received: 50.00 in the customer's favour, nothing to pay."""
    answer, rules = drawn(IN_CREDIT, "")
    (paper,) = papers(answer, rules, Lang.ZH, day("2026-09-30"))
    account, slip = statement_report(paper, answer).pages
    tables = {part.key: part for part in account.parts if isinstance(part, Table)}
    lines = [part for part in (*account.parts, *slip.parts) if isinstance(part, str)]
    item, amount = tables["statement_summary"].columns
    assert [str(v) for v in amount.values] == ["0.00", "30.00", "80.00"]
    assert item.values[-1] == "减：本月收款"
    assert str(amount.total) == "-50.00"
    assert any("预收贵司人民币50.00元" in line for line in lines)
    assert any("人民币50.00元（贵司预收我司）" in line for line in lines)
    assert not any("同意支付" in line or "收款账户" in line for line in lines)
    assert tables["statement_open"].columns[-1].values[-1] == "已收未核销"


def test_a_workbook_says_where_to_pay_and_who_owes():
    answer, rules = drawn()
    paper = papers(answer, rules, Lang.EN, day("2026-09-30"))[-1]
    account, slip = statement_report(paper, answer).pages
    assert "Account no. 33" in account.parts
    lines = "\n".join(map(str, slip.parts))
    assert "Its closing balance on 30 September 2026 is CNY 20.00, which we owe you." in lines


def test_an_english_statement_of_a_firm_abroad_is_signed():
    """No company seal, no second copy, no Chinese space; the customer's slip leaves the choice."""
    firm = {"name": "Harlow Drives Limited", "contact": "Jane Roe", "phone": "1", "email": "a@b.c"}
    answer, rules = drawn(company=(firm,))
    (first, *_) = papers(answer, rules, Lang.EN, day("2026-09-30"))
    ours = txt(first).partition("Reply slip")[0]
    assert "Seal" not in ours
    assert "copies" not in ours
    assert "\u3000" not in txt(first)
    assert "________________\n" in ours
    assert not first.has_seam
