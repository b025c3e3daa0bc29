"""Workbooks made by hand and by libraries, and a plain view of what was read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import numpy as np
import pytest

from arcollect.ledger.file import open_book
from arcollect.ledger.file.grid import CellKind, Sheet, address

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
PARTS = {
    "workbook": "sheet.main",
    "worksheets/sheet1": "worksheet",
    "styles": "styles",
    "sharedStrings": "sharedStrings",
}
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Default Extension="rels" ContentType="{RELATIONS}"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{OFFICE}.{kind}+xml"/>'
        for part, kind in PARTS.items()
    )
    + "</Types>"
)
STYLES = f"""<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts>
<fills count="1"><fill><patternFill/></fill></fills><borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/></cellXfs>
</styleSheet>"""


def _workbook(rows: str, items: str, parts: dict[str, str]) -> bytes:
    """Sheet `rows`, shared string `items`; `parts` adds or replaces parts."""
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{LINKS}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(
            [
                ("worksheet", "worksheets/sheet1.xml"),
                ("styles", "styles.xml"),
                ("sharedStrings", "sharedStrings.xml"),
            ],
            1,
        )
    )
    whole = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>'
        '<sheet name="应收" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>',
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{items}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>'
        "</worksheet>",
    } | parts
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for part, text in whole.items():
            package.writestr(part, text)
    return stream.getvalue()


def _seen(sheet: Sheet) -> dict[str, tuple[CellKind, object]]:
    """Every occupied cell by address: its kind and its number or text."""
    columns = sheet.columns(list(range(sheet.facts.columns)))
    found: dict[str, tuple[CellKind, object]] = {}
    for number, column in columns.items():
        for row in np.flatnonzero(column.kind).tolist():
            kind = CellKind(column.kind[row])
            worded = kind in (CellKind.TEXT, CellKind.ERROR)
            value: object = float(column.number[row])
            found[address(row, number)] = (
                kind,
                column.pool[column.text[row]] if worded else value,
            )
    return found


@pytest.fixture
def workbook() -> Callable[..., bytes]:
    def make(rows: str = "", items: str = "", **parts: str) -> bytes:
        named = {part.replace("__", "/").replace("_xml", ".xml"): t for part, t in parts.items()}
        return _workbook(rows, items, named)

    return make


@pytest.fixture
def seen() -> Callable[[Sheet], dict[str, tuple[CellKind, object]]]:
    return _seen


@pytest.fixture
def first_sheet() -> Callable[[bytes], Sheet]:
    return lambda data: open_book(None, data=data, name="t.xlsx").sheets[0]
