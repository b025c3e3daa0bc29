"""R001-03: what to find out about a customer without a history."""

from __future__ import annotations

from fractions import Fraction

from tests.analysis.build import day, ledger, policy

from arcollect.analysis.position import stand
from arcollect.analysis.standing.scoring.newcomers import newcomers
from arcollect.analysis.standing.scoring.score import score
from arcollect.text import Lang
from arcollect.views.standing.newcomers import newcomers_table

JULY = day("2023-07-18")
HEAD = "customer  issue_date  due_date  settled_date  amount\n"
KNOWN = "".join(f"乙  2023-01-0{n}  2023-03-0{n}  2023-03-0{n}  100\n" for n in range(1, 6))
NEW = "甲  2023-07-01  2023-08-31  -  100\n"


def scores(customers=""):
    rules = policy()
    position = stand(ledger(HEAD + KNOWN + NEW, customers=customers), JULY, rules)
    return score(position, rules), rules


def test_five_documents_make_a_history():
    (one,) = newcomers(*scores())
    assert (one.facts.customer, one.missing) == ("甲", ("bank", "tax", "deals"))


def test_what_was_typed_in_is_no_longer_asked():
    typed = "customer  score_inputs\n甲  银行流水=80；Tax Record=70.4；管理水平=90\n"
    (one,) = newcomers(*scores(typed))
    assert one.found == {"bank": Fraction(80), "tax": Fraction("70.4"), "deals": None}
    found, rules = scores(typed)
    table = newcomers_table(found, rules, Lang.ZH)
    assert table is not None
    shown = {column.key: column.values for column in table.columns}
    assert (shown["bank"], shown["tax"], shown["missing"]) == (["80"], ["70"], ["过往交易"])


def test_nobody_new_needs_no_form():
    found, rules = scores()
    assert newcomers_table(found, rules, Lang.EN, "乙") is None
