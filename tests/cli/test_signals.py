"""Interrupted runs leave nothing half-written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

WAITING = """
import os, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job ignores it
import arcollect.cli.standing.aging as command
def wait(*_):
    print("ready", file=sys.stderr, flush=True)
    time.sleep(30)
command.stand = wait
from arcollect.__main__ import main
sys.exit(main(["aging", sys.argv[1], "-o", "out.csv"]))
"""


@pytest.mark.skipif(os.name == "nt", reason="POSIX signals")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_quietly_with_its_code(ledger, tmp_path, number, code):
    with subprocess.Popen(
        [sys.executable, "-c", WAITING, str(ledger)], cwd=tmp_path, stderr=subprocess.PIPE
    ) as process:
        assert process.stderr is not None
        process.stderr.readline()
        process.send_signal(number)
        said = process.stderr.read()
        assert process.wait(timeout=20) == code
    assert b"Traceback" not in said
    assert sorted(p.name for p in tmp_path.iterdir()) == ["台账.csv"]
