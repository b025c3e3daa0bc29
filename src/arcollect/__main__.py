"""`python -m arcollect`, and the installed command."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import threading
from collections.abc import Sequence

_MANY = 1_000_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code (see `arcollect --help`)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--version"]:  # answered without loading anything
        from arcollect import __version__

        sys.stdout.write(f"arcollect {__version__}\n")
        return 0
    if arguments is not None:
        return _run(given)
    _as_a_short_process()
    return _leave(_run(given))


def _run(given: list[str]) -> int:
    from arcollect.cli.boundary import guarded

    return guarded(given)


def _as_a_short_process() -> None:
    """One answer and the end: a tenth of the time is saved by what a server would need.

    The search for garbage goes through a million lasting objects again and again, and
    pydantic asks every installed package whether it is a plugin.
    """
    gc.set_threshold(_MANY, 50, 50)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def _leave(code: int) -> int:
    """End at once: everything is on disk, and taking a million objects apart helps nobody.

    Left to the interpreter where somebody looks on (a debugger, a profiler, coverage), a
    thread still works, or the last words cannot be printed.
    """
    if sys.gettrace() or sys.getprofile() or threading.active_count() > 1:
        return code
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code


if __name__ == "__main__":
    sys.exit(main())
