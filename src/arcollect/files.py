"""The one writer: whole files or nothing, never onto an input, locks apart."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from arcollect.errors import LockedError, Message, OutputError, UsageError, message

_REASONS = {
    errno.ENOENT: "files.reason_exists_not",
    errno.ENOTDIR: "files.reason_not_folder",
    errno.EISDIR: "files.reason_is_folder",
    errno.EACCES: "files.reason_denied",
    errno.EPERM: "files.reason_denied",
    errno.ENOSPC: "files.reason_full",
    errno.EROFS: "files.reason_read_only",
    errno.ENAMETOOLONG: "files.reason_long",
}


def reason(error: OSError) -> Message:
    """Why the system refused, in our words; its own where we have none."""
    if error.errno in _REASONS:
        return message(_REASONS[error.errno])
    return message("files.reason_other", said=error.strerror or type(error).__name__)


def refuse_input(target: Path, inputs: Iterable[Path]) -> None:
    """Raise UsageError when `target` is one of the inputs, by whatever name (T-28)."""
    for source in inputs:
        with contextlib.suppress(OSError):
            if target.resolve() == source.resolve() or (
                target.exists() and target.samefile(source)
            ):
                raise UsageError(
                    message("files.is_input", path=str(target)),
                    message("files.is_input_hint"),
                )


def write_atomic(target: Path, data: bytes, inputs: Iterable[Path] = ()) -> None:
    """Write `data` to `target` whole or not at all, keeping the file's mode.

    Temporary file beside the target, fsync, `os.replace` (T-25). A symbolic link is
    followed. Raises OutputError (exit 4) naming the file and what to do, UsageError
    when the target is an input.
    """
    refuse_input(target, inputs)
    real = target.resolve()
    temporary: Path | None = None
    try:
        descriptor, name = tempfile.mkstemp(prefix=".arcollect-", dir=real.parent)
        temporary = Path(name)
        with os.fdopen(descriptor, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        temporary.chmod(_mode(real))
        temporary.replace(real)
    except OSError as error:
        raise cannot_write(target, error) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


@contextlib.contextmanager
def locked(target: Path) -> Iterator[None]:
    """Hold the lock of an output for a while; a second run stops at once (exit 5, T-26).

    Lock files live in the user's state folder, never beside the user's files.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415  (only writing runs pay for it)

    name = hashlib.sha256(str(target.resolve()).encode()).hexdigest()[:16]
    folder = state_folder() / "locks"
    try:
        make_folder(folder)
    except OutputError:  # no home to write to: the lock goes where temporary files go
        folder = Path(tempfile.gettempdir())
    lock = FileLock(folder / f"arcollect-{name}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise LockedError(
            message("files.locked", path=str(target)), message("files.locked_hint")
        ) from None
    try:
        yield
    finally:
        lock.release()


def state_folder() -> Path:
    """Where locks live: XDG state, or LOCALAPPDATA on Windows."""
    base = os.environ.get("XDG_STATE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(base) if base else Path("~/.local/state").expanduser()) / "arcollect"


def data_folder() -> Path:
    """Where registers live: XDG data, or LOCALAPPDATA on Windows."""
    base = os.environ.get("XDG_DATA_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(base) if base else Path("~/.local/share").expanduser()) / "arcollect"


def make_folder(folder: Path) -> None:
    """Make a folder and those above it; OutputError when that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error


def _mode(path: Path) -> int:
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def cannot_write(target: Path, error: OSError) -> OutputError:
    """What to tell the user when the system refuses a write, and what to do."""
    open_elsewhere = (target.parent / f"~${target.name}").exists()
    if isinstance(error, PermissionError) and (open_elsewhere or os.name == "nt"):
        return OutputError(message("files.open_elsewhere", path=str(target)))
    return OutputError(
        message("files.cannot_write", path=str(target), reason=reason(error)),
        message("files.cannot_write_hint"),
    )
