"""Every cell of the letter table (requirements section 8)."""

from __future__ import annotations

import datetime as dt

import pytest

from arcollect.analysis.chase.ladder import RUNGS, Case, Sent, climb
from arcollect.analysis.chase.levels import COLUMNS, cell
from arcollect.policy.model import LetterPolicy

RULES = LetterPolicy()

# days (first, last): core, default, potential, risk, recovery; grace is 3 days
TABLE = {
    (-10, 0): ("L0", "L0", "L0", "L0", "L0"),
    (1, 3): ("", "L1-short", "L1-short", "L1", "L2"),
    (4, 29): ("L1", "L1-short", "L1", "L2", "L3"),
    (30, 30): ("L1", "L1-short", "L2", "L2", "L4"),
    (31, 59): ("L1", "L1", "L2", "L2", "L4"),
    (60, 90): ("L2", "L1", "L2", "L3", "L4"),
    (91, 180): ("L3", "L3", "L3", "L3", "L4"),
    (181, 999): ("L4", "L4", "L4", "L4", "L4"),
}


@pytest.mark.parametrize(("days", "levels"), TABLE.items())
def test_every_cell_at_both_ends(days, levels):
    for day in days:
        assert tuple(cell(segment, day, 3).level for segment in COLUMNS) == levels


@pytest.mark.parametrize(
    ("segment", "days", "beside"),
    [
        ("recovery", 0, ("limits",)),
        ("core", 3, ("call",)),
        ("recovery", 29, ("l4-draft",)),
        ("risk", 31, ("stop-supply",)),
        ("risk", 59, ("stop-supply",)),
        ("potential", 60, ("cfo",)),
        ("risk", 90, ("decider",)),
        ("core", 91, ("decider", "evidence")),
        ("", 180, ("evidence",)),
        ("risk", 180, ("l4-draft",)),
        ("recovery", 91, ("suit-check",)),
        ("", 181, ("recover",)),
        ("recovery", 181, ("recover",)),
    ],
)
def test_what_goes_beside_the_letter(segment, days, beside):
    assert cell(segment, days, 3).beside == beside


def test_grace_ends_before_day_30_however_long_it_is():
    assert cell("core", 29, 45).level == ""
    assert cell("core", 30, 45).level == "L1"


def climbed(segment, days, **more):
    due = dt.date(2026, 1, 31)
    flags = more.get("flags", ())
    return climb(Case(days, due, flags, False, Sent(), True, segment=segment), RULES)


def test_a_core_customer_in_grace_is_called_not_written_to():
    step = climbed("core", 3)
    assert (step.level, step.why[0].key) == ("", "chase_why.call_only")
    assert climbed("core", 4).level == "L1"


def test_the_reason_names_the_column_used():
    why = climbed("potential", 60).why
    assert why[0].facts["column"].key == "chase_why.column_potential"
    assert [step.key for step in why[1].facts["steps"]] == ["chase_why.beside_cfo"]
    assert "column" not in climbed("", 60).why[0].facts


def test_a_flag_beats_the_segment():
    """R003-26: the legal track whatever the score says."""
    assert climbed("core", 40, flags=("lost",)).table_level == "L4"


def test_a_gentle_letter_first_only_in_the_default_column():
    """R001-06 raises L1 to L2 by default; core stays gentle until day 59."""
    case = Case(45, dt.date(2026, 1, 31), (), True, Sent(), True)
    assert climb(case, RULES).level == "L2"
    core = Case(45, dt.date(2026, 1, 31), (), True, Sent(), True, segment="core")
    assert climb(core, RULES).level == "L1"


@pytest.mark.parametrize("segment", COLUMNS)
def test_levels_never_fall_as_days_pass(segment):
    rungs = [RUNGS.get(cell(segment, day, 3).level, 0) for day in range(1, 400)]
    assert rungs == sorted(rungs)
