"""Every layout that we read, with made-up contents, is read the same way."""

from __future__ import annotations

import io

import openpyxl
import pytest
from tests.ledger.layouts.every import LAYOUTS
from tests.ledger.layouts.made import counts, delimited, keys, laid, table, ties_out

from arcollect.errors import LedgerError
from arcollect.ledger.anonymise import anonymised
from arcollect.ledger.file import open_book
from arcollect.render.xlsx.layout import layout


def made_up(data: bytes, name: str) -> bytes:
    """The workbook that `check --anonymise` writes."""
    return layout(anonymised(open_book(None, data=data, name=name)))


@pytest.mark.parametrize("name", LAYOUTS)
def test_it_reads_as_the_original(name: str) -> None:
    file = f"ledger.{name.rpartition('.')[2]}"
    before, after = laid(LAYOUTS[name], file), laid(made_up(LAYOUTS[name], file), "ledger.xlsx")
    assert counts(after) == counts(before)
    assert keys(after) == keys(before)
    assert len(after.items) == len(before.items)
    assert after.source.form == before.source.form
    assert ties_out(after) == ties_out(before)


HEAD = "客户|单号|到期日|未收金额"


@pytest.mark.parametrize(
    ("rows", "key"),
    [
        (f"{HEAD}\n甲|A1|2026-03-05|8000\n单位：万元|||\n乙|B1|2026-03-05|1.5", "ledger.other_unit"),
        (f"{HEAD}|单位\n甲|A1|2026-03-05|8000|元\n乙|B1|2026-03-05|1.5|万元", "ledger.other_unit"),
        (f"{HEAD}\n甲|A1|2026-03-05|8\n客户|单号|未收金额|到期日\n乙|B1|7|2026-03-05", "ledger.other_header"),
        (f"{HEAD}||{HEAD}\n甲|A1|2026-03-05|8||乙|B1|2026-03-05|9", "ledger.side_by_side"),
    ],
)  # fmt: skip
def test_what_is_refused_is_refused_for_the_same_reason(rows: str, key: str) -> None:
    data = delimited(table(rows))
    for read, name in ((data, "ledger.csv"), (made_up(data, "ledger.csv"), "ledger.xlsx")):
        with pytest.raises(LedgerError) as caught:
            laid(read, name)
        assert caught.value.said.key == key


def test_no_figure_or_word_survives_in_a_column_of_another_kind() -> None:
    """An amount in an unknown column or among the dates, a name among the amounts."""
    rows = f"{HEAD}|押金|数量\n甲|A1|300|约9万(张三)|350|12\n乙|B1|2026-03-05|USD 1,500.00|77|5"
    book = openpyxl.load_workbook(io.BytesIO(made_up(delimited(table(rows)), "ledger.csv")))
    said = [str(cell) for row in book.active.iter_rows(min_row=2, values_only=True) for cell in row]
    assert not {"300", "350", "77", "甲", "乙", "A1", "B1"} & set(said)
    assert "张三" not in "".join(said)
    assert any(word.startswith("USD ") and word != "USD 1,500.00" for word in said)
    assert any(word.startswith("约") for word in said)
