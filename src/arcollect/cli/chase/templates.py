"""The company's own letter templates: a set to start from, and checking it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from arcollect.cli.emit import Answer, emit
from arcollect.cli.options import Answering
from arcollect.cli.talk import language
from arcollect.cli.talk.telling import tell
from arcollect.errors import ExitCode, UsageError, message
from arcollect.text import Lang, text

_README = "README.md"


@dataclass(frozen=True, slots=True)
class Templating:
    """Work on templates instead of writing letters."""

    init_templates: Annotated[
        str | None, typer.Option("--init-templates", metavar="DIR", help="help.init_templates")
    ] = None
    lint_templates: Annotated[
        str | None, typer.Option("--lint-templates", metavar="DIR", help="help.lint_templates")
    ] = None

    @property
    def is_asked(self) -> bool:
        """Whether there is anything to do here."""
        return self.init_templates is not None or self.lint_templates is not None


def tend(asked: Templating, format_: str | None = None) -> None:
    """Copy our set, check a folder, or both in this order."""
    if asked.init_templates is not None:
        copy(Path(asked.init_templates), _set(), "templates.copied")
    if asked.lint_templates is not None:
        _check(Path(asked.lint_templates), format_)


def copy(folder: Path, files: Mapping[str, bytes], said: str) -> None:
    """A set of files to change; a file that is there already stays as it is."""
    from arcollect.files import make_folder, write_atomic

    written = {name: data for name, data in files.items() if not (folder / name).exists()}
    for lang in Lang:
        make_folder(folder / lang)
    for name, data in written.items():
        write_atomic(folder / name, data)
    facts = {"count": len(written), "kept": len(files) - len(written), "path": str(folder)}
    tell(text(said, language.spoken(), **facts), "green")


def _set() -> dict[str, bytes]:
    from arcollect.views.chase import template

    ours = template.folder()
    files = {
        f"{lang}/{path.name}": path.read_bytes()
        for lang in Lang
        for path in sorted((ours / lang).glob("*.j2"))
    }
    return {**files, _README: _readme().encode()}


def _readme() -> str:
    """How to change a template, in both languages, with every field."""
    from arcollect.views.chase.templates.page import fields_page, how_to

    return "\n".join(f"{how_to(lang)}\n{fields_page(lang)}" for lang in Lang)


def _check(folder: Path, format_: str | None) -> None:
    """Print what is to be mended; exit 1 when there is anything, 2 without templates."""
    from arcollect.render.letters.word import names_in, word
    from arcollect.views.chase.templates.inspect import count, inspect, inspect_word
    from arcollect.views.chase.templates.table import faults_table

    lang = language.spoken()
    if not folder.is_dir():
        raise UsageError(message("cli.no_templates", path=str(folder)))
    number = count(folder)
    if not number:
        facts = {"path": str(folder)}
        raise UsageError(
            message("templates.none", **facts), message("templates.none_hint", **facts)
        )
    faults = (*inspect(folder), *inspect_word(folder, word, names_in))
    table = faults_table(faults, number, lang)
    emit(Answer("templates", lang, [table]), Answering(None, format_))
    if any(not fault.is_warning for fault in faults):
        raise typer.Exit(ExitCode.FINDING)
