"""Spellings with several meanings: the cells below decide, never a guess."""

from __future__ import annotations

import pytest

from arcollect.ledger.headers.match import match_columns

HEADER = ["Invoice", "Customer", "Due Date", "Balance Due"]


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        (["1", "2", "3"], "invoice_no"),  # bare whole numbers are numbers of documents
        ([1.0, 2.0, 3.0], "invoice_no"),
        (["INV-1", "INV-2", "INV-3"], "invoice_no"),
        (["1,200.00", "80.00", "75.50"], "amount_minor"),
    ],
)
def test_a_column_called_invoice(cells: list[object], field: str) -> None:
    samples = [[cell, "Acme", "2026-01-31", "300.00"] for cell in cells]
    found = match_columns(HEADER, role="items", samples=samples)
    assert field in {m.field for m in found.matches if m.column == 0}


@pytest.mark.parametrize("header", ["Open", "Remaining"])
@pytest.mark.parametrize(
    ("cells", "field"), [([900.0, 1200.5], "open_minor"), (["yes", "no"], None)]
)
def test_a_column_called_open(header: str, cells: list[object], field: str | None) -> None:
    samples = [["1", "Acme", "2026-01-31", cell] for cell in cells]
    found = match_columns(["Invoice No", "Customer", "Due", header], role="items", samples=samples)
    assert next((m.field for m in found.matches if m.column == 3), None) == field
