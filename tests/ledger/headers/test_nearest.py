"""A field that nobody knows is answered with the nearest ones."""

from __future__ import annotations

import pytest

from arcollect.errors import UsageError
from arcollect.ledger.headers.overrides import nearest, told_columns
from arcollect.ledger.headers.suggest import listed, suggestions


def test_issue_is_near_the_issue_date():
    assert "headers.field.issue_date" in [one.key for one in nearest("issue")]


def test_the_nearest_come_before_the_list():
    with pytest.raises(UsageError) as error:
        told_columns(["开票日"], "items", {"issue": "开票日"})
    assert error.value.hint.key == "headers.known_fields_near"  # type: ignore[union-attr]


def test_a_sheet_of_thousands_of_columns_is_answered_in_a_sentence():
    cells = [f"未收金额{n}" for n in range(3_000)]
    assert len(listed(cells)) == 101
    assert listed(["客户", " ", "长" * 90]) == ("客户", "长" * 60 + "…")
    assert len(suggestions(cells, range(3_000), "items")) <= 100
