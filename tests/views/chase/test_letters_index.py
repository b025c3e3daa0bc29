from __future__ import annotations

from decimal import Decimal

import pytest
from tests.analysis.chase.stood import dunned, policy
from tests.views.chase.cases import dunning
from tests.views.chase.cases import policy as rules

from arcollect.policy import Policy
from arcollect.text import Lang, say
from arcollect.views.chase.letter import compose
from arcollect.views.chase.letters_index import index_tables, missing_company

ITEMS = """
    customer  document_no  issue_date  due_date    amount   disputed  remark
    甲        A1           2026-01-01  2026-10-01  100,000  20,000    -
    甲        A2           2026-01-01  2026-12-31  7,000    0         -
    甲        A3           2026-01-01  2026-10-01  50       0         small
    甲        R1           2026-09-30  -           -30,000  0         -
    乙        B1           2026-01-01  2026-10-01  900      0         -
    丙        -            2026-01-01  2026-10-01  5,000    0         -
"""


def column(table, key):
    return next(c for c in table.columns if c.key == key)


def made(items, own=None):
    found = dunned(items, "2026-10-31", rules=own or policy())
    return found, index_tables(found, compose(found, policy(), Lang.ZH), Lang.ZH)


def test_every_account_has_a_row_with_its_amounts():
    """Overdue = to demand + held; net = to demand - not yet applied (U-02)."""
    _, (index, _) = made(ITEMS)
    assert list(column(index, "customer").values) == ["甲", "丙", "乙"]
    first = {name: column(index, name).values[0] for name in ("open", "overdue", "held")}
    assert first == {
        "open": Decimal("107050.00"),
        "overdue": Decimal("100050.00"),
        "held": Decimal("20050.00"),
    }
    assert column(index, "gross").values[0] == Decimal("80000.00")
    assert column(index, "net").values[0] == Decimal("50000.00")
    assert column(index, "open").total == Decimal("112950.00")


def test_no_total_across_currencies():
    _, (index, _) = made(
        """
        customer  document_no  due_date    amount  currency
        甲        A1           2026-10-01  9,000   CNY
        甲        A2           2026-10-01  9,000   USD
        """
    )
    assert column(index, "open").total is None


def test_reasons_and_missing_facts_are_said():
    _, (index, gaps) = made(ITEMS)
    why = dict(zip(column(index, "customer").values, column(index, "why").values, strict=True))
    assert why["乙"] == "净额低于最低催收金额 1000"
    assert why["丙"] == "逾期款项缺单据号和发票号，不能在函中指明"
    assert column(gaps, "need").values[0] == "必填"
    assert column(gaps, "fact").values[0] == "单据号或发票号"
    assert "联系人" in column(gaps, "fact").values


def test_file_names_are_those_of_the_letters():
    _, (index, _) = made(ITEMS)
    assert column(index, "file").values[0] == "催款函_甲_L1-short_001.docx"


@pytest.mark.parametrize("lang", list(Lang))
def test_own_company_is_asked_for_once(lang):
    found = dunned(ITEMS, "2026-10-31", rules=Policy())
    said = missing_company(found.silent)
    assert said is not None
    assert "[[company]]" in say(said, lang)
    assert missing_company(dunned(ITEMS, "2026-10-31").silent) is None


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("level", ["L0", "L2", "L3", "L4"])
def test_both_languages_say_every_reason(level, lang):
    found = dunning(level)
    tables = index_tables(found, compose(found, rules(), lang), lang)
    assert all(len(c.values) == len(t) for t in tables for c in t.columns)


@pytest.mark.parametrize(
    ("flag", "said"), [("cash-tight", "资金紧张"), ("wilful", "恶意拖欠"), ("", None)]
)
def test_the_wording_chosen_is_named_in_the_reasons(flag, said):
    """R001-09: why this letter reads as it does."""
    items = """
        customer  document_no  issue_date  due_date    amount
        甲        A1           2026-06-01  2026-08-30  100,000
        甲        A2           2026-06-02  2026-08-31  100,000
    """
    who = f"customer  flags\n甲  {flag or '-'}\n"
    found = dunned(items, "2026-10-31", customers=who)
    (letter,) = compose(found, policy(), Lang.ZH)
    why = column(index_tables(found, [letter], Lang.ZH)[0], "why").values[0]
    assert letter.variant == flag
    assert (said in why) if said else ("措辞" not in why)
