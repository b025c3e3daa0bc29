"""Clauses for the next contract: `arcollect clauses`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from arcollect.cli import clock
from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.options import AsOf, Config, Output, Reading
from arcollect.cli.steps import load_policy
from arcollect.cli.talk import language
from arcollect.errors import UsageError, message
from arcollect.text import Lang

app = single()
_KINDS = ("docx", "md", "html", "txt")
_SPELLED = {"markdown": "md", "htm": "html"}


@dataclass(frozen=True, slots=True)
class Drafting:
    """Where the clauses go, and as what."""

    output: Output = None
    format: Annotated[
        str | None, typer.Option("--format", "-f", metavar="docx|md|html|txt", help="help.format")
    ] = None
    config: Config = None
    as_of: AsOf = None


@app.command(cls=Command)
@spread
def clauses(drafting: Drafting) -> None:
    """Six clauses with their legal notes; both languages unless one is asked for."""
    from arcollect.render.letters.write import FORMATS
    from arcollect.views.claims.clauses import Layout, clause_paper

    kind = _kind(drafting)
    policy = load_policy(Reading(ledger=["-"], config=drafting.config)).policy
    asked = language.asked_for() or policy.language
    lang = language.speak(Lang(asked or language.spoken()))
    day = clock.as_of(drafting.as_of, policy.as_of, None, policy.time_zone)
    beside = Layout.BESIDE if kind in {"docx", "html"} else Layout.BELOW
    paper = clause_paper(policy, lang, day, Layout.ONE if asked else beside)
    content = FORMATS[kind](paper)
    if drafting.output and drafting.output != "-":
        from arcollect.files import write_atomic

        write_atomic(Path(drafting.output), content)
    else:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def _kind(drafting: Drafting) -> str:
    """`-f`, else the suffix of `-o`, else text; no Word file onto a terminal."""
    target = drafting.output if drafting.output not in {None, "-"} else None
    suffix = Path(target).suffix.lstrip(".").lower() if target else "txt"
    asked = drafting.format or suffix
    kind = _SPELLED.get(asked.lower(), asked.lower())
    if kind not in _KINDS:
        raise UsageError(message("cli.format", asked=asked), message("cli.choose", known=_KINDS))
    if kind == "docx" and not target and sys.stdout.isatty():
        raise UsageError(message("cli.binary"), message("cli.binary_hint"))
    return kind
