"""Questions to a person at the terminal; cron is never asked."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING

import typer

from arcollect.cli.talk.language import spoken
from arcollect.cli.talk.telling import tell
from arcollect.errors import Message
from arcollect.text import say, text

if TYPE_CHECKING:
    from arcollect.ledger.question import Question

_TRIES = 3


def is_somebody_there() -> bool:
    """Whether a person can be asked: keyboard and screen, whatever stdout is."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def choose_column(question: Question) -> str | None:
    """The word for `--map` of the column that the person chose; None for no answer.

    Numbered, on stderr, so that piped output stays data.
    """
    lang = spoken()
    tell(_ask("cli.which_column", sheet=question.sheet, field=question.field), "yellow")
    for number, one in enumerate(question.candidates, 1):
        facts = {"number": number, "letter": one.letter, "header": one.header}
        typer.echo(text("cli.candidate", lang, sample=one.sample, **facts), err=True)
    answer = _number(len(question.candidates))
    if answer is None:
        return None
    tell(_ask("cli.chosen", flag=question.flags[answer - 1]), "cyan")
    return question.candidates[answer - 1].word


def password_for(name: str) -> str | None:
    """The password typed, unseen; None for no answer."""
    try:
        return getpass.getpass(_ask("cli.password", name=name), stream=sys.stderr) or None
    except EOFError:
        return None


def _number(most: int) -> int | None:
    for _ in range(_TRIES):
        typer.echo(_ask("cli.which_number", most=most), nl=False, err=True)
        line = sys.stdin.readline()
        if not line.strip():
            return None
        if line.strip().isdecimal() and 1 <= int(line) <= most:
            return int(line)
    return None


def _ask(key: str, **facts: object) -> str:
    return say(Message(key, facts), spoken())
