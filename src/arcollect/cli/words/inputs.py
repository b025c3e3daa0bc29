"""Which files the words LEDGER... name: files, folders, patterns, standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from arcollect.cli.talk import language
from arcollect.cli.talk.telling import tell
from arcollect.errors import LedgerError, UsageError, message
from arcollect.text import text

if TYPE_CHECKING:
    from arcollect.ledger.options import LedgerFile

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv"})
"""What a folder is searched for; a file that is named outright may be called anything."""


def ledger_files(words: Sequence[str]) -> list[LedgerFile]:
    """The files to read, in the order of the words; a folder's by name.

    A folder stands for the spreadsheets in it, not for those in folders below. A
    pattern is expanded here too, for shells that leave it alone. `~$name.xlsx`, the
    mark that Excel leaves beside an open file, is passed over with a warning.
    UsageError for a file named twice, LedgerError for a folder or pattern without
    any spreadsheet.
    """
    from arcollect.ledger.options import LedgerFile

    paths = list(_paths(words))
    _refuse_twice(paths)
    return [_standard_input() if path is None else LedgerFile(path=path) for path in paths]


def _standard_input() -> LedgerFile:
    from arcollect.ledger.file.taking import bytes_from
    from arcollect.ledger.options import LedgerFile

    stream = sys.stdin.buffer if sys.stdin else None  # a daemon may have closed it
    return LedgerFile(data=bytes_from(stream, "stdin"), name="stdin")


def folder_of(word: str) -> Path | None:
    """The folder that a word lies in, where its policy is looked for; None for stdin."""
    if word == "-":
        return None
    return Path(word) if Path(word).is_dir() else Path(word).parent


def _paths(words: Sequence[str]) -> Iterator[Path | None]:
    for word in words:
        path = Path(word)
        if word == "-":
            yield None
        elif path.is_dir():
            yield from _some(word, [p for p in path.iterdir() if p.suffix.lower() in SUFFIXES])
        elif any(c in word for c in "*?[") and not path.exists():
            yield from _some(word, list(Path(path.anchor).glob(_pattern(path))))
        elif path.name.startswith("~$") and len(words) > 1:
            _tell_open(path)
        else:
            yield path


def _pattern(path: Path) -> str:
    return str(path.relative_to(path.anchor)) if path.anchor else str(path)


def _some(word: str, found: list[Path]) -> Iterator[Path]:
    files = sorted(p for p in found if p.is_file() and not p.name.startswith("."))
    named = [p for p in files if not p.name.startswith("~$")]
    for path in files:
        if path not in named:
            _tell_open(path)
    if not named:
        raise LedgerError(message("cli.no_files", word=word), message("cli.no_files_hint"))
    yield from named


def _tell_open(path: Path) -> None:
    said = text("cli.owner_file", language.spoken(), name=path.name.removeprefix("~$"))
    tell(said, "yellow")


def _refuse_twice(paths: Sequence[Path | None]) -> None:
    seen: set[Path | None] = set()
    for path in paths:
        real = path.resolve() if path else None
        if real in seen:
            raise UsageError(message("cli.twice", path=str(path or "-")), message("cli.twice_hint"))
        seen.add(real)
