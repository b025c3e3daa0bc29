"""What must hold for any ledger: control totals, partition, order, time, splitting."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.position import stand
from arcollect.analysis.standing.aging import age
from arcollect.analysis.standing.grade import grade

JULY = day("2026-07-18")
MODES = ("separate", "fifo", "by-reference", "net", "auto")
quick = settings(deadline=None, max_examples=10)

rows = st.lists(
    st.tuples(
        st.sampled_from(["甲", "乙"]),
        st.sampled_from(["CNY", "USD"]),
        st.sampled_from(["A1", "A2", "A3"]),
        st.integers(-400, 100),  # issued so many days from the as-of date
        st.one_of(st.none(), st.integers(0, 90)),  # terms
        st.integers(-9999, 9999).filter(bool),
    ),
    min_size=1,
    max_size=8,
)


def written(found, as_of=JULY) -> str:
    lines = ["customer  currency  document_no  kind  issue_date  due_date  amount"]
    for who, currency, number, since, terms, minor in found:
        issued = as_of + dt.timedelta(days=since)
        due = "-" if terms is None else issued + dt.timedelta(days=terms)
        kind = "invoice" if minor > 0 else "receipt"
        money = f"{minor / 100:.2f}"
        lines.append(f"{who}  {currency}  {number}  {kind}  {issued}  {due}  {money}")
    return "\n".join(lines)


def aged(book, as_of=JULY, mode="auto"):
    rules = policy(aging={"credits": mode, "basis": "issue"})
    return age(stand(book, as_of, rules), rules)


@quick
@given(rows, st.sampled_from(MODES))
def test_totals_tie_out_to_the_cent(found, mode):
    """1 and 2: balance = items of the ledger; buckets and groups foot."""
    answer = aged(ledger(written(found)), mode=mode)
    for total in answer.totals:
        balance = sum(r[5] for r in found if r[1] == total.currency and r[3] <= 0)
        assert total.balance_minor == total.open_minor - total.unapplied_minor == balance
        assert sum(total.bucket_minor) + total.no_due_date_minor == total.open_minor
        groups = answer.groups[answer.groups["currency"] == total.currency]
        assert groups["balance"].sum() == total.balance_minor


@quick
@given(rows, st.sampled_from(MODES), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(found, mode, random):
    """3: the same groups and totals for any order."""
    shuffled = found.copy()
    random.shuffle(shuffled)
    one, two = (aged(ledger(written(f)), mode=mode) for f in (found, shuffled))
    assert one.groups.equals(two.groups)
    assert one.totals == two.totals


@quick
@given(rows, st.integers(1, 200))
def test_ageing_never_moves_money_to_a_younger_bucket(found, later):
    """4: every tail sum grows, and days grow by the days that passed."""
    debits = [(*r[:3], min(r[3], 0), r[4], abs(r[5])) for r in found]
    book = ledger(written(debits))
    now, then = aged(book), aged(book, JULY + dt.timedelta(days=later))
    grown = then.items["age_days"] - now.items["age_days"]
    assert (grown == later).all()
    for before, after in zip(now.totals, then.totals, strict=True):
        for first in range(5):
            assert sum(after.bucket_minor[first:]) >= sum(before.bucket_minor[first:])


@quick
@given(rows, st.integers(0, 7), st.integers(1, 99))
def test_splitting_a_document_changes_no_bucket(found, at, percent):
    """6: two parts with the same dates are the whole."""
    row = found[at % len(found)]
    part = max(1, abs(row[5]) * percent // 100) * (1 if row[5] > 0 else -1)
    parts = [(*row[:5], part), (*row[:5], row[5] - part)]
    split = [r for r in found if r is not row] + [r for r in parts if r[5]]
    one, two = aged(ledger(written(found))), aged(ledger(written(split)))
    documents = [replace(total, documents=0) for total in one.totals]
    assert documents == [replace(total, documents=0) for total in two.totals]


@quick
@given(rows, st.sampled_from(MODES[:-1]))
def test_another_customer_changes_nobody_elses_grade(found, mode):
    """8: locality, for each way to treat credits; auto chooses one for the whole file."""
    rules = policy(aging={"credits": mode})
    book = ledger(written(found))
    more = ledger(written([*found, ("丙", "CNY", "A1", -90, 30, 5000)]))
    one, two = (
        {g.customer: g for g in grade(stand(b, JULY, rules), rules).grades} for b in (book, more)
    )
    assert {name: two[name] for name in one} == one


@pytest.mark.parametrize("parts", [["-2.00"], ["-1.00", "-1.00"]])
def test_a_receipt_in_parts_does_not_make_a_ledger_unmatched(parts):
    """6: what was paid on one day is one receipt, however many rows it has."""
    paid = [*parts, "-1.00"]
    rows = [("A1", "invoice", "1.00")] * 3 + [("A2", "receipt", amount) for amount in paid]
    lines = [f"甲  {number}  {kind}  2026-07-18  {amount}" for number, kind, amount in rows]
    book = ledger("\n".join(["customer  document_no  kind  issue_date  amount", *lines]))
    total = aged(book).totals[0]
    assert (total.open_minor, total.unapplied_minor) == (300, 300)


@pytest.mark.parametrize("mode", MODES)
def test_a_receipt_larger_than_everything_leaves_no_negative_bucket(mode):
    book = ledger("""
        customer  kind     issue_date  due_date    amount
        甲        invoice  2026-05-01  2026-06-30  100.00
        甲        receipt  2026-07-01  -           -250.00
    """)
    total = aged(book, mode=mode).totals[0]
    assert min(total.bucket_minor) >= 0
    assert total.balance_minor == -15000
