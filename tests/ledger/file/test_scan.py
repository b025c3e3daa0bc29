"""The fast scan, the careful reader, calamine and openpyxl see the same cells."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable

import numpy as np
import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from arcollect.ledger.file import open_book
from arcollect.ledger.file.grid import CellKind, RawColumn, Sheet, address
from arcollect.ledger.file.lazy import Wish
from arcollect.ledger.file.xlsx.archive import Archive
from arcollect.ledger.file.xlsx.book import XlsxFile
from arcollect.ledger.file.xlsx.careful import CarefulRead
from arcollect.ledger.file.xlsx.fast import read_fast

Cells = dict[str, tuple[CellKind, object]]
EPOCH = dt.datetime(1899, 12, 30)
CN_DATE_IDS = (14, 22, 27, 31, 36, 50, 57, 58)
CUSTOM_DATES = (
    'yyyy"年"m"月"d"日"',
    "[$-804]yyyy/m/d;@",
    "[DBNum1]yyyy-mm-dd",
    "[$-F800]dddd, mmmm dd, yyyy",
    "yyyy-mm-dd hh:mm",
)
PLAIN_FORMATS = ("0.00", '0.00"元"', "#,##0.00_);[Red](#,##0.00)", "0000000", "@", "0.00E+00")


def _both(data: bytes) -> None:
    """Facts and all columns, once by the scan and once by the XML parser."""
    archive = Archive(data)
    book = XlsxFile(archive, "t.xlsx")
    for part in book.workbook.sheets:
        fast = read_fast(archive, part, book._strings, book.workbook, Wish(None))
        slow = CarefulRead(part, book._strings, book.workbook, Wish(None)).read(archive)
        assert fast.facts == slow.facts
        assert fast.columns.keys() == slow.columns.keys()
        for number, column in fast.columns.items():
            other = slow.columns[number]
            np.testing.assert_array_equal(column.kind, other.kind)
            np.testing.assert_array_equal(column.number, other.number)
            assert _words(column) == _words(other)


def _words(column: RawColumn) -> list[str]:
    return [column.pool[code] if code >= 0 else "" for code in column.text]


def _calamine(data: bytes) -> dict[str, object]:
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
    return {
        address(r, c): _plain(value)
        for r, row in enumerate(sheet.to_python(skip_empty_area=False))
        for c, value in enumerate(row)
        if value != ""
    }


def _openpyxl(data: bytes) -> dict[str, object]:
    sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets[0]
    return {
        cell.coordinate: _plain(cell.value)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def _plain(value: object) -> object:
    """Dates as serials, numbers as floats, so that readers can be compared."""
    if isinstance(value, dt.datetime):
        return round((value - EPOCH) / dt.timedelta(days=1), 6)
    if isinstance(value, dt.date):
        return float((value - EPOCH.date()).days)
    return float(value) if isinstance(value, int | float) else value


def _ours(sheet: Sheet, seen: Callable[[Sheet], Cells]) -> dict[str, object]:
    return {
        cell: round(float(str(value)), 6) if kind == CellKind.DATE else value
        for cell, (kind, value) in seen(sheet).items()
        if kind != CellKind.UNCOMPUTED
    }


@pytest.fixture(scope="module")
def ledger() -> bytes:
    """Everything of an ordinary ledger, written by xlsxwriter, from B3 on."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("应收")
    date = book.add_format({"num_format": "yyyy-mm-dd"})
    money = book.add_format({"num_format": "#,##0.00"})
    sheet.write_row("B3", ["客户", "编码", "到期日", "金额", "甲 & 乙 <贸易>", " 前后空格 "])
    for i in range(400):
        sheet.write_row(3 + i, 1, [f"客户{i % 7}", f"{i:05d}"])
        sheet.write_datetime(3 + i, 3, dt.datetime(2026, 1, 1) + dt.timedelta(days=i), date)
        sheet.write_number(3 + i, 4, (i - 200) * 1234.565, money)
    sheet.write_boolean("G4", True)
    sheet.write_formula("G5", "=1+1", None, 2)
    sheet.write_formula("G6", '="a"&"b"', None, "ab")
    sheet.write_number("AB7", 12345678901234567890)
    sheet.write_blank("H9", None, money)
    sheet.merge_range("B410:C412", "合计")
    sheet.set_row(20, None, None, {"hidden": True})
    sheet.set_column("J:K", None, None, {"hidden": True})
    sheet.autofilter("B3:G403")
    sheet.filter_column("B", "x == 客户1")
    book.close()
    return stream.getvalue()


