"""A to D, and why."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.position import stand
from arcollect.analysis.standing.grade import grade

JULY = day("2023-07-18")
DUE = day("2023-04-01")
HEADER = "customer  due_date  settled_date  amount  is_disputed  is_bad_debt  issue_date\n"


def paid(days_late: int, amount: str = "100", **flags: str) -> str:
    """A document of 甲 that was settled so many days after its due date."""
    settled = DUE + dt.timedelta(days=days_late)
    disputed, bad = flags.get("disputed", "-"), flags.get("bad", "-")
    return f"甲  {DUE}  {settled}  {amount}  {disputed}  {bad}  2023-01-01"


def graded(*rows, customers="", **sections):
    rules = policy(**sections)
    book = ledger(HEADER + "\n".join(rows), customers=customers)
    return grade(stand(book, JULY, rules), rules)


def one(*rows, **more):
    return graded(*rows, **more).grades[0]


def of(documents: int, late: int, worst: int):
    """`documents` of equal amount, `late` of them late, one by `worst` days."""
    rows = [paid(0)] * (documents - late) + [paid(min(worst, 20))] * (late - 1)
    return one(*rows, *([paid(worst)] if late else []))


@pytest.mark.parametrize(
    ("documents", "late", "worst", "letter", "watch"),
    [
        (20, 0, 0, "A", False),
        (20, 2, 25, "B", False),
        (20, 8, 25, "C", False),
        (20, 2, 45, "B", True),
        (20, 6, 45, "C", False),
        (20, 1, 61, "C", False),  # 1 of 20 equal ones is exactly 5 % of the amount
        (21, 1, 61, "B", True),  # below 5 %: one old invoice does not make a C
        (3, 2, 5, "B", False),
        (6, 2, 5, "B", False),  # fewer than 3 late
        (9, 3, 5, "B", False),  # exactly 1/3
        (8, 3, 5, "C", False),
        (4, 3, 5, "B", False),  # under 5 documents: no ratio test
        (4, 1, 45, "B", True),
        (5, 1, 31, "B", True),  # exactly 20 %
        (5, 1, 30, "B", False),
        (9, 2, 31, "C", False),  # 2/9 is above 20 %
        (40, 2, 61, "B", True),
    ],
)
def test_grades(documents, late, worst, letter, watch):
    found = of(documents, late, worst)
    assert (found.letter, found.watch) == (letter, watch)  # G-25 with U-13
    assert (found.documents, found.late, found.worst_days) == (documents, late, worst)


def test_two_documents_over_60_days_make_a_c():
    rows = [paid(0, "10000")] * 20
    assert one(*rows, paid(61, "1")).letter == "B"
    found = one(*rows, paid(61, "1"), paid(61, "1"))
    assert (found.letter, found.long_late) == ("C", 2)


def test_bad_debt_is_d_whatever_else():
    assert one(paid(0, bad="yes")).letter == "D"
    sheet = "customer  is_bad_debt\n甲  yes"
    assert one(paid(0), customers=sheet).reasons[0].key == "standing_why.bad_debt"


def test_nothing_due_yet_is_ungraded_never_a():
    found = one("甲  2023-07-19  -  5  -  -  2023-07-01")
    assert (found.letter, found.reasons[0].key) == ("", "standing_why.ungraded")
    assert one("甲  2023-07-18  -  5  -  -  2023-07-01").letter == ""


def test_settled_on_the_due_date_is_in_time():
    assert one("甲  2023-07-18  2023-07-18  5  -  -  2023-07-01").letter == "A"


def test_lookback_is_12_months_but_an_open_debt_never_disappears():
    old, edge = "2022-07-17", "2022-07-18"
    settled = "甲  {}  2022-09-30  5  -  -  2022-01-01"
    assert one(settled.format(old)).letter == ""
    assert one(settled.format(edge)).letter == "C"
    assert one(f"甲  {old}  -  5  -  -  2022-01-01").letter == "C"


def test_disputed_documents_are_shown_not_counted():
    found = one(*[paid(0)] * 5, paid(90, disputed="yes"))
    assert (found.letter, found.documents, found.not_counted) == ("A", 5, 1)
    assert found.reasons[-1].facts == {"count": 1}


def test_amounts_of_several_currencies_need_a_rate():
    rows = """
        customer  issue_date  due_date    settled_date  currency  amount
        甲        2023-01-01  2023-04-01  2023-04-01    CNY       95
        甲        2023-01-01  2023-04-01  2023-07-01    USD       1
    """
    for rates, letter in ({"USD": "5"}, "C"), ({"USD": "4.99"}, "B"), ({}, "B"):
        rules = policy(rates=rates)
        found = grade(stand(ledger(rows), JULY, rules), rules).grades[0]
        assert found.letter == letter
        noted = [reason.key for reason in found.reasons]
        assert ("standing_why.no_rate" in noted) == (not rates)


def keys(found):
    return [follows.key.removeprefix("standing_why.") for follows in found.consequences]


def test_what_follows_from_each_grade():
    assert keys(one(paid(0))) == ["terms_a", "rebate_if"]
    assert keys(one(paid(5))) == ["statement_b"]
    assert keys(one(paid(61)))[:2] == ["terms_c", "prepayment_c"]
    assert keys(one(paid(0, bad="yes"))) == ["stop_d", "cash_d"]
    assert keys(one("甲  2023-07-19  -  5  -  -  2023-07-01")) == []


@pytest.mark.parametrize(
    ("bought", "amount"), [("1,000,000.00", None), ("1,000,000.01", "20,000.00")]
)
def test_rebate_strictly_above_a_million(bought, amount):
    found = one(paid(0), customers=f"customer  annual_purchases\n甲  {bought}")
    rebates = [f.facts["amount"] for f in found.consequences if "rate" in f.facts]
    assert rebates == ([amount] if amount else [])  # G-15


def test_a_c_that_has_cleared_its_debt_is_kept_and_watched():  # R001-25
    late_and_paid = paid(61)
    assert keys(one(late_and_paid)) == ["terms_c", "prepayment_c", "observe_c"]
    still_late = "甲  2023-04-01  -  5  -  -  2023-01-01"
    assert one(late_and_paid + "\n" + still_late).letter == "C"
    assert "observe_c" not in keys(one(late_and_paid + "\n" + still_late))


def test_a_cleared_d_is_observed_after_six_months():
    cleared = "甲  2022-12-31  {}  5  -  yes  2022-01-01"
    assert keys(one(cleared.format("2023-01-18"))) == ["observe_d"]
    assert keys(one(cleared.format("2023-01-19"))) == ["stop_d", "cash_d"]


def test_abc_folds_d_into_c():
    found = graded(paid(0, bad="yes"), grade={"scheme": "abc"})
    assert found.grades[0].letter == "C"  # R001-05
    assert dict(found.counts) == {"C": 1, "B": 0, "A": 0, "": 0}


def test_worst_grades_come_first():
    found = graded(paid(0), paid(0).replace("甲", "乙").replace("-  -", "-  yes"))
    assert [g.customer for g in found.grades] == ["乙", "甲"]
    assert dict(found.counts) == {"D": 1, "C": 0, "B": 0, "A": 1, "": 0}


def test_within_a_grade_those_to_watch_then_the_larger_debts_come_first():
    rows = """
        customer  issue_date  due_date    settled_date  amount  currency
        甲        2023-01-01  2023-07-01  -             100     CNY
        乙        2023-01-01  2023-07-01  -             200     CNY
        丙        2023-01-01  2023-06-01  -             1       CNY
        丁        2023-01-01  2023-07-01  -             999     USD
        戊        2023-01-01  2023-07-01  -             50      EUR
        """
    rules = policy(rates={"EUR": "8"})
    found = grade(stand(ledger(rows), JULY, rules), rules).grades
    assert {one.letter for one in found} == {"B"}
    assert [one.watch for one in found] == [True, False, False, False, False]
    # 50 x 8 = 400; without a rate the dollars count for nothing
    assert [one.customer for one in found] == ["丙", "戊", "乙", "甲", "丁"]


def test_what_was_paid_on_an_unknown_day_is_said_and_not_counted():
    rows = "customer  issue_date  due_date  amount  open\n甲  2023-01-01  2023-04-01  100  0"
    found = grade(stand(ledger(rows), JULY, policy()), policy()).grades[0]
    assert (found.letter, found.documents) == ("", 0)
    noted = {reason.key: reason.facts for reason in found.reasons}
    assert noted["standing_why.unknown_date"] == {"count": 1}
    assert "standing_why.unknown_date" not in [r.key for r in one(paid(0)).reasons]


@pytest.mark.parametrize(("limit", "said"), [("1/3", "1/3"), ("0.1", "10%"), ("12%", "12%")])
def test_the_share_is_written_as_people_write_it(limit, said):
    found = one(*[paid(0)] * 4, *[paid(5)] * 4, grade={"late_share_c": limit})
    assert (found.letter, found.reasons[0].facts["share"]) == ("C", said)


DOCUMENT = st.tuples(st.integers(0, 500), st.integers(-20, 250), st.integers(1, 99999))
WORSE = [("A", False), ("B", False), ("B", True), ("C", False), ("D", False)]


def of_documents(documents):
    rows = []
    for ago, late, amount in documents:
        due = JULY - dt.timedelta(days=ago)
        settled = due + dt.timedelta(days=late)
        shown = settled if settled <= JULY else "-"
        rows.append(f"甲  {due}  {shown}  {amount}  -  -  {due - dt.timedelta(days=30)}")
    found = one(*rows)
    return found.letter, found.watch


@settings(max_examples=25, deadline=None)
@given(st.lists(DOCUMENT, min_size=1, max_size=9), st.integers(0, 8), st.integers(1, 200))
def test_a_later_payment_never_improves_the_grade(documents, which, days):
    """Invariant 15; without a document that counts there is no grade to compare."""
    at = which % len(documents)
    ago, late, amount = documents[at]
    later = [*documents[:at], (ago, late + days, amount), *documents[at + 1 :]]
    before, after = of_documents(documents), of_documents(later)
    if before in WORSE and after in WORSE:
        assert WORSE.index(after) >= WORSE.index(before)
