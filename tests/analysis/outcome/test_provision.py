"""What to book for money that may never come."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.outcome.provision.matrix import loss
from arcollect.analysis.outcome.provision.movement import Movement, entries, movement
from arcollect.analysis.outcome.provision.provide import Standard, old_enough, provide
from arcollect.analysis.outcome.provision.rates import loss_rates
from arcollect.analysis.position import stand
from arcollect.errors import UsageError
from arcollect.register.entries import History, Snapshot, SnapshotHead, SnapshotLine

AS_OF = day("2026-10-31")
RATES = {"loss_rates": ["1%", "5%", "10%", "30%", "100%"]}


def provision(items, standard=Standard.CAS, customers="", **sections):
    rules = policy(**sections)
    position = stand(ledger(items, customers=customers), AS_OF, rules)
    return provide(position, rules, standard)


def owed(*rows, **sections):
    """Rows: customer, days past due, amount; then one matrix in CNY."""
    lines = ["customer  due_date  amount"]
    lines += [f"{who}  {AS_OF - dt.timedelta(days=n)}  {amount}" for who, n, amount in rows]
    (found,) = provision("\n".join(lines), **sections).matrices
    return found


def test_a_month_of_collections_gives_the_peers_matrix():
    reached = [100_000, 50_000, 23_000, 8_000, 2_000]
    rates = loss_rates(reached, [2_000] * 5)  # M06
    assert None not in rates
    assert [round((rate or 0) * 100, 1) for rate in rates] == [
        2, 4, Fraction(87, 10), 25, 100,
    ]  # fmt: skip
    balances = [30_000_000, 14_000_000, 6_000_000, 2_300_000, 500_000]
    booked = [loss(b, r or Fraction(0)) for b, r in zip(balances, rates, strict=True)]
    assert booked == [600_000, 560_000, 521_739, 575_000, 500_000]
    assert sum(booked) == 2_756_739


def test_every_bucket_takes_its_rate():
    found = owed(
        ("甲", 0, "1000"), ("甲", 30, "1000"), ("甲", 90, "1000"), ("乙", 180, "1000"),
        ("乙", 181, "1000"), provision=RATES,
    )  # fmt: skip
    assert [tier.loss_minor for tier in found.tiers] == [1_000, 5_000, 10_000, 30_000, 100_000]
    assert found.loss_minor == 146_000


def test_rows_are_rounded_half_up_and_the_total_is_their_sum():
    found = owed(("甲", 0, "0.50"), ("甲", 1, "0.10"), provision=RATES)
    assert [tier.loss_minor for tier in found.tiers] == [1, 1, 0, 0, 0]  # 0.5 and 0.5 cents
    assert found.loss_minor == 2


def test_the_forward_factor_is_capped_at_all():
    found = owed(
        ("甲", 200, "100"), ("甲", 0, "100"), provision={**RATES, "forward_factor": "120%"}
    )
    assert (found.tiers[-1].rate, found.tiers[0].rate) == (1, Fraction(12, 1000))


def test_falling_rates_are_warned_about():
    falling = {"loss_rates": ["1%", "5%", "4%", "30%", "100%"]}
    keys = [w.key for w in owed(("甲", 0, "1"), provision=falling).rates.warnings]
    assert keys == ["provision_why.not_rising"]


def test_one_rate_per_bucket():
    with pytest.raises(UsageError):
        owed(("甲", 0, "1"), provision={"loss_rates": ["1%"]})


def test_without_rates_or_history_nothing_is_guessed():
    found = owed(("甲", 0, "1"))
    assert found.rates.source == "none"
    assert found.loss_minor is None


HISTORY = """
    customer  document_no  due_date    settled_date  amount  is_written_off
    甲        1            2026-01-01  2026-01-01    500     -
    甲        2            2026-01-01  2026-01-02    300     -
    甲        3            2026-01-01  2026-02-15    100     -
    甲        4            2026-01-01  -             60      -
    甲        5            2026-01-01  2026-03-01    40      yes
