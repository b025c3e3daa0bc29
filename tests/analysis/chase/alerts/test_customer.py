"""Which light a customer has, and why."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.chase.alerts.signal import Light
from arcollect.analysis.chase.alerts.subject import Remembered
from arcollect.analysis.chase.alerts.watch import watch
from arcollect.analysis.chase.promises import judge
from arcollect.analysis.position import stand
from arcollect.analysis.standing.scoring.score import score
from arcollect.analysis.standing.scoring.segment import sort_out
from arcollect.register.entries import History, PromiseEntry

JULY = day("2023-07-18")
HEAD = "customer  issue_date  due_date  settled_date  amount\n"


def watched(rows, *, head=HEAD, customers="", history=None, changes=None, **sections):
    rules = policy(**sections)
    position = stand(ledger(head + rows, customers=customers, cutoff=JULY), JULY, rules)
    promises = judge(history or History(), position, rules)
    segments = sort_out(score(position, rules), rules)
    return watch(position, segments, rules, Remembered(promises, None, changes or {}))


def light(rows, **more):
    (one,) = watched(rows, **more).customers
    return one


def keys(rows, **more):
    return [signal.key for signal in light(rows, **more).signals]


def overdue(days, amount="10000"):
    due = JULY - dt.timedelta(days=days)
    return f"甲  2023-01-01  {due}  -  {amount}"


@pytest.mark.parametrize(
    ("days", "key", "colour"),
    [
        (2, None, Light.GREEN), (3, "overdue_fresh", Light.YELLOW),
        (30, "overdue_fresh", Light.YELLOW), (31, "overdue_yellow", Light.YELLOW),
        (90, "overdue_yellow", Light.YELLOW), (91, "overdue_red", Light.RED),
    ],
)  # fmt: skip
def test_days_overdue(days, key, colour):
    """R003-32, R000-10, R000-18; lateness of three months needs three documents."""
    one = light(overdue(days), score={"medium_from": 0, "medium_terms_days": 999})
    assert [s.key for s in one.signals if "overdue" in s.key] == ([key] if key else [])
    assert one.light is colour


def test_core_customers_have_their_grace_first():
    """X-26: max(3, grace + 1) = day 4."""
    paid = "".join(
        f"甲  2020-01-01  2023-0{m}-0{d}  2023-0{m}-0{d}  900000\n"
        for m in range(1, 7)
        for d in (1, 5, 9)
    )
    calm = {"alerts": {"terms_max_days": 9999}}
    assert light(paid + overdue(3), **calm).segment == "core"
    assert keys(paid + overdue(3), **calm) == []
    assert keys(paid + overdue(4), **calm) == ["overdue_fresh"]


THREE = """
    甲  2023-05-01  2023-06-01  2023-06-01  {rest}
    甲  2023-05-01  2023-06-02  2023-06-02  1
    甲  2023-05-01  2023-06-10  {paid}  {late}
