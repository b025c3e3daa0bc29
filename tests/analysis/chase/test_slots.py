"""When a customer may be called."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.analysis.build import day

from arcollect.analysis.chase.calling.slots import Cap, is_quiet, next_contact, refused
from arcollect.errors import message
from arcollect.register.entries import Channel, ContactEntry

ANY, CORE = Cap(1, 3), Cap(1, 1)


def called(at: str, channel: Channel = Channel.CALL) -> ContactEntry:
    return ContactEntry(at, dt.datetime.fromisoformat(at), "", "甲", "甲", "CNY", channel)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("2023-07-18", "2023-07-19 10:00"),
        ("2023-07-20", "2023-07-21 10:00"),
        ("2023-07-21", "2023-07-24 15:00"),
        ("2026-09-30", "2026-10-08 10:00"),
    ],
)
def test_the_next_slot(after: str, expected: str) -> None:  # G-12
    assert next_contact(day(after), [], ANY).at == dt.datetime.fromisoformat(expected)


@pytest.mark.parametrize(
    ("at", "quiet"), [("21:59", False), ("22:00", True), ("07:59", True), ("08:00", False)]
)
def test_quiet_hours(at: str, quiet: bool) -> None:  # G-12d, R003-67
    assert is_quiet(dt.time.fromisoformat(at)) is quiet


def test_a_core_customer_is_called_once_in_seven_days() -> None:  # G-12d, R003-41
    past = [called("2023-07-18T10:00")]
    assert refused(dt.datetime(2023, 7, 24, 15), past, CORE) is not None
    assert refused(dt.datetime(2023, 7, 25, 10), past, CORE) is None
    assert next_contact(day("2023-07-19"), past, CORE).at == dt.datetime(2023, 7, 25, 10)


def test_nobody_is_called_more_than_three_times_a_week() -> None:  # R003-42
    past = [called(f"2023-07-{n}T10:00") for n in (18, 19, 20)]
    assert next_contact(day("2023-07-20"), past, ANY).at == dt.datetime(2023, 7, 25, 10)


def test_letters_are_no_calls() -> None:
    past = [called("2023-07-19T09:00", Channel.LETTER)]
    assert refused(dt.datetime(2023, 7, 19, 10), past, CORE) is None


def test_a_pause_is_kept_and_said() -> None:
    pause = (day("2023-07-27"), message("worklist_why.wait_complaint", day=day("2023-07-27")))
    slot = next_contact(day("2023-07-18"), [], ANY, not_before=pause)
    assert slot.at == dt.datetime(2023, 7, 27, 10)
    assert slot.why == pause[1]
