"""Long tables are written another way: nobody must see a difference."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcollect.render import xlsx
from arcollect.render.xlsx import body
from arcollect.views.table import Column, Kind, Page, Report, Table, Tone, Value

NAMES = [
    "甲 & 乙 <贸易>",
    "=1+1",
    "_x000D_",
    "<r>粗</r>",
    " 前后空格 ",
    "{{7*7}}",
    "NA",
    "逾期很久" * 12,
]
TONES = list(Tone)


def table(names: list[str], sums: list[Value], days: list[Value]) -> Table:
    count = len(names)
    tones = [TONES[n % len(TONES)] for n in range(count)]
    return Table(
        "t", "逐笔",
        (
            Column("customer", "客户", Kind.TEXT, names, wide=True),
            Column("open", "未收", Kind.MONEY, sums, tones, Decimal("1.00"), sums=True),
            Column("due", "到期日", Kind.DATE, days),
            Column("key", "键", Kind.ID, [f"00{n}" for n in range(count)], hidden=True),
        ),
        total_label="合计",
    )  # fmt: skip


def cells(written: bytes) -> list[list[tuple[object, ...]]]:
    """What every cell says and how it looks, and the height of its row."""
    sheet = openpyxl.load_workbook(io.BytesIO(written))["页"]
    return [
        [
            (c.value, c.number_format, c.fill.fgColor.rgb, c.font.color and c.font.color.rgb,
             c.alignment.wrap_text, c.alignment.indent, c.quotePrefix,
             sheet.row_dimensions[c.row].height)
            for c in row
        ]
        for row in sheet.iter_rows()
    ]  # fmt: skip


def both(shown: Table, monkeypatch: pytest.MonkeyPatch) -> tuple[bytes, bytes]:
    report = Report("周报", (Page("p", "页", (shown,)),), ("截至",), "脚", {"lang": "zh"})
    monkeypatch.setattr(body, "LONG_FROM", 10**9)
    plain = xlsx.write(report)
    monkeypatch.setattr(body, "LONG_FROM", 1)
    return plain, xlsx.write(report)


def test_every_cell_is_as_the_library_would_write_it(monkeypatch: pytest.MonkeyPatch) -> None:
    sums: list[Value] = [
        Decimal("-0.05"),
        Decimal("1234567.89"),
        None,
        Decimal("1.005"),
        Decimal(7),
    ]
    days: list[Value] = [dt.date(2024, 2, 29), None, dt.date(1999, 12, 31)]
    shown = table(NAMES * 5, (sums * 8)[:40], (days * 14)[:40])
    plain, long = both(shown, monkeypatch)
    assert cells(long) == cells(plain)
    assert [row[0][0] for row in cells(long)[4:12]] == [
        "甲 & 乙 <贸易>", "=1+1", "_x000D_", "<r>粗</r> ", " 前后空格 ", "{{7*7}}", "NA", "逾期很久" * 12
    ]  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(long)) as package:
        assert package.testzip() is None


@settings(deadline=None, max_examples=25)
@given(
    st.lists(
        st.tuples(st.text(max_size=12), st.decimals(-(10**9), 10**9, places=2)),
        min_size=3,
        max_size=60,
    )
)
def test_whatever_stands_in_the_cells(drawn: list[tuple[str, Decimal]]) -> None:
    names, sums = [name for name, _ in drawn], list[Value](amount for _, amount in drawn)
    with pytest.MonkeyPatch.context() as patched:
        plain, long = both(table(names, sums, [None] * len(names)), patched)
    assert cells(long) == cells(plain)
