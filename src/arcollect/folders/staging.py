"""Many files at once: all of them on disk first, then all of them in place.

A full disk or a refusal leaves the folder as it was. A run that is killed while files
move into place has left its plan behind: the next one carries it out first.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from arcollect.errors import OutputError
from arcollect.files import cannot_write, make_folder, write_atomic

PLACE = ".arcollect-new"
_PLAN = "plan.json"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is still to be done in a folder, by names relative to it.

    aside: (file of ours, where it goes); files: each staged file, last one last, with the
    hash of what stood in its place when the plan was made ("" for nothing).
    """

    aside: Sequence[tuple[str, str]]
    files: Mapping[str, str]


def stage(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put all bytes on the disk beside their places; OutputError leaves nothing behind."""
    place = _place(folder)
    _clear(place)
    try:
        for name, data in files.items():
            _put(place / name, data, folder / name)
    except BaseException:
        _clear(place)
        raise


def _put(path: Path, data: bytes, meant: Path) -> None:
    """One file where it waits; a refusal names the place that is meant, which people know."""
    try:
        make_folder(path.parent)
        write_atomic(path, data)
    except OutputError as error:
        if not isinstance(error.__cause__, OSError):
            raise
        raise cannot_write(meant, error.__cause__) from error


def unstage(folder: Path) -> None:
    """Throw away what was staged: the folder stays as it is."""
    _clear(_place(folder))


def commit(folder: Path, plan: Plan) -> None:
    """Move everything into place: a new folder in one step, an old one file by file.

    From the moment the plan is written it will be carried out, by this run or the next.
    """
    if not folder.exists():
        _move(_place(folder), folder)
        return
    listing = json.dumps(asdict(plan), ensure_ascii=False).encode()
    try:
        write_atomic(_place(folder) / _PLAN, listing)
    except BaseException:
        unstage(folder)
        raise
    finish(folder)


def finish(folder: Path) -> None:
    """Carry out a plan that was cut short; what was never planned is thrown away.

    A file that somebody changed since the plan was made keeps its change.
    """
    place = _place(folder)
    plan = _read(place)
    if plan is not None:
        for source, target in plan["aside"]:
            if (folder / source).exists():
                _move(folder / source, folder / target)
        for name, before in plan["files"].items():
            if (place / name).exists() and hash_of(folder / name) == before:
                _move(place / name, folder / name)
    _clear(place)


def hash_of(path: Path) -> str:
    """The SHA-256 of a file, "" where there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise cannot_write(path, error) from error


def _place(folder: Path) -> Path:
    """Inside a folder that is there; beside one that is still to be made."""
    return folder / PLACE if folder.exists() else folder.with_name(f".{folder.name}{PLACE}")


def _read(place: Path) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = json.loads((place / _PLAN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found


def _move(source: Path, target: Path) -> None:
    make_folder(target.parent)
    try:
        source.replace(target)
    except OSError as error:
        raise cannot_write(target, error) from error


def _clear(place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
