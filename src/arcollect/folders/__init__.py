"""Output folders: ours are kept up to date, a person's files are left alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path, PurePosixPath

from arcollect.errors import OutputError, message
from arcollect.files import refuse_input
from arcollect.folders.staging import Plan, commit, finish, hash_of, stage, unstage

MANIFEST = ".arcollect-manifest.json"
Hashes = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Care:
    """What a folder owes to those who use it.

    set_aside: name of the folder for files of ours that this run does not write again;
    issued: hashes of letters that were sent, which stay where they are; before: called
    once everything is on the disk, before the first file of the folder changes;
    to_fill: names of lists that people fill in; speaks_for: the names that this run would
    write again if they still held (others are not set aside).
    """

    set_aside: str = ""
    issued: Collection[str] = ()
    before: Callable[[], object] = tuple
    to_fill: Collection[str] = ()
    speaks_for: Callable[[str], bool] = lambda _: True


_NO_CARE = Care()


def write_folder(
    folder: Path, files: Mapping[str, bytes], inputs: Iterable[Path] = (), care: Care = _NO_CARE
) -> dict[str, str]:
    """Write `files` (relative name → bytes) and return what happened to each.

    "created" | "identical" | "replaced" | "set-aside" | "filled-in". Only files that our
    manifest lists, unchanged since we wrote them, are replaced: a foreign or edited file of
    the same name stops the run before anything is written (OutputError), except a list of
    `care.to_fill`: what a person filled in stays as it is, and a list that says something
    new is written beside it under the next free name. Nothing is ever deleted: with
    `care.set_aside`, our own files of the same folder and kind that this run does not write
    again (last week's drafts) move into a folder of that name. Everything is on the disk
    before the first file moves, and a run cut short is finished by the next one: the
    folder is the old one or the new one (T-25).
    """
    finish(folder)
    known = _manifest(folder)
    filled = {n for n in care.to_fill if n in files and _is_filled(folder, n, files[n], known)}
    files = _renamed(folder, files, known, filled)
    happened = {name: _fate(folder / name, data, known.get(name)) for name, data in files.items()}
    _refuse(folder, happened)
    for source in (folder / name for name in files):
        refuse_input(source, inputs)
    others = {n: h for n, h in known.items() if n not in files and care.speaks_for(n)}
    stale = _stale(folder, happened, others, _sent(known, care.issued)) if care.set_aside else []
    new = {name: [_hash(data)] for name, data in files.items()}
    kept = {name: hashes for name, hashes in known.items() if name not in stale}
    changed = {name: files[name] for name, fate in happened.items() if fate != "identical"}
    staged = {**changed, MANIFEST: _listing({**kept, **new})}
    aside = [(name, _aside(folder, name, care.set_aside)) for name in stale]
    _write(folder, staged, aside, care.before)
    return {**happened, **dict.fromkeys(stale, "set-aside"), **dict.fromkeys(filled, "filled-in")}


def _write(
    folder: Path,
    staged: Mapping[str, bytes],
    aside: Sequence[tuple[str, str]],
    before: Callable[[], object],
) -> None:
    """All on disk, then what has to be certain first, then all in place."""
    stage(folder, staged)
    try:
        before()
    except BaseException:
        unstage(folder)
        raise
    commit(folder, Plan(aside, {name: hash_of(folder / name) for name in staged}))


def _is_filled(folder: Path, name: str, data: bytes, known: Hashes) -> bool:
    return _fate(folder / name, data, known.get(name)) == "edited"


def _renamed(
    folder: Path, files: Mapping[str, bytes], known: Hashes, filled: Collection[str]
) -> dict[str, bytes]:
    """The files, those that are filled in under a free name; the same list not again."""
    named = ((name, data) for name, data in files.items() if name not in filled)
    again = (
        (_free(folder, name, files[name], known), files[name])
        for name in sorted(filled)
        if _hash(files[name]) not in known[name]
    )
    return dict((*named, *again))


def _free(folder: Path, name: str, data: bytes, known: Hashes) -> str:
    """邮寄清单 (2).xlsx: the first name that is nobody's, or ours and untouched."""
    path = PurePosixPath(name)
    for number in count(2):
        beside = str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
        if _fate(folder / beside, data, known.get(beside)) not in {"foreign", "edited"}:
            return beside
    raise AssertionError  # pragma: no cover  (numbers do not end)


def _refuse(folder: Path, happened: Mapping[str, str]) -> None:
    for fate in ("foreign", "edited"):
        for name in (n for n, f in happened.items() if f == fate):
            raise OutputError(
                message(f"files.{fate}", path=str(folder / name)), message("files.foreign_hint")
            )


def _sent(known: Hashes, issued: Collection[str]) -> set[PurePosixPath]:
    """Letters that were sent, in whatever formats they lie there."""
    return {PurePosixPath(n).with_suffix("") for n, h in known.items() if set(h) & set(issued)}


def _stale(
    folder: Path, happened: Mapping[str, str], others: Hashes, sent: Collection[PurePosixPath]
) -> list[str]:
    """Our own unchanged files beside the new ones, of a kind that is written anew.

    And the other formats of a letter that says something else now. Not what was sent.
    """
    written = {(PurePosixPath(n).parent, PurePosixPath(n).suffix) for n in happened}
    changed = {PurePosixPath(n).with_suffix("") for n, f in happened.items() if f == "replaced"}
    return [
        name
        for name, hashes in others.items()
        if (letter := PurePosixPath(name).with_suffix("")) not in sent
        and (letter in changed or (letter.parent, PurePosixPath(name).suffix) in written)
        and hash_of(folder / name) in hashes
    ]


def _aside(folder: Path, name: str, set_aside: str) -> str:
    """Where a draft that no longer holds goes: a name that is free, or holds the same."""
    path = PurePosixPath(name)
    present = hash_of(folder / name)
    for number in count(1):
        stem = path.stem if number == 1 else f"{path.stem} ({number})"
        target = path.parent / set_aside / f"{stem}{path.suffix}"
        if hash_of(folder / target) in {"", present}:
            return str(target)
    raise AssertionError  # pragma: no cover  (numbers do not end)


def _manifest(folder: Path) -> Hashes:
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return {str(name): [str(h) for h in hashes] for name, hashes in found.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def _listing(hashes: Hashes) -> bytes:
    return json.dumps(dict(sorted(hashes.items())), ensure_ascii=False, indent=1).encode()


def _fate(path: Path, data: bytes, ours: list[str] | None) -> str:
    present = hash_of(path)
    if not present:
        return "created"
    if present == _hash(data):
        return "identical"
    if ours is None:
        return "foreign"
    return "replaced" if present in ours else "edited"


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
