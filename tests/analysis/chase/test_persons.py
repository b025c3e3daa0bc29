"""Who spoke for a customer."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.analysis.build import day

from arcollect.analysis.chase.history.persons import contact_changes
from arcollect.register.entries import Channel, ContactEntry

AS_OF = "2026-10-31"


def spoke(*said: tuple[str, str]) -> dict[tuple[str, str], int]:
    entries = [
        ContactEntry(
            f"c{n}", dt.datetime.combine(day(on), dt.time(10)), "", "甲", "甲", "CNY",
            Channel.CALL, person=person,
        )
        for n, (on, person) in enumerate(said)
    ]  # fmt: skip
    return dict(contact_changes(entries, day(AS_OF)))


@pytest.mark.parametrize(
    ("people", "changes"),
    [
        ("王王王", 0),
        ("王李赵", 2),  # R002-16
        ("王李王李", 0),  # two people in turns
        ("王李赵王", 1),  # 李, then 赵; 王 is always there
        ("王王李李赵赵", 2),
    ],
)
def test_a_change_is_somebody_new_after_the_one_before(people: str, changes: int) -> None:
    said = [(f"2026-0{n + 5}-15", person) for n, person in enumerate(people[:5])]
    said += [("2026-10-15", person) for person in people[5:]]
    assert spoke(*said) == {("", "甲"): changes}


def test_only_the_last_180_days_count() -> None:
    assert spoke(("2026-05-04", "王"), ("2026-10-01", "李")) == {("", "甲"): 0}
    assert spoke(("2026-05-05", "王"), ("2026-10-01", "李")) == {("", "甲"): 1}


def test_without_a_person_there_is_no_answer() -> None:
    assert spoke(("2026-10-01", "")) == {}
