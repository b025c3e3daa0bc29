"""What goes to stderr: errors, notes, and a sign of life on long work."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

import typer

from arcollect.cli.talk.language import spoken
from arcollect.text import text

PATIENCE_SECONDS = 0.8  # shorter work needs no sign of life


def tell(said: str, colour: str) -> None:
    """One sentence on stderr; coloured on a terminal only, and not with NO_COLOR."""
    typer.secho(said, fg=None if os.environ.get("NO_COLOR") else colour, err=True)


def complain(sentence: str, hint: str = "") -> None:
    """A red sentence, and its remedy."""
    lang = spoken()
    tell(text("cli.error", lang, said=sentence), "red")
    if hint:
        tell(text("cli.hint", lang, said=hint), "cyan")


@contextmanager
def working(key: str, *, quiet: bool = False) -> Iterator[None]:
    """Say on a terminal what is being done, when it takes a while; leave no trace."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    timer = Timer(PATIENCE_SECONDS, _show, [text(key, spoken())])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


def _show(line: str) -> None:
    sys.stderr.write(f"\r{line}")
    sys.stderr.flush()
