"""How fast the money comes in, and how much of it is late."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.position import stand
from arcollect.analysis.standing.aging import age
from arcollect.analysis.standing.ratios import measure
from arcollect.analysis.standing.sales import countback

JULY = day("2023-07-18")


def measured(book, as_of=JULY, **sections):
    rules = policy(**sections)
    position = stand(book, as_of, rules)
    return measure(position, age(position, rules), rules)


def ratio(book, key, as_of=JULY, **sections):
    found = measured(book, as_of, **sections).ratios
    return next(one for one in found if one.key == key)


def receivables(overdue: str, not_due: str = "0.01"):
    return ledger(f"""
        customer  issue_date  due_date    amount
        甲        2023-05-01  2023-06-30  {overdue}
        乙        2023-07-01  2023-08-31  {not_due}
    """)


TWO_MILLION = receivables("100,000", "1,900,000")
YEAR = {"annual_revenue": "10,000,000", "opening_receivables": "2,000,000"}


@pytest.mark.parametrize(("days", "dso"), [(360, 72), (365, 73)])
def test_turnover_and_dso(days, dso):
    rules = {**YEAR, "day_basis": days}
    assert ratio(TWO_MILLION, "turnover", ratios=rules).value == 5  # G-03
    assert ratio(TWO_MILLION, "dso", ratios=rules).value == dso


def test_revenue_is_grossed_up_for_vat():
    found = ratio(TWO_MILLION, "turnover", ratios={**YEAR, "vat_rate": "13%"})
    assert found.value == Fraction("5.65")  # G-03b
    assert found.convention.facts["vat"].key == "standing_why.vat_added"


def test_receivables_are_a_share_of_sales():  # R001-29
    """2,000,000 at the end of a year that sold 10,000,000; grossed up as turnover is."""
    assert ratio(TWO_MILLION, "ar_to_sales", ratios=YEAR).value == Fraction(20, 100)
    found = ratio(TWO_MILLION, "ar_to_sales", ratios={**YEAR, "vat_rate": "13%"})
    assert found.value == Fraction(2_000_000, 11_300_000)
    assert ratio(TWO_MILLION, "ar_to_sales").missing == ("revenue",)


def test_closing_alone_is_said():
    found = ratio(TWO_MILLION, "turnover", ratios={"annual_revenue": "1,000,000"})
    assert found.value == Fraction(1, 2)
    assert found.convention.facts["average"].key == "standing_why.average_closing"


@pytest.mark.parametrize(
    ("industry", "revenue", "verdict"),
    [("8", "5.6", "warn"), ("7", "4.9", "warn"), ("8", "5.61", "good")],
)
def test_turnover_against_the_industry_is_exact(industry, revenue, verdict):
    rules = {"annual_revenue": revenue, "industry_turnover": industry}
    found = ratio(receivables("1.00", "0.00"), "turnover", ratios=rules)
    assert found.verdict == verdict  # G-04


@pytest.mark.parametrize(
    ("overdue", "not_due", "verdict"),
    [
        ("150,000.00", "850,000.00", "good"),
        ("150,000.01", "849,999.99", "warn"),
        ("370,000.00", "2,030,000.00", "warn"),
    ],
)
def test_overdue_ratio_warns_strictly_above_15_percent(overdue, not_due, verdict):
    assert ratio(receivables(overdue, not_due), "overdue_ratio").verdict == verdict  # G-05


def test_net_overdue_ratio_never_crosses_customers():
    book = ledger("""
        customer  kind     issue_date  due_date    amount
        甲        invoice  2023-05-01  2023-06-30  40.00
        甲        receipt  2023-07-01  -           -50.00
        乙        invoice  2023-05-01  2023-06-30  30.00
        乙        invoice  2023-07-01  2023-08-31  30.00
    """)
    assert ratio(book, "overdue_ratio").value == Fraction(70, 100)
    assert ratio(book, "overdue_ratio_net").value == Fraction(30, 60)


def test_share_over_one_year_counts_from_the_issue_date():
    book = ledger("""
        customer  issue_date  due_date    amount
        甲        2022-07-17  2023-12-31  5.00
        甲        2022-07-18  2023-01-01  95.00
    """)
    found = ratio(book, "over_one_year_share")
    assert (found.value, found.verdict) == (Fraction(5, 100), "good")  # R003-57: strict


def test_best_possible_dso_and_delay_make_up_the_dso():
    rules = {"annual_revenue": "10,000,000"}
    best = ratio(TWO_MILLION, "best_possible_dso", ratios=rules).value
    late = ratio(TWO_MILLION, "average_days_delinquent", ratios=rules).value
    assert (best, late) == (Fraction("68.4"), Fraction("3.6"))
    assert best + late == ratio(TWO_MILLION, "dso", ratios=rules).value


def test_cei_with_the_sales_of_the_whole_period():
    book = receivables("2,750", "3,590")
    rules = {"annual_revenue": "10,890", "opening_receivables": "6,200"}
    found = ratio(book, "cei", ratios=rules)
    assert round(float(found.value) * 100, 2) == 79.63  # M04


def test_countback_peels_the_newest_months_off():
    sales = {(2026, 6): 100_000, (2026, 5): 80_000, (2026, 4): 70_000}
    days = countback(212_000, sales, day("2026-06-30"))
    assert days == 30 + 31 + Fraction(32_000, 70_000) * 30  # M02, real month lengths
    assert countback(250_000, sales, day("2026-06-30")) == 91
    assert countback(250_001, sales, day("2026-06-30")) is None
    assert countback(1, {(2026, 4): 9}, day("2026-06-30")) is None


def test_missing_inputs_are_named():
    found = {one.key: one.missing for one in measured(TWO_MILLION).ratios}
    assert found["turnover"] == found["dso"] == ("revenue",)
    assert found["cei"] == ("revenue", "opening")
    assert found["countback_dso"] == ("sales_by_month",)
    assert found["collection_rate"] == ("receipts",)
    assert found["overdue_ratio"] == ()


def test_revenue_from_twelve_months_of_sales():
    rows = "\n".join(f"{2022 + (m > 12)}  {(m - 1) % 12 + 1}  10" for m in range(8, 20))
    book = ledger(
        "customer  issue_date  due_date  amount\n甲  2023-05-01  2023-06-30  60.00",
        sales=f"year  month  amount\n{rows}",
    )
    found = ratio(book, "turnover")
    assert found.value == 2
    assert found.convention.facts["revenue"].facts == {"first": "2022-08", "last": "2023-07"}


COLLECTED = ledger(
    """
        customer  document_no  issue_date  due_date    amount  salesperson
        甲        A1           2023-04-01  2023-06-30  100.00  张三
        甲        A2           2023-05-01  2023-07-10  60.00   张三
        乙        B1           2023-05-01  2023-07-31  40.00   李四
        丙        C1           2023-04-01  2023-05-31  40.00   李四
        """,
    receipts="""
        date        customer  reference  amount  method  bill_maturity
        2023-06-20  甲        A1         30.00   cash    -
        2023-07-03  甲        A1         50.00   cash    -
        2023-07-04  乙        B1         10.00   cash    -
        2023-07-05  丙        C1         40.00   bill    2023-12-31
        """,
    sales="year  month  amount\n2023  7  400",
)


def test_current_collection_rate():
    found = ratio(COLLECTED, "collection_rate")
    # in: 50 + 10, the bill has not matured; due: 70 + 40 overdue on 1 July, 60 fell due
    assert found.value == Fraction(60, 170)  # U-12
    assert found.parts == {"collected": 6000, "due": 17000}


def test_collection_rate_by_salesperson():
    by = {name: one.parts for name, one in measured(COLLECTED).by_salesperson}
    assert by == {
        "张三": {"collected": 5000, "due": 13000},
        "李四": {"collected": 1000, "due": 4000},
    }


def test_sales_collection_rate_is_against_sales_with_vat():
    book = COLLECTED
    rules = {"vat_rate": "13%"}
    found = ratio(book, "sales_collection_rate", ratios=rules)
    assert found.value == Fraction(60) / Fraction(452)


def test_settled_dates_are_collections_where_no_receipts_are():
    book = ledger("""
        customer  issue_date  due_date    settled_date  amount
        甲        2023-04-01  2023-06-30  2023-07-18    100.00
        甲        2023-04-01  2023-06-30  2023-07-19    100.00
    """)
    assert ratio(book, "collection_rate").value == Fraction(1, 2)


def test_one_set_per_currency():
    book = ledger("""
        customer  issue_date  due_date    currency  amount
        甲        2023-05-01  2023-06-30  CNY       1.00
        甲        2023-05-01  2023-08-30  USD       1.00
    """)
    found = [r for r in measured(book, ratios=YEAR).ratios if r.key == "turnover"]
    assert [(r.currency, r.missing) for r in found] == [("CNY", ()), ("USD", ("revenue",))]


def test_a_list_of_balances_does_not_show_what_came_in():
    """Applied receipts are inside the balances; the one left over is not the collections."""
    book = ledger("""
        customer  kind     issue_date  due_date    amount  open
        甲        invoice  2023-05-01  2023-06-30  100.00  100.00
        甲        receipt  2023-07-03  2023-07-03  -50.00  -50.00
    """)
    assert ratio(book, "collection_rate").missing == ("receipts",)


def test_without_a_due_date_nothing_is_said_to_be_in_time():
    """By document dates alone an age is known, but not what is overdue."""
    book = ledger("""
        customer  issue_date  due_date  amount
        甲        2023-01-01  -         100.00
    """)
    years = {"ratios": YEAR, "aging": {"basis": "issue"}}
    for key in ("overdue_ratio", "overdue_ratio_net", "best_possible_dso", "cei"):
        found = ratio(book, key, **years)
        assert (found.value, found.missing, found.verdict) == (None, ("due_date",), "none")
    assert ratio(book, "over_one_year_share", **years).value == 0


@pytest.mark.parametrize(("undated", "verdict"), [("10.00", "none"), ("1.00", "good")])
def test_money_of_unknown_age_is_not_called_young(undated: str, verdict: str) -> None:
    """5 % is the limit (R003-57): a balance carried forward of 10 in 110 may pass it."""
    book = ledger(f"""
        customer  kind     issue_date  due_date    amount
        甲        opening  -           -           {undated}
        甲        invoice  2023-05-01  2023-06-30  100.00
    """)
    found = ratio(book, "over_one_year_share")
    assert (found.value, found.verdict) == (0, verdict)
    assert found.convention.facts == {"amount": undated}
