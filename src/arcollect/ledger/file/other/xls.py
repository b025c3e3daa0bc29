"""What an old workbook (BIFF, .xls) hides: its records, walked once ([MS-XLS])."""

from __future__ import annotations

import io
from collections.abc import Iterator
from struct import unpack_from

from arcollect.ledger.file.other.seen import ERROR_WORDS, Seen

_BOF, _EOF, _SHEET = 0x0809, 0x000A, 0x0085
_ROW, _COLUMNS, _FILTERED = 0x0208, 0x007D, 0x009B
_ERROR, _FORMULA = 0x0205, 0x0006
_PASSWORD = 0x002F
_WORKSHEET = 0
_IS_HIDDEN_ROW, _IS_HIDDEN_COLUMN = 0x20, 0x01

Record = tuple[int, int, int]  # kind, start and size of its data


def seen_xls(data: bytes) -> list[Seen]:
    """One `Seen` per worksheet, in the order of the tabs; none for an unknown layout."""
    stream = _stream(data)
    starts = [
        unpack_from("<I", stream, at)[0]
        for kind, at, size in _records(stream, 0)
        if kind == _SHEET and size > 5 and stream[at + 5] == _WORKSHEET
    ]
    return [_sheet(stream, start) for start in starts]


def is_locked_xls(data: bytes) -> bool:
    """Whether the workbook has a password: its cells are then beyond reading."""
    return any(kind == _PASSWORD for kind, _, _ in _records(_stream(data), 0))


def _stream(data: bytes) -> bytes:
    """The stream of records in the container, empty where there is none."""
    from olefile import OleFileIO  # noqa: PLC0415  (only in the child)

    with OleFileIO(io.BytesIO(data)) as ole:
        name = next((n for n in ("Workbook", "Book") if ole.exists(n)), None)
        return bytes(ole.openstream(name).read()) if name else b""


def _records(stream: bytes, start: int) -> Iterator[Record]:
    """The records from `start` to the end of that substream; charts inside are skipped."""
    at, depth = start, 0
    while at + 4 <= len(stream):
        kind, size = unpack_from("<HH", stream, at)
        depth += (kind == _BOF) - (kind == _EOF)
        if depth == 0:
            return
        if depth == 1 and at + 4 + size <= len(stream):
            yield kind, at + 4, size
        at += 4 + size


def _sheet(stream: bytes, start: int) -> Seen:
    seen = Seen()
    for kind, at, size in _records(stream, start):
        if kind == _ROW and size >= 14:
            if unpack_from("<H", stream, at + 12)[0] & _IS_HIDDEN_ROW:
                seen.hidden_rows.add(unpack_from("<H", stream, at)[0])
        elif kind == _COLUMNS and size >= 10:
            first, last, _, _, options = unpack_from("<5H", stream, at)
            if options & _IS_HIDDEN_COLUMN:
                seen.hidden_columns.update(range(first, min(last, 255) + 1))
        elif kind == _FILTERED:
            seen.filtered = True
        elif kind in {_ERROR, _FORMULA} and (word := _error(stream, kind, at, size)):
            seen.odd[unpack_from("<HH", stream, at)] = word
    return seen


def _error(stream: bytes, kind: int, at: int, size: int) -> str:
    """The error word of a cell, "" where it holds a value."""
    if kind == _ERROR and size >= 8 and stream[at + 7] == 1:
        return ERROR_WORDS.get(stream[at + 6], "#ERR!")
    is_formula = kind == _FORMULA and size >= 14
    if is_formula and stream[at + 12 : at + 14] == b"\xff\xff" and stream[at + 6] == 2:
        return ERROR_WORDS.get(stream[at + 8], "#ERR!")
    return ""
