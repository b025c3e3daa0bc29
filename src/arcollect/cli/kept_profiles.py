"""Where remembered ways of reading are kept: one small file each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from arcollect.errors import UsageError, message

if TYPE_CHECKING:
    from arcollect.ledger.profiles import Profile

_SUFFIX = ".toml"


def folder() -> Path | None:
    """ARCOLLECT_PROFILES, else `profiles` in the user's configuration folder."""
    if told := os.environ.get("ARCOLLECT_PROFILES"):
        return Path(told)
    from arcollect.policy.load import Places

    own = Places(env=os.environ).user_folder()
    return own / "profiles" if own is not None else None


def names() -> list[str]:
    """The names of all profiles, sorted; a folder that cannot be read has none."""
    place = folder()
    try:
        found = sorted(place.glob("*" + _SUFFIX)) if place and place.is_dir() else []
    except OSError:
        return []
    return [path.stem for path in found]


def load(name: str) -> Profile:
    """One profile; UsageError where there is none of that name, or its file is broken."""
    from arcollect.ledger.profiles import from_toml

    path = path_of(name)
    try:
        return from_toml(name, path.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise _unknown(name) from None
    except (OSError, ValueError) as error:
        raise UsageError(
            message("profiles.broken", path=str(path), why=str(error)),
            message("profiles.broken_hint"),
        ) from None


def readable() -> tuple[Profile, ...]:
    """Every profile that can be read; a broken file must not stop another ledger."""
    return tuple(_each())


def save(profile: Profile) -> Path:
    """Write a profile, over an older one of that name; its path."""
    from arcollect.files import make_folder, write_atomic
    from arcollect.ledger.profiles import as_toml

    path = path_of(profile.name)
    make_folder(path.parent)
    write_atomic(path, as_toml(profile).encode())
    return path


def delete(name: str) -> None:
    """Forget a profile; UsageError where there is none, OutputError where it stays."""
    from arcollect.files import cannot_write

    path = path_of(name)
    try:
        path.unlink()
    except FileNotFoundError:
        raise _unknown(name) from None
    except OSError as error:
        raise cannot_write(path, error) from error


def path_of(name: str) -> Path:
    """The file of a profile; UsageError for a name that no file can have."""
    from arcollect.safe_name import safe_name

    place = folder()
    if place is None:
        raise UsageError(message("profiles.no_home"), message("profiles.no_home_hint"))
    if safe_name(name, empty="") != name or name.startswith("."):
        raise UsageError(message("profiles.bad_name", name=name), message("profiles.bad_name_hint"))
    return place / (name + _SUFFIX)


def _each() -> Iterator[Profile]:
    for name in names():
        try:
            yield load(name)
        except UsageError:
            continue


def _unknown(name: str) -> UsageError:
    known = names()
    hint = message("profiles.known", names=known) if known else message("profiles.none")
    return UsageError(message("profiles.unknown", name=name), hint)
