"""Opening the register: to read it as it is, or to add to it whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from arcollect.errors import (
    ArcollectError,
    LockedError,
    Message,
    OutputError,
    UsageError,
    message,
)
from arcollect.files import cannot_write, locked, make_folder
from arcollect.register.store.schema import MIGRATIONS

_WAIT_SECONDS = 5.0
_NO_ACCESS = {sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}
_REASONS = {"full": errno.ENOSPC, "readonly": errno.EROFS, "unable to open": errno.EACCES}


@contextlib.contextmanager
def reading(path: Path, steps: Sequence[str] = MIGRATIONS) -> Iterator[sqlite3.Connection | None]:
    """The register to read; None where there is none. The file is never made or changed.

    An older file is brought up to date in memory. Raises UsageError for a file that is no
    register, that is damaged or out of reach, or that a newer arcollect wrote; LockedError
    (exit 5) while another program holds it; OutputError (exit 4) where a run that was cut
    short has to be taken back, and the file may not be written to.
    """
    _refuse_folder(path)
    if not path.is_file():
        yield None
        return
    with _readable(path), contextlib.closing(_connect(path)) as file:
        version = _version(file, path, steps)
        if version == len(steps):
            yield file
            return
        with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
            file.backup(copy)
            _bring_up(copy, version, steps)
            yield copy


@contextlib.contextmanager
def writing(path: Path, steps: Sequence[str] = MIGRATIONS) -> Iterator[sqlite3.Connection]:
    """One transaction on the register, made when it is not there yet.

    All of the block is kept, or nothing when it raises. Raises LockedError when another
    run is writing (exit 5), OutputError when the system refuses (full disk, read-only;
    exit 4), UsageError as `reading` does. An older file is copied to `NAME.v1.bak`
    before it is brought up to date.
    """
    with locked(path):
        yield from _within(path, steps)


def _refuse_folder(path: Path) -> None:
    if path.is_dir():
        raise UsageError(message("register.foreign", path=str(path)), _other())


def _within(path: Path, steps: Sequence[str]) -> Iterator[sqlite3.Connection]:
    _refuse_folder(path)
    is_new = not path.exists() or path.stat().st_size == 0
    make_folder(path.parent)
    try:
        with contextlib.closing(_connect(path, make=True)) as file:
            yield from _transaction(file, path, steps)
    except BaseException as error:
        if is_new:  # a file that never became a register is not left behind
            path.unlink(missing_ok=True)
        if isinstance(error, sqlite3.Error):
            raise _refused(path, error) from error
        raise


def _transaction(
    file: sqlite3.Connection, path: Path, steps: Sequence[str]
) -> Iterator[sqlite3.Connection]:
    file.execute("PRAGMA foreign_keys = ON")
    file.execute("PRAGMA synchronous = FULL")
    version = _version(file, path, steps)
    if 0 < version < len(steps):
        _keep_copy(file, path, version)
    file.execute("BEGIN IMMEDIATE")
    try:
        _bring_up(file, version, steps)
        yield file
        file.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            file.execute("ROLLBACK")
        raise


def _connect(path: Path, *, make: bool = False) -> sqlite3.Connection:
    """A connection that opens, but does not make, the file; made private to its owner."""
    if make and not path.exists():
        try:
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        except OSError as error:
            raise cannot_write(path, error) from error
    uri = f"{path.resolve().as_uri()}?mode=rw"
    return sqlite3.connect(uri, uri=True, timeout=_WAIT_SECONDS, isolation_level=None)


def _version(file: sqlite3.Connection, path: Path, steps: Sequence[str]) -> int:
    found = int(file.execute("PRAGMA user_version").fetchone()[0])
    if found > len(steps):
        raise UsageError(message("register.newer", path=str(path)), message("register.newer_hint"))
    tables = file.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if found == 0 and tables:
        raise UsageError(message("register.foreign", path=str(path)), _other())
    return found


def _bring_up(file: sqlite3.Connection, version: int, steps: Sequence[str]) -> None:
    for script in steps[version:]:
        for statement in _statements(script):
            file.execute(statement)
    if version < len(steps):
        file.execute(f"PRAGMA user_version = {len(steps)}")


def _statements(script: str) -> Iterator[str]:
    """Statement by statement: `executescript` would commit what came before."""
    collected = ""
    for part in script.split(";"):
        collected += part + ";"
        if sqlite3.complete_statement(collected):
            if collected.strip(" \n;"):
                yield collected
            collected = ""


def _keep_copy(file: sqlite3.Connection, path: Path, version: int) -> None:
    kept = path.with_name(f"{path.name}.v{version}.bak")
    with contextlib.closing(sqlite3.connect(kept)) as copy:
        file.backup(copy)


def copy_to(path: Path, target: Path) -> None:
    """A copy of the register that is whole even while another run writes.

    Raises UsageError where there is no register, OutputError where `target` exists.
    """
    if target.exists():
        raise OutputError(message("cli.exists", path=str(target)), message("register.exists_hint"))
    with reading(path) as file:
        if file is None:
            raise UsageError(message("register.none", path=str(path)))
        with _writable(target), contextlib.closing(sqlite3.connect(target)) as copy:
            file.backup(copy)


@contextlib.contextmanager
def _writable(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise _refused(path, error) from error


@contextlib.contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise _busy(path, error) or _out_of_reach(path, error) or _damaged(path, error) from error


def _out_of_reach(path: Path, error: sqlite3.Error) -> ArcollectError | None:
    """A whole file that cannot be read where it lies: no reason to put a backup in its place."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the kind of error, without details
    if code == sqlite3.SQLITE_READONLY:  # reading writes only to take back what was cut short
        said = message("register.cut_short", path=str(path))
        return OutputError(said, message("register.cut_short_hint"))
    if code in _NO_ACCESS:
        said = message("register.no_access", path=str(path), why=str(error))
        return UsageError(said, message("register.no_access_hint"))
    return None


def _damaged(path: Path, error: sqlite3.Error) -> UsageError:
    return UsageError(message("register.damaged", path=str(path), why=str(error)), _other())


def _busy(path: Path, error: sqlite3.Error) -> LockedError | None:
    """Another program, or arcollect on another computer, holds the file."""
    if "locked" not in str(error).lower():
        return None
    return LockedError(message("register.busy", path=str(path)), message("files.locked_hint"))


def _refused(path: Path, error: sqlite3.Error) -> ArcollectError:
    """What to tell when SQLite refuses a write, in the words of `files`."""
    if (busy := _busy(path, error)) is not None:
        return busy
    said = str(error).lower()
    if isinstance(error, sqlite3.OperationalError):
        number = next((n for word, n in _REASONS.items() if word in said), errno.EIO)
        refused = cannot_write(path, OSError(number, str(error)))
        return OutputError(refused.said, message("register.write_hint"))
    if isinstance(error, sqlite3.IntegrityError):
        return OutputError(message("register.contradicts", path=str(path), why=str(error)))
    return _damaged(path, error)


def _other() -> Message:
    return message("register.other_hint")
