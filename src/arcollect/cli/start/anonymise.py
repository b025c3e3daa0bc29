"""A file that fails, with made-up contents: `arcollect check LEDGER --anonymise OUT`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from arcollect.cli.reader import password
from arcollect.cli.talk.language import spoken
from arcollect.cli.talk.telling import tell
from arcollect.cli.words.inputs import ledger_files
from arcollect.errors import UsageError, message
from arcollect.text import text

if TYPE_CHECKING:
    from arcollect.cli.options import Reading


def made_up(reading: Reading, target: str) -> None:
    """Write the layout of one file to `target`; nothing is judged, so nothing can fail it.

    Raises LedgerError only where the file cannot be opened at all, UsageError for several
    files or a target that is no .xlsx.
    """
    from arcollect.files import write_atomic
    from arcollect.ledger.anonymise import anonymised
    from arcollect.ledger.file import open_book
    from arcollect.render.xlsx.layout import layout

    files, out = ledger_files(reading.ledger), Path(target)
    if len(files) != 1 or out.suffix.lower() != ".xlsx":
        raise UsageError(message("cli.anonymise_one"), message("cli.anonymise_one_hint"))
    file = files[0]
    book = open_book(
        file.path,
        data=file.data,
        name=file.label,
        encoding=reading.encoding,
        password=password(reading),
    )
    write_atomic(out, layout(anonymised(book)), [file.path] if file.path else [])
    if not reading.quiet:
        tell(text("cli.anonymised", spoken(), path=str(out)), "green")
