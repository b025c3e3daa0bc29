"""The program as its users see it: a command line in, streams and an exit code out."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from contextvars import copy_context
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from arcollect.__main__ import main

EXAMPLE = Path(__file__).parents[1] / "examples" / "ledger.xlsx"


@dataclass(frozen=True)
class Ran:
    """What one run left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.out)
        return found


class Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def run(*line: str | Path, terminal: bool = False, **env: str) -> Ran:
    """One command line in this process; `terminal` is about stdout.

    Each run has an empty data folder, so that none remembers another, unless it is told
    where (XDG_DATA_HOME, --register).
    """
    kinds = (Terminal if terminal else io.TextIOWrapper, io.TextIOWrapper)
    out, err = (kind(io.BytesIO(), "utf-8", newline="\n", write_through=True) for kind in kinds)
    with (
        TemporaryDirectory() as data,
        patch.dict(os.environ, _clean({"XDG_DATA_HOME": data, **env}), clear=True),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = copy_context().run(main, [str(word) for word in line])
    return Ran(code, _said(out), _said(err))


def _clean(more: Mapping[str, str]) -> dict[str, str]:
    """No language, policy or width of the machine the tests run on."""
    kept = {k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "TMPDIR", "TZ"}}
    return {**kept, "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": os.devnull, **more}


def _said(stream: io.TextIOWrapper) -> str:
    stream.flush()
    content: bytes = stream.buffer.getvalue()  # type: ignore[attr-defined]
    return content.decode()
