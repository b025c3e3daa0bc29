"""Old workbooks hide rows and hold errors too (T-13, T-14, T-16)."""

from __future__ import annotations

from pathlib import Path

import pytest

from arcollect.ledger.file import open_book
from arcollect.ledger.file.grid import CellKind
from arcollect.ledger.file.other.child import _seen
from arcollect.ledger.file.other.ods import seen_ods
from arcollect.ledger.file.other.xls import seen_xls

DATA = Path(__file__).parent / "data"
KINDS = ("xls", "ods")


@pytest.mark.parametrize("kind", KINDS)
def test_hidden_parts_and_error_words_are_known(kind: str) -> None:
    items, customers = open_book(DATA / f"hidden.{kind}").sheets
    assert (items.facts.hidden_rows, items.facts.hidden_columns) == ({2}, {5})  # type: ignore[comparison-overlap]
    assert items.facts.error_cells == ("D4",)
    amount = items.columns([3])[3]
    assert amount.kind[3] == CellKind.ERROR
    assert amount.pool[amount.text[3]] == "#DIV/0!"
    assert (items.hidden, customers.hidden) == (False, True)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_hidden_in_a_plain_workbook(kind: str) -> None:
    for sheet in open_book(DATA / f"old.{kind}").sheets:
        facts = sheet.facts
        assert (facts.hidden_rows, facts.hidden_columns, facts.filtered) == (set(), set(), False)  # type: ignore[comparison-overlap]


def test_a_formula_without_a_value_is_missing() -> None:
    from io import BytesIO
    from zipfile import ZipFile

    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "table", "text")
    )
    rows = (
        '<table:table-row table:visibility="filter" table:number-rows-repeated="3">'
        '<table:table-cell table:formula="of:=[.B1]"/></table:table-row>'
        '<table:table-row table:visibility="filter"><table:table-cell '
        'office:value-type="float" office:value="1"/></table:table-row>'
    )
    packed = BytesIO()
    with ZipFile(packed, "w") as package:
        package.writestr("content.xml", f"<x{names}><table:table>{rows}</table:table></x>")
    (seen,) = seen_ods(packed.getvalue())
    assert seen.odd == {(0, 0): ""}
    assert (seen.hidden_rows, seen.filtered) == ({3}, True)


@pytest.mark.parametrize("kind", KINDS)
def test_bytes_out_of_order_are_left_to_the_reader(kind: str) -> None:
    data = (DATA / f"hidden.{kind}").read_bytes()
    for cut in range(0, len(data), 997):
        broken = data[:cut] + b"\xff" * 40 + data[cut + 40 :]
        found = _seen(broken, kind)
        assert found is None or len(found) <= 2


def test_every_worksheet_has_its_own_facts() -> None:
    assert len(seen_xls((DATA / "hidden.xls").read_bytes())) == 2
