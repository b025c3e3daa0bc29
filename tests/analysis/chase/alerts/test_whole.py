"""Which light the receivables have as a whole."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.chase.alerts.emergency import FORBIDDEN, checklist
from arcollect.analysis.chase.alerts.signal import Light
from arcollect.analysis.chase.alerts.subject import Remembered
from arcollect.analysis.chase.alerts.watch import watch
from arcollect.analysis.chase.promises import Promises
from arcollect.analysis.position import stand
from arcollect.analysis.standing.scoring.score import score
from arcollect.analysis.standing.scoring.segment import sort_out
from arcollect.register.entries import Snapshot, SnapshotHead

JULY = day("2023-07-18")
HEAD = "customer  due_date  amount  currency  industry\n"


def watched(rows, before=None, **sections):
    rules = policy(**sections)
    position = stand(ledger(HEAD + rows), JULY, rules)
    segments = sort_out(score(position, rules), rules)
    return watch(position, segments, rules, Remembered(Promises((), JULY), before))


def keys(rows, **more):
    return [one.signal.key for one in watched(rows, **more).whole]


def items(*rows):
    return "\n".join(
        f"{name}  {JULY - dt.timedelta(days=days)}  {amount}  {more[0] if more else 'CNY'}  "
        f"{more[1] if len(more) > 1 else '-'}"
        for name, days, amount, *more in rows
    )


@pytest.mark.parametrize(("late", "lit"), [("150000", False), ("150000.01", True)])
def test_overdue_ratio_is_strict(late, lit):
    """G-05 and R003-56: exactly 15 % gives no signal."""
    on_time = "850000" if not lit else "849999.99"
    rows = items(("甲", 5, late), ("乙", -5, on_time))
    assert ("overdue_ratio" in keys(rows)) is lit


def snapshot(dso, currency="CNY"):
    head = SnapshotHead("s1", day("2023-06-30"), "", "r1")
    return Snapshot(head, (), (), (("dso", currency, dso),))


@pytest.mark.parametrize(
    ("before", "lit"), [("50", True), ("6000/119", False), ("60", False), ("0", False)]
)
def test_dso_20_percent_longer_than_last_time(before, lit):
    """G-05d: 50 to 60 is exactly 20 % and counts; 19 % does not."""
    rows = items(("甲", -5, "200000"))  # 360 x 200,000 / 1,200,000 = 60 days
    found = keys(rows, before=snapshot(before), ratios={"annual_revenue": "1,200,000"})
    assert ("dso_longer" in found) is lit


def test_nearly_20_percent_is_no_signal():
    """G-05d: 50 to 59.99 days."""
    rows = items(("甲", -5, "199966.66"))
    found = keys(rows, before=snapshot("50"), ratios={"annual_revenue": "1,200,000"})
    assert "dso_longer" not in found


@pytest.mark.parametrize("before", [None, snapshot("50", "USD")])
def test_dso_is_not_compared_without_a_snapshot_of_that_currency(before):
    found = watched(items(("甲", -5, "100")), before, ratios={"annual_revenue": "1000"})
    assert "dso_longer" in [one.key for one in found.untested]


@pytest.mark.parametrize(("count", "lit"), [(2, False), (3, True)])
def test_a_late_rate_needs_as_many_documents_as_for_one_customer(count, lit):
    """segment.late_rate_least_documents = 3: one late invoice is no verdict on everything."""
    rows = "\n".join(
        f"{name}  2023-07-0{n}  2023-07-1{n}  100" for n, name in enumerate("甲乙丙"[:count], 1)
    )
    rows += "\n丁  2023-09-01  -  100"
    position = stand(
        ledger(f"customer  due_date  settled_date  amount\n{rows}", cutoff=JULY), JULY, policy()
    )
    segments = sort_out(score(position, policy()), policy())
    found = watch(position, segments, policy(), Remembered(Promises((), JULY)))
    assert ("late_rate" in [one.signal.key for one in found.whole]) is lit


def test_one_bucket_with_most_of_the_overdue_money():
    """R003-03: 60 % is not more than 60 %."""
    assert "tier" not in keys(items(("甲", 5, "600"), ("乙", 50, "400")))
    assert "tier" in keys(items(("甲", 5, "601"), ("乙", 50, "399")))


def test_one_customer_owes_most():
    rows = items(("甲", -5, "301"), ("乙", -5, "300"), ("丙", -5, "299"), ("丁", -5, "100"))
    (found,) = [one for one in watched(rows).whole if one.signal.key == "largest"]
    assert found.subject == "甲"
    assert "largest" not in keys(rows.replace("301", "300").replace("  100", "  101"))


def test_an_industry_later_than_the_whole():
    """R001-32: 3 customers, 300 of 300 late against 300 of 900."""
    late = [(name, 5, "100", "CNY", "建材") for name in "甲乙丙"]
    calm = [(name, -5, "200", "CNY", "化工") for name in "丁戊己"]
    (found,) = [o for o in watched(items(*late, *calm)).whole if o.signal.key == "industry"]
    assert (found.subject, found.signal.source) == ("建材", "R001-32")
    assert "industry" not in keys(items(*late[:2], *calm))


def test_currencies_are_never_added_up():
    """The dollars are all late, the yuan are not: only the dollars warn."""
    rows = items(("甲", 5, "100", "USD"), ("乙", -5, "100000", "CNY"))
    found = [one.currency for one in watched(rows).whole if one.signal.key == "overdue_ratio"]
    assert found == ["USD"]


def test_the_whole_may_be_calm_with_a_red_customer():
    rows = items(("甲", 100, "10"), *((name, -5, "250") for name in "乙丙丁戊"))
    found = watched(rows, alerts={"tier_above": "100%"})
    assert (found.whole_light, found.count(Light.RED), found.any_red) == (Light.GREEN, 1, True)


def test_the_first_five_days():
    """R003-62: confirmed by day 3, preservation by day 5, a Sunday: Monday (R-LAW-14)."""
    by = {step.what.key.rpartition("_")[2]: step.by for step in checklist(JULY, policy())}
    assert by["assets"] == day("2023-07-19")
    assert by["confirm"] == day("2023-07-21")
    assert by["preserve"] == day("2023-07-24")
    assert len(FORBIDDEN) == 12
