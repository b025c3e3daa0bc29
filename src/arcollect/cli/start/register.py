"""The register of letters and promises: `arcollect register path|journal|backup|rebuild`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from arcollect.cli.app import Command, several
from arcollect.cli.bundle import spread
from arcollect.cli.emit import Answer, emit
from arcollect.cli.options import (
    Answering,
    Config,
    MaybeLedgers,
    Reading,
    ReadingMaybe,
    Register,
    Remembering,
)
from arcollect.cli.remembered.place import Place, place_of
from arcollect.cli.talk.telling import tell
from arcollect.errors import UsageError, message
from arcollect.text import text

app = several()


@dataclass(frozen=True, slots=True)
class Which:
    """Which register: that of a ledger's own company, else that of the policy."""

    ledger: MaybeLedgers = ()  # type: ignore[assignment]
    config: Config = None
    register: Register = None

    def place(self) -> Place:
        """Where it is."""
        reading = ReadingMaybe(ledger=list(self.ledger), config=self.config)
        return place_of(self.ledger, Remembering(self.register), reading)


@dataclass(frozen=True, slots=True)
class Target:
    """Where a copy goes."""

    path: Annotated[str, typer.Argument(metavar="FILE", help="help.backup_file")]


@dataclass(frozen=True, slots=True)
class Lists:
    """Folders of letters, or their index files."""

    source: Annotated[list[str], typer.Option("--from", metavar="FOLDER", help="help.rebuild_from")]


@dataclass(frozen=True, slots=True)
class Mine:
    """Which register, where the ledger is no word of its own."""

    config: Config = None
    register: Register = None


@app.command(cls=Command)
@spread
def path(which: Which) -> None:
    """Print the file's path, whether or not it is there yet."""
    typer.echo(str(which.place().path))


@app.command(cls=Command)
@spread
def journal(which: Which, out: Answering) -> None:
    """Every run that wrote something: what was computed from what (R001-22)."""
    from arcollect.register.store import whole
    from arcollect.views.chase.register.journal import journal_table

    place = which.place()
    place.tell_missing()
    table = journal_table(whole.journal(place.path), place.lang)
    emit(Answer("journal", place.lang, [table]), out)


@app.command(cls=Command)
@spread
def backup(target: Target, mine: Mine) -> None:
    """Copy it, whole even while another run writes."""
    from arcollect.register.store.opening import copy_to

    place = Which(config=mine.config, register=mine.register).place()
    copy_to(place.path, Path(target.path))
    tell(text("register.copied", place.lang, path=target.path), "green")


@app.command(cls=Command)
@spread
def rebuild(lists: Lists, remembering: Remembering, reading: Reading, out: Answering) -> None:
    """Enter the letters of old lists again, as far as the lists say (U-20)."""
    from arcollect.cli.remembered import journalled, remember
    from arcollect.cli.remembered.rebuilding import mark_all, rebuilt
    from arcollect.cli.steps import read
    from arcollect.views.chase.register.history import history_table

    book = read(reading, remembering.flags())
    if not book.policy.records.keep:
        raise UsageError(message("register.off"), message("register.off_hint"))
    found = rebuilt(book, [Path(name) for name in lists.source])
    run = journalled(book, None, "register rebuild", len(found.entries))
    remember(book, found.entries, run)
    mark_all(book, found.marks)
    emit(Answer("letters_history", book.lang, [history_table(found.entries, book.lang)]), out)
    facts = {"count": len(found.entries), "known": found.known, "unread": found.unread}
    tell(text("register.rebuilt", book.lang, **facts), "yellow")
