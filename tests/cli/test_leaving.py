"""The end of a process: nothing said is lost, nobody who looks on is cut off."""

from __future__ import annotations

import subprocess
import sys

import pytest

_AFTERWARDS = """
import atexit, sys, threading
atexit.register(print, 'afterwards')
{watched}
sys.argv = ['arcollect', 'pool', '--help']
from arcollect.__main__ import main
sys.exit(main())
"""


def ended(watched: str) -> subprocess.CompletedProcess[str]:
    script = _AFTERWARDS.format(watched=watched)
    return subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_long_answer_arrives_whole_in_a_pipe(run):
    line = [sys.executable, "-m", "arcollect", "policy", "show", "-f", "csv", "--lang", "zh"]
    done = subprocess.run(line, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.stdout == run(*line[3:]).out
    assert done.stdout.count("\n") > 100


def test_a_finished_process_ends_at_once():
    done = ended("")
    assert (done.returncode, "afterwards" in done.stdout) == (0, False)
    assert "pool" in done.stdout


@pytest.mark.parametrize(
    "watched",
    [
        "sys.setprofile(lambda *_: None)",
        "sys.settrace(lambda *_: None)",
        "threading.Thread(target=threading.Event().wait, args=(2,)).start()",
    ],
)
def test_a_watched_process_ends_as_any_other(watched):
    done = ended(watched)
    assert (done.returncode, "afterwards" in done.stdout) == (0, True)