def test_the_scan_takes_an_ordinary_ledger(ledger: bytes) -> None:
    assert open_book(None, data=ledger, name="t.xlsx").reader == "scan"


def test_all_readers_agree_on_an_ordinary_ledger(
    ledger: bytes, first_sheet: Callable[[bytes], Sheet], seen: Callable[[Sheet], Cells]
) -> None:
    ours = _ours(first_sheet(ledger), seen)
    assert ours == _calamine(ledger) | {"G4": 1.0}
    assert ours == _openpyxl(ledger) | {"G4": 1.0}
    assert len(ours) == 6 + 400 * 4 + 5


def test_facts_of_an_ordinary_ledger(ledger: bytes, first_sheet: Callable[[bytes], Sheet]) -> None:
    facts = first_sheet(ledger).facts
    assert (facts.rows, facts.columns) == (410, 28)
    assert facts.merges == ((409, 1, 411, 2),)
    assert facts.hidden_columns == {9, 10}
    assert 20 in facts.hidden_rows
    assert facts.filtered


def test_scan_and_parser_agree_on_an_ordinary_ledger(ledger: bytes) -> None:
    _both(ledger)


def test_openpyxl_files_with_inline_strings_and_formulas(
    first_sheet: Callable[[bytes], Sheet], seen: Callable[[Sheet], Cells]
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["客户", "金额", "备注"])
    sheet.append(["甲 & 乙", 100.5, " x "])
    sheet.append([None, "=SUM(B2:B2)", dt.date(2026, 11, 21)])
    stream = io.BytesIO()
    book.save(stream)
    found = seen(first_sheet(stream.getvalue()))
    assert found["A2"] == (CellKind.TEXT, "甲 & 乙")
    assert found["C2"] == (CellKind.TEXT, " x ")
    assert found["B3"] == (CellKind.UNCOMPUTED, 0.0)
    assert found["C3"] == (CellKind.DATE, 46347.0)
    assert first_sheet(stream.getvalue()).facts.uncomputed_cells == ("B3",)
    _both(stream.getvalue())


def test_pandas_like_inline_string_file(
    workbook: Callable[..., bytes],
    first_sheet: Callable[[bytes], Sheet],
    seen: Callable[[Sheet], Cells],
) -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> 甲&amp;乙 </t></is></c>'
        '<c r="B1" t="inlineStr" s="1"><is><t/></is></c></row>'
    )
    data = workbook(rows)
    assert open_book(None, data=data, name="t.xlsx").reader == "scan"
    assert seen(first_sheet(data))["A1"] == (CellKind.TEXT, " 甲&乙 ")
    _both(data)


@pytest.mark.parametrize("number_format", CN_DATE_IDS)
def test_built_in_dates_are_dates(
    workbook: Callable[..., bytes],
    first_sheet: Callable[[bytes], Sheet],
    seen: Callable[[Sheet], Cells],
    number_format: int,
) -> None:
    styles = f'<styleSheet><cellXfs><xf numFmtId="{number_format}"/></cellXfs></styleSheet>'
    data = workbook('<row r="1"><c r="A1" s="0"><v>45000</v></c></row>', xl__styles_xml=styles)
    assert seen(first_sheet(data)) == {"A1": (CellKind.DATE, 45000.0)}


@pytest.mark.parametrize(
    ("code", "kind"),
    [(code, CellKind.DATE) for code in CUSTOM_DATES]
    + [(code, CellKind.NUMBER) for code in PLAIN_FORMATS],
)
def test_custom_formats(
    code: str, kind: CellKind, first_sheet: Callable[[bytes], Sheet], seen: Callable[[Sheet], Cells]
) -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    book.add_worksheet().write_number(0, 0, 45000, book.add_format({"num_format": code}))
    book.close()
    assert seen(first_sheet(stream.getvalue())) == {"A1": (kind, 45000.0)}


