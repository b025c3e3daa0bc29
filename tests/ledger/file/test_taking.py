"""A file is taken once, whole, unchanged meanwhile and not without end (T-29)."""

from __future__ import annotations

import io
import os
import threading
import time
from pathlib import Path

import pytest

from arcollect.errors import LedgerError
from arcollect.ledger.file import taking
from arcollect.ledger.file.taking import bytes_from, bytes_of

TABLE = "客户名称,单据编号\n甲公司,D1\n".encode()


class Slow(io.RawIOBase):
    """A stream that gives three bytes at a time."""

    def __init__(self, data: bytes) -> None:
        self._left = data

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        assert size > 0
        piece, self._left = self._left[:3], self._left[3:]
        return piece


def test_a_slow_stream_is_read_to_its_end() -> None:
    assert bytes_from(Slow(TABLE), "stdin") == TABLE  # type: ignore[arg-type]


def test_a_closed_stream_is_empty() -> None:
    assert bytes_from(None, "stdin") == b""


def test_an_endless_stream_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "MOST_BYTES", 5_000_000)
    with Path("/dev/zero").open("rb") as endless, pytest.raises(LedgerError) as refused:
        bytes_from(endless, "stdin")
    assert refused.value.said.key == "file.endless"


def test_a_pipe_is_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "台账.csv"
    os.mkfifo(pipe)
    writing = threading.Thread(target=pipe.write_bytes, args=(TABLE,))
    writing.start()
    assert bytes_of(pipe, pipe.name) == TABLE
    writing.join()


def changes(path: Path, monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    """Let the file be saved again so many times while it is read."""
    left = [times]
    read = taking._all

    def saved_meanwhile(stream: io.BufferedReader, name: str) -> bytes:
        data = read(stream, name)
        if left[0]:
            left[0] -= 1
            path.write_bytes(path.read_bytes() + b"x")
        return data

    monkeypatch.setattr(taking, "_all", saved_meanwhile)
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)


def test_a_file_saved_meanwhile_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(TABLE)
    changes(path, monkeypatch, 2)
    assert bytes_of(path, path.name) == TABLE + b"xx"


def test_a_file_that_never_rests_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(TABLE)
    changes(path, monkeypatch, 99)
    with pytest.raises(LedgerError) as refused:
        bytes_of(path, path.name)
    assert refused.value.said.key == "file.changing"
