"""The bytes of a file: taken once, whole, unchanged meanwhile, and never without end."""

from __future__ import annotations

import os
import stat
import time
from pathlib import Path
from typing import BinaryIO

from arcollect.errors import LedgerError, message

MOST_BYTES = 500_000_000
_BLOCK = 1 << 20
_TRIES, _PAUSE_SECONDS = 3, 0.3


def bytes_of(path: Path | None, name: str) -> bytes:
    """The whole file (T-29); raises LedgerError for a missing, locked, endless or odd one."""
    if path is None:
        raise LedgerError(message("file.missing", name=name), message("file.missing_remedy"))
    if path.name.startswith("~$"):
        raise LedgerError(
            message("file.owner_file", name=path.name), message("file.owner_file_remedy")
        )
    try:
        if path.is_dir():
            raise LedgerError(message("file.folder", name=str(path)), message("file.folder_remedy"))
        return _settled(path, name)
    except FileNotFoundError as error:
        raise LedgerError(
            message("file.missing", name=str(path)), message("file.missing_remedy")
        ) from error
    except PermissionError as error:
        raise LedgerError(
            message("file.denied", name=str(path)), message("file.denied_remedy")
        ) from error
    except (OSError, ValueError) as error:
        raise _unreadable(str(path), error) from error


def bytes_from(stream: BinaryIO | None, name: str) -> bytes:
    """Everything that comes in, however slowly; nothing from a stream that is closed.

    Raises LedgerError for more than any spreadsheet holds.
    """
    if stream is None:
        return b""
    try:
        return _all(stream, name)
    except OSError as error:
        raise _unreadable(name, error) from error


def _settled(path: Path, name: str) -> bytes:
    """The bytes between two looks that agree; a file being saved gets time to settle."""
    for last in range(_TRIES):
        with path.open("rb") as stream:
            before = os.fstat(stream.fileno())
            data = _all(stream, name)
            after = os.fstat(stream.fileno())
        if not stat.S_ISREG(after.st_mode) or _trace(before) == _trace(after):
            return data
        if last < _TRIES - 1:
            time.sleep(_PAUSE_SECONDS)
    raise LedgerError(message("file.changing", name=name), message("file.changing_remedy"))


def _trace(seen: os.stat_result) -> tuple[int, int]:
    return seen.st_size, seen.st_mtime_ns


def _all(stream: BinaryIO, name: str) -> bytes:
    pieces, size = [], 0
    while piece := stream.read(_BLOCK):
        pieces.append(piece)
        size += len(piece)
        if size > MOST_BYTES:
            raise LedgerError(
                message("file.endless", name=name, limit_mb=MOST_BYTES // 1_000_000),
                message("file.endless_remedy"),
            )
    return b"".join(pieces)


def _unreadable(name: str, error: Exception) -> LedgerError:
    return LedgerError(
        message("file.unreadable", name=name, why=str(error)), message("file.denied_remedy")
    )
