"""Statements worked by hand: opening + movements = closing (U-23)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.chase.statement.drawn import balances, draw_up
from arcollect.analysis.position import stand
from arcollect.errors import UsageError
from arcollect.register.entries import History, StatementEntry

ITEMS = """
    customer  document_no  issue_date  due_date    amount  open
    甲公司    A1           2026-08-01  2026-08-31  100.00  0
    甲公司    A2           2026-09-05  2026-10-05  50.00   20.00
    甲公司    A3           2026-10-02  2026-11-02  70.00   70.00
    乙公司    B1           2026-07-01  2026-07-31  10.00   10.00
"""
RECEIPTS = """
    date        customer  amount  reference
    2026-08-20  甲公司    40.00   A1
    2026-09-10  甲公司    60.00   A1
    2026-09-28  甲公司    30.00   A2
"""


def drawn(book, last="2026-09-30", history=History(), **rules):  # noqa: B008
    made = policy(**rules)
    return draw_up(stand(book, day(last), made), made, history)


def of(answer, customer="甲公司"):
    return next(s for s in answer.statements if s.customer == customer)


def test_opening_and_movements_make_the_closing_balance():
    """60 owed, 50 invoiced, 60 + 30 received: 20 open, the document of October is not in."""
    found = of(drawn(ledger(ITEMS, receipts=RECEIPTS)))
    assert (found.opening_minor, found.closing_minor, found.other_minor) == (60_00, 20_00, 0)
    assert [(str(m.day), str(m.kind), m.document_no, m.amount_minor) for m in found.movements] == [
        ("2026-09-05", "invoice", "A2", 50_00),
        ("2026-09-10", "receipt", "A1", -60_00),
        ("2026-09-28", "receipt", "A2", -30_00),
    ]
    assert [(line.document_no, line.open_minor) for line in found.open] == [("A2", 20_00)]


def test_a_balance_without_movement_gets_a_statement_too():
    found = of(drawn(ledger(ITEMS, receipts=RECEIPTS)), "乙公司")
    assert (found.opening_minor, found.closing_minor, found.movements) == (10_00, 10_00, ())


def test_one_month_opens_where_the_one_before_closed():
    book = ledger(ITEMS, receipts=RECEIPTS)
    september, october = of(drawn(book)), of(drawn(book, "2026-10-31"))
    assert september.closing_minor == october.opening_minor == 20_00


def test_without_dated_money_nothing_is_invented():
    answer = drawn(ledger(ITEMS), "2026-10-31")
    found = of(answer)
    assert answer.why_no_opening is not None
    assert answer.why_no_opening.key == "statement_why.no_payments"
    assert (found.opening_minor, found.closing_minor) == (None, 90_00)
    assert [m.document_no for m in found.movements] == ["A3"]


def test_what_changed_without_a_date_is_said():
    """A2 was paid in part and no receipt says when."""
    only_a1 = "\n".join(RECEIPTS.splitlines()[:4])
    found = of(drawn(ledger(ITEMS, receipts=only_a1)))
    assert (found.opening_minor, found.other_minor, found.closing_minor) == (60_00, -30_00, 20_00)
    assert not found.is_clear


def test_money_for_documents_no_longer_listed_was_owed_before():
    gone = RECEIPTS + "    2026-09-15  甲公司    5.00   A0\n"
    found = of(drawn(ledger(ITEMS, receipts=gone)))
    assert (found.opening_minor, found.returned_minor, found.other_minor) == (65_00, 5_00, 0)


def test_bills_and_credit_notes_stand_apart():
    """A bill is no cash (U-03), a red invoice no receipt; a dishonoured bill is nothing."""
    book = ledger(
        """
        customer  document_no  kind     issue_date  due_date    amount
        甲公司    A1           invoice  2026-08-01  2026-08-31  100.00
        甲公司    R1           credit   2026-09-02  2026-09-02  -15.00
        """,
        receipts="""
        date        customer  amount  reference  method  bill_maturity  is_dishonoured
        2026-09-10  甲公司    30.00   A1         bill    2027-03-10     -
        2026-09-11  甲公司    20.00   A1         bill    2027-03-11     yes
        """,
    )
    found = of(drawn(book))
    moved = [(str(m.kind), m.amount_minor) for m in found.movements]
    assert moved == [("credit", -15_00), ("bill", -30_00)]
    assert (found.opening_minor, found.closing_minor, found.other_minor) == (100_00, 55_00, 0)


def test_companies_and_currencies_are_never_mixed():
    book = ledger(
        """
        company  customer  document_no  issue_date  due_date    currency  amount
        一公司   甲公司    A1           2026-09-01  2026-09-30  CNY       100.00
        一公司   甲公司    A2           2026-09-01  2026-09-30  USD       100.00
        二公司   甲公司    A3           2026-09-01  2026-09-30  CNY       100.00
        """
    )
    assert [s.party for s in drawn(book).statements] == [
        ("一公司", "甲公司", "CNY"),
        ("一公司", "甲公司", "USD"),
        ("二公司", "甲公司", "CNY"),
    ]


def test_an_opening_that_differs_from_last_months_foot_is_known():
    before = StatementEntry(
        "2026-08", "", "甲公司", "甲公司", "CNY", 61_00, day("2026-09-01"), "", ""
    )
    found = of(drawn(ledger(ITEMS, receipts=RECEIPTS), history=History(statements=(before,))))
    assert (found.before_minor, found.opening_minor) == (61_00, 60_00)


def test_due_by_the_fifth_and_a_reply_on_a_workday():
    """R003-45; ten days after 5 October is the 15th, a Thursday; after 5 November a Sunday."""
    book = ledger(ITEMS, receipts=RECEIPTS)
    september, october = drawn(book), drawn(book, "2026-10-31")
    assert (september.due_on, september.reply_by) == (day("2026-10-05"), day("2026-10-15"))
    assert (october.due_on, october.reply_by) == (day("2026-11-05"), day("2026-11-16"))


def test_a_month_after_the_ledgers_end_is_refused():
    with pytest.raises(UsageError):
        drawn(ledger(ITEMS, cutoff=day("2026-09-30")), "2026-10-31")


@st.composite
def histories(draw):
    """Documents and receipts of three months; each receipt names a document or nothing."""
    count = draw(st.integers(1, 8))
    days = [
        f"2026-{draw(st.integers(7, 9)):02d}-{draw(st.integers(1, 28)):02d}" for _ in range(count)
    ]
    amounts = [draw(st.integers(1, 9_999_999)) for _ in range(count)]
    items = [
        f"{'甲乙'[n % 2]}  D{n}  {d}  {d}  {a / 100:.2f}"
        for n, (d, a) in enumerate(zip(days, amounts, strict=True))
    ]
    receipts = [
        f"2026-{draw(st.integers(7, 9)):02d}-{draw(st.integers(1, 28)):02d}"
        f"  {draw(st.sampled_from('甲乙'))}  {draw(st.integers(1, 999_999)) / 100:.2f}"
        f"  {draw(st.sampled_from([*(f'D{n}' for n in range(count)), '-']))}"
        for _ in range(draw(st.integers(0, 6)))
    ]
    head = "customer  document_no  issue_date  due_date  amount\n"
    return ledger(
        head + "\n".join(items),
        receipts="date  customer  amount  reference\n" + "\n".join(receipts),
    )


@settings(deadline=None, max_examples=40)
@given(histories())
def test_every_statement_adds_up_and_ties_to_the_position(book):
    answer = drawn(book)
    position = stand(book, day("2026-09-30"), policy())
    owed = {party: minor for party, minor in balances(position).items() if minor}
    assert {s.party: s.closing_minor for s in answer.statements if s.closing_minor} == owed
    for s in answer.statements:
        assert sum(line.open_minor for line in s.open) == s.closing_minor
        if s.opening_minor is not None:
            moved = sum(m.amount_minor for m in s.movements)
            assert s.opening_minor + moved + s.other_minor == s.closing_minor
