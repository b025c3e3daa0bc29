"""What is wrong with a policy, one sentence per mistake."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import reduce
from typing import TYPE_CHECKING, Any

from arcollect.errors import Message, UsageError, message
from arcollect.policy.keys import keys
from arcollect.policy.model import Company

if TYPE_CHECKING:
    from pydantic import ValidationError

Path = tuple[str | int, ...]

_WANTED = {
    "int": "policy.want_whole",
    "bool": "policy.want_bool",
    "string": "policy.want_text",
    "tuple": "policy.want_list",
    "dict": "policy.want_table",
    "model": "policy.want_table",
    "date": "policy.want_date",
}

_TABLES = {
    "company": tuple(Company.model_fields),
}


def refuse(error: ValidationError, where: Callable[[Path], str]) -> UsageError:
    """All mistakes of a policy as one error; `where` names file and line of a key."""
    mistakes = error.errors()
    typed = all(where(mistake["loc"]).startswith("--") for mistake in mistakes)
    hint = None if typed else message("policy.mistakes_hint")
    return UsageError(one_per_line(_sentence(m, where) for m in mistakes), hint)


def one_per_line(sentences: Iterable[Message]) -> Message:
    """Several sentences as one message."""
    return reduce(lambda first, rest: message("policy.lines", first=first, rest=rest), sentences)


def unknown_key(name: str) -> Message:
    """No such key; with the nearest one, wherever in the policy it stands."""
    nearest = _nearest(name)
    if nearest:
        return message("policy.unknown_key_like", nearest=nearest)
    return message("policy.unknown_key")


def syntax(problem: str, file: str, toml: str) -> UsageError:
    """The TOML cannot be read at all: where, and the usual reason for it."""
    found = re.search(r"line (\d+)", problem)
    number = int(found[1]) if found else len(toml.splitlines())
    lines = [line.strip() for line in toml.splitlines()] or [""]
    line = lines[min(number, len(lines)) - 1]
    above = _first_like(line, lines[: number - 1])
    if above and (" twice" in problem or "overwrite" in problem):
        where = f"{file}:{number}"
        said = message("policy.twice", where=where, line=line, above=above)
        return UsageError(said, message("policy.twice_hint", above=above))
    return UsageError(
        message("policy.syntax", where=f"{file}:{number}", line=line),
        _syntax_hint(line),
    )


def _first_like(line: str, above: list[str]) -> int:
    """The number of the last line above of the same section or name; 0 for none."""
    name = _named(line)
    alike = [number for number, old in enumerate(above, 1) if _named(old) == name]
    return alike[-1] if alike and name else 0


def _named(line: str) -> str:
    return line.partition("#")[0].partition("=")[0].strip()


def _syntax_hint(line: str) -> Message:
    key, _, value = line.partition("=")
    if not key.strip().startswith(('"', "'", "[", "#")) and not key.isascii():
        return message("policy.quote_key", entry=key.strip(), value=value.strip() or "…")
    if re.search(r"^\s*[\d.,]+\s*[%％]", value):
        return message("policy.quote_percent", value=value.strip())
    return message("policy.syntax_hint")


def _sentence(mistake: Any, where: Callable[[Path], str]) -> Message:
    path: Path = mistake["loc"]
    place, why = where(path), _why(mistake, path)
    if place.startswith("--"):
        return message("policy.at_flag", flag=place, why=why)
    name = ".".join(str(p + 1) if isinstance(p, int) else p for p in path)
    return message("policy.at", where=place, entry=name, why=why)


def _why(mistake: Any, path: Path) -> Message:
    kind, context = mistake["type"], mistake.get("ctx", {})
    raw = _shown(mistake["input"])[:60]
    if kind == "extra_forbidden":
        return unknown_key(".".join(str(p) for p in path if isinstance(p, str)))
    if kind == "value_error":
        return message(str(context["error"]), raw=raw)
    if kind == "literal_error":
        choices = re.findall(r"'([^']*)'|(\d+)", context["expected"])
        known = [word or number for word, number in choices if word or number]
        return message("policy.want_choice", raw=raw, choices=known)
    if kind == "greater_than_equal":
        return message("policy.too_small", raw=raw, least=context["ge"])
    if kind == "missing":
        return message("policy.missing")
    return message(_WANTED.get(kind.partition("_")[0], "policy.bad_value"), raw=raw)


def _shown(value: object) -> str:
    """A value as people write it: a list without Python's quotes."""
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _nearest(name: str) -> str:
    section, _, last = name.rpartition(".")
    known = list(keys())
    if inner := _TABLES.get(section):
        known = [f"{section}.{field}" for field in inner]
    sections = {key.partition(".")[0] for key in known if "." in key}
    same = [key for key in known if key.rpartition(".")[2] == last]
    near = get_close_matches(name, [*known, *sections], n=1, cutoff=0.6)
    return next(iter([*same, *near]), "")
