"""Who is on the list, where, and why."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.chase.calling.owners import post_for, taken_over
from arcollect.analysis.chase.worklist.entry import Entry, Section, Worklist
from arcollect.analysis.chase.worklist.known import Known, known_about
from arcollect.analysis.chase.worklist.pareto import by_reason, matrix
from arcollect.analysis.chase.worklist.plan import plan
from arcollect.analysis.position import Position, stand
from arcollect.analysis.standing.aging import age
from arcollect.policy import Policy
from arcollect.register.entries import (
    Channel,
    ContactEntry,
    DisputeEntry,
    History,
    PromiseEntry,
    Reason,
    Snapshot,
    SnapshotHead,
    SnapshotLine,
)

G17 = """
    customer  document_no  issue_date  due_date    amount
    甲        A1           2026-06-01  2026-08-07  150000.00
    乙        B1           2026-06-01  2026-07-03  220000.00
"""
AS_OF = "2026-10-31"  # a Saturday; 甲 is 85 days late, 乙 120


def position(items: str, as_of: str = AS_OF, **tables: str) -> Position:
    return stand(
        ledger(items, **{"cutoff": day(as_of), **tables}),  # type: ignore[arg-type]
        day(as_of),
        policy(aging={"credits": "separate"}),
    )


def listed(
    items: str,
    as_of: str = AS_OF,
    known: Known | None = None,
    rules: Policy | None = None,
    **tables: str,
) -> Worklist:
    return plan(position(items, as_of, **tables), rules or Policy(), known or Known())


def one(items: str, as_of: str = AS_OF, **more: object) -> Entry:
    (entry,) = listed(items, as_of, **more).entries  # type: ignore[arg-type]
    return entry


def item(due: str, amount: str = "1000.00") -> str:
    return f"""
        customer  document_no  issue_date  due_date  amount
        甲        A1           2025-01-01  {due}     {amount}
    """


def test_the_larger_and_older_debt_comes_first() -> None:  # G-17
    first, second = listed(G17).entries
    assert (first.account.customer, first.section) == ("乙", Section.URGENT)
    assert (second.account.customer, second.section) == ("甲", Section.GOLDEN)


def test_the_priority_shows_its_parts() -> None:
    first, second = listed(G17).entries
    assert first.priority.score == 220_000_00 * 5 // 2  # 50 % x 5
    assert second.priority.score == 150_000_00 * 2  # 80 % x 2.5


def test_owners_by_days() -> None:  # G-02b, R003-33
    second, first = listed(G17).entries
    assert (first.owner.post, second.owner.post) == ("finance", "legal")


@pytest.mark.parametrize(
    ("days", "department", "team"),
    [
        (0, "sales", "collector"), (30, "sales", "collector"), (31, "supervisor", "collector"),
        (60, "supervisor", "collector"), (61, "finance", "team_lead"), (90, "finance", "team_lead"),
        (91, "legal", "team_lead"), (120, "legal", "team_lead"), (121, "legal", "director"),
    ],
)  # fmt: skip
def test_both_tracks_at_their_edges(days: int, department: str, team: str) -> None:
    assert (post_for(days, "department"), post_for(days, "team")) == (department, team)


def test_age_by_amount() -> None:  # G-17: 31-90 and 91-180, both from 100,000
    cells = matrix(listed(G17).entries, Policy())
    assert [(c.tier, c.size, c.customers, c.asked_minor) for c in cells] == [
        (1, 2, 1, 150_000_00),
        (2, 2, 1, 220_000_00),
    ]


@pytest.mark.parametrize(
    ("due", "section"),
    [
        ("2026-10-30", Section.FRESH), ("2026-10-24", Section.FRESH), ("2026-10-23", Section.EARLY),
        ("2026-10-01", Section.EARLY), ("2026-09-30", Section.GOLDEN), ("2026-08-02", Section.GOLDEN),
        ("2026-08-01", Section.URGENT), ("2026-10-31", Section.PREDUE), ("2026-11-10", Section.PREDUE),
    ],
)  # fmt: skip
def test_the_section_at_its_edges(due: str, section: Section) -> None:
    assert one(item(due)).section is section


def test_what_falls_due_later_is_not_on_the_list() -> None:
    assert listed(item("2026-11-11")).entries == ()


def test_a_red_flag_is_urgent_at_any_age() -> None:
    customers = """
        customer  flags
        甲        lost
    """
    assert one(item("2026-10-30"), customers=customers).section is Section.URGENT


def test_limitation_near_is_urgent() -> None:
    known = Known(limitation={("", "甲", "CNY"): 90})
    assert one(item("2026-10-30"), known=known).section is Section.URGENT
    known = Known(limitation={("", "甲", "CNY"): 91})
    assert one(item("2026-10-30"), known=known).section is Section.FRESH


def promise(due_on: str) -> History:
    entry = PromiseEntry("p", "", "甲", "甲", "CNY", day("2026-10-10"), day(due_on), 1000_00)
    return History(promises=(entry,))


RECEIPTS = """
    customer  date        amount
    甲        2025-03-01  1.00
