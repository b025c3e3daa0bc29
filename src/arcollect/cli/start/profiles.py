"""Ways of reading that were saved: `arcollect profiles list|show|delete`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from arcollect.cli import kept_profiles
from arcollect.cli.app import Command, several
from arcollect.cli.bundle import spread
from arcollect.cli.emit import Answer, emit
from arcollect.cli.options import Answering
from arcollect.cli.talk.language import spoken
from arcollect.cli.talk.telling import tell
from arcollect.text import text

app = several()


@dataclass(frozen=True, slots=True)
class Which:
    """Which profile."""

    name: Annotated[str, typer.Argument(metavar="NAME", help="help.profile_name")]


@app.callback(invoke_without_command=True)
def bare(ctx: typer.Context) -> None:
    """Alone, the word lists the profiles."""
    if ctx.invoked_subcommand is None:
        _list(Answering())


@app.command("list", cls=Command)
@spread
def every(out: Answering) -> None:
    """Every profile, its form and its sheets."""
    _list(out)


def _list(out: Answering) -> None:
    from arcollect.views.check.profiles import profiles_table

    lang = spoken()
    emit(Answer("profiles", lang, [profiles_table(kept_profiles.readable(), lang)]), out)


@app.command(cls=Command)
@spread
def show(which: Which, out: Answering) -> None:
    """Which column is what in one profile."""
    from arcollect.views.check.profiles import profile_table

    lang = spoken()
    emit(Answer("profile", lang, [profile_table(kept_profiles.load(which.name), lang)]), out)


@app.command(cls=Command)
@spread
def delete(which: Which) -> None:
    """Forget a profile."""
    kept_profiles.delete(which.name)
    tell(text("profiles.deleted", spoken(), name=which.name), "green")
