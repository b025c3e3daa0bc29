from __future__ import annotations

import datetime as dt

import pytest

from arcollect.analysis.chase.ladder import RUNGS, Case, Sent, climb
from arcollect.policy.model import LetterPolicy

RULES = LetterPolicy()
DUE = dt.date(2026, 1, 31)


def case(days, *, sent="", on=None, flags=(), consecutive=False, decider=True):
    return Case(days, DUE, flags, consecutive, Sent(sent, on), decider)


@pytest.mark.parametrize(
    ("sent", "days", "level"),
    [("L0", 200, "L1"), ("L1", 200, "L2"), ("L1-short", 200, "L2"), ("L2", 200, "L3"),
     ("L3", 200, "L4"), ("L4", 200, "L4"), ("L2", 20, "L1-short")],
)  # fmt: skip
def test_at_most_one_step_above_the_last_letter_sent(sent, days, level):
    """U-20."""
    assert climb(case(days, sent=sent, on=dt.date(2026, 3, 1)), RULES).level == level


def test_ladder_resets_when_the_dunned_items_are_settled():
    """The letter of 1 January cannot have dunned an item due on the 31st."""
    step = climb(case(200, sent="L1", on=dt.date(2026, 1, 1)), RULES)
    assert step.level == "L3"
    assert "chase_why.reset" in [why.key for why in step.why]


def test_formal_letter_from_31_days_only_after_a_gentle_one():
    """R001-06: sent before and unanswered, or two documents in a row overdue."""
    assert climb(case(45), RULES).level == "L1"
    assert climb(case(45, sent="L1"), RULES).level == "L2"
    assert climb(case(45, consecutive=True), RULES).level == "L2"
    assert climb(case(30, consecutive=True), RULES).level == "L1-short"


@pytest.mark.parametrize(
    ("days", "table"), [(1, "L2"), (3, "L2"), (4, "L3"), (29, "L3"), (30, "L4")]
)
def test_recovery_column(days, table):
    step = climb(case(days, flags=("refuses",)), RULES)
    assert step.table_level == table


def test_first_letter_may_be_capped_lower():
    rules = LetterPolicy(first_letter_max="L1")
    assert climb(case(400), rules).level == "L1"


def test_levels_never_fall_as_days_pass():
    rungs = [RUNGS[climb(case(days), RULES).level] for days in range(1, 400)]
    assert rungs == sorted(rungs)


def test_no_decider_says_so():
    step = climb(case(100, decider=False), RULES)
    assert step.level == "L2"
    assert step.why[-1].key == "chase_why.no_decider"


@pytest.mark.parametrize(
    ("sent", "on", "level"),
    [
        ("L0", dt.date(2026, 1, 21), "L1"),  # reminded 10 days ahead: one step up
        ("L0", dt.date(2026, 1, 20), "L3"),  # too early to have been about this one
        ("L1", dt.date(2026, 1, 31), "L2"),
        ("L1", dt.date(2026, 1, 30), "L3"),
    ],
)
def test_which_items_the_last_letter_can_have_been_about(sent, on, level):
    """A reminder goes out up to 10 days before the due date, a demand never before it."""
    assert climb(case(200, sent=sent, on=on), RULES).level == level


@pytest.mark.parametrize(
    ("open_now", "level", "why"),
    [({"A1", "A9"}, "L2", "chase_why.one_step"), ({"A9"}, "L3", "chase_why.reset_items")],
)
def test_known_documents_decide_whether_the_ladder_begins_anew(open_now, level, why):
    """U-20: the date of the letter says nothing where its documents are known."""
    last = Sent("L1", dt.date(2026, 1, 1), frozenset({"A1", "A2"}))
    found = Case(200, DUE, (), False, last, True, documents=frozenset(open_now))
    step = climb(found, RULES)
    assert step.level == level
    assert why in [reason.key for reason in step.why]


@pytest.mark.parametrize(
    ("days", "sent", "level"),
    [
        (0, "", "L0"),  # not late: a friendly reminder stays one
        (10, "", "L2"),
        (10, "L2", "L2"),
        (45, "L1", "L2"),  # never more than one step above the last letter (U-20)
        (45, "L2", "L3"),
        (100, "L3", "L3"),  # a broken promise alone makes no lawyer's letter
        (200, "L3", "L4"),
    ],
)
def test_a_broken_promise_makes_the_next_letter_one_step_firmer(days, sent, level):
    broken = dt.date(2026, 2, 20)
    last = Sent(sent, dt.date(2026, 3, 1) if sent else None)
    step = climb(Case(days, DUE, (), False, last, True, broken_on=broken), RULES)
    assert step.level == level
    assert ("chase_why.promise_broken" in [why.key for why in step.why]) == (0 < days < 90)


def test_before_it_is_late_the_reason_counts_the_days_ahead():
    for days in (0, -5):
        why = climb(case(days), RULES).why[0]
        assert (why.key, why.facts["days"]) == ("chase_why.soon_due", -days)


@pytest.mark.parametrize(
    ("asked", "level", "why"),
    [
        (case(0), "L0", ["soon_due"]),
        (case(1), "L1-short", ["by_days"]),
        (case(5, flags=("lost",)), "L3", ["recovery", "beside"]),
        (case(100), "L3", ["by_days", "beside"]),  # L3 is the highest first letter
        (case(200), "L3", ["by_days", "beside", "first_letter"]),
        (case(200, sent="L3"), "L4", ["by_days", "beside"]),
        (case(45, sent="L1"), "L2", ["by_days", "unanswered"]),
        (case(200, sent="L1", on=dt.date(2026, 3, 1)), "L2", ["by_days", "beside", "one_step"]),
        (case(10, decider=False), "L1-short", ["by_days"]),  # only L3 needs a decider
        (case(200, sent="L3", decider=False), "L4", ["by_days", "beside"]),
    ],
)
def test_every_reason_is_given_and_no_other(asked, level, why):
    step = climb(asked, RULES)
    assert step.level == level
    assert [reason.key.removeprefix("chase_why.") for reason in step.why] == why
