"""R003-55: whether a new contract should wait."""

from __future__ import annotations

import pytest

from arcollect.analysis.chase.alerts.hold import Hold, hold_flag
from arcollect.analysis.chase.alerts.signal import CustomerLight, Light, signal
from arcollect.errors import message


def asked(letter="A", band="core", restrict=(), overdue=0, signals=()):
    light = CustomerLight(
        "", "C1", "甲", Light.GREEN, "", tuple(signals), message("alerts_why.none"), None,
        tuple(message(f"alerts_why.restrict_{how}") for how in restrict),
        overdue={"CNY": overdue, "USD": 0}, worst_days=5,
    )  # fmt: skip
    flag = hold_flag(light, letter, band)
    return flag.hold, [reason.key.partition(".")[2] for reason in flag.reasons]


@pytest.mark.parametrize("how", ["stop", "risk"])
def test_who_is_not_to_be_supplied_is_not_signed_with(how):  # R002-10, R003-25
    assert asked(restrict=(how, "limit")) == (Hold.WAIT, [f"restrict_{how}", "restrict_limit"])


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"overdue": 1}, "sign_overdue"),  # R000-28
        ({"letter": "C"}, "sign_grade_c"),  # R000-47
        ({"letter": "D"}, "sign_grade_d"),  # R000-48
        ({"letter": ""}, "sign_ungraded"),
        ({"band": "cash"}, "sign_cash"),  # R003-27
        ({"restrict": ("prepay",)}, "restrict_prepay"),
    ],
)
def test_what_is_signed_on_conditions(facts, reason):
    assert asked(**facts) == (Hold.CONDITIONS, [reason])


def test_a_limit_that_is_used_up_is_a_condition():  # R001-20
    none = message("alerts_why.none")
    over = signal("limit_use", Light.YELLOW, "R001-20", message("alerts_why.limit_use"), none)
    assert asked(signals=[over]) == (Hold.CONDITIONS, ["limit_use"])


def test_nothing_known_is_clear():
    assert asked() == (Hold.CLEAR, [])
    assert asked("B", "medium") == (Hold.CLEAR, [])
    assert asked(band="") == (Hold.CLEAR, [])
