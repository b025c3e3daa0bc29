"""What a binary workbook (BIFF12, .xlsb) hides: its records, walked once ([MS-XLSB])."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from struct import unpack_from

from arcollect.ledger.file.other.seen import ERROR_WORDS, Seen

_ROW, _BLANK, _LAST_CELL = 0, 1, 11
_ERRORS = {3, 11}  # a cell, and the result of a formula
_COLUMN, _FILTERED, _BUNDLE = 60, 163, 156
_IS_HIDDEN_ROW, _IS_HIDDEN_COLUMN = 0x10, 0x01
_MOST_COLUMNS = 16_384
_LINK = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

Record = tuple[int, int, int]  # kind, start and size of its data


def seen_xlsb(data: bytes) -> list[Seen]:
    """One `Seen` per worksheet, in the order of the tabs; raises whatever is broken."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name.lower(): name for name in archive.namelist()}
        links = _worksheets(archive.read(parts["xl/_rels/workbook.bin.rels"]))
        order = _order(archive.read(parts["xl/workbook.bin"]))
        used = [(name, links[link]) for name, link in order if link in links]
        return [_sheet(name, archive.read(parts[part.lower()])) for name, part in used]


def _worksheets(relations: bytes) -> dict[str, str]:
    """The parts of the worksheets by the number of their link; no charts, no macros."""
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415  (only in the child)

    found = (link.attrib for link in fromstring(relations).iter(_LINK))
    return {
        link["Id"]: posixpath.normpath(posixpath.join("/xl", link["Target"])).lstrip("/")
        for link in found
        if link["Type"].endswith("/worksheet")
    }


def _order(workbook: bytes) -> Iterator[tuple[str, str]]:
    """Names and links of the sheets, tab by tab."""
    for kind, at, size in _records(workbook):
        if kind == _BUNDLE and size > 16:
            link, after = _text(workbook, at + 8)
            yield _text(workbook, after)[0], link


def _text(part: bytes, at: int) -> tuple[str, int]:
    """A text that says its length first, and where it ends."""
    end = at + 4 + 2 * unpack_from("<I", part, at)[0]
    return part[at + 4 : end].decode("utf-16-le"), end


def _records(part: bytes) -> Iterator[Record]:
    at, end = 0, len(part)
    while at < end:
        kind, at = part[at], at + 1
        if kind > 0x7F:
            kind, at = kind & 0x7F | part[at] << 7, at + 1
        size, shift = 0, 0
        while True:
            more, at = part[at], at + 1
            size |= (more & 0x7F) << shift
            if more < 0x80 or shift == 21:
                break
            shift += 7
        yield kind, at, size
        at += size


def _sheet(name: str, part: bytes) -> Seen:
    seen, row = Seen(name), 0
    for kind, at, size in _records(part):
        if _BLANK < kind <= _LAST_CELL:
            column = unpack_from("<I", part, at)[0]
            seen.extent.put(row, column)
            if kind in _ERRORS:
                seen.odd[row, column] = ERROR_WORDS.get(part[at + 8], "#ERR!")
        elif kind == _ROW:
            row = unpack_from("<I", part, at)[0]
            if size > 11 and part[at + 11] & _IS_HIDDEN_ROW:
                seen.hidden_rows.add(row)
        elif kind == _COLUMN and part[at + 16] & _IS_HIDDEN_COLUMN:
            first, last = unpack_from("<II", part, at)
            seen.hidden_columns.update(range(first, min(last + 1, _MOST_COLUMNS)))
        elif kind == _FILTERED:
            seen.filtered = True
    return seen
