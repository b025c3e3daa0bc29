"""`python -m arcollect`, and the installed command."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code (see `arcollect --help`)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--version"]:  # answered without loading anything
        from arcollect import __version__

        sys.stdout.write(f"arcollect {__version__}\n")
        return 0
    from arcollect.cli.boundary import guarded

    return guarded(given)


if __name__ == "__main__":
    sys.exit(main())