"""


ANY = {"least_documents": 1}


def test_rates_from_the_ledgers_own_past():
    (found,) = provision(HISTORY, provision=ANY).matrices
    past = found.rates.past
    assert past.reached == (100_000, 50_000, 20_000, 10_000, 10_000)
    assert past.lost_minor == (10_000,) * 5  # 60 open and 40 written off: no collection
    assert found.rates.base == (
        Fraction(1, 10), Fraction(1, 5), Fraction(1, 2), 1, 1,
    )  # fmt: skip
    assert found.rates.rolls == (Fraction(1, 2), Fraction(2, 5), Fraction(1, 2), 1, 1)


def test_few_lost_documents_are_warned_about():
    (found,) = provision(HISTORY, provision=ANY).matrices
    assert [w.key for w in found.rates.warnings] == ["provision_why.few"]


def test_a_handful_of_documents_makes_no_rate():
    (found,) = provision(HISTORY, provision={"least_documents": 3}).matrices
    assert found.rates.past.entered == (5, 4, 3, 2, 2)
    assert found.rates.base == (Fraction(1, 10), Fraction(1, 5), Fraction(1, 2), None, None)
    assert found.rates.rolls[2:] == (Fraction(1, 2), None, None)
    assert found.rates.warnings[0].key == "provision_why.no_rates"


def test_nothing_is_booked_on_thirty_documents_less_one():
    paid = "甲  {}  2026-01-01  2026-06-30  100\n"  # 180 days late: in every bucket but the last
    head = "customer  document_no  due_date  settled_date  amount\n甲  x  2026-10-01  -  50\n"
    rows = [paid.format(n) for n in range(30)]
    opening = {"opening": "0"}
    (few,) = provision(head + "".join(rows[1:]), provision=opening).accounts
    assert (few.closing_minor, few.entries) == (None, ())
    assert few.missing.key == "provision_why.no_closing"
    (enough,) = provision(head + "".join(rows), provision=opening).accounts
    assert (enough.closing_minor, enough.missing) == (0, None)


def test_documents_too_young_to_have_failed_are_no_history():
    young = HISTORY.replace("2026-01-01", "2026-05-04")  # 180 days
    (found,) = provision(young).matrices
    assert found.rates.source == "none"


def test_open_items_alone_are_no_history():
    (found,) = provision("customer  due_date  amount\n甲  2026-01-01  100").matrices
    assert found.rates.source == "none"
    assert found.loss_minor is None


def test_bad_debts_are_assessed_alone():
    found = provision(
        "customer  due_date  amount\n甲  2026-01-01  100\n乙  2026-01-01  50\n丙  2026-01-01  20",
        customers="customer  is_bad_debt\n甲  yes",
        provision={**RATES, "individual": ["乙"], "individual_rate": "80%"},
    ).matrices[0]
    assert [(a.debtor.customer, a.debtor.why, a.loss_minor) for a in found.alone] == [
        ("乙", "policy", 4_000), ("甲", "flag", 8_000),
    ]  # fmt: skip
    assert found.portfolio_minor == 2_000
    assert (found.alone_minor, found.loss_minor) == (12_000, 14_000)


def test_own_credits_reduce_the_oldest_first_and_nobody_elses():
    found = owed(
        ("甲", 200, "100"), ("甲", 5, "100"), ("甲", 3, "-130"), ("乙", 5, "40"), ("乙", 1, "-90"),
        provision=RATES, aging={"credits": "separate"},
    )  # fmt: skip
    assert [tier.exposure_minor for tier in found.tiers] == [0, 7_000, 0, 0, 0]


def test_all_open_money_is_somewhere():
    found = provision("""
        customer  due_date    amount  is_related_party  is_written_off  is_retention
        甲        2026-01-01  100     -                 -               -
        乙        2026-01-01  20      yes               -               -
        丙        2026-01-01  30      -                 yes             -
        丁        2027-01-01  40      -                 -               yes
        戊        -           50      -                 -               -
    """, provision=RATES)  # fmt: skip
    scope = found.matrices[0].scope
    assert scope.undated_minor == 5_000
    assert dict(scope.out_minor) == {"related": 2_000, "written-off": 3_000, "retention": 4_000}
    assert scope.all_open_minor == 24_000
    assert [w.open_minor for w in found.written_off] == [3_000]  # U-07


def test_own_companies_and_currencies_stay_apart():
    found = provision("""
        company  customer  due_date    amount  currency
        A        甲        2026-10-01  100     CNY
        B        甲        2026-10-01  200     CNY
        B        甲        2026-10-01  300     USD
    """, provision=RATES, rates={"USD": "7"})  # fmt: skip
    owners = [(m.scope.company, m.scope.currency, m.loss_minor) for m in found.matrices]
    assert owners == [("A", "CNY", 500), ("B", "CNY", 1_000), ("B", "USD", 1_500)]
    assert [(a.company, a.closing_minor) for a in found.accounts] == [("A", 500), ("B", 11_500)]
    assert all(a.missing.key == "provision_why.no_openings" for a in found.accounts)


def test_each_company_has_its_own_opening():
    items = "company  customer  due_date  amount\nA  甲  2026-10-01  100\nB  甲  2026-10-01  200"
    own = {**RATES, "account": [{"company": "B", "opening": "3"}]}
    found = provision(items, provision=own).accounts
    assert found[0].movement is None
    assert found[1].movement.charge_minor == 700


def test_the_movement_ends_at_the_closing_balance():
    moved = movement("", "CNY", (10_000, 3_000, 1_000), 15_000)
    assert (moved.charge_minor, moved.reversal_minor) == (7_000, 0)
    back = movement("", "CNY", (10_000, 0, 0), 4_000)
    assert (back.charge_minor, back.reversal_minor) == (0, 6_000)


def test_entries_and_recovery_in_two():
    booked = entries(Movement("", "CNY", 100, 70, 0, 30, 10, 150))  # U-30
    assert [(e.debit, e.credit, e.amount_minor) for e in booked] == [
        ("impairment", "allowance", 70),
        ("allowance", "receivable", 30),
        ("receivable", "allowance", 10),
        ("bank", "receivable", 10),
    ]


def test_no_rate_for_a_currency_means_no_closing_balance():
    found = provision(
        "customer  due_date  amount  currency\n甲  2026-10-01  100  USD", provision=RATES
    ).accounts
    assert found[0].missing.key == "provision_why.no_rate"


def lists(due, amount, **rules):
    items = f"customer  due_date  amount\n甲  {due}  {amount}"
    found = provision(items, Standard.SMALL, provision=rules)
    return {c.list: c.why.key.removeprefix("provision_why.") for c in found.candidates}


def test_tax_candidates():
    thirteen = "2025-09-30"  # 13 months
    assert lists(thirteen, "49,999.99")["tax"] == "tax_small"  # G-24
    assert "tax" not in lists(thirteen, "60,000")
    assert lists(thirteen, "60,000", annual_income="700,000,000")["tax"] == "tax_share"
    assert "tax" not in lists(thirteen, "70,000.01", annual_income="700,000,000")
    assert lists("2023-09-30", "5,000,000")["tax"] == "tax_years"  # 37 months


def test_the_small_amount_of_the_tax_rule_is_in_yuan():
    """49,999.99 dollars are no 50,000 yuan, whatever the base currency is."""
    items = "customer  due_date  amount  currency\n甲  2025-09-30  49,999.99  USD"

    def taxed(**sections):
        found = provision(items, Standard.SMALL, **sections)
        return [c.why.key for c in found.candidates if c.list == "tax"]

    assert taxed(base_currency="USD") == []  # no rate to the yuan: not tested
    assert taxed(rates={"USD": "7"}) == []
    assert taxed(base_currency="USD", rates={"CNY": "2"}) == ["provision_why.tax_small"]


def test_the_edges_of_one_and_three_years():
    assert "tax" not in lists("2025-10-31", "100")  # one year to the day is not more
    assert lists("2025-10-30", "100")["tax"] == "tax_small"
    assert lists("2023-10-31", "100")["tax"] == "tax_small"
    assert lists("2023-10-30", "100")["tax"] == "tax_years"


def test_three_lists_have_three_tests():
    assert lists("2026-08-01", "100") == {"internal": "internal"}  # 91 days, X-34
    assert lists("2026-08-02", "100") == {}
    assert set(lists("2023-01-01", "100")) == {"internal", "books", "tax"}


def test_the_small_standard_books_nothing():
    found = provision("customer  due_date  amount\n甲  2023-01-01  100", Standard.SMALL)
    assert (found.matrices, found.accounts) == ((), ())


@settings(deadline=None, max_examples=20)
@given(st.lists(st.tuples(st.sampled_from("甲乙"), st.integers(-50, 400),
                          st.integers(1, 10**9)), min_size=1, max_size=6))  # fmt: skip
def test_a_hundredfold_ledger_needs_a_hundredfold_provision(rows):
    def made(times):
        named = ((who, days, f"{cents * times / 100:.2f}") for who, days, cents in rows)
        return owed(*named, provision=RATES)

    one, hundred = made(1), made(100)  # property 7, each row rounded on its own
    assert [t.rate for t in one.tiers] == [t.rate for t in hundred.tiers]
    assert abs(hundred.loss_minor - 100 * one.loss_minor) <= 50 * len(one.tiers)
    assert hundred.scope.all_open_minor == 100 * one.scope.all_open_minor


@settings(deadline=None, max_examples=100)
@given(*[st.integers(0, 10**12)] * 4)
def test_every_movement_foots(opening, written_off, recovered, closing):
    m = movement("", "CNY", (opening, written_off, recovered), closing)
    total = m.opening_minor + m.charge_minor - m.reversal_minor
    assert total - m.written_off_minor + m.recovered_minor == m.closing_minor
    assert 0 in {m.charge_minor, m.reversal_minor}


def line(number, due, opened, **more):
    facts = {"kind": "invoice", "issue_date": None, "amount_minor": opened, "disputed_minor": 0}
    return SnapshotLine(
        "", "甲", "甲", "CNY", number, due_date=day(due), open_minor=opened, salesperson="",
        **{**facts, **more},
    )  # fmt: skip


KEPT = Snapshot(
    SnapshotHead("s", day("2026-01-31"), "", "r"),
    (
        line("1", "2026-02-10", 40_000),  # not due then, paid since
        line("2", "2026-02-10", 10_000),  # not due then, still open
        line("3", "2026-01-15", 20_000),  # 16 days late then, half is open
        line("4", "2025-11-20", 5_000),  # 72 days late then, written off since
        line("5", "2026-06-01", 99_000),  # too young to have failed
        line("", "2026-02-10", 99_000),  # cannot be found again
        line("7", "2026-02-10", 99_000, is_written_off=True),
    ),
)
OPEN_ONLY = """
    customer  document_no  due_date    amount  is_written_off
    甲        2            2026-02-10  100     -
    甲        3            2026-01-15  100     -
    甲        4            2025-11-20  50      yes
