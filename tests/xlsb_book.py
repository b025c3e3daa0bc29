"""A small binary workbook (.xlsb), record by record, as [MS-XLSB] lays them out."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from struct import pack

LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
KINDS = "application/vnd.ms-excel"
ERRORS = {"#NULL!": 0x00, "#DIV/0!": 0x07, "#VALUE!": 0x0F, "#REF!": 0x17, "#N/A": 0x2A}
EPOCH = dt.date(1899, 12, 30)
DATE_STYLE = 1
Cell = str | float | int | bool | dt.date | None


@dataclass(frozen=True)
class Tab:
    """One sheet: rows of cells, and what of it is hidden (0-based)."""

    rows: Sequence[Sequence[Cell]]
    name: str = "应收"
    state: int = 0  # 0 visible, 1 hidden, 2 very hidden
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    is_filtered: bool = False
    places: tuple[tuple[int, int, Cell], ...] = ()  # further cells: row, column, value


def record(kind: int, data: bytes = b"") -> bytes:
    """A record: its kind in one or two bytes, its size in seven bits a byte, its data."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(data)
    while size > 0x7F:
        head += bytes([size & 0x7F | 0x80])
        size >>= 7
    return head + bytes([size]) + data


def wide(text: str) -> bytes:
    units = text.encode("utf-16-le")
    return pack("<I", len(units) // 2) + units


def cell(column: int, value: Cell) -> bytes:
    place = pack("<II", column, DATE_STYLE if isinstance(value, dt.date) else 0)
    if isinstance(value, bool):
        return record(4, place + bytes([value]))
    if isinstance(value, dt.date):
        return record(5, place + pack("<d", (value - EPOCH).days))
    if isinstance(value, int) and abs(value) < 1 << 28:
        return record(2, place + pack("<i", value << 2 | 2))
    if isinstance(value, int | float):
        return record(5, place + pack("<d", value))
    if value in ERRORS:
        return record(3, place + bytes([ERRORS[str(value)]]))
    return record(6, place + wide(str(value)))


def sheet(tab: Tab) -> bytes:
    """BrtBeginSheet, dimension, columns, rows with their cells, filter, BrtEndSheet."""
    cells = [(r, c, v) for r, row in enumerate(tab.rows) for c, v in enumerate(row)]
    cells = sorted([*cells, *tab.places], key=lambda found: found[:2])
    last = max((r for r, _, _ in cells), default=0), max((c for _, c, _ in cells), default=0)
    out = record(129) + record(148, pack("<4I", 0, last[0], 0, last[1]))
    if tab.hidden_columns:
        hidden = [record(60, pack("<4IH", n, n, 2048, 0, 1)) for n in tab.hidden_columns]
        out += record(390) + b"".join(hidden) + record(391)
    out += record(145)
    row = -1
    for r, c, value in cells:
        if r != row:
            row, flags = r, 0x10 if r in tab.hidden_rows else 0
            out += record(0, pack("<IIHBBBI", r, 0, 300, 0, flags, 0, 0))
        if value is not None:
            out += cell(c, value)
    out += record(146)
    if tab.is_filtered:
        column = record(163, pack("<IH", 0, 0)) + record(164)
        out += record(161, pack("<4I", 0, last[0], 0, last[1])) + column + record(162)
    return out + record(130)


def styles() -> bytes:
    """Two cell formats: General, and the built-in date 14."""
    formats = [pack("<HH", 0, number) + bytes(12) for number in (0, 14)]
    listed = record(617, pack("<I", 2)) + b"".join(record(47, f) for f in formats) + record(618)
    return record(278) + listed + record(279)


def xlsb(*tabs: Tab) -> bytes:
    """The package: workbook, styles and sheets."""
    numbered = list(enumerate(tabs, 1))
    bundle = [record(156, pack("<II", t.state, n) + wide(f"rId{n}") + wide(t.name))
              for n, t in numbered]  # fmt: skip
    targets = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.bin") for n, _ in numbered]
    targets.append((f"rId{len(tabs) + 1}", "styles", "styles.bin"))
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" '
        f'ContentType="{KINDS}.sheet.binary.macroEnabled.main"/></Types>',
        "_rels/.rels": relations([("rId1", "officeDocument", "xl/workbook.bin")]),
        "xl/_rels/workbook.bin.rels": relations(targets),
        "xl/workbook.bin": record(131) + record(153, bytes(12)) + record(143)
        + b"".join(bundle) + record(144) + record(132),
        "xl/styles.bin": styles(),
    }  # fmt: skip
    parts |= {f"xl/worksheets/sheet{n}.bin": sheet(tab) for n, tab in numbered}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in parts.items():
            package.writestr(part, content)
    return stream.getvalue()


def relations(links: Sequence[tuple[str, str, str]]) -> str:
    said = "".join(
        f'<Relationship Id="{name}" Type="{LINKS}/{kind}" Target="{target}"/>'
        for name, kind, target in links
    )
    return f'<Relationships xmlns="{PACKAGE}">{said}</Relationships>'
