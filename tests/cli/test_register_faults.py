"""Two runs at once, full disks, killed runs: the register and the folder agree."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from arcollect.errors import OutputError, message
from arcollect.register.store import whole

resource = pytest.importorskip("resource")  # nothing of the kind on Windows

SOURCE = Path(__file__).parents[2] / "src"
AS_OF = ("--as-of", "2026-10-31")


@pytest.fixture(autouse=True)
def company(own_company):
    """Each run has an own company, and so a register of its name."""


@pytest.fixture
def register(tmp_path):
    return tmp_path / "data" / "arcollect" / "示例贸易有限公司.db"


def contents(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def environment(tmp_path):
    own = {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_STATE_HOME": str(tmp_path / "state")}
    return {"PYTHONPATH": str(SOURCE), "PATH": os.environ["PATH"], "PYTHONUTF8": "1", **own}


def command(ledger, out, as_of="2026-10-31"):
    return [sys.executable, "-m", "arcollect", "letters", str(ledger), "--as-of", as_of, "-o", out]


def test_two_runs_at_once_give_no_number_twice(ledger, register, tmp_path):
    """Each ends well or with 5 (another run is writing); the register stays whole."""
    both = [
        subprocess.Popen(
            command(ledger, out, as_of), cwd=tmp_path, env=environment(tmp_path),
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )
        for out, as_of in (("a", "2026-10-31"), ("b", "2026-11-07"), ("c", "2026-12-31"))
    ]  # fmt: skip
    codes = {running.wait() for running in both}
    for running in both:
        running.communicate()
    assert codes <= {0, 5}
    letters = whole.history(register).letters
    assert len({(e.sequence, e.running) for e in letters}) == len(letters)


def test_a_second_writer_is_5_and_writes_no_folder(run, ledger, register, tmp_path):
    from arcollect.files import locked

    run("--version")  # gives this process the state folder of the test
    with locked(register):
        assert run("letters", ledger, *AS_OF, "-o", "out").code == 5
    assert not contents(tmp_path / "out") if (tmp_path / "out").exists() else True
    assert not register.exists()


def test_a_full_disk_leaves_register_and_folder_as_they_were(
    run, spawn, ledger, register, tmp_path
):
    run("letters", ledger, *AS_OF, "-o", "out")
    before, known = contents(tmp_path / "out"), whole.history(register)

    def small():
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    quiet = {"PYTHONDONTWRITEBYTECODE": "1"}  # CPython keeps a truncated .pyc
    line = ("letters", ledger, "--as-of", "2026-12-31", "-o", "out")
    done = spawn(*line, preexec_fn=small, env=quiet)
    assert done.returncode == 4
    assert b"Traceback" not in done.stderr
    assert ".arcollect-new" not in done.stderr.decode()  # where files wait is nobody's business
    assert contents(tmp_path / "out") == before
    assert whole.history(register) == known


def test_a_foreign_file_in_the_folder_and_nothing_is_remembered(run, ledger, register, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "index.xlsx").write_bytes(b"mine")
    assert run("letters", ledger, *AS_OF, "-o", "out").code == 4
    assert not register.exists()


@pytest.mark.parametrize("seed", range(3))
def test_a_killed_run_has_no_letter_that_the_register_does_not_know(
    ledger, register, tmp_path, seed
):
    """SIGKILL at any moment; the next run puts everything right."""
    chance = random.Random(seed)
    with subprocess.Popen(
        command(ledger, "out"), cwd=tmp_path, env=environment(tmp_path),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as running:  # fmt: skip
        while running.poll() is None and not register.exists():
            time.sleep(0.0005)
        time.sleep(chance.random() * 0.03)
        running.send_signal(signal.SIGKILL)
    known = {e.sha256 for e in whole.history(register).letters}
    there = {sha256(p.read_bytes()).hexdigest() for p in (tmp_path / "out").glob("催款函_甲*.docx")}
    assert there <= known
    done = subprocess.run(
        command(ledger, "out"),
        cwd=tmp_path,
        env=environment(tmp_path),
        check=False,
        capture_output=True,
    )
    assert done.returncode == 0
    (entry,) = whole.history(register).letters
    (written,) = (tmp_path / "out").glob("催款函_甲*.docx")
    assert entry.sha256 == sha256(written.read_bytes()).hexdigest()


@pytest.mark.parametrize("nth", range(1, 6))
def test_a_write_that_fails_is_put_right_by_the_next_run(
    run, ledger, register, tmp_path, monkeypatch, nth
):
    """Fail the n-th write of the folder: nothing there, nothing remembered, no number lost."""
    from arcollect.files import write_atomic

    calls = iter(range(1, 100))

    def fails(*arguments):
        if next(calls) == nth:
            raise OutputError(message("files.reason_full"))
        write_atomic(*arguments)

    monkeypatch.setattr("arcollect.folders.staging.write_atomic", fails)
    assert run("letters", ledger, *AS_OF, "-o", "out").code == 4
    assert not register.exists()  # nothing was drafted
    assert not (tmp_path / "out").exists()
    monkeypatch.setattr("arcollect.folders.staging.write_atomic", write_atomic)
    assert run("letters", ledger, *AS_OF, "-o", "out").code == 0
    assert [e.running for e in whole.history(register).letters] == [1]
