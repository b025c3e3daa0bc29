"""Has a pack changed since it was written?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

import typer

from arcollect.cli.emit import Answer, emit
from arcollect.cli.options import Answering
from arcollect.cli.talk.language import spoken
from arcollect.cli.talk.telling import tell
from arcollect.errors import ExitCode, LedgerError, message
from arcollect.views.chase.evidence.summary import Checked, verified_table

SUMS = "SHA256SUMS.txt"
"""The list of a pack's files, as `sha256sum -c` reads it."""

_BLOCK = 1 << 20


def verify(folder: str) -> None:
    """Compare each file with its hash; exit 1 where one changed or is gone.

    Raises LedgerError where there is no list, or a line of it cannot be read.
    """
    root = Path(folder)
    lists = sorted(root.rglob(SUMS))
    if not lists:
        said = message("evidence.no_list", path=folder, name=SUMS)
        raise LedgerError(said, message("evidence.no_list_hint"))
    found = [one for path in lists for one in _checked(path, root)]
    lang = spoken()
    table = verified_table(found, lang)
    emit(Answer("evidence", lang, [table]), Answering())
    differ = any(one.state in {"changed", "gone"} for one in found)
    tell(table.notes[0], "red" if differ else "green")
    if differ:
        raise typer.Exit(int(ExitCode.FINDING))


def sums(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The list of these files: hash and name, one a line."""
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files)
    return "".join(lines).encode()


def sha256_of(path: Path) -> str:
    """The hash of a file, read in pieces."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _checked(listing: Path, root: Path) -> Iterator[Checked]:
    pack = listing.parent
    listed = dict(_lines(listing))
    for name, expected in listed.items():
        path = pack / name
        shown = str(path.relative_to(root))
        if not path.is_file():
            yield Checked(shown, "gone")
        else:
            yield Checked(shown, "ok" if sha256_of(path) == expected else "changed")
    for path in sorted(p for p in pack.rglob("*") if p.is_file()):
        name = path.relative_to(pack).as_posix()
        if name not in listed and path.name != SUMS and not path.name.startswith("."):
            yield Checked(str(path.relative_to(root)), "extra")


def _lines(listing: Path) -> Iterator[tuple[str, str]]:
    """Name and hash of each line; a name may not lead out of the pack."""
    for number, line in enumerate(listing.read_text("utf-8-sig").splitlines(), 1):
        expected, gap, name = line.partition("  ")
        parts = PurePosixPath(name)
        if not gap or len(expected) != 64 or parts.is_absolute() or ".." in parts.parts:
            raise LedgerError(message("evidence.bad_list", path=str(listing), line=number))
        yield name, expected
