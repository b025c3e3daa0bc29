"""A process of its own for bytes that could take ours down: bounded time, bounded memory."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

MEMORY_BYTES = 3 << 29  # a binary workbook of 200,000 x 47 cells takes 1.2 GiB
UNREADABLE = 66  # exit code of a child that can make nothing of the file
_LEAST_SECONDS, _BYTES_PER_SECOND = 20, 100_000


def run_apart(module: str, word: str, data: bytes) -> tuple[int, bytes]:
    """Exit code and output of `module.main()` with `data` as its standard input.

    A panic, an abort, an endless loop or endless allocation ends the child only and
    gives UNREADABLE, as does a machine that starts no process. The larger the file,
    the more time it has.
    """
    start = f"import sys; from {module} import main; sys.exit(main())"
    root = Path(__file__).parents[3]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no shell
            [sys.executable, "-c", start, word, str(seconds := _seconds(data))],
            input=data,
            capture_output=True,
            timeout=2 * seconds,
            check=False,
            env={**os.environ, "PYTHONPATH": str(root), "OPENBLAS_NUM_THREADS": "1"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return UNREADABLE, b""
    return done.returncode, done.stdout


def _seconds(data: bytes) -> int:
    return _LEAST_SECONDS + len(data) // _BYTES_PER_SECOND


def bound() -> None:
    """In the child: no more memory and processor time than any real file needs.

    A child whose parent was killed ends by these limits too. Windows has none.
    """
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, int(sys.argv[-1])),
    ):
        with contextlib.suppress(OSError, ValueError):  # a stricter limit already holds
            resource.setrlimit(kind, (most, most))
