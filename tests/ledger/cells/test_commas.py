"""1.234,56: proved by the whole column, else refused."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ledger.fake import Desk, column, sheet

from arcollect.errors import LedgerError, Severity
from arcollect.ledger.cells.amounts import MoneyCells
from arcollect.ledger.cells.commas import Comma, comma_of

HEAD = ["客户名称", "单据编号", "到期日", "未收金额"]


@pytest.mark.parametrize(
    ("texts", "says"),
    [
        (["1.234,56", "-50,00", "12", "", "Summe"], Comma.PROVED),
        (["12,34", "0,50 €"], Comma.PROVED),
        (["1.234.567,00"], Comma.PROVED),
        (["1,234.50", "12"], Comma.NONE),
        (["1,234", "12,345"], Comma.NONE),  # thousands have three
        (["1.234,5", "0,5"], Comma.NONE),  # refused one by one
        (["1.234,56", "50,00", "1.234"], Comma.DOUBTFUL),
        (["1.234,56", "50,00", "7.50"], Comma.DOUBTFUL),
        (["12,34", "1,234.50", "7.50"], Comma.NONE),  # a slip
    ],
)
def test_what_a_column_says_of_the_comma(texts: list[str], says: Comma) -> None:
    assert comma_of(texts) is says


def desk_of(desk: Desk, *cells: str):  # type: ignore[no-untyped-def, unused-ignore]
    rows = [[f"客户{n}", f"A{n}", "2026-02-01", cell] for n, cell in enumerate(cells)]
    return desk.read(sheet([HEAD, *rows]))


def test_a_proved_column_is_read_and_said(desk: Desk) -> None:
    ledger = desk_of(desk, "1.234,56", "-50,00", "12", "(7,00)")
    assert ledger.items["open_minor"].tolist() == [123456, -5000, 1200, -700]
    told = [(p.severity, p.cell) for p in ledger.problems if "commas" in p.said.key]
    assert told == [(Severity.NOTICE, "D")]


def test_a_mixed_column_is_refused_by_its_name(desk: Desk) -> None:
    with pytest.raises(LedgerError) as refused:
        desk_of(desk, "1.234,56", "50,00", "1.234")
    assert refused.value.said.key == "reading.mixed_commas"
    assert refused.value.said.facts["header"] == "未收金额"


@settings(deadline=None, max_examples=60)
@given(st.lists(st.decimals("-1e9", "1e9", places=2), min_size=1))
def test_any_cents_survive_with_a_decimal_comma(amounts: list[Decimal]) -> None:
    swapped = [f"{a:,}".translate(str.maketrans(",.", ".,")) for a in amounts]
    money = MoneyCells(column(*swapped)).minor(np.full(len(amounts), 2, dtype=np.int8))
    assert money.minor.tolist() == [int(a.scaleb(2)) for a in amounts]
