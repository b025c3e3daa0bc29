"""A child that never comes to an end by itself, as a hostile file may make one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from arcollect.ledger.file.apart import bound


def main() -> int:
    """Spin, or say what Rust says when there is no memory left; argv says which."""
    bound()
    if sys.argv[-2] == "abort":
        sys.stderr.write("memory allocation of 99 bytes failed\n")
        sys.stderr.flush()
        os.abort()
    if sys.argv[-2].startswith("/"):
        Path(sys.argv[-2]).write_text(str(os.getpid()), encoding="utf-8")
    while True:
        pass
