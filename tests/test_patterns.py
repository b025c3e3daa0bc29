"""Expressions compiled at first use find what `re` finds."""

from __future__ import annotations

import re
from typing import Any

import pytest

from arcollect.patterns import Pattern

TEXT = "逾期 30 天, 60 天"


@pytest.mark.parametrize("method", ["match", "fullmatch", "search", "findall", "split"])
@pytest.mark.parametrize("words", [r"(\d+)\s*天", r".*", r"逾期"])
def test_a_pattern_does_what_re_does(method: str, words: str) -> None:
    ours, theirs = (getattr(one, method)(TEXT) for one in (Pattern(words), re.compile(words)))
    assert plain(ours) == plain(theirs)


def plain(found: Any) -> Any:
    return found.groups() if isinstance(found, re.Match) else found


def test_flags_substitution_and_iteration() -> None:
    pattern = Pattern("ab", re.IGNORECASE)
    assert pattern.sub("x", "aB ab") == "x x"
    assert [found.start() for found in pattern.finditer("AB ab")] == [0, 3]


def test_nothing_is_compiled_before_it_is_asked() -> None:
    pattern = Pattern("(")
    assert pattern.pattern == "("
    with pytest.raises(re.error):
        pattern.search("")
