"""An empty workbook to fill, and a policy: `arcollect init`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.options import Force, Quiet
from arcollect.cli.talk.language import spoken
from arcollect.errors import OutputError, message
from arcollect.text import text

app = single()


@dataclass(frozen=True, slots=True)
class Start:
    """Where to."""

    folder: Annotated[str, typer.Argument(metavar="[DIR]", help="help.init_folder")] = "."
    force: Force = False
    quiet: Quiet = False


@app.command(cls=Command)
@spread
def init(start: Start) -> None:
    """Write a workbook to fill and a commented policy (U-42); overwrites only with --force."""
    from arcollect.render.xlsx.starter import starter
    from arcollect.views.policy import policy_file

    lang = spoken()
    folder = Path(start.folder)
    files = {
        folder / text("cli.starter_name", lang): starter(lang),
        folder / "arcollect.toml": policy_file(lang).encode(),
    }
    write_new(files, force=start.force)
    if not start.quiet:
        typer.echo(text("cli.next_steps", lang, ledger=str(next(iter(files)))), err=True)


def write_new(files: dict[Path, bytes], *, force: bool) -> None:
    """Write files that are not there yet and name each on stdout; all or none.

    Raises OutputError when one exists and `force` is not given.
    """
    from arcollect.files import reason, write_atomic

    for path in files:
        if path.exists() and not force:
            raise OutputError(message("cli.exists", path=str(path)), message("cli.exists_hint"))
    for path, content in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(
                message("files.cannot_write", path=str(path.parent), reason=reason(error)),
                message("files.cannot_write_hint"),
            ) from None
        write_atomic(path, content)
        typer.echo(str(path))