"""


def test_an_earlier_state_is_followed_where_the_ledger_has_no_past():
    rules = policy(provision=ANY)
    position = stand(ledger(OPEN_ONLY), AS_OF, rules)
    rates = provide(position, rules, Standard.CAS, KEPT).matrices[0].rates
    assert rates.source == "snapshot"
    assert rates.past.reached == (50_000, 20_000, 5_000, 0, 0)
    assert list(rates.base) == [Fraction(1, 5), Fraction(1, 2), 1, None, None]


def test_the_oldest_state_that_could_have_become_losses():
    rules = policy()
    position = stand(ledger(OPEN_ONLY), AS_OF, rules)
    days = ["2024-10-31", "2025-06-30", "2026-05-03", "2026-05-04"]
    heads = [SnapshotHead(n, day(n), "", "") for n in days]
    assert old_enough(History(snapshots=tuple(heads)), position, rules) == heads[1]
    assert old_enough(History(snapshots=tuple(heads[2:])), position, rules) == heads[2]
    assert old_enough(History(), position, rules) is None


def test_what_vanished_from_a_ledger_of_settled_documents_is_not_followed():
    """Document 1 is not there any more, and settled ones are: collected or not, nobody knows."""
    rules = policy(provision=ANY)
    items = """
        customer  document_no  due_date    amount  open  is_written_off
        甲        2            2026-02-10  100     100   -
        甲        3            2026-01-15  100     100   -
        甲        4            2025-11-20  50      50    yes
        甲        OLD          2024-01-01  90      0     -
    """
    rates = provide(stand(ledger(items), AS_OF, rules), rules, Standard.CAS, KEPT).matrices[0].rates
    assert rates.source == "snapshot"
    assert rates.past.reached == (10_000, 20_000, 5_000, 0, 0)  # without the 400.00 of 1
    assert [w.key for w in rates.warnings][-1] == "provision_why.gone"
