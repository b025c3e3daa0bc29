"""What was sent and said before: U-20, X-27, G-13, R003-53, R003-89."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.chase.stood import NO_FEES, policy, position

from arcollect.analysis.chase.dunning import dun
from arcollect.analysis.chase.history.numbers import Number, numbered
from arcollect.analysis.chase.ladder import RUNGS
from arcollect.analysis.position import Position
from arcollect.register.entries import (
    Channel,
    ClaimedItem,
    ContactEntry,
    DisputeEntry,
    History,
    LetterEntry,
    LetterState,
    PromiseEntry,
)

PARTY = ("", "甲", "CNY")
BOSS = """
    customer  contact  role   title
    甲        王总     owner  总经理
"""
DUE = dt.date(2026, 7, 1)


def day(text):
    return dt.date.fromisoformat(text)


def table(due=DUE, more=""):
    return f"""
        customer  document_no  issue_date  due_date  amount
        甲        A1           2026-01-01  {due}     50,000
        {more}
    """


def sent(level, on, documents=("A1",), **more):
    """A letter of that level, sent on the day it was dated, deadline seven days later."""
    facts = {
        "number": f"催字〔2026〕{level}{on}", "company": "", "customer_key": "甲",
        "customer": "甲", "currency": "CNY", "kind": "dunning", "level": level,
        "as_of": day(on), "written": day(on), "deadline": day(on) + dt.timedelta(7),
        "demand_minor": 1, "fee_minor": 0, "sha256": "", "run": "",
        "items": tuple(ClaimedItem(d, DUE, 1, 1) for d in documents),
        "state": LetterState.SENT, "sent_on": day(on), "sequence": "催字/2026", "running": 1,
    }  # fmt: skip
    return LetterEntry(**{**facts, **more})


def written(as_of, *letters, items="", force=False, rules=None, **history):
    where = position(items or table(), as_of, contacts=BOSS)
    known = History(letters=letters, **history)
    return dun(where, NO_FEES, rules or policy(), history=known, force=force)


def level(as_of, *letters, **more):
    """The level of the one letter, else the key of the reason for none."""
    found = written(as_of, *letters, **more)
    return found.notices[0].level if found.notices else found.silent[0].why.key


def reason(as_of, *letters, **more):
    """The innermost reason for no letter."""
    why = written(as_of, *letters, **more).silent[0].why
    return why.facts.get("why", why).key


# 2026-07-01 due: 2026-08-01 is 31 days, 2026-10-01 92, 2026-12-29 181


def test_one_step_at_a_time_from_letters_marked_sent():
    """U-20: 181 days are L4; sent L1, then L2, then L3 lead there one by one."""
    on = "2027-01-04"
    assert level(on) == "L3"  # a first letter
    assert level(on, sent("L1", "2026-12-01")) == "L2"
    assert level(on, sent("L2", "2026-12-01")) == "L3"
    assert level(on, sent("L3", "2026-12-01")) == "L4"
    assert level(on, sent("L1", "2026-11-01"), sent("L2", "2026-12-01")) == "L3"


@pytest.mark.parametrize("state", [LetterState.DRAFTED, LetterState.CANCELLED])
def test_drafts_and_cancelled_letters_do_not_escalate(state):
    old = sent("L1", "2026-07-20", state=state, sent_on=None)
    assert level("2026-08-05", old) == "L1"
    assert (
        level(
            "2026-08-05",
            dataclasses.replace(old, state=LetterState.SENT, sent_on=day("2026-07-20")),
        )
        == "L2"
    )


def test_other_papers_do_not_escalate():
    assert level("2026-08-05", sent("L1", "2026-07-20", kind="stop-supply")) == "L1"


def test_a_missed_cron_day_is_caught_up():
    """The level is that of the day of the run, not of a day that a run has to hit."""
    history = sent("L2", "2026-09-01")
    assert [level(f"2026-10-0{n}", history) for n in (1, 2, 5, 8)] == ["L3"] * 4


def test_the_ladder_starts_anew_when_what_was_dunned_is_settled():
    """U-20: the letter was about B9, of which nothing is open."""
    found = written("2026-10-08", sent("L1", "2026-09-01", documents=("B9",))).notices[0]
    assert found.level == "L3"
    assert "chase_why.reset_items" in [why.key for why in found.level_why]
    assert level("2026-10-08", sent("L1", "2026-09-01", documents=("B9", "A1"))) == "L2"


def test_the_customers_sheet_counts_as_well_the_later_one():
    sheet = """
        customer  last_letter_level  last_letter_date
        甲        L2                 2026-09-10
    """
    where = position(table(), "2026-10-08", customers=sheet, contacts=BOSS)
    for ours, wanted in (("2026-09-01", "L3"), ("2026-09-20", "L2")):
        history = History(letters=(sent("L1", ours),))
        (notice,) = dun(where, NO_FEES, policy(), history=history).notices
        assert notice.level == wanted


@pytest.mark.parametrize(
    ("as_of", "wanted"),
    [("2026-09-01", "chase_why.too_soon"), ("2026-09-07", "chase_why.too_soon"),
     ("2026-09-08", "L2"), ("2026-08-31", "chase_why.too_soon")],
)  # fmt: skip
def test_seven_days_between_two_letters(as_of, wanted):
    """X-27; figures older than the letter do not bring a second one either."""
    last = sent("L1", "2026-09-01")
    found = written(as_of, last)
    assert (found.notices[0].level if found.notices else reason(as_of, last)) == wanted
    if not found.notices:
        assert found.silent[0].until == day("2026-09-08")


def test_no_letter_before_the_day_given_for_payment():
    last = sent("L2", "2026-09-01", deadline=day("2026-09-25"))
    assert reason("2026-09-24", last) == "chase_why.deadline_runs"
    assert level("2026-09-25", last) == "L2"


def test_the_identical_letter_is_not_sent_twice_in_a_week():
    """Requirements section 8: same customer, level, items, week of the figures."""
    rules = policy(min_days_between=0)
    last = sent("L3", "2026-10-05", deadline=None)  # a Monday
    case = {"items": table(), "rules": rules}
    first = written("2026-10-07", dataclasses.replace(last, level="L4"), **case)
    assert first.notices  # another level
    boss_gone = policy(min_days_between=0, first_letter_max="L2")
    same = sent("L2", "2026-08-05", deadline=None)
    assert reason("2026-08-07", same, rules=boss_gone) == "chase_why.identical"
    assert written("2026-08-10", same, rules=boss_gone).notices  # the next week
    assert written("2026-08-07", same, rules=boss_gone, force=True).notices


def promise(due, amount=50_000_00, document="", made="2026-08-20"):
    return PromiseEntry("p", *PARTY[:2], "甲", "CNY", day(made), day(due), amount, document)


def test_a_promise_pauses_up_to_its_day_moved_to_a_workday():
    """G-13: Saturday 2026-09-05 moves to Monday the 7th."""
    given = (promise("2026-09-05"),)
    for on in ("2026-09-01", "2026-09-07"):
        assert reason(on, promises=given) == "chase_why.promised"
        assert written(on, promises=given).silent[0].until == day("2026-09-08")


def test_a_broken_promise_goes_one_step_up():
    """31 to 90 days are L1; the promise counts as a letter without an answer."""
    made = dataclasses.replace(promise("2026-09-05"), contact="k")
    call = ContactEntry(
        "k",
        dt.datetime(2026, 8, 20, 9),
        *PARTY[:2],
        "甲",
        "CNY",
        Channel.CALL,
        amount_minor=50_000_00,
    )  # the debt of that day, and as much is owed now
    found = written("2026-09-08", promises=(made,), contacts=(call,)).notices[0]
    assert found.level == "L2"
    assert "chase_why.promise_broken" in [why.key for why in found.level_why]
    assert level("2026-09-08") == "L1"


def test_a_promise_about_one_document_holds_only_that():
    both = table(more="甲        A2           2026-01-01  2026-07-15  30,000")
    (notice,) = written(
        "2026-09-01", items=both, promises=(promise("2026-09-05", document="A1"),)
    ).notices
    assert notice.demand_minor == 30_000_00
    assert dict(notice.not_demanded) == {"promised": 50_000_00}


def complaint(until):
    at = dt.datetime(2026, 8, 30, 10)
    return ContactEntry(
        "c", at, *PARTY[:2], "甲", "CNY", Channel.CALL, is_complaint=True,
        pause_until=day(until) if until else None,
    )  # fmt: skip


def test_a_complaint_pauses():
    """R003-89."""
    assert reason("2026-09-10", contacts=(complaint("2026-09-10"),)) == "chase_why.complaint"
    assert level("2026-09-11", contacts=(complaint("2026-09-10"),)) == "L1"
    open_ = written("2026-09-11", contacts=(complaint(""),)).silent[0]
    assert (open_.why.key, open_.until) == ("chase_why.complaint_open", None)


def test_force_overrides_every_pause_and_says_so():
    last, made = sent("L1", "2026-09-01"), (promise("2026-09-30"),)
    case = {"promises": made, "contacts": (complaint("2026-09-10"),), "force": True}
    (notice,) = written("2026-09-03", last, **case).notices
    forced = [why for why in notice.level_why if why.key == "chase_why.forced"]
    assert len(forced) == 4  # complaint, promise, days between, deadline
    assert notice.level == "L2"


def dispute(amount, document="A1", closed=None):
    return DisputeEntry(
        "d", *PARTY[:2], "甲", "CNY", day("2026-08-01"), amount, document, closed_on=closed
    )


@pytest.mark.parametrize(
    ("entry", "demand"),
    [(dispute(20_000_00), 30_000_00), (dispute(0, ""), 0), (dispute(10_000_00, ""), 40_000_00),
     (dispute(99_000_00), 0), (dispute(0, closed=day("2026-08-15")), 50_000_00),
     (dispute(0, "other"), 50_000_00)],
)  # fmt: skip
def test_the_disputed_part_is_not_demanded(entry, demand):
    """R003-53; a dispute that was settled, or of another document, changes nothing."""
    found = written("2026-09-01", disputes=(entry,))
    assert sum(n.demand_minor for n in found.notices) == demand
    held = dict((found.notices or found.silent)[0].not_demanded)
    assert held.get("disputed", 0) == 50_000_00 - demand


def test_the_same_dispute_in_ledger_and_register_counts_once():
    items = """
        customer  document_no  due_date    amount  disputed
        甲        A1           2026-07-01  50,000  20,000
    """
    (notice,) = written("2026-09-01", items=items, disputes=(dispute(15_000_00),)).notices
    assert notice.demand_minor == 30_000_00


def test_other_parties_are_not_touched():
    other = dataclasses.replace(sent("L1", "2026-09-01"), currency="USD")
    made = dataclasses.replace(promise("2026-09-30"), company="B")
    assert level("2026-09-02", other, promises=(made,)) == "L1"


def test_numbers_are_given_once():
    """U-25: a draft keeps its number, those sent or cancelled are never used again."""
    dunning = written("2026-09-20")  # one letter, L1
    draft = sent("L1", "2026-09-13", state=LetterState.DRAFTED, sent_on=None, running=4)

    def number(*letters):
        return numbered(dunning, History(letters=letters), policy())[PARTY]

    assert number() == Number("催字/2026", 1)
    assert number(draft) == Number("催字/2026", 4)
    assert number(dataclasses.replace(draft, level="L2")) == Number("催字/2026", 5)
    for state in (LetterState.SENT, LetterState.CANCELLED):
        assert number(dataclasses.replace(draft, state=state)) == Number("催字/2026", 5)
    assert number(dataclasses.replace(draft, sequence="催字/2025")) == Number("催字/2026", 1)


@settings(max_examples=10, deadline=None)
@given(weeks=st.lists(st.tuples(st.integers(1, 20), st.booleans()), min_size=1, max_size=6))
def test_however_often_it_runs_a_letter_is_one_step_and_a_week_apart(weeks):
    """U-20, X-27 and invariant 9 over any history of runs, some of whose letters go out."""
    where: dict[dt.date, Position] = {}
    letters: tuple[LetterEntry, ...] = ()
    on = day("2026-07-05")
    for days, goes_out in weeks:
        on += dt.timedelta(days)
        where[on] = where.get(on) or position(table(), str(on), contacts=BOSS)
        history = History(letters=letters)
        dunning = dun(where[on], NO_FEES, policy(), history=history)
        assert dun(where[on], NO_FEES, policy(), history=history) == dunning
        out = [e for e in letters if e.state is LetterState.SENT]
        for notice in dunning.notices:
            number = numbered(dunning, history, policy())[PARTY]
            assert number.running not in {e.running for e in out}
            assert not out or (on - out[-1].sent_on).days >= 7
            assert not out or RUNGS[notice.level] <= RUNGS[out[-1].level] + 1
            state = LetterState.SENT if goes_out else LetterState.DRAFTED
            entry = sent(
                notice.level, str(on), state=state, running=number.running,
                deadline=notice.deadline, sent_on=on if goes_out else None,
            )  # fmt: skip
            letters = (*(e for e in letters if e.running != number.running), entry)
