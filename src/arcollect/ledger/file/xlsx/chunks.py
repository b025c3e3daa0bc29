"""A sheet's rows in pieces of about half a megabyte, cut between two rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from arcollect.ledger.file.xlsx.archive import Archive
from arcollect.ledger.file.xlsx.pipeline import ahead

_LONGEST = 64 << 20  # a row or a frame larger than this is no ledger


class Declined(Exception):  # noqa: N818 - a signal between readers
    """The fast reader does not know this shape; the careful one will read it."""


@dataclass(slots=True)
class Frame:
    """What stands around the rows: columns before them, merges and filter after."""

    before: bytes = b""
    after: bytearray = field(default_factory=bytearray)


def row_chunks(archive: Archive, part: str, frame: Frame) -> Iterator[bytes]:
    """Whole rows only; `frame` is complete when the last piece was taken.

    Raises Declined where there is no plain <sheetData> and Damaged where the
    part ends before it is closed.
    """
    blocks = ahead(archive.blocks(part))
    rest = _skip_to_rows(blocks, frame)
    if rest is None:
        return
    for block in blocks:
        buffer = rest + block
        last = _last_row(buffer)
        end = buffer.find(b"</sheetData>", max(last, 0))
        if end >= 0:
            yield from _finish(buffer, end, blocks, frame)
            return
        if last > 0:
            yield buffer[:last]
        rest = buffer[max(last, 0) :]
        if len(rest) > _LONGEST:
            raise Declined("row")
    end = rest.find(b"</sheetData>")
    if end < 0:
        raise Declined("no end")
    yield from _finish(rest, end, blocks, frame)


def _skip_to_rows(blocks: Iterator[bytes], frame: Frame) -> bytes | None:
    buffer = b""
    for block in blocks:
        buffer += block
        start = buffer.find(b"<sheetData>")
        if start >= 0:
            if b"<!" in buffer[:start]:
                raise Declined("comment or document type")
            frame.before = buffer[:start]
            return buffer[start + len(b"<sheetData>") :]
        if len(buffer) > _LONGEST:
            break
    if (empty := buffer.find(b"<sheetData/>")) >= 0:
        frame.before = buffer[:empty]
        frame.after += buffer[empty:]
        return None
    raise Declined("no rows")


def _last_row(buffer: bytes) -> int:
    last = buffer.rfind(b"<row ")
    return last if last >= 0 else buffer.rfind(b"<row>")


def _finish(buffer: bytes, end: int, blocks: Iterator[bytes], frame: Frame) -> Iterator[bytes]:
    if end:
        yield buffer[:end]
    frame.after += buffer[end:]
    for block in blocks:
        frame.after += block
        if len(frame.after) > _LONGEST:
            raise Declined("tail")
