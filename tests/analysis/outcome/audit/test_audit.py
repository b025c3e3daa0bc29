"""All checks together, on ledgers of any kind."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.build import ledger, policy
from tests.analysis.outcome.audit.desk import AS_OF, numbered

from arcollect.analysis.outcome.audit.audit import CHECKS, Audit, audit
from arcollect.analysis.position import stand
from arcollect.register.entries import History
from arcollect.text import Lang
from arcollect.views.outcome.audit.rows import rows_table

NAMES = st.sampled_from(["甲", "NA", "[/]", "=1+1", "../../x", "甲 & 乙 <贸易>"])
NUMBERS = st.sampled_from([*(f"XS-{n:03}" for n in range(12)), "无号", "-"])
PEOPLE = st.sampled_from(["王五", "李四", "-"])
ITEM = st.tuples(
    NAMES, NUMBERS, st.sampled_from(["invoice", "credit", "receipt"]), st.integers(1, 400),
    st.sampled_from([1000, 5000, 123]), PEOPLE, PEOPLE, st.sampled_from(["CNY", "USD"]),
)  # fmt: skip
RECEIPT = st.tuples(NAMES, st.integers(0, 400), st.sampled_from([5, 1000]), NAMES, PEOPLE)


def examined(items: list[tuple], receipts: list[tuple]) -> Audit:
    rows = [
        f"{who}  {no}  {kind}  {AS_OF - dt.timedelta(days=n)}  "
        f"{amount if kind == 'invoice' else -amount}  {by}  {ok}  {currency}"
        for who, no, kind, n, amount, by, ok, currency in items
    ]
    head = "customer  document_no  kind  issue_date  amount  operator  approver  currency"
    paid = [
        f"{who}  {AS_OF - dt.timedelta(days=n)}  {amount}  {payer}  {by}"
        for who, n, amount, payer, by in receipts
    ]
    table = numbered("\n".join(["customer  date  amount  payer  cashier", *paid])) if paid else ""
    book = ledger(numbered("\n".join([head, *rows])), receipts=table)
    rules = policy(audit={"min_amount": "1"})
    return audit(stand(book, AS_OF, rules), History(), rules)


@given(st.lists(ITEM, min_size=1, max_size=25), st.lists(RECEIPT, max_size=15))
@settings(deadline=None, max_examples=15)
def test_hints_name_rows_that_are_there_and_are_ranked(items, receipts):
    found = examined(items, receipts)
    most = max(len(items), len(receipts)) + 1
    assert all(2 <= place.row <= most for hint in found.hints for place in hint.places)
    weights = [hint.weight for hint in found.hints]
    assert weights == sorted(weights, reverse=True)
    assert len(found.examined) == len(CHECKS)
    assert sum(len(one.hints) for one in found.examined) == len(found.hints)


@given(st.lists(ITEM, min_size=1, max_size=15), st.lists(ITEM, max_size=5))
@settings(deadline=None, max_examples=10)
def test_nothing_later_than_the_as_of_date_is_looked_at(items, later):
    future = [(*one[:3], -one[3], *one[4:]) for one in later]
    assert examined(items, []).hints == examined([*items, *future], []).hints


def test_every_row_says_whose_when_and_how_much():
    items = [("甲", "XS-1", "invoice", 60, 123, "-", "-", "CNY")]
    names = "甲乙丙丁戊己庚辛壬癸子"  # eleven: one hint for all of them
    found = examined(items, [(name, 14, 17, name, "-") for name in names])
    which = [hint.check for hint in found.hints].index("off_days")
    assert found.hints[which].whose.customer == ""
    shown = {column.key: list(column.values) for column in rows_table(found, Lang.EN).columns}
    at = [n for n, number in enumerate(shown["number"]) if number == which + 1]
    assert [shown["customer"][n] for n in at] == list(names)
    assert {shown["day"][n] for n in at} == {dt.date(2026, 10, 17)}  # a Saturday
    assert {(shown["amount"][n], shown["currency"][n]) for n in at} == {(Decimal(17), "CNY")}
