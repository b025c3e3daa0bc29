"""Who gets which paper, over how much."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.analysis.chase.stood import NO_FEES, policy, position

from arcollect.analysis.chase.papers.draw import draw
from arcollect.analysis.chase.papers.numbers import paper_numbers
from arcollect.analysis.chase.papers.plan import plan, proposal
from arcollect.analysis.chase.papers.wish import KINDS, Wish
from arcollect.errors import UsageError
from arcollect.policy import Policy
from arcollect.register.entries import DisputeEntry, History, LetterEntry, LetterState

LEDGER = """customer  document_no  due_date  amount  disputed
甲  A1  2026-08-31  1,000.00  0
甲  A2  2026-09-30  2,000.00  500.00
甲  A3  2026-12-31  4,000.00  0
甲  R1  2026-09-30  -300.00  0
乙  B1  2026-12-31  700.00  0
丙  C1  -  900.00  0
"""
AS_OF = "2026-10-31"


def drawn(kind, customer="甲", ledger=LEDGER, **wish):
    return draw(position(ledger, AS_OF), NO_FEES, policy(), Wish(kind, customer, **wish))


@pytest.mark.parametrize(
    ("kind", "net"),
    [
        ("stop-supply", 2_200_00),  # 1,000 + 1,500 undisputed less 300
        ("repayment", 2_200_00),
        ("partial-payment", 2_200_00),
        ("assignment", 6_200_00),  # and 4,000 not yet due
        ("reconciliation", 6_700_00),  # 7,000 with the disputed part less 300
    ],
)
def test_what_each_paper_is_about(kind, net):
    (paper,) = drawn(kind, assignee="丁").papers
    assert paper.net_minor == net


def test_a_reconciliation_is_for_everybody_with_a_balance():
    """Also where nothing is due, or no due date is known (U-23)."""
    found = drawn("reconciliation", "")
    assert {p.notice.customer: p.net_minor for p in found.papers} == {
        "甲": 6_700_00, "乙": 700_00, "丙": 900_00,
    }  # fmt: skip
    assert [
        line.due_date for p in found.papers if p.notice.customer == "丙" for line in p.lines
    ] == [None]


def test_a_reconciliation_demands_nothing():
    assert all(p.notice.demand_minor == 0 for p in drawn("reconciliation", "").papers)


@pytest.mark.parametrize("kind", ["stop-supply", "repayment", "partial-payment"])
def test_what_is_not_due_gets_no_demand(kind):
    found = drawn(kind, "乙")
    assert not found.papers
    assert [s.why.key for s in found.silent] == ["papers_why.nothing"]


def test_money_received_may_cover_it_all():
    covered = LEDGER.replace("-300.00", "-2,500.00")
    assert [s.why.key for s in drawn("repayment", "甲", covered).silent] == ["chase_why.covered"]


def test_only_the_documents_named():
    (paper,) = drawn("assignment", assignee="丁", documents=("A3",)).papers
    assert [d.document_no for d in paper.notice.items] == ["A3"]
    assert paper.net_minor == 3_700_00  # the 300 received may be meant for it


@pytest.mark.parametrize(
    ("wish", "key"),
    [
        ({"kind": "lawsuit"}, "papers_why.kind"),
        ({"kind": "repayment", "customer": ""}, "papers_why.customer"),
        ({"kind": "assignment"}, "papers_why.assignee"),
        ({"kind": "stop-supply", "orders": ("PO-1",)}, "papers_why.ground"),
        ({"kind": "stop-supply", "orders": ("PO-1",), "ground": "527"}, "papers_why.because"),
        ({"kind": "repayment", "documents": ("A9",)}, "papers_why.document"),
    ],
)
def test_what_would_make_a_paper_void_is_refused(wish, key):
    with pytest.raises(UsageError) as caught:
        drawn(**wish)
    assert caught.value.said.key == key


def test_too_little_for_so_many_payments():
    with pytest.raises(UsageError) as caught:
        plan(5, "CNY", (6, policy().papers.down_share), dt.date(2026, 11, 9), policy())
    assert caught.value.said.key == "papers_why.too_many"


@given(st.integers(1, 10**12), st.integers(1, 60), st.integers(0, 100))
def test_a_proposal_never_fails_and_sums_to_the_demand(total, count, share):
    papers = {"instalments": count, "down_share": f"{share}%"}
    rules = Policy.model_validate({"papers": papers})
    parts = proposal(total, "CNY", dt.date(2026, 11, 9), rules)
    assert sum(part.amount_minor for part in parts) == total


def test_no_own_company_no_paper():
    nobody = policy().model_copy(update={"company": ()})
    found = draw(position(LEDGER, AS_OF), NO_FEES, nobody, Wish("reconciliation"))
    assert {s.missing for s in found.silent} == {("own_company",)}


def entry(number, state, customer="甲"):
    day = dt.date(2026, 10, 1)
    return LetterEntry(
        number=f"协字〔2026〕{number:03d}号", company="", customer_key=customer, customer=customer,
        currency="CNY", kind="repayment", level="", as_of=day, written=day, deadline=None,
        demand_minor=1, fee_minor=0, items=(), sha256="", run="", state=state,
        sequence="repayment/2026", running=number,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("past", "expected"),
    [
        ((), 1),
        ((entry(3, LetterState.DRAFTED),), 3),  # the same draft again
        ((entry(3, LetterState.SENT),), 4),
        ((entry(3, LetterState.CANCELLED),), 4),
        ((entry(3, LetterState.DRAFTED, "乙"),), 4),
    ],
)
def test_a_number_is_given_once(past, expected):
    papers = drawn("repayment")
    key = papers.papers[0].notice.customer_key
    again = tuple(
        LetterEntry(
            **{
                **{f: getattr(e, f) for f in e.__slots__},
                "customer_key": key if e.customer == "甲" else "x",
            }
        )
        for e in past
    )
    (number,) = paper_numbers(papers, History(letters=again)).values()
    assert (number.sequence, number.running) == ("repayment/2026", expected)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=4), st.integers(0, 10**9))
def test_no_paper_asks_for_more_than_is_owed(amounts, received):
    """Invariant 5 of demands: net of what waits to be applied, never below zero."""
    assume(not 0 < sum(amounts) - received < 1_00)
    rows = [f"甲  A{n}  2026-08-31  {a / 100:.2f}  0" for n, a in enumerate(amounts)]
    ledger = "customer  document_no  due_date  amount  disputed\n" + "\n".join(rows)
    ledger += f"\n甲  R1  2026-09-30  -{received / 100:.2f}  0" if received else ""
    where = position(ledger, AS_OF)
    for kind in KINDS[:2]:
        for paper in draw(where, NO_FEES, policy(), Wish(kind, "甲")).papers:
            assert 0 < paper.net_minor == sum(amounts) - received
            if paper.plan:
                assert sum(p.amount_minor for p in paper.plan) == paper.net_minor


def test_what_only_the_register_says_is_contested_is_not_asked_for():
    """R003-53: a dispute typed into the log counts for papers as it does for letters."""
    contested = DisputeEntry("d1", "", "甲", "甲", "CNY", dt.date(2026, 10, 1), 0, document_no="A1")
    history = History(disputes=(contested,))
    wish = Wish("stop-supply", "甲")
    (paper,) = draw(position(LEDGER, AS_OF), NO_FEES, policy(), wish, history=history).papers
    assert [d.document_no for d in paper.notice.items] == ["A2"]
    assert paper.net_minor == 1_200_00  # 1,500 of A2 less 300 received
