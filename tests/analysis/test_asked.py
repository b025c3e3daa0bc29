"""Whom `--customer` means."""

from __future__ import annotations

import pytest

from arcollect.analysis.asked import is_asked_for

NAME, CODE = "甲（上海）Trading & Co", "C001"


@pytest.mark.parametrize(
    "asked", [None, "甲", "上海", "trading", " TRADING & co ", "c001", "(上海)", "Ｃ００１"]
)
def test_part_of_a_name_or_the_whole_code(asked: str | None) -> None:
    assert is_asked_for(asked, NAME, CODE)


@pytest.mark.parametrize("asked", ["乙", "C00", "C0011", "[/]", "甲上海"])
def test_anything_else_is_somebody_else(asked: str) -> None:
    assert not is_asked_for(asked, NAME, CODE)
