"""Every number that a company may change: `arcollect policy init|show`."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from arcollect.cli.app import Command, several
from arcollect.cli.bundle import spread
from arcollect.cli.emit import Answer, emit
from arcollect.cli.options import Answering, Config, Force
from arcollect.cli.start.init import write_new
from arcollect.cli.talk.language import asked_for, speak, spoken
from arcollect.text import Lang

app = several()


@dataclass(frozen=True, slots=True)
class Place:
    """Whose policy."""

    ledger: Annotated[str | None, typer.Argument(metavar="[LEDGER]", help="help.policy_ledger")] = (
        None
    )
    config: Config = None


@dataclass(frozen=True, slots=True)
class NewFile:
    """Where to write it."""

    path: Annotated[str, typer.Argument(metavar="[FILE]", help="help.policy_file")] = (
        "arcollect.toml"
    )
    force: Force = False


@app.command(cls=Command)
@spread
def show(place: Place, out: Answering) -> None:
    """Each value, where it comes from, its rule and its meaning."""
    from arcollect.cli.steps import given
    from arcollect.policy.load import Places, load
    from arcollect.views.policy import policy_table

    config = Path(place.config) if place.config else None
    beside = Path(place.ledger).parent if place.ledger else None
    flags = given(("--lang", "language", asked_for() or None))
    loaded = load(config, Places(beside, Path.cwd(), os.environ), flags)
    lang = speak(Lang(loaded.policy.language or spoken()))
    emit(Answer("policy", lang, [policy_table(loaded, lang)]), out)


@app.command(cls=Command)
@spread
def init(new: NewFile) -> None:
    """Write a commented file with every key at its default."""
    from arcollect.views.policy import policy_file

    write_new({Path(new.path): policy_file(spoken()).encode()}, force=new.force)
