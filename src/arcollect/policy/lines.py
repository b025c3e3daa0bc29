"""On which line of the TOML a key stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

Path = tuple[str | int, ...]

_TABLE = re.compile(r"^\s*(\[\[?)\s*([^\[\]#]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*((?:"[^"]*"|'[^']*'|[\w\-]+)(?:\s*\.\s*(?:"[^"]*"|[\w\-]+))*)\s*=""")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([\w\-]+)""")


def line_of(toml: str, key: Path) -> int:
    """The line (1-based) where `key` is set, or its nearest parent's; 0 when absent.

    An element of an array or an inline table stands where the whole value begins.
    """
    lines = dict(_set_keys(toml))
    while key:
        if key in lines:
            return lines[key]
        key = key[:-1]
    return 0


def _set_keys(toml: str) -> Iterator[tuple[Path, int]]:
    """Every table and key with its line; `[[company]]` counts up from 0."""
    table: Path = ()
    seen: Counter[Path] = Counter()
    for number, line in enumerate(toml.splitlines(), start=1):
        if header := _TABLE.match(line):
            table = _parts(header[2])
            if header[1] == "[[":
                seen[table] += 1
                table = (*table, seen[table] - 1)
            yield table, number
        elif found := _KEY.match(line):
            yield (*table, *_parts(found[1])), number


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(next(filter(None, part), "") for part in _PART.findall(dotted))
