"""A renamed customer has one name everywhere."""

from __future__ import annotations

import pandas as pd
from tests.analysis.build import ledger

from arcollect.analysis.asof.names import chosen_names, renamed


def test_the_chosen_name_replaces_the_old_one() -> None:
    frame = pd.DataFrame(
        {"customer_key": ["C1", "C2"], "customer": ["旧名", "乙"]}, dtype="category"
    )
    assert list(renamed(frame, {"C1": "新名"})["customer"]) == ["新名", "乙"]


def test_nothing_chosen_changes_nothing() -> None:
    frame = pd.DataFrame({"customer_key": ["C1"], "customer": ["甲"]}, dtype="category")
    assert renamed(frame, {}) is frame


def test_the_newest_document_names_a_renamed_customer() -> None:
    book = ledger(
        """
        customer_key  customer  document_no  issue_date  due_date    amount
        C1            旧名      A1           2026-01-05  2026-02-05  10.00
        C1            新名      A2           2026-05-05  2026-06-05  20.00
        C2            乙        A3           2026-05-05  2026-06-05  30.00
        """
    )
    assert chosen_names(book) == {"C1": "新名"}
