"""Children of the reader come to an end, and say why."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from arcollect.errors import LedgerError
from arcollect.ledger.file import apart, open_book
from arcollect.ledger.file.other import calamine, child
from arcollect.text import Lang, say

pytest.importorskip("resource", reason="limits are a matter of POSIX")
ROOT = Path(__file__).parents[3]
RESTLESS = "tests.ledger.file.restless"
OLD = (Path(__file__).parent / "data" / "old.xls").read_bytes()


@pytest.fixture
def at_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """A child finds the modules of the tests from here."""
    monkeypatch.chdir(ROOT)


@pytest.mark.usefixtures("at_root")
def test_a_child_without_end_is_too_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_LEAST_SECONDS", 1)
    assert apart.run_apart(RESTLESS, "spin", b"") == (apart.TOO_SLOW, b"")


@pytest.mark.usefixtures("at_root")
def test_a_child_without_memory_is_too_large() -> None:
    assert apart.run_apart(RESTLESS, "abort", b"") == (apart.TOO_LARGE, b"")


def test_no_memory_in_python_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(child, "bound", lambda: None)
    monkeypatch.setattr(child, "_workbook", greedy)
    monkeypatch.setattr(sys, "argv", ["-c", "xls", "20"])
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(OLD)))
    assert child.main() == apart.TOO_LARGE


@pytest.mark.parametrize(
    ("code", "key", "fact"),
    [
        (apart.TOO_LARGE, "file.too_large", "1536 MB"),
        (apart.TOO_SLOW, "file.too_slow", "20"),
        (apart.UNREADABLE, "file.damaged", "old.xls"),
    ],
)
def test_a_limit_is_told_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, code: int, key: str, fact: str
) -> None:
    monkeypatch.setattr(calamine, "run_apart", lambda *_: (code, b""))
    with pytest.raises(LedgerError) as caught:
        open_book(None, data=OLD, name="old.xls")
    assert caught.value.said.key == key
    assert caught.value.hint is not None
    for lang in Lang:
        assert fact in say(caught.value.said, lang)
        assert ("csv" in say(caught.value.hint, lang)) == (code != apart.UNREADABLE)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it ends when its time is up")
def test_a_child_ends_with_its_parent(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    start = f"from arcollect.ledger.file.apart import run_apart; run_apart({RESTLESS!r}, {str(told)!r}, b'')"
    with subprocess.Popen([sys.executable, "-c", start], cwd=ROOT) as parent:
        _wait(lambda: told.exists() and told.read_text() != "")
        parent.send_signal(signal.SIGKILL)
    number = int(told.read_text())
    _wait(lambda: not _runs(number))


def _wait(done: object) -> None:
    for _ in range(600):
        if done():  # type: ignore[operator]
            return
        time.sleep(0.05)
    pytest.fail("it still runs")


def _runs(number: int) -> bool:
    """Whether a process works on; one that only waits to be counted is over."""
    try:
        state = (
            Path(f"/proc/{number}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
        )
    except OSError:
        return False
    return state != "Z"
