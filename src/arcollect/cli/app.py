"""The program: its commands, loaded when they are called."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from arcollect.cli.talk import pages

COMMANDS = {  # by chapter: the folder of the module is its panel in the help
    "summary": "start.summary",
    "check": "start.check",
    "report": "start.report",
    "explain": "start.explain",
    "init": "start.init",
    "policy": "start.policy",
    "profiles": "start.profiles",
    "register": "start.register",
    "aging": "standing.aging",
    "ratios": "standing.ratios",
    "grade": "standing.grade",
    "score": "standing.score",
    "segment": "standing.segment",
    "pool": "standing.pool",
    "habits": "standing.habits",
    "forecast": "standing.forecast",
    "fee": "claims.fee",
    "lint": "claims.lint",
    "clauses": "claims.clauses",
    "limits": "claims.limits",
    "alerts": "chase.alerts",
    "letters": "chase.letters",
    "log": "chase.log",
    "evidence": "chase.evidence",
    "worklist": "chase.worklist",
    "paper": "chase.paper",
    "statement": "chase.statements.monthly",
    "mail": "chase.mailing.mail",
    "recover": "outcome.recover",
    "provision": "outcome.provision",
    "finance": "outcome.finance",
    "compare": "outcome.compare",
    "trend": "outcome.trend",
    "audit": "outcome.audit",
}


class Command(TyperCommand):
    """One command whose help is written by us, in the user's language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page of this command."""
        formatter.write(pages.of(self, ctx.command_path, COMMANDS))


class Group(TyperGroup):
    """All commands; a path as the first word means `summary`."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """The names of all commands, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Import the module of one command and build it; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"arcollect.cli.{COMMANDS[cmd_name]}")
        command = typer.main.get_command(module.app)
        command.name = cmd_name
        return command

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Which command; `arcollect ledger.xlsx` is `arcollect summary ledger.xlsx`."""
        if args[0] not in COMMANDS and looks_like_a_file(args[0]):
            return "summary", self.get_command(ctx, "summary"), args
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the first help page."""
        formatter.write(pages.of(self, ctx.command_path, COMMANDS))


class Several(TyperGroup):
    """Several commands under one word, with our own help page."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page of the commands under this word."""
        formatter.write(pages.of(self, ctx.command_path, self.commands))


def help_page(line: Sequence[str]) -> str:
    """The help page of a line with `--help`; "" where the command is not known.

    Found by walking the words, for parsing them would load pydantic.
    """
    command: Any = typer.main.get_command(app)
    path = ["arcollect"]
    for word in line:
        if not isinstance(command, TyperGroup):
            break
        if word.startswith("-"):
            continue
        name = word if word in COMMANDS or len(path) > 1 else _named_by(word)
        command = command.get_command(None, name)  # type: ignore[arg-type]
        path.append(name)
    return pages.of(command, " ".join(path), COMMANDS) if command else ""


def _named_by(word: str) -> str:
    return "summary" if looks_like_a_file(word) else word


def looks_like_a_file(word: str) -> bool:
    """A path rather than a mistyped command: it exists, or has a suffix or a slash."""
    return word == "-" or "." in word or "/" in word or "\\" in word or os.path.exists(word)  # noqa: PTH110


def single() -> typer.Typer:
    """An empty program for one command (no completion, no rich help: it starts fast)."""
    return typer.Typer(add_completion=False, rich_markup_mode=None)


def several() -> typer.Typer:
    """An empty program for several commands under one word; alone, the word lists them."""
    return typer.Typer(
        cls=Several,
        add_completion=False,
        rich_markup_mode=None,
        invoke_without_command=True,
        callback=_list_them,
    )


def _list_them(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help(), nl=False)


app = typer.Typer(
    cls=Group,
    add_completion=False,
    rich_markup_mode=None,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
)


@app.callback()
def program(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="help.version")] = False,  # noqa: FBT002
) -> None:
    """Answer `--version`, or the help page when no command was given."""
    if version:
        from arcollect import __version__

        typer.echo(f"arcollect {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        typer.echo(pages.of_program(COMMANDS), nl=False)
