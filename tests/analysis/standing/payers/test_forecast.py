"""What comes in when, and that every cent is somewhere."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.position import Position, stand
from arcollect.analysis.standing.payers.expected import By
from arcollect.analysis.standing.payers.forecast import Forecast, forecast
from arcollect.analysis.standing.payers.lines import Line, Not, Promised, Told
from arcollect.analysis.standing.payers.weeks import Cases, Week, weeks_after
from arcollect.ledger.schema import Ledger
from arcollect.policy import Policy

AS_OF = "2026-06-30"  # a Tuesday; the next workday is Wednesday, 1 July
SIX_LATE = "\n".join(
    f"    甲  P{n}  2025-{n:02}-01  2025-{n + 1:02}-01  {due}  100.00"
    for n, due in enumerate(
        ("2025-02-11", "2025-03-11", "2025-04-11", "2025-05-11", "2025-06-21", "2025-07-31"), 1
    )
)
HEAD = "    customer  document_no  issue_date  due_date  settled_date  amount\n"
# Lateness of 甲: 10, 10, 10, 10, 20 and 30 days.
OPEN = """
    甲  A1  2026-05-01  2026-07-01  -  1,000.00
    甲  A2  2026-05-01  2026-06-15  -  200.00
    乙  B1  2026-05-01  2026-07-01  -  50.00
