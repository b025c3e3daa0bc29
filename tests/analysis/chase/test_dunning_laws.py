from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.chase.stood import dunned

AS_OF = dt.date(2026, 10, 31)
ROW = st.tuples(
    st.sampled_from(["甲", "乙"]),
    st.sampled_from(["D1", "D2", "-"]),
    st.integers(-20, 400),
    st.integers(-300_000_00, 500_000_00).filter(bool),
    st.integers(0, 100_000_00),
    st.sampled_from(["-", "-", "small", "bill"]),
)


def table(rows):
    """The rows as a ledger; a negative amount is a credit that nobody matched."""
    lines = ["customer  document_no  issue_date  due_date  amount  disputed  remark"]
    for customer, number, days, minor, disputed, remark in rows:
        due = AS_OF - dt.timedelta(days=days)
        money = f"{minor / 100:.2f}  {max(0, min(disputed, minor)) / 100:.2f}"
        lines.append(f"{customer}  {number}  2025-01-01  {due}  {money}  {remark}")
    return "\n".join(lines)


@settings(deadline=None, max_examples=12)
@given(st.lists(ROW, min_size=1, max_size=8))
def test_money_is_demanded_once_or_held_with_a_reason(rows):
    """Overdue = to demand + held; net = to demand less unapplied, above zero (U-02)."""
    found = dunned(table(rows), AS_OF.isoformat())
    accounts = [n.customer for n in found.notices] + [n.customer for n in found.silent]
    assert sorted(accounts) == sorted({row[0] for row in rows})
    for notice in (n for n in found.notices if n.level != "L0"):
        held = sum(minor for _, minor in notice.not_demanded)
        assert notice.overdue_minor == notice.gross_minor + held
        assert notice.demand_minor == notice.gross_minor - notice.unapplied_minor > 0
        assert all(d.days_past_due > 0 for d in notice.items)


@settings(deadline=None, max_examples=8)
@given(st.lists(ROW, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_order_of_rows_changes_no_letter(rows, random):
    def letters(given_rows):
        found = dunned(table(given_rows), AS_OF.isoformat())
        return [(n.customer, n.level, n.demand_minor, n.worst_days) for n in found.notices]

    assert letters(rows) == letters(random.sample(rows, len(rows)))
