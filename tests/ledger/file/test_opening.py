"""What a file is, whatever its name says; and what is said when it is nothing."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from arcollect.errors import LedgerError
from arcollect.ledger.file import open_book
from arcollect.ledger.file.grid import CellKind, Sheet
from arcollect.text import Lang, words

Cells = dict[str, tuple[CellKind, object]]
DATA = Path(__file__).parent / "data"
ENCRYPTED = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
)


def key_of(data: bytes, name: str = "t.xlsx") -> str:
    with pytest.raises(LedgerError) as caught:
        open_book(None, data=data, name=name)
    return caught.value.said.key


def a_zip(*parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for part in parts:
            package.writestr(part, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "file.empty"),
        (b" \r\n", "file.empty"),
        (b"\x89PNG\r\n\x1a\n....", "file.foreign"),
        (b"%PDF-1.7", "file.foreign"),
        (b'<?xml version="1.0"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:'
         b'xmlns:office:1.0">', "file.foreign"),
        (b"PK\x03\x04 cut off", "file.damaged"),
        (a_zip("word/document.xml"), "file.foreign"),
        (a_zip("readme.txt"), "file.foreign"),
        (ENCRYPTED, "file.password"),
        (b"\xd0\xcf\x11\xe0" + b"\1" * 600, "file.damaged"),
        (b"<html><body>no table</body></html>", "file.no_table"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
         "file.damaged"),
        (b"\xff\xfe\x00\xd8\x00\x00", "file.undecodable"),
    ],
)  # fmt: skip
def test_what_is_no_spreadsheet(data: bytes, key: str) -> None:
    assert key_of(data) == key


def test_missing_folder_and_forbidden(tmp_path: Path) -> None:
    for path, key in ((tmp_path / "no.xlsx", "missing"), (tmp_path, "folder")):
        with pytest.raises(LedgerError) as caught:
            open_book(path)
        assert caught.value.said.key == f"file.{key}"
        assert caught.value.hint is not None


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n")
    path.chmod(0)
    with pytest.raises(LedgerError) as caught:
        open_book(path)
    assert caught.value.said.key == "file.denied"


def test_the_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "台账.csv"
    path.write_bytes(b"a,b\n1,2\n")
    book = open_book(path)
    assert book.sha256 == hashlib.sha256(b"a,b\n1,2\n").hexdigest()
    assert (book.name, book.format, book.reader) == ("台账.csv", "csv", "csv")
    assert book.sheets[0].facts.name == "台账"


def test_a_file_open_in_excel_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"a,b\n1,2\n")
    (tmp_path / "~$x.csv").write_bytes(b"me")
    (note,) = open_book(path).notes
    assert note.said.key == "file.open_in_excel"


def test_the_marker_of_an_open_file_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError) as caught:
        open_book(tmp_path / "~$x.xlsx")
    assert caught.value.said.key == "file.owner_file"


def test_a_tag_in_a_text_table_is_no_web_page() -> None:
    book = open_book(None, data="客户,备注\n甲,<table>\n".encode(), name="x.csv")
    assert book.format == "csv"


def test_every_word_exists_in_both_languages() -> None:
    assert words("file", Lang.ZH).keys() == words("file", Lang.EN).keys()


def test_the_extension_is_not_believed(workbook: Callable[..., bytes]) -> None:
    assert open_book(None, data=workbook(), name="x.xls").format == "xlsx"
    assert open_book(None, data=b"a\tb\n1\t2\n", name="x.xls").format == "tsv"


@pytest.mark.parametrize("name", ["old.xls", "old.ods"])
def test_old_formats_keep_addresses_and_kinds(name: str, seen: Callable[[Sheet], Cells]) -> None:
    book = open_book(DATA / name)
    sheet, hidden = book.sheets
    assert (book.reader, sheet.facts.name, hidden.facts.hidden) == ("calamine", "应收", True)
    found = seen(sheet)
    assert found["B3"] == (CellKind.TEXT, "客户")
    assert found["C4"] == (CellKind.TEXT, "00123")
    assert found["D4"] == (CellKind.DATE, 46347.0)
    assert found["E6"] == (CellKind.NUMBER, 1234.56)
    assert sheet.head(4)[3][1:] == ["甲公司", "00123", dt.date(2026, 11, 21), 1234.56]


def test_an_irregular_package_is_read_tolerantly(
    workbook: Callable[..., bytes], seen: Callable[[Sheet], Cells]
) -> None:
    data = workbook('<row r="1"><!-- twice --><c r="A1" r="A1"><v>7</v></c></row>')
    book = open_book(None, data=data, name="t.xlsx")
    assert (book.reader, book.notes[0].said.key) == ("calamine", "file.tolerant")
    assert seen(book.sheets[0]) == {"A1": (CellKind.NUMBER, 7.0)}


def test_a_web_page_named_xls(seen: Callable[[Sheet], Cells]) -> None:
    page = """<html><head><meta charset="gb2312"><title>x</title></head><table>
    <tr><td colspan="2">应收账款</td></tr><tr><th>客户<th>金额</tr>
    <tr><td rowspan=2>甲&nbsp;公司</td><td>1,234.50</td></tr><tr><td>7</td></tr></table>"""
    book = open_book(None, data=page.encode("gbk"), name="x.xls")
    found = {cell: value for cell, (_, value) in seen(book.sheets[0]).items()}
    assert found == {
        "A1": "应收账款", "A2": "客户", "B2": "金额",
        "A3": "甲 公司", "B3": "1,234.50", "B4": "7",
    }  # fmt: skip
    assert book.sheets[0].facts.merges == ((0, 0, 0, 1), (2, 0, 3, 0))


def test_what_a_web_page_does_not_display_is_hidden(seen: Callable[[Sheet], Cells]) -> None:
    page = """<table><col><col span=2 style="DISPLAY : none"><tr><td>客户<td>金额<td>x<td>y
    <tr hidden><td>甲<td>1<tr style='height:0;display:none'><td>乙<td>2<td>3<td>4</table>"""
    (sheet,) = open_book(None, data=page.encode(), name="x.xls").sheets
    assert (sheet.facts.hidden_rows, sheet.facts.hidden_columns) == ({1, 2}, {1, 2})  # type: ignore[comparison-overlap]
    assert seen(sheet)["A3"] == (CellKind.TEXT, "乙")


@pytest.mark.parametrize("odd", ["<![CDd[x]]>", "<![if !x]>", "<![x", "<!x[", "<![endif]>"])
def test_odd_sections_of_a_web_page_are_passed_over(odd: str) -> None:
    page = f"<table><tr><td>{odd}</td></tr><tr><td>甲<td>1</table>"
    (sheet,) = open_book(None, data=page.encode(), name="x.xls").sheets
    assert isinstance(sheet.head(5), list)
