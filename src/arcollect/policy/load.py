"""Which policy holds, and where each value comes from."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from pydantic import ValidationError

from arcollect.errors import UsageError, message
from arcollect.files import reason
from arcollect.policy import lines, mistakes
from arcollect.policy.keys import Key, keys
from arcollect.policy.model import Books, Policy

FILE_NAME = "arcollect.toml"
_NOT_KEYS = {
    f"ARCOLLECT_{name}"
    for name in ("CONFIG", "DEBUG", "LANG", "PASSWORD", "PROFILES", "MAIL_PASSWORD")
}


@dataclass(frozen=True, slots=True)
class Given:
    """One value from the command line or the environment: its origin and its text."""

    origin: str  # --buckets, ARCOLLECT_AGING_BUCKETS
    key: str
    raw: str


@dataclass(frozen=True, slots=True)
class LoadedPolicy:
    """The policy, the file it was read from, and the origin of every value set.

    origins: dotted key -> "arcollect.toml:12", "ARCOLLECT_…" or "--flag"; a key that
    is not there has its default.
    """

    policy: Policy
    path: Path | None = None
    origins: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Places:
    """Where policies are looked for, and the environment."""

    beside: Path | None = None  # the ledger's folder
    cwd: Path = Path()
    env: Mapping[str, str] = field(default_factory=dict)

    def candidates(self) -> Iterator[Path]:
        """The files tried in turn: beside the ledger, here, the user's own."""
        if self.beside is not None:
            yield self.beside / FILE_NAME
        yield self.cwd / FILE_NAME
        if (own := self.user_folder()) is not None:
            yield own / FILE_NAME

    def user_folder(self) -> Path | None:
        """The user's configuration folder; None where there is no home (cron)."""
        if base := self.env.get("XDG_CONFIG_HOME") or self.env.get("APPDATA"):
            return Path(base) / "arcollect"
        home = self.env.get("HOME")
        return Path(home) / ".config" / "arcollect" if home else None


def load(
    path: Path | None = None,
    places: Places | None = None,
    given: tuple[Given, ...] = (),
) -> LoadedPolicy:
    """The policy that holds: `given` flags, then ARCOLLECT_* variables, then one file.

    The file is `path` (or ARCOLLECT_CONFIG), else the first `arcollect.toml` of
    `places`; without one every default holds. Paths in the file become absolute,
    beside it. Raises UsageError that lists every mistake with its line.
    """
    places = places or Places()
    found = _file(path, places)
    toml = _read(found) if found else ""
    raw = _parse(toml, found.name) if found else {}
    name = found.name if found else ""
    origins = {key: f"{name}:{lines.line_of(toml, _path(key))}" for key in _leaves(raw)}
    for one in (*_from_environment(places.env), *given):
        _put(raw, one)
        origins[one.key] = one.origin
    policy = _validate(raw, origins, lambda at: f"{name}:{lines.line_of(toml, at)}")
    return LoadedPolicy(_with_absolute_paths(policy, found, origins), found, origins)


def _file(path: Path | None, places: Places) -> Path | None:
    asked = path or (Path(c) if (c := places.env.get("ARCOLLECT_CONFIG")) else None)
    if asked is not None:
        return asked
    return next((file for file in places.candidates() if file.is_file()), None)


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(
            message("policy.not_utf8", path=str(path)), message("policy.not_utf8_hint")
        ) from None
    except OSError as error:
        raise UsageError(
            message("policy.cannot_read", path=str(path), reason=reason(error)),
            message("policy.cannot_read_hint"),
        ) from None


def _parse(toml: str, file: str) -> dict[str, object]:
    try:
        return tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise mistakes.syntax(str(error), file, toml) from None


def _from_environment(env: Mapping[str, str]) -> Iterator[Given]:
    if env.get("ARCOLLECT_LANG"):
        yield Given("ARCOLLECT_LANG", "language", env["ARCOLLECT_LANG"])
    by_variable = {key.variable: key for key in keys().values() if not key.of_tables}
    for name in sorted(env):
        if name.startswith("ARCOLLECT_") and name not in _NOT_KEYS:
            if name in by_variable:
                yield Given(name, by_variable[name].name, env[name])
            elif _is_meant(name, by_variable):
                raise _unknown_variable(name)


def _is_meant(name: str, known: Mapping[str, Key]) -> bool:
    """A mistyped key of the policy, rather than another program's variable."""
    section = name.split("_")[1].lower()
    sections = {key.section for key in known.values()} - {""}
    return section in sections or bool(get_close_matches(name, known, n=1, cutoff=0.8))


def _unknown_variable(name: str) -> UsageError:
    spoken = name.removeprefix("ARCOLLECT_").lower().replace("_", ".", 1)
    why = mistakes.unknown_key(spoken)
    return UsageError(message("policy.variable", name=name, why=why))


def _put(raw: dict[str, object], one: Given) -> None:
    """Set one dotted key in the nested mapping."""
    inner: dict[str, object] = raw
    *tables, last = one.key.split(".")
    for table in tables:
        there = inner.setdefault(table, {})
        inner = there if isinstance(there, dict) else {}
    inner[last] = _value(keys()[one.key], one.raw)


def _value(key: Key, raw: str) -> object:
    if key.is_list:
        return [part for part in re.split(r"[,，\s]+", raw.strip()) if part]
    same = (choice for choice in key.choices if str(choice) == raw.strip())
    return next(same, raw)  # 365, not "365"


def _validate(
    raw: dict[str, object],
    origins: Mapping[str, str],
    line: Callable[[lines.Path], str],
) -> Policy:
    try:
        return Policy.model_validate(raw) if raw else Policy.model_construct()
    except ValidationError as error:
        raise mistakes.refuse(error, lambda at: _origin(at, origins) or line(at)) from None


def _origin(at: lines.Path, origins: Mapping[str, str]) -> str:
    name = ".".join(part for part in at if isinstance(part, str))
    where = origins.get(name, "")
    return "" if ":" in where else where


def _with_absolute_paths(policy: Policy, file: Path | None, origins: Mapping[str, str]) -> Policy:
    """Paths that stand in the file are meant beside it; typed ones from where one stands."""
    if file is None:
        return policy
    folder = file.absolute().parent
    books = policy.books.model_dump().items()
    names = {k: str(folder / Path(v).expanduser()) if v else "" for k, v in books}
    records = policy.records
    if records.path and _is_of(file, origins, "records.path"):
        beside = str(folder / Path(records.path).expanduser())
        records = records.model_copy(update={"path": beside})
    worklist = policy.worklist
    if worklist.scripts_folder and _is_of(file, origins, "worklist.scripts_folder"):
        beside = str(folder / Path(worklist.scripts_folder).expanduser())
        worklist = worklist.model_copy(update={"scripts_folder": beside})
    found = {"books": Books(**names), "records": records, "worklist": worklist}
    return policy.model_copy(update=found)


def _is_of(file: Path, origins: Mapping[str, str], key: str) -> bool:
    return origins.get(key, "").startswith(f"{file.name}:")


def _leaves(raw: Mapping[str, object], prefix: str = "") -> Iterator[str]:
    """The dotted keys that are set; a free table or a list counts as one key."""
    for name, value in raw.items():
        dotted = f"{prefix}{name}"
        if isinstance(value, dict) and dotted not in keys():
            yield from _leaves(value, f"{dotted}.")
        else:
            yield dotted


def _path(dotted: str) -> lines.Path:
    found = tuple(dotted.split("."))
    return (*found, 0) if keys().get(dotted) and keys()[dotted].of_tables else found