"""


def stood(items: str, as_of: str = AS_OF, **tables: str) -> Position:
    return stand(ledger(HEAD + items, **tables), day(as_of), Policy())  # type: ignore[arg-type]


def foreseen(items: str = SIX_LATE + OPEN, told: Told | None = None, **tables: str) -> Forecast:
    rules = policy(forecast={"least_documents": 2}, extra_workdays=())
    return forecast(stood(items, **tables), rules, told)


def line(found: Forecast, number: str) -> Line:
    (one,) = (one for one in found.lines if one.document_no == number)
    return one


def days(one: Line) -> tuple[object, ...]:
    assert one.expected is not None
    return one.expected.by, one.expected.early, one.expected.likely, one.expected.late


def test_due_date_and_the_customers_own_lateness() -> None:
    found = line(foreseen(), "A1")  # due 1 July; half are paid 10 days late, nine tenths 30
    later = (day("2026-07-13"), day("2026-07-13"), day("2026-07-31"))  # 11 July is a Saturday
    assert days(found) == (By.OWN, *later)
    assert found.expected is not None
    assert found.expected.documents == 6


def test_overdue_is_seen_among_those_of_its_age() -> None:
    # 15 days overdue: two of six were still unpaid then, paid at 20 and 30 days.
    assert days(line(foreseen(), "A2")) == (
        By.OWN, day("2026-07-06"), day("2026-07-06"), day("2026-07-15"),
    )  # fmt: skip


def test_without_own_history_all_customers_stand_in() -> None:
    assert days(line(foreseen(), "B1"))[0] is By.POOLED


def test_older_than_anything_paid_has_no_day() -> None:
    found = foreseen(SIX_LATE + "\n    甲  A3  2025-09-01  2026-01-01  -  70.00")
    assert days(line(found, "A3")) == (By.OLDER, None, None, None)
    assert found.inflows[0].weekly.beyond == Cases(7_000, 7_000, 7_000)


def test_without_history_due_dates_hold_and_overdue_is_not_forecast() -> None:
    found = foreseen(OPEN)
    assert days(line(found, "A1"))[:2] == (By.DUE, day("2026-07-01"))
    assert line(found, "A2").why_not is Not.NO_HISTORY
    assert found.inflows[0].not_forecast == {Not.NO_HISTORY: 20_000}
    assert found.backtest.errors == ()


def test_weeks_end_on_sunday_and_lose_no_day() -> None:
    weeks = weeks_after(day(AS_OF), day("2026-07-01"), 3)
    assert weeks == (
        Week(day("2026-07-01"), day("2026-07-05")),
        Week(day("2026-07-06"), day("2026-07-12")),
        Week(day("2026-07-13"), day("2026-07-19")),
    )
    saturday = weeks_after(day("2026-10-31"), day("2026-11-02"), 1)
    assert saturday == (Week(day("2026-11-01"), day("2026-11-08")),)


def test_the_weeks_by_hand() -> None:
    (inflow,) = foreseen(SIX_LATE + OPEN.replace("乙", "甲")).inflows
    weeks = inflow.weekly.cases
    assert weeks[0] == Cases(0, 0, 0)
    assert weeks[1] == Cases(20_000, 20_000, 0)  # A2 on 6 July
    assert weeks[2] == Cases(105_000, 105_000, 20_000)  # A1 and B1 on 13; A2 on 15 if late
    assert weeks[4] == Cases(0, 0, 105_000)  # A1 and B1 on 31 July if late
    assert inflow.open_minor == 125_000


def test_bills_come_at_maturity_and_are_no_promise() -> None:
    items = """
        customer  document_no  kind  issue_date  due_date    bill_maturity  amount
        甲        P1           bill  2026-05-01  2026-07-09  2026-07-09     300.00
    """
    found = forecast(stand(ledger(items), day(AS_OF), Policy()), Policy())
    assert days(found.lines[0]) == (By.BILL, *[day("2026-07-09")] * 3)


def test_a_bill_for_a_document_booked_as_paid_is_money_to_come() -> None:
    items = """
        customer  document_no  issue_date  due_date    amount  open
        甲        A1           2026-05-01  2026-07-01  300.00  0.00
        甲        A2           2026-05-01  2026-07-01  100.00  100.00
    """
    bill = """
        customer  date        amount  reference  method  bill_no  bill_maturity
        甲        2026-06-01  300.00  A1         bill    77       2026-08-03
        甲        2026-01-01  900.00  A0         bill    76       2026-05-03
    """
    found = forecast(stand(ledger(items, receipts=bill), day(AS_OF), Policy()), Policy())
    (inflow,) = found.inflows
    assert (inflow.open_minor, inflow.bills_minor) == (10_000, 30_000)
    assert [one.document_no for one in found.lines] == ["A2", "77"]


def test_what_is_not_waited_for_stands_apart() -> None:
    items = """
        customer  document_no  issue_date  due_date    amount  disputed  is_bad_debt  is_related_party
        甲        A1           2026-05-01  2026-07-01  300.00  100.00    -            -
        甲        A2           2026-05-01  -           40.00   -         -            -
        乙        B1           2026-05-01  2026-07-01  500.00  -         yes          -
        丙        C1           2026-05-01  2026-07-01  60.00   -         -            yes
    """
    (inflow,) = forecast(stand(ledger(items), day(AS_OF), Policy()), Policy()).inflows
    assert inflow.not_forecast == {
        Not.DISPUTED: 10_000, Not.BAD_DEBT: 50_000, Not.RELATED: 6_000, Not.NO_DUE_DATE: 4_000,
    }  # fmt: skip
    assert inflow.weekly.cases[0].likely == 20_000


def test_unapplied_receipts_cover_the_oldest() -> None:
    items = """
        customer  document_no  kind     issue_date  due_date    amount
        甲        A1           invoice  2026-05-01  2026-07-01  300.00
        甲        A2           invoice  2026-05-01  2026-07-02  100.00
        甲        S1           receipt  2026-06-01  -           -350.00
    """
    rules = policy(aging={"credits": "separate"})
    found = forecast(stand(ledger(items), day(AS_OF), rules), rules)
    assert found.inflows[0].not_forecast == {Not.COVERED: 35_000}
    assert found.inflows[0].weekly.so_far()[-1].likely == 5_000


def test_a_promise_is_no_certainty_where_nobody_has_paid_yet() -> None:
    """U-02: overdue, no history: without the promise it is not forecast, so never in the low case."""
    book = ledger("customer  document_no  due_date  amount\n甲  A1  2026-05-01  200.00")
    promise = Promised(("", "甲", "CNY"), day("2026-07-03"), 15_000)
    found = forecast(stand(book, day("2026-06-30"), Policy()), Policy(), Told((promise,)))
    promised, rest = found.lines
    assert days(promised) == (By.PROMISE, day("2026-07-03"), day("2026-07-03"), None)
    assert (rest.minor, rest.why_not) == (5_000, Not.NO_HISTORY)
    (inflow,) = found.inflows
    assert [c.late for c in inflow.weekly.cases] == [0] * 13
    assert inflow.weekly.beyond == (0, 0, 15_000)


def test_a_promise_is_believed_but_not_in_the_late_case() -> None:
    promise = Promised(("", "甲", "CNY"), day("2026-07-03"), 15_000, "A2")
    found = foreseen(told=Told((promise,)))
    promised, rest = (one for one in found.lines if one.document_no == "A2")
    assert days(promised) == (By.PROMISE, day("2026-07-03"), day("2026-07-03"), day("2026-07-15"))
    assert (promised.minor, rest.minor, days(rest)[0]) == (15_000, 5_000, By.OWN)


def test_a_dispute_of_the_register_is_not_forecast() -> None:
    position = stood(SIX_LATE + OPEN)
    item = int(position.open.loc[position.open["document_no"] == "A1", "item"].iloc[0])
    found = forecast(position, Policy(), Told(disputed={item: 60_000}))
    assert found.inflows[0].not_forecast[Not.DISPUTED] == 60_000


def test_own_companies_and_currencies_are_never_added_up() -> None:
    items = """
        company  customer  document_no  currency  issue_date  due_date    amount
        东       甲        A1           CNY       2026-05-01  2026-07-01  300.00
        西       甲        A2           CNY       2026-05-01  2026-07-01  100.00
        西       甲        A3           USD       2026-05-01  2026-07-01  70.00
    """
    found = forecast(stand(ledger(items), day(AS_OF), Policy()), Policy()).inflows
    assert [(one.company, one.currency, one.open_minor) for one in found] == [
        ("东", "CNY", 30_000), ("西", "CNY", 10_000), ("西", "USD", 7_000),
    ]  # fmt: skip


ROWS = st.lists(
    st.tuples(
        st.sampled_from("甲乙丙"),
        st.dates(dt.date(2025, 1, 1), dt.date(2026, 6, 30)),
        st.integers(-20, 200),  # terms
        st.one_of(st.none(), st.integers(0, 250)),  # paid so many days after issue
        st.integers(-50_000, 900_000),
        st.booleans(),
    ),
    min_size=1,
    max_size=12,
)


def written(rows: list[tuple[str, dt.date, int, int | None, int, bool]]) -> Ledger:
    lines = [
        f"    {who}  D{n}  {'invoice' if minor > 0 else 'receipt'}  {issued}  "
        f"{issued + dt.timedelta(days=terms)}  "
        f"{issued + dt.timedelta(days=paid) if paid is not None and minor > 0 else '-'}  "
        f"{minor / 100:.2f}  {'yes' if odd else '-'}"
        for n, (who, issued, terms, paid, minor, odd) in enumerate(rows)
    ]
    head = (
        "    customer  document_no  kind  issue_date  due_date  settled_date  amount  is_disputed"
    )
    return ledger("\n".join([head, *lines]))


@settings(deadline=None, max_examples=25)
@given(ROWS, st.integers(1, 20))
def test_every_cent_is_somewhere_in_every_case(
    rows: list[tuple[str, dt.date, int, int | None, int, bool]], weeks: int
) -> None:
    position = stand(written(rows), day(AS_OF), Policy())
    found = forecast(position, policy(forecast={"least_documents": 2}), weeks=weeks)
    assert sum(one.minor for one in found.lines) == position.open["open_minor"].sum()
    for one in found.inflows:
        inside, beyond = one.weekly.so_far()[-1], one.weekly.beyond
        for case in range(3):
            outside = beyond[case] + sum(one.not_forecast.values())
            assert inside[case] + outside == one.open_minor + one.bills_minor
        for running in one.weekly.so_far():
            assert running.early >= running.likely >= running.late >= 0
    for one in found.lines:  # type: ignore[assignment]
        if one.expected and one.expected.likely:  # type: ignore[attr-defined]
            assert one.expected.early is not None  # type: ignore[attr-defined]
            assert day(AS_OF) < one.expected.early <= one.expected.likely  # type: ignore[attr-defined]
            assert one.expected.late is None or one.expected.likely <= one.expected.late  # type: ignore[attr-defined]


@settings(deadline=None, max_examples=10)
@given(ROWS)
def test_the_same_ledger_in_another_order_gives_the_same_weeks(
    rows: list[tuple[str, dt.date, int, int | None, int, bool]],
) -> None:
    one, other = (
        forecast(stand(written(some), day(AS_OF), Policy()), Policy())
        for some in (rows, rows[::-1])
    )
    assert [i.weekly for i in one.inflows] == [i.weekly for i in other.inflows]
    assert one.backtest == other.backtest
