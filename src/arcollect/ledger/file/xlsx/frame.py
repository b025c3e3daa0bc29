"""What the XML around the rows says: hidden columns, merges, an active filter."""

from __future__ import annotations

import re
from collections.abc import Iterator

_COLUMN = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_MERGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]+)(\d+):([A-Z]+)(\d+)\"")
_HIDDEN_ROW = re.compile(
    rb'<(?:\w+:)?row\s[^>]*?\br="(\d+)"[^>]*?\shidden="(?:1|true)"'
    rb'|<(?:\w+:)?row\s[^>]*?\shidden="(?:1|true)"[^>]*?\sr="(\d+)"'
)
_MOST_COLUMNS = 16_384


def column_number(letters: bytes) -> int:
    """0 for A, 26 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def hidden_columns(before: bytes) -> frozenset[int]:
    """0-based numbers of the columns that the user hid."""
    return frozenset(_hidden(before))


def _hidden(before: bytes) -> Iterator[int]:
    for found in _COLUMN.findall(before):
        if _attribute(found, b"hidden") not in (b"1", b"true"):
            continue
        first, last = _attribute(found, b"min"), _attribute(found, b"max")
        if first.isdigit() and last.isdigit():
            yield from range(int(first) - 1, min(int(last), _MOST_COLUMNS))


def _attribute(tag: bytes, name: bytes) -> bytes:
    found = re.search(rb"\s" + name + rb'="([^"]*)"', tag)
    return found.group(1) if found else b""


def hidden_rows(body: bytes) -> Iterator[int]:
    """0-based numbers of the hidden rows in a piece of a sheet."""
    if b' hidden="' in body:
        for found in _HIDDEN_ROW.finditer(body):
            yield int(found.group(1) or found.group(2)) - 1


def merges(after: bytes | bytearray) -> tuple[tuple[int, int, int, int], ...]:
    """Top, left, bottom, right of each merged range, 0-based."""
    return tuple(
        (int(top) - 1, column_number(left), int(bottom) - 1, column_number(right))
        for left, top, right, bottom in _MERGE.findall(after)
    )


def is_filtered(after: bytes | bytearray) -> bool:
    """Whether a filter is set, not merely offered."""
    return b"filterColumn" in after
