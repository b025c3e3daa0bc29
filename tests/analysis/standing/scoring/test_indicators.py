"""So many points for such a fact, by hand from the anchors of the policy."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.analysis.build import day, policy

from arcollect.analysis.standing.scoring.facts import Facts, Lateness
from arcollect.analysis.standing.scoring.indicators import (
    COMPUTED_BY,
    Given,
    Promised,
    used_of_limit,
)
from arcollect.analysis.standing.scoring.sheet import Sheet

JULY = day("2023-07-18")
NOBODY = Facts("", "甲", "甲", knows_payments=True)


def points(name, facts=NOBODY, *, sold=None, promised=None, disputes=0, **sections):
    rules = policy(**sections)
    return COMPUTED_BY[name](Given(facts, JULY, sold, promised, disputes, rules))


def with_sheet(limit=0, orders=0, currency="CNY", **more):
    sheet = Sheet(currency=currency, limit_minor=limit, open_orders_minor=orders)
    return replace(NOBODY, sheet=sheet, **more)


@pytest.mark.parametrize(
    ("overdue", "billed", "expected"),
    [
        ({"CNY": 25}, {"CNY": 100}, 75),
        ({"CNY": 50, "USD": 30}, {"CNY": 100, "USD": 40}, 25),  # the worst currency
        ({}, {"CNY": 100}, 100),
        ({"CNY": 150}, {"CNY": 100}, 0),  # never below nothing
        ({"CNY": 1}, {"CNY": 0, "USD": 1}, 100),  # a share of nothing is none
    ],
)
def test_overdue_by_billed(overdue, billed, expected):
    assert (
        points("overdue_share", replace(NOBODY, overdue=overdue, billed=billed)).points == expected
    )


@pytest.mark.parametrize(
    ("owed", "orders", "free", "expected"),
    [
        (50_00, 0, "50%", 100),  # full points up to half of the limit
        (75_00, 0, "50%", 50),
        (50_00, 25_00, "50%", 50),  # open orders count (R001-20)
        (100_00, 0, "50%", 0),
        (120_00, 0, "50%", 0),
        (100_00, 0, "100%", 100),
        (100_01, 0, "100%", 0),
    ],
)
def test_balance_and_orders_by_limit(owed, orders, free, expected):
    facts = with_sheet(100_00, orders, balance={"CNY": owed})
    found = points("limit_use", facts, score={"limit_free_share": free})
    assert found.points == expected


def test_a_limit_in_another_currency_needs_a_rate_or_like_with_like():
    facts = with_sheet(100_00, 10_00, "USD", balance={"USD": 20_00, "CNY": 70_00, "EUR": 999_00})
    # 100 dollars are 700 yuan: 140 + 70 of balance, 70 of orders; nobody knows the euros
    assert used_of_limit(facts, policy(rates={"USD": "7"})) == Fraction(280, 700)
    assert used_of_limit(facts, policy()) == Fraction(30, 100)
    assert used_of_limit(with_sheet(balance={"CNY": 1}), policy()) is None
    found = points("limit_use", with_sheet(balance={"CNY": 1}))
    assert (found.points, found.measured.key) == (None, "score_why.no_limit")


@pytest.mark.parametrize(
    ("first", "since", "expected", "key"),
    [
        ("2022-07-31", None, Fraction(100, 3), "tenure_least"),  # 12 of 36 months
        ("2022-12-01", "2020-07-01", 100, "tenure"),  # what was typed in comes first
        ("2010-01-01", None, 100, "tenure_least"),
        ("2023-08-01", None, 0, "tenure_least"),
    ],
)
def test_months_since_the_first_document(first, since, expected, key):
    sheet = Sheet(since=day(since) if since else None)
    found = points("tenure", replace(NOBODY, first_document=day(first), sheet=sheet))
    assert (found.points, found.measured.key) == (expected, f"score_why.{key}")


@pytest.mark.parametrize(("sold", "expected"), [(250_000, 25), (1_000_000, 100), (9_000_000, 100)])
def test_sales_of_a_year_by_a_million(sold, expected):
    assert points("volume", sold=Fraction(sold)).points == expected


@pytest.mark.parametrize(("count", "expected"), [(0, 100), (1, 75), (4, 0), (5, 0)])
def test_four_disputes_leave_nothing(count, expected):
    assert points("disputes", disputes=count).points == expected


LATE = Lateness(documents=4, late=1, mean_days=Fraction(15), worst_days=45)


def test_how_late_by_the_days_at_which_points_end():
    facts = replace(NOBODY, paid=LATE, recent=replace(LATE, mean_days=Fraction(30)))
    assert points("punctuality", facts).points == 75
    assert points("mean_late", facts).points == 75  # 15 of 60 days
    assert points("worst_late", facts).points == 50  # 45 of 90 days
    recent = points("recent_late", facts)
    assert (recent.points, recent.measured.facts["year"]) == (50, "15.0")


@pytest.mark.parametrize(
    ("name", "facts", "why"),
    [
        ("punctuality", NOBODY, "documents"),
        ("mean_late", NOBODY, "documents"),
        ("recent_late", NOBODY, "recent"),
        ("punctuality", replace(NOBODY, paid=LATE, knows_payments=False), "payments"),
        ("mean_late", replace(NOBODY, paid=LATE, knows_payments=False), "payments"),
        ("worst_late", replace(NOBODY, knows_payments=False), "documents"),
        ("overdue_share", NOBODY, "documents"),
        ("tenure", NOBODY, "first"),
        ("volume", NOBODY, "sales"),
        ("promises", NOBODY, "promises"),
    ],
)
def test_what_nobody_knows_has_no_points_and_says_why(name, facts, why):
    found = points(name, facts, promised=Promised())
    assert (found.points, found.measured.key) == (None, f"score_why.no_{why}")


def test_an_open_item_shows_how_late_it_is_by_now():
    facts = replace(NOBODY, paid=LATE, open={"CNY": 1}, knows_payments=False)
    assert points("worst_late", facts).points == 50
