"""What became of a letter: sent, arrived, cancelled; and the list of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from arcollect.cli import clock
from arcollect.cli.emit import Answer, emit
from arcollect.cli.options import Answering, ReadingMaybe, Remembering
from arcollect.cli.remembered.place import place_of
from arcollect.cli.talk.telling import tell
from arcollect.errors import UsageError, message
from arcollect.register.entries import WAYS, LetterState
from arcollect.text import text

if TYPE_CHECKING:
    import datetime as dt
    import sqlite3

    from arcollect.cli.remembered.listed import SentRow
    from arcollect.cli.remembered.place import Place
    from arcollect.register.entries import LetterEntry
    from arcollect.register.store.letters import Mark

_Text = str | None
_Change: TypeAlias = "Callable[[sqlite3.Connection], bool]"


@dataclass(frozen=True, slots=True)
class Marking:
    """Letters that went out, came to nothing, or are to be listed."""

    sent: Annotated[
        list[str] | None, typer.Option("--sent", metavar="NUMBER", help="help.sent")
    ] = None
    by: Annotated[_Text, typer.Option("--by", metavar="|".join(WAYS), help="help.sent_by")] = None
    tracking: Annotated[_Text, typer.Option("--tracking", metavar="NO", help="help.tracking")] = (
        None
    )
    on: Annotated[_Text, typer.Option("--on", metavar="DATE", help="help.sent_on")] = None
    arrived: Annotated[_Text, typer.Option("--arrived", metavar="DATE", help="help.arrived")] = None
    import_sent: Annotated[
        _Text, typer.Option("--import-sent", metavar="FILE.xlsx", help="help.import_sent")
    ] = None
    cancel: Annotated[
        list[str] | None, typer.Option("--cancel", metavar="NUMBER", help="help.cancel")
    ] = None
    history: Annotated[bool, typer.Option("--history", help="help.letters_history")] = False

    @property
    def is_asked(self) -> bool:
        """Whether this run writes no letters."""
        return bool(self.sent or self.import_sent or self.cancel or self.history)

    @property
    def command(self) -> str:
        """What the journal calls this run."""
        names = ("sent", "import_sent", "cancel")
        asked = (f"--{name.replace('_', '-')}" for name in names if getattr(self, name))
        return " ".join(("letters", *asked))

    def refuse_dry_run(self) -> None:
        """Raise UsageError: what is noted is noted."""
        if self.sent or self.cancel or self.import_sent:
            raise UsageError(message("register.no_dry_run"))

    def refuse_alone(self) -> None:
        """Raise UsageError for a date or a tracking number without a letter it is about."""
        for field in fields(self):
            if field.name in {"by", "tracking", "on", "arrived"} and getattr(self, field.name):
                raise UsageError(message("register.sent_alone", option=f"--{field.name}"))


def mark(
    marking: Marking, remembering: Remembering, reading: ReadingMaybe, form: str | None
) -> None:
    """Note it in the register, and show what is known of these letters, or of all.

    With a ledger its own company's register is meant, else that of the policy. Words
    that are no files are further numbers. Nothing is noted when one of them is wrong.
    """
    from arcollect.register.store import whole
    from arcollect.views.chase.register.history import history_table

    words, files = _sorted(reading.ledger, marking)
    place = place_of(files, remembering, reading)
    place.refuse_without()
    before = whole.history(place.path).letters
    if marking.history:
        place.tell_missing()
    else:
        _doubt_clock(place, quiet=reading.quiet)
        _note(place, marking.command, list(_changes(marking, place, words)))
    every = whole.history(place.path).letters
    shown = every if marking.history else [e for e in every if e not in before]
    emit(
        Answer("letters_history", place.lang, [history_table(shown, place.lang)]),
        Answering(None, form),
    )
    if recalled := _recalled(before, shown):
        tell(text("register.was_sent", place.lang, numbers=recalled), "yellow")
    if not (marking.history or reading.quiet):
        facts = {"count": len(shown), "path": str(place.path)}
        tell(text("register.marked", place.lang, **facts), "green")


def _recalled(before: Sequence[LetterEntry], shown: Sequence[LetterEntry]) -> list[str]:
    """Letters noted as sent that were cancelled now; the customer may have them in hand."""
    sent = {entry.number for entry in before if entry.state is LetterState.SENT}
    cancelled = (e.number for e in shown if e.state is LetterState.CANCELLED)
    return [number for number in cancelled if number in sent]


def _sorted(words: Sequence[str], marking: Marking) -> tuple[list[str], list[str]]:
    """Further numbers after `--sent A`, and the files."""
    if not (marking.sent or marking.cancel):
        return [], list(words)
    numbers = [word for word in words if word != "-" and not Path(word).exists()]
    return numbers, [word for word in words if word not in numbers]


def _doubt_clock(place: Place, *, quiet: bool) -> None:
    from arcollect.cli.remembered import doubt_clock

    if not quiet:
        doubt_clock(place.path, place.policy, place.lang)


def _note(place: Place, command: str, changes: list[_Change]) -> None:
    """All of it or nothing, and a line in the journal where anything changed."""
    from arcollect.cli.remembered import run_of
    from arcollect.register.store.opening import writing
    from arcollect.register.store.past import keep_run

    path = place.path
    if not path.exists():
        raise UsageError(message("register.none", path=str(path)), message("register.none_hint"))
    with writing(path) as file:
        changed = sum([change(file) for change in changes])
        if changed:
            keep_run(file, run_of(place.policy, command, changed))


def _changes(marking: Marking, place: Place, words: list[str]) -> Iterator[_Change]:
    from arcollect.register.store import letters

    sent, cancelled = list(marking.sent or ()), list(marking.cancel or ())
    (sent or cancelled).extend(words)
    mark, lang = _mark_of(marking, place.today), place.lang
    for number in sent:
        yield partial(letters.mark_sent, number=number, mark=mark)
    for number in cancelled:
        yield partial(letters.cancel, number=number)
    if marking.import_sent:
        from arcollect.cli.remembered.listed import sent_list

        rows, undated = sent_list(Path(marking.import_sent), place.today)
        if undated:
            tell(text("register.list_undated", lang, places=undated), "yellow")
        seen: dict[int, SentRow] = {}
        for row in rows:
            yield partial(_mark_listed, row=row, seen=seen)


def _mark_listed(file: sqlite3.Connection, row: SentRow, seen: dict[int, SentRow]) -> bool:
    """Note one row; UsageError with its place, also where an earlier row says otherwise."""
    from arcollect.register.store import letters

    try:
        _refuse_other(seen.setdefault(letters.find(file, row.number), row), row)
        return letters.mark_sent(file, row.number, row.mark)
    except UsageError as error:
        said = message("register.list_row", place=row.place, why=error.said)
        raise UsageError(said, error.hint) from None


def _refuse_other(before: SentRow, row: SentRow) -> None:
    if before.mark != row.mark:
        raise UsageError(message("register.list_twice", other=before.place))


def _mark_of(marking: Marking, today: dt.date) -> Mark:
    from arcollect.register.store.letters import Mark

    return Mark(
        today,
        clock.day(marking.on, "--on") if marking.on else None,
        _way(marking.by),
        marking.tracking or "",
        clock.day(marking.arrived, "--arrived") if marking.arrived else None,
    )


def _way(asked: str | None) -> str:
    """The way meant, in either language; UsageError for another one."""
    from arcollect.views.chase.register.ways import way_meant

    if not asked:
        return ""
    if (found := way_meant(asked)) not in WAYS:
        hint = message("cli.choose", known=WAYS)
        raise UsageError(message("register.no_way", asked=asked), hint)
    return found
