"""Whatever is broken in a file: a ledger or a sentence, in bounded memory.

ARCOLLECT_FUZZ_SECONDS says how long (20 in CI), ARCOLLECT_FUZZ_SEED where to begin.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("resource", reason="memory limits are a matter of POSIX")
ROOT = Path(__file__).parents[3]


def fuzz(seconds: float, seed: int, *count: str) -> subprocess.CompletedProcess[str]:
    """Mutants in a child process: the seeds on stdout, what went wrong on stderr."""
    return subprocess.run(
        [sys.executable, "-m", "tests.ledger.file.fuzz", str(seconds), str(seed), *count],
        cwd=ROOT, capture_output=True, text=True, timeout=seconds + 120, check=False,
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1", "ARCOLLECT_DEBUG": ""},
    )  # fmt: skip


def test_broken_files_give_a_ledger_or_a_sentence() -> None:
    seconds = float(os.environ.get("ARCOLLECT_FUZZ_SECONDS", "4"))
    seed = int(os.environ.get("ARCOLLECT_FUZZ_SEED", "1"))
    done = fuzz(seconds, seed)
    last = (done.stdout.split() or [str(seed)])[-1]
    assert done.returncode == 0, (
        f"mutant {last} (exit {done.returncode}); again: "
        f"python -m tests.ledger.file.fuzz 60 {last} 1\n{done.stderr[-3000:]}"
    )
    assert len(done.stdout.split()) >= 5


def test_a_mutant_is_always_the_same_one() -> None:
    from tests.ledger.file.fuzz import mutant, seeds

    corpus = seeds()
    assert [mutant(n, corpus) for n in range(40)] == [mutant(n, corpus) for n in range(40)]
    assert len({mutant(n, corpus)[1] for n in range(40)}) > 30
