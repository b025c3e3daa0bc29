"""Core, potential, risk or recovery."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.position import stand
from arcollect.analysis.standing.scoring.segment import segment

JULY = day("2023-07-18")
HEAD = "customer  company  issue_date  due_date  settled_date  amount\n"


def punctual(name, amount, company="-", late=0):
    """Six documents a year and a half old customer paid so many days late."""
    rows = [f"{name}  {company}  2020-01-05  2020-02-05  2020-02-05  1"]
    for month in range(1, 7):
        due, settled = f"2023-{month:02}-05", f"2023-{month:02}-{5 + late:02}"
        rows.append(f"{name}  {company}  2022-12-01  {due}  {settled}  {amount}")
    return "\n".join(rows) + "\n"


def segments(rows, customers="", **sections):
    rules = policy(**sections)
    book = ledger(HEAD + rows, customers=customers)
    return segment(stand(book, JULY, rules), rules)


def named(rows, customers="", **sections):
    return {key[1]: one.name for key, one in segments(rows, customers, **sections).items()}


def test_core_are_the_largest_that_make_60_percent_of_sales():
    """R003-23: 甲 50 %, 乙 reaches 60 %; 丙 scores as well and is small."""
    rows = punctual("甲", 300000) + punctual("乙", 180000) + punctual("丙", 120000)
    assert named(rows) == {"甲": "core", "乙": "core", "丙": "potential"}


def test_own_companies_are_ranked_apart():
    """U-06: the largest of a small own company is core there."""
    rows = punctual("甲", 900000, "A公司") + punctual("乙", 200000, "B公司")
    found = segments(rows)
    assert [found["A公司", "甲"].name, found["B公司", "乙"].name] == ["core", "core"]


@pytest.mark.parametrize(
    ("flag", "name"),
    [
        ("dishonest-list", "recovery"), ("lost", "recovery"), ("litigation", "recovery"),
        ("bankrupt", "recovery"), ("refuses", "recovery"),
        ("profit-down", "risk"), ("wilful", "risk"), ("cash-tight", "risk"),
        ("transfer-risk", "risk"), ("bank-overdue", "risk"), ("tax-abnormal", "core"),
    ],
)  # fmt: skip
def test_flags_come_before_scores(flag, name):
    """X-16, R003-25, R003-26: the first that fits."""
    assert named(punctual("甲", 300000), f"customer  flags\n甲  {flag}") == {"甲": name}


def test_recovery_comes_before_risk():
    sheet = "customer  flags  is_bad_debt\n甲  wilful;lost  yes"
    assert named(punctual("甲", 300000), sheet) == {"甲": "recovery"}


@pytest.mark.parametrize(("ratio", "name"), [("0.70", "core"), ("0.7001", "risk")])
def test_a_debt_ratio_strictly_above_70_percent_is_a_risk(ratio, name):
    """R003-25."""
    assert named(punctual("甲", 300000), f"customer  debt_ratio\n甲  {ratio}") == {"甲": name}


@pytest.mark.parametrize(("lost", "name"), [("0.2", "core"), ("0.21", "risk")])
def test_more_than_20_percent_of_its_customers_lost_is_a_risk(lost, name):
    """R003-63."""
    assert named(punctual("甲", 300000), f"customer  customers_lost\n甲  {lost}") == {"甲": name}


def test_a_bad_debt_mark_is_a_risk():
    assert named(punctual("甲", 300000), "customer  is_bad_debt\n甲  yes") == {"甲": "risk"}


@pytest.mark.parametrize(("late", "name"), [("40000", "core"), ("41000", "risk")])
def test_more_than_40_percent_of_three_months_late_is_a_risk(late, name):
    """G-05c: 41 % is red, exactly 40.00 % is not."""
    rest = 100000 - int(late)
    rows = punctual("甲", 300000).splitlines()[:4]  # the old ones, paid in time
    rows += [
        f"甲  -  2023-05-01  2023-06-01  2023-06-01  {rest - 1}",
        "甲  -  2023-05-01  2023-06-05  2023-06-05  1",
        f"甲  -  2023-05-01  2023-06-10  2023-06-11  {late}",
    ]
    assert named("\n".join(rows)) == {"甲": name}


def test_nothing_is_guessed_without_payment_history():
    rules = policy()
    book = ledger("customer  issue_date  due_date  amount\n甲  2023-05-01  2023-06-01  2000")
    one = segment(stand(book, JULY, rules), rules)["", "甲"]
    assert (one.name, one.missing) == ("", ("score",))


def test_a_score_below_60_is_a_risk():
    one = segments("甲  -  2023-01-01  2023-02-01  -  2000")["", "甲"]
    assert one.name == "risk"
    assert one.reasons[-1].key == "score_why.segment_below"


def test_reasons_and_treatment_are_said():
    one = segments(punctual("甲", 300000))["", "甲"]
    keys = [said.key for said in (*one.reasons, *one.treatment)]
    assert keys == [
        "score_why.segment_score", "score_why.segment_large", "score_why.treat_core",
    ]  # fmt: skip


def test_a_customer_in_credit_is_not_stopped():
    """U-02: more received than owed, only not matched yet; the segment itself stays."""
    paid = HEAD + "甲  -  2023-01-01  2023-02-01  -  200\n甲  -  2023-03-01  -  -  {}"
    rules = policy(aging={"credits": "separate"})

    def treated(received):
        book = ledger(paid.format(received), customers="customer  flags\n甲  refuses")
        (one,) = segment(stand(book, JULY, rules), rules).values()
        return one.name, [said.key for said in one.treatment]

    assert treated("-200") == ("recovery", ["score_why.treat_in_credit"])
    assert treated("-199.99") == ("recovery", ["score_why.treat_recovery"])


DOCUMENT = st.tuples(st.integers(0, 400), st.integers(-20, 200), st.integers(1000, 99999))
WORSE = ["core", "potential", "risk", "recovery"]


def sorted_out(documents):
    rows = []
    for ago, late, amount in documents:
        due = JULY - dt.timedelta(days=ago)
        settled = due + dt.timedelta(days=late)
        paid = settled if settled <= JULY else "-"
        rows.append(f"甲  -  {due - dt.timedelta(days=60)}  {due}  {paid}  {amount}")
    return named("\n".join(rows), "customer  credit_limit\n甲  50000")["甲"]


@settings(max_examples=20, deadline=None)
@given(st.lists(DOCUMENT, min_size=1, max_size=8), st.integers(0, 7), st.integers(1, 120))
def test_a_later_payment_never_improves_the_segment(documents, which, days):
    """Invariant 15; an unknown segment is neither better nor worse."""
    at = which % len(documents)
    ago, late, amount = documents[at]
    later = [*documents[:at], (ago, late + days, amount), *documents[at + 1 :]]
    before, after = sorted_out(documents), sorted_out(later)
    if before and after:
        assert WORSE.index(after) >= WORSE.index(before)
