"""Files that want to hurt: refused with a sentence, quickly, in little memory."""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcollect.errors import LedgerError
from arcollect.ledger.file import Limits, open_book
from arcollect.ledger.file.grid import Sheet
from arcollect.text import Lang, say

LAUGHS = (
    '<!DOCTYPE x [<!ENTITY l0 "lollol">'
    + "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    + "]>"
)


def read_all(data: bytes, name: str = "t.xlsx", **options: Any) -> None:
    for sheet in open_book(None, data=data, name=name, **options).sheets:
        sheet.head(5)
        sheet.columns([0, 1, 2])


def refused(data: bytes, name: str = "t.xlsx", **options: Any) -> LedgerError:
    """Open and read everything; give the error, which has words in both languages."""
    with pytest.raises(LedgerError) as caught:
        read_all(data, name, **options)
    for lang in Lang:
        assert say(caught.value.said, lang)
        assert caught.value.hint is not None
        assert say(caught.value.hint, lang)
    return caught.value


@pytest.mark.parametrize(
    "part", ["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml"]
)
def test_document_types_are_refused(workbook: Callable[..., bytes], part: str) -> None:
    made = {part.replace("/", "__").replace(".xml", "_xml"): LAUGHS + "<x>&l9;</x>"}
    error = refused(workbook(**made))
    assert error.said.key == "file.doctype"
    assert error.said.facts["part"] == part


def test_a_document_type_behind_a_long_comment_is_refused(workbook: Callable[..., bytes]) -> None:
    prolog = f"<!--{'x' * 200_000}-->{LAUGHS}"
    sheet = prolog + '<worksheet><sheetData><row r="1"/></sheetData></worksheet>'
    assert refused(workbook(xl__worksheets__sheet1_xml=sheet)).said.key == "file.doctype"


def test_utf16_xml_is_refused(workbook: Callable[..., bytes]) -> None:
    data = io.BytesIO(workbook())
    with zipfile.ZipFile(data, "a") as package:
        package.writestr("xl/more.xml", "<x/>".encode("utf-16"))
    assert refused(data.getvalue()).said.key == "file.utf16_xml"


def bomb(megabytes: int) -> bytes:
    stream, block = io.BytesIO(), b" " * (1 << 20)
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        with package.open("xl/sharedStrings.xml", "w") as part:
            for _ in range(megabytes):
                part.write(block)
    return stream.getvalue()


def test_a_bomb_is_refused_at_once() -> None:
    data = bomb(120)
    start = time.perf_counter()
    assert refused(data).said.key == "file.bomb"
    assert time.perf_counter() - start < 1


def test_size_and_part_limits(workbook: Callable[..., bytes]) -> None:
    assert refused(workbook(), limits=Limits(inflated_bytes=500)).said.key == "file.bytes"
    assert refused(workbook(), limits=Limits(parts=3)).said.key == "file.parts"


def test_a_part_larger_than_it_says_ends_where_it_says(workbook: Callable[..., bytes]) -> None:
    rows = "".join(f'<row r="{r}"><c r="A{r}"><v>{r}</v></c></row>' for r in range(1, 2000))
    data = bytearray(workbook(rows))
    entry = data.rindex(b"xl/worksheets/sheet1.xml") - 46
    data[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
    assert refused(bytes(data)).said.key == "file.damaged"


FAR = {
    "XFD1048576": '<row r="1048576"><c r="XFD1048576"><v>9</v></c></row>',
    "AX1048576": '<row r="1048576"><c r="AX1048576"><v>9</v></c></row>',
    "A9999999": '<row r="9999999"><c r="A9999999"><v>9</v></c></row>',
}


@pytest.mark.parametrize(("cell", "row"), FAR.items(), ids=FAR.keys())
def test_a_stray_far_cell_is_named(workbook: Callable[..., bytes], cell: str, row: str) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>' + row
    error = refused(workbook(rows))
    assert error.said.key == "file.far_cell"
    assert error.said.facts["cell"] == cell


def test_a_stray_far_column_is_named(workbook: Callable[..., bytes]) -> None:
    rows = "".join(f'<row r="{r}"><c r="A{r}"><v>1</v></c></row>' for r in range(1, 900))
    rows += '<row r="900"><c r="XFD900"><v>1</v></c></row>'
    assert refused(workbook(rows)).said.facts["cell"] == "XFD900"


def test_200000_styled_empty_rows_are_nothing(
    workbook: Callable[..., bytes], first_sheet: Callable[[bytes], Sheet]
) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    rows += "".join(f'<row r="{r}" s="1"><c r="A{r}" s="1"/></row>' for r in range(2, 200_001))
    assert first_sheet(workbook(rows)).facts.rows == 1


def test_a_tall_and_a_wide_sheet_pass(
    workbook: Callable[..., bytes], first_sheet: Callable[[bytes], Sheet]
) -> None:
    cells = "".join(f'<row r="{r}"><c r="A{r}"><v>1</v></c></row>' for r in range(1, 60_000))
    tall = cells + '<row r="1048575"><c r="D1048575"><v>1</v></c></row>'
    sheet = first_sheet(workbook(tall))
    assert len(sheet.columns([3])[3]) == 1_048_575


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_truncated_files_are_damaged(workbook: Callable[..., bytes], share: float) -> None:
    data = workbook('<row r="1"><c r="A1"><v>1</v></c></row>')
    assert refused(data[: int(len(data) * share)]).said.key == "file.damaged"


def test_a_sheet_cut_off_inside_is_damaged(workbook: Callable[..., bytes]) -> None:
    sheet = '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2">'
    assert refused(workbook(xl__worksheets__sheet1_xml=sheet)).said.key == "file.damaged"


def test_a_string_number_beyond_the_table_is_damaged(workbook: Callable[..., bytes]) -> None:
    rows = '<row r="1"><c r="A1" t="s"><v>5</v></c></row>'
    assert refused(workbook(rows, "<si><t>x</t></si>")).said.key == "file.damaged"


@cache
def seeds() -> list[bytes]:
    """Small files of several formats, to be mutated."""
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet()
    for r in range(12):
        sheet.write_row(r, 0, ["甲", r * 1.5, "x & y"])
    book.close()
    stored = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(stored, "w") as new:
        for part in old.infolist():
            new.writestr(part.filename, old.read(part))
    text = "客户,金额\n甲,1\n".encode("gb18030")
    page = "<table><tr><td>客户<td>1</table>".encode()
    return [stream.getvalue(), stored.getvalue(), text, page]


@given(seed=st.integers(0, 3), luck=st.integers(0, 2**32))
@settings(deadline=None, max_examples=150)
def test_any_bytes_give_a_book_or_a_ledger_error(seed: int, luck: int) -> None:
    dice = random.Random(luck)
    data = bytearray(seeds()[seed])
    for _ in range(dice.randint(1, 6)):
        place = dice.randrange(len(data))
        if dice.random() < 0.2:
            del data[place : place + dice.randint(1, 40)]
            data += b" "
        else:
            data[place] = dice.randrange(256)
    with suppress(LedgerError):
        read_all(bytes(data))


def test_an_unknown_encoding_of_the_xml_is_damage(workbook: Callable[..., bytes]) -> None:
    said = '<?xml version="1.0" encoding="UF-8"?>'
    sheet = f'{said}<worksheet><sheetData><!-- --><row r="1"/></sheetData></worksheet>'
    with suppress(LedgerError):  # another reader may know better
        read_all(workbook(xl__worksheets__sheet1_xml=sheet))
    page = said + '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
    assert refused(page.encode(), "a.xls").said.key == "file.damaged"
