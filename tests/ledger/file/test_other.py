"""Old workbooks hide rows and hold errors too (T-13, T-14, T-16)."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from decimal import Decimal
from pathlib import Path
from xml.parsers.expat import ExpatError

import pytest
from tests.hostile_files import HEADER as HEADER_LINE
from tests.hostile_files import ROW, with_part
from tests.program import run
from tests.xlsb_book import Tab, xlsb

from arcollect.errors import LedgerError
from arcollect.ledger.file import open_book
from arcollect.ledger.file.grid import CellKind, column_letter
from arcollect.ledger.file.other import child
from arcollect.ledger.file.other.child import _seen, _workbook
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


@pytest.mark.parametrize("kind", ["xls", "xlsb"])
def test_bytes_out_of_order_are_left_to_the_reader(kind: str) -> None:
    data = hidden_in(kind)
    for cut in range(0, len(data), 997 if kind == "xls" else 97):
        broken = data[:cut] + b"\xff" * 40 + data[cut + 40 :]
        found = _seen(broken, kind)
        assert found is None or len(found) <= 2


def test_broken_xml_is_never_left_to_a_reader_that_looks_for_its_end_for_ever() -> None:
    with zipfile.ZipFile(DATA / "old.ods") as package:
        content = package.read("content.xml").decode()
    broken = packed("content.xml", content.replace("</table:table>", "</table:table<!-->", 1))
    with pytest.raises(LedgerError) as refused:
        open_book(None, data=broken, name="a.ods")
    assert refused.value.said.key == "file.damaged"
    with pytest.raises(ExpatError):
        _seen(broken, "ods")


def test_every_worksheet_has_its_own_facts() -> None:
    assert len(seen_xls((DATA / "hidden.xls").read_bytes())) == 2


HEADER = ("客户名称", "单据编号", "到期日", "未收金额", "是否", "备注")
FIRST = ("甲公司", "00123", dt.date(2026, 1, 31), 100.25, True, "[/]")
ITEMS = Tab(
    [HEADER, FIRST, ("乙公司", "D2", dt.date(2026, 2, 28), 7, False, None),
     ("丙公司", "D3", dt.date(2026, 3, 31), "#DIV/0!", None, None)],
    hidden_rows=(2,), hidden_columns=(5,), is_filtered=True,
)  # fmt: skip


def test_a_binary_workbook_keeps_values_and_says_what_it_hides() -> None:
    book = open_book(None, data=xlsb(ITEMS, Tab([["甲"]], "往年", state=2)), name="a.xlsb")
    items, old = book.sheets
    assert (book.format, book.notes) == ("xlsb", ())
    assert items.head(2) == [list(HEADER), list(FIRST)]
    facts = items.facts
    assert (facts.hidden_rows, facts.hidden_columns, facts.filtered) == ({2}, {5}, True)  # type: ignore[comparison-overlap]
    assert (facts.error_cells, items.hidden, old.hidden) == (("D4",), False, True)


def packed(part: str, content: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr(part, content)
    return stream.getvalue()


def far_ods() -> bytes:
    """A figure in A1 and one in the last cell of an OpenDocument sheet."""
    space = "urn:oasis:names:tc:opendocument:xmlns"
    figure = '<table:table-cell office:value-type="float" office:value="1"/>'
    wide = '<table:table-cell table:number-columns-repeated="16383"/>'
    tall = '<table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>'
    rows = f"<table:table-row>{figure}</table:table-row>{tall}<table:table-row>{wide}{figure}</table:table-row>"
    return packed(
        "content.xml",
        f'<office:document-content xmlns:office="{space}:office:1.0" '
        f'xmlns:table="{space}:table:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="应收">{rows}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>",
    )


@pytest.mark.parametrize("kind", ["xlsb", "ods"])
def test_a_stray_far_cell_is_named_in_other_workbooks_too(kind: str) -> None:
    far = Tab([["a"]], places=((1_048_575, 16_383, 1.0),))
    data = xlsb(far) if kind == "xlsb" else far_ods()
    with pytest.raises(LedgerError) as refused:
        open_book(None, data=data, name=f"a.{kind}")
    assert refused.value.said.key == "file.far_cell"
    assert refused.value.said.facts == {"sheet": "应收", "cell": "XFD1048576"}


def test_a_column_beyond_any_sheet_is_refused() -> None:
    wild = Tab([["a"]], places=((0, 1 << 20, 1.0),))
    with pytest.raises(LedgerError) as refused:
        open_book(None, data=xlsb(wild), name="a.xlsb")
    assert refused.value.said.key == "file.far_cell"


def test_what_the_reader_finds_outside_is_refused_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def blind(_data: bytes) -> list[object]:
        raise ValueError

    monkeypatch.setattr(child, "seen_xlsb", blind)
    wild = xlsb(Tab([["a"]], places=((0, 1 << 16, 1.0),)))
    with pytest.raises(LedgerError) as refused:
        _workbook(wild, _seen(wild, "xlsb"))
    assert refused.value.said.facts["cell"] == f"{column_letter(1 << 16)}1"


def test_only_the_visible_is_refused_where_it_cannot_be_told(tmp_path: Path) -> None:
    irregular = tmp_path / "a.xlsx"
    irregular.write_bytes(
        with_part(
            "xl/worksheets/sheet1.xml", '<row><!-- --><c r="A9" r="A9"/></row>', "<sheetData>"
        )
    )
    assert run("aging", irregular, "--as-of", "2026-06-30").code == 0
    ran = run("aging", irregular, "--visible-only", "--lang", "en")
    assert (ran.code, ran.out) == (3, "")
    assert "what it hides cannot be told" in ran.err
    assert "save it as xlsx" in ran.err


@pytest.mark.parametrize("kind", ["xlsb", "html", *KINDS])
def test_hidden_rows_count_unless_only_the_visible_is_wanted(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(hidden_in(kind))
    counted, visible = (
        run("aging", path, "--as-of", "2026-12-31", "-f", "json", *more)
        for more in ((), ("--visible-only",))
    )
    said = [ran.json["tables"][0]["total"]["balance"] for ran in (counted, visible)]
    assert Decimal(said[0].replace(",", "")) - Decimal(said[1].replace(",", "")) == 50


def hidden_in(kind: str) -> bytes:
    """A ledger with a hidden row of 50.00."""
    if kind in KINDS:
        return (DATA / f"hidden.{kind}").read_bytes()
    header, row = (line.strip().split(",") for line in (HEADER_LINE, ROW))
    due = dt.date(2026, 1, 31)
    if kind == "xlsb":
        return xlsb(Tab([header, ["甲", "D1", due, 100], ["乙", "D2", due, 50]], hidden_rows=(2,)))
    rows = ([*row[:3], "100"], ["乙", "D2", *row[2:3], "50"])
    styles = ("", "", " style='mso-height:0;display:none'")
    cells = ["".join(f"<td>{word}" for word in words) for words in (header, *rows)]
    said = "".join(f"<tr{style}>{c}" for style, c in zip(styles, cells, strict=True))
    return f"<html><table>{said}</table></html>".encode()
