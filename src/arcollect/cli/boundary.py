"""The one place where an error meets the terminal."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from types import FrameType
from typing import Any

import typer

from arcollect.cli.app import COMMANDS, app, help_page
from arcollect.cli.talk import language
from arcollect.cli.talk.language import spoken
from arcollect.cli.talk.telling import complain
from arcollect.errors import ArcollectError, ExitCode, OutputError, message
from arcollect.files import reason
from arcollect.text import say, text

_INTERRUPTED = 130
_TERMINATED = 143


_CALM: tuple[type[BaseException], ...] = (KeyboardInterrupt, typer.Abort)


def guarded(arguments: Sequence[str]) -> int:
    """Run one command line; whatever happens is one sentence on stderr and an exit code.

    A closed pipe is no error (`| head`). No traceback reaches a user unless
    ARCOLLECT_DEBUG is set; SIGTERM unwinds, so that temporary files are removed.
    """
    _unwind_on_sigterm()
    _say_anything()
    try:
        _run(arguments)
        sys.stdout.flush()
    except typer.Exit as done:
        return done.exit_code
    except _CALM:
        return _INTERRUPTED
    except Exception as error:  # noqa: BLE001  (nothing may reach the user as a traceback)
        return _explained(error)
    return int(ExitCode.OK)


def _run(arguments: Sequence[str]) -> None:
    rest = language.begin(arguments, os.environ)
    if "--help" in rest and (page := help_page(rest)):
        typer.echo(page, nl=False)
        return
    if _begins_with_an_option(rest):
        rest = ["summary", *rest]
    command = typer.main.get_command(app)
    with command.make_context("arcollect", rest) as context:
        command.invoke(context)


def _begins_with_an_option(line: Sequence[str]) -> bool:
    """`arcollect --as-of 2026-10-31 ledger.xlsx` means the summary, too."""
    own = {"-", "--help", "--version"}
    first = next(iter(line), "-")
    return first.startswith("-") and first not in own and not COMMANDS.keys() & set(line)


def _explained(error: Exception) -> int:
    """One sentence for an error, and its exit code."""
    if isinstance(error, BrokenPipeError):
        return _pipe_closed()
    if isinstance(error, ArcollectError):
        return _said(error)
    if isinstance(error, typer.TyperException):
        return _mistyped(error)
    if isinstance(error, OSError) and error.filename is None:  # a stream, not a file
        _forget_stdout()
        return _said(OutputError(message("cli.stdout", reason=reason(error))))
    return _unexpected(error)


def _say_anything() -> None:
    """A character that the console does not know becomes "?", never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _said(error: ArcollectError) -> int:
    said = message("cli.error", said=error.said, hint=error.hint)
    lang = language.speak(language.fitting(said, error.language))
    complain(say(error.said, lang), say(error.hint, lang) if error.hint else "")
    return int(error.exit_code)


def _mistyped(error: typer.TyperException) -> int:
    """Typer's own complaints, in our words; the class names the mistake."""
    complain(_complaint(error), text("cli.see_help", spoken(), command=_path(error)))
    return int(ExitCode.USAGE)


def _asked_as(parameter: Any) -> str:
    """What to type: `--from PATH` of an option, `LEDGER...` of an argument."""
    name, shown = parameter.opts[0], parameter.metavar or ""
    return f"{name} {shown}".strip() if name.startswith("-") else shown or name


def _complaint(error: typer.TyperException) -> str:
    lang, kind = spoken(), type(error).__name__
    parameter = getattr(error, "param", None)
    if kind == "MissingParameter" and parameter is not None:
        return text("cli.missing", lang, what=_asked_as(parameter))
    if kind == "NoSuchOption":
        asked = str(getattr(error, "option_name", ""))
        return _unknown("cli.no_option", "cli.no_option_like", asked, list(_options(error)))
    if kind == "BadOptionUsage":
        return text("cli.needs_value", lang, what=getattr(error, "option_name", ""))
    if kind == "BadParameter" and parameter is not None:
        return text("cli.bad_value", lang, what=parameter.opts[0], form=parameter.metavar)
    said = _misplaced(error) if kind == "UsageError" else ""
    return said or text("cli.usage", lang, why=error.format_message())


def _misplaced(error: typer.TyperException) -> str:
    """A word that is no command, or one too many; "" for anything else."""
    if unknown := _quoted(error.message):
        parts = _parts(error)
        if parts and not _nearest(unknown, parts):
            return text("cli.no_part", spoken(), asked=unknown, known=parts)
        return _unknown("cli.no_command", "cli.no_command_like", unknown, parts or list(COMMANDS))
    extra = _too_many(error.message)
    return text("cli.extra", spoken(), what=extra) if extra else ""


def _unknown(key: str, like: str, asked: str, known: list[str]) -> str:
    if near := _nearest(asked, known):
        return text(like, spoken(), asked=asked, nearest=near)
    return text(key, spoken(), asked=asked)


def _nearest(asked: str, known: list[str]) -> str:
    """The likest name, "" for none; the dashes that all options share make no likeness."""
    bare = {name.lstrip("-"): name for name in known}
    near = get_close_matches(asked.lstrip("-"), bare, n=1, cutoff=0.6)
    return bare[near[0]] if near else ""


def _parts(error: typer.TyperException) -> list[str]:
    """The commands under one word (register path, register journal); [] under none."""
    context = getattr(error, "ctx", None)
    command = context.command if context is not None and context.parent is not None else None
    return list(getattr(command, "commands", ()))


def _options(error: typer.TyperException) -> set[str]:
    command = getattr(getattr(error, "ctx", None), "command", None)
    return {name for p in getattr(command, "params", ()) for name in p.opts}


def _quoted(sentence: str) -> str:
    """The word in quotes of "No such command 'agin'."."""
    return sentence.split("'")[1] if sentence.startswith("No such command '") else ""


def _too_many(sentence: str) -> str:
    """The words in brackets of "Got unexpected extra argument(s) (a b)"."""
    _, found, words = sentence.partition("unexpected extra argument(s) (")
    return words.removesuffix(")") if found else ""


def _path(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    return str(context.command_path) if context is not None else "arcollect"


def _unexpected(error: Exception) -> int:
    if os.environ.get("ARCOLLECT_DEBUG"):
        raise error
    lang = spoken()
    what = type(error).__name__
    complain(text("cli.internal", lang, what=what), text("cli.internal_hint", lang))
    return int(ExitCode.INTERNAL)


def _pipe_closed() -> int:
    """The reader has had enough: leave without a word."""
    _forget_stdout()
    return int(ExitCode.OK)


def _forget_stdout() -> None:
    """What could not be printed must not be tried again at interpreter exit (120)."""
    with contextlib.suppress(OSError, ValueError):  # no real stream: used as a library
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unwind_on_sigterm() -> None:
    def leave(_number: int, _frame: FrameType | None) -> None:
        raise SystemExit(_TERMINATED)

    try:
        signal.signal(signal.SIGTERM, leave)
    except ValueError:  # not in the main thread: used as a library
        return