def test_1904_dates_become_ordinary_serials(
    first_sheet: Callable[[bytes], Sheet], seen: Callable[[Sheet], Cells]
) -> None:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"date_1904": True})
    style = book.add_format({"num_format": "yyyy-mm-dd"})
    book.add_worksheet().write_datetime(0, 0, dt.datetime(2026, 11, 21), style)
    book.close()
    sheet = first_sheet(stream.getvalue())
    assert seen(sheet) == {"A1": (CellKind.DATE, 46347.0)}
    assert sheet.head(1) == [[dt.date(2026, 11, 21)]]
    _both(stream.getvalue())


def one_row(*cells: str) -> str:
    return f'<row r="1">{"".join(cells)}</row>'


ODD_ROWS = {
    "errors": one_row('<c r="A1" t="e"><v>#REF!</v></c>', '<c r="B1"><v>1</v></c>'),
    "nan": one_row(
        '<c r="A1"><v>NaN</v></c>', '<c r="B1"><v>1e999</v></c>', '<c r="C1"><v>1E3</v></c>'
    ),
    "empty values": one_row('<c r="A1"><v></v></c>', '<c r="B1"><v/></c>', '<c r="C1" s="1"/>'),
    "empty rows": '<row r="1"/><row r="3" spans="1:2"/><row r="5"><c r="B5"><v>2</v></c></row>',
    "formula": one_row(
        '<c r="A1"><f>B1&gt;1</f><v>3</v></c>',
        '<c r="B1"><f>X</f></c>',
        '<c r="C1"><f>X</f><v></v></c>',
        '<c r="D1" t="str"><f>X</f><v></v></c>',
        '<c r="E1"><f t="shared" si="0"/><v>4</v></c>',
    ),
    "type before style": one_row(
        '<c r="A1" t="s" s="1"><v>1</v></c>', '<c r="B1" s="1" t="n"><v>45000</v></c>'
    ),
    "iso date": one_row('<c r="A1" t="d" s="1"><v>2026-11-21T12:00:00</v></c>'),
    "bool": one_row('<c r="A1" t="b"><v>1</v></c>', '<c r="B1" t="b"><v>0</v></c>'),
    "wide": '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="99"><c r="ZZ99"><v>2</v></c></row>',
    "entities": one_row('<c r="A1" t="str"><v>a&lt;b&#x4E2D;_x0041_</v></c>'),
    "hidden": '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="true"/>',
}
STRINGS = (
    '<si><t>零</t></si><si><r><t>丰</t></r><r><t xml:space="preserve"> 富</t></r>'
    "<rPh><t>x</t></rPh></si>"
)


@pytest.mark.parametrize("rows", ODD_ROWS.values(), ids=ODD_ROWS.keys())
def test_scan_and_parser_agree_on_odd_rows(workbook: Callable[..., bytes], rows: str) -> None:
    _both(workbook(rows, STRINGS))


SLOW_ROWS = {
    "no references": (
        "<row><c><v>7</v></c><c t='s'><v>1</v></c></row>",
        {"A1": 7.0, "B1": "丰 富"},
    ),
    "comment": (one_row("<!-- x -->", '<c r="A1"><v>7</v></c>'), {"A1": 7.0}),
    "cdata": (one_row('<c r="A1" t="str"><v><![CDATA[<甲>]]></v></c>'), {"A1": "<甲>"}),
    "other quotes": ("<row r='1'><c r='A1'><v>7</v></c></row>", {"A1": 7.0}),
    "rich inline": (
        one_row('<c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>'),
        {"A1": "甲乙"},
    ),
}


@pytest.mark.parametrize(("rows", "expected"), SLOW_ROWS.values(), ids=SLOW_ROWS.keys())
def test_odd_shapes_go_to_the_careful_reader(
    workbook: Callable[..., bytes],
    first_sheet: Callable[[bytes], Sheet],
    seen: Callable[[Sheet], Cells],
    rows: str,
    expected: dict[str, object],
) -> None:
    data = workbook(rows, STRINGS)
    assert open_book(None, data=data, name="t.xlsx").reader == "careful"
    assert {cell: value for cell, (_, value) in seen(first_sheet(data)).items()} == expected


