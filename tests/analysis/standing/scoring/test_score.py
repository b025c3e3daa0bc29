"""1 to 100, indicator by indicator."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.position import stand
from arcollect.analysis.standing.scoring.indicators import Promised
from arcollect.analysis.standing.scoring.score import band, score
from arcollect.register.entries import DisputeEntry, History

JULY = day("2023-07-18")
HEAD = "customer  issue_date  due_date  settled_date  amount\n"


def scored(rows, *, customers="", history=None, promised=None, **sections):
    rules = policy(**sections)
    position = stand(ledger(HEAD + rows, customers=customers), JULY, rules)
    return score(position, rules, history or History(), promised or {})


def lines(rows, **more):
    (one,) = scored(rows, **more).scores
    return {line.name: line for line in one.contributions}


@pytest.mark.parametrize(
    ("points", "name"), [(1, "cash"), (59, "cash"), (60, "medium"), (79, "medium"), (80, "core")]
)
def test_bands_by_score(points, name):
    """G-15 with X-15: 60 is medium already, 80 is core already."""
    assert band(points, policy()) == name


PAID = """
    甲  2022-07-18  2023-01-31  2023-01-31  4000
    甲  2023-02-01  2023-03-01  2023-03-31  4000
    甲  2023-05-01  2023-06-01  2023-06-13  2000