"""


def test_a_broken_promise_moves_a_customer_up() -> None:
    known = Known(history=promise("2026-10-20"))
    entry = one(item("2026-10-05"), known=known, receipts=RECEIPTS)
    assert entry.section is Section.BROKEN
    assert entry.priority.broken == 1.5


def test_an_open_promise_is_waited_for() -> None:
    known = Known(history=promise("2026-11-12"))
    entry = one(item("2026-09-05"), known=known, receipts=RECEIPTS)
    assert entry.slot == dt.datetime(2026, 11, 12, 10)
    assert entry.deadline == day("2026-11-12")


def test_a_dispute_is_answered_within_48_hours() -> None:  # R003-53
    dispute = DisputeEntry("d", "", "甲", "甲", "CNY", day("2026-11-03"), 400_00, "A1")
    entry = one(item("2026-10-05"), "2026-11-03", known=Known(history=History(disputes=(dispute,))))
    assert entry.section is Section.DISPUTE
    assert entry.account.asked_minor == 600_00
    assert entry.deadline == day("2026-11-05")


def test_a_covered_debt_is_settled_inside() -> None:  # U-02
    items = """
        customer  document_no  issue_date  due_date    amount    kind
        甲        A1           2026-06-01  2026-08-07  100000.00  invoice
        甲        R1           2026-09-01  -           -100000.00  receipt
    """
    entry = one(items)
    assert (entry.section, entry.account.asked_minor) == (Section.INTERNAL, 0)
    assert entry.slot is None


def test_year_end_asks_ahead() -> None:  # R001-34
    assert one(item("2027-01-08"), "2026-12-25").section is Section.SEASON


def test_the_reason_of_the_log_counts() -> None:  # R002-06, R003-37
    contact = ContactEntry(
        "c",
        dt.datetime(2026, 10, 20, 10),
        "",
        "甲",
        "甲",
        "CNY",
        Channel.CALL,
        reason=Reason.INVOICE,
    )
    known = Known(history=History(contacts=(contact,)))
    answer = listed(G17, known=known)
    found = {line.reason: line.overdue_minor for line in by_reason(answer.entries)}
    assert found == {None: 220_000_00, Reason.INVOICE: 150_000_00}


def test_the_true_pareto() -> None:  # 乙 alone has 59 %, both are needed for 80 %
    (found,) = listed(G17).pareto
    assert (found.needed, found.customers, found.share) == (2, 2, 1)  # type: ignore[comparison-overlap]
    assert (found.urgent, found.urgent_minor) == (1, 220_000_00)


def test_companies_and_currencies_have_rows_of_their_own() -> None:
    items = """
        company  customer  document_no  issue_date  due_date    amount  currency
        一厂     甲        A1           2026-06-01  2026-10-01  10.00   CNY
        一厂     甲        A2           2026-06-01  2026-10-01  10.00   USD
        二厂     甲        A3           2026-06-01  2026-10-01  10.00   CNY
    """
    found = {e.party for e in listed(items).entries}
    assert found == {("一厂", "甲", "CNY"), ("一厂", "甲", "USD"), ("二厂", "甲", "CNY")}


def test_the_newest_document_names_the_salesperson() -> None:
    items = """
        customer  document_no  issue_date  due_date    amount  salesperson
        甲        A1           2026-01-01  2026-03-01  10.00   旧人
        甲        A2           2026-06-01  2026-10-01  10.00   新人
    """
    assert one(items).account.salesperson == "新人"


def test_money_without_a_due_date_is_mentioned() -> None:
    items = """
        customer  document_no  issue_date  due_date    amount
        甲        A1           2026-01-01  2026-10-01  10.00
        乙        B1           2026-06-01  -           20.00
    """
    keys = [note.key for note in listed(items).notes]
    assert "worklist_why.note_no_due_date" in keys


def test_overdue_foots_with_the_aging_table() -> None:
    rows = [f"客{n}  D{n}  2026-01-01  2026-0{n}-15  {n}00.01" for n in range(1, 10)]
    items = "\n".join(["customer  document_no  issue_date  due_date  amount", *rows])
    where = position(items)
    answer = plan(where, Policy(), Known())
    (total,) = age(where, Policy()).totals
    assert sum(e.account.overdue_minor for e in answer.entries) == total.overdue_minor
    assert all(e.actions for e in answer.entries)


def test_an_urgent_row_names_the_promise_that_failed() -> None:
    known = Known(history=promise("2026-10-20"))
    entry = one(item("2026-01-05"), known=known, receipts=RECEIPTS)
    assert entry.section is Section.URGENT
    assert "worklist_why.broken" in [m.key for m in entry.why]
    assert entry.actions[0].key == "worklist_why.act_broken"


def test_a_takeover_leaves_sales() -> None:  # R003-87
    known = Known(takeovers=frozenset({("", "甲", "CNY")}))
    entry = one(item("2026-10-20"), known=known)
    assert (entry.owner.post, entry.owner.is_takeover) == ("finance", True)


def state(as_of: str, overdue_minor: int, open_minor: int = 100_00) -> Snapshot:
    lines = tuple(
        SnapshotLine("", "甲", "甲", "CNY", no, "invoice", None, day(due), minor, minor, 0, "张三")
        for no, due, minor in (
            ("A1", "2026-01-01", overdue_minor),
            ("A2", "2027-01-01", open_minor - overdue_minor),
        )
    )
    return Snapshot(SnapshotHead(as_of, day(as_of), "", ""), lines)


def test_three_states_mostly_overdue_make_a_takeover() -> None:  # R003-87
    weeks = ("2026-10-17", "2026-10-24", "2026-10-31")
    assert taken_over([state(w, 50_01) for w in weeks]) == {("", "甲", "CNY")}
    assert taken_over([state(w, 50_00) for w in weeks]) == frozenset()
    assert taken_over([state(w, 99_00) for w in weeks[:2]]) == frozenset()


@pytest.mark.parametrize(("flag", "called"), [("wilful", False), ("refuses", True)])
def test_who_withholds_on_purpose_is_written_to(flag: str, called: bool) -> None:  # R002-04
    entry = one(item("2026-10-01"), customers=f"customer  flags\n甲  {flag}")
    assert (entry.slot is not None) is called
    assert (entry.main.key == "worklist_why.act_written") is not called


def test_limitation_that_has_ended_is_said_with_care() -> None:
    entry = one(item("2026-10-30"), known=Known(limitation={("", "甲", "CNY"): -5}))
    assert entry.why[0].key == "worklist_why.limitation_over"
    assert entry.actions[0].key == "worklist_why.act_limitation_over"
    assert entry.main == entry.actions[0]  # what a screen shows
    assert "worklist_why.act_urgent" in [action.key for action in entry.actions]


def test_what_is_expired_shows_where_nothing_else_runs() -> None:  # R-LAW-05, G-23
    old = position(item("2023-04-11"), "2026-10-31")
    known = known_about(old, Policy(), History())
    assert known.limitation == {("", "甲", "CNY"): -203}  # ended on 2026-04-11


def test_a_reminder_knows_what_falls_due() -> None:  # R003-31, X-27
    items = """
        customer  document_no  issue_date  due_date    amount
        甲        A1           2026-09-01  2026-11-10  10.00
        甲        A2           2026-09-01  2026-11-05  20.00
        甲        A3           2026-09-01  2026-12-05  40.00
    """
    entry = one(items)
    assert (entry.upcoming_minor, entry.upcoming_on) == (30_00, day("2026-11-05"))
    assert entry.deadline == day("2026-11-05")


def test_deliveries_without_a_signature_are_confirmed() -> None:  # R003-30
    items = """
        customer  document_no  issue_date  due_date    amount  delivery_date  delivery_proof
        甲        A1           2026-10-01  2026-12-30  10.00   2026-10-28     -
        乙        B1           2026-10-01  2026-12-30  10.00   2026-10-29     -
        丙        C1           2026-10-01  2026-12-30  10.00   2026-10-01     QS-3
    """
    entry = one(items)
    assert (entry.account.customer, entry.section) == ("甲", Section.DELIVERY)


def test_before_a_long_holiday_money_is_asked_for() -> None:  # R001-34: 1-7 October 2026
    entry = one(item("2026-10-09"), "2026-09-21")
    assert entry.section is Section.SEASON
    assert entry.deadline == day("2026-09-30")


def test_a_core_customer_in_its_grace_is_only_reminded() -> None:  # R003-23, X-26
    known = Known(segments={("", "甲"): "core"})
    assert one(item("2026-10-28"), known=known).main.key == "worklist_why.act_grace"
    assert one(item("2026-10-27"), known=known).main.key == "worklist_why.act_fresh"


def test_a_complaint_pauses_calls() -> None:  # R003-89
    contact = ContactEntry(
        "c",
        dt.datetime(2026, 10, 20, 10),
        "",
        "甲",
        "甲",
        "CNY",
        Channel.CALL,
        is_complaint=True,
        pause_until=day("2026-11-12"),
    )
    entry = one(item("2026-10-20"), known=Known(history=History(contacts=(contact,))))
    assert entry.slot == dt.datetime(2026, 11, 12, 10)


def pays_on_the_25th(due: str, as_of: str) -> Entry:
    receipts = "\n".join(f"        甲        2026-0{n}-25  1.00" for n in range(1, 7))
    head = "\n        customer  date        amount\n"
    listed_at = position(item(due), as_of, receipts=head + receipts)
    known = known_about(listed_at, Policy(), History())
    (entry,) = plan(listed_at, Policy(), known).entries
    return entry


def test_a_reminder_comes_before_the_usual_pay_day() -> None:  # R003-47, G-07
    def said(entry: Entry) -> list[tuple[str, object]]:
        return [(m.key, m.facts["remind"]) for m in entry.actions if "habit" in m.key]

    past = pays_on_the_25th("2026-11-01", "2026-11-21")
    assert said(past) == [("worklist_why.act_habit_today", day("2026-11-20"))]
    ahead = pays_on_the_25th("2026-10-01", "2026-11-10")
    assert said(ahead) == [("worklist_why.act_habit", day("2026-11-20"))]


@pytest.mark.parametrize(("currency", "said"), [("GBP", True), ("CNY", False)])
def test_whose_holidays_these_are_is_said_abroad(currency: str, said: bool) -> None:  # T-39
    rows = f"customer  due_date  amount  currency\n甲  2023-07-01  100  {currency}"
    keys = [note.key for note in listed(rows).notes]
    assert ("workdays.of_china" in keys) is said


def test_calls_after_the_export_are_told_of() -> None:
    """An old cut-off knows nothing of today's calls: which date would count them."""
    calls = tuple(
        ContactEntry(str(d), dt.datetime(2026, 11, d, 10), "", "乙", "乙", "CNY", Channel.CALL)
        for d in (2, 3)
    )
    known = Known(history=History(contacts=calls))
    (note,) = (n for n in listed(G17, known=known).notes if n.key.endswith("note_later"))
    assert note.facts == {"as_of": day(AS_OF), "count": 2, "last": day("2026-11-03")}
    later = listed(G17, "2026-11-03", known=known).notes
    assert not [n for n in later if n.key.endswith("note_later")]
