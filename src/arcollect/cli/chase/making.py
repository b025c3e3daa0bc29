"""Where letters and papers go, as what, from which templates."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli.options import Folder, Format
from arcollect.cli.talk.telling import tell
from arcollect.errors import UsageError, message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from arcollect.cli.steps import Book
    from arcollect.views.block import Printed

KINDS = ("docx", "pdf", "html", "md", "txt", "eml")


@dataclass(frozen=True, slots=True)
class Making:
    """What is written, where, from which templates."""

    output: Folder = None
    kinds: Annotated[str, typer.Option("--as", metavar="docx,pdf,…", help="help.as")] = "docx"
    templates: Annotated[
        str | None, typer.Option("--templates", metavar="DIR", help="help.templates")
    ] = None
    letter_date: Annotated[
        str | None, typer.Option("--letter-date", metavar="DATE", help="help.letter_date")
    ] = None
    dry_run: Annotated[bool, typer.Option("--dry-run", help="help.dry_run")] = False
    format: Format = None

    @property
    def own_templates(self) -> Path | None:
        """The folder of the user's templates; UsageError where it is none."""
        own = Path(self.templates) if self.templates else None
        if own is not None and not own.is_dir():
            raise UsageError(message("cli.no_templates", path=self.templates))
        return own

    @property
    def formats(self) -> tuple[str, ...]:
        """The formats asked for; UsageError for one that is not known."""
        asked = tuple(kind.strip().lower() for kind in self.kinds.replace("，", ",").split(","))
        for kind in asked:
            if kind not in KINDS:
                hint = message("cli.choose", known=KINDS)
                raise UsageError(message("cli.format", asked=kind), hint)
        return asked


def tell_print_alone(book: Book, written: Sequence[Printed], kinds: Sequence[str]) -> None:
    """Say on stderr which letters are not in the print file: those of Word templates."""
    from arcollect.views.chase.word import print_alone_note

    if "docx" in kinds:
        for line in print_alone_note(written, book.lang):
            tell(line, "yellow")
