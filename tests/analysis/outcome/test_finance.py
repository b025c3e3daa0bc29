"""What is fit for factoring, and why not."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.outcome.finance.benchmarks import benchmarks
from arcollect.analysis.outcome.finance.documents import documents
from arcollect.analysis.outcome.finance.finance import Finance, finance
from arcollect.analysis.outcome.own_credits import own_credits
from arcollect.analysis.outcome.provision.scope import scopes
from arcollect.analysis.position import Position, stand
from arcollect.policy import Policy
from arcollect.text import Lang, say

AS_OF = "2026-10-31"
HEAD = "    customer  document_no  issue_date  due_date  settled_date  amount\n"
GOOD = "    甲  P1  2026-01-01  2026-03-01  2026-03-01  100.00\n"  # grade A: paid in time
FIT = "    甲  A1  2026-10-01  2026-12-30  -  100,000.00\n"


def stood(items: str, **tables: str) -> Position:
    return stand(ledger(items, **tables), day(AS_OF), Policy())  # type: ignore[arg-type]


def sorted_out(items: str, rules: Policy | None = None, **tables: str) -> Finance:
    return finance(stood(items, **tables), rules or Policy())


def reasons(found: Finance, number: str = "A1") -> list[str]:
    (item,) = (one for one in found.items if one.document.document_no == number)
    return [said.key.removeprefix("finance_why.") for said in item.why_not]


def test_a_good_document_is_fit() -> None:
    found = sorted_out(HEAD + GOOD + FIT)
    assert reasons(found) == []
    assert found.items[0].fit_minor == 10_000_000


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        ("2026-10-30", ["late"]),  # one day overdue
        ("2026-10-31", ["too_soon"]),
        ("2026-11-29", ["too_soon"]),  # 29 days
        ("2026-11-30", []),  # 30
        ("2027-04-29", []),  # 180
        ("2027-04-30", ["too_far"]),
        ("-", ["no_due_date"]),
    ],
)
def test_days_to_the_due_date(due: str, expected: list[str]) -> None:
    assert reasons(sorted_out(HEAD + GOOD + FIT.replace("2026-12-30", due))) == expected


def test_a_few_days_late_where_the_policy_allows_it() -> None:
    items = HEAD + GOOD * 1 + FIT.replace("2026-12-30", "2026-10-25")
    rules = policy(finance={"max_days_late": 6, "grades": ["A", "B", "C"]})
    assert reasons(sorted_out(items, rules)) == []
    assert reasons(sorted_out(items, policy(finance={"max_days_late": 5}))) == ["late_beyond"]


def test_size_after_unapplied_receipts() -> None:
    least = FIT.replace("100,000.00", "50,000.00")
    assert reasons(sorted_out(HEAD + GOOD + least)) == []
    assert reasons(sorted_out(HEAD + GOOD + least.replace("50,000.00", "49,999.99"))) == ["small"]
    receipt = "    甲  S1  2026-10-05  -  -  -40,000.00\n"
    found = sorted_out(HEAD + GOOD + FIT + receipt)
    assert found.items[0].fit_minor == 6_000_000
    more = receipt.replace("40,000.00", "100,000.00")
    assert reasons(sorted_out(HEAD + GOOD + FIT + more)) == ["covered"]


def test_who_owes_it() -> None:
    assert reasons(sorted_out(HEAD + FIT)) == ["no_grade"]
    bad = GOOD.replace("2026-03-01  100", "2026-07-01  100") * 2
    assert reasons(sorted_out(HEAD + bad + FIT)) == ["grade"]
    sheet = """
        customer  flags                     is_bad_debt
        甲        litigation;no-assignment  yes
    """
    assert reasons(sorted_out(HEAD + GOOD + FIT, customers=sheet)) == ["bad_debt", "flag", "banned"]


def test_what_stands_apart_or_is_disputed() -> None:
    items = """
        customer  document_no  issue_date  due_date    settled_date  amount      disputed  is_related_party  remark
        甲        P1           2026-01-01  2026-03-01  2026-03-01    100.00      -         -                 -
        甲        A1           2026-10-01  2026-12-30  -             100,000.00  1.00      -                 -
        甲        A2           2026-10-01  2026-12-30  -             100,000.00  -         -                 合同禁止转让
        乙        B1           2026-10-01  2026-12-30  -             100,000.00  -         yes               -
    """
    found = sorted_out(items)
    assert reasons(found, "A1") == ["disputed"]
    assert reasons(found, "A2") == ["banned"]
    assert reasons(found, "B1") == ["apart_related", "no_grade"]


def test_a_customer_that_the_policy_names() -> None:
    assert reasons(sorted_out(HEAD + GOOD + FIT, policy(finance={"not_assignable": ["甲"]}))) == [
        "banned"
    ]


def test_one_debtor_counts_up_to_its_share() -> None:
    many = "".join((GOOD + FIT).replace("甲", who) for who in "甲乙丙")
    many = many.replace(
        "丙  A1  2026-10-01  2026-12-30  -  100,000.00",
        "丙  A1  2026-10-01  2026-12-30  -  300,000.00",
    )
    found = {one.customer: one for one in sorted_out(HEAD + many).debtors}
    # 30 % of 500,000.00 is 150,000.00
    assert found["丙"].within_minor == 15_000_000
    assert found["丙"].above_minor == 15_000_000
    assert found["甲"].within_minor == 10_000_000
    # 60 days: 150,000 x 80 % = 120,000; x 6 % x 60 / 360 = 1,200
    assert (found["丙"].days, found["丙"].advance_minor, found["丙"].cost_minor) == (
        60, 12_000_000, 120_000,
    )  # fmt: skip


def test_shares_of_the_assets() -> None:
    items = HEAD + FIT + FIT.replace("A1", "A2").replace("2026-12-30", "2026-10-01")
    rules = policy(finance={"current_assets": "1,000,000", "total_assets": "4,000,000"})
    found = benchmarks(stood(items), rules)
    shares = {one.name: one.ours for one in found.shares}
    assert shares == {
        "current_assets": Fraction(20, 100),
        "total_assets": Fraction(5, 100),
        "overdue": Fraction(1, 2),
    }
    assert found.released == 60_000  # 30 % of 200,000 (R003-04)
    assert [one.ours for one in benchmarks(stood(items), Policy()).shares[:2]] == [None, None]


def test_no_rate_no_share() -> None:
    items = """
        customer  document_no  currency  issue_date  due_date    amount
        甲        A1           USD       2026-10-01  2026-12-30  1.00
    """
    assert benchmarks(stood(items), Policy()).no_rate == ("USD",)
    assert reasons(sorted_out(items)) == ["no_grade", "no_rate"]


@settings(deadline=None, max_examples=15)
@given(
    st.lists(
        st.tuples(st.sampled_from("甲乙"), st.integers(-40, 250), st.integers(1, 10**8)), max_size=8
    )
)
def test_fit_and_unfit_add_up(rows: list[tuple[str, int, int]]) -> None:
    base = day(AS_OF).toordinal()
    lines = [
        f"    {who}  A{n}  2026-10-01  {day(AS_OF).fromordinal(base + left)}  -  {minor / 100:.2f}"
        for n, (who, left, minor) in enumerate(rows)
    ]
    position = stood(HEAD + GOOD + GOOD.replace("甲", "乙") + "\n".join(lines))
    found = finance(position, Policy())
    assert sum(one.document.open_minor for one in found.items) == position.open["open_minor"].sum()
    assert sum(one.fit_minor for one in found.items) == sum(one.fit_minor for one in found.debtors)
    total = sum(one.fit_minor for one in found.debtors)
    for one in found.debtors:
        assert 0 <= one.within_minor * 10 <= 3 * total
        assert one.within_minor + one.above_minor == one.fit_minor
        assert one.advance_minor <= one.within_minor


def test_credits_cover_the_same_documents_as_in_the_provision() -> None:
    """The oldest due first, those without a due date before all; bills and the like take none."""
    items = """
        customer  document_no  issue_date  due_date    amount     is_related_party
        甲        LATE         2026-01-01  2026-03-01  100.00     -
        甲        NONE         2026-02-01  -           30.00      -
        甲        SOON         2026-10-01  2026-12-30  100000.00  -
        甲        KIN          2025-01-01  2025-02-01  50.00      yes
        甲        CREDIT       2026-10-01  -           -150.00    -
        乙        OTHER        2026-01-01  2026-03-01  70.00      -
    """
    position = stood(items)
    covered = {one.document_no: one.covered_minor for one in documents(position, Policy())}
    assert covered == {"LATE": 10_000, "NONE": 3_000, "SOON": 2_000, "KIN": 0, "OTHER": 0}
    (scope,) = scopes(position, Policy())
    assert scope.credits_minor == (2_000, 0, 0, 0, 10_000)
    assert own_credits(position).sum() == 15_000


@pytest.mark.parametrize("lang", Lang)
def test_a_large_figure_in_a_weak_currency_says_what_it_is_worth(lang: Lang) -> None:
    """INR 2,250,497.24 at 0.0112 is 25,205.569…, less than 50,000."""
    rows = "    customer  document_no  due_date  amount  currency\n"
    rows += "    A  A1  2026-12-30  2,250,497.24  INR\n"
    rules = policy(
        base_currency="USD", rates={"INR": "0.0112"}, finance={"grades": ["A", "B", "C"]}
    )
    (found,) = finance(stood(rows), rules).items
    (why,) = [w for w in found.why_not if w.key.startswith("finance_why.small")]
    said = say(why, lang)
    assert all(w in said for w in ("INR 2,250,497.24", "USD 25,205.57", "USD 50,000"))
