"""On a terminal: tables in colour, and none with NO_COLOR."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pty = pytest.importorskip("pty")

RED = b"\x1b[31m"


@pytest.fixture
def on_terminal(tmp_path):
    """Run with stdout and stderr on a pseudo-terminal; what was shown there."""

    def run_there(*arguments, **env):
        ours, theirs = pty.openpty()
        with subprocess.Popen(
            [sys.executable, "-m", "arcollect", *map(str, arguments)],
            stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL, cwd=tmp_path,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "100", **env},
        ) as process:  # fmt: skip
            os.close(theirs)
            shown = b""
            try:
                while chunk := os.read(ours, 65536):
                    shown += chunk
            except OSError:  # the other end is closed
                pass
            process.wait()
        os.close(ours)
        return shown

    return run_there


def test_a_table_not_csv(on_terminal, ledger):
    shown = on_terminal("aging", ledger, "--as-of", "2026-10-31", ARCOLLECT_LANG="zh")
    assert "逾期账龄表（按到期日）".encode() in shown
    assert b"\x1b[" in shown
    assert "甲公司".encode() in shown


def test_errors_are_red_unless_no_color(on_terminal):
    assert RED in on_terminal("aging", "none.xlsx")
    assert RED not in on_terminal("aging", "none.xlsx", NO_COLOR="1")


def test_a_workbook_is_not_thrown_at_the_screen(on_terminal, ledger):
    shown = on_terminal("aging", ledger, "-f", "xlsx", ARCOLLECT_LANG="en")
    assert b"cannot be shown on the screen" in shown
    assert b"PK\x03\x04" not in shown