"""


@pytest.mark.parametrize("paid", ["2023-06-11", "-"])
@pytest.mark.parametrize(("late", "rest", "red"), [(4100, 5899, True), (4000, 5999, False)])
def test_late_rate_of_three_months(paid, late, rest, red):
    """G-05c: 41 % is red, exactly 40.00 % is not; unpaid counts as late."""
    found = keys(THREE.format(late=late, rest=rest, paid=paid))
    assert ("late_rate" in found) is red


def test_late_rate_is_not_tested_where_paid_documents_are_missing():
    """An open-item file has late documents only: 100 % would be a false alarm."""
    rows = "甲  2023-05-01  2023-06-01  1000\n" * 3
    found = watched(rows, head="customer  issue_date  due_date  amount\n")
    assert "late_rate" not in [s.key for s in found.customers[0].signals]
    assert ("late_rate", 1) in [(u.key, u.customers) for u in found.untested]


@pytest.mark.parametrize(
    ("flag", "colour", "source"),
    [
        ("dishonest-list", Light.RED, "R003-26"), ("transfer-risk", Light.RED, "R001-12"),
        ("bank-overdue", Light.RED, "R003-48"), ("wilful", Light.RED, "R002-10"),
        ("profit-down", Light.YELLOW, "R003-25"), ("tax-abnormal", Light.YELLOW, "R003-86"),
        ("legal-rep-change", Light.YELLOW, "R003-59"), ("line-stopped", Light.YELLOW, "R003-59"),
    ],
)  # fmt: skip
def test_flags_typed_in(flag, colour, source):
    one = light(overdue(-5), customers=f"customer  flags\n甲  {flag}")
    (found,) = [s for s in one.signals if s.key.startswith("flag_")]
    assert (found.light, found.source, one.light) == (colour, source, colour)


@pytest.mark.parametrize(
    ("column", "value", "key"),
    [
        ("debt_ratio", "0.7001", "debt_ratio"), ("debt_ratio", "0.7", None),
        ("customers_lost", "0.2001", "customers_lost"), ("customers_lost", "0.2", None),
        ("contact_changes", "2", "contacts"), ("contact_changes", "1", None),
        ("credit_limit", "9999.99", "limit_use"), ("credit_limit", "10000", None),
        ("is_bad_debt", "yes", "bad_debt"),
    ],
)  # fmt: skip
def test_facts_typed_in(column, value, key):
    """R003-25, R003-63, R002-16, R001-20: strict, except the count of changes."""
    found = keys(overdue(-5), customers=f"customer  {column}\n甲  {value}")
    assert [k for k in found if k != "terms"] == ([key] if key else [])


def test_open_orders_use_up_the_limit():
    sheet = "customer  credit_limit  open_orders\n甲  12000  2000.01"
    assert "limit_use" in keys(overdue(-5), customers=sheet)


def test_an_unapproved_limit_is_a_signal_only_where_approvers_are_recorded():
    """R003-39; without the column it is listed as not tested."""
    rows = overdue(-5) + "\n" + overdue(-5).replace("甲", "乙")
    sheet = "customer  credit_limit  limit_approver\n甲  500000.01  -\n乙  600000  {}"
    found = {
        c.customer: [s.key for s in c.signals]
        for c in watched(rows, customers=sheet.format("王总")).customers
    }
    assert "limit_approval" in found["甲"]
    assert "limit_approval" not in found["乙"]
    nobody = watched(rows, customers=sheet.format("-"))
    assert ("limit_approval", 2) in [(u.key, u.customers) for u in nobody.untested]


def test_a_broken_promise_lights_up():
    promise = PromiseEntry(
        "p1", "", "甲", "甲", "CNY", day("2023-07-01"), day("2023-07-10"), 500000
    )
    rows = overdue(20) + "\n甲  2023-01-01  2023-02-01  2023-02-01  10"
    assert "promises" in keys(rows, history=History(promises=(promise,)))


@pytest.mark.parametrize(("allowed", "lit"), [(60, True), (61, False)])
def test_terms_longer_than_allowed(allowed, lit):
    """Issued 61 days before the due date; no score in an open-item file."""
    rows = "甲  2023-06-01  2023-08-01  1000"
    head = "customer  issue_date  due_date  amount\n"
    (one,) = watched(rows, head=head, alerts={"terms_max_days": allowed}).customers
    assert ("terms" in [s.key for s in one.signals]) is lit


def test_red_and_yellow_have_a_response_and_a_day():
    """R003-61: 24 hours; every 14 days; green has none."""
    assert light(overdue(91)).by == day("2023-07-19")
    assert light(overdue(40)).by == day("2023-08-01")
    calm = light("甲  2023-07-01  2023-07-30  -  100", alerts={"terms_max_days": 99})
    assert (calm.light, calm.by, calm.restrict) == (Light.GREEN, None, ())


def test_nobody_answers_on_a_free_day():
    """The 19th off: red by the 20th, as in the worklist; 14 days end on Tuesday."""
    off = {"extra_holidays": ["2023-07-19", "2023-08-01"]}
    assert light(overdue(91), **off).by == day("2023-07-20")
    assert light(overdue(40), **off).by == day("2023-08-02")


IN_CREDIT = "customer  kind  due_date  amount\n"


def test_a_customer_in_credit_is_neither_stopped_nor_hunted():
    """U-02: 300 received and not matched, 200 overdue, flagged as refusing to pay."""
    rows = "甲  invoice  2023-01-01  200\n甲  receipt  -  {}"
    more = {"head": IN_CREDIT, "customers": "customer  flags\n甲  refuses"}
    separate = {"credits": "separate"}
    covered = light(rows.format("-300"), aging=separate, **more)
    owing = light(rows.format("-199"), aging=separate, **more)
    assert (covered.light, covered.restrict) == (Light.YELLOW, ())
    assert {s.advice.key for s in covered.signals} == {"alerts_why.do_settle"}
    assert covered.respond.key == "alerts_why.respond_settle"
    assert (owing.light, owing.restrict[0].key) == (Light.RED, "alerts_why.restrict_stop")


def test_what_is_recommended_for_red_customers():
    """R002-10, R002-17."""
    stop = light(overdue(40), customers="customer  flags\n甲  wilful")
    assert stop.restrict[0].key == "alerts_why.restrict_stop"
    sheet = "customer  flags  credit_limit\n甲  transfer-risk  100000"
    said = [s.key.rpartition("_")[2] for s in light(overdue(40), customers=sheet).restrict]
    assert said == ["risk", "limit", "preserve"]


@pytest.mark.parametrize(("amount", "yes"), [("499999.99", False), ("500000", True)])
def test_an_emergency_is_red_and_large(amount, yes):
    """R001-24: at least 500,000, and at least a tenth of everything."""
    assert light(overdue(91, amount)).is_emergency is yes
    many = overdue(91, amount) + "\n" + overdue(-5, "9000000").replace("甲", "乙")
    assert not any(one.is_emergency for one in watched(many).customers)


@settings(max_examples=25, deadline=None)
@given(st.integers(-20, 150), st.integers(0, 120), st.integers(1, 60))
def test_a_later_payment_never_turns_a_light_greener(ago, late, more):
    """Invariant 15."""
    due = JULY - dt.timedelta(days=ago)

    def paid(days):
        settled = due + dt.timedelta(days=days)
        return f"甲  2023-01-01  {due}  {settled if settled <= JULY else '-'}  5000"

    order = [Light.GREEN, Light.YELLOW, Light.RED]
    before, after = light(paid(late)).light, light(paid(late + more)).light
    assert order.index(after) >= order.index(before)


@pytest.mark.parametrize(("changes", "lit"), [(1, False), (2, True)])
def test_contact_persons_changing_by_the_log(changes, lit):
    """R002-16: where the log names people, nothing needs to be typed in."""
    found = watched("甲  2023-07-01  2023-07-30  -  100", changes={("", "甲"): changes})
    assert ("contacts" in [one.key for c in found.customers for one in c.signals]) is lit
    assert "contacts" not in [one.key for one in found.untested]


@pytest.mark.parametrize(("received", "is_alert"), [("-7000", False), ("-2000", True)])
def test_money_not_yet_applied_is_no_overdue_signal(received, is_alert):
    """U-02: 5,000 overdue, 7,000 received and not applied: nothing to ask for."""
    rows = f"甲  2023-06-01  2023-07-08  -  5000\n甲  2023-07-10  2023-07-10  -  {received}"
    found = keys(rows, aging={"credits": "separate"})
    assert ("overdue_fresh" in found) is is_alert
