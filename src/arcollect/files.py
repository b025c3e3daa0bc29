"""The one writer: whole files or nothing, never onto an input, locks apart."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from arcollect.errors import LockedError, OutputError, UsageError, message

MANIFEST = ".arcollect-manifest.json"


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
        raise _cannot_write(target, error) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def write_folder(
    folder: Path, files: Mapping[str, bytes], inputs: Iterable[Path] = ()
) -> dict[str, str]:
    """Write `files` (relative name → bytes) and return what happened to each.

    "created" | "identical" | "replaced". Only files that our own manifest lists are
    replaced: a foreign file of the same name stops the run before anything is written
    (OutputError). Nothing is ever deleted. The manifest is written first, so that a run
    cut short leaves files that the next run knows as ours.
    """
    known = _manifest(folder)
    happened = {name: _fate(folder / name, data, known.get(name)) for name, data in files.items()}
    foreign = [name for name, fate in happened.items() if fate == "foreign"]
    if foreign:
        raise OutputError(
            message("files.foreign", path=str(folder / foreign[0])),
            message("files.foreign_hint"),
        )
    _make_folder(folder)
    hashes = {**known, **{name: _hash(data) for name, data in files.items()}}
    listing = json.dumps(dict(sorted(hashes.items())), ensure_ascii=False, indent=1)
    write_atomic(folder / MANIFEST, listing.encode(), inputs)
    for name, data in files.items():
        if happened[name] != "identical":
            _make_folder((folder / name).parent)
            write_atomic(folder / name, data, inputs)
    return happened


@contextlib.contextmanager
def locked(target: Path) -> Iterator[None]:
    """Hold the lock of an output for a while; a second run stops at once (exit 5, T-26).

    Lock files live in the user's state folder, never beside the user's files.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415  (only writing runs pay for it)

    name = hashlib.sha256(str(target.resolve()).encode()).hexdigest()[:16]
    folder = state_folder() / "locks"
    try:
        _make_folder(folder)
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
    """Where locks and registers live: XDG state, or LOCALAPPDATA on Windows."""
    base = os.environ.get("XDG_STATE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(base) if base else Path("~/.local/state").expanduser()) / "arcollect"


def _manifest(folder: Path) -> dict[str, str]:
    try:
        found = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _fate(path: Path, data: bytes, ours: str | None) -> str:
    try:
        present = path.read_bytes()
    except FileNotFoundError:
        return "created"
    except OSError as error:
        raise _cannot_write(path, error) from error
    if present == data:
        return "identical"
    return "replaced" if ours is not None else "foreign"


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _cannot_write(folder, error) from error


def _mode(path: Path) -> int:
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _cannot_write(target: Path, error: OSError) -> OutputError:
    open_elsewhere = (target.parent / f"~${target.name}").exists()
    if isinstance(error, PermissionError) and (open_elsewhere or os.name == "nt"):
        return OutputError(message("files.open_elsewhere", path=str(target)))
    reason = error.strerror or type(error).__name__
    return OutputError(
        message("files.cannot_write", path=str(target), reason=reason),
        message("files.cannot_write_hint"),
    )