"""


def test_each_indicator_by_hand():
    """Three paid documents: in time, 30 and 12 days late."""
    found = lines(PAID, customers="customer  credit_limit\n甲  10000")
    points = {name: line.points for name, line in found.items()}
    assert points["punctuality"] == Fraction(100, 3)
    assert points["mean_late"] == 100 - Fraction(100 * 42, 3 * 60)  # mean 14 of 60
    assert points["worst_late"] == 100 - Fraction(100 * 30, 90)
    assert points["recent_late"] == 100 - Fraction(100 * 12, 60)
    assert points["overdue_share"] == 100
    assert points["limit_use"] == 100  # nothing owed
    assert points["tenure"] == Fraction(100 * 12, 36)
    assert points["volume"] == Fraction(100 * 6000, 1_000_000)  # of 12 months
    assert points["promises"] is None
    assert points["disputes"] == 100


def test_the_score_is_the_sum_of_its_lines_rounded_down():
    (one,) = scored(PAID).scores
    adds = [line.adds for line in one.contributions if line.adds is not None]
    assert sum(adds) == one.exact
    assert one.score == int(one.exact)
    assert one.known_weight == 85  # without limit (5) and promises (10)
    assert sum(line.share for line in one.contributions if line.share) == 1


def test_a_missing_indicator_is_named_and_counted():
    found = scored(PAID)
    assert dict(found.untested) == {"limit_use": 1, "promises": 1}
    (note, *_) = found.scores[0].notes
    assert (note.key, note.facts["known"]) == ("score_why.reweighted", 85)


def test_open_items_alone_give_no_score():
    """Paid documents are not in the file: nobody can tell how punctual this customer is."""
    rules = policy()
    book = ledger("customer  issue_date  due_date  amount\n甲  2023-05-01  2023-06-01  2000")
    (one,) = score(stand(book, JULY, rules), rules).scores
    assert (one.score, one.band) == (None, "")
    line = next(x for x in one.contributions if x.name == "punctuality")
    assert line.measured.key == "score_why.no_payments"


def test_broken_promises_and_disputes_come_from_history():
    promised = {("", "甲"): Promised(kept=1, broken=3)}
    dispute = DisputeEntry("d1", "", "甲", "甲", "CNY", day("2023-06-30"), 100)
    old = DisputeEntry("d0", "", "甲", "甲", "CNY", day("2022-01-01"), 100)
    found = lines(PAID, promised=promised, history=History(disputes=(old, dispute)))
    assert found["promises"].points == 25
    assert found["disputes"].points == 75


def test_typed_in_indicators_share_the_100():
    rules = {"typed": {"行业景气度": 10}, "weight_punctuality": 10}
    sheet = "customer  score_inputs\n甲  行业景气度=70；别的:5"
    line = lines(PAID, customers=sheet, score=rules)["行业景气度"]
    assert (line.weight, line.points, line.is_typed) == (10, 70, True)


def test_weights_make_100():
    with pytest.raises(ValidationError, match="weights_make_100"):
        policy(score={"weight_punctuality": 19})


@pytest.mark.parametrize(("updated", "stale"), [("2023-04-17", False), ("2023-04-16", True)])
def test_credit_data_are_stale_after_92_days(updated, stale):
    """R003-28."""
    (one,) = scored(PAID, customers=f"customer  credit_updated_date\n甲  {updated}").scores
    assert ("score_why.stale" in [n.key for n in one.notes]) is stale


@pytest.mark.parametrize(
    ("limit", "approver", "keys"),
    [
        ("500000", "-", []),
        ("500000.01", "-", ["score_why.approval"]),
        ("500000.01", "王总", ["score_why.approved"]),
    ],
)
def test_a_limit_above_500000_needs_the_general_manager(limit, approver, keys):
    """R003-39: strictly above."""
    sheet = f"customer  credit_limit  limit_approver\n甲  {limit}  {approver}"
    (one,) = scored(PAID, customers=sheet).scores
    assert [said.key for said in one.consequences if "approv" in said.key] == keys


def test_nobody_with_money_long_overdue_is_core():
    """A punctual customer with one document 61 days overdue stays in the medium band."""
    many = "\n".join(
        f"甲  2020-01-01  2023-0{m}-0{d}  2023-0{m}-0{d}  900000"
        for m in range(1, 7)
        for d in (1, 5, 9)
    )
    (one,) = scored(many + "\n甲  2023-04-01  2023-05-18  -  2000").scores
    assert (one.score >= 80, one.band, one.facts.worst_overdue_days) == (True, "medium", 61)


def test_one_punctual_payment_makes_nobody_core():
    """U-13: under 5 documents no verdict by ratio."""
    rows = [f"甲  2020-01-01  2023-0{m}-01  2023-0{m}-01  900000" for m in range(2, 8)]
    four, five = (scored("\n".join(rows[:n])).scores[0] for n in (4, 5))
    assert (four.score >= 80, four.band, five.band) == (True, "medium", "core")


def test_one_late_invoice_of_a_new_customer_is_no_risk():
    """U-13: under 5 documents no verdict; a debt overdue for more than 60 days is one."""
    (new,) = scored("甲  2023-06-01  2023-07-06  -  5000").scores
    (old,) = scored("甲  2023-03-01  2023-05-10  -  5000").scores
    assert (new.facts.worst_overdue_days, new.score < 60, new.band) == (12, True, "medium")
    assert (old.facts.worst_overdue_days > 60, old.band) == (True, "cash")


def test_related_parties_are_not_scored():
    """U-05."""
    found = scored(PAID, customers="customer  is_related_party\n甲  yes")
    assert found.scores == ()


DOCUMENT = st.tuples(st.integers(0, 400), st.integers(-20, 200), st.integers(1000, 99999))


def written(documents):
    rows = []
    for ago, late, amount in documents:
        due = JULY - dt.timedelta(days=ago)
        settled = due + dt.timedelta(days=late)
        paid = settled if settled <= JULY else "-"
        rows.append(f"甲  {due - dt.timedelta(days=60)}  {due}  {paid}  {amount}")
    return "\n".join(rows)


@settings(max_examples=40, deadline=None)
@given(st.lists(DOCUMENT, min_size=1, max_size=8), st.integers(0, 7), st.integers(1, 120))
def test_a_later_payment_never_improves_the_score(documents, which, days):
    """Invariant 15."""
    at = which % len(documents)
    ago, late, amount = documents[at]
    later = [*documents[:at], (ago, late + days, amount), *documents[at + 1 :]]
    sheet = "customer  credit_limit\n甲  50000"
    (before,) = scored(written(documents), customers=sheet).scores
    (after,) = scored(written(later), customers=sheet).scores
    if before.exact is not None and after.exact is not None:
        assert after.exact <= before.exact


@settings(max_examples=20, deadline=None)
@given(st.lists(DOCUMENT, min_size=1, max_size=5), st.lists(DOCUMENT, max_size=5))
def test_another_customer_changes_nothing(documents, others):
    """Invariant 8."""
    mine = written(documents)
    both = mine + "\n" + written(others).replace("甲", "乙")
    (alone,) = scored(mine).scores
    beside = next(s for s in scored(both).scores if s.facts.customer == "甲")
    assert beside == alone
