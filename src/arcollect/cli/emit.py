"""Where the answer goes, and as what."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING

from arcollect.cli.talk import pages
from arcollect.cli.talk.formats import known
from arcollect.errors import Problem, UsageError, message
from arcollect.text import Lang, text

if TYPE_CHECKING:
    import datetime as dt

    from arcollect.cli.options import Answering
    from arcollect.ledger.schema import Source
    from arcollect.views.table import Page, Part, Report, Table

_BY_SUFFIX = {
    ".csv": "csv", ".tsv": "tsv", ".json": "json", ".md": "md", ".markdown": "md",
    ".html": "html", ".htm": "html", ".xlsx": "xlsx", ".txt": "table",
}  # fmt: skip
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command has to say: tables (the main one first), or a page to read."""

    command: str
    lang: Lang
    tables: Sequence[Table] = ()
    page: Page | None = None
    as_of: dt.date | None = None
    problems: Sequence[Problem] = ()
    inputs: Sequence[Path] = ()
    sheets: Sequence[Page] = ()  # of a workbook, where it holds more than the page
    details: Sequence[Table] = ()  # what only programs read: in json alone
    source: Source | None = None  # of what data the figures are; None without a ledger

    def all_tables(self) -> list[Table]:
        """Every table, also those of the page; its headline figures as a table too.

        Where there is nothing to say, one table says so.
        """
        parts = self.page.parts if self.page else ()
        found = [t for part in parts if (t := _as_table(part, self.lang)) is not None]
        return [*self.tables, *found] or [_nothing(self)]

    def readable(self) -> Answer:
        """The same without what only a workbook to be filled in needs."""
        from arcollect.views.table import readable

        page = self.page and replace(self.page, parts=tuple(map(readable, self.page.parts)))
        return replace(self, tables=[readable(table) for table in self.tables], page=page)


def emit(answer: Answer, out: Answering) -> None:
    """Write the answer to `-o`, else to stdout, in the format that was asked for.

    `-f` wins over the suffix of `-o`; on a terminal the default is a table, in a pipe
    csv (a page to read stays a page). Files for Excel begin with a BOM: `-o x.csv`, and
    stdout when it is an empty regular file. Raises UsageError for an unknown format or
    an output that is an input, OutputError when it cannot be written.
    """
    target = Path(out.output) if out.output and out.output != "-" else None
    chosen = choose(out.format, target, is_page=answer.page is not None)
    answer = answer if chosen == "xlsx" else answer.readable()
    if target is not None:
        from arcollect.files import write_atomic

        write_atomic(target, render(answer, chosen, for_excel=True), answer.inputs)
    elif chosen == "table" and sys.stdout.isatty():
        _show(answer, sys.stdout)
    else:
        _to_stdout(render(answer, chosen, for_excel=_is_new_file()), chosen)


def choose(asked: str | None, target: Path | None, *, is_page: bool) -> str:
    """The format: `-f`, else by suffix of the file, else by what stdout is."""
    if asked is not None:
        return known(asked.lower(), asked)
    if target is not None:
        return known(_BY_SUFFIX.get(target.suffix.lower(), ""), target.name)
    return "table" if is_page or sys.stdout.isatty() else "csv"


def render(answer: Answer, chosen: str, *, for_excel: bool) -> bytes:
    """The whole answer as bytes; csv and tsv carry the main table, in every currency."""
    from arcollect.render import data

    tables = answer.all_tables()
    if chosen in {"csv", "tsv"}:
        sep = "," if chosen == "csv" else "\t"
        main = data.main_tables(tables, text("common.currency", answer.lang))
        lines = (data.csv(t, sep, for_excel=for_excel, header=not n) for n, t in enumerate(main))
        return (_BOM if for_excel else b"") + "".join(lines).encode()
    if chosen == "json":
        return _json(answer).encode()
    if chosen == "md":
        return data.md(tables).encode()
    return _plain_text(answer) if chosen == "table" else _document(answer, chosen)


def _nothing(answer: Answer) -> Table:
    from arcollect.views.table import Column, Kind, Table

    title = text("aging.as_of", answer.lang, as_of=answer.as_of)
    said = text("cli.nothing_open", answer.lang)
    column = Column("note", text("cli.note", answer.lang), Kind.TEXT, [said], wide=True)
    return Table(answer.command, title, (column,))


def _as_table(part: Part, lang: Lang) -> Table | None:
    """A table as it is, figures as rows; prose and charts are for readers only."""
    from arcollect.views.table import Column, Kind, Table

    if isinstance(part, Table):
        return part
    if not isinstance(part, tuple) or not part:
        return None
    columns = (
        Column("key", "key", Kind.ID, [figure.key for figure in part]),
        *(
            Column(
                name,
                text(f"cli.figure_{name}", lang),
                Kind.TEXT,
                [str(getattr(figure, name)) for figure in part],
            )
            for name in ("label", "shown", "verdict", "formula")
        ),
    )
    return Table("figures", text("cli.figures", lang), columns)


def _json(answer: Answer) -> str:
    from arcollect import __version__
    from arcollect.render import data

    return data.json(
        answer.command,
        answer.as_of,
        answer.lang,
        [*answer.all_tables(), *answer.details],
        answer.problems,
        __version__,
        answer.source,
    )


def _document(answer: Answer, chosen: str) -> bytes:
    """A workbook or a web page: one sheet or section per table."""
    from arcollect.render import html, xlsx

    made = as_report(answer.page or answer.all_tables(), answer.lang)
    report = replace(made, footer=_foot(answer))
    if chosen == "xlsx":
        return xlsx.write(replace(report, pages=tuple(answer.sheets) or report.pages))
    return html.write(report, answer.lang)


def _foot(answer: Answer) -> str:
    """Version, data and as-of date on every printed page, as the weekly report has them."""
    from arcollect import __version__

    if answer.source is None:
        return ""
    data, day = answer.source.sha256[:12], answer.as_of
    return text("report.footer", answer.lang, version=__version__, sha=data, as_of=day)


def as_report(what: Page | Sequence[Table], lang: Lang) -> Report:
    """A page as a report of one sheet, or tables as one sheet each."""
    from arcollect.views.table import Page, Report

    made = (what,) if isinstance(what, Page) else tuple(Page(t.key, t.title, (t,)) for t in what)
    return Report(title=made[0].title, pages=made, facts={"lang": str(lang)})


def _plain_text(answer: Answer) -> bytes:
    import io

    page = io.StringIO()
    _show(answer, page)
    return page.getvalue().encode()


def _show(answer: Answer, file: IO[str]) -> None:
    """Rich on the given stream; colour only on a terminal and without NO_COLOR."""
    from rich.console import Console

    from arcollect.render import screen

    console = Console(
        file=file,
        width=None if file.isatty() else pages.page_width(default=120, most=200),
        highlight=False, markup=False, emoji=False,
    )  # fmt: skip
    screen.show(answer.page or answer.all_tables(), console=console, lang=answer.lang)


def _to_stdout(content: bytes, chosen: str) -> None:
    if chosen == "xlsx" and sys.stdout.isatty():
        raise UsageError(message("cli.binary"), message("cli.binary_hint"))
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _is_new_file() -> bool:
    """Is stdout an empty regular file (`> aging.csv`)? Then Excel will open it."""
    try:
        facts = os.fstat(sys.stdout.fileno())
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(facts.st_mode) and facts.st_size == 0
