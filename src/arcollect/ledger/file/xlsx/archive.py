"""The zip around a spreadsheet, opened with suspicion."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from zipfile import BadZipFile, ZipFile, ZipInfo

from arcollect.errors import LedgerError, message

_BLOCK = 1 << 19  # what is worked out of a block takes ten times its memory
_PROLOG_BYTES = 1 << 16
ZIP_FAULTS = (
    BadZipFile,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a file is believed to be a spreadsheet (T-06)."""

    parts: int = 2_000
    inflated_bytes: int = 1_500_000_000
    ratio: int = 200  # inflated : packed, for parts above `ratio_from_bytes`
    ratio_from_bytes: int = 50_000_000
    in_memory_bytes: int = 600_000_000  # one part that must be held whole


class Damaged(Exception):  # noqa: N818 - a signal between readers
    """The zip or its XML is broken: not an error yet, another reader may try."""


class Archive:
    """Parts by name (any case), inflated as a stream that never exceeds its size.

    Python's zip reader hands out at most the declared number of bytes and then
    compares the checksum, so sizes checked before reading hold while reading.
    """

    def __init__(self, data: bytes, limits: Limits | None = None) -> None:
        self._zip = ZipFile(io.BytesIO(data))
        self._limits = limits or Limits()
        self._parts = {_plain(part.filename): part for part in self._zip.infolist()}

    def names(self) -> list[str]:
        """All part names as written."""
        return [part.filename for part in self._zip.infolist()]

    def __contains__(self, part: str) -> bool:
        """Whether there is a part of this name, in any case."""
        return _plain(part) in self._parts

    def check(self, name: str) -> None:
        """Refuse too many parts, too many bytes, and impossible ratios (T-06)."""
        parts, limits = self._zip.infolist(), self._limits
        total = sum(part.file_size for part in parts)
        if len(parts) > limits.parts:
            raise _refused("file.parts", name, parts=len(parts), limit=limits.parts)
        if total > limits.inflated_bytes:
            limit_mb = limits.inflated_bytes // 1_000_000
            raise _refused("file.bytes", name, mb=total // 1_000_000, limit_mb=limit_mb)
        for part in parts:
            if part.file_size > limits.ratio_from_bytes and self._bloated(part):
                raise _refused("file.bomb", name, part=part.filename)

    def _bloated(self, part: ZipInfo) -> bool:
        return part.file_size > self._limits.ratio * max(part.compress_size, 1)

    def blocks(self, part: str) -> Iterator[bytes]:
        """The part's bytes, half a megabyte at a time; raises Damaged."""
        try:
            with self._zip.open(self._parts[_plain(part)]) as stream:
                while block := stream.read(_BLOCK):
                    yield block
        except ZIP_FAULTS as error:
            raise Damaged(part) from error

    def whole(self, part: str) -> bytearray:
        """The part in one piece; raises Damaged, also where it is far too large."""
        key = _plain(part)
        if key not in self._parts:
            raise Damaged(part)
        if self._parts[key].file_size > self._limits.in_memory_bytes:
            raise Damaged(part)
        text = bytearray()  # grows in place: half the memory of a join
        for block in self.blocks(part):
            text += block
        return text

    def check_xml(self, name: str) -> None:
        """Refuse document types, entities and UTF-16 in every XML part (T-05).

        Only the prolog of each part is inflated: a document type cannot stand
        anywhere else, and readers here know no entities of their own.
        """
        for part in self._zip.infolist():
            if part.filename.lower().endswith((".xml", ".rels")):
                self._check_prolog(part, name)

    def _check_prolog(self, part: ZipInfo, name: str) -> None:
        try:
            with self._zip.open(part) as stream:
                head = stream.read(_PROLOG_BYTES)
        except ZIP_FAULTS as error:
            raise Damaged(part.filename) from error
        if head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in head[:8]:
            raise _refused("file.utf16_xml", name, part=part.filename)
        if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
            raise _refused("file.doctype", name, part=part.filename)


def _plain(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _refused(key: str, name: str, **facts: object) -> LedgerError:
    return LedgerError(message(key, name=name, **facts), message("file.resave"))