def test_a_prefix_goes_to_the_careful_reader(
    workbook: Callable[..., bytes],
    first_sheet: Callable[[bytes], Sheet],
    seen: Callable[[Sheet], Cells],
) -> None:
    sheet = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<x:sheetData><x:row r="2"><x:c r="B2"><x:v>7</x:v></x:c></x:row></x:sheetData>'
        '<x:mergeCells><x:mergeCell ref="B2:C3"/></x:mergeCells></x:worksheet>'
    )
    data = workbook(xl__worksheets__sheet1_xml=sheet)
    assert seen(first_sheet(data)) == {"B2": (CellKind.NUMBER, 7.0)}
    assert first_sheet(data).facts.merges == ((1, 1, 2, 2),)


def test_error_words_and_their_places(
    workbook: Callable[..., bytes],
    first_sheet: Callable[[bytes], Sheet],
    seen: Callable[[Sheet], Cells],
) -> None:
    sheet = first_sheet(workbook(ODD_ROWS["errors"]))
    assert seen(sheet)["A1"] == (CellKind.ERROR, "#REF!")
    assert sheet.facts.error_cells == ("A1",)


def test_formulas_without_a_value_are_not_zero(
    workbook: Callable[..., bytes],
    first_sheet: Callable[[bytes], Sheet],
    seen: Callable[[Sheet], Cells],
) -> None:
    sheet = first_sheet(workbook(ODD_ROWS["formula"]))
    assert seen(sheet) == {
        "A1": (CellKind.NUMBER, 3.0),
        "B1": (CellKind.UNCOMPUTED, 0.0),
        "C1": (CellKind.UNCOMPUTED, 0.0),
        "E1": (CellKind.NUMBER, 4.0),
    }
    assert sheet.facts.uncomputed_cells == ("B1", "C1")


def test_infinities_stay_words(
    workbook: Callable[..., bytes],
    first_sheet: Callable[[bytes], Sheet],
    seen: Callable[[Sheet], Cells],
) -> None:
    found = seen(first_sheet(workbook(ODD_ROWS["nan"])))
    assert found["A1"] == (CellKind.TEXT, "NaN")
    assert found["B1"] == (CellKind.TEXT, "1e999")
    assert found["C1"] == (CellKind.NUMBER, 1000.0)


def test_a_lying_dimension_loses_nothing(
    workbook: Callable[..., bytes],
    first_sheet: Callable[[bytes], Sheet],
    seen: Callable[[Sheet], Cells],
) -> None:
    rows = "".join(f'<row r="{r}"><c r="B{r}"><v>{r}</v></c></row>' for r in range(1, 6))
    sheet = f'<worksheet><dimension ref="A1:A2"/><sheetData>{rows}</sheetData></worksheet>'
    assert len(seen(first_sheet(workbook(xl__worksheets__sheet1_xml=sheet)))) == 5


def test_columns_have_one_length_and_may_lie_beyond_the_sheet(
    workbook: Callable[..., bytes], first_sheet: Callable[[bytes], Sheet]
) -> None:
    sheet = first_sheet(workbook(ODD_ROWS["empty rows"]))
    columns = sheet.columns([0, 1, 50])
    assert [len(columns[n]) for n in (0, 1, 50)] == [5, 5, 5]
    assert columns[50].kind.tolist() == [0] * 5


def test_head_reads_only_so_many_rows(ledger: bytes, first_sheet: Callable[[bytes], Sheet]) -> None:
    rows = first_sheet(ledger).head(4)
    assert len(rows) == 4
    assert rows[2][1:5] == ["客户", "编码", "到期日", "金额"]
    assert rows[3][1:7] == ["客户0", "00000", dt.date(2026, 1, 1), -246913, None, True]


NUMBER_TEXT = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
    st.decimals(-(10**12), 10**12, places=2).map(str),
    st.integers(-(10**20), 10**20).map(str),
    st.from_regex(r"-?[0-9]{1,10}\.[0-9]{1,12}", fullmatch=True),
)


@given(st.lists(NUMBER_TEXT, min_size=1, max_size=60))
@settings(deadline=None, max_examples=60)
def test_numbers_are_those_of_python(texts: list[str]) -> None:
    from arcollect.ledger.file.xlsx.scan import numbers, piece

    cells = "".join(
        f'<row r="{r}"><c r="A{r}"><v>{t}</v></c></row>' for r, t in enumerate(texts, 1)
    )
    found = piece(cells.encode(), -1)
    value, refused = numbers(found, found.value, found.value_end)
    assert not refused
    assert [repr(v) for v in value.tolist()] == [repr(float(t)) for t in texts]
