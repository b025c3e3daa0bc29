"""The contractual fee of what was paid late: in L3 letters, apart from the principal."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.analysis.build import day, frame, ledger, policy
from tests.views.chase.dump import dump
from tests.views.chase.papers.test_papers import golden

from arcollect.analysis.chase.dunning import dun
from arcollect.analysis.claims.late_fee import late_fee
from arcollect.analysis.position import stand
from arcollect.ledger.schema import CONTACT_COLUMNS
from arcollect.register.entries import (
    DUNNING,
    ClaimedItem,
    DisputeEntry,
    History,
    LetterEntry,
    LetterState,
)
from arcollect.text import Lang
from arcollect.views.block import Grid
from arcollect.views.chase.letter import compose

US = {"name": "我司有限公司", "bank_account": "3300 0001"}
ITEMS = """
    customer  document_no  due_date    amount   settled_date
    甲厂      A1           2026-07-01  180,000  -
    甲厂      A0           2026-05-01   90,000  2026-05-21
"""
BY_CONTRACT = {"basis": "contract", "clause": "第5条"}
KEPT = 900_00  # 90,000 x 0.05 % x 20 days


def dunned(as_of="2026-10-20", history=None, letters=None, **fee):
    rules = policy(fee=fee or BY_CONTRACT, company=[US], letters=letters or {})
    where, fees = stood(rules, as_of)
    found = dun(where, fees, rules, history=history or History())
    return found.notices[0], found, rules


def stood(rules, as_of="2026-10-20"):
    boss = [{"customer": "甲厂", "contact": "刘总", "role": "owner"}]
    book = replace(ledger(ITEMS), contacts=frame(CONTACT_COLUMNS, boss))
    where = stand(book, day(as_of), rules)
    return where, late_fee(where, rules)


def test_the_fee_of_a_paid_item_is_claimed_apart():
    notice, _, _ = dunned()
    (kept,) = notice.paid_late
    assert (notice.level, kept.document_no, kept.fee_minor) == ("L3", "A0", KEPT)
    assert (str(kept.paid_on), kept.fee_steps[0].days) == ("2026-05-21", 20)
    assert notice.demand_minor == 180_000_00
    assert notice.fee_minor == 9_990_00  # of A1 alone: 180,000 x 0.05 % x 111


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            Lang.ZH,
            "另有1笔货款虽已付清，但付款时已经逾期。根据合同第5条，逾期期间的违约金共人民币900.00元",
        ),
        (Lang.EN, "the late fee for that time amounts to CNY 900.00"),
    ],
)
def test_the_letter_shows_its_steps_in_a_table_of_its_own(lang, said):
    _, found, rules = dunned()
    (letter,) = compose(found, rules, lang)
    principal, paid = (b for b in letter.blocks if isinstance(b, Grid))
    assert said in repr(letter.blocks)
    assert "A0" not in repr(principal)
    assert [row[:3] for row in paid.rows] == [("A0", "2026-05-01", "2026-05-21")]
    assert "90,000.00×0.05%×20" in paid.rows[0][3]
    assert paid.foot[0][-1] == "900.00"


@pytest.mark.parametrize("lang", list(Lang))
def test_golden_letter_with_a_fee_of_paid_items(lang):
    _, found, rules = dunned()
    (letter,) = compose(found, rules, lang)
    golden(f"{lang}-L3-paid-late", dump(letter))


@pytest.mark.parametrize(
    ("case", "more"),
    [
        ("no fee is stated below L3 (U-22)", {"as_of": "2026-08-01"}),
        ("the policy says so", {"letters": {"paid_late": False}}),
        ("no contract, no such claim", {"basis": "sme"}),
        ("older than the limitation", {"as_of": "2029-06-01"}),
    ],
)
def test_no_such_fee_where(case, more):
    notice, _, _ = dunned(**more)
    assert notice.paid_late == (), case


def test_a_contested_document_bears_none():
    contested = DisputeEntry(
        "d1", "", "甲厂", "甲厂", "CNY", dt.date(2026, 10, 1), 0, document_no="A0"
    )
    notice, _, _ = dunned(history=History(disputes=(contested,)))
    assert notice.paid_late == ()


def test_a_paid_item_is_not_among_what_a_letter_dunned():
    """Else no letter would be the same twice, nor the ladder rest on what is open (U-20)."""
    notice, found, rules = dunned()
    items = (
        ClaimedItem("A1", day("2026-07-01"), 180_000_00, 180_000_00, 9_990_00),
        ClaimedItem("A0", day("2026-05-01"), 0, 0, KEPT),
    )
    sent = LetterEntry(  # type: ignore[call-arg, misc]
        "1", *notice.party[:2], "甲厂", "CNY", DUNNING, "L3", found.as_of, found.as_of, None,
        notice.demand_minor, notice.fee_minor + KEPT, items, "", "",
        state=LetterState.SENT, sent_on=found.as_of,
    )  # fmt: skip
    where, fees = stood(rules)
    (silent,) = dun(where, fees, rules, history=History(letters=(sent,))).silent
    assert silent.why.facts["why"].key == "chase_why.identical"  # type: ignore[attr-defined]
