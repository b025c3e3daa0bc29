"""Whether one person holds two keys, or the same key for too long."""

from __future__ import annotations

import datetime as dt

from tests.analysis.outcome.audit.desk import AS_OF, fields, look, rows_of

from arcollect.analysis.outcome.audit.hint import Weight
from arcollect.analysis.outcome.audit.people import rotation, same_hand, segregation
from arcollect.register.entries import Channel, ContactEntry, History

RECEIPTS = """
    customer  date        amount  cashier
    甲        2026-10-08  100     李四
    乙        2026-10-08  100     王五
"""


def test_who_collects_and_cashes_for_one_customer():
    found = look(
        segregation, receipts=RECEIPTS, customers="customer  collector\n甲  李四\n乙  李四"
    )
    (hint,) = found.hints
    assert (hint.whose.customer, hint.weight) == ("甲", Weight.HIGH)
    assert hint.measured.facts["person"] == "李四"
    assert [m.key for m in hint.measured.facts["steps"]] == [  # type: ignore[attr-defined]
        "audit_why.role_cash", "audit_why.role_collect",
    ]  # fmt: skip
    assert fields(found) == {"limit_approver", "contract_signer"}


def test_different_customers_are_different_desks():
    customers = "customer  collector\n甲  王五\n乙  李四"
    assert look(segregation, receipts=RECEIPTS, customers=customers).hints == ()


def test_who_sells_may_collect_but_not_cash():
    items = "customer  document_no  amount  salesperson\n甲  1  5  李四\n乙  2  5  李四"
    customers = "customer  collector\n甲  李四\n乙  李四"
    assert look(segregation, items, customers=customers).hints == ()
    (hint,) = look(segregation, items, customers=customers, receipts=RECEIPTS).hints
    assert hint.whose.customer == "甲"


def test_one_hint_per_person_with_all_customers():
    customers = "customer  collector  limit_approver\n甲  李四  李四\n乙  李四  李四"
    (hint,) = look(segregation, customers=customers).hints
    assert hint.measured.facts["count"] == 2
    assert (hint.whose.customer, hint.weight) == ("", Weight.MEDIUM)


def test_nothing_to_compare_is_said():
    found = look(segregation)
    assert found.looked_at == 0
    assert fields(found) == {"limit_approver", "contract_signer", "collector", "cashier"}


def test_entered_and_approved_by_one():
    found = look(same_hand, """
        customer  document_no  amount  operator  approver
        甲        1            5       王五      王五
        甲        2            5       王五      赵六
        甲        3            5       -         -
    """)  # fmt: skip
    assert rows_of(found) == [[2]]
    assert found.looked_at == 2


def test_two_years_are_no_hint_and_a_day_more_is():
    since = AS_OF - dt.timedelta(days=730)
    customers = f"customer  collector  collector_since_date\n甲  李四  {since}"
    assert look(rotation, customers=customers).hints == ()
    found = look(rotation, customers=customers, as_of=AS_OF + dt.timedelta(days=1))
    assert [hint.measured.facts["days"] for hint in found.hints] == [731]


def test_the_registers_contacts_tell_it_too():
    def contact(day: str) -> ContactEntry:
        at = dt.datetime.fromisoformat(day)
        return ContactEntry(day, at, "", "甲", "甲", "CNY", Channel.CALL, ours="李四")

    long = History(contacts=(contact("2024-01-01"), contact("2026-10-01")))
    short = History(contacts=(contact("2024-11-01"), contact("2026-10-01")))
    assert [h.whose.customer for h in look(rotation, history=long).hints] == ["甲"]
    assert look(rotation, history=short).hints == ()
    assert fields(look(rotation)) == {"collector_since_date"}
