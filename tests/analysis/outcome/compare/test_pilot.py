"""Where to try a change first, and whether it worked: R003-18, X-17."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from tests.analysis.build import day, policy
from tests.analysis.outcome.compare.test_comparison import items, state

from arcollect.analysis.outcome.compare.pilot import (
    Candidate,
    Past,
    Trial,
    candidates,
    trial,
)
from arcollect.analysis.position import Position, stand
from arcollect.ledger.schema import Ledger
from arcollect.register.entries import Channel, ContactEntry, History

HEAD = "customer  region  document_no  issue_date  due_date  amount  open  settled_date"
OLD, NEW = "2026-04-30", "2026-05-31"


def at(as_of: str, book: Ledger) -> Position:
    return stand(book, day(as_of), policy())


def fits(*rows: str, as_of: str = NEW) -> dict[str, Candidate]:
    found = candidates(at(as_of, items(*rows, head=HEAD)), policy(), {})
    return {one.group.name: one for one in found}


@pytest.mark.parametrize(("late", "fit"), [("36.01", True), ("36.00", False)])
def test_a_group_is_fit_strictly_above_1_2_times_the_whole(late: str, fit: bool) -> None:
    """East 36.00 of 60.00 late is 60 %, the whole 50.00 of 100.00: exactly 1.2 times is not."""
    rest = {"36.01": "23.99", "36.00": "24.00"}[late]
    other = {"36.01": ("13.99", "26.01"), "36.00": ("14.00", "26.00")}[late]
    found = fits(
        f"甲  华东  A1  2026-01-01  2026-02-01  {late}  {late}  -",
        f"甲  华东  A2  2026-01-01  2026-12-01  {rest}  {rest}  -",
        f"乙  华北  B1  2026-01-01  2026-02-01  {other[0]}  {other[0]}  -",
        f"乙  华北  B2  2026-01-01  2026-12-01  {other[1]}  {other[1]}  -",
    )
    assert (found["华东"].share, found["华东"].line) == (Fraction(6, 10), Fraction(6, 10))
    assert found["华东"].is_fit is fit
    assert found["华北"].is_fit is False


@pytest.mark.parametrize(("money", "listed"), [("30.00", True), ("29.99", False)])
def test_a_group_needs_30_percent_of_the_open_money(money: str, listed: bool) -> None:
    rest = {"30.00": "70.00", "29.99": "70.01"}[money]
    found = fits(
        f"甲  华东  A1  2026-01-01  2026-02-01  {money}  {money}  -",
        f"乙  -  B1  2026-01-01  2026-12-01  {rest}  {rest}  -",
    )
    assert ("华东" in found) is listed
    assert "" not in found


def test_segments_are_groups_too() -> None:
    book = items("甲  -  A1  2026-01-01  2026-02-01  5  5  -", head=HEAD)
    (one,) = candidates(at(NEW, book), policy(), {("", "甲"): "risk"})
    assert (one.group.by, one.group.name, one.share) == ("segment", "risk", Fraction(1))


def tried(
    late_now: str, paid_on: str, history: History | None = None, *, kept: bool = False
) -> Trial:
    """Before: 600 of 1,000 late, 500 paid after 100 days; now what is given."""
    old = items(
        "甲  华东  A1  2026-03-01  2026-04-01  600  600  -",
        "乙  华东  A2  2026-03-01  2026-09-01  400  400  -",
        head=HEAD,
    )
    rest = str(1000 - int(late_now))
    new = items(
        f"甲  华东  A1  2026-03-01  2026-04-01  {late_now}  {late_now}  -",
        f"乙  华东  A2  2026-03-01  2026-09-01  {rest}  {rest}  -",
        "丙  华东  A0  2026-01-01  2026-02-01  500  0  2026-04-11",
        f"丙  华东  A3  2026-03-01  2026-09-01  500  0  {paid_on}",
        head=HEAD,
    )
    past = Past(state(old, OLD), None if kept else at(OLD, old))
    return trial(at(NEW, new), past, ("region", "华东"), policy(), history or History())


@pytest.mark.parametrize(
    ("late", "paid_on", "met"),
    [
        ("510", "2026-05-20", (True, True)),  # 51 % = 60 % less 15 %; 80 days = 100 less 20 %
        ("511", "2026-05-21", (False, False)),
    ],
)
def test_success_is_relative_and_exact(late: str, paid_on: str, met: tuple[bool, bool]) -> None:
    found = tried(late, paid_on)
    assert tuple(one.is_met for one in found.checks) == met
    ratio, days = found.checks
    assert (ratio.before, ratio.most) == (Fraction(6, 10), Fraction(51, 100))
    assert (days.before, days.most) == (100, 80)  # type: ignore[comparison-overlap]


def test_a_kept_state_knows_no_regions() -> None:
    ratio, days = tried("510", "2026-05-20", kept=True).checks
    assert (ratio.is_met, ratio.needs and ratio.needs.key) == (None, "compare_why.pilot_kept")
    assert days.is_met is True


def test_a_kept_state_knows_the_salesperson() -> None:
    head = "customer  salesperson  document_no  issue_date  due_date  amount  open"
    old = items("甲  张三  A1  2026-03-01  2026-04-01  60  60",
                "甲  张三  A2  2026-03-01  2026-09-01  40  40", head=head)  # fmt: skip
    new = items("甲  张三  A1  2026-03-01  2026-04-01  30  30",
                "甲  张三  A2  2026-03-01  2026-09-01  70  70", head=head)  # fmt: skip
    found = trial(at(NEW, new), Past(state(old, OLD)), ("salesperson", "张三"), policy(), History())
    assert found.checks[0].is_met is True
    assert found.checks[1].needs is not None  # no receipts: days to cash cannot be measured
    assert found.checks[1].needs.key == "compare_why.pilot_receipts"


def test_complaints_are_counted_where_a_log_is_kept() -> None:
    def complaint(key: str, at_: str) -> ContactEntry:
        moment = dt.datetime.fromisoformat(at_)
        return ContactEntry(key + at_, moment, "", key, key, "CNY", Channel.CALL, is_complaint=True)

    told = History(
        contacts=(
            complaint("甲", "2026-05-10T10:00"),
            complaint("甲", "2026-04-30T10:00"),
            complaint("外人", "2026-05-10T10:00"),
        )
    )
    assert tried("510", "2026-05-20", told).complaints == 1
    assert tried("510", "2026-05-20").complaints is None
