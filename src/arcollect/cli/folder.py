"""Output folders: where they are, what is written there, and saying so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from arcollect.cli.talk.telling import tell, working
from arcollect.text import text

if TYPE_CHECKING:
    from arcollect.cli.steps import Book
    from arcollect.text import Lang


def chosen(book: Book, asked: str | None, key: str) -> Path:
    """The folder of `-o`, else a dated one beside the ledger (应收周报_20261031)."""
    if asked:
        return Path(asked)
    beside = book.inputs[0].parent if book.inputs else Path()
    return beside / text(key, book.lang, day=f"{book.as_of:%Y%m%d}")


def fill(
    book: Book,
    folder: Path,
    files: dict[str, bytes],
    *,
    before: Callable[[], object] = tuple,
    issued: Collection[str] = (),
    to_fill: Collection[str] = (),
    speaks_for: Callable[[str], bool] = lambda _: True,
) -> None:
    """Write all files or none, under the folder's lock, and say on stderr what happened.

    before: what must be remembered before the first file changes; issued: hashes of
    letters that were sent, which stay where they are; to_fill: lists that people fill in,
    besides indexes and the list for the post; speaks_for: which earlier files this run
    may set aside.

    A second run on the same input changes nothing. Raises LockedError when another run
    is writing there, OutputError when a file is not ours or cannot be written.
    """
    from arcollect.files import locked
    from arcollect.folders import Care, write_folder

    with locked(folder), working("cli.writing", quiet=book.reading.quiet):
        aside = text("cli.set_aside_folder", book.lang)
        lists = {*to_fill, *_lists(files, book.lang)}
        care = Care(aside, issued, before, lists, speaks_for)
        happened = write_folder(folder, files, book.inputs, care)
    if not book.reading.quiet:
        _tell_written(folder, happened, aside, book.lang)
    _tell_filled(happened, files, book.lang)


def _lists(files: Collection[str], lang: Lang) -> list[str]:
    """Lists that wait for a person's pen, in whatever folder of ours."""
    named = {"index.xlsx", f"{text('mail.list_file', lang)}.xlsx"}
    return [name for name in files if PurePosixPath(name).name in named]


def _tell_written(folder: Path, happened: Mapping[str, str], aside: str, lang: Lang) -> None:
    fates = Counter(happened.values())
    facts = {fate: fates[fate] for fate in ("created", "replaced", "identical")}
    count = sum(facts.values())
    tell(text("cli.folder_written", lang, path=str(folder), count=count, **facts), "green")
    if moved := fates["set-aside"]:
        tell(text("cli.set_aside", lang, count=moved, folder=aside), "yellow")


def _tell_filled(happened: Mapping[str, str], asked: Collection[str], lang: Lang) -> None:
    """Also with `--quiet`: somebody has to look at two lists."""
    filled = [name for name, fate in happened.items() if fate == "filled-in"]
    beside = [n for n, fate in happened.items() if n not in asked and fate != "set-aside"]
    if filled:
        key = "cli.filled_in_beside" if beside else "cli.filled_in"
        tell(text(key, lang, names=filled, beside=beside), "yellow")
