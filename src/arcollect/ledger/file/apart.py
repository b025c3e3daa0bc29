"""A process of its own for bytes that could take ours down: bounded time, bounded memory."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

from arcollect.errors import LedgerError, message

MEMORY_BYTES = 3 << 29  # a binary workbook of 200,000 x 47 cells takes 1.2 GiB
UNREADABLE = 66  # exit code of a child that can make nothing of the file
TOO_LARGE, TOO_SLOW = 69, 70  # of one that came to a limit
_SIGNALS = {-24: TOO_SLOW, -9: TOO_LARGE}  # SIGXCPU; SIGKILL as the kernel gives it
_NO_MEMORY = b"memory allocation of"  # what Rust says before it aborts
_END_WITH_PARENT = 1  # PR_SET_PDEATHSIG
_LEAST_SECONDS, _BYTES_PER_SECOND = 20, 100_000


def run_apart(module: str, word: str, data: bytes) -> tuple[int, bytes]:
    """Exit code and output of `module.main()` with `data` as its standard input.

    A panic or an abort ends the child only and gives UNREADABLE, as does a machine that
    starts no process; an endless loop gives TOO_SLOW, endless allocation TOO_LARGE. The
    larger the file, the more time it has.
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
    except subprocess.TimeoutExpired:
        return TOO_SLOW, b""
    except OSError:
        return UNREADABLE, b""
    if done.returncode < 0 and _NO_MEMORY in done.stderr:
        return TOO_LARGE, b""
    return _SIGNALS.get(done.returncode, done.returncode), done.stdout


def limit_of(code: int, name: str, data: bytes) -> LedgerError | None:
    """What to tell of a child that came to a limit; None where it did not."""
    if code == TOO_LARGE:
        said = message("file.too_large", name=name, limit_mb=MEMORY_BYTES >> 20)
    elif code == TOO_SLOW:
        said = message("file.too_slow", name=name, seconds=_seconds(data))
    else:
        return None
    return LedgerError(said, message("file.too_heavy_remedy"))


def _seconds(data: bytes) -> int:
    return _LEAST_SECONDS + len(data) // _BYTES_PER_SECOND


def bound() -> None:
    """In the child: no more memory and processor time than any real file needs.

    It ends with its parent, however that was ended: on Linux at once, elsewhere when
    its time is up. Windows has no limits.
    """
    if sys.platform == "linux":
        _end_with_parent()
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    seconds = int(sys.argv[-1])
    for kind, most, last in (
        (resource.RLIMIT_AS, MEMORY_BYTES, MEMORY_BYTES),
        (resource.RLIMIT_CPU, seconds, seconds + 5),
    ):
        with contextlib.suppress(OSError, ValueError):  # a stricter limit already holds
            resource.setrlimit(kind, (most, last))


def _end_with_parent() -> None:
    import ctypes  # noqa: PLC0415 - few files need a child

    with contextlib.suppress(OSError, AttributeError):  # another kind of C library
        ctypes.CDLL(None).prctl(_END_WITH_PARENT, 9)
