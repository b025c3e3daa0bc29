"""Output folders: where they are, what is written there, and saying so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

from arcollect.cli.talk.telling import tell, working
from arcollect.text import text

if TYPE_CHECKING:
    from arcollect.cli.steps import Book


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
) -> None:
    """Write all files or none, under the folder's lock, and say on stderr what happened.

    before: what must be remembered before the first file changes; issued: hashes of
    letters that were sent, which stay where they are.

    A second run on the same input changes nothing. Raises LockedError when another run
    is writing there, OutputError when a file is not ours or cannot be written.
    """
    from arcollect.files import locked
    from arcollect.folders import Care, write_folder

    with locked(folder), working("cli.writing", quiet=book.reading.quiet):
        aside = text("cli.set_aside_folder", book.lang)
        care = Care(aside, issued, before)
        happened = write_folder(folder, files, book.inputs, care)
    if not book.reading.quiet:
        facts = {
            fate: Counter(happened.values())[fate] for fate in ("created", "replaced", "identical")
        }
        said = text("cli.folder_written", book.lang, path=str(folder), count=len(files), **facts)
        tell(said, "green")
        moved = Counter(happened.values())["set-aside"]
        if moved:
            tell(text("cli.set_aside", book.lang, count=moved, folder=aside), "yellow")
